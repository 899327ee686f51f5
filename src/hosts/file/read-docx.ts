/** The text of a .docx (读取 Word 文档): paragraphs, tables and footnotes in reading order; what a tracked change deleted is left out, and that is said. */
import { strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import type { LocalText } from '../../core/locale.ts';
import { UnusableWorkbook } from './unusable-workbook.ts';
import { readZipDirectory, unpackEntry } from './zip.ts';

export interface DocumentText {
  readonly text: string;
  /** Deletions that are still tracked (修订) and were not read. */
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
const NOT_WORD: LocalText = {
  'zh-CN': '这不是可识别的 Word 文档。请使用 .docx 或 .txt 文件。',
  en: 'This is not a Word document that can be read. Use a .docx or .txt file.',
};
const DAMAGED: LocalText = {
  'zh-CN': 'Word 文档不完整或已损坏。请重新复制；如果 Word 能打开，请另存为 .docx 后再试。',
  en: 'The Word document is incomplete or damaged. Copy it again; if Word can open it, save it as .docx and try again.',
};

const SKIPPED = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback']);

/** Whether bytes begin like a zip container or an old Office file, whatever the name says. */
export function looksLikeDocument(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf);
}

export function readDocx(bytes: Uint8Array): DocumentText {
  if (startsWith(bytes, 0xd0, 0xcf)) throw new UnusableDocument(OLD_WORD);
  if (!startsWith(bytes, 0x50, 0x4b)) throw new UnusableDocument(NOT_WORD);
  try {
    const { entries } = readZipDirectory(bytes);
    const part = (name: string): string | undefined => {
      const entry = entries.find((candidate) => candidate.name === name);
      return entry === undefined ? undefined : strFromU8(unpackEntry(bytes, entry));
    };
    const body = part('word/document.xml');
    if (body === undefined) throw new UnusableDocument(NOT_WORD);
    const parts = [body, part('word/footnotes.xml'), part('word/endnotes.xml')].filter((xml) => xml !== undefined).map(partText);
    return { text: parts.map(({ text }) => text).join(''), deletions: parts.reduce((sum, { deletions }) => sum + deletions, 0) };
  } catch (error) {
    if (error instanceof UnusableWorkbook) throw new UnusableDocument(DAMAGED);
    throw error;
  }
}

function partText(xml: string): DocumentText {
  const parser = new SaxesParser();
  let text = '';
  let deletions = 0;
  let skipped = 0;
  let inText = false;
  let cells = 0;
  parser.on('opentag', ({ name, isSelfClosing }) => {
    const local = localName(name);
    if (local === 'del' || local === 'moveFrom') deletions += isSelfClosing || skipped > 0 ? 0 : 1;
    if (SKIPPED.has(local)) skipped++;
    if (local === 't') inText = true;
    if (local === 'tc') cells++;
    if (skipped > 0) return;
    if (local === 'br' || local === 'cr') text += '\n';
    if (local === 'tab') text += '\t';
  });
  parser.on('text', (piece) => {
    if (inText && skipped === 0) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    if (SKIPPED.has(local)) skipped--;
    if (local === 't') inText = false;
    if (local === 'tc') {
      cells--;
      text += '\t';
    }
    if (local === 'tr' || (local === 'p' && cells === 0)) text += '\n';
  });
  let failed = false;
  parser.on('error', () => {
    failed = true;
  });
  parser.write(xml).close();
  if (failed) throw new UnusableDocument(DAMAGED);
  return { text, deletions };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function startsWith(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}
