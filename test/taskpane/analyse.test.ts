/** The pane's analysis: plain data that a worker can hand over, honest about what it offers to write, and the same figures as the engine. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { sheetFromRows, type Workbook } from '../../src/core/workbook/workbook.ts';
import { openWorkbook } from '../../src/engine.ts';
import { analyse } from '../../src/taskpane/analysis/analyse.ts';
import type { Analysis, AnalysisRequest } from '../../src/taskpane/analysis/analysis.ts';
import { wordFile } from '../../src/taskpane/analysis/word-file.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../src/taskpane/settings.ts';

const read = (name: string): Promise<Workbook> =>
  openWorkbook(new Uint8Array(readFileSync(new URL(`../../assets/samples/${name}`, import.meta.url))), name);

/** The sample's tables without its 补充资料: everything is still to be typed. */
const BARE = '../../test/workbooks/changji/changji-2023-yuan.xlsx';

const look = async (name: string, more: Partial<AnalysisRequest> = {}): Promise<Analysis> =>
  analyse({ workbook: await read(name), settings: DEFAULT_SETTINGS, locale: 'zh-CN', ...more });

describe('the analysis', () => {
  it('is plain data: a copy is equal', async () => {
    const analysis = await look('changji-2023-faulty.xlsx');
    expect(structuredClone(analysis)).toEqual(analysis);
  });

  it('offers for every fault of the sample that names one the value that was right', async () => {
    const { findings } = await look('changji-2023-faulty.xlsx');
    const offered = findings.flatMap(({ suspects }) =>
      suspects.map(({ place, value }) => `${place.sheet}!${place.address}=${value ?? ''}`),
    );
    expect(offered).toContain('收入支出决算总表!F35=45.52');
    expect(offered).toContain('收入支出决算总表!F14=255.01');
    expect(offered).toContain('收入决算表!K12=65.83');
  });

  it('marks no error in the sound workbook and names no gap that last year fills', async () => {
    const prior = await read('changji-2022.xlsx');
    const [alone, together] = [await look(BARE), await look(BARE, { prior })];
    expect(alone.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(alone.edits.marks.filter((edit) => edit.kind === 'mark-cells' && edit.level === 'error')).toEqual([]);
    expect(together.narrative?.gaps.length).toBeLessThan(alone.narrative?.gaps.length ?? 0);
  });

  it('offers a draft of a reason beside its gap, and the draft is nobody’s words until it is taken', async () => {
    const prior = await read('changji-2022.xlsx');
    const { narrative, edits } = await look(BARE, { prior });
    const gap = narrative?.gaps.find(({ draft }) => draft?.includes('职业年金') === true);
    expect(gap?.kind).toBe('ask');
    const printed = narrative?.sections.flatMap(({ paragraphs }) => paragraphs.flat()).filter(({ text }) => text.includes(gap!.draft!));
    expect(printed).toEqual([]);
    const taken = await look(BARE, { prior, typed: [{ key: gap!.key, label: gap!.label, text: gap!.draft!, year: gap!.year }] });
    expect(taken.narrative?.gaps.map(({ key }) => key)).not.toContain(gap!.key);
    expect(edits.supplement).not.toEqual(taken.edits.supplement);
  });

  it('says the same in English', async () => {
    const { findings } = await look('changji-2023-faulty.xlsx', { locale: 'en' });
    expect(findings.every(({ message }) => /^[«“]|[a-z]/.test(message))).toBe(true);
  });

  it('marks rounding differences only when asked, and calls them broken when every cent counts', async () => {
    const quiet = await look('changji-2023.xlsx');
    const asked = await look('changji-2023.xlsx', { settings: { ...DEFAULT_SETTINGS, markRounding: true } });
    const exact = await look('changji-2023.xlsx', { settings: { ...DEFAULT_SETTINGS, rounding: 'exact' } });
    expect(asked.edits.marks.length).toBeGreaterThan(quiet.edits.marks.length);
    expect(quiet.tally.withinRounding).toBeGreaterThan(0);
    expect(exact.tally.withinRounding).toBe(0);
    expect(exact.tally.broken).toBeGreaterThan(quiet.tally.broken);
  });

  it('puts what was just typed into 补充资料, and the gap is gone when it is read again', async () => {
    const workbook = await read(BARE);
    const first = analyse({ workbook, settings: DEFAULT_SETTINGS, locale: 'zh-CN' });
    const gap = first.narrative?.gaps.find(({ kind }) => kind === 'ask');
    const second = analyse({ workbook, settings: DEFAULT_SETTINGS, locale: 'zh-CN', typed: [{ ...gap!, text: '123.45' }] });
    expect(second.narrative?.gaps.map(({ key }) => key)).not.toContain(gap!.key);
    expect(JSON.stringify(second.edits.supplement)).toContain('123.45');
  });

  it('offers no value where a formula stands', () => {
    const rows = [
      ['项目', '金额'],
      ['甲', 10],
      ['乙', 20],
      ['丙', 30],
      ['丁', 45],
      ['合计', { value: 150, formula: 'B2*15' }],
    ];
    const workbook = { name: 'a.xlsx', date1904: false, sheets: [sheetFromRows('费用', rows)] };
    const { findings } = analyse({ workbook, settings: DEFAULT_SETTINGS, locale: 'zh-CN' });
    for (const { suspects } of findings) for (const { isFormula, value } of suspects) if (isFormula) expect(value).toBeUndefined();
  });

  it('writes in the wording that suits the department, unless another was chosen', async () => {
    const [own, chosen] = [
      await look('changji-2023.xlsx'),
      await look('changji-2023.xlsx', { settings: { ...DEFAULT_SETTINGS, wording: 'national' } }),
    ];
    expect(own.narrative?.title).toContain('公开说明');
    expect(chosen.narrative?.sections.map(({ heading }) => heading)).not.toEqual(own.narrative?.sections.map(({ heading }) => heading));
    const word = await wordFile({ workbook: await read('changji-2023.xlsx'), settings: DEFAULT_SETTINGS });
    expect(word?.name).toBe(`${own.narrative?.title ?? ''}.docx`);
    expect(strFromU8(unzipSync(word!.bytes)['word/document.xml']!)).toContain('1,978.38');
  });

  it('tells of an empty workbook that there is nothing', () => {
    const analysis = analyse({ workbook: { name: 'a.xlsx', date1904: false, sheets: [] }, settings: DEFAULT_SETTINGS, locale: 'zh-CN' });
    expect(analysis.tables).toEqual([]);
    expect(analysis.narrative).toBeUndefined();
    expect(analysis.edits.report).toEqual([]);
  });
});

describe('remembered settings', () => {
  it('come back as they were', () => {
    const settings = { ...DEFAULT_SETTINGS, rounding: 'exact', language: 'en', markHints: false } as const;
    expect(readSettings(JSON.stringify(settings))).toEqual(settings);
  });

  it.each([undefined, '', '{', 'null', '7', '{"rounding":1,"markHints":"yes","language":"fr"}'])('%s is read as the usual ones', (text) => {
    expect(readSettings(text)).toEqual(DEFAULT_SETTINGS);
  });
});
