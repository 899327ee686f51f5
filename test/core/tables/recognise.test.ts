/** Where tables are, whose they are, and what only looks like one (识别报表). */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/core/tables/facts.ts';
import { currentSets, joinPrior, PRIOR_DEPARTMENT } from '../../../src/core/tables/prior-accounts.ts';
import { recognise, withPrior } from '../../../src/core/tables/recognise.ts';
import { sheetFromRows } from '../../../src/core/workbook/workbook.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { line, notices, recogniseSheets, type Row, said, sheet, tableIn, tablesIn } from './read.ts';
import { ALL } from './statements.ts';

function spending(department: string, amount: number, title = '支出决算表', year = '2023年度'): readonly string[] {
  return [
    title,
    `${department === '' ? '' : `部门：${department}`} | ${year} | | | 单位：万元`,
    '科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出',
    `合计 | | ${amount} | ${amount} | | | |`,
    `201 | 一般公共服务支出 | ${amount} | ${amount} | | | |`,
  ];
}

const FUND = [
  '政府性基金预算财政拨款收入支出决算表',
  '单位：万元',
  '科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出合计 | 基本支出 | 项目支出 | 年末结转和结余',
  '合计 | | | 7 | 7 | | 7 |',
];

describe('what is no table', () => {
  it('a contents page', () => {
    const { sets, unrecognised } = recogniseSheets(
      sheet('目录', [
        '目 录',
        '序号 | 表名 | 页码',
        '1 | 收入支出决算总表 | 1',
        '2 | 收入决算表 | 2',
        '3 | 支出决算表 | 3',
        '4 | 一般公共预算财政拨款支出决算表 | 4',
      ]),
      sheet('目录2', ['一、《收入支出决算总表》', '二、《收入决算表》', '三、《支出决算表》……………3']),
    );
    expect(sets).toEqual([]);
    expect(unrecognised).toEqual([
      { sheet: '目录', reason: 'no-known-table' },
      { sheet: '目录2', reason: 'no-known-table' },
    ]);
  });

  it('a narrative', () => {
    const text = sheet('说明', [
      '2023年度部门决算公开说明',
      '二、收入决算情况说明',
      '本年收入合计1939.86万元，其中：财政拨款收入1874.02万元，占96.61%；其他收入65.83万元。详见收入决算表。',
      '三、支出决算表',
      '本年支出1932.86万元，其中：基本支出1407.64万元，项目支出525.22万元。',
      '项目支出绩效自评表',
      '见附件。',
    ]);
    expect(recogniseSheets(text).sets).toEqual([]);
  });

  it('our own sheets, empty sheets, foreign sheets', () => {
    const { sets, unrecognised } = recogniseSheets(
      sheet('勾稽检查', spending('甲', 1)),
      { ...sheet('改过名', spending('甲', 1)), tag: 'supplement' },
      sheet('空', []),
      sheet('工资表', ['姓名 | 基本工资 | 合计', '张三 | 1 | 1']),
      { ...sheet('藏', ['一些字']), visibility: 'hidden' },
    );
    expect(sets).toEqual([]);
    expect(unrecognised.map(({ reason }) => reason)).toEqual(['own-sheet', 'own-sheet', 'empty', 'no-known-table', 'hidden']);
  });

  it('a table of another name with the same headings', () => {
    expect(recogniseSheets(sheet('x', spending('甲', 1, '项目支出决算表'))).sets.flatMap((set) => set.tables)).toEqual([]);
  });
});

describe('where tables stand', () => {
  it('away from A1', () => {
    const shifted = spending('某某局', 5).map((text): string => ` | | ${text}`);
    const table = tableIn([[], [], [], ...shifted]);
    expect(table.area).toEqual({ top: 3, left: 2, bottom: 7, right: 9 });
    expect(said(table, '201', 'basic')).toBe('5');
    expect(table.department).toBe('某某局');
  });

  it('under each other, with repeated head lines', () => {
    const tables = tablesIn(
      sheet('全部', [
        ...spending('某某局', 5),
        '',
        ...FUND,
        '注：本表为空也要公开。',
        '',
        ...spending('某某局', 5, '某某局2023年度收入决算表'),
      ]),
    );
    expect(tables.map((table) => table.statement)).toEqual(['expenditure', 'government-fund']);
    expect(tables[1]?.notes).toEqual(['注：本表为空也要公开。']);
  });

  it('beside each other, the left one followed by a third', () => {
    const left: readonly string[] = [
      ...spending('某某局', 5),
      '',
      '收入决算表',
      '单位：元',
      '科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入',
      '合计 | | 9 | 9',
    ];
    const wide = left.map((text, index) => {
      const cells = text.split('|');
      while (cells.length < 9) cells.push(' ');
      return [...cells.slice(0, 9), FUND[index] ?? '213 | 农林水支出 | | 7 | 7 | | 7 |'].join('|');
    });
    const tables = tablesIn(sheet('并排', wide));
    expect(tables.map((table) => [table.statement, table.area.left, table.unit.name])).toEqual([
      ['expenditure', 0, '万元'],
      ['government-fund', 9, '万元'],
      ['income', 0, '元'],
    ]);
    expect(tables[1]?.rows.length).toBeGreaterThan(3);
    expect(said(tables[2], 'total', 'fiscal')).toBe('9');
  });

  it('over several pages, the title and headings printed again', () => {
    const again = spending('某某局', 5)
      .filter((text) => !text.startsWith('合计'))
      .map((text) => text.replace('201 | 一般公共服务支出', '204 | 公共安全支出').replace('支出决算表', '支出决算表（续）'));
    const index = '栏次 | | 1 | 2 | 3 | 4 | 5 | 6';
    const [table, ...others] = tablesIn(sheet('长', [...spending('某某局', 5), ...again.slice(0, 3), index, ...again.slice(3)]));
    expect(others).toEqual([]);
    expect(table?.rows.map((row) => row.key)).toEqual(['total', '201', '204']);
    expect(table?.notices).toEqual([]);
  });

  it('on hidden sheets, which is said', () => {
    const [table] = tablesIn({ ...sheet('隐藏', spending('甲局', 1)), visibility: 'very-hidden' });
    expect(table === undefined ? [] : notices(table)).toEqual(['hidden-sheet']);
  });

  it('covered by merged areas: only the top left cell counts', () => {
    const lines: readonly (string | Row)[] = [...spending('甲局', 1), ['204', '公共安全支出', 3, 99, 98]];
    const table = tableIn(lines, ['C6:E6']);
    expect(line(table, '204')).toMatchObject({ total: '3', basic: 'blank', project: 'blank' });
  });
});

describe('tables without a title', () => {
  const [, , ...bare] = spending('', 4);

  it('are known by their headings when these fit one statement only', () => {
    const table = tableIn(bare, [], 'export');
    expect(table).toMatchObject({ statement: 'expenditure', title: '', department: '' });
    expect(notices(table)).toEqual(['unit-assumed']);
  });

  it('are known by the name of the sheet where two statements fit', () => {
    const three = ['科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出', '合计 | | 3 | 2 | 1', '208 | 社会保障和就业支出 | 3 | 2 | 1'];
    for (const name of ['GK05 一般公共预算财政拨款支', '公开05表', '附表5', '05', '一般公共预算财政拨款支出决算表']) {
      expect(tableIn(three, [], name).statement).toBe('general-budget-expenditure');
    }
    expect(tableIn(three, [], '附表9').statement).toBe('state-capital');
    expect(tableIn(['公开09表', ...three], [], 'Sheet3').statement).toBe('state-capital');
    expect(tablesIn(sheet('Sheet3', three))).toEqual([]);
  });
});

describe('whose tables they are', () => {
  it('two departments are two sets', () => {
    const { sets } = recogniseSheets(sheet('a', spending('甲局', 1)), sheet('b', spending('乙局', 2)), sheet('c', [...FUND]));
    expect(sets.map((set) => [set.department, set.year, set.tables.map((table) => table.statement)])).toEqual([
      ['甲局', 2023, ['expenditure']],
      ['乙局', 2023, ['expenditure', 'government-fund']],
    ]);
  });

  it('one department spelt in two ways is one set, and that is said', () => {
    const fund = [FUND[0] ?? '', '部门：昌吉州财政局 | | 单位：万元', ...FUND.slice(2)];
    const { sets } = recogniseSheets(sheet('a', spending('昌吉回族自治州财政局', 1)), sheet('b', fund));
    expect(sets.map((set) => [set.department, set.tables.map(notices)])).toEqual([['昌吉回族自治州财政局', [[], ['department-differs']]]]);
    const apart = recogniseSheets(sheet('a', spending('昌吉州财政局', 1)), sheet('b', spending('昌吉州财政局国库中心', 1)));
    expect(apart.sets).toHaveLength(2);
  });

  it('two years of one department are two sets', () => {
    const { sets } = recogniseSheets(sheet('a', spending('甲局', 1)), sheet('b', spending('甲局', 2, '支出决算表', '2022年度')));
    expect(sets.map((set) => set.year)).toEqual([2023, 2022]);
  });

  it('the same table twice is kept twice, and said; the first is used', () => {
    const { sets } = recogniseSheets(sheet('a', spending('甲局', 1)), sheet('b', spending(' 甲 局 ', 2)));
    expect(sets).toHaveLength(1);
    expect(sets[0]?.tables.map(notices)).toEqual([['duplicate-table'], ['duplicate-table']]);
    expect(said(sets[0]?.tables[0], 'total', 'total')).toBe('1');
    expect(sets[0]?.tables[1]?.notices[0]?.message['zh-CN']).toContain('a!A1');
  });

  it('a titled, visible table comes before its untitled namesake, and a hidden draft of it is left out', () => {
    const { sets } = recogniseSheets(
      sheet('草稿', spending('', 9).slice(2)),
      { ...sheet('旧', spending('甲局', 8)), visibility: 'hidden' },
      sheet('03', spending('甲局', 1)),
    );
    expect(sets).toHaveLength(1);
    expect(sets[0]?.tables.map((table) => table.sheet)).toEqual(['03', '草稿']);
    expect(recogniseSheets({ ...sheet('旧', spending('甲局', 8)), visibility: 'hidden' }).sets[0]?.tables).toHaveLength(1);
  });

  it('one line may hold department, year and unit in one cell; «单位：万元» is no department', () => {
    const table = tableIn([
      '支出决算表',
      '编制单位：某某县人民政府办公室          二〇二三年          单位：元',
      ...spending('', 1).slice(2),
    ]);
    expect(table).toMatchObject({ department: '某某县人民政府办公室', year: 2023 });
    expect(table.unit.name).toBe('元');
    expect(tableIn(['支出决算表', '单位：万元', ...spending('', 1).slice(2)]).department).toBe('');
    expect(tableIn(['支出决算表', '单位：元谋县财政局 | | 金额单位：万元', ...spending('', 1).slice(2)])).toMatchObject({
      department: '元谋县财政局',
      unit: { name: '万元' },
    });
    expect(tableIn(['支出决算表', '部门： | 某某（本级）局 | 单位： | 万元', ...spending('', 1).slice(2)])).toMatchObject({
      department: '某某（本级）局',
      unit: { name: '万元' },
    });
  });
});

describe('last year', () => {
  const last = recognise({ name: '2022.xlsx', sheets: [sheet('a', spending('甲局', 9, '支出决算表', '2022年度'))], date1904: false }, ALL, {
    book: 'prior',
  });

  it('is joined by department, and marked as the other book', () => {
    const { sets } = recogniseSheets(sheet('a', spending('甲局', 1)), sheet('b', spending('乙局', 1)));
    const [first, second] = sets.map((set) => withPrior(set, last, sets));
    expect(said(first?.prior?.tables[0], 'total', 'total')).toBe('9');
    expect(first?.prior?.tables[0]?.figures.get('total')?.get('total')?.ref.book).toBe('prior');
    expect(second?.prior).toBeUndefined();
  });

  it('is asked about when its only department has another name, and joined once 补充资料 says that it is the same one', () => {
    const { sets } = recogniseSheets(sheet('a', spending('改名后的局', 1)));
    expect(sets.map((set) => withPrior(set, undefined).prior)).toEqual([undefined]);
    expect(sets.map((set) => joinPrior(set, last, sets))).toMatchObject([
      { set: { prior: undefined }, question: { kind: 'department', department: '改名后的局', priorDepartment: '甲局', priorYear: 2022 } },
    ]);
    const ref = { book: 'current', sheet: '补充资料', row: 1, column: 2 } as const;
    const answer: Fact = { key: PRIOR_DEPARTMENT, label: '', text: '甲局', figure: undefined, ref };
    const said = sets.map((set) => ({ ...set, facts: new Map([[PRIOR_DEPARTMENT, answer]]) }));
    expect(said.map((set) => joinPrior(set, last, said).set.prior?.department)).toEqual(['甲局']);
  });

  it('of the same year, or of the year before last, is asked about', () => {
    const of = (year: number) => recogniseSheets(sheet('a', spending('甲局', 1, '支出决算表', `${year}年度`))).sets;
    expect([2022, 2023, 2024].map((year) => joinPrior(of(year)[0]!, last, of(year)).question?.kind)).toEqual(['year', undefined, 'year']);
  });

  it('may stand in the same workbook', () => {
    const { sets } = recogniseSheets(
      sheet('a', spending('甲局', 2, '支出决算表', '2023年度')),
      sheet('b', spending('甲局', 1, '支出决算表', '2022年度')),
      sheet('c', spending('乙局', 3, '支出决算表', '2023年度')),
    );
    const joined = sets.map((set) => withPrior(set, undefined, sets));
    expect(currentSets(joined).map(({ department, year, prior }) => [department, year, prior?.year])).toEqual([
      ['甲局', 2023, 2022],
      ['乙局', 2023, undefined],
    ]);
    expect(said(joined[0]?.prior?.tables[0], 'total', 'total')).toBe('1');
  });
});

it('reads a long sheet in linear time', () => {
  const rows: (string | number | null)[][] = Array.from({ length: 120_000 }, (_, index) => [
    String(2_010_000 + (index % 90_000)),
    `某某项目登记表${index}`,
    1.25,
    1.25,
  ]);
  const started = cpuTime();
  const { sets } = recogniseSheets(
    sheetFromRows('长', [['支出决算表'], ['单位：元'], ['科目编码', '科目名称', '本年支出合计', '基本支出'], ...rows]),
  );
  expect(sets[0]?.tables[0]?.rows).toHaveLength(120_000);
  expect(cpuTime() - started).toBeLessThan(15_000);
});
