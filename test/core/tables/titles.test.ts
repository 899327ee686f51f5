/** Which text is the title of which table (表名). */
import { expect, it } from 'vitest';
import { titleOf } from '../../../src/core/tables/titles.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { ALL } from './statements.ts';

it.each([
  ['收入支出决算总表', 'final-account-summary'],
  ['附件2：某某局2023年度收入支出决算总表（公开01表）', 'final-account-summary'],
  ['收 入 支 出 决 算 总 表', 'final-account-summary'],
  ['2023年度部门收支决算总表-汇总', 'final-account-summary'],
  ['Z01 收入支出决算总表(财决01表)', 'final-account-summary'],
  ['收入决算表 公开02表', 'income'],
  ['GK03 支出决算表', 'expenditure'],
  ['支出决算表（续表）', 'expenditure'],
  ['财政拨款收入支出决算总表', 'fiscal-appropriation-summary'],
  ['一般公共预算财政拨款支出决算表', 'general-budget-expenditure'],
  ['公共预算财政拨款支出决算表', 'general-budget-expenditure'],
  ['一般公共预算财政拨款收入支出决算表', 'general-budget-expenditure'],
  ['一般公共预算财政拨款基本支出决算明细表', 'general-budget-basic-expenditure'],
  ['Z08_1 一般公共预算财政拨款基本支出决算明细表(财决08-1表)', 'general-budget-basic-expenditure'],
  ['财政拨款“三公”经费支出决算表', 'three-public-expenses'],
  ['一般公共预算财政拨款"三公"经费支出决算表', 'three-public-expenses'],
  ['政府性基金预算财政拨款收入支出决算表', 'government-fund'],
  ['政府性基金预算支出决算表', 'government-fund'],
  ['国有资本经营预算财政拨款支出决算表', 'state-capital'],
  ['国有资本经营预算财政拨款收入支出决算表', 'state-capital'],
  ['部门（单位）整体支出绩效目标自评表', 'department-self-evaluation'],
  ['部门整体支出绩效自评表', 'department-self-evaluation'],
  ['2023年度项目支出绩效自评表', 'project-self-evaluation'],
  ['项目支出绩效目标自评表', 'project-self-evaluation'],
  ['项目支出决算表', undefined],
  ['基本支出决算表', undefined],
  ['支出决算明细表', undefined],
  ['收入支出预算总表', undefined],
  ['收入支出决算总表…………………3', undefined],
  ['收入支出决算总表......3', undefined],
  ['收入支出决算总表说明', undefined],
  ['注：本表反映收入决算表', undefined],
  ['本年收入合计1939.86万元。详见收入决算表', undefined],
  ['工资表', undefined],
] as const)('%s is %s', (text, id) => {
  expect(titleOf(text, ALL)?.id).toBe(id);
});

it('is told at once, whatever follows', () => {
  const started = cpuTime();
  expect(titleOf(`支出决算表${'1'.repeat(60)}x`, ALL)).toBeUndefined();
  expect(titleOf(`支出决算表${'('.repeat(60)}`, ALL)).toBeUndefined();
  expect(cpuTime() - started).toBeLessThan(1_000);
});
