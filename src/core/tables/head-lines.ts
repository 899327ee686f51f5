/** The lines between title and header (表头信息): 部门：…, 2023年度, 金额单位：万元. */
import { parseUnit, type Unit } from '../number/unit.ts';
import { plain } from './labels.ts';
import { filledCells, type SheetView, type TextCell } from './sheet-view.ts';

export interface HeadLines {
  readonly department: string;
  readonly year: number | undefined;
  readonly unit: Unit | undefined;
}

const DEPARTMENT = /^(?:编制|填报|填制|公开|预算|决算)?(?:部门|单位)(?:\(单位\)|\(部门\))?(?:全称|名称)?[:：](.*)$/s;
const UNIT_VALUE = /^[(（]?(?:人民币)?(?:亿元|万元|千元|元)[)）]?(?:$|[/,，;；].*$)/;
const UNIT_LABEL = /(?:金额|计量|货币|数据)?单位[:：]\(?(?:人民币)?((?:亿|万|千)?元)\)?/;
const CHINESE_DIGITS = '〇一二三四五六七八九';

/** Reads rows `top` to `bottom` between two columns. */
export function readHeadLines(view: SheetView, top: number, bottom: number, left: number, right: number): HeadLines {
  const lines: (readonly TextCell[])[] = [];
  for (let row = Math.max(0, top); row <= bottom; row++) lines.push(filledCells(view, row, left, right));
  const cells = lines.flat();
  return {
    department: lines.map(departmentIn).find((name) => name !== '') ?? '',
    year: yearIn(cells.map((cell) => cell.text)),
    unit: cells.map((cell) => unitIn(cell.text)).find((unit) => unit !== undefined),
  };
}

/** «金额单位：万元», «单位:元», a bare «万元»; a department called «单位：元谋县财政局» is none. */
export function unitIn(text: string): Unit | undefined {
  const words = plain(text);
  const labelled = UNIT_LABEL.exec(words);
  if (
    labelled?.[1] !== undefined &&
    UNIT_VALUE.test(words.slice(labelled.index + labelled[0].length - labelled[1].length).replace(/^\(|\)$/g, ''))
  ) {
    return parseUnit(labelled[1]);
  }
  return UNIT_VALUE.test(words) && words.length <= 8 ? parseUnit(words) : undefined;
}

/** «部门资金（万元）»: a unit in brackets inside a heading. */
export function unitInBrackets(text: string): Unit | undefined {
  const match = /\((?:单位:)?(?:人民币)?((?:亿|万|千)?元)\)/.exec(plain(text));
  return match?.[1] === undefined ? undefined : parseUnit(match[1]);
}

function departmentIn(line: readonly TextCell[]): string {
  for (const [index, { text }] of line.entries()) {
    // One cell may hold the whole line, its parts held apart by blanks.
    const first = text.trim().split(/\s{2,}|\u3000{2,}|\t|(?:金额)?单位[:：](?=\s*(?:人民币)?[亿万千]?元(?:$|[\s)）/,，]))/)[0] ?? '';
    const match = DEPARTMENT.exec(first.replace(/（/g, '(').replace(/）/g, ')').trim());
    if (match?.[1] === undefined) continue;
    const inside = original(first).trim();
    const name = inside !== '' ? inside : (line[index + 1]?.text.trim() ?? '');
    if (name === '' || UNIT_VALUE.test(plain(name)) || /^20\d{2}年/.test(plain(name))) continue;
    return name
      .replace(/\s*20\d{2}年度?.*$/s, '')
      .replace(/[\r\n]+/g, '')
      .trim();
  }
  return '';
}

/** What follows the colon, brackets as printed. */
function original(line: string): string {
  const at = line.search(/[:：]/);
  return at === -1 ? '' : line.slice(at + 1);
}

/** «2023年度» before «2023年», before «二〇二三年»; in the order the texts are given. */
export function yearIn(texts: readonly string[]): number | undefined {
  const words = texts.map(plain);
  for (const pattern of [/(?<!\d)(20\d{2})年度/, /(?<!\d)(20\d{2})年/]) {
    for (const text of words) {
      const match = pattern.exec(text);
      if (match?.[1] !== undefined) return Number(match[1]);
    }
  }
  for (const text of words) {
    const match = /二([〇○零Oo0])([〇○零Oo0一二三四五六七八九])([〇○零Oo0一二三四五六七八九])年/.exec(text);
    if (match?.[2] !== undefined && match[3] !== undefined) return 2000 + 10 * digit(match[2]) + digit(match[3]);
  }
  return undefined;
}

function digit(char: string): number {
  return Math.max(0, CHINESE_DIGITS.indexOf(char));
}
