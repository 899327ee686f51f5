/** The developer's page in a real Chromium: it goes through its steps, and what it saves is what our Excel answered, field by field. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/taskpane/recorder/recording.ts';
import { STEPS } from '../../src/taskpane/recorder/steps.ts';
import { buildPages } from '../support/build-pages.ts';
import { bookFromFile } from '../support/excel-host/model/book-from-file.ts';
import { openInExcel } from '../support/excel-host/open-in-excel.ts';
import { replay } from '../support/excel-host/replay.ts';
import { openPane, paneBrowser } from './open-pane.ts';

/** Only the probes say so. */
const PROBE = 'TIEOUT|1|probe';
const FAULTY = 'assets/samples/changji-2023-faulty.xlsx';

const browser = paneBrowser();

describe('the recorder', () => {
  it('runs its steps, hears edits, and saves a recording that our Excel answers alike', async () => {
    const { page, foreign, complaints } = await openPane(browser(), FAULTY, { at: 'recorder.html', transport: true });
    await page.getByRole('button', { name: '自动步骤' }).click({ timeout: 30_000 });
    const automatic = STEPS.filter(({ byHand }) => !byHand);
    for (const { id } of automatic) await page.locator(`[data-step=${id}][data-done=yes]`).waitFor({ timeout: 60_000 });
    await page.getByRole('status').filter({ hasText: '通信' }).waitFor();
    await page.evaluate(() => window.excelUser.type('收入支出决算总表', 'F35', 45.52));
    await page.locator('[data-step=look] textarea').fill('打印预览中可见');
    await page.locator('[data-step=hidden] button').click();
    await page.locator('[data-step=hidden][data-done]').waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
    );
    expect(violations.map(({ id }) => id)).toEqual([]);

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存记录' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('Excel 16.0.0 PC.json');
    const recording = JSON.parse(readFileSync(await saved.path(), 'utf8')) as Recording;
    expect(recording.workbook).toBe('决算.xlsx');
    expect(recording.events).toContainEqual(expect.objectContaining({ address: 'F35', source: 'Local' }));
    expect(recording.steps.at(-1)).toEqual({ step: 'look', saw: '打印预览中可见' });
    expect(recording.exchanges.some(({ byHand }) => byHand)).toBe(true);

    const ours = async (): Promise<ReturnType<typeof openInExcel>> =>
      openInExcel(await bookFromFile(new Uint8Array(readFileSync(FAULTY)), recording.workbook), recording.profile);
    expect(replay(recording, await ours())).toEqual([]);
    const altered = JSON.parse(JSON.stringify(recording).replace('"RowHidden":false', '"RowHidden":true')) as Recording;
    expect(replay(altered, await ours()).map(({ path }) => path)).toEqual([expect.stringMatching(/RowHidden$/)]);

    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('is found by its address only, is strict like every page, and weighs nothing on the pane', async () => {
    const folder = await buildPages();
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    for (const file of ['manifest.xml', 'taskpane.html', 'commands.html', 'help.html', 'workbench.html', 'taskpane.js', 'commands.js']) {
      expect(read(file).includes('recorder'), file).toBe(false);
      expect(read(file).includes(PROBE), file).toBe(false);
    }
    expect(read('recorder.html')).toContain("connect-src 'none'");
    expect(read('recorder.html')).toContain("script-src 'self';");
    expect(read('recorder.js').includes(PROBE)).toBe(true);
    const manifest = read('recorder.xml');
    expect(manifest).toContain('/recorder.html" />');
    expect(manifest).not.toContain('VersionOverrides');
    expect(manifest).not.toContain(/<Id>.*<\/Id>/.exec(read('manifest.xml'))?.[0]);
  }, 260_000);
});
