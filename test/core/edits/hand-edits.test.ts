/** Hand edits of 决算公开说明 survive when it is generated again: edited, inserted, deleted, moved and copied rows, and notes beside them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/core/edits/merge-narrative.ts';
import { narrativeRows } from '../../../src/core/edits/narrative-rows.ts';
import { planNarrative } from '../../../src/core/edits/plan-narrative.ts';
import { readMark } from '../../../src/core/narrative/row-mark.ts';
import type { SheetContent } from '../../../src/core/edits/sheet-content.ts';
import { standingNarrative } from '../../../src/core/edits/standing-narrative.ts';
import type { Narrative } from '../../../src/core/narrative/narrative.ts';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import type { TableSet } from '../../../src/core/tables/table-set.ts';
import { type Cell, type Sheet, sheetFromRows, type Workbook } from '../../../src/core/workbook/workbook.ts';
import { loadAccounts, narrate, narratives } from '../../../src/engine.ts';
import { randomDepartment, seededRandom, toWorkbook, writeTables } from '../../support/final-accounts/index.ts';

type Grid = (Cell | undefined)[][];

const [xinjiang, , national] = narratives;

function accountsOf(seed: number, department = '某某局'): TableSet {
  const made = randomDepartment(seededRandom(seed), { items: 3 + (seed % 6), department, year: 2023 });
  const [set] = loadAccounts(toWorkbook(writeTables(made, { unit: '万元' }))).sets;
  if (set === undefined) throw new Error('no accounts');
  return set;
}

const gridOf = (content: SheetContent): Grid =>
  content.rows.map((row) =>
    row.map((cell) =>
      cell === null ? undefined : { value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }) },
    ),
  );
const bookOf = (grid: Grid): Workbook => {
  const sheet: Sheet = { ...sheetFromRows('决算公开说明', grid), tag: 'narrative' };
  return { name: 'b.xlsx', sheets: [sheet], date1904: false };
};
const write = (narrative: Narrative, accounts: TableSet, grid?: Grid, options = {}, live = false): SheetContent =>
  planNarrative(narrative, [], {
    live,
    about: accounts.department,
    ...(grid === undefined ? {} : { standing: standingNarrative(narrative, accounts, bookOf(grid), options) }),
  }).content;
const column = (content: SheetContent): readonly unknown[] => content.rows.map((row) => row[0]?.value ?? null);
const keyOf = (row: readonly (Cell | undefined)[] | undefined): string => readMark(row?.[1])?.key ?? '';
const rowOf = (grid: Grid, key: string): number => grid.findIndex((row) => keyOf(row) === key);

const setA = accountsOf(1);
const before = narrate(setA, xinjiang!);
const setB = accountsOf(2);
const after = narrate(setB, xinjiang!);
const OVERALL = 'overall/income-grand-total';
const textIn = (narrative: Narrative, key: string): string => narrativeRows(narrative).find((row) => row.key === key)?.text ?? '';

describe('a paragraph edited by hand', () => {
  const grid = gridOf(write(before, setA));
  const at = rowOf(grid, OVERALL);
  const mine = `${textIn(before, OVERALL)}（此句为手工添加）`;
  grid[at]![0] = { value: mine };

  it('stays as it is while all others follow the tables, and says what would stand there', () => {
    const content = write(after, setB, grid);
    const rows = narrativeRows(after);
    expect(column(content).filter((_, index) => index !== 1)).toEqual(rows.map(({ key, text }) => (key === OVERALL ? mine : text)));
    const note = String(content.rows[at]?.[2]?.value);
    expect(note).toMatch(/^手工修改，已保留。与报表不符：/);
    expect(note).toContain(`按现在的表应为：${textIn(after, OVERALL)}`);
    expect(content.rows[1]?.[0]?.value).toMatch(/^有 1 段手工修改，已保留/);
  });

  it('names only the figures that contradict the tables', () => {
    const { contradictions } = standingNarrative(before, setA, bookOf(grid));
    expect(contradictions.size).toBe(0);
    const wrong = gridOf(write(before, setA));
    wrong[at]![0] = { value: textIn(before, OVERALL).replace(/[\d,.]+(?=万元)/, '98,765.43') };
    const found = standingNarrative(before, setA, bookOf(wrong)).contradictions.get(OVERALL);
    expect(found?.length).toBeGreaterThan(0);
    expect(found?.[0]?.['zh-CN']).toContain('98,765.43');
  });

  it('gives way where the person asks for the generated text, and is left in peace where they have settled it', () => {
    const restored = write(after, setB, grid, { restore: [OVERALL] });
    expect(restored.rows[at]?.[0]?.value).toBe(textIn(after, OVERALL));
    expect(restored.replaces).toContain(mine);
    const settled = write(after, setB, grid, { settle: [OVERALL] });
    expect(settled.rows[at]?.[0]?.value).toBe(mine);
    expect(settled.rows[at]?.[2]?.value).not.toContain('应为：收入');
    const again = gridOf(settled);
    expect(String(write(after, setB, again).rows[at]?.[2]?.value)).not.toContain('按现在的表应为');
    expect(String(write(before, setA, again).rows[at]?.[2]?.value)).toContain('按现在的表应为');
  });

  it('is what other documents print too', () => {
    const { narrative } = standingNarrative(after, setB, bookOf(grid));
    expect(narrative.sections.find(({ id }) => id === 'overall')?.paragraphs.map(textOf)).toContain(mine);
  });
});

describe('the sheet', () => {
  it('keeps a deleted paragraph deleted, and gives it back when asked', () => {
    const grid = gridOf(write(before, setA));
    grid.splice(rowOf(grid, OVERALL), 1);
    const content = write(after, setB, grid);
    expect(column(content)).not.toContain(textIn(after, OVERALL));
    expect(content.rows[1]?.[0]?.value).toMatch(/^手工删除的 1 段没有再写入/);
    const twice = write(after, setB, gridOf(content));
    expect(column(twice)).toEqual(column(content));
    expect(column(write(after, setB, grid, { restore: [OVERALL] }))).toContain(textIn(after, OVERALL));
  });

  it('keeps the words for a spending item that is gone, and points at them', () => {
    const grid = gridOf(write(before, setA));
    const gone = narrativeRows(before).find(
      ({ key }) => key.startsWith('general-budget-structure/') && !narrativeRows(after).some((row) => row.key === key),
    );
    expect(gone).toBeDefined();
    grid[rowOf(grid, gone!.key)]![0] = { value: '手写的一段' };
    const content = write(after, setB, grid);
    const row = content.rows.find(([cell]) => cell?.value === '手写的一段');
    expect(row?.[2]?.value).toContain('不再有这一段');
    expect(column(write(after, setB, gridOf(content)))).toContain('手写的一段');
  });

  it('knows its own formulas when their sheets were renamed, and a formula edited by hand', () => {
    const grid = gridOf(write(before, setA, undefined, {}, true));
    const live = grid.flatMap((row, index) => (row[0]?.formula === undefined ? [] : [index]));
    expect(live.length).toBeGreaterThan(5);
    for (const index of live) {
      const cell = grid[index]![0]!;
      grid[index]![0] = { ...cell, formula: cell.formula!.replaceAll('决算表!', '决算表（改名）!').replaceAll('),', '), ') };
    }
    expect(
      standingNarrative(before, setA, bookOf(grid))
        .merge.rows.filter(({ kind }) => kind !== 'generated')
        .map(wordsOf),
    ).toEqual([]);
    const [edited = 0] = live;
    grid[edited]![0] = { value: '甲', formula: `${grid[edited]![0]!.formula}&"（手工）"` };
    const content = write(after, setB, grid, {}, true);
    expect(content.rows.filter(([cell]) => cell?.formula?.endsWith('&"（手工）"') === true).length).toBe(1);
  });

  it('of another department is not merged', () => {
    const grid = gridOf(write(before, setA));
    grid[5]![0] = { value: '手写' };
    const other = accountsOf(3, '另一个局');
    const content = write(narrate(other, xinjiang!), other, grid);
    expect(column(content)).not.toContain('手写');
    expect(content.replaces).toBeUndefined();
    // Writing over it would lose what people wrote; a sheet that nobody has touched may go.
    const merged = (sheet: typeof grid): boolean => standingNarrative(narrate(other, xinjiang!), other, bookOf(sheet)).merge.leavesWords;
    expect([merged(grid), merged(gridOf(write(before, setA)))]).toEqual([true, false]);
  });
});

type Step = { readonly what: 'edit' | 'insert' | 'delete' | 'move' | 'copy' | 'note'; readonly at: number; readonly to: number };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom('edit', 'insert', 'delete', 'move', 'copy', 'note'),
    at: fc.nat(500),
    to: fc.nat(500),
  } as const),
  { maxLength: 12 },
);

describe('whatever people do to the sheet and the tables', () => {
  it('keeps every text of theirs, and every paragraph that they have not touched reads as generated', () => {
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        fc.boolean(),
        (list, one, two, live, shift) => {
          const [setOne, setTwo] = [accountsOf(one), accountsOf(two)];
          const wording = shift ? national! : xinjiang!;
          const first = narrate(setOne, wording);
          const grid = gridOf(write(first, setOne, undefined, {}, live));
          // What they have ever written; some of it may be gone again. Of a copy of ours either one may follow the tables.
          const theirs = new Set<string>();
          const copied = new Set<string>();
          const touched = new Set<string>();
          list.forEach(({ what, at, to }, index) => {
            // The title carries what deletions are known by.
            const row = 1 + (at % (grid.length - 1));
            const target = 1 + (to % (grid.length - 1));
            const text = `手工${index}`;
            const cells = grid[row]!;
            if (what === 'edit') {
              touched.add(keyOf(cells));
              grid[row]![0] = { value: text };
              theirs.add(text);
            } else if (what === 'insert') {
              grid.splice(row, 0, [{ value: text }]);
              theirs.add(text);
            } else if (what === 'delete') {
              touched.add(keyOf(cells));
              grid.splice(row, 1);
            } else if (what === 'move') {
              grid.splice(target, 0, ...grid.splice(row, 1));
            } else if (what === 'copy') {
              grid.splice(
                target,
                0,
                cells.map((cell) => (cell === undefined ? undefined : { ...cell })),
              );
              touched.add(keyOf(cells));
              copied.add(String(cells[0]?.value ?? ''));
            } else {
              cells[2 + (to % 4)] = { value: text };
              theirs.add(text);
            }
          });
          const still = new Set(grid.flatMap((row) => row.map((cell) => String(cell?.value))));
          const second = narrate(setTwo, wording);
          const content = write(second, setTwo, grid, {}, live);
          const shown = content.rows.flatMap((row) => row.map((cell) => String(cell?.value)));
          expect([...theirs].filter((text) => still.has(text) && !shown.includes(text))).toEqual([]);

          const written = new Map(content.rows.map((row) => [readMark(row[1] ?? undefined)?.key ?? '', row[0]?.value]));
          const untouched = narrativeRows(second).filter(({ key }) => !touched.has(key));
          expect(untouched.filter(({ key, text }) => written.get(key) !== text)).toEqual([]);
          const fresh = new Set<unknown>([...narrativeRows(second).map(({ text }) => text), content.rows[1]?.[0]?.value, null]);
          const stale = column(content).filter((text) => !fresh.has(text) && !theirs.has(String(text)) && !copied.has(String(text)));
          expect(stale.filter((text) => !String(text).includes('右侧逐个列出'))).toEqual([]);
          expect(column(write(second, setTwo, gridOf(content), {}, live))).toEqual(column(content));
        },
      ),
      { numRuns: 40, seed: 20_231 },
    );
  });
});
