/** 补充资料 in the hands of people: sorted, moved, translated, copied, damaged. What they typed comes back, or a sentence says where and what to do. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { planSupplement, supplementEdits } from '../../../src/core/edits/plan-supplement.ts';
import type { SheetContent } from '../../../src/core/edits/sheet-content.ts';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import { readFacts } from '../../../src/core/tables/read-facts.ts';
import { supplementFaults } from '../../../src/core/tables/supplement-faults.ts';
import type { TableSet } from '../../../src/core/tables/table-set.ts';
import { type CellValue, type Sheet, sheetFromRows, type Workbook } from '../../../src/core/workbook/workbook.ts';
import { applyEdits, loadAccounts, narrate, narratives, openWorkbook } from '../../../src/engine.ts';
import { createWorkbook } from '../../../src/hosts/file/create-workbook.ts';

const SAMPLE = new Uint8Array(readFileSync('assets/samples/changji-2023.xlsx'));
const accounts = loadAccounts(await openWorkbook(SAMPLE, 'changji-2023.xlsx')).sets[0]!;
const content = written(accounts);
const EN = ['Section', 'Item', 'Content', 'Unit', 'Note', 'Key', 'Last year', 'Used in'];

type Rows = readonly (readonly CellValue[])[];

function written(set: TableSet): SheetContent {
  return planSupplement(narrate(set, narratives[0]!), set).content;
}

function rowsOf({ rows }: SheetContent): Rows {
  return rows.map((row) => Array.from({ length: 8 }, (_, column) => row[column]?.value ?? null));
}

function bookOf(rows: Rows, name = '补充资料', more: Partial<Sheet> = {}): Workbook {
  return { name: 'book.xlsx', sheets: [{ ...sheetFromRows(name, rows), ...more }], date1904: false };
}

/** What was typed, by key; without the offers of last year. */
function typed(book: Workbook, department = accounts.department): ReadonlyMap<string, string> {
  return new Map([...readFacts(book, 'current', department)].map(([key, { text }]) => [key, text] as const).sort());
}

const whole = rowsOf(content);
const [title, guide, head, ...lines] = whole as [readonly CellValue[], readonly CellValue[], readonly CellValue[], ...Rows];
const expected = typed(bookOf(whole));

describe('the sheet as people leave it', () => {
  it('loses nothing that was typed, however rows and columns are moved, inserted, renamed and translated', () => {
    expect(expected.size).toBeGreaterThan(90);
    const hands = fc.record({
      rows: fc.shuffledSubarray([...lines.keys()], { minLength: lines.length }),
      columns: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
      blankEvery: fc.integer({ min: 2, max: 40 }),
      english: fc.boolean(),
      name: fc.constantFrom('补充资料', '补充资料 (2)', '填报', 'Facts'),
      above: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(hands, ({ rows, columns, blankEvery, english, name, above }) => {
        const sorted = rows.flatMap((row, index) => (index % blankEvery === 0 ? [[], lines[row]!] : [lines[row]!]));
        const all = [title, ...Array<readonly CellValue[]>(above).fill([]), guide, english ? EN : head, ...sorted];
        const moved = all.map((row) => columns.map((column) => row[column] ?? null));
        expect(typed(bookOf(moved, name))).toEqual(expected);
      }),
      { numRuns: 60, seed: 20_231 },
    );
  });

  it('takes a line for what it says to be when the hidden 标识 stayed behind while the visible columns were sorted', () => {
    const key = 5;
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines.keys()], { minLength: lines.length }), (rows) => {
        const sorted = rows.map((row, index) =>
          lines[row]!.map((value, column) => (column === key ? (lines[index]![key] ?? null) : value)),
        );
        expect(typed(bookOf([title, guide, head, ...sorted]))).toEqual(expected);
      }),
      { numRuns: 30, seed: 20_231 },
    );
  });

  it('writes the same sheet again after it was read', () => {
    const again = { ...accounts, facts: readFacts(bookOf(whole), 'current', accounts.department) };
    expect(rowsOf(written(again))).toEqual(whole);
  });

  it('survives the deletion of the 标识 column, and says so', () => {
    const without = whole.map((row) => row.filter((_, column) => column !== 5));
    const book = bookOf(without);
    const set = { ...accounts, facts: readFacts(book, 'current', accounts.department) };
    const text = (from: TableSet): readonly string[] =>
      narrate(from, narratives[0]!).sections.flatMap(({ paragraphs }) => paragraphs.map(textOf));
    expect(text(set)).toEqual(text(accounts));
    expect(supplementFaults(book).map(({ kind }) => kind)).toEqual(['no-keys']);
  });

  it('is read without its headings while the columns stand where they stood, and is left alone when they do not', () => {
    const tagged = { tag: 'supplement' };
    const headless = bookOf([title, guide, ...lines], '补充资料', tagged);
    expect(typed(headless)).toEqual(expected);
    expect(supplementFaults(headless).map(({ kind, message }) => [kind, message['zh-CN'].includes('按原来的列次读取')])).toEqual([
      ['no-head', true],
    ]);

    const lost = bookOf(
      lines.map((row) => [...row].reverse()),
      '补充资料',
      tagged,
    );
    expect(supplementEdits(narrate(accounts, narratives[0]!), accounts, lost)).toEqual([]);
    expect(supplementFaults(lost).map(({ kind, message }) => [kind, message['zh-CN'].includes('没有读取，也没有改动')])).toEqual([
      ['no-head', true],
    ]);
  });

  it('says at its place what is no number, what is merged and what contradicts, and keeps all of it', () => {
    const at = (item: string): number => whole.findIndex((row) => row[1] === item);
    const [staff, retired, asset] = [at('在职人员'), at('离休人员'), at('固定资产原值')];
    const damaged = whole.map((row, index) =>
      row.map((value, column) => (column !== 2 ? value : index === staff ? '五十五' : index === retired ? null : value)),
    );
    const twice = [...damaged, damaged[asset]!.map((value, column) => (column === 2 ? 9 : value))];
    const merged = [{ top: staff, bottom: retired, left: 2, right: 2 }];
    const book = bookOf(twice, '补充资料', { merged });
    const faults = supplementFaults(book, [accounts.department]);
    expect(faults.map(({ kind, ref }) => [kind, ref.row, ref.column])).toEqual([
      ['not-a-number', staff, 2],
      ['merged', retired, 2],
      ['contradiction', asset, 2],
      ['contradiction', twice.length - 1, 2],
    ]);
    const set = { ...accounts, facts: readFacts(book, 'current', accounts.department) };
    const [edit] = supplementEdits(narrate(set, narratives[0]!), set, { ...book, sheets: [{ ...book.sheets[0]!, tag: 'supplement' }] });
    const line = (item: string, value: CellValue) =>
      edit!.content.rows.find((row) => row[1]?.value === item && (row[2]?.value ?? null) === value);
    expect(line('在职人员', '五十五')?.[2]?.style).toBe('gap');
    expect(line('在职人员', '五十五')?.[4]?.value).toContain('请更正：“五十五”不是数');
    expect(line('离休人员', null)?.[4]?.value).toContain('请取消合并');
    for (const value of [4200.24, 9]) expect(line('固定资产原值', value)?.[4]?.value).toBe('与另一行矛盾，只留一行');
    // Put right, it says nothing any more.
    const mended = rowsOf(edit!.content).map((row) => row.map((value) => (value === '五十五' ? 55 : value)));
    const next = { ...accounts, facts: readFacts(bookOf(mended), 'current', accounts.department) };
    expect(written(next).rows.find((row) => row[1]?.value === '在职人员')?.[4]?.value).toBeNull();
  });
});

describe('a sheet that was copied into the workbook of another department', () => {
  const elsewhere: TableSet = { ...accounts, department: '某某县水利局' };

  it('answers nothing there, is asked about, loses nothing, and is good again where it belongs', () => {
    const book = bookOf(whole);
    const read = { ...elsewhere, facts: readFacts(book, 'current', elsewhere.department) };
    expect(narrate(read, narratives[0]!).gaps.length).toBeGreaterThan(30);
    const [fault] = supplementFaults(book, [elsewhere.department]);
    expect(fault?.kind).toBe('other-department');
    expect(fault?.message['zh-CN']).toContain('没有采用其中的内容');
    const there = bookOf(rowsOf(written(read)));
    const back = readFacts(there, 'current', accounts.department);
    expect([...expected].filter(([key, text]) => back.get(key)?.text !== text)).toEqual([]);
  });

  it('is taken when the department above the headings is corrected', () => {
    const renamed = whole.map((row) =>
      row.map((value) => (value === `部门：${accounts.department}` ? `部门：${elsewhere.department}` : value)),
    );
    expect(typed(bookOf(renamed), elsewhere.department)).toEqual(expected);
    expect(supplementFaults(bookOf(renamed), [elsewhere.department])).toEqual([]);
  });
});

describe('the file', () => {
  it('gives back the same answers after LibreOffice has saved it', async () => {
    const file = 'test/workbooks/files/supplement-libreoffice.xlsx';
    expect([...typed(await openWorkbook(new Uint8Array(readFileSync(file)), 'a.xlsx'))]).toEqual([...expected]);
    // The rule for numbers has gone through it as well.
    const sheet = strFromU8(unzipSync(readFileSync(file))['xl/worksheets/sheet1.xml']!);
    expect(/<dataValidation [^>]*type="custom"[^>]*>/.test(sheet)).toBe(true);
  });

  it('asks for numbers where a line has a unit', () => {
    const bytes = applyEdits(createWorkbook([{ tag: 'x', name: '表', rows: [], widths: [] }]), [{ kind: 'write-sheet', content }]);
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']!);
    const [, range, formula] = /<dataValidation type="custom"[^>]* sqref="([^"]*)"><formula1>([^<]*)</.exec(sheet) ?? [];
    expect(range).toBe(`C4:C${lines.length + 3}`);
    expect(formula).toBe('OR($D4="",AND(ISNUMBER($C4),OR($C4&gt;=0,ISNUMBER(FIND("元",$D4)))))'.replaceAll('"', '&quot;'));
  });
});
