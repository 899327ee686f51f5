/** One wrong cell (单个单元格): for every cell of a broken relation, the value that the relations demand of it, tried on all of them. */
import type { Figure } from '../expressions/figure.ts';
import type { Decimal } from '../number/decimal.ts';
import { asPrinted } from '../relations/judge.ts';
import { refKey } from '../workbook/address.ts';
import { attempt, brokenEquations, type Cause, type Search, suspect, weigh } from './cause.ts';
import { demandOf } from './demand.ts';
import { type Changes, currentValue, type Equation, residualOf, valueOf } from './evidence.ts';
import type { Slip } from './finding.ts';
import { nameSlip, slipWeight } from './slips.ts';

/** Best cause for each cell that a broken relation contains; cells of last year's workbook are sources, not suspects. */
export function singleCells(search: Search): readonly Cause[] {
  const broken = brokenEquations(search);
  const candidates = new Map<string, Equation[]>();
  for (const equation of broken) {
    for (const key of equation.cells) {
      const known = candidates.get(key);
      if (known === undefined) candidates.set(key, [equation]);
      else known.push(equation);
    }
  }
  return [...candidates].flatMap(([key, equations]) => bestOf(search, key, equations) ?? []);
}

function bestOf(search: Search, key: string, equations: readonly Equation[]): Cause | undefined {
  const figure = search.evidence.figures.get(key);
  if (figure === undefined || figure.ref.book === 'prior' || search.base.has(key)) return undefined;
  const unused = valueOf(figure).isZero() && equations.length === 1;
  const tried = new Set<string>();
  let best: Cause | undefined;
  for (const equation of equations) {
    for (const value of valuesFor(search, figure, equation, key)) {
      const text = value.toString();
      if (tried.has(text)) continue;
      tried.add(text);
      const keep = (cause: Cause): void => {
        const score = cause.score - (unused ? 0.2 : 0) - (turnsNegative(figure, value) ? 1 : 0);
        if (best === undefined || score > best.score) best = { ...cause, score };
      };
      if (unused && value.isNegative()) continue;
      const alone = causeOf(search, figure, value, withCarry(search, key, value, 'formulas'), equations, 'formulas');
      keep(alone);
      // Where the cell contradicts its own totals, they may have been typed to agree with it.
      if (alone.spoiled.length === 0) continue;
      const changes = withCarry(search, key, value, 'all');
      if (changes.size > alone.changes.size) keep(causeOf(search, figure, value, changes, equations, 'all'));
    }
  }
  return best;
}

// Amounts below zero are rare in accounts: a repair that makes one is doubtful.
function turnsNegative(figure: Figure, value: Decimal): boolean {
  return value.isNegative() && !valueOf(figure).isNegative() && figure.unit.kind === 'money';
}

function causeOf(
  search: Search,
  figure: Figure,
  value: Decimal,
  changes: Changes,
  equations: readonly Equation[],
  carry: 'formulas' | 'all',
): Cause {
  const outcome = attempt(search, changes);
  const unexplained = equations
    .filter((equation) => !outcome.fixed.includes(equation))
    .reduce((total, equation) => total + equation.weight, 0);
  const slip = nameSlip(figure, valueOf(figure), value) ?? statedSlip(search, figure, value, outcome.fixed);
  const exact = outcome.fixed.filter((equation) => residualOf(equation, changes)?.residual.isZero()).length;
  const extra = carry === 'all' ? changes.size - 1 : 0;
  return {
    kind: changes.size > 1 ? 'carried' : 'cell',
    suspects: [suspect(figure, outcome.spoiled.length === 0 && outcome.fixed.length > 0 ? value : null, slip)],
    changes,
    ...outcome,
    score: weigh(outcome) - 0.25 * unexplained + slipWeight(slip, figure, value) + 0.01 * exact - 0.15 * extra,
  };
}

// The demand of a rounded sum is uncertain by a few hundredths; where one of these values is a plain slip of what stands there, that is it.
function valuesFor(search: Search, figure: Figure, equation: Equation, key: string): readonly Decimal[] {
  const demand = demandOf(search.evidence, equation, key, search.base);
  if (demand === undefined || demand.eq(asPrinted(valueOf(figure), figure))) return [];
  const step = figure.quantum;
  // A limit says how much at least; an equality that the same table breaks elsewhere says how much exactly.
  if (equation.relation.must !== 'equal')
    return [demand, ...gapsOf(search, figure).map((gap) => asPrinted(currentValue(search.evidence, key, search.base).minus(gap), figure))];
  if (step.isZero()) return [demand];
  const slack = residualOf(equation, search.base)?.slack ?? equation.slack;
  const steps = Math.min(4, slack.div(step).floor().toNumber());
  const near: Decimal[] = [];
  for (let n = 1; n <= steps; n += 1) {
    for (const value of [demand.plus(step.times(n)), demand.minus(step.times(n))]) {
      const slip = nameSlip(figure, valueOf(figure), value);
      if (slip !== null && slip !== 'left-blank' && (slip !== 'digit-wrong' || !value.minus(valueOf(figure)).abs().lt(step.times(100))))
        near.push(value);
    }
  }
  return [demand, ...near];
}

function gapsOf(search: Search, figure: Figure): readonly Decimal[] {
  const gaps = new Map<string, Decimal>();
  for (const equation of brokenEquations(search)) {
    const { relation, linear } = equation;
    if (relation.must !== 'equal' || relation.along !== 'across-tables' || linear === undefined) continue;
    const own = [...linear.terms.values()].find((term) => term.figure.table === figure.table && term.figure.ref.book === figure.ref.book);
    const residual = residualOf(equation, search.base)?.residual;
    if (own === undefined || residual === undefined || own.coefficient === 0) continue;
    const gap = residual.div(own.coefficient);
    gaps.set(gap.toString(), gap);
  }
  return [...gaps.values()].slice(0, 4);
}

// A total that is off by one of its parts counted that part twice, or left it out.
function statedSlip(search: Search, figure: Figure, value: Decimal, fixed: readonly Equation[]): Slip | null {
  const own = fixed.find(({ relation, linear }) => linear !== undefined && relation.stated.ref === figure.ref && linear.terms.size > 2);
  if (own?.linear === undefined) return null;
  const gap = valueOf(figure).minus(value);
  for (const [key, term] of own.linear.terms) {
    if (key === refKey(figure.ref)) continue;
    const part = currentValue(search.evidence, key, search.base);
    if (part.isZero()) continue;
    if (gap.eq(part.times(-term.coefficient))) return 'counted-twice';
    if (gap.eq(part.times(term.coefficient))) return 'missing-row';
  }
  const isSum = [...own.linear.terms].every(([key, term]) => key === refKey(figure.ref) || term.coefficient === -1);
  return own.relation.along === 'across-tables' || !isSum ? null : 'stale-subtotal';
}

// Totals computed by formulas follow the cell; with `all`, typed totals that agreed with the wrong cell follow it as well.
function withCarry(search: Search, key: string, value: Decimal, carry: 'formulas' | 'all'): Changes {
  const { evidence, base, standing } = search;
  const changes = new Map<string, Decimal>([[key, value]]);
  const queue = [key];
  for (let next = queue.shift(); next !== undefined && changes.size < 24; next = queue.shift()) {
    const delta = (changes.get(next) ?? value).minus(currentValue(evidence, next, base));
    for (const equation of evidence.byCell.get(next) ?? []) {
      const { relation, linear } = equation;
      const total = refKey(relation.stated.ref);
      if (linear === undefined || relation.must !== 'equal' || total === next || changes.has(total)) continue;
      if (standing[equation.index] === false || relation.along === 'across-tables' || relation.along === undefined) continue;
      if (carry === 'formulas' && relation.stated.formula === undefined) continue;
      const coefficient = linear.terms.get(next)?.coefficient ?? 0;
      changes.set(total, currentValue(evidence, total, base).minus(delta.times(coefficient)));
      queue.push(total);
    }
  }
  return changes;
}
