/** Last year's workbook in the pane: asked about when it is another department's, matched by hand where codes have changed; and 补充资料 put right. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHANGJI_2022, CHANGJI_2023, toWorkbook, writeTables } from '../support/final-accounts/index.ts';
import { applyEdits, openWorkbook } from '../../src/engine.ts';
import { analyse } from '../../src/taskpane/analysis/analyse.ts';
import type { TypedAnswer } from '../../src/taskpane/analysis/analysis.ts';
import { DEFAULT_SETTINGS } from '../../src/taskpane/settings.ts';

const bytes = new Uint8Array(readFileSync('test/workbooks/changji/changji-2023-yuan.xlsx'));
const workbook = await openWorkbook(bytes, 'changji-2023-yuan.xlsx');
const settings = DEFAULT_SETTINGS;
const priorOf = (department: string, year = 2022) => toWorkbook(writeTables({ ...CHANGJI_2022, department, year }), '上年.xlsx');

describe('last year’s workbook in the pane', () => {
  it('of another department is asked about; the answer is kept in 补充资料, and the workbook is then used', async () => {
    const prior = priorOf('昌吉州外事办公室');
    const asked = analyse({ workbook, prior, settings, locale: 'zh-CN' });
    expect(asked.priorQuestions).toMatchObject([{ kind: 'department', priorDepartment: '昌吉州外事办公室', priorYear: 2022 }]);
    expect(asked.narrative?.gaps.some(({ key }) => key.startsWith('上年/'))).toBe(true);
    const typed = [asked.priorQuestions[0]!.answer!];
    const { edits } = analyse({ workbook, prior, settings, locale: 'zh-CN', typed });
    const next = await openWorkbook(applyEdits(bytes, edits.supplement), 'changji-2023-yuan.xlsx');
    const then = analyse({ workbook: next, prior, settings, locale: 'zh-CN' });
    expect(then.priorQuestions).toEqual([]);
    expect(then.narrative?.gaps.filter(({ key }) => key.startsWith('上年/'))).toEqual([]);
  });

  it('of another year is said, and there is nothing to answer', () => {
    const { priorQuestions } = analyse({ workbook, prior: priorOf(CHANGJI_2023.department, 2021), settings, locale: 'zh-CN' });
    expect(priorQuestions).toMatchObject([{ kind: 'year', year: 2023, priorYear: 2021, answer: undefined }]);
  });

  it('lists the items it does not have with those it has left, and remembers what was chosen', async () => {
    const prior = priorOf(CHANGJI_2023.department);
    const { priorItems } = analyse({ workbook, prior, settings, locale: 'zh-CN' });
    expect(priorItems.map(({ name, chosen, choices }) => [name, chosen, choices.map(({ code }) => code)])).toEqual([
      ['2013404 宗教事务（公开05）', '', ['2013199', '2013499', '2150517']],
    ]);
    const choose = async (text: string) => {
      const typed: TypedAnswer[] = [{ ...priorItems[0]!.answer, text }];
      const { edits } = analyse({ workbook, prior, settings, locale: 'zh-CN', typed });
      const next = await openWorkbook(applyEdits(bytes, edits.supplement), 'changji-2023-yuan.xlsx');
      return analyse({ workbook: next, prior, settings, locale: 'zh-CN' });
    };
    const matched = await choose('2013499 其他统战事务支出');
    expect(matched.priorItems[0]).toMatchObject({ chosen: '2013499' });
    const text = matched.narrative?.sections.flatMap(({ paragraphs }) =>
      paragraphs.map((spans) => spans.map((span) => span.text).join('')),
    );
    expect(text?.find((line) => line.includes('宗教事务(项)'))).toContain('比上年决算增加0.70万元');
    expect((await choose('无')).priorItems[0]).toMatchObject({ chosen: '无' });
  });

  it('says what must be put right in 补充资料, at its cell', async () => {
    const { edits } = analyse({ workbook, settings, locale: 'zh-CN' });
    const written = applyEdits(bytes, edits.supplement);
    const sheet = (await openWorkbook(written, 'b.xlsx')).sheets.find(({ tag }) => tag === 'supplement')!;
    const row = sheet.grid.findIndex((cells) => cells?.[1]?.value === '在职人员');
    const damaged = applyEdits(written, [{ kind: 'set-value', sheet: sheet.name, row, column: 2, value: '五十五' }]);
    const { supplementFaults } = analyse({ workbook: await openWorkbook(damaged, 'b.xlsx'), settings, locale: 'en' });
    expect(supplementFaults.map(({ place, text }) => [place.address, text])).toEqual([
      [`C${row + 1}`, '“五十五” is not a number and was not used. Type digits only (in 人); 0 where there is none.'],
    ]);
  });
});
