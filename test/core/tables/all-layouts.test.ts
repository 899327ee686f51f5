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
    const workbook = toWorkbook(contents, '决算.xlsx');
    // A csv has no merged areas: headings then stand over their first column only.
    for (const sheets of [workbook.sheets, workbook.sheets.map((sheet) => ({ ...sheet, merged: [] }))]) {
      const { sets, unrecognised } = recognise({ ...workbook, sheets }, ALL);
      expect(unrecognised).toEqual([]);
      expect(sets).toHaveLength(1);
      const tables = sets[0]?.tables ?? [];
      const accountTables = tables.filter((table) => table.statement?.endsWith('-self-evaluation') === false);
      expect(accountTables.map((table) => table.statement)).toEqual(choice.order ?? ALL_STATEMENTS);
      expect(sets[0]?.department).toBe(accounts.department);
      expect(sets[0]?.year).toBe(choice.year === 'none' && size.projectForms === undefined ? undefined : accounts.year);
      const notices = tables.flatMap((table) => table.notices).filter((notice) => notice.kind !== 'empty');
      expect(notices).toEqual([]);

      const found = positions(tables);
      const places = [...figures.values()].map(({ sheet, row, column }) => `${sheet}!${row},${column}`);
      expect(places.map((place) => found.get(place)?.key)).toEqual([...figures.keys()].map(meaning));
      expect(places.map((place) => found.get(place)?.value)).toEqual([...figures.values()].map(({ printed }) => valueOf(printed)));
      // Dashes beside the other sources of a form hold no figure; everything else that was read was written.
      const printed = new Set(places);
      const extra = [...found].filter(([place, { key }]) => !printed.has(place) && !/self-evaluation.*\/(?:weight|rate|score)$/.test(key));
      expect(extra).toEqual([]);
    }
  });
});

/** The figures by where they stand; rates as ratios, the rest as printed. */
function positions(tables: readonly Table[]): ReadonlyMap<string, { readonly key: string; readonly value: number | null }> {
  const found = new Map<string, { readonly key: string; readonly value: number | null }>();
  for (const table of tables) {
    for (const [row, columns] of table.figures) {
      for (const [column, { ref, unit, reading }] of columns) {
        const scale = unit.kind === 'money' ? unit.scale : 1;
        const value = reading.kind === 'number' ? reading.value.div(scale).toNumber() : null;
        found.set(`${ref.sheet}!${ref.row},${ref.column}`, { key: `${table.statement}/${row}/${column}`, value });
      }
    }
  }
  return found;
}

function valueOf(printed: string | number | null): number | null {
  if (typeof printed === 'number' || printed === null) return printed;
  return printed === '—' ? null : Number(printed.replace(/,/g, ''));
}

/** Forms print the execution of the whole beside the first source; it is read as the total's. */
function meaning(key: string): string {
  return key.replace(/#\d+/, '').replace(/source-central\/(weight|rate|score)$/, 'source-total/$1');
}
