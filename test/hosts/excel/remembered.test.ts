/** What is remembered with a workbook file is there when it is opened again, by either host; forgotten, it leaves the very same file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRememberedXml, rememberedXml } from '../../../src/core/workbook/remembered-texts.ts';
import { recall, remember } from '../../../src/hosts/excel/remembered.ts';
import { type FileHost, openFileHost } from '../../../src/hosts/file/file-host.ts';
import { bookFromFile } from '../../support/excel-host/model/book-from-file.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { packageFaults } from '../../support/package-faults.ts';

const FAULTY = new Uint8Array(readFileSync('assets/samples/changji-2023-faulty.xlsx'));
const SETTINGS = '{"rounding":"exact","department":"A&B <科>"}';
const open = (bytes: Uint8Array = FAULTY): Promise<FileHost> => openFileHost(bytes, '决算.xlsx');

describe('a file with remembered settings', () => {
  it('has them when it is opened again, and is a sound package', async () => {
    const host = await open();
    await host.remember('settings', SETTINGS);
    expect(host.state().isUnsaved).toBe(true);
    expect(packageFaults(host.state().bytes)).toEqual([]);
    const again = await open(host.state().bytes);
    expect(await again.recall('settings')).toBe(SETTINGS);
    expect(again.state().workbook).toEqual((await open()).state().workbook);
  });

  it('is byte for byte as before once they are forgotten, now or after it was opened again', async () => {
    const host = await open();
    await host.remember('settings', SETTINGS);
    const again = await open(host.state().bytes);
    await again.remember('settings', undefined);
    expect(packageFaults(again.state().bytes)).toEqual([]);
    expect(await (await open(again.state().bytes)).recall('settings')).toBeUndefined();
    await host.remember('settings', undefined);
    expect(host.state().bytes).toEqual(FAULTY);
  });

  it('keeps one part, however often they change, beside marks that come and go', async () => {
    const host = await open();
    await host.remember('settings', SETTINGS);
    await host.apply([{ kind: 'clear-marks' }]);
    await host.remember('settings', '{}');
    await host.remember('other', 'text');
    const again = await open(host.state().bytes);
    expect([...again.state().remembered]).toEqual([
      ['settings', '{}'],
      ['other', 'text'],
    ]);
  });

  it('is read by Excel, and the other way round', async () => {
    const host = await open();
    await host.remember('settings', SETTINGS);
    const excel = openInExcel(await bookFromFile(host.state().bytes, '决算.xlsx'));
    expect(await recall('settings')).toBe(SETTINGS);
    await remember('settings', '{"rounding":"tolerated"}');
    expect(excel.book.customXml).toHaveLength(1);
    expect(readRememberedXml(excel.book.customXml[0]?.xml ?? '')).toEqual(new Map([['settings', '{"rounding":"tolerated"}']]));
  });

  it('stays as it is where it can only be read; then they hold while it is open', async () => {
    const csv = await openFileHost(new TextEncoder().encode('项目,金额\n合计,1\n'), '表.csv');
    const before = csv.state().bytes;
    await csv.remember('settings', SETTINGS);
    expect(await csv.recall('settings')).toBe(SETTINGS);
    expect(csv.state()).toMatchObject({ bytes: before, isUnsaved: false });
  });
});

describe('the part', () => {
  it('gives back any names and texts', () => {
    const words = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words)), (entries) => {
        const texts = new Map(entries);
        expect(readRememberedXml(rememberedXml(texts))).toEqual(texts);
      }),
    );
  });

  it('is read as LibreOffice and Excel write it anew', () => {
    const libre = '<?xml version="1.0"?><remembered xmlns="urn:tieout:remembered"><text name="a">{&quot;x&quot;:1}</text></remembered>';
    const excel = "<t:remembered xmlns:t='urn:tieout:remembered'><t:text name='a'>{\"x\":1}</t:text></t:remembered>";
    for (const xml of [libre, excel]) expect(readRememberedXml(xml)).toEqual(new Map([['a', '{"x":1}']]));
    const empty = '<remembered xmlns="urn:tieout:remembered"><text name="a" /><text name="b">c</text></remembered>';
    expect([...readRememberedXml(empty)]).toEqual([
      ['a', ''],
      ['b', 'c'],
    ]);
  });
});

const soffice = process.env.TIEOUT_SOFFICE;
// Only where LibreOffice is installed: TIEOUT_SOFFICE=/usr/bin/soffice npm run test:unit
if (soffice !== undefined) {
  it('LibreOffice opens the file, and what it saves still holds them', { timeout: 120_000 }, async () => {
    const host = await open();
    await host.remember('settings', SETTINGS);
    const folder = mkdtempSync(join(tmpdir(), 'tieout-'));
    writeFileSync(join(folder, 'in.xlsx'), host.state().bytes);
    execFileSync(soffice, [
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      join(folder, 'in.xlsx'),
    ]);
    const again = await open(new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx'))));
    rmSync(folder, { recursive: true });
    expect(await again.recall('settings')).toBe(SETTINGS);
  });
}
