/** Xinjiang's wording over small accounts: what it says where the sample has nothing to say. */
import { describe, expect, it } from 'vitest';
import { narrate } from '../../src/core/narrative/narrate.ts';
import { type Narrative, textOf } from '../../src/core/narrative/narrative.ts';
import type { Table } from '../../src/core/tables/table.ts';
import { xinjiang } from '../../src/narratives/xinjiang/profile.ts';
import { accounts, table } from '../core/narrative/tables.ts';

interface Setting {
  readonly now?: readonly Table[];
  readonly before?: readonly Table[];
  readonly facts?: Readonly<Record<string, string | number>>;
}

function write({ now = [], before = [], facts = {} }: Setting): Narrative {
  return narrate(accounts(now, { prior: before, facts }), xinjiang);
}

function section(id: string, setting: Setting): string {
  return (
    write(setting)
      .sections.find((candidate) => candidate.id === id)
      ?.paragraphs.map(textOf)
      .join('\n') ?? ''
  );
}

describe('机构人员', () => {
  const facts = { '事实/机构人员/在职人员': 3, '事实/机构人员/离休人员': 0, '事实/机构人员/退休人员': 1 };

  it('adds the kinds up, and knows a unit without offices', () => {
    const none = section('staff', { facts: { ...facts, '事实/机构人员/下属预算单位数量': 0, '事实/机构人员/内设处室数量': 0 } });
    expect(none).toBe('某某局2023年度，实有人数4人，其中：在职人员3人，离休人员0人，退休人员1人。\n单位无下属预算单位，我单位无下设处室。');
  });

  it('names subordinate units and offices', () => {
    const typed = { '事实/机构人员/下属预算单位数量': 2, '事实/机构人员/内设处室数量': 2, '事实/机构人员/内设处室名称': '办公室、财务科' };
    expect(section('staff', { facts: { ...facts, ...typed } })).toContain('单位有2个下属预算单位，下设2个处室，分别是：办公室、财务科。');
  });
});

describe('一般公共预算', () => {
  const labels = {
    201: '一般公共服务支出',
    20103: '办公厅事务',
    2010301: '行政运行',
    205: '教育支出',
    20502: '普通教育',
    2050299: '其他普通教育支出',
  };
  const row = (amount: string) => ({ total: amount, basic: amount, project: '0' });
  const now = table('general-budget-expenditure', { total: row('10'), 201: row('10'), 20103: row('10'), 2010301: row('10') }, { labels });
  const codes = { total: row('9'), 201: row('4'), 20103: row('4'), 2010301: row('4'), 205: row('5'), 20502: row('5'), 2050299: row('5') };
  const before = table('general-budget-expenditure', codes, { labels, book: 'prior' });

  it('lists what had money only last year after the rest, with the names that only last year’s table has', () => {
    expect(
      section('general-budget-items', { now: [now], before: [before] })
        .split('\n')
        .map((line) => line.replace(/，主要.*/, '')),
    ).toEqual([
      '1.一般公共服务支出(类)办公厅事务(款)行政运行(项)：支出决算数为10.00万元，比上年决算增加6.00万元，增长150.00%',
      '2.教育支出(类)普通教育(款)其他普通教育支出(项)：支出决算数为0.00万元，比上年决算减少5.00万元，下降100.00%',
    ]);
  });

  it('does not print an item of a code that stands twice', () => {
    const twice = table('general-budget-expenditure', {
      ...Object.fromEntries([['total', row('10')]]),
      2010301: row('10'),
      '2010301#2': row('10'),
    });
    expect(section('general-budget-items', { now: [twice], before: [before] })).toContain('科目2010301不止一行，请先更正');
  });

  it('asks for its own budget and reasons when other funds are part of the fiscal total', () => {
    const fiscal = (expenditure: string): Table =>
      table('fiscal-appropriation-summary', {
        'income-grand-total': { amount: expenditure },
        'expenditure-grand-total': { total: expenditure },
      });
    const asked = (total: string): readonly string[] =>
      write({ now: [now, fiscal(total)], before: [before] })
        .gaps.map(({ id }) => id)
        .filter((id) => id.startsWith('年初预算/'));
    expect(asked('10')).toEqual(['年初预算/财政拨款收支']);
    expect(asked('12')).toEqual(['年初预算/财政拨款收支', '年初预算/一般公共预算支出']);
  });
});

describe('“三公”经费', () => {
  const subjects = (
    amounts: Readonly<Record<string, readonly [budget: string, actual: string]>>,
    book: 'current' | 'prior' = 'current',
  ): Table =>
    table(
      'three-public-expenses',
      Object.fromEntries(Object.entries(amounts).map(([key, [budget, actual]]) => [key, { budget, actual }])),
      { book },
    );
  const nothing = ['0', '0'] as const;
  const all = {
    total: nothing,
    abroad: nothing,
    vehicles: nothing,
    'vehicle-purchase': nothing,
    'vehicle-running': nothing,
    reception: nothing,
  };

  it('says of a unit without any that it has none, with counts of 0 and no question but the vehicles', () => {
    const setting = { now: [subjects(all)], before: [subjects(all, 'prior')] };
    const text = section('three-public-expenses', setting);
    expect(text).toContain('公务接待费支出0.00万元，占0.00%，比上年增加0.00万元，增长0.00%，主要原因是：我单位无公务接待费。');
    expect(text).toContain('团组0个，因公出国（境）0人次');
    expect(text).toContain('国内公务接待0批次，0人次');
    const asked = write(setting)
      .gaps.filter(({ section: at }) => at.startsWith('七'))
      .map(({ id }) => id);
    expect(asked).toEqual([
      '事实/三公经费/公务用车保有量',
      '事实/国有资产/车辆数量',
      '事实/三公经费/固定资产车辆与公务用车保有量的差异原因',
    ]);
  });

  it('lets somebody say that there were guests although no money was spent', () => {
    const facts = { '事实/三公经费/国内公务接待批次': 2, '事实/三公经费/国内公务接待人次': 9 };
    expect(section('three-public-expenses', { now: [subjects(all)], before: [subjects(all, 'prior')], facts })).toContain(
      '国内公务接待2批次，9人次',
    );
  });

  it('needs no explanation where all vehicles are official ones', () => {
    const facts = { '事实/三公经费/公务用车保有量': 2, '事实/国有资产/车辆数量': 2 };
    expect(section('three-public-expenses', { now: [subjects(all)], facts })).toContain('固定资产车辆2辆，与公务用车保有量无差异。');
  });
});

describe('政府性基金 and 国有资本经营', () => {
  const labels = { 212: '城乡社区支出', 21208: '土地出让收入安排的支出', 2120899: '其他支出' };
  const row = (total: string) => ({ opening: '1', income: '9', total, basic: '0', project: total, closing: '2' });

  it('writes the amounts and the items of a table with data', () => {
    const now = table('government-fund', { total: row('8'), 212: row('8'), 21208: row('8'), 2120899: row('8') }, { labels });
    const before = table(
      'government-fund',
      { total: row('4'), 212: row('4'), 21208: row('4'), 2120899: row('4') },
      { labels, book: 'prior' },
    );
    expect(section('government-fund', { now: [now], before: [before] })).toBe(
      [
        '2023年度政府性基金预算财政拨款年初结转和结余1.00万元，本年收入9.00万元，本年支出8.00万元，年末结转和结余2.00万元。本年支出与上年相比，增加4.00万元，增长100.00%，主要原因是：【请填写：政府性基金支出与上年相比的主要原因】。',
        '1.城乡社区支出(类)土地出让收入安排的支出(款)其他支出(项)：支出决算数为8.00万元，比上年决算增加4.00万元，增长100.00%，主要原因是：【请填写：2120899 其他支出与上年相比的主要原因】。',
      ].join('\n'),
    );
  });

  it('does not take a missing table for an empty one', () => {
    expect(section('government-fund', {})).toBe('【缺少《政府性基金预算财政拨款收入支出决算表》】');
    const blank = table('state-capital', { total: { total: null, basic: null, project: null } });
    expect(section('state-capital', { now: [blank] })).toContain('决算表为空表');
    const unread = table('state-capital', { total: { total: '?见附注', basic: null, project: null } });
    expect(section('state-capital', { now: [unread] })).toContain('state-capital!C6 的“见附注”不是数');
  });
});

describe('十、十一', () => {
  const basic = (amount: string, book: 'current' | 'prior' = 'current'): Table =>
    table('general-budget-basic-expenditure', { 'personnel-total': { amount: '1' }, 'operating-total': { amount } }, { book });

  it('takes 机关运行经费 from 公开06 unless somebody typed it', () => {
    expect(section('operating-funds', { now: [basic('4')], before: [basic('5', 'prior')] })).toContain(
      '支出4.00万元，比上年减少1.00万元，下降20.00%',
    );
    const facts = { '事实/机关运行/机关运行经费': 3, '上年/事实/机关运行/机关运行经费': 2 };
    expect(section('operating-funds', { now: [basic('4')], before: [basic('5', 'prior')], facts })).toContain(
      '支出3.00万元，比上年增加1.00万元，增长50.00%',
    );
  });

  it('adds the project forms up, and asks where there are none', () => {
    const form = (id: string, statement: string, row: string, budget: string, executed: string): Table =>
      table(statement, { [row]: { 'full-budget': budget, executed } }, { sheet: id });
    const forms = [
      form('整体', 'department-self-evaluation', 'source-total', '20', '19'),
      form('项目1', 'project-self-evaluation', 'funds-total', '3.5', '1'),
      form('项目2', 'project-self-evaluation', 'funds-total', '4', '2.25'),
    ];
    expect(section('performance', { now: forms })).toContain(
      '自评表1个，全年预算总额20.00万元，实际执行总额19.00万元；预算绩效评价项目2个，全年预算数7.50万元，全年执行数3.25万元。',
    );
    expect(section('performance', {})).toContain('预算绩效评价项目【请填写：绩效评价项目数量（个）】');
  });

  it('prints shares of procurement, and none of nothing', () => {
    const typed = (goods: number, small: number): Readonly<Record<string, number>> => ({
      '事实/政府采购/货物支出': goods,
      '事实/政府采购/工程支出': 0,
      '事实/政府采购/服务支出': 0,
      '事实/政府采购/授予中小企业合同金额': small,
      '事实/政府采购/授予小微企业合同金额': 0,
    });
    expect(section('procurement', { facts: typed(8, 2) })).toContain('中小企业合同金额2.00万元，占政府采购支出总额的25.00%');
    expect(section('procurement', { facts: typed(0, 0) })).toContain('中小企业合同金额0.00万元，占政府采购支出总额的0.00%');
  });
});
