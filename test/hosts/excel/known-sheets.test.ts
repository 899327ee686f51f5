/** Marking after a reading takes two round trips, and what has changed in the workbook since then is seen all the same. */
import { describe, expect, it } from 'vitest';
import { type Edit, markFormula as formulaInFile, type MarkLevel } from '../../../src/core/edits/edit.ts';
import { excelHost } from '../../../src/hosts/excel/excel-host.ts';
import type { ExcelHost } from '../../support/excel-host/excel-host.ts';
import { addSheet } from '../../support/excel-host/model/book.ts';
import type { HostRule } from '../../support/excel-host/model/sheet.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { sheet, workbook } from './sample.ts';

const CELL = { top: 0, left: 0, bottom: 0, right: 0 };
const MARKS: readonly Edit[] = [{ kind: 'clear-marks' }, { kind: 'mark-cells', sheet: '甲', level: 'error', areas: [CELL] }];
const markFormula = (level: MarkLevel): string => `=${formulaInFile({ level })}`;
const rule = (more: Partial<HostRule>): HostRule => ({
  id: 'x',
  type: 'Custom',
  areas: [CELL],
  formula: '',
  fill: '',
  stopIfTrue: false,
  ...more,
});

async function read(): Promise<{ readonly excel: ExcelHost; readonly host: ReturnType<typeof excelHost> }> {
  const excel = openInExcel(workbook(sheet('甲', [[1]]), sheet('乙', [[2]])));
  excel.book.sheets[0]!.rules = [rule({ id: 'user', formula: '=$A1<0' })];
  const host = excelHost();
  await host.read();
  excel.syncs.length = 0;
  return { excel, host };
}

const formulas = ({ book }: ExcelHost): readonly (readonly string[])[] =>
  book.sheets.map(({ rules }) => rules.map(({ formula }) => formula));

describe('marking after a reading', () => {
  it('takes two rounds again and again, and doubles nothing', async () => {
    const { excel, host } = await read();
    await host.apply(MARKS);
    // A rule of the user's is asked about once.
    expect(excel.syncs).toHaveLength(3);
    for (let again = 0; again < 3; again++) {
      excel.syncs.length = 0;
      await host.apply(MARKS);
      expect(excel.syncs).toHaveLength(2);
      expect(formulas(excel)).toEqual([[markFormula('error'), '=$A1<0'], []]);
    }
    await host.apply([{ kind: 'clear-marks' }]);
    expect(formulas(excel)).toEqual([['=$A1<0'], []]);
  });

  it.each<readonly [string, (excel: ExcelHost) => void, readonly (readonly string[])[]]>([
    [
      'a sheet with marks has come',
      ({ book }) => (addSheet(book, '丙').rules = [rule({ id: 'c', formula: markFormula('warning') })]),
      [['=$A1<0'], [], []],
    ],
    ['a sheet has gone', ({ book }) => book.sheets.splice(1, 1), [['=$A1<0']]],
    ['the user has deleted the mark', ({ book }) => (book.sheets[0]!.rules = book.sheets[0]!.rules.slice(1)), [['=$A1<0'], []]],
    [
      'the user has made a rule of his own out of the mark',
      ({ book }) => (book.sheets[0]!.rules[0]!.formula = '=$A1>5'),
      [['=$A1>5', '=$A1<0'], []],
    ],
    [
      'the mark is of another type now',
      ({ book }) => (book.sheets[0]!.rules[0] = rule({ id: book.sheets[0]!.rules[0]!.id, type: 'DataBar' })),
      [['', '=$A1<0'], []],
    ],
    [
      'the mark cannot be read any more',
      ({ book }) => (book.sheets[0]!.rules[0] = rule({ id: 'damaged', formula: markFormula('error'), unreadable: true })),
      [[markFormula('error'), '=$A1<0'], []],
    ],
    [
      'somebody else has marked',
      ({ book }) => (book.sheets[1]!.rules = [rule({ id: 'colleague', formula: markFormula('error') })]),
      [['=$A1<0'], []],
    ],
  ])('%s since: clearing finds what is ours, and only that', async (_, change, left) => {
    const { excel, host } = await read();
    await host.apply(MARKS);
    change(excel);
    await host.apply([{ kind: 'clear-marks' }]);
    expect(formulas(excel)).toEqual(left);
  });

  it('a sheet of ours that has come since is written in place, not beside', async () => {
    const { excel, host } = await read();
    const report: Edit = { kind: 'write-sheet', content: { tag: 'report', name: '勾稽检查', rows: [[{ value: '一' }]], widths: [10] } };
    await host.apply([report]);
    await host.apply([report]);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(['甲', '乙', '勾稽检查']);
  });
});
