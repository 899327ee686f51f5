/** The unit a table states (金额单位): a known one of yuan, or the words of the sheet as they are: 百万元, USD thousands. */
import { Decimal } from '../number/decimal.ts';
import { parseUnit, type Unit } from '../number/unit.ts';
import { unitIn, unitInBrackets } from '../tables/head-lines.ts';

const CHINESE = /(?:金额|计量|货币|数据)?单位\s*[:：]\s*(?:人民币)?(\p{Script=Han}{1,6})(?:$|[\s,，;；)）])/u;
const CURRENCY = '(?:US\\$|HK\\$|USD|EUR|GBP|CNY|RMB|HKD|JPY|AUD|CAD|CHF|SGD|dollars?|euros?|yuan|pounds?|[$€£¥])';
const SIZE = "(?:thousands?|millions?|billions?|'?000s?|mn?|bn)";
const ENGLISH = new RegExp(
  `(?:^|[(\\s])(?:(?:all |amounts?|figures?|values?|expressed|stated|unit:?|are|\\s)*\\bin )?((?:${CURRENCY}\\s*${SIZE}|${SIZE} of (?:U\\.?S\\.? )?${CURRENCY}|(?<=\\bin )(?:${SIZE}|(?:U\\.?S\\.? )?${CURRENCY})))(?=$|[\\s).,;])`,
  'i',
);

export interface SheetUnit {
  /** What amounts are computed and printed in. */
  readonly unit: Unit;
  /** As English texts say it once: «USD thousands»; empty where the sheet says nothing. */
  readonly words: string;
}

/** Amounts of no stated unit: they are printed as they stand. */
const UNSTATED: Unit = { name: '', kind: 'money', scale: new Decimal(1), decimals: 2 };

/** Reads the lines above the amounts. Two units on one table: none is printed, for nobody knows which amount has which. */
export function sheetUnit(texts: readonly string[]): SheetUnit {
  const found = new Map<string, SheetUnit>();
  for (const text of texts) {
    const unit = unitOf(text.replace(/[\s\u00A0\u3000]+/g, ' ').trim());
    if (unit !== undefined) found.set(`${unit.unit.name}|${unit.words}`, unit);
  }
  const [unit, second] = [...found.values()];
  return unit === undefined || second !== undefined ? { unit: UNSTATED, words: '' } : unit;
}

function unitOf(text: string): SheetUnit | undefined {
  const yuan = unitIn(text) ?? unitInBrackets(text);
  if (yuan !== undefined) return { unit: yuan, words: yuan.name };
  const chinese = CHINESE.exec(text)?.[1];
  // «单位：元谋县财政局» is a department; a money unit ends in 元 or is 美元, 港币 ….
  if (chinese !== undefined && /(?:元|币|圆)$/.test(chinese) && parseUnit(chinese)?.name !== chinese) {
    return { unit: { ...UNSTATED, name: chinese }, words: chinese };
  }
  const english = ENGLISH.exec(text)?.[1];
  return english === undefined ? undefined : { unit: UNSTATED, words: english.replace(/\s+/g, ' ') };
}
