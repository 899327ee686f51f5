/** `roll-over` and last year's workbook on the command line: next year starts from this year's answers; what does not fit is asked, not guessed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DepartmentAccounts, CHANGJI_2022, CHANGJI_2023, type LayoutChoice, writeTables } from '../support/final-accounts/index.ts';
import { planRollOver } from '../../src/core/edits/plan-roll-over.ts';
import { textOf } from '../../src/core/narrative/narrative.ts';
import { findFact } from '../../src/core/tables/facts.ts';
import { loadAccounts, narrate, narratives, openWorkbook } from '../../src/engine.ts';
import { createWorkbook } from '../../src/hosts/file/create-workbook.ts';
import { en } from '../../src/locales/en.ts';
import { zhCN } from '../../src/locales/zh-CN.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const SAMPLE = 'assets/samples/changji-2023.xlsx';
const folder = temporaryFolder();
const { departmentForm: _, ...withoutForms } = CHANGJI_2023;

function bookOf(accounts: DepartmentAccounts, name: string, choice: LayoutChoice = {}): string {
  const path = join(folder, name);
  writeFileSync(path, createWorkbook(writeTables(accounts, choice)));
  return path;
}

async function load(path: string) {
  const workbook = await openWorkbook(new Uint8Array(readFileSync(path)), 'book.xlsx');
  return { workbook, loaded: loadAccounts(workbook) };
}

describe('roll-over', () => {
  const next = bookOf({ ...CHANGJI_2023, year: 2024 }, '2024.xlsx', { unit: '元' });
  const out = join(folder, '2024补充.xlsx');

  it('writes next year’s 补充资料: figures carried, texts offered, fields empty, lasting facts kept', async () => {
    const run = runCli('roll-over', SAMPLE, '--out', out);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('2024 年度的补充资料');
    const { workbook } = await load(out);
    const [sheet] = workbook.sheets;
    expect([sheet?.name, sheet?.tag]).toEqual(['补充资料', 'supplement']);
    const line = (item: string) => {
      const row = sheet!.grid.find((cells) => cells?.[1]?.value === item);
      return [row?.[2]?.value ?? null, row?.[3]?.value ?? null, row?.[6]?.value ?? null];
    };
    expect(line('收入支出总体与上年相比的主要原因')).toEqual([null, null, '职业年金缴费比上年多，又新上了无纸化办公项目']);
    expect(line('在职人员')).toEqual([null, '人', 55]);
    expect(line('内设处室数量')).toEqual([10, '个', 10]);
    expect(line('上年收入总计（公开01）')).toEqual([1978.38, '万元', null]);
    expect(line('2010301 行政运行 上年支出（公开05）')).toEqual([885.19, '万元', null]);
  });

  it('is all next year’s text needs of this year, in whichever workbook it is', async () => {
    const withSheet = join(folder, '2024带补充资料.xlsx');
    expect(runCli('roll-over', SAMPLE, '--book', next, '--out', withSheet).code).toBe(0);
    const { loaded } = await load(withSheet);
    const narrative = narrate(loaded.sets[0]!, narratives[0]!);
    expect(narrative.gaps.filter(({ id }) => id.startsWith('上年/'))).toEqual([]);
    const overall = narrative.sections
      .find(({ id }) => id === 'overall')!
      .paragraphs.map(textOf)
      .join('');
    expect(overall).toContain('2024年度');
    expect(overall).toContain('与上年相比，增加0.00万元，增长0.00%');
    expect(loaded.supplementFaults).toEqual([]);
    // A second time it would overwrite what is there.
    const again = runCli('roll-over', SAMPLE, '--book', withSheet, '--out', join(folder, 'x.xlsx'));
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('没有覆盖')]);
  });

  it('is asked about in the workbook of another department, and refused for one', async () => {
    const other = bookOf({ ...CHANGJI_2023, year: 2024, department: '某某县水利局' }, '水利局2024.xlsx');
    const refused = runCli('roll-over', SAMPLE, '--book', other, '--out', join(folder, 'y.xlsx'));
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('不是“昌吉回族自治州人民政府办公室”2024 年度的决算')]);
    const { loaded } = await load(SAMPLE);
    const edit = planRollOver(loaded.sets[0]!, { narratives, narrative: narratives[0]!, locale: 'zh-CN' })!;
    const copied = join(folder, '水利局带别人的.xlsx');
    const tables = writeTables({ ...CHANGJI_2023, year: 2024, department: '某某县水利局' });
    writeFileSync(copied, createWorkbook([...tables, edit.content]));
    const run = runCli('narrate', copied);
    expect(run.stderr).toContain('没有采用其中的内容');
    expect(run.stdout).not.toContain('为州人民政府及其办公室拟稿');
  });

  it('names no department where the tables name none', () => {
    expect(zhCN.rollOverOther('b.xlsx', '', 2024)).toContain('b.xlsx 不是 2024 年度的决算');
    expect(en.rollOverOther('b.xlsx', '', 2024)).toContain('the accounts for 2024;');
  });

  it('needs a year and a place to write to', () => {
    expect(runCli('roll-over', SAMPLE).stderr).toContain('需要 --out');
    const none = bookOf({ ...withoutForms, projectForms: [] }, '无年度.xlsx', { year: 'none' });
    expect(runCli('roll-over', none, '--out', join(folder, 'z.xlsx')).stderr).toContain('没有写明年度');
  });
});

describe('last year’s workbook', () => {
  const book = bookOf(CHANGJI_2023, '本年.xlsx');

  it('of another department, or another year, is asked about and not used', () => {
    const renamed = bookOf({ ...CHANGJI_2022, department: '昌吉州外事办公室' }, '改名.xlsx');
    const asked = runCli('narrate', book, '--prior', renamed, '--json');
    expect(JSON.parse(asked.stdout)).toMatchObject({
      prior: { questions: [{ kind: 'department', priorDepartment: '昌吉州外事办公室', priorYear: 2022 }] },
    });
    expect(runCli('check', book, '--prior', renamed).stdout).toContain('加 --prior-department 昌吉州外事办公室');
    const said = runCli('narrate', book, '--prior', renamed, '--prior-department', '昌吉州外事办公室');
    expect(said.stdout).toContain('与上年相比，增加214.21万元');
    expect(runCli('check', book, '--prior', book).stdout).toContain('同为 2023 年度，没有采用');
    const old = bookOf({ ...CHANGJI_2022, year: 2021 }, '前年.xlsx');
    expect(runCli('check', book, '--prior', old, '--lang', 'en').stdout).toContain('Choose the workbook of 2022');
  });

  it('may be other sheets of the same workbook', () => {
    const both = join(folder, '两年.xlsx');
    const now = writeTables(CHANGJI_2023, { unit: '元' });
    const before = writeTables(CHANGJI_2022, { sheetNames: 'export', takenNames: now.map(({ name }) => name) });
    writeFileSync(both, createWorkbook([...before, ...now]));
    const run = runCli('narrate', both);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('与上年相比，增加214.21万元');
  });

  it('names the items it does not have, offers what it has left, and remembers the choice', async () => {
    const prior = bookOf(CHANGJI_2022, '上年.xlsx', { unit: '元', layout: 'shanghai' });
    const out = join(folder, '说明.xlsx');
    const run = runCli('narrate', book, '--prior', prior, '--out', out, '--json');
    const { items } = (
      JSON.parse(run.stdout) as { prior: { items: { table: string; withoutPrior: { code: string }[]; priorLeft: { code: string }[] }[] } }
    ).prior;
    expect(
      items.map(({ table, withoutPrior, priorLeft }) => [table, withoutPrior.map(({ code }) => code), priorLeft.map(({ code }) => code)]),
    ).toEqual([['公开05', ['2013404'], ['2013199', '2013499', '2150517']]]);
    expect(runCli('narrate', book, '--prior', prior).stderr).toContain('公开05中下列科目没有上年数：2013404 宗教事务');

    const { workbook, loaded } = await load(out);
    const sheet = workbook.sheets.find(({ tag }) => tag === 'supplement')!;
    const row = sheet.grid.findIndex((cells) => cells?.[1]?.value === '2013404 宗教事务在上年的科目编码');
    expect(row).toBeGreaterThan(0);
    const lastYear = await openWorkbook(new Uint8Array(readFileSync(prior)), 'prior.xlsx');
    const typed = [{ key: '上年编码/2013404', text: '2013499 其他统战事务支出', label: '', year: 2023 }];
    const { sets } = loadAccounts(workbook, lastYear, { typed });
    expect(findFact(loaded.sets[0]!.facts, '上年编码/2013404', 2023)).toBeUndefined();
    const amount = narrate(sets[0]!, narratives[0]!).carried.find(({ key }) => key === '上年/公开05/2013404/支出');
    expect(amount?.content).toEqual({ amount: '0.56' });
  });
});
