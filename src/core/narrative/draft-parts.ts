/** What a draft of 主要原因 is made of (原因草稿的构成): named parts as printed, this year's amount and what it is compared with, and the sentence about them. */
import { type Decimal, quantumOf } from '../number/decimal.ts';
import { tableOf } from '../tables/table-set.ts';
import { type Driver, driversOf, type TwoPeriods } from './drivers.ts';
import { amountFormat } from './figure-spans.ts';
import type { TableNames } from './final-account-names.ts';
import { printedValue, printFigure } from './printed.ts';
import type { Amount } from './quantity.ts';
import type { Run } from './run.ts';

/** `prior` is last year's amount or the budget: whatever the sentence compares with. */
export interface NamedPart extends TwoPeriods {
  readonly name: string;
}

// A draft asks for nothing, misses nothing and takes nothing along: the list of 补充资料 is the same with and without it.
export function quietly(run: Run): Run {
  const { asks } = run;
  const nothing = (): void => undefined;
  return { ...run, asks: { ...asks, ask: asks.peek, miss: nothing, carry: nothing } };
}

/** The names of a table that the accounts really have. */
export function presentTable(run: Run, name: string): TableNames | undefined {
  const names = run.names.tables[name];
  return names === undefined || tableOf(run.accounts, names.statement) === undefined ? undefined : names;
}

/** Undefined where one of the two is missing or cannot be read. */
export function partOf(run: Run, name: string, now: Amount, base: Amount): NamedPart | undefined {
  const [current, prior] = [shown(run, now), shown(run, base)];
  return current === undefined || prior === undefined ? undefined : { name, current, prior };
}

/** Of a total that is one part by another name the parts say nothing new. */
export function isDivided(parts: readonly NamedPart[]): boolean {
  return parts.filter(({ current, prior }) => !current.isZero() || !prior.isZero()).length > 1;
}

/**
 * «甲增加2.00万元、乙增加1.00万元；同时丙减少0.50万元»; undefined where a part is missing, or where the parts do not add up to the total: what the
 * tables do not say is not guessed.
 */
export function draftOf(run: Run, total: NamedPart | undefined, parts: readonly (NamedPart | undefined)[]): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (total === undefined || known.length < parts.length) return undefined;
  const analysis = driversOf(total, known, tolerance(run, known.length));
  if (analysis === undefined) return undefined;
  const [along, against] = [analysis.drivers, analysis.offsets].map((drivers) => drivers.map((driver) => inWords(run, driver)).join('、'));
  return against === '' ? along : `${along ?? ''}；同时${against ?? ''}`;
}

/** Every printed amount may be off by half a step, this year's and the one it is compared with. */
export function tolerance(run: Run, parts: number): Decimal {
  return quantumOf(run.print.decimals)
    .times(run.print.unit.scale)
    .times(parts + 1);
}

function shown(run: Run, amount: Amount): Decimal | undefined {
  return amount.kind === 'known' ? printedValue(amount.expression, run.print) : undefined;
}

function inWords(run: Run, { part, contribution }: Driver<NamedPart>): string {
  const { more, less } = run.conventions.words;
  return `${part.name}${contribution.isNegative() ? less : more}${printFigure(contribution, amountFormat(run, true), run.print)}`;
}
