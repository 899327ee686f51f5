/** The test host answers as real Excel did, field by field, as far as there are recordings; and the comparison itself finds what differs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/commands/command.ts';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { excelHost } from '../../../src/hosts/excel/excel-host.ts';
import { PROBE_SHEET } from '../../../src/hosts/excel/probes.ts';
import { analyse } from '../../../src/taskpane/analysis/analyse.ts';
import { startRecorder } from '../../../src/taskpane/recorder/recorder.ts';
import { profileOf, type Recording } from '../../../src/taskpane/recorder/recording.ts';
import { STEPS } from '../../../src/taskpane/recorder/steps.ts';
import { DEFAULT_SETTINGS } from '../../../src/taskpane/settings.ts';
import type { ExcelHost } from '../../support/excel-host/excel-host.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { bookFrom, picture } from '../../support/excel-host/model/book.ts';
import { bookFromFile } from '../../support/excel-host/model/book-from-file.ts';
import { type Played, replay } from '../../support/excel-host/replay.ts';
import { hasSet, PROFILES } from '../../support/excel-host/profiles.ts';
import { largeBook } from '../../support/large-book.ts';
import { richWorkbook } from './sample.ts';

const folder = join(import.meta.dirname, 'recordings');
const recordings = readdirSync(folder).filter((file) => file.endsWith('.json'));

/** What the developer's page saves, had our host been Excel: all its steps that need no hand, through the door that the client uses in Excel. */
async function selfMade(profile: 'm365' | 'office2021' = 'm365'): Promise<{ readonly recording: Recording; readonly host: ExcelHost }> {
  const host = openInExcel(book(), profile, { transport: true });
  const workspace: Workspace = {
    host: excelHost(),
    analyse: ({ workbook }) => Promise.resolve(analyse({ workbook, settings: DEFAULT_SETTINGS, locale: 'zh-CN' })),
  };
  const recorder = await startRecorder({ workspace, excel: 'test host', profile, workbook: '' });
  for (const step of STEPS) if (!step.byHand) await recorder.run(step);
  recorder.note('look', '一切正常');
  await recorder.stop();
  return { recording: JSON.parse(JSON.stringify(recorder.recording())) as Recording, host };
}

/** Everything a snapshot can hold, and a table to find something wrong in. */
const book = (): Workbook => {
  const rich = richWorkbook();
  return { ...rich, sheets: [...rich.sheets, ...largeBook({ sheets: 1, rows: 30, columns: 5, faultEvery: 8 }).sheets] };
};

/** The same workbook in another session: every id is another. */
function anotherSession(): ReturnType<typeof openInExcel> {
  const same = bookFrom(book());
  const renamed = same.sheets.map((sheet, index) => ({ ...sheet, id: `{another-${index}}` }));
  return openInExcel({ ...same, sheets: renamed, active: renamed[0], nextId: 500 }, 'm365');
}

describe('the comparison', () => {
  it('finds nothing where there is nothing, whatever the ids', async () => {
    const { recording } = await selfMade();
    expect(recording.exchanges.length).toBeGreaterThan(40);
    expect(recording.steps.filter(({ error }) => error !== undefined)).toEqual([]);
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
    const text = JSON.stringify((await selfMade()).recording);
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
    const recording = (code: string): Played => ({
      exchanges: [{ request, flags, byHand: false, response: { ...response!, Error: { ...error, Code: code } } }],
    });
    expect(replay(recording('ItemNotFound'), anotherSession())).toEqual([]);
    expect(replay(recording('InvalidArgument'), anotherSession()).map(({ path }) => path)).toEqual(['Error/Code']);
  });
});

describe('the recorder', () => {
  it('leaves the workbook as it was, and keeps what each step came to', async () => {
    const { recording, host } = await selfMade();
    expect(picture(host.book)).toEqual(picture(bookFrom(book())));
    expect(recording.steps.map(({ step }) => step)).toEqual([...STEPS.filter(({ byHand }) => !byHand).map(({ id }) => id), 'look']);
    expect(recording.steps.at(-1)).toEqual({ step: 'look', saw: '一切正常' });
    expect(host.book.sheets.map(({ name }) => name)).not.toContain(PROBE_SHEET);
    expect(new Set(recording.exchanges.map(({ step }) => step))).toEqual(
      new Set(STEPS.filter(({ byHand }) => !byHand).map(({ id }) => id)),
    );
    // Our own writing is heard by the recorder, unlike by the pane.
    expect(recording.events).toContainEqual(expect.objectContaining({ triggerSource: 'ThisLocalAddin' }));
  });

  it('notes the flags of a request, and a round that Excel refused', async () => {
    const host = openInExcel(book(), 'm365', { transport: true });
    const recorder = await startRecorder({
      workspace: { host: excelHost(), analyse: () => Promise.reject(new Error('not needed')) },
      excel: '',
      profile: 'm365',
      workbook: '',
    });
    const settings = STEPS.find(({ id }) => id === 'settings')!;
    await recorder.run(settings);
    host.fault = () => ({ code: 'ResponsePayloadSizeLimitExceeded', when: 'after' });
    expect((await recorder.run(settings)).error).toContain('ResponsePayloadSizeLimitExceeded');
    host.fault = undefined;
    await recorder.stop();
    const { exchanges } = recorder.recording();
    // Looked for and added; looked for and read; looked for, read and taken away; and the round that was refused.
    expect(exchanges.map(({ flags }) => flags & 1)).toEqual([0, 1, 0, 0, 0, 0, 1, 0]);
    expect(exchanges.map(({ failure }) => failure)).toEqual([...Array<undefined>(7).fill(undefined), 5104]);
    expect(replay({ exchanges: exchanges.slice(0, 7) }, anotherSession())).toEqual([]);
    expect(replay({ exchanges }, anotherSession())).toMatchObject([{ exchange: 7, path: 'refused' }]);
  });

  it('is not compared beyond what a person has changed by hand', async () => {
    const { recording } = await selfMade();
    const exchanges = recording.exchanges.map((exchange, index) => ({ ...exchange, byHand: index > 0, response: null }));
    expect(replay({ exchanges }, anotherSession()).every(({ exchange }) => exchange === 0)).toBe(true);
  });

  it.each(['office2021', 'ltsc2024', 'm365', 'web'] as const)('knows an Excel like %s', (name) => {
    const platform = name === 'web' ? 'OfficeOnline' : 'PC';
    expect(profileOf({ platform, isSetSupported: (_, version) => hasSet(PROFILES[name], version) })).toBe(name);
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
