/** A finding in words (说明): where, the arithmetic written out, the value that would put it right, what rounding allows, and what else depends on it. */
import { type Expression, sum } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { printValue, writeOut } from '../expressions/write-out.ts';
import type { Locale, LocalText } from '../locale.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Judgement } from '../relations/judge.ts';
import { cellAddress, refKey } from '../workbook/address.ts';
import { type Evidence, valueOf } from './evidence.ts';
import type { Slip, Suspect } from './finding.ts';
import type { Located } from './localise.ts';

const LONGEST_SUM = 12;
const KEPT_AT_START = 6;
const KEPT_AT_END = 3;

const SLIPS: Readonly<Record<Slip, LocalText>> = {
  'digits-swapped': { 'zh-CN': '相邻两位数字颠倒', en: 'two digits swapped' },
  'digit-wrong': { 'zh-CN': '一位数字写错', en: 'one digit wrong' },
  'digit-lost': { 'zh-CN': '漏写一位数字', en: 'one digit lost' },
  'digit-added': { 'zh-CN': '多写一位数字', en: 'one digit too many' },
  sign: { 'zh-CN': '正负号写反', en: 'wrong sign' },
  'power-of-ten': { 'zh-CN': '小数点错位', en: 'decimal point misplaced' },
  unit: { 'zh-CN': '元与万元混用', en: 'unit mistaken (元 / 万元)' },
  'missing-row': { 'zh-CN': '漏列或漏加一行', en: 'a row left out' },
  'counted-twice': { 'zh-CN': '重复计算', en: 'counted twice' },
  'stale-subtotal': { 'zh-CN': '合计没有随明细更新', en: 'subtotal not updated' },
  'shifted-block': { 'zh-CN': '粘贴时整段错位一行', en: 'pasted one row off' },
  'left-blank': { 'zh-CN': '漏填', en: 'left blank' },
};

export function explain(evidence: Evidence, lead: Judgement, judgements: readonly Judgement[], located: Located): LocalText {
  const write = (locale: Locale): string => (locale === 'zh-CN' ? chinese : english)(evidence, lead, judgements, located);
  return { 'zh-CN': write('zh-CN'), en: write('en') };
}

function chinese(evidence: Evidence, lead: Judgement, judgements: readonly Judgement[], { cause, suspects }: Located): string {
  const [first, ...others] = suspects;
  const parts = [arithmetic(lead, 'zh-CN')];
  if (cause?.note !== undefined) parts.push(`${cause.note['zh-CN']}。`);
  if (first !== undefined) {
    const own = isSameCell(first.figure, lead.relation.stated);
    if (first.repair !== null)
      parts.push(
        `${own ? '该数' : `${placeOf(evidence, first.figure, 'zh-CN')}现为 ${shown(first.figure, 'zh-CN')}，`}应改为 ${repairOf(first)}${slipOf(first, 'zh-CN')}，${cause?.kind === 'moved' && others.length === 0 ? '与另一处一并改后' : '改后'}各项关系成立。`,
      );
    else if (cause?.kind === 'missing-row') parts.push('请补上该行，或核对合计。');
    else parts.push(`请核对${own ? '该数' : placeOf(evidence, first.figure, 'zh-CN')}和上面算式中的各数。`);
  }
  if (others.length > 0 && cause?.kind !== 'moved')
    parts.push(`也可能是：${others.map((one) => alternative(evidence, one, 'zh-CN')).join('；')}。`);
  if (cause?.kind === 'moved')
    parts.push(
      others
        .map((one) => `${placeOf(evidence, one.figure, 'zh-CN')}现为 ${shown(one.figure, 'zh-CN')}，应改为 ${repairOf(one)}。`)
        .join(''),
    );
  if (judgements.length > 1) parts.push(`另有 ${judgements.length - 1} 处关系因同一原因不成立。`);
  return parts.join('');
}

function english(evidence: Evidence, lead: Judgement, judgements: readonly Judgement[], { cause, suspects }: Located): string {
  const [first, ...others] = suspects;
  const parts = [arithmetic(lead, 'en')];
  if (cause?.note !== undefined) parts.push(`${capital(cause.note.en)}.`);
  if (first !== undefined) {
    const own = isSameCell(first.figure, lead.relation.stated);
    if (first.repair !== null)
      parts.push(
        `${own ? '' : `${placeOf(evidence, first.figure, 'en')} holds ${shown(first.figure, 'en')}; `}${repairOf(first)} would put it right${slipOf(first, 'en')}.`,
      );
    else if (cause?.kind === 'missing-row') parts.push('Add the row, or check the total.');
    else parts.push(`Check ${own ? 'it' : placeOf(evidence, first.figure, 'en')} and the figures of the sum above.`);
  }
  if (others.length > 0 && cause?.kind !== 'moved')
    parts.push(`It could also be ${others.map((one) => alternative(evidence, one, 'en')).join('; ')}.`);
  if (cause?.kind === 'moved') parts.push(...others.map((one) => `${placeOf(evidence, one.figure, 'en')} would be ${repairOf(one)}.`));
  if (judgements.length > 1) parts.push(`${judgements.length - 1} more relation(s) fail for the same reason.`);
  return parts.join(' ');
}

function isSameCell(a: Figure, b: Figure): boolean {
  return refKey(a.ref) === refKey(b.ref);
}

/** 「05」C12（行政运行 基本支出） */
export function placeOf(evidence: Evidence, figure: Figure, locale: Locale): string {
  const book = figure.ref.book === 'prior' ? (locale === 'zh-CN' ? '上年' : 'last year’s ') : '';
  const table = evidence.tableOf(figure);
  const sheet = `${book}${locale === 'zh-CN' ? `「${figure.ref.sheet}」` : `«${figure.ref.sheet}» `}`;
  const names = [figure.row, table !== undefined && table.columns.length > 1 ? figure.column : ''].filter((name) => name !== '').join(' ');
  return locale === 'zh-CN' ? `${sheet}${cellAddress(figure.ref)}（${names}）` : `${sheet}${cellAddress(figure.ref)} (${names})`;
}

export function arithmetic({ relation, expected, difference, tolerance }: Judgement, locale: Locale): string {
  const { stated, must } = relation;
  const sides = writeSum(relation.expected, stated, locale);
  const result = expected === undefined ? '' : print(expected, stated);
  // A single figure says it all; a sum is followed by its result.
  const right = sides === result ? result : `${sides} = ${result}`;
  const gap = difference === undefined ? '' : print(difference.abs(), stated);
  const allowed = printTolerance(tolerance, stated);
  const name =
    locale === 'zh-CN'
      ? `「${stated.ref.sheet}」${cellAddress(stated.ref)}「${stated.row}」${stated.column}`
      : `«${stated.ref.sheet}» ${cellAddress(stated.ref)} «${stated.row}» ${stated.column}`;
  if (locale === 'zh-CN') {
    const verb = must === 'equal' ? '应为' : must === 'at-most' ? '不应大于' : '不应小于';
    return `${name}：表上 ${print(valueOf(stated), stated)}，按“${relation.why['zh-CN']}”${verb} ${right}，相差 ${gap}${stated.unit.kind === 'money' ? stated.unit.name : ''}（${allowed === undefined ? '不允许有尾差' : `尾差最多 ${allowed}`}）。`;
  }
  const verb = must === 'equal' ? 'should be' : must === 'at-most' ? 'should be at most' : 'should be at least';
  return `${name}: stated ${print(valueOf(stated), stated)}, by “${relation.why.en}” it ${verb} ${right}; off by ${gap}${stated.unit.kind === 'money' ? ` ${stated.unit.name}` : ''} (${allowed === undefined ? 'no rounding difference allowed' : `rounding explains at most ${allowed}`}).`;
}

/** Long sums are cut in the middle: sixty terms tell nobody anything. */
function writeSum(expression: Expression, stated: Figure, locale: Locale): string {
  if (expression.kind !== 'sum') return writeOut(expression, stated.unit, stated.decimals);
  const filled = expression.terms.filter(({ of }) => of.kind !== 'figure' || !valueOf(of.figure).isZero());
  if (filled.length <= LONGEST_SUM) return writeOut(expression, stated.unit, stated.decimals);
  const start = writeOut({ kind: 'sum', terms: filled.slice(0, KEPT_AT_START) }, stated.unit, stated.decimals);
  const end = writeOut(sum(filled.slice(-KEPT_AT_END).map(({ of }) => of)), stated.unit, stated.decimals);
  return `${start} + … + ${end}${locale === 'zh-CN' ? `（共 ${filled.length} 项）` : ` (${filled.length} terms)`}`;
}

function print(value: Decimal, like: Figure): string {
  return printValue(value, like.unit, like.decimals);
}

function shown(figure: Figure, locale: Locale): string {
  return figure.reading.kind === 'blank' ? (locale === 'zh-CN' ? '空' : 'nothing') : print(valueOf(figure), figure);
}

function repairOf({ figure, repair }: Suspect): string {
  return repair === null ? '' : print(repair, figure);
}

function slipOf({ slip }: Suspect, locale: Locale): string {
  return slipWords(slip, locale);
}

/** «（像是相邻两位数字颠倒）»; nothing when no slip fits. */
export function slipWords(slip: Slip | null, locale: Locale): string {
  if (slip === null) return '';
  return locale === 'zh-CN' ? `（像是${SLIPS[slip]['zh-CN']}）` : ` (${SLIPS[slip].en})`;
}

function alternative(evidence: Evidence, one: Suspect, locale: Locale): string {
  const place = placeOf(evidence, one.figure, locale);
  if (one.repair === null) return place;
  return locale === 'zh-CN'
    ? `${place}应为 ${repairOf(one)}${slipOf(one, locale)}`
    : `${place}, which would be ${repairOf(one)}${slipOf(one, locale)}`;
}

// Half steps need one decimal more than the figure itself; undefined when nothing is left to rounding.
function printTolerance(tolerance: Decimal, stated: Figure): string | undefined {
  if (tolerance.isZero()) return undefined;
  const inUnit = tolerance.div(stated.unit.scale);
  return stated.unit.kind === 'rate' ? `${inUnit.toSignificantDigits(2).toString()}%` : inUnit.toSignificantDigits(4).toString();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
