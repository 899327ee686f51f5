/**
 * 变动说明 of the golden tables, word for word; those that compare no two periods say why. `UPDATE_WORKBOOKS=1 npx vitest run
 * --config test/vitest.config.ts test/narratives/variance --update` writes workbooks and texts anew.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Narrative } from '../../../src/core/narrative/narrative.ts';
import { textOf } from '../../../src/core/narrative/narrative.ts';
import { doubtfulFigures } from '../../../src/core/narrative/doubts.ts';
import { sourcesOf } from '../../../src/core/narrative/sources.ts';
import { loadAccounts, type LoadedAccounts, narrateTables, openWorkbook, reviewWorkbook } from '../../../src/engine.ts';
import { varianceBooks, writeVarianceBooks } from '../../workbooks/variance-books.ts';

const FOLDER = new URL('../../workbooks/variance/', import.meta.url);
const EXPECTED = '../../expected/variance';

const load = async (name: string): Promise<LoadedAccounts> =>
  loadAccounts(await openWorkbook(new Uint8Array(readFileSync(new URL(`${name}.xlsx`, FOLDER))), `${name}.xlsx`));

function printed({ title, sections }: Narrative): string {
  return `${[title, ...sections.flatMap(({ heading, paragraphs }) => ['', heading, ...paragraphs.map(textOf)])].join('\n')}\n`;
}

beforeAll(() => {
  if (process.env['UPDATE_WORKBOOKS'] === '1') writeVarianceBooks(FOLDER.pathname);
}, 120_000);

describe('variance notes', () => {
  it.each(varianceBooks.map(({ name }) => name))('of %s read as expected', async (name) => {
    const { narrative, silent } = narrateTables(await load(name));
    const why = silent.map(({ sheet, why: reason }) => `${sheet}: ${reason['zh-CN']} / ${reason.en}\n`).join('');
    await expect(narrative === undefined ? why : printed(narrative)).toMatchFileSnapshot(`${EXPECTED}/${name}.txt`);
  });

  it('lead every figure to cells of the table, and ask for each reason once', async () => {
    const { narrative } = narrateTables(await load('expenses'));
    const spans = narrative?.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.spans)) ?? [];
    const figures = spans.filter(({ kind, text }) => kind === 'figure' && text !== '10%');
    expect(figures.length).toBeGreaterThan(20);
    expect(figures.filter((span) => sourcesOf(span).length === 0)).toEqual([]);
    const asked = spans.filter(({ kind }) => kind === 'gap').map((span) => (span.kind === 'gap' ? span.fact : ''));
    expect(asked).toEqual(narrative?.gaps.map(({ id }) => id));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('mark the figures of a total that does not hold, and tell neither its parts nor shares of it', async () => {
    const loaded = await load('broken-total');
    const { narrative } = narrateTables(loaded);
    const findings = reviewWorkbook(loaded).ordinary.flatMap((review) => review.findings);
    const doubtful = narrative === undefined ? [] : doubtfulFigures(narrative, findings);
    expect(doubtful.map(({ text }) => text)).toContain('351.37万元');
    const text = narrative === undefined ? '' : printed(narrative);
    expect(text.match(/占合计|主要是|其中，/)).toBeNull();
  });
});
