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
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), { timeout: 15_000 });
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
