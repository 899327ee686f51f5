/**
 * What the figures of one line are counted in (计量单位), where that is not the money of the sheet: 人, 户, 辆, %. Read from its 计量单位 column, the
 * brackets and words of its name and its number format; where these leave it open no unit is printed rather than a wrong one.
 */
import type { OrdinaryFigures } from '../findings/ordinary-figures.ts';
import type { Figure } from '../expressions/figure.ts';
import { readNumber } from '../discovery/read-number.ts';
import { Decimal } from '../number/decimal.ts';
import type { Sheet } from '../workbook/workbook.ts';
import { hasOwnUnit, isRateName } from './names.ts';

export type LineUnit =
  /** Of the unit that the sheet states; `written`: and so does the line. */
  | { readonly kind: 'money'; readonly written?: true }
  /** Printed behind the digits; empty where nobody can tell. */
  | { readonly kind: 'other'; readonly suffix: string }
  /** Printed as a percentage, its change in percentage points. `ratio`: the cells hold 0.12 and show 12%. */
  | { readonly kind: 'percent'; readonly ratio: boolean }
  /** 流动比率, 汇率, ‰: neither money nor per cent. */
  | { readonly kind: 'unclear' };

const COUNTED =
  '万?(?:人次|人|户次|户|批次|批|辆次|辆|次|台次|台[(（]套[)）]|台套|台|套|件|个|家|所|间|张|份|项|期|班|学时|课时|床|头|只|亩|公顷|平方公里|平方米|㎡|m²|立方米|m³|吨|公斤|千克|千瓦时|度|公里|千米|米|天|小时)';
const MONEY = '(?:人民币)?(?:亿元|万元|千元|百元|元|美元|万美元|港元)(?:/\\p{Script=Han}{1,3})?';
const WHOLE_UNIT = new RegExp(`^(?:${COUNTED}|${MONEY})$`, 'u');
const PERCENT_SIGN = /^[%％]$|^百分比$/;
const LAST_BRACKET = /[(（]\s*(?:单位[:：])?\s*([^()（）]{1,8}(?:[(（]套[)）])?)\s*[)）]\s*$/u;
const ANY_BRACKET = /[(（]/;
const BEHIND_DIGITS = new RegExp(`^(.*\\d)\\s*(${COUNTED})$`, 'u');

/** Words that name what is counted; only where nothing else is written, and at the end: 困难户数补助资金 is money. */
const BY_WORD: readonly (readonly [RegExp, string])[] = [
  [/人次数?$/, '人次'],
  [/批次数?$/, '批次'],
  [/人数$/, '人'],
  [/户数$/, '户'],
  [/车辆数$|辆数$|用车保有量$/, '辆'],
];
/** 单位数, 床位数, but not 年初数, 合计数: money when it has decimals, too. */
const NUMBER_OF = /(?<![计总年期初末生行成整减基])数$/;
/** People as such: money when it has decimals, people when it has none. */
const PEOPLE =
  /^(?:年末|期末|年初|期初|平均|其中)?(?:在职|在编|在岗|实有|离休|退休|离退休|临聘|编外|聘用|遗属)+(?:人员|职工|干部|教师)?(?:合计|总数|小计)?$|^(?:年末|期末|平均)?(?:职工|学生|教师|教职工)(?:合计|总数|人员)?$|编制数$|^(?:其中[:：]?)?(?:核定|行政|事业|工勤|机关|参公|人员|总)*编制$|保有量$/;
/** 行政运行（项） says of which level a subject is (类、款、项), 验收项目（项） what is counted; only the latter is a unit. */
const ITEM = '项';
const COUNTED_ITEMS = /(?:项目|课题|事项|指标|成果|专利|数|量)\s*[(（][^(（]*$/;
const SUBJECT_CODE = /^\d{3,7}(?!\d)/;
const MONEY_WORD =
  /费|支出|收入|经费|款|金|资产|负债|成本|税|补助|补贴|工资|津贴|投资|采购|拨|预算|决算|余额|结余|结转|利润|权益|支付|奖|债|额/;

export interface LineFigures {
  readonly label: string;
  readonly current: Figure;
  readonly prior: Figure;
}

export interface Surroundings {
  readonly figures: Pick<OrdinaryFigures, 'grid' | 'mark'>;
  /** The column under 计量单位. */
  readonly unitColumn: number | undefined;
  /** As the sheet writes it; empty where it states none. */
  readonly sheetUnit: string;
  /** The lines above the amounts name units of things, too (单位：万元、万人): words alone then do not tell 人 from 万人. */
  readonly headNamesCounts: boolean;
}

export function lineUnit({ label, current, prior }: LineFigures, surroundings: Surroundings): LineUnit {
  const { unitColumn, sheetUnit, figures } = surroundings;
  const beside = unitColumn === undefined ? '' : clean(figures.grid[current.ref.row]?.[unitColumn] ?? '');
  const isWholeLine = isWhole(current) && isWhole(prior);
  const bracket = clean(LAST_BRACKET.exec(label)?.[1] ?? '');
  const isLevel = bracket === ITEM && !(isWholeLine && COUNTED_ITEMS.test(label));
  const inCells = [current, prior].filter(({ unit }) => unit.kind === 'rate').length;
  if (inCells === 2) return isPerMille(figures, [current, prior]) ? { kind: 'unclear' } : { kind: 'percent', ratio: true };
  if (inCells === 1) return { kind: 'unclear' };
  const written = [beside, isLevel ? '' : bracket].find((text) => PERCENT_SIGN.test(text) || WHOLE_UNIT.test(text));
  if (written !== undefined) {
    if (PERCENT_SIGN.test(written)) return { kind: 'percent', ratio: false };
    return written === sheetUnit ? { kind: 'money', written: true } : { kind: 'other', suffix: written };
  }
  if (isRateName(label)) return { kind: 'unclear' };
  const [now, before] = [current, prior].map((figure) => behindDigits(figures, figure));
  const shown = now ?? before;
  if (shown !== undefined) return { kind: 'other', suffix: now !== undefined && before !== undefined && now !== before ? '' : shown };
  if (hasOwnUnit(label)) return { kind: 'other', suffix: byWord(label, surroundings) };
  const name = bareName(label);
  const mayBeCount = NUMBER_OF.test(name) || (isLevel && !SUBJECT_CODE.test(name));
  const mayCount = PEOPLE.test(name) || (mayBeCount && !MONEY_WORD.test(name));
  return mayCount && isWholeLine ? { kind: 'other', suffix: '' } : { kind: 'money' };
}

/** The column whose heading is 计量单位 or 单位 and that holds units; that of departments is none. */
export function unitColumnOf(
  { grid }: Pick<OrdinaryFigures, 'grid'>,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  lastRow: number,
  except: readonly number[],
): number | undefined {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row += 1) {
    grid[row]?.forEach((text, column) => {
      if (/^(?:计量)?单位$|^unit(?:s| of measure(?:ment)?)?$/i.test(text.replace(/\s/g, ' ').trim())) columns.add(column);
    });
  }
  return [...columns].find((column) => {
    const texts = grid
      .slice(bottom + 1, lastRow + 1)
      .map((row) => clean(row[column] ?? ''))
      .filter((text) => text !== '');
    const known = texts.filter((text) => PERCENT_SIGN.test(text) || WHOLE_UNIT.test(text));
    return !except.includes(column) && known.length > 0 && known.length * 2 >= texts.length;
  });
}

/** Whether the lines above the amounts state a unit of things beside the money. */
export function namesCounts(head: readonly string[]): boolean {
  return head.some(
    (text) => /单位\s*[:：]/.test(text) && new RegExp(`[、，,/\\s和:：](?:${COUNTED})(?=$|[、，,/\\s)）和])`, 'u').test(text),
  );
}

/** The digits of a cell whose number format writes the unit behind them (0"人"); others as they are. */
export function withoutWrittenUnit(sheet: Sheet, figures: Pick<OrdinaryFigures, 'grid' | 'mark'>, figure: Figure): Figure {
  const { row, column } = figure.ref;
  const digits = BEHIND_DIGITS.exec((figures.grid[row]?.[column] ?? '').trim())?.[1];
  if (digits === undefined || typeof sheet.grid[row]?.[column]?.value !== 'number') return figure;
  const read = readNumber(digits.trim(), figures.mark);
  return read === undefined || read.percent
    ? figure
    : { ...figure, reading: { kind: 'number', value: new Decimal(read.value) }, decimals: read.decimals };
}

/**
 * Whole numbers among amounts with cents, under a name that says nothing of money: 公务用车 5 | 4. A sum that they are part of proves them
 * to be money after all.
 */
export function isDoubtful(line: LineFigures, others: readonly LineFigures[]): boolean {
  if (MONEY_WORD.test(line.label) || !/\p{Script=Han}/u.test(line.label) || !isWhole(line.current) || !isWhole(line.prior)) return false;
  const rest = others.filter((other) => other !== line);
  const withCents = rest.filter(({ current, prior }) => !isWhole(current) || !isWhole(prior));
  return rest.length >= FEWEST && withCents.length * 4 >= rest.length * 3;
}

const FEWEST = 3;

function isWhole({ reading }: Figure): boolean {
  return reading.kind !== 'number' || reading.value.isInteger();
}

function byWord(label: string, { headNamesCounts }: Surroundings): string {
  if (headNamesCounts || ANY_BRACKET.test(label)) return '';
  const name = bareName(label).replace(/(?:合计|总计|小计)$/, '');
  return BY_WORD.find(([word]) => word.test(name))?.[1] ?? '';
}

/** Without spaces and the marks that may follow a name. */
function bareName(label: string): string {
  return label.replace(/[\s\u00A0\u3000]/g, '').replace(/[:：*]+$/, '');
}

function behindDigits({ grid }: Pick<OrdinaryFigures, 'grid'>, { ref }: Figure): string | undefined {
  return BEHIND_DIGITS.exec((grid[ref.row]?.[ref.column] ?? '').trim())?.[2];
}

function isPerMille({ grid }: Pick<OrdinaryFigures, 'grid'>, cells: readonly Figure[]): boolean {
  return cells.some(({ ref }) => (grid[ref.row]?.[ref.column] ?? '').includes('‰'));
}

function clean(text: string): string {
  const plain = text.replace(/[\s\u00A0\u3000]/g, '');
  return /^[(（]([^()（）]*)[)）]$/.exec(plain)?.[1] ?? plain;
}
