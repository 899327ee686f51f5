/** Every layout of the generator is read back figure by figure (版式全覆盖): what was written is what is found, where it stands. */
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/core/tables/recognise.ts';
import type { Table } from '../../../src/core/tables/table.ts';
import {
  ALL_STATEMENTS,
  type LayoutChoice,
  randomDepartment,
  seededRandom,
  toWorkbook,
  writeAccounts,
} from '../../support/final-accounts/index.ts';
import { ALL } from './statements.ts';

const BASES: readonly LayoutChoice[] = [{ layout: 'national' }, { layout: 'shanghai' }];
const SWITCHES: readonly Partial<LayoutChoice>[] = [
  {},
  { unit: '元' },
  { lineNumbers: true },
  { lineNumbers: true, numericLineNumbers: true },
  { lineNumbers: false },
  ...(['merged', 'one-cell', 'split', 'repeated'] as const).map((codes) => ({ codes })),
  { economicCodes: 'one-cell' },
  { economicCodes: 'split' },
  { totalLast: ['income', 'expenditure', 'general-budget-expenditure', 'government-fund', 'state-capital'] },
  { amounts: 'text' },
  { amounts: 'text-plain' },
  ...(['0.00', 'blank', 'dash'] as const).map((zero) => ({ zero })),
  { names: 'indented' },
  { names: 'wrapped' },
  ...(['titles', 'numbered', 'export', 'bare', 'attached'] as const).map((sheetNames) => ({ sheetNames })),
  { order: [...ALL_STATEMENTS].reverse() },
  { oneSheet: true },
  { oneSheet: true, codes: 'split', threePublic: 'vertical', origin: { row: 3, column: 2 } },
  { origin: { row: 4, column: 3 } },
  { departmentLabel: '单位名称：', unitLabel: '单位：' },
  { year: 'title' },
  { year: 'none' },
  { mark: false },
  { emptySentence: true },
  { basicPanels: 2 },
  { basicPanels: 3 },
  ...(['wide', 'pairs', 'vertical'] as const).map((threePublic) => ({ threePublic })),
  { stateCapital: 'three-columns' },
  { notes: false },
  { extraNotes: ['本套报表金额单位转换时可能存在尾数误差。'] },
];
const CHOICES = BASES.flatMap((base) => SWITCHES.map((more): LayoutChoice => ({ ...base, ...more })));
const SIZES = [
  { items: 0 },
  { items: 1 },
  { items: 25, own: true, fund: true, stateCapital: true, projectForms: 2 },
  { items: 60, projectForms: 1 },
];

describe.each(CHOICES)('layout %j', (choice) => {
  it.each(SIZES.map((size, index) => [index + 11, size] as const))('seed %i, %j: every figure in its place', (seed, size) => {
    const accounts = randomDepartment(seededRandom(seed), size);
    const { contents, figures } = writeAccounts(accounts, choice);
    const { sets, unrecognised } = recognise(toWorkbook(contents, '决算.xlsx'), ALL);
    expect(unrecognised).toEqual([]);
    expect(sets).toHaveLength(1);
    const tables = sets[0]?.tables ?? [];
    expect(tables.filter((table) => table.statement?.endsWith('-self-evaluation') === false).map((table) => table.statement)).toEqual(
      choice.order ?? ALL_STATEMENTS,
    );
    expect(sets[0]?.department).toBe(accounts.department);
    expect(sets[0]?.year).toBe(choice.year === 'none' && size.projectForms === undefined ? undefined : accounts.year);
    const notices = tables.flatMap((table) => table.notices).filter((notice) => notice.kind !== 'empty' && notice.kind !== 'unit-assumed');
    expect(notices).toEqual([]);

    const found = positions(tables);
    for (const { key, sheet, row, column } of figures.values())
      expect([key, found.get(`${sheet}!${row},${column}`)]).toEqual([key, meaning(key)]);
    const printed = new Set([...figures.values()].map(({ sheet, row, column }) => `${sheet}!${row},${column}`));
    // Dashes beside the other sources of a form hold no figure; everything else that was read was written.
    const extra = [...found].filter(([position, key]) => !printed.has(position) && !/self-evaluation.*\/(?:weight|rate|score)$/.test(key));
    expect(extra).toEqual([]);
  });
});

/** The figures by where they stand. */
function positions(tables: readonly Table[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const table of tables) {
    for (const [row, columns] of table.figures) {
      for (const [column, { ref, unit }] of columns) {
        if (unit.kind === 'money') expect(unit.name).toBe(table.unit.name);
        found.set(`${ref.sheet}!${ref.row},${ref.column}`, `${table.statement}/${row}/${column}`);
      }
    }
  }
  return found;
}

/** Forms print the execution of the whole beside the first source; it is read as the total's. */
function meaning(key: string): string {
  return key.replace(/#\d+/, '').replace(/source-central\/(weight|rate|score)$/, 'source-total/$1');
}
