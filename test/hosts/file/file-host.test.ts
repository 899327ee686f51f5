/** A file opened in the workbench: read, marked, typed into, undone and saved; cleared, it is again what it was. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Edit } from '../../../src/core/edits/edit.ts';
import { planMarks } from '../../../src/core/edits/plan-marks.ts';
import { planNarrative } from '../../../src/core/edits/plan-narrative.ts';
import { parseAddress } from '../../../src/core/workbook/address.ts';
import { cellAt, findSheet } from '../../../src/core/workbook/workbook.ts';
import { loadAccounts, narrate, narratives, reviewWorkbook } from '../../../src/engine.ts';
import { type FileHost, openFileHost } from '../../../src/hosts/file/file-host.ts';
import { UnusableWorkbook } from '../../../src/hosts/file/unusable-workbook.ts';
import { WAITING } from '../../../src/hosts/file/waiting-cells.ts';
import { packageFaults } from '../../support/package-faults.ts';
import { handMade } from '../../support/packages.ts';

const FAULTY = new Uint8Array(readFileSync('assets/samples/changji-2023-faulty.xlsx'));
const sample = (): Promise<FileHost> => openFileHost(FAULTY, '决算.xlsx');
const place = (sheet: string, address: string): { sheet: string; row: number; column: number } => ({ sheet, ...parseAddress(address)! });
const valueAt = (host: FileHost, sheet: string, address: string): unknown => {
  const { row, column } = parseAddress(address)!;
  return cellAt(findSheet(host.state().workbook, sheet)!, row, column)?.value ?? null;
};
const CLEAR: readonly Edit[] = [{ kind: 'clear-marks' }, { kind: 'remove-sheet', tag: 'narrative' }];

async function checkedAndNarrated(host: FileHost): Promise<readonly Edit[]> {
  const loaded = loadAccounts((await host.read()).workbook);
  const findings = reviewWorkbook(loaded).accounts.flatMap((review) => review.findings);
  return [{ kind: 'clear-marks' }, ...planMarks(findings), planNarrative(narrate(loaded.sets[0]!, narratives[0]!), findings)];
}

describe('marks and sheets in an opened file', () => {
  it('are written, shown with their level, and leave a sound package', async () => {
    const host = await sample();
    const applied = await host.apply(await checkedAndNarrated(host));
    expect(applied.skipped).toEqual([]);
    expect(applied.written).toEqual([{ tag: 'narrative', name: '决算公开说明' }]);
    expect(applied.undo).toBeUndefined();
    const marks = host.state().layouts.get('收入支出决算总表')?.marks ?? [];
    expect(marks.filter(({ level }) => level === 'error').flatMap(({ areas }) => areas)).toContainEqual({
      top: 13,
      left: 5,
      bottom: 13,
      right: 5,
    });
    expect(host.state().isUnsaved).toBe(true);
    expect(packageFaults(host.state().bytes)).toEqual([]);
  });

  it('go without a trace when cleared', async () => {
    const host = await sample();
    await host.apply(await checkedAndNarrated(host));
    await host.apply(CLEAR);
    expect((await openFileHost(host.state().bytes, '决算.xlsx')).state()).toEqual({
      ...(await sample()).state(),
      bytes: host.state().bytes,
    });
    expect(packageFaults(host.state().bytes)).toEqual([]);
  });

  it('are the same however often they are written', async () => {
    const host = await sample();
    await host.apply(await checkedAndNarrated(host));
    const once = host.state().bytes;
    await host.apply(await checkedAndNarrated(host));
    expect(Buffer.from(host.state().bytes).equals(Buffer.from(once))).toBe(true);
  });

  it('never overwrite what people have written into our sheet, unless told to', async () => {
    const host = await sample();
    await host.apply(await checkedAndNarrated(host));
    await host.type(place('决算公开说明', 'A4'), '我们自己的话');
    const again = await host.apply(await checkedAndNarrated(host));
    expect(again.skipped).toEqual([{ sheet: '决算公开说明', what: 'write-sheet', why: 'edited' }]);
    expect((await host.apply(CLEAR)).skipped).toEqual([{ sheet: '决算公开说明', what: 'remove-sheet', why: 'edited' }]);
    expect(valueAt(host, '决算公开说明', 'A4')).toBe('我们自己的话');
    const reopened = await openFileHost(host.state().bytes, '决算.xlsx');
    expect((await reopened.apply(await checkedAndNarrated(reopened))).skipped).toHaveLength(1);
    await host.apply(await checkedAndNarrated(host), { overwriteEdited: ['narrative'] });
    expect(valueAt(host, '决算公开说明', 'A4')).not.toBe('我们自己的话');
  });

  it('say which sheet is gone instead of failing', async () => {
    const host = await sample();
    const edits: readonly Edit[] = [
      { kind: 'mark-cells', sheet: '没有', level: 'error', areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] },
    ];
    expect((await host.apply(edits)).skipped).toEqual([{ sheet: '没有', what: 'mark-cells', why: 'gone' }]);
  });
});

describe('typing into an opened file', () => {
  it('writes what was typed, tells it once after a quiet moment, and can be read again', async () => {
    const host = await sample();
    const heard = vi.fn();
    const stop = await host.hearEdits(heard);
    expect(await host.type(place('收入支出决算总表', 'F14'), '255.01')).toBe('typed');
    expect(await host.type(place('收入支出决算总表', 'F35'), '45.52')).toBe('typed');
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    const findings = reviewWorkbook(loadAccounts((await host.read()).workbook)).accounts.flatMap((review) => review.findings);
    expect(findings.filter(({ cell }) => cell.sheet === '收入支出决算总表' && cell.row === 13)).toEqual([]);
    await stop();
    await host.type(place('收入支出决算总表', 'F14'), '255.02');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('reads what was typed as Excel does', async () => {
    const host = await openFileHost(
      handMade({ sheets: ['<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>2010301</t></is></c></row></sheetData>'] }),
      'a.xlsx',
    );
    const typed = async (text: string, address = 'B2'): Promise<unknown> => {
      await host.type(place('Sheet1', address), text);
      return valueAt(host, 'Sheet1', address);
    };
    expect(await typed('1,234.56')).toBe(1234.56);
    expect(await typed('-0.5')).toBe(-0.5);
    expect(await typed('8.4788%')).toBe(0.084788);
    expect(await typed('1,23')).toBe('1,23');
    expect(await typed('合计')).toBe('合计');
    expect(await typed('')).toBeNull();
    expect(await typed('2010302', 'A1')).toBe('2010302');
    expect(await host.type(place('Sheet1', 'B2'), '=A1+')).toBe('broken-formula');
    expect(await host.type(place('Sheet1', 'A1'), '2010302')).toBe('unchanged');
  });

  it('is undone together with the formula that stood there', async () => {
    const book = handMade({ sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>2</v></c></row></sheetData>'] });
    const host = await openFileHost(book, 'a.xlsx');
    const before = host.state().workbook;
    const { undo } = await host.apply([{ kind: 'set-value', sheet: 'Sheet1', row: 0, column: 1, value: 7 }]);
    expect(valueAt(host, 'Sheet1', 'B1')).toBe(7);
    await undo?.();
    expect(host.state().workbook).toEqual(before);
    expect(host.state().bytes).toBe(book);
  });

  it('is refused where it must be, and leaves the file as it was', async () => {
    const host = await openFileHost(
      handMade({
        sheets: [
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><sheetProtection sheet="1"/>',
          '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1</f><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>',
        ],
      }),
      'a.xlsx',
    );
    const before = host.state();
    expect(await host.type(place('Sheet1', 'A1'), '2')).toBe('protected');
    await expect(host.type(place('Sheet2', 'B1'), '2')).rejects.toThrow(UnusableWorkbook);
    expect(host.state()).toBe(before);
    const csv = await openFileHost(new TextEncoder().encode('项目,金额\n合计,1\n'), 'a.csv');
    expect((await csv.read()).isReadOnly).toBe(true);
    expect(await csv.type(place(csv.state().workbook.sheets[0]!.name, 'B2'), '2')).toBe('read-only');
  });
});

describe('formulas that read a typed cell', () => {
  const rows = (formulas: readonly string[]): string =>
    `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>5</v></c></row>${formulas
      .map((formula, index) => `<row r="${index + 2}"><c r="A${index + 2}"><f>${formula}</f><v>1</v></c></row>`)
      .join('')}</sheetData>`;
  const waiting = (host: FileHost): string[] =>
    host
      .state()
      .workbook.sheets.flatMap(({ name, grid }) =>
        grid
          .flatMap((row) => row ?? [])
          .flatMap((cell) =>
            JSON.stringify(cell?.value) === JSON.stringify({ error: WAITING }) ? [`${name} ${cell?.formula ?? ''}`] : [],
          ),
      );

  it('wait for Excel, directly or through others and on other sheets; the rest keep their values', async () => {
    const first = rows(['SUM($A$1:A1)', 'A2*2', 'B1*2', 'IF(TRUE,B1,0)', 'SUM(A:A)', '"A1"&amp;B1']);
    const second = rows(['Sheet1!A3', "'Sheet1'!B1", 'A1', 'SUM(1:1)']);
    const host = await openFileHost(handMade({ sheets: [first, second] }), 'a.xlsx');
    await host.type(place('Sheet1', 'A1'), '3');
    expect(waiting(host)).toEqual(['Sheet1 SUM($A$1:A1)', 'Sheet1 A2*2', 'Sheet1 SUM(A:A)', 'Sheet2 Sheet1!A3']);
    await host.type(place('Sheet1', 'A1'), '1');
    expect(waiting(host)).toHaveLength(4);
  });

  it('are not judged by the value they had before', async () => {
    const number = (address: string, value: number, formula = ''): string =>
      `<c r="${address}">${formula === '' ? '' : `<f>${formula}</f>`}<v>${value}</v></c>`;
    const text = (address: string, words: string): string => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const line = (row: number, name: string, values: readonly number[]): string =>
      `<row r="${row}">${text(`A${row}`, name)}${values.map((value, index) => number(`${'BCDE'[index]!}${row}`, value)).join('')}</row>`;
    const lines = [
      [12.31, 7.52, 90.17, 3.3],
      [45.6, 8.25, 17.4, 66.02],
      [7.89, 31.07, 5.55, 20.41],
      [101.13, 64.77, 39.96, 80.08],
      [3.14, 15.92, 65.35, 89.79],
      [27.18, 28.18, 28.45, 90.45],
    ];
    const totals = [0, 1, 2, 3].map((column) => Math.round(lines.reduce((sum, values) => sum + values[column]!, 0) * 100) / 100);
    const book = (formula: (letter: string) => string): Uint8Array =>
      handMade({
        sheets: [
          `<sheetData><row r="1">${text('A1', '项目')}${['一季度', '二季度', '三季度', '四季度'].map((name, index) => text(`${'BCDE'[index]!}1`, name)).join('')}</row>` +
            ['工资', '水电', '差旅', '会议', '培训', '邮寄'].map((name, index) => line(index + 2, name, lines[index]!)).join('') +
            `<row r="8">${text('A8', '合计')}${totals.map((total, index) => number(`${'BCDE'[index]!}8`, total, formula('BCDE'[index]!))).join('')}</row></sheetData>`,
        ],
      });
    const findingsAfterTyping = async (bytes: Uint8Array): Promise<number> => {
      const host = await openFileHost(bytes, 'a.xlsx');
      await host.type(place('Sheet1', 'B2'), '99.99');
      const { ordinary } = reviewWorkbook(loadAccounts((await host.read()).workbook));
      return ordinary.flatMap((review) => review.findings).length;
    };
    // Typed totals are wrong now; totals that Excel will add up again are not.
    expect(await findingsAfterTyping(book(() => ''))).toBeGreaterThan(0);
    expect(await findingsAfterTyping(book((letter) => `SUM(${letter}2:${letter}7)`))).toBe(0);
  });

  it('wait as well when we cannot see what they read', async () => {
    const host = await openFileHost(handMade({ sheets: [rows(['合计额*2', 'INDIRECT("A"&amp;1)', 'OFFSET(B1,0,-1)', '1+1'])] }), 'a.xlsx');
    await host.type(place('Sheet1', 'B1'), '3');
    expect(waiting(host)).toEqual(['Sheet1 合计额*2', 'Sheet1 INDIRECT("A"&1)', 'Sheet1 OFFSET(B1,0,-1)']);
  });
});

describe('an edit that changes nothing', () => {
  it('leaves nothing to be saved', async () => {
    const host = await sample();
    await host.apply([{ kind: 'clear-marks' }]);
    expect(host.state().isUnsaved).toBe(false);
    await host.apply([{ kind: 'mark-cells', sheet: '支出决算表', level: 'error', areas: [{ top: 9, left: 2, bottom: 9, right: 2 }] }]);
    expect(host.state().isUnsaved).toBe(true);
  });
});

describe('what the pane asks of any host', () => {
  it('reveals cells, and says why one cannot be seen', async () => {
    const host = await sample();
    const shown: string[] = [];
    const stop = host.onReveal(({ sheet, row }) => shown.push(`${sheet} ${row}`));
    expect(await host.reveal(place('支出决算表', 'F18'))).toBe('shown');
    expect(await host.reveal(place('没有', 'A1'))).toBe('sheet-gone');
    stop();
    await host.reveal(place('支出决算表', 'F19'));
    expect(shown).toEqual(['支出决算表 17']);
  });

  it('remembers small texts while the file is open', async () => {
    const host = await sample();
    expect(await host.recall('settings')).toBeUndefined();
    await host.remember('settings', '{}');
    expect(await host.recall('settings')).toBe('{}');
  });
});

describe('how an opened file looks', () => {
  it('is told as the file says it: widths, heights, frozen rows, sides, bold and fills', async () => {
    const host = await openFileHost(
      handMade({
        sheets: [
          '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" state="frozen"/></sheetView></sheetViews>' +
            '<sheetFormatPr defaultRowHeight="18"/><cols><col min="2" max="3" width="20.5" customWidth="1"/></cols>' +
            '<sheetData><row r="2" ht="30" customHeight="1"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>2</v></c></row></sheetData>',
        ],
        styles:
          '<fonts><font/><font><b/></font></fonts>' +
          '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/></patternFill></fill></fills>' +
          '<cellXfs><xf/><xf fontId="1" fillId="1"><alignment horizontal="center" wrapText="1"/></xf></cellXfs>',
      }),
      'a.xlsx',
    );
    const layout = host.state().layouts.get('Sheet1')!;
    expect([...layout.widths]).toEqual([
      [1, 20.5],
      [2, 20.5],
    ]);
    expect([layout.defaultHeight, layout.heights.get(1), layout.frozenRows]).toEqual([18, 30, 3]);
    expect(layout.manners[1]?.[0]).toBeUndefined();
    expect(layout.manners[1]?.[1]).toEqual({ align: 'center', isBold: true, isWrapped: true, fill: '#FFEB9C' });
  });

  it('is told with the colours of the theme, tinted, with borders, and with the looks of whole rows and columns', async () => {
    const theme =
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">' +
      '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
      '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1>' +
      '</a:clrScheme></a:themeElements></a:theme>';
    const host = await openFileHost(
      handMade({
        sheets: [
          '<sheetViews><sheetView topLeftCell="A3" showGridLines="0" workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C4" state="frozen"/></sheetView></sheetViews>' +
            '<cols><col min="2" max="2" width="9" style="1"/></cols>' +
            '<sheetData><row r="1" s="2" customFormat="1"><c r="A1"><v>1</v></c><c r="C1" s="3"><v>1</v></c></row></sheetData>',
        ],
        styles:
          '<fonts><font><sz val="12"/><name val="宋体"/></font><font><sz val="16"/><color theme="3" tint="-0.249977111117893"/></font></fonts>' +
          '<fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.79998168889431442"/></patternFill></fill></fills>' +
          '<borders><border/><border diagonalDown="1"><left style="mediumDashed"><color indexed="10"/></left><right/><diagonal style="thin"/></border></borders>' +
          '<cellXfs><xf/><xf fontId="1"/><xf fillId="2"/><xf borderId="1"><alignment textRotation="255" vertical="center"/></xf></cellXfs>',
        more: { 'xl/theme/theme1.xml': theme },
        rels: '<Relationship Id="rId93" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/>',
      }),
      'a.xlsx',
    );
    const layout = host.state().layouts.get('Sheet1')!;
    // Two rows were scrolled away when the third was frozen: they stay within reach.
    expect(layout).toMatchObject({ frozenRows: 3, frozenColumns: 2, hasGridLines: false, fontSize: 12, digitWidth: 8 });
    // «Text 2, 25 % darker» and «Accent 1, 80 % lighter» of the theme of Excel 2010.
    expect(layout.columnManners.get(1)).toEqual({ size: 16, colour: '#17375E' });
    expect(layout.rowManners.get(0)).toEqual({ fill: '#DCE6F2' });
    expect(layout.manners[0]?.[0]).toEqual({});
    expect(layout.manners[0]?.[2]).toEqual({
      vertical: 'center',
      turned: 'upright',
      borders: { left: { kind: 'dashed', width: 2, colour: '#FF0000' }, down: { kind: 'solid', width: 1, colour: undefined } },
    });
  });
});
