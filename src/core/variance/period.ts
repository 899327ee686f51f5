/** What time, or which side of a budget, a heading names (期间): 2024年, 本年数, 上期金额, 期末余额, 决算数, FY2024, Q2, Prior year. */
import { CHANGE_WORD, MEAN_WORD, RATIO_WORD, wordsOf } from '../discovery/words.ts';

/** The moment or stretch a column stands for. Two columns of one `series` tell the same thing at different times. */
export interface Period {
  /** As printed, levels of the heading joined by a blank. */
  readonly label: string;
  /** Grows with time; undefined where the heading names no date. */
  readonly order: number | undefined;
  readonly relative: 'current' | 'prior' | undefined;
  readonly point: 'closing' | 'opening' | undefined;
  readonly basis: 'budget' | 'actual' | undefined;
  /** How long the period is, and every word that is no time: 收入, 1-6月. */
  readonly series: string;
}

/** A rate, a change, an average are no amounts of a period. */
const NO_AMOUNT = CHANGE_WORD | RATIO_WORD | MEAN_WORD;
const NO_PERIOD = /差异|差额|完成率|执行率|比上年|较上年|比上期|较上期|比预算|\bnotes?\b|附注|备注|说明|代码|编号/i;

const OPENING =
  /期初|年初|月初|季初|上年年?末|上期期?末|\bopening\b|\bbeginning\b|\b(?:beginning|start) of (?:the )?(?:year|period|quarter|month)\b/i;
const CLOSING = /期末|本?年末|本?月末|季末|\bclosing\b|\bending\b|\bend of (?:the )?(?:year|period|quarter|month)\b/i;
const ACTUAL = /(?:预算)?执行|决算|实际(?:完成|支出|收入|发生)?|完成(?=数|额|情况|$)|\bactuals?\b|\boutturn\b/i;
const BUDGET = /(?:年初|全年|年度|调整后?|批复)?预算(?:安排)?|计划|\bbudget(?:ed)?\b|\bplan(?:ned)?\b|\bforecast\b/i;
const PRIOR =
  /(?:上年|去年|上期)同期|上一?年度?|去年|上一?期|前期|上月|上一?季度?|\b(?:prior|previous|last)[- ](?:fiscal |financial )?(?:year|period|quarter|month)\b|\b(?:prior|previous|comparative)\b|\bPY\b/i;
const CURRENT =
  /本年度?|当年|今年|本期|当期|本月|本季度?|\b(?:current|this)[- ](?:fiscal |financial )?(?:year|period|quarter|month)\b|\bcurrent\b|\bCY\b/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORD = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const YEAR = '((?:19|20)\\d\\d)';

/** Words that name the figure itself, or a date that has been read. */
const PLAIN_WORDS =
  /[(（]?(?:单位[:：])?(?:人民币)?[亿万千百]*元[)）]?|累计|金额|余额|发生额|数额|数|额|年度|年|度|全年|情况|\b(?:amounts?|balances?|as (?:at|of)|at|for the|the|years?|periods?|ended|ending|fiscal|financial|fy|unaudited|audited|restated|rmb|usd|cny|eur|gbp|000s?|figures?)\b/gi;

/** Undefined for a heading that names no period, or whose figures are no amounts. */
export function periodOf(heading: string): Period | undefined {
  const label = heading
    .replace(/[\s\u00A0\u3000]+/g, ' ')
    .replace(/[\s,，;；:：-]+$/, '')
    .trim();
  const text = label.normalize('NFKC');
  if (text === '' || text.length > 60 || (wordsOf(text) & NO_AMOUNT) !== 0 || NO_PERIOD.test(text)) return undefined;
  const date = dateIn(text);
  if (date === 'several') return undefined;
  let rest = date?.rest ?? text;
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) rest = rest.replace(found, ' ');
    return found;
  };
  // «年初预算数» is a budget, no opening balance; «预算执行数» is what was spent.
  const basis = take(ACTUAL) !== undefined ? 'actual' : take(BUDGET) !== undefined ? 'budget' : undefined;
  const point = take(OPENING) !== undefined ? 'opening' : take(CLOSING) !== undefined ? 'closing' : undefined;
  const prior = take(PRIOR);
  const spoken = prior ?? take(CURRENT);
  if (date === undefined && basis === undefined && point === undefined && spoken === undefined) return undefined;
  const grain = point === undefined ? (date?.grain ?? (spoken === undefined ? '' : grainOf(spoken))) : '';
  const words = rest
    .replace(PLAIN_WORDS, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
  const relative = prior !== undefined ? 'prior' : spoken !== undefined ? 'current' : undefined;
  return { label, order: date?.order, relative, point, basis, series: `${grain}|${words}` };
}

function grainOf(spoken: string): string {
  if (/同期/.test(spoken)) return 'same';
  if (/年|year|CY|PY/i.test(spoken)) return 'year';
  if (/月|month/i.test(spoken)) return 'month';
  return /季|quarter/i.test(spoken) ? 'quarter' : 'period';
}

interface DateIn {
  readonly order: number;
  readonly grain: string;
  /** The text without it. */
  readonly rest: string;
}

type DatePattern = readonly [pattern: RegExp, grain: string, read: (groups: readonly (string | undefined)[]) => number];

const day = (year: number, month: number, of = 0): number => year * 10_000 + month * 100 + of;
const monthOf = (word = ''): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const century = (digits = ''): number => 2000 + Number(digits);
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
const quarterOf = (text = ''): number => QUARTERS[text] ?? Number(text);

/** The longest forms first: a part of one is no date of its own. */
const DATES: readonly DatePattern[] = [
  [
    new RegExp(`${YEAR}(?:年|[-/.])(\\d{1,2})(?:月|(?<!年\\d{1,2})[-/.])(\\d{1,2})日?(?!\\d)`),
    'day',
    ([y, m, d]) => day(Number(y), Number(m), Number(d)),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH_WORD},?[ -]${YEAR}`, 'i'),
    'day',
    ([d, m, y]) => day(Number(y), monthOf(m), Number(d)),
  ],
  [new RegExp(`\\b${MONTH_WORD} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}`, 'i'), 'day', ([m, d, y]) => day(Number(y), monthOf(m), Number(d))],
  [new RegExp(`\\b${MONTH_WORD}[ -]'?${YEAR}`, 'i'), 'month', ([m, y]) => day(Number(y), monthOf(m))],
  // «Dec-24» and «Dec '24»; «December 31» is a day of no year.
  [new RegExp(`\\b${MONTH_WORD}(?:-| ?')(\\d\\d)(?!\\d)`, 'i'), 'month', ([m, y]) => day(century(y), monthOf(m))],
  [
    new RegExp(`${YEAR}\\s*(?:年|[-/.])\\s*(1[0-2]|0?[1-9])(?:月份?|(?![\\d月]))(?!\\s*[-—~至])`),
    'month',
    ([y, m]) => day(Number(y), Number(m)),
  ],
  [new RegExp(`${YEAR}年?度?\\s*第?([一二三四1-4])季度?`), 'quarter', ([y, q]) => day(Number(y), quarterOf(q))],
  [new RegExp(`\\bQ([1-4])\\s*(?:FY|[-/])?\\s*'?${YEAR}`, 'i'), 'quarter', ([q, y]) => day(Number(y), Number(q))],
  [new RegExp(`${YEAR}\\s*[-/]?\\s*Q([1-4])`, 'i'), 'quarter', ([y, q]) => day(Number(y), Number(q))],
  [/\b(?:Q([1-4])|([1-4])Q)\s*(?:FY)?'?(\d\d)(?!\d)/i, 'quarter', ([a, b, y]) => day(century(y), Number(a ?? b))],
  [/\b(?:Q([1-4])|([1-4])Q)(?![\dA-Za-z])/i, 'quarter', ([a, b]) => Number(a ?? b)],
  [/第([一二三四1-4])季度?|(?<![上本第])([一二三四])季度/, 'quarter', ([a, b]) => quarterOf(a ?? b)],
  [/\bFY\s?'?(\d\d)(?!\d)/i, 'year', ([y]) => day(century(y), 0)],
  [/(?<![\d\-—~至])(1[0-2]|[1-9])月份?(?!\s*[-—~至])/, 'month', ([m]) => Number(m)],
  [new RegExp(`^${MONTH_WORD}$`, 'i'), 'month', ([m]) => monthOf(m)],
];
const FISCAL = new RegExp(`(?<!\\d)${YEAR}\\s*[/–-]\\s*(\\d\\d)(?!\\d)`);
const SINGLE_YEAR = new RegExp(`(?<![\\d.])${YEAR}(?![\\d.])`, 'g');

function dateIn(text: string): DateIn | 'several' | undefined {
  const fiscal = FISCAL.exec(text);
  // 2023/24 is one year; 2023-11 is a month.
  if (fiscal !== null && (Number(fiscal[1]) + 1) % 100 === Number(fiscal[2]) && !/^\d{4}-(?:0\d|1[0-2])$/.test(fiscal[0])) {
    return onlyDate({ order: day(Number(fiscal[1]) + 1, 0), grain: 'year', rest: text.replace(fiscal[0], ' ') });
  }
  for (const [pattern, grain, read] of DATES) {
    const match = pattern.exec(text);
    if (match !== null) return onlyDate({ order: read(match.slice(1)), grain, rest: text.replace(match[0], ' ') });
  }
  const years = [...text.matchAll(SINGLE_YEAR)].map(([year]) => year);
  const [year, second] = new Set(years);
  if (year === undefined) return undefined;
  return second === undefined ? { order: day(Number(year), 0), grain: 'year', rest: text.replaceAll(year, ' ') } : 'several';
}

/** A second date in one heading («from 2023 to June 2024») leaves open which is meant. */
function onlyDate(found: DateIn): DateIn | 'several' {
  const others = [...found.rest.matchAll(SINGLE_YEAR)].map(([year]) => Number(year));
  const own = Math.floor(found.order / 10_000);
  if (others.some((year) => year !== own)) return own === 0 && others.length === 1 ? withYear(found, others[0] ?? 0) : 'several';
  return others.length === 0 ? found : { ...found, rest: found.rest.replace(SINGLE_YEAR, ' ') };
}

/** «2024年 … 一季度»: the year stands in another level of the heading. */
function withYear({ order, grain, rest }: DateIn, year: number): DateIn {
  return { order: day(year, order), grain, rest: rest.replace(SINGLE_YEAR, ' ') };
}
