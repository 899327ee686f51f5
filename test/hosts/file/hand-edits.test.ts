/** The narrative sheet in a file: what people wrote into it in the workbench, or in WPS after saving, is kept when it is generated again. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellAt, findSheet } from '../../../src/core/workbook/workbook.ts';
import { type FileHost, openFileHost } from '../../../src/hosts/file/file-host.ts';
import { analyse } from '../../../src/taskpane/analysis/analyse.ts';
import type { Analysis } from '../../../src/taskpane/analysis/analysis.ts';
import { DEFAULT_SETTINGS } from '../../../src/taskpane/settings.ts';
import { packageFaults } from '../../support/package-faults.ts';

const SAMPLE = new Uint8Array(readFileSync('assets/samples/changji-2023.xlsx'));
const NARRATIVE = '决算公开说明';

const plan = async (host: FileHost, liveText = false): Promise<Analysis> =>
  analyse({ workbook: (await host.read()).workbook, settings: { ...DEFAULT_SETTINGS, liveText }, locale: 'zh-CN' });
const column = (host: FileHost): readonly string[] =>
  findSheet(host.state().workbook, NARRATIVE)!.grid.map((row) => String(row?.[0]?.value ?? ''));

describe('the sheet 决算公开说明 in a file', () => {
  it.each([false, true])('keeps a paragraph typed over, also after saving and opening again (活文字: %s)', async (live) => {
    const host = await openFileHost(SAMPLE, '决算.xlsx');
    await host.apply((await plan(host, live)).edits.narrative);
    const row = column(host).findIndex((text) => text.startsWith('本年收入'));
    const mine = '本年收入情况见附表。';
    await host.type({ sheet: NARRATIVE, row, column: 0 }, mine);
    const { edits, narrative } = await plan(host, live);
    expect(narrative?.handEdits.map(({ text }) => text)).toEqual([mine]);
    expect((await host.apply(edits.narrative)).skipped).toEqual([]);
    expect(column(host)[row]).toBe(mine);

    const again = await openFileHost(host.state().bytes, '决算.xlsx');
    const [figure] = narrative!.sections.find(({ id }) => id === 'overall')!.paragraphs[0]!.filter(({ kind }) => kind === 'figure');
    const { sheet, row: at, column: left } = figure!.sources[0]!;
    await again.apply([{ kind: 'set-value', sheet, row: at, column: left, value: 2000.01 }]);
    expect((await again.apply((await plan(again, live)).edits.narrative)).skipped).toEqual([]);
    expect(column(again)[row]).toBe(mine);
    expect(column(again).length).toBe(column(host).length);
    expect(column(again).filter((text) => text.includes('2,000.01')).length).toBeGreaterThan(0);
    expect(String(cellAt(findSheet(again.state().workbook, NARRATIVE)!, row, 2)?.value)).toContain('按现在的表应为：本年收入');
    expect(packageFaults(again.state().bytes)).toEqual([]);
    // Planned for another department it knows nothing of these words.
    const [write] = (await plan(again, live)).edits.narrative;
    if (write?.kind !== 'write-sheet') throw new Error('nothing was planned');
    const { replaces: _, ...content } = write.content;
    const blind = { ...content, rows: content.rows.slice(0, 3) };
    expect((await again.apply([{ kind: 'write-sheet', content: blind }])).skipped.map(({ why }) => why)).toEqual(['edited']);
    expect((await again.apply((await plan(again, live)).edits.clear)).skipped).toEqual([
      { sheet: NARRATIVE, what: 'remove-sheet', why: 'edited' },
    ]);
  });
});
