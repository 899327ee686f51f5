/** What the relations say about the cells (证据): every judged relation as an equation, so that a supposed repair can be tried on all relations at once. */
import type { Expression } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { figuresOf } from '../expressions/sources.ts';
import { type Decimal, ZERO } from '../number/decimal.ts';
import { asPrinted, judge, type Judgement, type JudgeOptions } from '../relations/judge.ts';
import { type LinearForm, linearForm } from '../relations/linear.ts';
import type { Relation } from '../relations/relation.ts';
import type { Table } from '../tables/table.ts';
import type { TableSet } from '../tables/table-set.ts';
import { refKey } from '../workbook/address.ts';

export interface Equation {
  readonly index: number;
  readonly judgement: Judgement;
  readonly relation: Relation;
  /** Undefined for rates and scores. */
  readonly linear: LinearForm | undefined;
  /** stated − expected and what rounding explains, for linear ones. */
  readonly residual: Decimal;
  readonly slack: Decimal;
  /** How much it counts when causes are compared. */
  readonly weight: number;
  readonly cells: readonly string[];
}

/** Cells supposed to hold another value, in base units. */
export type Changes = ReadonlyMap<string, Decimal>;

export interface Evidence {
  readonly equations: readonly Equation[];
  readonly byCell: ReadonlyMap<string, readonly Equation[]>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly tables: readonly Table[];
  /** The table a figure stands in. */
  readonly tableOf: (figure: Figure) => Table | undefined;
  readonly options: JudgeOptions;
}

/** Which equations a set of changes would put right, and which it would break. */
export interface Outcome {
  readonly fixed: readonly Equation[];
  readonly spoiled: readonly Equation[];
}

/** `formOf`: linearForm, or one that remembers. */
export function gatherEvidence(
  accounts: TableSet,
  judgements: readonly Judgement[],
  options: JudgeOptions,
  formOf: (relation: Relation) => LinearForm | undefined = linearForm,
): Evidence {
  const figures = new Map<string, Figure>();
  const byCell = new Map<string, Equation[]>();
  const equations = judgements
    .filter((judgement) => judgement.verdict !== 'not-judged')
    .map((judgement, index): Equation => {
      const { relation, stated = ZERO, expected = ZERO } = judgement;
      const linear = formOf(relation);
      const members: Members = linear?.terms ?? membersOf(relation);
      const equation: Equation = {
        index,
        judgement,
        relation,
        linear,
        residual: stated === expected ? ZERO : stated.minus(expected),
        slack: judgement.tolerance,
        weight: weightOf(relation),
        cells: [...members.keys()],
      };
      for (const [key, { figure }] of members) {
        if (!figures.has(key)) figures.set(key, figure);
        const known = byCell.get(key);
        if (known === undefined) byCell.set(key, [equation]);
        else known.push(equation);
      }
      return equation;
    });
  const tables = [...accounts.tables, ...(accounts.prior?.tables ?? [])];
  const byId = new Map(tables.map((table) => [`${table.book}~${table.id}`, table]));
  return { equations, byCell, figures, tables, options, tableOf: (figure) => byId.get(`${figure.ref.book}~${figure.table}`) };
}

/** The figures of a relation by cell, the stated one first. */
type Members = ReadonlyMap<string, { readonly figure: Figure }>;

function membersOf({ stated, expected }: Relation): Members {
  return new Map([stated, ...figuresOf(expected)].map((figure) => [refKey(figure.ref), { figure }]));
}

// An error that must hold outweighs what a person must look at; «not more than» says less than «equal».
function weightOf({ severity, must }: Relation): number {
  const loud = severity === 'error' ? 1 : severity === 'warning' ? 0.4 : 0.1;
  return must === 'equal' ? loud : loud * 0.3;
}

export function valueOf(figure: Figure): Decimal {
  return figure.reading.kind === 'number' ? figure.reading.value : ZERO;
}

export function currentValue(evidence: Evidence, key: string, changes: Changes): Decimal {
  const changed = changes.get(key);
  if (changed !== undefined) return changed;
  const figure = evidence.figures.get(key);
  return figure === undefined ? ZERO : valueOf(figure);
}

/** stated − expected under the changes, and what rounding then explains; undefined for rates and scores. */
export function residualOf(equation: Equation, changes: Changes): { readonly residual: Decimal; readonly slack: Decimal } | undefined {
  if (equation.linear === undefined) return undefined;
  let { residual, slack } = equation;
  const visit = (key: string, value: Decimal): void => {
    const term = equation.linear?.terms.get(key);
    if (term === undefined) return;
    const before = valueOf(term.figure);
    residual = residual.plus(value.minus(before).times(term.coefficient));
    const used = Number(!value.isZero()) - Number(!before.isZero());
    if (used !== 0) slack = slack.plus(term.figure.quantum.div(2).times(Math.abs(term.coefficient) * used));
  };
  if (changes.size <= equation.cells.length) for (const [key, value] of changes) visit(key, value);
  else for (const key of equation.cells) if (changes.has(key)) visit(key, changes.get(key) ?? ZERO);
  return { residual, slack };
}

export function holds(equation: Equation, changes: Changes, options: JudgeOptions): boolean {
  const now = residualOf(equation, changes);
  if (now === undefined) return judge(withChanges(equation.relation, changes), options).verdict !== 'broken';
  const { stated, must } = equation.relation;
  const { residual, slack } = now;
  if (must === 'at-most' ? residual.lte(0) : must === 'at-least' ? residual.gte(0) : residual.isZero()) return true;
  if (options.rounding === 'tolerated' && residual.abs().lte(slack)) return true;
  const value = changes.get(refKey(stated.ref)) ?? valueOf(stated);
  return asPrinted(value, stated).eq(asPrinted(value.minus(residual), stated));
}

/** What `changes`, on top of `base`, would do. `standing` says which equations hold under `base`. */
export function tryChanges(evidence: Evidence, base: Changes, standing: readonly boolean[], changes: Changes): Outcome {
  const together = base.size === 0 ? changes : new Map([...base, ...changes]);
  const touched = new Set<Equation>();
  for (const key of changes.keys()) for (const equation of evidence.byCell.get(key) ?? []) touched.add(equation);
  const fixed: Equation[] = [];
  const spoiled: Equation[] = [];
  for (const equation of touched) {
    const before = standing[equation.index] ?? true;
    const after = holds(equation, together, evidence.options);
    if (!before && after) fixed.push(equation);
    if (before && !after) spoiled.push(equation);
  }
  return { fixed, spoiled };
}

function withChanges(relation: Relation, changes: Changes): Relation {
  return { ...relation, stated: changedFigure(relation.stated, changes), expected: changedExpression(relation.expected, changes) };
}

function changedFigure(figure: Figure, changes: Changes): Figure {
  const value = changes.get(refKey(figure.ref));
  return value === undefined ? figure : { ...figure, reading: { kind: 'number', value } };
}

function changedExpression(expression: Expression, changes: Changes): Expression {
  switch (expression.kind) {
    case 'figure':
      return { kind: 'figure', figure: changedFigure(expression.figure, changes) };
    case 'constant':
      return expression;
    case 'sum':
      return { kind: 'sum', terms: expression.terms.map(({ sign, of }) => ({ sign, of: changedExpression(of, changes) })) };
    case 'product':
      return { kind: 'product', factors: expression.factors.map((factor) => changedExpression(factor, changes)) };
    case 'quotient':
      return {
        kind: 'quotient',
        numerator: changedExpression(expression.numerator, changes),
        denominator: changedExpression(expression.denominator, changes),
      };
    case 'maximum':
      return { kind: 'maximum', of: expression.of.map((part) => changedExpression(part, changes)) };
    case 'absolute':
      return { kind: 'absolute', of: changedExpression(expression.of, changes) };
  }
}
