/** The faults of the faulty sample (故意的错误): each a slip that really happens, in another part of the tables, so that each can be told from the rest. */
import type { ContentCell, SheetContent } from '../../src/core/edits/sheet-content.ts';
import { cellAddress } from '../../src/core/workbook/address.ts';
import type { PlacedFigure } from '../../test/support/final-accounts/index.ts';

/** One cell that holds something else than it should. */
interface CellFault {
  readonly kind: string;
  readonly key: string;
  readonly stated: number;
  readonly note: string;
}

/** As it stands in faults.json. */
export interface FaultRecord {
  readonly id: string;
  readonly kind: string;
  readonly sheet: string;
  readonly address: string;
  /** `statement/row/column`. */
  readonly key: string;
  readonly stated: string | null;
  readonly right: string;
  readonly note: string;
  /** All cells that are wrong, where there are more than one. */
  readonly cells?: readonly { readonly address: string; readonly stated: string | null; readonly right: string }[];
}

const CELL_FAULTS: readonly CellFault[] = [
  { kind: 'digits-swapped', key: 'expenditure/2080505/basic', stated: 114.81, note: '114.18 typed with two digits the other way round' },
  { kind: 'digit-lost', key: 'expenditure/2210201/basic', stated: 8.82, note: '89.82 without its 9' },
  { kind: 'wrong-sign', key: 'final-account-summary/closing-balance/amount', stated: -45.52, note: 'typed as a negative' },
  {
    kind: 'digit-mistyped',
    key: 'final-account-summary/208/amount',
    stated: 265.01,
    note: 'does not agree with tables 03 and 04 any more',
  },
  { kind: 'yuan-for-ten-thousand', key: 'income/2010399/other-income', stated: 658342, note: 'typed in 元 into a table in 万元' },
  { kind: 'stale-subtotal', key: 'income/208/fiscal', stated: 212.86, note: 'from before 2080501 was added: 42.15 is missing' },
  { kind: 'ten-times', key: 'general-budget-basic-expenditure/30207/amount', stated: 98.1, note: 'the point one place too far right' },
  { kind: 'counted-twice', key: 'general-budget-basic-expenditure/303/amount', stated: 99.1, note: '30302 is in it twice' },
  {
    kind: 'wrong-total',
    key: 'three-public-expenses/total/actual',
    stated: 145.14,
    note: '购置费 37.63 added beside the 小计 that already holds it',
  },
  {
    kind: 'missing-part',
    key: 'fiscal-appropriation-summary/expenditure-total/general',
    stated: 1855.24,
    note: 'the sum stops before 229: 18.78 is missing',
  },
  { kind: 'wrong-rate', key: 'project-self-evaluation#1/funds-total/rate', stated: 0.6732, note: '76.32% with its digits swapped' },
];

/** The block of table 05 that was pasted one row too low: the first row is left empty, the last amount fell off. */
const SHIFTED = {
  kind: 'shifted-block',
  statement: 'general-budget-expenditure',
  codes: ['2101101', '2101102', '2101103', '2101199'],
  columns: ['total', 'basic'],
} as const;

/** The row of table 02 that is not there. */
const MISSING = { kind: 'missing-row', statement: 'income', code: '2101199', parent: '21011', column: 'total' } as const;

export function withFaults(
  contents: readonly SheetContent[],
  figures: ReadonlyMap<string, PlacedFigure>,
): { readonly contents: readonly SheetContent[]; readonly faults: readonly FaultRecord[] } {
  const sheets = new Map(contents.map((content) => [content.name, content.rows.map((row) => [...row])]));
  const at = (key: string): PlacedFigure => {
    const figure = figures.get(key);
    if (figure === undefined) throw new Error(`no figure ${key}`);
    return figure;
  };
  const type = ({ sheet, row, column }: PlacedFigure, value: number | null): void => {
    const cells = sheets.get(sheet)?.[row];
    const cell = cells?.[column];
    if (cells === undefined || cell === undefined || cell === null) throw new Error(`no cell in ${sheet}`);
    cells[column] = { ...cell, value };
  };
  const faults: FaultRecord[] = [];
  const record = (kind: string, figure: PlacedFigure, stated: number | null, note: string, more: Partial<FaultRecord> = {}): void => {
    const id = `F${String(faults.length + 1).padStart(2, '0')}`;
    faults.push({
      id,
      kind,
      sheet: figure.sheet,
      address: cellAddress(figure),
      key: figure.key,
      stated: text(stated),
      right: text(figure.printed) ?? '',
      note,
      ...more,
    });
  };
  for (const { kind, key, stated, note } of CELL_FAULTS) {
    type(at(key), stated);
    record(kind, at(key), stated, note);
  }
  const shifted = SHIFTED.columns.flatMap((column) =>
    SHIFTED.codes.map((code, index) => {
      const figure = at(`${SHIFTED.statement}/${code}/${column}`);
      const above = SHIFTED.codes[index - 1];
      const printed = above === undefined ? null : at(`${SHIFTED.statement}/${above}/${column}`).printed;
      const stated = typeof printed === 'number' ? printed : null;
      type(figure, stated);
      return { address: cellAddress(figure), stated: text(stated), right: text(figure.printed) ?? '' };
    }),
  );
  record(
    SHIFTED.kind,
    at(`${SHIFTED.statement}/${SHIFTED.codes[0]}/${SHIFTED.columns[0]}`),
    null,
    'the amounts of 2101101–2101199 stand one row too low',
    { cells: shifted },
  );
  const parent = at(`${MISSING.statement}/${MISSING.parent}/${MISSING.column}`);
  const gone = at(`${MISSING.statement}/${MISSING.code}/${MISSING.column}`);
  record(
    MISSING.kind,
    parent,
    typeof parent.printed === 'number' ? parent.printed : null,
    `row ${MISSING.code} (${text(gone.printed)}) below this subtotal was deleted; the subtotal is right`,
  );
  return {
    contents: contents.map((content) =>
      rebuilt(content, sheets.get(content.name) ?? [], content.name === gone.sheet ? gone.row : undefined),
    ),
    faults,
  };
}

function text(value: number | string | null): string | null {
  return typeof value === 'number' ? String(value) : value;
}

/** The sheet with its new cells, and without one row. */
function rebuilt(content: SheetContent, rows: readonly (readonly (ContentCell | null)[])[], without: number | undefined): SheetContent {
  if (without === undefined) return { ...content, rows };
  const merged = (content.merged ?? [])
    .filter(({ top }) => top !== without)
    .map((area) => (area.top > without ? { ...area, top: area.top - 1, bottom: area.bottom - 1 } : area));
  return { ...content, rows: rows.filter((_, row) => row !== without), merged };
}
