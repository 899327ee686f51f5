/** 部门（单位）整体支出绩效目标自评表 as the seed prints it. */
import { expect, it } from 'vitest';
import { line, notices, said, tableIn } from '../core/tables/read.ts';

const table = tableIn(
  [
    '部门（单位）整体支出绩效目标自评表',
    '（2023 年度）',
    '部门（单位）名称 | | 昌吉回族自治州人民政府办公室',
    '部门资\n金（万\n元） | 资金来源 | 年初预算数 | 全年预算数 | 全年执\n行数 | 分值权重 | 执行率 | 得分',
    ['', '中央安排', 0, 0, 0, 10, { value: 0.977, format: '0.00%' }, 9.77],
    '| 自治区安排 | 0 | 0 | 0 | - | - | -',
    '| 地（州、市）\n安排 | 1857.36 | 1912.93 | 1871.78 | - | - | -',
    '| 县（市、区）安排 | 0 | 0 | 0 | - | - | -',
    '| 其他资金 | 65.45 | 65.45 | 61.08 | - | - | -',
    '| 合计 | 1922.81 | 1978.38 | 1932.86 | - | - | -',
    '年度总\n体目标 | 预期目标 | | | 实际完成情况',
    '| 目标1：做好文件、会务。 | | | 全年预算数为1978.38万元。',
    '一级指标 | 二级指标 | 三级指标 | 预期指标值 | 指标值设定\n依据 | 分值权重 | 实际完成指标\n值 | 得分',
    '运行成本 | 翻译语种（种） | 翻译语种（种） | =2种 | 会议纪要 | 6 | =2种 | 6',
    '管理效率 | 体检费 | 体检费 | <=16.60万元 | 会议纪要 | 6 | =13万元 | 6',
    '| 工会经费 | 工会经费 | <=3.85万元 | 会议纪要 | 6 | =3.08万元 | 4.7',
  ],
  ['A4:A10', 'A11:A12', 'B11:D11', 'E11:H11', 'B12:D12', 'E12:H12', 'A15:A16'],
);

it('reads the funds by source', () => {
  expect(table.statement).toBe('department-self-evaluation');
  expect(table.rows.map((row) => row.key)).toEqual([
    'source-central',
    'source-region',
    'source-prefecture',
    'source-county',
    'source-other',
    'source-total',
  ]);
  expect(line(table, 'source-prefecture')).toMatchObject({ 'initial-budget': '1857.36', 'full-budget': '1912.93', executed: '1871.78' });
  expect(table).toMatchObject({ year: 2023, department: '昌吉回族自治州人民政府办公室' });
  expect(table.unit.name).toBe('万元');
  expect(notices(table)).toEqual([]);
});

it('binds 分值, 执行率 and 得分, printed beside the first source, to the total', () => {
  expect(table.figures.get('source-total')?.get('rate')).toMatchObject({ ref: { row: 4, column: 6 }, decimals: 2, unit: { name: '%' } });
  expect(said(table, 'source-total', 'rate')).toBe('97.7');
  expect(said(table, 'source-total', 'score')).toBe('9.77');
  expect(said(table, 'source-central', 'rate')).toBeUndefined();
});

it('reads goals and indicators', () => {
  expect(table.fields.get('overall-goal')).toBe('目标1：做好文件、会务。');
  expect(table.fields.get('overall-result')).toBe('全年预算数为1978.38万元。');
  expect(table.indicators.map(({ path, name, target, actual }) => [path.join('/'), name, target, actual])).toEqual([
    ['运行成本/翻译语种（种）/翻译语种（种）', '翻译语种（种）', '=2种', '=2种'],
    ['管理效率/体检费/体检费', '体检费', '<=16.60万元', '=13万元'],
    ['管理效率/工会经费/工会经费', '工会经费', '<=3.85万元', '=3.08万元'],
  ]);
  expect(table.indicators[2]?.score?.reading).toMatchObject({ kind: 'number' });
  expect(table.indicators[2]?.score?.reading.kind === 'number' && table.indicators[2].score.reading.value.toString()).toBe('4.7');
});
