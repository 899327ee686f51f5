/** A whole row at fault (整行): a row that another table has and this one lacks (漏行), a row entered twice (重行), a row whose cells are all stale. */
import type { Figure } from '../expressions/figure.ts';
import { codeTree, isBelow } from '../relations/code-tree.ts';
import { asPrinted } from '../relations/judge.ts';
import { figureAt, type Table, type TableRow } from '../tables/table.ts';
import { type Decimal, ZERO } from '../number/decimal.ts';
import { refKey } from '../workbook/address.ts';
import { attempt, brokenEquations, type Cause, type Search, suspect, weigh } from './cause.ts';
import { currentValue, type Equation, residualOf, valueOf } from './evidence.ts';
import { nameSlip, slipWeight } from './slips.ts';

/** Broken column sums with the same total row: 款 ≠ Σ项 in 合计 and in 基本支出, say. */
interface Shortfall {
  readonly table: Table;
  readonly row: TableRow;
  readonly gaps: readonly { readonly equation: Equation; readonly stated: Figure; readonly gap: Decimal }[];
}

export function wholeRows(search: Search): readonly Cause[] {
  return shortfalls(search).flatMap((shortfall) => [
    ...missingRow(search, shortfall),
    ...repeatedRow(search, shortfall),
    ...staleRows(search, shortfall),
  ]);
}

function shortfalls(search: Search): readonly Shortfall[] {
  const found = new Map<string, { table: Table; row: TableRow; gaps: { equation: Equation; stated: Figure; gap: Decimal }[] }>();
  for (const equation of brokenEquations(search)) {
    const { stated, must, along } = equation.relation;
    const residual = residualOf(equation, search.base)?.residual;
    if (along !== 'column' || must !== 'equal' || residual === undefined || stated.ref.book === 'prior') continue;
    const table = search.evidence.tableOf(stated);
    const row = table?.rows.find((known) => known.key === stated.rowKey);
    // Only rows of coded lists can be missing, entered twice or stale as a whole.
    if (table === undefined || row === undefined || !isCodedSum(equation)) continue;
    const id = `${table.id}|${row.key}`;
    const known = found.get(id) ?? { table, row, gaps: [] };
    known.gaps.push({ equation, stated, gap: residual });
    found.set(id, known);
  }
  return [...found.values()];
}

function isCodedSum({ linear, relation }: Equation): boolean {
  return [...(linear?.terms.values() ?? [])].every(({ figure }) => figure === relation.stated || /^\d{3}/.test(figure.rowKey));
}

// The total row itself must be beyond doubt: some relation above it or beside it confirms every gap.
function isConfirmed(search: Search, { gaps }: Shortfall): boolean {
  return gaps.every(({ stated, equation }) =>
    (search.evidence.byCell.get(refKey(stated.ref)) ?? []).some(
      (other) =>
        other !== equation && search.standing[other.index] === true && other.relation.must === 'equal' && other.relation.along !== 'row',
    ),
  );
}

function missingRow(search: Search, shortfall: Shortfall): readonly Cause[] {
  const { table, row, gaps } = shortfall;
  if (gaps.some(({ gap }) => !gap.isPositive())) return [];
  const named = rowElsewhere(search, shortfall);
  if (named === undefined && (gaps.length < 2 || !isConfirmed(search, shortfall))) return [];
  const first = gaps.find(({ stated }) => stated.columnKey === 'total') ?? gaps[0];
  if (first === undefined) return [];
  const fixed = gaps.map(({ equation }) => equation);
  return [
    {
      kind: 'missing-row',
      suspects: [suspect(first.stated, null, 'missing-row')],
      changes: new Map(),
      fixed,
      spoiled: [],
      score: weigh({ fixed, spoiled: [] }) + (named === undefined ? -0.1 : 0.6),
      note:
        named === undefined
          ? { 'zh-CN': `「${row.label}」下很可能漏了一行`, en: `a row seems to be missing under «${row.label}»` }
          : {
              'zh-CN': `「${table.sheet}」漏了一行：${named.row.code ?? ''}「${named.row.label}」，在「${named.table.sheet}」第 ${named.row.ref.row + 1} 行有`,
              en: `«${table.sheet}» lacks the row ${named.row.code ?? ''} «${named.row.label}», which stands on «${named.table.sheet}» in row ${named.row.ref.row + 1}`,
            },
    },
  ];
}

/** A row of another table, of a code below this one that this table lacks, whose amount is the gap. */
function rowElsewhere(search: Search, { table, row, gaps }: Shortfall): { readonly table: Table; readonly row: TableRow } | undefined {
  const own = new Set(table.rows.map((known) => known.code));
  const total = row.code ?? 'total';
  for (const other of search.evidence.tables) {
    if (other === table || other.book !== table.book || !other.rows.some((known) => known.code !== undefined && own.has(known.code)))
      continue;
    for (const candidate of other.rows) {
      if (candidate.code === undefined || own.has(candidate.code) || !isBelow(candidate.code, total)) continue;
      const agree = gaps.filter(({ stated, gap }) => {
        const figure =
          figureAt(other, candidate.key, stated.columnKey) ??
          figureAt(other, candidate.key, 'total') ??
          figureAt(other, candidate.key, 'amount');
        return figure !== undefined && valueOf(figure).minus(gap).abs().lte(figure.quantum.plus(stated.quantum));
      });
      if (agree.length > 0 && agree.length === gaps.length) return { table: other, row: candidate };
    }
  }
  return undefined;
}

function repeatedRow(search: Search, { table, row, gaps }: Shortfall): readonly Cause[] {
  return table.rows.flatMap((twice) => {
    if (!twice.key.includes('#') || twice.code === undefined || !isBelow(twice.code, row.code ?? 'total')) return [];
    const figures = [...(table.figures.get(twice.key)?.values() ?? [])].filter((figure) => !valueOf(figure).isZero());
    const lead = gaps[0];
    const head = figures[0];
    if (lead === undefined || head === undefined) return [];
    const changes = new Map(figures.map((figure) => [refKey(figure.ref), ZERO]));
    const outcome = attempt(search, changes);
    if (outcome.fixed.length === 0) return [];
    return [
      {
        kind: 'counted-twice',
        suspects: [suspect(head, ZERO, 'counted-twice')],
        changes,
        ...outcome,
        score: weigh(outcome) + 0.3,
        note: { 'zh-CN': `${twice.code}「${twice.label}」列了两行`, en: `${twice.code} «${twice.label}» is entered twice` },
      },
    ];
  });
}

// All gaps of a row at once, in the total row or in one of the rows below it: what a row updated in one place only leaves behind.
function staleRows(search: Search, { table, row, gaps }: Shortfall): readonly Cause[] {
  if (gaps.length < 2) return [];
  const children = row.code === undefined ? codeTree(table).roots : (codeTree(table).children.get(row.key) ?? []);
  return [row, ...children].flatMap((candidate) => {
    const changes = new Map<string, Decimal>();
    let lead: { readonly figure: Figure; readonly value: Decimal } | undefined;
    for (const { stated, gap } of gaps) {
      const figure = figureAt(table, candidate.key, stated.columnKey);
      if (figure === undefined) return [];
      const key = refKey(figure.ref);
      const now = currentValue(search.evidence, key, search.base);
      const value = asPrinted(candidate === row ? now.minus(gap) : now.plus(gap), figure);
      changes.set(key, value);
      if (lead === undefined || figure.columnKey !== 'total') lead = { figure, value };
    }
    if (lead === undefined) return [];
    const outcome = attempt(search, changes);
    const slip = nameSlip(lead.figure, valueOf(lead.figure), lead.value) ?? (candidate === row ? 'stale-subtotal' : null);
    const repair = outcome.spoiled.length === 0 ? lead.value : null;
    return [
      {
        kind: 'row',
        suspects: [suspect(lead.figure, repair, slip)],
        changes,
        ...outcome,
        score: weigh(outcome) - 0.4 + slipWeight(slip, lead.figure, lead.value),
      },
    ];
  });
}
