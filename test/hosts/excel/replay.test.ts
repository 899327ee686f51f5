/** The test host answers as real Excel did, field by field, as far as there are recordings; and the comparison itself finds what differs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { bookFrom } from '../../support/excel-host/model/book.ts';
import { bookFromFile } from '../../support/excel-host/model/book-from-file.ts';
import { type Recording, replay } from '../../support/excel-host/replay.ts';
import { report } from './report.ts';
import { richWorkbook } from './sample.ts';

const folder = join(import.meta.dirname, 'recordings');
const recordings = readdirSync(folder).filter((file) => file.endsWith('.json'));

/** What the recorder would have saved, had our host been Excel. */
async function selfMade(): Promise<Recording> {
  const host = openInExcel(richWorkbook(), 'm365', { keepResponses: true });
  await readWorkbook();
  await applyEdits([
    { kind: 'mark-cells', sheet: '公开01表', level: 'error', areas: [{ top: 2, left: 2, bottom: 2, right: 2 }] },
    { kind: 'write-sheet', content: report },
  ]);
  await applyEdits([{ kind: 'clear-marks' }, { kind: 'remove-sheet', tag: report.tag }]);
  await readWorkbook({ again: undefined });
  const exchanges = host.syncs.map(({ request, flags, response }) => ({ request, flags, response: response! }));
  return JSON.parse(JSON.stringify({ excel: 'test host', profile: 'm365', workbook: '', exchanges })) as Recording;
}

/** The same workbook in another session: every id is another. */
function anotherSession(): ReturnType<typeof openInExcel> {
  const book = bookFrom(richWorkbook());
  const renamed = book.sheets.map((sheet, index) => ({ ...sheet, id: `{another-${index}}` }));
  return openInExcel({ ...book, sheets: renamed, active: renamed[0], nextId: 500 }, 'm365');
}

describe('the comparison', () => {
  it('finds nothing where there is nothing, whatever the ids', async () => {
    const recording = await selfMade();
    expect(recording.exchanges.length).toBeGreaterThan(10);
    expect(replay(recording, anotherSession())).toEqual([]);
  });

  it.each([
    ['a value', /"Values":\[\[1\]\]/, '"Values":[[1.5]]', /Value\/Values\/0\/0$/],
    ['a missing field', /"RowHidden":false,/, '', /Value\/RowHidden$/],
    [
      'an error code',
      /"Error":null/,
      '"Error":{"Code":"AccessDenied","Message":"拒绝","Location":"","ActionIndex":3,"HttpStatusCode":403}',
      /^Error$/,
    ],
    ['a sheet too few', /"Visibility":"VeryHidden"/, '"Visibility":"Visible"', /_Items\/2\/Visibility$/],
  ])('finds %s', async (_, there, instead, where) => {
    const text = JSON.stringify(await selfMade());
    expect(text).toMatch(there);
    const differences = replay(JSON.parse(text.replace(there, instead)) as Recording, anotherSession());
    expect(differences).toHaveLength(1);
    expect(differences[0]?.path).toMatch(where);
  });

  it('passes over words in another language, not over codes', async () => {
    const host = openInExcel(richWorkbook(), 'm365', { keepResponses: true });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('没有').load('name');
      await context.sync();
    }).catch(() => undefined);
    const { request, flags, response } = host.syncs[0]!;
    const error = { ...response!.Error!, Message: '找不到请求的资源。' };
    const recording = (code: string): Recording => ({
      excel: '',
      profile: 'm365',
      workbook: '',
      exchanges: [{ request, flags, response: { ...response!, Error: { ...error, Code: code } } }],
    });
    expect(replay(recording('ItemNotFound'), anotherSession())).toEqual([]);
    expect(replay(recording('InvalidArgument'), anotherSession()).map(({ path }) => path)).toEqual(['Error/Code']);
  });
});

describe('real Excel', () => {
  it('answered as the test host does, in every recording there is', async () => {
    const differing: unknown[] = [];
    for (const file of recordings) {
      const recording = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recording;
      const workbook = join(folder, recording.workbook);
      expect(existsSync(workbook), `${file} names a workbook that is not there`).toBe(true);
      const host = openInExcel(await bookFromFile(new Uint8Array(readFileSync(workbook)), recording.workbook), recording.profile);
      differing.push(...replay(recording, host).map((difference) => ({ file, ...difference })));
    }
    expect(differing).toEqual([]);
  });
});
