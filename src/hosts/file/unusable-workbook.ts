/** Why a file cannot be used (无法使用的文件) and what its owner can do about it, in both languages. */
import type { LocalText } from '../../core/locale.ts';

export type UnusableReason =
  | 'empty-file'
  | 'not-a-workbook'
  | 'damaged'
  | 'password'
  | 'too-big'
  | 'binary-workbook'
  | 'open-document'
  | 'word-document'
  | 'presentation'
  | 'web-page'
  | 'missing-part'
  | 'broken-xml'
  | 'no-sheets'
  | 'read-only-format'
  | 'signed'
  | 'array-formula'
  | 'table-header'
  | 'unknown-sheet';

/** Thrown for a file, or a change to it, that must be refused; `text` says why and gives the remedy. */
export class UnusableWorkbook extends Error {
  readonly reason: UnusableReason;
  readonly text: LocalText;

  constructor(reason: UnusableReason, detail = '') {
    const text = MESSAGES[reason](detail);
    super(text.en);
    this.name = 'UnusableWorkbook';
    this.reason = reason;
    this.text = text;
  }
}

const say = (chinese: string, en: string): LocalText => ({ 'zh-CN': chinese, en });

const MESSAGES: Record<UnusableReason, (detail: string) => LocalText> = {
  'empty-file': () => say('文件是空的（0 字节）。请重新导出或重新复制该文件。', 'The file is empty (0 bytes). Export or copy it again.'),
  'not-a-workbook': () =>
    say(
      '这不是可识别的工作簿。请使用 .xlsx、.xls 或 .csv 文件。',
      'This is not a workbook that can be read. Use an .xlsx, .xls or .csv file.',
    ),
  damaged: (detail) =>
    say(
      `文件不完整或已损坏${bracket(detail)}。请重新下载或复制；如果 Excel 能打开，请另存为 .xlsx 后再试。`,
      `The file is incomplete or damaged${spaced(detail)}. Download or copy it again; if Excel can open it, save it as .xlsx and try again.`,
    ),
  password: () =>
    say(
      '工作簿设有打开密码。请在 Excel 中打开，依次选择“文件—信息—保护工作簿—用密码进行加密”，清空密码后另存为 .xlsx 再试。',
      'The workbook is protected by a password. Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear the password, save it as .xlsx and try again.',
    ),
  'too-big': (detail) =>
    say(
      `文件解压后过大${bracket(detail)}，已停止读取。请删除无用的工作表或空白格式，另存为 .xlsx 后再试。`,
      `The file is too big once unpacked${spaced(detail)}; reading was stopped. Remove unused sheets or empty formatted ranges, save it as .xlsx and try again.`,
    ),
  'binary-workbook': () =>
    say(
      '这是二进制工作簿（.xlsb）。请在 Excel 中另存为“Excel 工作簿 (.xlsx)”后再试。',
      'This is a binary workbook (.xlsb). Save it in Excel as an “Excel Workbook (.xlsx)” and try again.',
    ),
  'open-document': () =>
    say(
      '这是 OpenDocument 表格（.ods）。请另存为“Excel 工作簿 (.xlsx)”后再试。',
      'This is an OpenDocument spreadsheet (.ods). Save it as an “Excel Workbook (.xlsx)” and try again.',
    ),
  'word-document': () =>
    say(
      '这是 Word 文档，不是工作簿。请选择 .xlsx、.xls 或 .csv 文件。',
      'This is a Word document, not a workbook. Choose an .xlsx, .xls or .csv file.',
    ),
  presentation: () =>
    say(
      '这是演示文稿，不是工作簿。请选择 .xlsx、.xls 或 .csv 文件。',
      'This is a presentation, not a workbook. Choose an .xlsx, .xls or .csv file.',
    ),
  'web-page': () =>
    say(
      '这是网页或 XML 文本，只是扩展名像工作簿。请在 Excel 中打开并另存为 .xlsx 后再试。',
      'This is a web page or XML text that only bears the name of a workbook. Open it in Excel, save it as .xlsx and try again.',
    ),
  'missing-part': (detail) =>
    say(
      `工作簿缺少必需的部件${bracket(detail)}。请在 Excel 中打开并修复，另存为 .xlsx 后再试。`,
      `The workbook lacks a part it needs${spaced(detail)}. Open and repair it in Excel, save it as .xlsx and try again.`,
    ),
  'broken-xml': (detail) =>
    say(
      `工作簿内部的 XML 有错误${bracket(detail)}。请在 Excel 中打开并修复，另存为 .xlsx 后再试。`,
      `The workbook contains broken XML${spaced(detail)}. Open and repair it in Excel, save it as .xlsx and try again.`,
    ),
  'no-sheets': () => say('工作簿里没有工作表。请检查是否选错了文件。', 'The workbook has no worksheet. Check that it is the right file.'),
  'read-only-format': () =>
    say(
      '这种格式只能读取，不能写入标记。请在 Excel 中另存为 .xlsx 后再试。',
      'This format can be read but not marked. Save the file in Excel as .xlsx and try again.',
    ),
  signed: () =>
    say(
      '工作簿带有数字签名，任何改动都会使签名失效，因此没有写入。请先另存一份并删除签名。',
      'The workbook carries a digital signature that any change would make invalid, so nothing was written. Save a copy and remove the signature first.',
    ),
  'array-formula': (detail) =>
    say(
      `单元格 ${detail} 由一个数组公式（或溢出公式、模拟运算表）填入，不能单独修改。请在 Excel 中修改整个公式。`,
      `Cell ${detail} is filled by an array formula (or a spilled one, or a data table) and cannot be changed alone. Change the whole formula in Excel.`,
    ),
  'table-header': (detail) =>
    say(
      `单元格 ${detail} 是表格（超级表）的标题，请在 Excel 中修改。`,
      `Cell ${detail} is the header of an Excel table; change it in Excel.`,
    ),
  'unknown-sheet': (detail) =>
    say(
      `工作簿里没有工作表“${detail}”。它可能已被改名或删除，请重新检查。`,
      `The workbook has no sheet “${detail}”. It may have been renamed or deleted; run the check again.`,
    ),
};

function bracket(detail: string): string {
  return detail === '' ? '' : `（${detail}）`;
}

function spaced(detail: string): string {
  return detail === '' ? '' : ` (${detail})`;
}
