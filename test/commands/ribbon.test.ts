/** The ribbon's commands with no pane open, in the strict Excel: the result stands in the sheets, and the user is taken there. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { check, checkAndNarrate, clearMarks, narrate } from '../../src/commands/commands.ts';
import { tellInSheet } from '../../src/commands/tell-in-sheet.ts';
import { excelHost } from '../../src/hosts/excel/excel-host.ts';
import type { WorkbookHost } from '../../src/hosts/workbook-host.ts';
import { analyse } from '../../src/taskpane/analysis/analyse.ts';
import { DEFAULT_SETTINGS } from '../../src/taskpane/settings.ts';
import type { ExcelHost } from '../support/excel-host/excel-host.ts';
import { type HostBook, picture } from '../support/excel-host/model/book.ts';
import { bookFromFile } from '../support/excel-host/model/book-from-file.ts';
import { openInExcel } from '../support/excel-host/open-in-excel.ts';
import { sheet, workbook } from '../hosts/excel/sample.ts';

const FAULTY = resolve(import.meta.dirname, '../../assets/samples/changji-2023-faulty.xlsx');

const openFaulty = async (): Promise<ExcelHost> => openInExcel(await bookFromFile(new Uint8Array(readFileSync(FAULTY)), '决算.xlsx'));

function workspace(host: WorkbookHost = excelHost()) {
  return {
    host,
    analyse: async ({ workbook: read }: Awaited<ReturnType<WorkbookHost['read']>>) =>
      analyse({ workbook: read, settings: DEFAULT_SETTINGS, locale: 'zh-CN' }),
  };
}

const names = (book: HostBook): readonly string[] => book.sheets.map(({ name }) => name);
const marked = (book: HostBook): number =>
  book.sheets.flatMap(({ rules }) => rules).filter(({ formula }) => formula.includes('TIEOUT|')).length;

function text(book: HostBook, name: string): string {
  const found = book.sheets.find((one) => one.name === name);
  const all = { top: 0, left: 0, bottom: 400, right: 20 };
  return [...(found?.cells.within(all) ?? [])].map(([, , { value }]) => String(value)).join('\n');
}

describe('the ribbon', () => {
  it('checks and writes: marks, report and narrative, and shows the report', async () => {
    const { book } = await openFaulty();
    await tellInSheet(checkAndNarrate, workspace(), 'zh-CN');
    expect(names(book)).toEqual(expect.arrayContaining(['勾稽检查', '决算公开说明']));
    expect(marked(book)).toBeGreaterThan(0);
    expect(book.active?.name).toBe('勾稽检查');
    expect(text(book, '勾稽检查')).toContain('45.52');
  });

  it('checks twice and clears: the user’s sheets are as they were', async () => {
    const { book } = await openFaulty();
    const before = picture(book) as readonly unknown[];
    await tellInSheet(check, workspace(), 'zh-CN');
    const marks = marked(book);
    await tellInSheet(check, workspace(), 'zh-CN');
    expect(marked(book)).toBe(marks);
    expect(names(book).filter((name) => name.startsWith('勾稽检查'))).toHaveLength(1);
    await tellInSheet(clearMarks, workspace(), 'zh-CN');
    expect((picture(book) as readonly unknown[]).slice(0, before.length)).toEqual(before);
  });

  it('says in the sheet that there is nothing to check', async () => {
    const { book } = openInExcel(workbook(sheet('随笔', [['今天天气很好']])));
    await tellInSheet(checkAndNarrate, workspace(), 'zh-CN');
    expect(text(book, '勾稽检查')).toContain('没有可核对的表');
    expect(marked(book)).toBe(0);
  });

  it('says in the sheet that there is nothing to explain', async () => {
    const { book } = openInExcel(
      workbook(
        sheet('费用', [
          ['项目', '金额'],
          ['甲', 1],
          ['乙', 2],
          ['丙', 4],
          ['合计', 7],
        ]),
      ),
    );
    await tellInSheet(narrate, workspace(), 'zh-CN');
    expect(text(book, '勾稽检查')).toMatch(/无法生成说明|没有可核对的表/);
  });

  it('says in the sheet what went wrong, and leaves no marks behind', async () => {
    const host = await openFaulty();
    host.fault = (_index, request) => (JSON.stringify(request).includes('TIEOUT|') ? { code: 'AccessDenied', when: 'before' } : undefined);
    await tellInSheet(check, workspace(), 'zh-CN');
    host.fault = undefined;
    expect(marked(host.book)).toBe(0);
    expect(text(host.book, '勾稽检查')).toContain('受保护');
  });
});

describe('Excel behind the port', () => {
  it('reads again only what was edited, and what looks at it', async () => {
    const { book, userChanges } = openInExcel(
      workbook(sheet('一', [[1]]), sheet('二', [[2]]), sheet('三', [[{ value: 1, formula: '一!A1' }]])),
    );
    const host = excelHost();
    let told = 0;
    const stop = await host.hearEdits(() => (told += 1));
    await host.read();
    const [one, two, three] = book.sheets;
    one!.cells.set(0, 0, { value: 10 });
    two!.cells.set(0, 0, { value: 20 });
    three!.cells.set(0, 0, { value: 10, formula: '=一!A1' });
    userChanges(one!, { top: 0, left: 0, bottom: 0, right: 0 });
    await vi.waitFor(() => expect(told).toBe(1), { timeout: 15_000 });
    const values = async (onlyEdited: boolean): Promise<unknown> =>
      (await host.read({ onlyEdited })).workbook.sheets.map(({ grid }) => grid[0]?.[0]?.value);
    expect(await values(true)).toEqual([10, 2, 10]);
    expect(await values(false)).toEqual([10, 20, 10]);
    await stop();
  });

  it('undoes a written value', async () => {
    const { book } = openInExcel(workbook(sheet('一', [[1]])));
    const host = excelHost();
    const { undo } = await host.apply([{ kind: 'set-value', sheet: '一', row: 0, column: 0, value: 7 }]);
    expect(book.sheets[0]?.cells.get(0, 0)?.value).toBe(7);
    await undo?.();
    expect(book.sheets[0]?.cells.get(0, 0)?.value).toBe(1);
  });
});
