/** What discovery saw in an ordinary table, as relations for the one evaluator (发现的关系 → 勾稽关系), with the reasons to believe each in words. */
import type { DiscoveredRelation } from '../discovery/discover.ts';
import type { Witness } from '../discovery/signature.ts';
import { constant, difference, type Expression, figure, growth, product, quotient, sum } from '../expressions/expression.ts';
import { evaluate } from '../expressions/evaluate.ts';
import type { Figure } from '../expressions/figure.ts';
import type { LocalText } from '../locale.ts';
import { HUNDRED, roundTo, ZERO } from '../number/decimal.ts';
import { quantumInBase } from '../number/unit.ts';
import type { Relation, Severity } from '../relations/relation.ts';
import { asFineAs, inMoney, type OrdinaryFigures } from './ordinary-figures.ts';

export const ORDINARY_CHECK = 'ordinary-table';

const MOST_NAMES = 4;
/** Sums of doubles are good to so many decimals. */
const MOST_EXACT = 4;
/** With so many other places where it holds, a pattern is no coincidence. */
const ENOUGH_SIBLINGS = 2;

const WITNESSES: Readonly<Record<Exclude<Witness, 'arithmetic'>, LocalText>> = {
  label: { 'zh-CN': '名称', en: 'its name' },
  code: { 'zh-CN': '编码', en: 'the codes' },
  indent: { 'zh-CN': '缩进', en: 'the indents' },
  numbering: { 'zh-CN': '序号', en: 'the numbering' },
  'of-which': { 'zh-CN': '“其中”', en: '«of which»' },
  'header-class': { 'zh-CN': '表头', en: 'the headings' },
  formula: { 'zh-CN': '公式', en: 'its formula' },
  siblings: { 'zh-CN': '同类行列', en: 'its siblings' },
};

/** How often each formula holds elsewhere. */
export type Holding = ReadonlyMap<string, number>;

/** Undefined where the stated cell or a needed part holds no figure: then nobody stated anything. */
export function relationOf(
  found: DiscoveredRelation,
  holding: Holding,
  figures: Pick<OrdinaryFigures, 'figureAt' | 'unit'>,
): Relation | undefined {
  const [stated, ...parts] = figuresIn(found, figures);
  if (stated === undefined) return undefined;
  const expected = expressionOf(found, stated, parts);
  if (stated.reading.kind !== 'number' || expected === undefined) return undefined;
  const places = holding.get(found.formula) ?? 0;
  const sameRow = isAlongRow(found);
  return {
    check: ORDINARY_CHECK,
    stated,
    must: 'equal',
    expected,
    why: whyOf(found, namesOf(found, stated, parts), places),
    severity: severityOf(found, places),
    along: sameRow ? 'row' : 'column',
  };
}

/** Whether amounts that do not add up as shown do so as stored: then only the display rounds. */
export function holdsAsStored({ operator, total, parts }: DiscoveredRelation, { storedAt }: Pick<OrdinaryFigures, 'storedAt'>): boolean {
  const stated = storedAt(total);
  const [whole = ZERO, ...others] = parts.map((part) => storedAt(part) ?? ZERO);
  if (stated === undefined || (operator !== 'sum' && operator !== 'difference')) return false;
  const sign = operator === 'sum' ? 1 : -1;
  const residual = others.reduce((rest, part) => rest.minus(part.times(sign)), stated.minus(whole));
  return roundTo(residual, MOST_EXACT).isZero();
}

/** The stated figure, then its parts; all in money where amounts are added and the sheet names its unit. */
function figuresIn(
  { operator, total, parts }: DiscoveredRelation,
  { figureAt, unit }: Pick<OrdinaryFigures, 'figureAt' | 'unit'>,
): readonly Figure[] {
  const members = parts.map(figureAt);
  const adds = operator === 'sum' || operator === 'difference';
  const own = figureAt(total);
  const plain = [adds ? asFineAs(own, members) : own, ...members];
  const isMoney = unit !== undefined && adds && plain.every((of) => of.unit.kind === 'count');
  if (!isMoney) return plain;
  return plain.map((of) => inMoney(of, unit, quantumInBase(unit, of.decimals)));
}

function severityOf({ witnesses }: DiscoveredRelation, places: number): Severity {
  return places >= ENOUGH_SIBLINGS || witnesses.includes('formula') || witnesses.includes('code') ? 'error' : 'warning';
}

function expressionOf({ operator }: DiscoveredRelation, stated: Figure, parts: readonly Figure[]): Expression | undefined {
  const [first, second] = parts;
  const filled = parts.filter(({ reading }) => reading.kind === 'number');
  if (operator === 'sum') return filled.length === 0 ? undefined : sum(parts.map(figure));
  if (operator === 'average') return filled.length === 0 ? undefined : quotient(sum(filled.map(figure)), constant(filled.length));
  if (first === undefined || second === undefined || filled.length < parts.length) return undefined;
  if (operator === 'difference') return difference(figure(first), figure(second));
  return asPrinted(operator === 'division' ? quotient(figure(first), figure(second)) : growth(figure(second), figure(first)), stated);
}

/** 12.14 under a heading with % is a rate told without its sign. */
function asPrinted(rate: Expression, stated: Figure): Expression {
  if (stated.unit.kind === 'rate') return rate;
  const result = evaluate(rate);
  if (result.kind === 'blocked') return rate;
  const value = stated.reading.kind === 'number' ? stated.reading.value : ZERO;
  const times = result.value.times(HUNDRED);
  return value.minus(times).abs().lt(value.minus(result.value).abs()) ? product(rate, constant(HUNDRED)) : rate;
}

function isAlongRow({ total, parts }: DiscoveredRelation): boolean {
  return parts.every(([row]) => row === total[0]);
}

/** In a relation that steps along the table a cell of another line is named by that line: «累计（5月）». */
function namesOf(found: DiscoveredRelation, stated: Figure, parts: readonly Figure[]): readonly string[] {
  if (!stepsAlong(found)) return [stated, ...parts].map(isAlongRow(found) ? columnName : rowName);
  const isDown = found.parts.some(([row]) => row === found.total[0]);
  const [own, other] = isDown ? [columnName, rowName] : [rowName, columnName];
  return [own(stated), ...parts.map((part) => (other(part) === other(stated) ? own(part) : `${own(part)}（${other(part)}）`))];
}

function stepsAlong(found: DiscoveredRelation): boolean {
  return !isAlongRow(found) && !found.parts.every(([, column]) => column === found.total[1]);
}

const rowName = (of: Figure): string => of.row || of.rowKey;
const columnName = (of: Figure): string => of.column || of.columnKey;

function whyOf({ operator, witnesses }: DiscoveredRelation, [total = '', ...parts]: readonly string[], places: number): LocalText {
  const formula = `${total} = ${formulaOf(operator, parts)}`;
  const known = [...new Set(witnesses)].filter((witness) => witness !== 'arithmetic');
  const others = { 'zh-CN': places > 0 ? `另有 ${places} 处成立` : '', en: places > 0 ? `${places} other place(s) where it holds` : '' };
  const words = (locale: 'zh-CN' | 'en'): string => {
    const reasons = [known.map((witness) => WITNESSES[witness][locale]).join(locale === 'zh-CN' ? '、' : ', '), others[locale]].filter(
      (reason) => reason !== '',
    );
    if (reasons.length === 0) return formula;
    return locale === 'zh-CN' ? `${formula}（依据：${reasons.join('；')}）` : `${formula} (because of ${reasons.join('; ')})`;
  };
  return { 'zh-CN': words('zh-CN'), en: words('en') };
}

function formulaOf(operator: DiscoveredRelation['operator'], parts: readonly string[]): string {
  const [first = '', second = ''] = parts;
  switch (operator) {
    case 'sum':
      return listed(parts, ' + ');
    case 'average':
      return `(${listed(parts, ' + ')}) ÷ ${parts.length}`;
    case 'difference':
      return `${first} − ${second}`;
    case 'division':
      return `${first} ÷ ${second}`;
    case 'relative-change':
      return `(${second} − ${first}) ÷ ${first}`;
  }
}

function listed(names: readonly string[], between: string): string {
  if (names.length <= MOST_NAMES) return names.join(between);
  return `${names.slice(0, MOST_NAMES - 1).join(between)}${between}…${between}${names[names.length - 1] ?? ''}`;
}
