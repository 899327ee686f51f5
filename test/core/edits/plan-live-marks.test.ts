/** Live marks (活标记): a formula engine that is not ours colours the cells that our evaluator calls broken, and no others, before and after cells change. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { planLiveMarks } from '../../../src/core/edits/plan-live-marks.ts';
import type { Expression } from '../../../src/core/expressions/expression.ts';
import type { Figure } from '../../../src/core/expressions/figure.ts';
import { decimalFromDouble } from '../../../src/core/number/decimal.ts';
import { readAmount } from '../../../src/core/tables/amounts.ts';
import { brokenFormula } from '../../../src/core/relations/broken-formula.ts';
import { judge, type JudgeOptions } from '../../../src/core/relations/judge.ts';
import type { Relation } from '../../../src/core/relations/relation.ts';
import { cellAt, findSheet, type Sheet, type Workbook } from '../../../src/core/workbook/workbook.ts';
import { isConditionTrue } from '../../../src/hosts/file/mark-condition.ts';
import { loadAccounts, openWorkbook, reviewWorkbook, type WorkbookReview } from '../../../src/engine.ts';
import { pick, seededRandom, toWorkbook, writeTables } from '../../support/final-accounts/index.ts';
import { soundDepartment } from '../../property/departments.ts';

const require = createRequire(import.meta.url);
const open = (path: string): Promise<Workbook> => openWorkbook(new Uint8Array(readFileSync(path)), path);
const relationsOf = ({ accounts, ordinary }: WorkbookReview): readonly Relation[] =>
  [...accounts, ...ordinary].flatMap(({ judgements }) => judgements.map(({ relation }) => relation));

function rateScale(workbook: Workbook): (rate: Figure) => ReturnType<typeof decimalFromDouble> | undefined {
  return ({ ref, reading }) => {
    const sheet = findSheet(workbook, ref.sheet);
    const value = sheet === undefined ? undefined : cellAt(sheet, ref.row, ref.column)?.value;
    return typeof value === 'number' && value !== 0 && reading.kind === 'number' ? reading.value.div(decimalFromDouble(value)) : undefined;
  };
}

/** Far to the right of every table. */
const SCRATCH = 500;

/** The workbook in a formula engine, numbers as numbers and text as text. */
function calculator({ sheets }: Workbook) {
  const model = new Model('book', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  const at = new Map(sheets.map(({ name }, index) => [name, index]));
  const set = (sheet: number, row: number, column: number, value: unknown): void =>
    model.setUserInput(sheet, row + 1, column + 1, typeof value === 'string' ? `'${value}` : String(value ?? ''));
  sheets.forEach((sheet, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, sheet.name);
    sheet.grid.forEach((cells, row) =>
      cells?.forEach((cell, column) => {
        if (typeof cell?.value === 'number' || typeof cell?.value === 'string') set(index, row, column, cell.value);
      }),
    );
  });
  return {
    set,
    /** Whether each formula, standing on its relation's own sheet, is true; an error counts as false, as in a conditional format. */
    areTrue: (formulas: readonly { readonly sheet: string; readonly formula: string }[]): readonly boolean[] => {
      formulas.forEach(({ sheet, formula }, row) => model.setUserInput(at.get(sheet) ?? 0, row + 1, SCRATCH, `=${formula}`));
      model.evaluate();
      return formulas.map(({ sheet }, row) => model.getFormattedCellValue(at.get(sheet) ?? 0, row + 1, SCRATCH) === 'TRUE');
    },
  };
}

function withTyped(sheet: Sheet, cells: ReadonlyMap<string, number>): Sheet {
  const typed = [...cells].flatMap(([key, value]) => {
    const [name, row, column] = key.split(/[!,]/);
    return name === sheet.name ? [{ row: Number(row), column: Number(column), value }] : [];
  });
  if (typed.length === 0) return sheet;
  const grid = sheet.grid.map((row, at) =>
    row?.map((cell, column) => {
      const change = typed.find((one) => one.row === at && one.column === column);
      return change === undefined ? cell : { ...cell, value: change.value };
    }),
  );
  return { ...sheet, grid };
}

function withReadings(expression: Expression, read: (figure: Figure) => Figure): Expression {
  switch (expression.kind) {
    case 'figure':
      return { ...expression, figure: read(expression.figure) };
    case 'constant':
      return expression;
    case 'sum':
      return { ...expression, terms: expression.terms.map((term) => ({ ...term, of: withReadings(term.of, read) })) };
    case 'product':
      return { ...expression, factors: expression.factors.map((factor) => withReadings(factor, read)) };
    case 'quotient':
      return {
        ...expression,
        numerator: withReadings(expression.numerator, read),
        denominator: withReadings(expression.denominator, read),
      };
    case 'maximum':
      return { ...expression, of: expression.of.map((part) => withReadings(part, read)) };
    case 'absolute':
      return { ...expression, of: withReadings(expression.of, read) };
  }
}

/** Disagreements, in words; `cells` are those typed since the relations were stated. */
function disagreements(
  engine: ReturnType<typeof calculator>,
  relations: readonly Relation[],
  workbook: Workbook,
  options: JudgeOptions,
  cells: ReadonlyMap<string, number> = new Map(),
): { readonly compared: number; readonly wrong: readonly string[] } {
  const live = relations.flatMap((relation) => {
    const formula = brokenFormula(relation, { rateScale: rateScale(workbook), rounding: options.rounding });
    return formula === undefined ? [] : [{ relation, sheet: relation.stated.ref.sheet, formula }];
  });
  const read = (figure: Figure): Figure => {
    const { sheet, row, column } = figure.ref;
    const value = cells.get(`${sheet}!${row},${column}`);
    if (value === undefined) return figure;
    const ratio = figure.unit.kind === 'rate' ? rateScale(workbook)(figure)?.times(decimalFromDouble(value)) : undefined;
    return { ...figure, reading: ratio === undefined ? readAmount({ value }, figure.unit) : { kind: 'number', value: ratio } };
  };
  const colours = engine.areTrue(live);
  const wrong = live.flatMap(({ relation, formula }, index) => {
    const now = judge({ ...relation, stated: read(relation.stated), expected: withReadings(relation.expected, read) }, options);
    const here = findSheet(workbook, relation.stated.ref.sheet)!;
    const inGrid = isConditionTrue(formula, withTyped(here, cells));
    return (now.verdict === 'broken') === colours[index] && colours[index] === inGrid
      ? []
      : [`${relation.check} ${relation.stated.row} ${now.verdict} ${now.stated} ${now.expected} ${[...cells]} ${formula}`];
  });
  return { compared: live.length, wrong };
}

beforeAll(() => {
  initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
});

describe('a live mark', () => {
  it.each([
    ['assets/samples/changji-2023.xlsx', 350],
    ['assets/samples/changji-2023-faulty.xlsx', 350],
    ['test/workbooks/changji/changji-2023-yuan.xlsx', 350],
  ])('colours in %s what the evaluator calls broken', async (path, atLeast) => {
    const workbook = await open(path);
    const relations = relationsOf(reviewWorkbook(loadAccounts(workbook), { rounding: 'tolerated' }));
    for (const rounding of ['tolerated', 'exact'] as const) {
      const { compared, wrong } = disagreements(calculator(workbook), relations, workbook, { rounding });
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(atLeast);
    }
  });

  it('goes and comes with the cells, whatever is typed', () => {
    const random = seededRandom(29);
    let compared = 0;
    for (let seed = 1; seed <= 6; seed += 1) {
      const unit = seed % 2 === 0 ? '元' : '万元';
      const layout = seed % 3 === 0 ? 'shanghai' : 'national';
      const workbook = toWorkbook(writeTables(soundDepartment({ seed, items: 12, projectForms: 1 }), { unit, layout }));
      const relations = relationsOf(reviewWorkbook(loadAccounts(workbook), { rounding: 'tolerated' }));
      const numbers = workbook.sheets.flatMap((sheet, index) =>
        sheet.grid.flatMap((row, at) =>
          (row ?? []).flatMap((cell, column) => (typeof cell?.value === 'number' ? [{ sheet, index, at, column, value: cell.value }] : [])),
        ),
      );
      const engine = calculator(workbook);
      for (let turn = 0; turn < 12; turn += 1) {
        const { sheet, index, at, column, value } = pick(random, numbers);
        // One step, a few steps, nothing at all, the other sign, much more.
        const changed = Number(pick(random, [value + 0.01, value - 0.03, 0, -value, value * 10 + 1]).toFixed(2));
        engine.set(index, at, column, changed);
        const result = disagreements(
          engine,
          relations,
          workbook,
          { rounding: turn % 4 === 3 ? 'exact' : 'tolerated' },
          new Map([[`${sheet.name}!${at},${column}`, changed]]),
        );
        expect(result.wrong).toEqual([]);
        compared += result.compared;
        engine.set(index, at, column, value);
      }
    }
    expect(compared).toBeGreaterThan(10_000);
  });

  it('stands on every relation of one sheet, and leaves what crosses sheets to lasting marks', async () => {
    const workbook = await open('assets/samples/changji-2023-faulty.xlsx');
    const review = reviewWorkbook(loadAccounts(workbook), { rounding: 'tolerated' });
    const marks = planLiveMarks([...review.accounts, ...review.ordinary], workbook, { rounding: 'tolerated', isMarked: () => true });
    const live = marks.filter(({ when }) => when !== undefined);
    expect(live.length).toBeGreaterThan(350);
    expect(marks.length).toBeGreaterThan(live.length);
    for (const { when } of live) expect(when).not.toContain('!');
  });

  it('keeps to what any Excel and WPS can compute', async () => {
    const workbook = await open('assets/samples/changji-2023.xlsx');
    const { accounts } = reviewWorkbook(loadAccounts(workbook), { rounding: 'tolerated' });
    const marks = planLiveMarks(accounts, workbook, { rounding: 'tolerated', isMarked: () => true });
    const functions = new Set(marks.flatMap(({ when = '' }) => when.match(/[A-Z]+(?=\()/g) ?? []));
    expect([...functions].filter((name) => !['AND', 'OR', 'ROUND', 'ABS', 'COUNT', 'MIN', 'MAX', 'N', 'VALUE'].includes(name))).toEqual([]);
  });
});
