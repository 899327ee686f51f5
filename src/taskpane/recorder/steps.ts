/** What is done in a real Excel within half an hour (实测步骤): first what runs by itself, then what a person does by hand and looks at. */
import { checkAndNarrate, check, clearAll, clearMarks } from '../../commands/commands.ts';
import type { Workspace } from '../../commands/command.ts';
import type { LocalText } from '../../core/locale.ts';
import { askProbes } from '../../hosts/excel/probes.ts';

export interface Step {
  readonly id: string;
  readonly title: LocalText;
  /** What the person does before pressing the button, or looks at after it; absent where there is nothing to do. */
  readonly hint?: LocalText;
  /** The workbook has been changed by hand before it. */
  readonly byHand: boolean;
  /** Answers what Excel did, to be kept with the recording; absent where the person only looks. */
  readonly run?: (workspace: Workspace) => Promise<unknown>;
}

export const STEPS: readonly Step[] = [
  {
    id: 'read',
    title: { 'zh-CN': '读取工作簿', en: 'Read the workbook' },
    byHand: false,
    run: async ({ host }) => {
      const { workbook, isReadOnly, isStructureProtected } = await host.read();
      return { sheets: workbook.sheets.length, isReadOnly, isStructureProtected };
    },
  },
  {
    id: 'write',
    title: { 'zh-CN': '检查并生成', en: 'Check and write' },
    byHand: false,
    run: async (workspace) => summary(await checkAndNarrate.run(workspace)),
  },
  {
    id: 'write-again',
    title: { 'zh-CN': '再次检查并生成：应原位重写，不出现“(2)”', en: 'Check and write again: in place, no «(2)»' },
    byHand: false,
    run: async (workspace) => summary(await checkAndNarrate.run(workspace)),
  },
  {
    id: 'reveal',
    title: { 'zh-CN': '定位到每张表的 A1', en: 'Go to A1 of every sheet' },
    byHand: false,
    run: async ({ host }) => {
      const { workbook } = await host.read();
      const found: Record<string, string> = {};
      for (const { name } of workbook.sheets) found[name] = await host.reveal({ sheet: name, row: 0, column: 0 });
      return found;
    },
  },
  {
    id: 'settings',
    title: { 'zh-CN': '记住设置', en: 'Remember a setting' },
    byHand: false,
    run: async ({ host }) => {
      await host.remember('probe', '{"语言":"zh-CN"}');
      const recalled = await host.recall('probe');
      await host.remember('probe', undefined);
      return recalled;
    },
  },
  {
    id: 'probes',
    title: { 'zh-CN': '逐项实测（临时工作表，随后删除）', en: 'Probes (on a sheet that is removed again)' },
    byHand: false,
    run: askProbes,
  },
  {
    id: 'clear',
    title: { 'zh-CN': '清除标记和生成的工作表', en: 'Clear marks and written sheets' },
    byHand: false,
    run: async (workspace) => summary(await clearAll.run(workspace)),
  },
  {
    id: 'events',
    title: { 'zh-CN': '事件', en: 'Events' },
    hint: {
      'zh-CN': '依次：改一个单元格、粘贴一块区域、插入一行、撤销、从下拉列表选择。下方“事件”应各增加一条。',
      en: 'One after the other: change a cell, paste a block, insert a row, undo, choose from a drop-down. «Events» below grows by one each time.',
    },
    byHand: true,
  },
  {
    id: 'cell-edit',
    title: { 'zh-CN': '正在编辑单元格时检查', en: 'Check while a cell is being edited' },
    hint: {
      'zh-CN': '双击一个单元格进入编辑，不按 Enter，点“执行”，数秒后再按 Enter。',
      en: 'Double-click a cell, press «Run» without Enter, and Enter some seconds later.',
    },
    byHand: true,
    run: async (workspace) => summary(await check.run(workspace)),
  },
  {
    id: 'protected',
    title: { 'zh-CN': '受保护的工作表', en: 'A protected sheet' },
    hint: {
      'zh-CN': '先在有标记的表上“保护工作表”，再点“执行”；结果应列出该表。',
      en: 'Protect a sheet that has marks, then press «Run»; the sheet is named.',
    },
    byHand: true,
    run: async (workspace) => summary(await clearMarks.run(workspace)),
  },
  {
    id: 'hidden',
    title: { 'zh-CN': '隐藏的工作表', en: 'A hidden sheet' },
    hint: {
      'zh-CN': '隐藏第一张表，再点“执行”；应答 sheet-hidden，画面不动。',
      en: 'Hide the first sheet, then press «Run»: sheet-hidden, and nothing moves.',
    },
    byHand: true,
    run: async ({ host }) => {
      const [first] = (await host.read()).workbook.sheets;
      return first === undefined ? undefined : host.reveal({ sheet: first.name, row: 0, column: 0 });
    },
  },
  {
    id: 'other-workbook',
    title: { 'zh-CN': '另一个工作簿在前面', en: 'Another workbook in front' },
    hint: {
      'zh-CN': '点“执行”，五秒内切换到另一个工作簿的窗口。',
      en: 'Press «Run» and bring another workbook to the front within five seconds.',
    },
    byHand: true,
    run: async ({ host }) => {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      const { workbook } = await host.read();
      const visible = workbook.sheets.find(({ visibility }) => visibility === 'visible');
      return visible === undefined ? undefined : host.reveal({ sheet: visible.name, row: 0, column: 0 });
    },
  },
  {
    id: 'look',
    title: { 'zh-CN': '看', en: 'Look' },
    hint: {
      'zh-CN':
        '打印预览中标记是否可见；《决算公开说明》有无截断的行；名称管理器中有无 _TIEOUT_；Ctrl+Z 能否逐步撤销；图表工作表在前时能否检查。写在下面。',
      en: 'Are the marks in the print preview? Is any row of 决算公开说明 cut off? Are the _TIEOUT_ names hidden in the name manager? Does Ctrl+Z undo step by step? Does a check work with a chart sheet in front? Write it below.',
    },
    byHand: true,
  },
];

function summary({ found, applied }: Awaited<ReturnType<typeof check.run>>): unknown {
  return { findings: found?.analysis.findings.length, written: applied?.written, skipped: applied?.skipped };
}
