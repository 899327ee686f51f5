/** The commands (功能命令): 检查并生成, 检查, 生成说明, 清除标记. Each reads the workbook anew, plans, and applies all in one go. */
import type { Edit } from '../core/edits/edit.ts';
import type { Analysis } from '../taskpane/analysis/analysis.ts';
import { SETTINGS_NAME } from '../taskpane/settings.ts';
import type { Command, CommandRunOptions, Outcome, Workspace } from './command.ts';

export const checkAndNarrate: Command = {
  id: 'check-and-narrate',
  label: { 'zh-CN': '检查并生成', en: 'Check and write' },
  tip: {
    'zh-CN': '核对全部表格，标出不符的单元格，并生成《勾稽检查》和《决算公开说明》。',
    en: 'Checks all tables, marks the cells that do not hold, and writes the report and the explanation to sheets of their own.',
  },
  icon: '',
  shortcut: 'Shift+F9',
  run: (workspace, options) =>
    run(
      workspace,
      options,
      ({ edits }) => [...edits.marks, ...edits.report, ...edits.narrative, ...edits.wording, ...edits.supplement],
      true,
    ),
};

export const check: Command = {
  id: 'check',
  label: { 'zh-CN': '检查', en: 'Check' },
  tip: {
    'zh-CN': '核对全部表格，标出不符的单元格，原因列在《勾稽检查》。',
    en: 'Checks all tables, marks the cells that do not hold, and lists why in the sheet 勾稽检查.',
  },
  icon: 'check',
  shortcut: 'F9',
  run: (workspace, options) => run(workspace, options, ({ edits }) => [...edits.marks, ...edits.report], true),
};

export const narrate: Command = {
  id: 'narrate',
  label: { 'zh-CN': '生成说明', en: 'Write narrative' },
  tip: {
    'zh-CN': '把《决算公开说明》写入新工作表，待填的内容列在《补充资料》。',
    en: 'Writes the explanation to a new sheet; what is still to be filled in is listed in 补充资料.',
  },
  icon: 'narrate',
  run: (workspace, options) =>
    run(workspace, options, ({ edits }) => [...edits.narrative, ...edits.wording, ...edits.supplement], undefined),
};

export const clearMarks: Command = {
  id: 'clear-marks',
  label: { 'zh-CN': '清除标记', en: 'Clear marks' },
  tip: {
    'zh-CN': '撤去本加载项的全部标记，原有格式不变。',
    en: 'Takes away all marks of this add-in; the formats that were there before stay as they are.',
  },
  icon: 'clear',
  run: async ({ host }, options) => {
    options?.onStep?.('writing');
    return { found: undefined, applied: await host.apply([{ kind: 'clear-marks' }], options), marked: false };
  },
};

/** Sheets of ours that hold what people have typed stay; the settings kept in the workbook go. */
export const clearAll: Command = {
  id: 'clear-all',
  label: { 'zh-CN': '清除标记和生成的工作表', en: 'Clear marks and written sheets' },
  tip: {
    'zh-CN': '撤去全部标记、生成的工作表和保存的设置；您填写过的《补充资料》《说明措辞》保留。',
    en: 'Takes away all marks, written sheets and kept settings; what you have typed in 补充资料 and 说明措辞 stays.',
  },
  icon: 'clear',
  run: async (workspace, options) => {
    const outcome = await run(workspace, options, ({ edits }) => edits.clear, false);
    await workspace.host.remember(SETTINGS_NAME, undefined);
    return outcome;
  },
};

/** All of them. */
export const commands: readonly Command[] = [checkAndNarrate, check, narrate, clearMarks, clearAll];

/** In the order of the ribbon; 清除标记和生成的工作表 is asked for in the pane only. */
export const ribbonCommands: readonly Command[] = commands.filter((command) => command !== clearAll);

async function run(
  { host, analyse }: Workspace,
  options: CommandRunOptions = {},
  plan: (analysis: Analysis) => readonly Edit[],
  marked: boolean | undefined,
): Promise<Outcome> {
  const { onStep, onProgress, signal, onWaiting, overwriteEdited } = options;
  const waits = { ...(signal === undefined ? {} : { signal }), ...(onWaiting === undefined ? {} : { onWaiting }) };
  onStep?.('reading');
  const reading = await host.read({ ...waits, ...(onProgress === undefined ? {} : { onProgress }) });
  onStep?.('checking');
  const analysis = await analyse(reading);
  signal?.throwIfAborted();
  const found = { reading, analysis };
  const edits = plan(analysis);
  if (edits.length === 0 || reading.isReadOnly) return { found, applied: undefined, marked: undefined };
  onStep?.('writing');
  const applied = await host.apply(edits, { ...waits, ...(overwriteEdited === undefined ? {} : { overwriteEdited }) });
  return { found, applied, marked };
}
