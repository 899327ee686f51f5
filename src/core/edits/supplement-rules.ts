/** What the column 内容 of 补充资料 takes (数据验证): numbers where the line has a unit, a choice where there is one. */
import type { Locale } from '../locale.ts';
import type { Area } from '../workbook/address.ts';
import { columnName } from '../workbook/address.ts';
import { SUPPLEMENT_COLUMNS } from '../tables/supplement-sheet.ts';
import type { InputRule } from './sheet-content.ts';
import { SUPPLEMENT_WORDS as WORDS } from './supplement-words.ts';

/** Excel's own limit for a list in a cell. */
const LONGEST_LIST = 255;
/** Offered beside last year's codes: the item is new. */
export const NONE = '无';
const CONTENT = SUPPLEMENT_COLUMNS.indexOf('content');
const UNIT = SUPPLEMENT_COLUMNS.indexOf('unit');

/** `choices`: by line, counted from `top`. One rule reads the unit of its own line, so that it is right wherever the line goes. */
export function contentRules(
  top: number,
  lines: number,
  choices: ReadonlyMap<number, readonly string[]>,
  locale: Locale,
): readonly InputRule[] {
  const rules: InputRule[] = [];
  let from = 0;
  const numbersUntil = (end: number): void => {
    if (end <= from) return;
    rules.push({
      area: area(top + from, top + end - 1),
      rule: { kind: 'formula', formula: numberFormula(top + from) },
      title: WORDS.number[locale],
      message: WORDS.numberHelp[locale],
    });
  };
  for (const [line, options] of [...choices].sort(([a], [b]) => a - b)) {
    numbersUntil(line);
    rules.push({
      area: area(top + line, top + line),
      rule: { kind: 'list', options: fitting(options) },
      title: WORDS.choose[locale],
      message: WORDS.chooseHelp[locale],
    });
    from = line + 1;
  }
  numbersUntil(lines);
  return rules;
}

function area(top: number, bottom: number): Area {
  return { top, bottom, left: CONTENT, right: CONTENT };
}

/** Words without a unit are free; money may be negative, counts may not. */
function numberFormula(row: number): string {
  const [content, unit] = [CONTENT, UNIT].map((column) => `$${columnName(column)}${row + 1}`);
  return `OR(${unit}="",AND(ISNUMBER(${content}),OR(${content}>=0,ISNUMBER(FIND("元",${unit})))))`;
}

/** As many as the list takes, with their names or, where that is too long, the codes alone; the word for none always. */
function fitting(options: readonly string[]): readonly string[] {
  const fits = (list: readonly string[]): boolean => [...list, NONE].join(',').length <= LONGEST_LIST;
  if (fits(options)) return [...options, NONE];
  const codes = options.map((option) => option.split(' ')[0] ?? option);
  let count = codes.length;
  while (!fits(codes.slice(0, count))) count -= 1;
  return [...codes.slice(0, count), NONE];
}
