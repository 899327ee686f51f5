/** The commands (功能命令): 检查并生成, 检查, 生成说明, 清除标记. Each reads the workbook anew, plans, and applies all in one go. */
import type { Edit } from '../core/edits/edit.ts';
import type { Analysis } from '../taskpane/analysis/analysis.ts';
import type { Command, CommandRunOptions, Outcome, Workspace } from './command.ts';

export const checkAndNarrate: Command = {
  id: 'check-and-narrate',
  label: { 'zh-CN': '检查并生成', en: 'Check and write' },
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
  run: (workspace, options) => run(workspace, options, ({ edits }) => [...edits.marks, ...edits.report], true),
};

export const narrate: Command = {
  id: 'narrate',
  label: { 'zh-CN': '生成说明', en: 'Write narrative' },
  run: (workspace, options) =>
    run(workspace, options, ({ edits }) => [...edits.narrative, ...edits.wording, ...edits.supplement], undefined),
};

export const clearMarks: Command = {
  id: 'clear-marks',
  label: { 'zh-CN': '清除标记', en: 'Clear marks' },
  run: async ({ host }, options) => {
    options?.onStep?.('writing');
    return { found: undefined, applied: await host.apply([{ kind: 'clear-marks' }], options), marked: false };
  },
};

/** Sheets of ours that hold what people have typed stay. */
export const clearAll: Command = {
  id: 'clear-all',
  label: { 'zh-CN': '清除标记和生成的工作表', en: 'Clear marks and written sheets' },
  run: (workspace, options) => run(workspace, options, ({ edits }) => edits.clear, false),
};

/** In the order of the ribbon; 清除标记和生成的工作表 is asked for in the pane only. */
export const ribbonCommands: readonly Command[] = [checkAndNarrate, check, narrate, clearMarks];

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
