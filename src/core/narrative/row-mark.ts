/** The hidden mark beside each row of 决算公开说明 (段落标识): which paragraph it is, and what we wrote there, so that a hand edit is known wherever the row has gone. */
import type { Cell } from '../workbook/workbook.ts';

/** Column of the marks, hidden. */
export const MARK_COLUMN = 1;

/** Key of the row that says how to read the sheet: ours, and different every time. */
export const GUIDE_KEY = '@guide';

const START = '¶';

export interface RowMark {
  /** Stays the same while the tables change: `overall/income-grand-total`. */
  readonly key: string;
  /** Of the text or formula we generated for the row last. */
  readonly text: string;
  /** Of the generated text against which a person has kept their own words on purpose. */
  readonly settled: string | undefined;
  /** Of every other cell we wrote into the row. */
  readonly traces: readonly string[];
  /** On the title only: of the keys of all rows, in the order of the document. */
  readonly manifest?: readonly string[];
  /** On the title only: of the department's name. */
  readonly about?: string;
}

/** Stands for the text of a row for which nothing is generated. */
export const NOTHING_WRITTEN = '-';

export function printMark({ key, text, settled, traces, manifest = [], about = '' }: RowMark): string {
  return `${START}${[key.replaceAll('|', '/'), text, settled ?? '-', traces.join('.'), manifest.join('.'), about].join('|')}`;
}

/** Undefined where the cell holds no mark of ours. */
export function readMark(cell: Cell | undefined): RowMark | undefined {
  const value = cell?.value;
  if (typeof value !== 'string' || !value.startsWith(START)) return undefined;
  const [key = '', text = '', settled = '-', traces = '', manifest = '', about = '', ...more] = value.slice(START.length).split('|');
  if (key === '' || text === '' || more.length > 0) return undefined;
  const list = (joined: string): readonly string[] => (joined === '' ? [] : joined.split('.'));
  return { key, text, settled: settled === '-' ? undefined : settled, traces: list(traces), manifest: list(manifest), about };
}

/** Of a text as it stands; programs write line ends their own way, and that is no edit. */
export function textHash(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  return fnv(plain, 0x811c9dc5) + fnv(plain, 0x01000193);
}

/** Of a formula (without «=»): its words and functions; where its cells stand and what their sheet is called may change. */
export function formulaHash(formula: string): string {
  return textHash(
    `=${formula
      .split('"')
      .map((piece, index) => (index % 2 === 1 ? `"${piece}"` : withoutPlaces(piece)))
      .join('')}`,
  );
}

/** Of what a cell holds: its formula where it has one, otherwise its value. */
export function cellHash(cell: Cell | undefined): string {
  if (cell?.formula !== undefined) return formulaHash(cell.formula);
  const value = cell?.value ?? null;
  return textHash(value === null ? '' : typeof value === 'object' ? value.error : String(value));
}

/** A key in the manifest: half a hash, for there may be many. */
export function keyHash(key: string): string {
  return fnv(key, 0x811c9dc5);
}

function withoutPlaces(code: string): string {
  return code
    .replace(/'(?:[^']|'')*'!|[^\s'"!(),;&+\-*/<>=]+!/g, '')
    .replace(/\$?[A-Za-z]{1,3}\$?\d+/g, '#')
    .replace(/[\s@]/g, '')
    .toUpperCase();
}

/** FNV-1a, 32 bits as 8 hexadecimal digits. */
function fnv(text: string, start: number): string {
  let state = start;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, '0');
}
