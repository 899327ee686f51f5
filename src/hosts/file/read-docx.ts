/** The text of a .docx (读取 Word 文档): paragraphs, tables and footnotes in reading order; what a tracked change deleted is left out, and that is said. */
import type { LocalText } from '../../core/locale.ts';
import { partText, type TextPiece } from './docx-text.ts';
import { OpcPackage } from './opc-package.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';

export interface DocumentText {
  readonly text: string;
  /** Deletions that are still tracked (修订) and were not read. */
  readonly deletions: number;
}

/** The parts that are read, in reading order, with their pieces. */
export interface DocumentPart {
  readonly name: string;
  readonly pieces: readonly TextPiece[];
  readonly deletions: number;
}

/** Thrown for a file that is no .docx; `text` says what to do. */
export class UnusableDocument extends Error {
  readonly text: LocalText;

  constructor(text: LocalText) {
    super(text.en);
    this.name = 'UnusableDocument';
    this.text = text;
  }
}

const OLD_WORD: LocalText = {
  'zh-CN': '这是旧版 Word 文档（.doc）或设有打开密码的文档。请在 Word 中取消密码，另存为 .docx 后再试。',
  en: 'This is an old Word document (.doc) or one with a password. Remove the password in Word, save it as .docx and try again.',
};
const RICH_TEXT: LocalText = {
  'zh-CN': '这是 RTF 文档（扩展名可能被改过）。请用 Word 打开，另存为 .docx 后再试。',
  en: 'This is an RTF document, whatever its name says. Open it in Word, save it as .docx and try again.',
};
const NOT_WORD: LocalText = {
  'zh-CN': '这不是可识别的 Word 文档。请使用 .docx 或 .txt 文件。',
  en: 'This is not a Word document that can be read. Use a .docx or .txt file.',
};
const DAMAGED: LocalText = {
  'zh-CN': 'Word 文档不完整或已损坏。请重新复制；如果 Word 能打开，请另存为 .docx 后再试。',
  en: 'The Word document is incomplete or damaged. Copy it again; if Word can open it, save it as .docx and try again.',
};
const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];

/** Whether bytes begin like a zip container, an old Office file or RTF, whatever the name says. */
export function looksLikeDocument(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'PK') || startsWith(bytes, '\u00d0\u00cf') || startsWith(bytes, '{\\rtf');
}

export function readDocx(bytes: Uint8Array): DocumentText {
  const { parts } = openDocx(bytes);
  return {
    text: parts.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''),
    deletions: parts.reduce((sum, { deletions }) => sum + deletions, 0),
  };
}

/** The package with the parts that are read. Throws UnusableDocument. */
export function openDocx(bytes: Uint8Array): { readonly file: OpcPackage; readonly parts: readonly DocumentPart[] } {
  if (startsWith(bytes, '\u00d0\u00cf')) throw new UnusableDocument(OLD_WORD);
  if (startsWith(bytes, '{\\rtf')) throw new UnusableDocument(RICH_TEXT);
  if (!startsWith(bytes, 'PK')) throw new UnusableDocument(NOT_WORD);
  try {
    const file = new OpcPackage(bytes);
    if (PARTS[0] === undefined || !file.has(PARTS[0])) throw new UnusableDocument(NOT_WORD);
    return { file, parts: PARTS.filter((name) => file.has(name)).map((name) => ({ name, ...partText(file.text(name), name) })) };
  } catch (error) {
    if (error instanceof UnusableWorkbook) throw new UnusableDocument(DAMAGED);
    throw error;
  }
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((char, index) => bytes[index] === char.charCodeAt(0));
}
