/** Every sentence of the workbench around the pane (工作台文字), in both languages. */
import type { Locale } from '../core/locale.ts';
import { type MarkLevel } from '../core/edits/edit.ts';

export interface WorkbenchWords {
  readonly title: string;
  readonly open: string;
  readonly openSample: string;
  readonly save: string;
  readonly saveHint: string;
  readonly saved: (name: string) => string;
  readonly unsaved: string;
  readonly readOnly: string;
  readonly drop: string;
  readonly dropHint: string;
  readonly private: string;
  readonly opening: (name: string) => string;
  readonly leave: string;
  readonly sampleName: string;
  readonly grid: (sheet: string) => string;
  readonly sheets: string;
  readonly hiddenSheet: string;
  readonly cellContent: string;
  readonly nameBox: string;
  readonly unknownPlace: string;
  readonly totals: string;
  readonly sum: (sum: string) => string;
  readonly average: (average: string) => string;
  readonly count: (count: number) => string;
  readonly zoom: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
  readonly editing: (address: string) => string;
  readonly book: string;
  readonly close: string;
  readonly failed: (detail: string) => string;
  readonly refused: Readonly<Record<'read-only' | 'protected' | 'broken-formula' | 'newer-function', string>>;
  readonly waiting: (count: number) => string;
  readonly marks: Readonly<Record<MarkLevel, string>>;
}

const zhCN: WorkbenchWords = {
  title: '勾稽',
  open: '打开工作簿…',
  openSample: '打开样例',
  save: '保存副本',
  saveHint: '下载带标记和说明的工作簿，其余内容原样不动',
  saved: (name) => `已下载“${name}”。`,
  unsaved: '有未保存的修改',
  readOnly: '此格式只能查看：请在 Excel 中另存为 .xlsx 后再标记和修改。',
  drop: '把工作簿拖到这里',
  dropHint: '或者选择文件（.xlsx、.xls、.csv）',
  private: '文件只在这台电脑上读取，不会上传。',
  opening: (name) => `正在打开“${name}”…`,
  leave: '当前工作簿有未保存的修改，打开另一个将丢弃这些修改。继续吗？',
  sampleName: '样例-部门决算（含差错）.xlsx',
  grid: (sheet) => `工作表“${sheet}”`,
  sheets: '工作表',
  hiddenSheet: '隐藏',
  cellContent: '单元格内容',
  nameBox: '名称框：键入地址并按回车，转到该单元格',
  unknownPlace: '表内没有这个地址。请键入如 B12 或 A1:C9 的地址。',
  totals: '选定区域',
  sum: (sum) => `求和：${sum}`,
  average: (average) => `平均值：${average}`,
  count: (count) => `计数：${count}`,
  zoom: '缩放',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '恢复到 100%',
  editing: (address) => `编辑 ${address}`,
  book: '工作簿',
  close: '关闭提示',
  failed: (detail) => `没有完成：${detail}。工作簿没有改变，请重试；仍不行时请先保存副本再重新打开。`,
  refused: {
    'read-only': '此工作簿只能查看，不能修改。请在 Excel 中另存为 .xlsx 后再打开。',
    protected: '这张工作表设有保护，不能修改。请在 Excel 中撤消工作表保护后再打开。',
    'broken-formula': '这个公式不完整或有错误，没有写入。请检查括号、引号、逗号和运算符，改好后按回车；按 Esc 放弃。',
    'newer-function': '公式中有只能由 Excel 写入的新函数，没有写入。请改用其他函数，或在 Excel 中键入；按 Esc 放弃。',
  },
  waiting: (count) => `${count} 个公式单元格的结果要由 Excel 计算，暂不判断。保存后在 Excel 中打开一次即可。`,
  marks: { error: '不符', warning: '提醒', 'within-rounding': '尾差' },
};

const en: WorkbenchWords = {
  title: 'Tieout',
  open: 'Open workbook…',
  openSample: 'Open the sample',
  save: 'Save a copy',
  saveHint: 'Downloads the workbook with marks and narrative; everything else stays as it was',
  saved: (name) => `Downloaded “${name}”.`,
  unsaved: 'Unsaved changes',
  readOnly: 'This format can only be looked at: save it in Excel as .xlsx to mark and edit it.',
  drop: 'Drop a workbook here',
  dropHint: 'or choose a file (.xlsx, .xls, .csv)',
  private: 'The file is read on this computer only; nothing is uploaded.',
  opening: (name) => `Opening “${name}”…`,
  leave: 'This workbook has unsaved changes, which opening another one discards. Go on?',
  sampleName: 'sample-final-accounts-with-errors.xlsx',
  grid: (sheet) => `Sheet “${sheet}”`,
  sheets: 'Sheets',
  hiddenSheet: 'hidden',
  cellContent: 'Cell content',
  nameBox: 'Name box: type an address and press Enter to go there',
  unknownPlace: 'The sheet has no such address. Type one like B12 or A1:C9.',
  totals: 'Selected cells',
  sum: (sum) => `Sum: ${sum}`,
  average: (average) => `Average: ${average}`,
  count: (count) => `Count: ${count}`,
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Back to 100 %',
  editing: (address) => `Edit ${address}`,
  book: 'Workbook',
  close: 'Close message',
  failed: (detail) =>
    `That did not work: ${detail}. The workbook is unchanged; try again, and if it fails again save a copy and open that.`,
  refused: {
    'read-only': 'This workbook can only be looked at. Save it in Excel as .xlsx and open that.',
    protected: 'This sheet is protected. Unprotect it in Excel and open the workbook again.',
    'broken-formula':
      'This formula is incomplete or wrong, and was not written. Check its brackets, quotes, commas and operators and press Enter; Esc gives up.',
    'newer-function': 'This formula uses a newer function that only Excel can write. Use another one, or type it in Excel; Esc gives up.',
  },
  waiting: (count) =>
    `${count} formula ${count === 1 ? 'cell waits' : 'cells wait'} for Excel to calculate the result and ${count === 1 ? 'is' : 'are'} not judged; save, and open the file in Excel once.`,
  marks: { error: 'does not hold', warning: 'look at this', 'within-rounding': 'rounding difference' },
};

export function wordsFor(locale: Locale): WorkbenchWords {
  return locale === 'en' ? en : zhCN;
}
