/** The same accounts as people print and keep them (各种排法): moved, annotated, copied, in drafts; nothing is wrong with them, and the narrative says the same. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/core/narrative/narrative.ts';
import { type Cell, type Sheet, sheetFromRows, type Workbook } from '../../src/core/workbook/workbook.ts';
import { loadAccounts, narrate, narrativeFor, reviewWorkbook } from '../../src/engine.ts';
import { type LayoutChoice, randomDepartment, seededRandom, toWorkbook, writeTables } from '../support/final-accounts/index.ts';

type Row = readonly (Cell | undefined)[];
type Change = (sheet: Sheet) => Sheet;

const LAYOUTS: readonly LayoutChoice[] = [{}, { layout: 'shanghai' }, { unit: '元' }, { zero: 'dash', codes: 'one-cell' }];
/** Lines of odd text that a template leaves when a figure is missing. */
const ODD = /undefined|null|NaN|Infinity|\{\{|\[object|[，。；、：]{2}|（）|占%|为万元/;

const rowsOf = (sheet: Sheet): readonly Row[] =>
  Array.from({ length: sheet.grid.length }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_u, column) => sheet.grid[row]?.[column]),
  );
const withRows = (sheet: Sheet, rows: readonly Row[], more: Partial<Sheet> = {}): Sheet => ({
  ...sheet,
  grid: rows,
  columnCount: Math.max(0, ...rows.map((row) => row.length)),
  ...more,
});
const cells =
  (change: (cell: Cell) => Cell): Change =>
  (sheet) =>
    withRows(
      sheet,
      rowsOf(sheet).map((row) => row.map((cell) => (cell === undefined ? undefined : change(cell)))),
    );
const texts = (change: (text: string) => string): Change =>
  cells((cell) => (typeof cell.value === 'string' ? { ...cell, value: change(cell.value) } : cell));
/** Amounts alone; line numbers and codes stay. */
const amounts = (change: (value: number, cell: Cell) => Cell): Change =>
  cells((cell) => (typeof cell.value === 'number' && cell.format?.includes('0.00') === true ? change(cell.value, cell) : cell));
const below =
  (...lines: readonly (readonly (string | number)[])[]): Change =>
  (sheet) =>
    withRows(sheet, [...rowsOf(sheet), ...lines.map((line) => line.map((value): Cell => ({ value })))]);
const inAll =
  (change: Change) =>
  (book: Workbook): Workbook => ({ ...book, sheets: book.sheets.map(change) });
/** Drafts whose figures are wrong, before or after the real sheets. */
const withDrafts =
  (visibility: Sheet['visibility'], areFirst: boolean) =>
  (book: Workbook): Workbook => {
    const drafts = book.sheets.map((sheet) => ({
      ...amounts((value, cell) => ({ ...cell, value: value + 1 }))(sheet),
      name: `稿${sheet.name}`.slice(0, 31),
      visibility,
    }));
    return { ...book, sheets: areFirst ? [...drafts, ...book.sheets] : [...book.sheets, ...drafts] };
  };

const CHANGES: Readonly<Record<string, (book: Workbook) => Workbook>> = {
  'two blank rows and a blank column before': inAll((sheet) =>
    withRows(sheet, [[], [], ...rowsOf(sheet).map((row) => [undefined, ...row])], {
      merged: sheet.merged.map(({ top, bottom, left, right }) => ({ top: top + 2, bottom: bottom + 2, left: left + 1, right: right + 1 })),
    }),
  ),
  signatures: inAll(below([], ['单位负责人：张三', '', '财务负责人：李四', '填报日期：2024-08-15'], [20_240_820])),
  'notes with figures': inAll(below(['附注：1.本表合计数含上年结转12.34万元；2.尾差0.01系四舍五入。'], ['', 12.34, '万元'])),
  'a column 备注': inAll((sheet) =>
    withRows(
      sheet,
      rowsOf(sheet).map((row, index) => [
        ...row,
        index === 4 ? { value: '备注' } : index > 8 && index % 7 === 6 ? { value: '见说明第3条' } : undefined,
      ]),
    ),
  ),
  'a cover and a contents page': (book) => ({
    ...book,
    sheets: [
      sheetFromRows('封面', [['2023年度部门决算公开'], ['部门名称：某某局'], ['组织机构代码', 12_345_678]]),
      sheetFromRows('目录', [
        ['一、收入支出决算总表', 1],
        ['二、收入决算表', 2],
        ['三、支出决算表', 3],
      ]),
      ...book.sheets,
    ],
  }),
  'hidden drafts': withDrafts('hidden', false),
  'hidden drafts before': withDrafts('very-hidden', true),
  'every sheet copied': (book) => ({
    ...book,
    sheets: [...book.sheets, ...book.sheets.map((sheet) => ({ ...sheet, name: `${sheet.name.slice(0, 27)} (2)` }))],
  }),
  'rows of zeros hidden': inAll((sheet) => ({
    ...sheet,
    hiddenRows: new Set(
      rowsOf(sheet).flatMap((row, index) =>
        index > 5 && row.every((cell) => typeof cell?.value !== 'number' || cell.value === 0) ? [index] : [],
      ),
    ),
  })),
  'nothing merged': inAll((sheet) => ({ ...sheet, merged: [] })),
  'spread and padded labels': inAll(
    texts((text) =>
      /^[\u4e00-\u9fff]{2}$/.test(text) ? `${text.charAt(0)}　　${text.charAt(1)}` : text.trim() === '' ? text : `\u00a0${text} `,
    ),
  ),
  'labels broken in two lines': inAll(
    texts((text) => (/^[\u4e00-\u9fff]{7,19}$/.test(text) ? `${text.slice(0, 4)}\n${text.slice(4)}` : text)),
  ),
  'amounts as text': inAll(amounts((value) => ({ value: value.toFixed(2) }))),
  'amounts in full-width digits': inAll(
    amounts((value) => ({ value: value.toFixed(2).replace(/[\d.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) })),
  ),
  'amounts with a currency sign': inAll(amounts((value) => ({ value: `¥${value.toFixed(2)}` }))),
  'the accounting format': inAll(amounts((_, cell) => ({ ...cell, format: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ' }))),
  'no format': inAll(amounts((value) => ({ value }))),
  'what formulas leave behind the decimals': inAll(amounts((value, cell) => ({ ...cell, value: value + 1e-12 }))),
};

function reading(book: Workbook, prior: Workbook): { readonly findings: readonly string[]; readonly narratives: readonly string[] } {
  const loaded = loadAccounts(book, prior);
  const { accounts, ordinary } = reviewWorkbook(loaded);
  return {
    // The two years are made up apart, so that only what crosses them may differ.
    findings: [...accounts, ...ordinary]
      .flatMap((review) => review.findings)
      .filter(({ severity, check }) => severity !== 'info' && check !== 'carry-forward' && check !== 'prior-column')
      .map(({ message }) => message['zh-CN']),
    narratives: loaded.sets.map((set) =>
      narrate(set, narrativeFor(set))
        .sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(textOf)])
        .join('\n'),
    ),
  };
}

const SEEDS = [1, 2, 3, 5];
const books = LAYOUTS.map((layout, index) => {
  const seed = SEEDS[index] ?? 1;
  const made = randomDepartment(seededRandom(seed), { items: [1, 3, 8, 0][index] ?? 1, department: '某某局' });
  const last = randomDepartment(seededRandom(seed + 100), { items: 4, department: '某某局', year: 2022 });
  const book = toWorkbook(writeTables(made, layout));
  const prior = toWorkbook(writeTables(last, layout), '上年.xlsx');
  return { layout: JSON.stringify(layout), book, prior, plain: reading(book, prior) };
});

describe.each(books)('accounts in the layout $layout', ({ book, prior, plain }) => {
  it('are sound as they stand, and so is their text', () => {
    expect(plain.findings).toEqual([]);
    expect(plain.narratives).toHaveLength(1);
    expect(ODD.exec(plain.narratives[0] ?? '')?.[0]).toBeUndefined();
  });

  it.each(Object.entries(CHANGES))('say the same with: %s', (_, change) => {
    const { findings, narratives } = reading(change(book), prior);
    expect(findings).toEqual([]);
    expect(narratives).toHaveLength(1);
    const [before, after] = [plain.narratives, narratives].map((texts) => (texts[0] ?? '').split('\n'));
    // «(款)» keeps the spaces and line breaks of a name as printed apart.
    expect(after?.filter((line, index) => line !== before?.[index]).slice(0, 3)).toEqual([]);
    expect(after).toHaveLength(before?.length ?? 0);
  });
});
