/** 元 typed where the table says 万元, or the other way round (单位错): a whole column or table that is 10 000 (or 1 000) times off; one cause. */
import type { Figure } from '../expressions/figure.ts';
import { type Decimal, roundTo } from '../number/decimal.ts';
import { asPrinted } from '../relations/judge.ts';
import type { Table } from '../tables/table.ts';
import { refKey } from '../workbook/address.ts';
import { attempt, brokenEquations, type Cause, type Search, suspect, weigh } from './cause.ts';
import { demandOf } from './demand.ts';
import { currentValue } from './evidence.ts';

/** True value ÷ value in the cell. */
const FACTORS = ['0.0001', '10000', '0.001', '1000'] as const;

interface Scaled {
  readonly table: Table;
  readonly columnKey: string | undefined;
  readonly factor: (typeof FACTORS)[number];
  readonly cells: Set<string>;
}

export function unitSlips(search: Search): readonly Cause[] {
  const found = new Map<string, Scaled>();
  const count = (table: Table, columnKey: string | undefined, factor: Scaled['factor'], key: string): void => {
    const id = `${table.book}~${table.id}|${columnKey ?? '*'}|${factor}`;
    const known = found.get(id) ?? { table, columnKey, factor, cells: new Set<string>() };
    known.cells.add(key);
    found.set(id, known);
  };
  for (const equation of brokenEquations(search)) {
    for (const key of equation.cells) {
      const figure = search.evidence.figures.get(key);
      const table = figure === undefined ? undefined : search.evidence.tableOf(figure);
      if (figure === undefined || table === undefined || figure.ref.book === 'prior' || figure.unit.kind !== 'money') continue;
      const factor = factorOf(search, figure, demandOf(search.evidence, equation, key, search.base));
      if (factor === undefined) continue;
      count(table, undefined, factor, key);
      count(table, figure.columnKey, factor, key);
    }
  }
  return [...found.values()].filter(({ cells }) => cells.size >= 2).flatMap((scaled) => causeOf(search, scaled) ?? []);
}

function factorOf(search: Search, figure: Figure, demand: Decimal | undefined): Scaled['factor'] | undefined {
  const value = currentValue(search.evidence, refKey(figure.ref), search.base);
  if (demand === undefined || demand.isZero() || value.isZero()) return undefined;
  const ratio = demand.div(value);
  return FACTORS.find((factor) => ratio.div(factor).minus(1).abs().lte('0.01'));
}

function causeOf(search: Search, { table, columnKey, factor }: Scaled): Cause | undefined {
  const figures = [...table.figures.values()]
    .flatMap((row) => [...row.values()])
    .filter((figure) => figure.unit.kind === 'money' && (columnKey === undefined || figure.columnKey === columnKey))
    .filter((figure) => !currentValue(search.evidence, refKey(figure.ref), search.base).isZero());
  const changes = new Map(
    figures.map((figure) => [
      refKey(figure.ref),
      scaledDown(figure, currentValue(search.evidence, refKey(figure.ref), search.base).times(factor)),
    ]),
  );
  const outcome = attempt(search, changes);
  const lead = figures.find((figure) => figure.rowKey === 'total') ?? figures[0];
  if (lead === undefined || outcome.fixed.length < 2 || figures.length < 2) return undefined;
  const where =
    columnKey === undefined
      ? { 'zh-CN': '整张表', en: 'the whole table' }
      : { 'zh-CN': `「${lead.column}」整列`, en: `the whole column «${lead.column}»` };
  const [is, should] = namesOf(lead, factor);
  return {
    kind: 'unit',
    suspects: [suspect(lead, changes.get(refKey(lead.ref)) ?? null, 'unit')],
    changes,
    ...outcome,
    score: weigh(outcome) - 0.5,
    note: {
      'zh-CN': `${where['zh-CN']}像是按${is}填的，而表头单位是${should}`,
      en: `${where.en} seems to be in ${is}, but the table says ${should}`,
    },
  };
}

// Scaling finer figures down leaves digits that the column does not print.
function scaledDown(figure: Figure, value: Decimal): Decimal {
  return figure.quantum.isZero() ? roundTo(value, 2) : asPrinted(value, figure);
}

function namesOf(figure: Figure, factor: Scaled['factor']): readonly [string, string] {
  const should = figure.unit.name;
  if (factor === '0.0001') return [should === '万元' ? '元' : `${should}的万分之一`, should];
  if (factor === '10000') return [should === '元' ? '万元' : `万${should}`, should];
  if (factor === '0.001') return [should === '千元' ? '元' : `${should}的千分之一`, should];
  return [should === '元' ? '千元' : `千${should}`, should];
}
