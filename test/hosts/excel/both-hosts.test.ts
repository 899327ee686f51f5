/** A real workbook through both hosts: read alike, judged alike, marked alike; what one host wrote, the other understands and takes away. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/core/edits/edit.ts';
import { planMarks } from '../../../src/core/edits/plan-marks.ts';
import { planNarrative } from '../../../src/core/edits/plan-narrative.ts';
import { planReport } from '../../../src/core/edits/plan-report.ts';
import { planSupplement } from '../../../src/core/edits/plan-supplement.ts';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { applyEdits as applyToFile, checkAccounts, checks, loadAccounts, narrate, narratives, openWorkbook } from '../../../src/engine.ts';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import { clearMarks } from '../../../src/hosts/file/marks.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { picture } from '../../support/excel-host/model/book.ts';
import { bookFromFile } from '../../support/excel-host/model/book-from-file.ts';
import { plain } from './sample.ts';

const name = 'changji-2023-faulty.xlsx';
const bytes = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../assets/samples', name)));

function planAll(workbook: Workbook): readonly Edit[] {
  const { sets } = loadAccounts(workbook);
  const reviews = sets.map((set) => checkAccounts(set, checks));
  const [accounts] = sets;
  const [wording] = narratives;
  if (accounts === undefined || wording === undefined) throw new Error('the sample holds no tables');
  const narrative = narrate(accounts, wording);
  return [
    { kind: 'clear-marks' },
    ...planMarks(reviews.flatMap(({ findings }) => findings)),
    planReport(reviews),
    planNarrative(narrative),
    planSupplement(narrative, accounts),
  ];
}

const undo = (edits: readonly Edit[]): Edit[] => [
  { kind: 'clear-marks' },
  ...edits.flatMap((edit): Edit[] => (edit.kind === 'write-sheet' ? [{ kind: 'remove-sheet', tag: edit.content.tag }] : [])),
];

describe('a real workbook', () => {
  it('is read alike, and comes to the same findings, marks and sheets', async () => {
    const fromFile = await openWorkbook(bytes, name);
    const host = openInExcel(await bookFromFile(bytes, name), 'office2021');
    const { workbook } = await readWorkbook();
    expect(plain(workbook)).toEqual(plain(fromFile));
    expect(host.syncs.length).toBeLessThanOrEqual(4);
    expect(planAll(workbook)).toEqual(planAll(fromFile));
  });

  it('is checked, marked, explained and cleared in four rounds each, and is then what it was', async () => {
    const host = openInExcel(await bookFromFile(bytes, name), 'office2021');
    const before = structuredClone(picture(host.book));
    const edits = planAll((await readWorkbook()).workbook);
    host.syncs.length = 0;
    const applied = await applyEdits(edits);
    expect(applied.skipped).toEqual([]);
    expect(applied.written.map(({ how }) => how)).toEqual(['new', 'new', 'new']);
    expect(host.syncs.length).toBeLessThanOrEqual(4);
    expect(host.book.sheets.flatMap(({ rules }) => rules).filter(({ formula }) => formula.includes('TIEOUT')).length).toBeGreaterThan(0);

    host.syncs.length = 0;
    const again = await applyEdits(planAll((await readWorkbook()).workbook));
    expect(again.written.map(({ how }) => how)).toEqual(['in-place', 'in-place', 'in-place']);

    host.syncs.length = 0;
    await applyEdits(undo(edits));
    expect(host.syncs.length).toBeLessThanOrEqual(4);
    expect(picture(host.book)).toEqual(before);
  });

  it('gives our own sheets the same cells in Excel as in a file', async () => {
    const edits = planAll(await openWorkbook(bytes, name));
    const annotated = await openWorkbook(applyToFile(bytes, edits), name);
    openInExcel(await bookFromFile(bytes, name), 'office2021');
    await applyEdits(edits);
    const { workbook } = await readWorkbook();
    const texts = (book: Workbook, tag: string): unknown =>
      book.sheets
        .find((sheet) => sheet.tag === tag)
        ?.grid.flatMap((row, at) =>
          (row ?? []).flatMap((cell, column) =>
            cell === undefined || typeof cell.value !== 'string' || cell.value === '' ? [] : [[at, column, cell.value]],
          ),
        );
    for (const tag of edits.flatMap((edit) => (edit.kind === 'write-sheet' ? [edit.content.tag] : []))) {
      expect(texts(workbook, tag)).toEqual(texts(annotated, tag));
    }
  });

  it('marked in a file is understood and cleared in Excel', async () => {
    const marked = applyToFile(
      bytes,
      planAll(await openWorkbook(bytes, name)).filter(({ kind }) => kind !== 'write-sheet'),
    );
    const host = openInExcel(await bookFromFile(marked, name));
    const untouched = picture(await bookFromFile(bytes, name));
    expect(picture(host.book)).not.toEqual(untouched);
    expect((await applyEdits([{ kind: 'clear-marks' }])).clearedRules).toBeGreaterThan(0);
    expect(picture(host.book)).toEqual(untouched);
  });

  it('with our sheets written in a file is known in Excel: the sheet is ours, and is not written over unasked', async () => {
    const edits = planAll(await openWorkbook(bytes, name));
    const host = openInExcel(await bookFromFile(applyToFile(bytes, edits), name));
    const before = structuredClone(picture(host.book)) as unknown[];
    const { workbook } = await readWorkbook();
    const tags = edits.flatMap((edit) => (edit.kind === 'write-sheet' ? [edit.content.tag] : []));
    expect(workbook.sheets.flatMap(({ tag }) => tag ?? [])).toEqual(tags);
    const writing = edits.filter(({ kind }) => kind === 'write-sheet');
    host.book.sheets.find((sheet) => sheet.name === '勾稽检查')!.cells.set(0, 5, { value: '批注' });
    const applied = await applyEdits(writing);
    expect(applied.written.map(({ sheet, how }) => [sheet, how])).toEqual([
      ['勾稽检查 (2)', 'beside'],
      ['决算公开说明', 'in-place'],
      // The sample has a sheet 补充资料 of its own.
      ['补充资料 (2)', 'in-place'],
    ]);
    expect(host.book.sheets).toHaveLength(before.length + 1);
  });

  it('marked in Excel and saved is understood in a file', async () => {
    const host = openInExcel(await bookFromFile(bytes, name));
    await applyEdits(planAll((await readWorkbook()).workbook).filter(({ kind }) => kind === 'mark-cells'));
    const rules = host.book.sheets.flatMap((sheet) => sheet.rules).filter(({ formula }) => formula.includes('TIEOUT'));
    // As Excel saves it: the formula without «=», its quotes escaped or not.
    for (const { formula } of rules) {
      for (const text of [formula.slice(1), formula.slice(1).replaceAll('"', '&quot;')]) {
        const rule = `<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>${text}</formula></cfRule></conditionalFormatting>`;
        const xml = (inner: string): string =>
          `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>${inner}</worksheet>`;
        expect(clearMarks(xml(rule), 'xl/worksheets/sheet1.xml')).toBe(xml(''));
      }
    }
    expect(rules.length).toBeGreaterThan(0);
    expect(strFromU8(unzipSync(bytes)['xl/workbook.xml']!)).not.toContain('_TIEOUT_');
  });
});
