/** The performance self-evaluation forms (绩效自评表) as they are printed: money, goals, indicators; always in 万元. */
import {
  addFormAmounts,
  type DepartmentAccounts,
  type DepartmentForm,
  type FormAmounts,
  type FormIndicator,
  type ProjectForm,
} from '../model.ts';
import { inUnit, type Page } from './page.ts';

const SOURCES = [
  ['central', '中央安排'],
  ['region', '自治区安排'],
  ['prefecture', '地（州、市）安排'],
  ['county', '县（市、区）安排'],
  ['other', '其他资金'],
] as const;

const AMOUNT_COLUMNS = [
  ['initial', 'initial-budget'],
  ['full', 'full-budget'],
  ['executed', 'executed'],
] as const;

/** 执行率 from the figures as printed, rounded to 0.01%. */
export function executionRate({ full, executed }: FormAmounts): number {
  const [whole, part] = [Math.round(inUnit(full, '万元') * 100), Math.round(inUnit(executed, '万元') * 100)];
  return whole === 0 ? 0 : Math.floor((part * 10_000) / whole + 0.5) / 10_000;
}

/** 得分 of execution in the department form: 分值 × 执行率. */
export function departmentExecutionScore(weight: number, amounts: FormAmounts): number {
  return Math.floor(weight * executionRate(amounts) * 100 + 0.5 + 1e-9) / 100;
}

/** 得分 of execution in a project form: 分值 × (执行率 − 60%) ÷ 40%, nothing below 60%. */
export function projectExecutionScore(weight: number, amounts: FormAmounts): number {
  return Math.floor(weight * Math.max(0, (executionRate(amounts) - 0.6) / 0.4) * 100 + 0.5 + 1e-9) / 100;
}

export function writeDepartmentForm(page: Page, accounts: DepartmentAccounts, form: DepartmentForm): void {
  const { indicators } = form;
  page.wide(13, 16, 17, 15, 18, 10, 14, 10);
  const total = addFormAmounts(Object.values(form.sources));
  let row = writeFormHead(page, '部门（单位）整体支出绩效目标自评表', accounts.year, 8);
  page.put(row, 0, '部门（单位）名称', 'table-head', { columns: 2 });
  page.put(row, 2, accounts.department, 'bordered-text', { columns: 6 });
  row += 1;
  page.put(row, 0, '部门资金（万元）', 'table-head', { rows: SOURCES.length + 2 });
  ['资金来源', '年初预算数', '全年预算数', '全年执行数', '分值权重', '执行率', '得分'].forEach((label, at) =>
    page.put(row, 1 + at, label, 'table-head'),
  );
  const key = (source: string, column: string): string => `department-self-evaluation/source-${source}/${column}`;
  [...SOURCES.map(([source, label]) => [source, label, form.sources[source]] as const), ['total', '合计', total] as const].forEach(
    ([source, label, amounts], index) => {
      const at = row + 1 + index;
      page.put(at, 1, label, 'bordered-text');
      writeFormAmounts(page, at, 2, (column) => key(source, column), amounts);
      // The execution of the whole is printed beside the first source.
      if (index === 0)
        writeExecution(page, at, 5, (column) => key(source, column), form.weight, total, departmentExecutionScore(form.weight, total));
      else writeNoExecution(page, at, 5, '-');
    },
  );
  row += SOURCES.length + 2;
  row = writeGoals(page, row, 0, [1, 3], [4, 4], form.goal, form.outcome);
  ['一级指标', '二级指标', '三级指标', '预期指标值', '指标值设定依据', '分值权重', '实际完成指标值', '得分'].forEach((label, at) =>
    page.put(row, at, label, 'table-head'),
  );
  row += 1;
  writePaths(page, row, 0, indicators);
  indicators.forEach((indicator, index) => {
    const at = row + index;
    page.put(at, 3, indicator.target, 'bordered-text');
    page.put(at, 4, indicator.remark ?? null, 'bordered-text');
    page.put(at, 5, indicator.weight, 'bordered-amount', { format: 'General' });
    page.put(at, 6, indicator.actual, 'bordered-text');
    page.put(at, 7, indicator.score, 'bordered-amount', { format: 'General' });
  });
}

export function writeProjectForm(page: Page, accounts: DepartmentAccounts, form: ProjectForm, number: number): void {
  const { indicators } = form;
  page.wide(8, 11, 15, 22, 17, 17, 8, 10, 26);
  const total = addFormAmounts([form.currentFiscal, form.carriedOver, form.other]);
  let row = writeFormHead(page, '项目支出绩效自评表', accounts.year, 9);
  page.put(row, 0, '项目名称', 'table-head', { columns: 2 });
  page.put(row, 2, form.name, 'bordered-text', { columns: 7 });
  page.put(row + 1, 0, '主管部门', 'table-head', { columns: 2 });
  page.put(row + 1, 2, accounts.department, 'bordered-text', { columns: 3 });
  page.put(row + 1, 5, '实施单位', 'table-head');
  page.put(row + 1, 6, accounts.department, 'bordered-text', { columns: 3 });
  row += 2;
  const funds = [
    ['total', '年度资金总额', total],
    ['current-fiscal', '其中：当年财政拨款', form.currentFiscal],
    ...(form.carriedOver === undefined ? [] : [['carried-over', '上年结转资金', form.carriedOver] as const]),
    ['other', '其他资金', form.other],
  ] as const;
  page.put(row, 0, '项目资金（万元）', 'table-head', { rows: funds.length + 1 });
  page.put(row, 1, null, 'table-head', { columns: 2 });
  ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].forEach((label, at) => page.put(row, 3 + at, label, 'table-head'));
  funds.forEach(([kind, label, amounts], index) => {
    const at = row + 1 + index;
    page.put(at, 1, label, 'bordered-text', { columns: 2 });
    const key = (column: string): string => `project-self-evaluation#${number}/funds-${kind}/${column}`;
    writeFormAmounts(page, at, 3, key, amounts);
    if (index === 0) writeExecution(page, at, 6, key, form.weight, total, projectExecutionScore(form.weight, total));
    else writeNoExecution(page, at, 6, '—');
  });
  row += funds.length + 1;
  row = writeGoals(page, row, 0, [1, 4], [5, 4], form.goal, form.outcome);
  page.put(row, 0, '年度绩效指标完成情况', 'table-head', { rows: indicators.length + 1 });
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'].forEach((label, at) =>
    page.put(row, 1 + at, label, 'table-head'),
  );
  row += 1;
  writePaths(page, row, 1, indicators);
  indicators.forEach((indicator, index) => {
    const at = row + index;
    page.put(at, 4, indicator.target, 'bordered-text');
    page.put(at, 5, indicator.actual, 'bordered-text');
    page.put(at, 6, indicator.weight, 'bordered-amount', { format: 'General' });
    page.put(at, 7, indicator.score, 'bordered-amount');
    page.put(at, 8, indicator.remark ?? null, 'bordered-text');
  });
  row += indicators.length;
  page.put(row, 0, '总分', 'table-head', { columns: 6 });
  const score = projectExecutionScore(form.weight, total) + indicators.reduce((sum, indicator) => sum + (indicator.score ?? 0), 0);
  page.fixed(row, 6, `project-self-evaluation#${number}/score-total/weight`, 100, 'General');
  page.fixed(row, 7, `project-self-evaluation#${number}/score-total/score`, Math.round(score * 100) / 100, '0.00"分"');
  page.put(row, 8, null, 'bordered-text');
}

function writeFormHead(page: Page, title: string, year: number, columns: number): number {
  page.put(0, 0, title, 'title', { columns });
  page.high(0, 30);
  page.put(1, 0, `（${year}年度）`, 'subtitle', { columns });
  return 2;
}

function writeFormAmounts(page: Page, row: number, left: number, keyOf: (column: string) => string, amounts: FormAmounts): void {
  AMOUNT_COLUMNS.forEach(([name, column], at) => page.formAmount(row, left + at, keyOf(column), amounts[name]));
}

function writeExecution(
  page: Page,
  row: number,
  left: number,
  keyOf: (column: string) => string,
  weight: number,
  amounts: FormAmounts,
  score: number,
): void {
  page.fixed(row, left, keyOf('weight'), weight, 'General');
  page.fixed(row, left + 1, keyOf('rate'), executionRate(amounts), '0.00%');
  page.fixed(row, left + 2, keyOf('score'), score);
}

function writeNoExecution(page: Page, row: number, left: number, dash: string): void {
  for (let at = 0; at < 3; at += 1) page.put(row, left + at, dash, 'table-head');
}

/** 年度总体目标: 预期目标 beside 实际完成情况, each [first column, columns]. */
function writeGoals(
  page: Page,
  row: number,
  left: number,
  goal: readonly [number, number],
  outcome: readonly [number, number],
  goalText: string,
  outcomeText: string,
): number {
  page.put(row, left, '年度总体目标', 'table-head', { rows: 2 });
  page.put(row, goal[0], '预期目标', 'table-head', { columns: goal[1] });
  page.put(row, outcome[0], '实际完成情况', 'table-head', { columns: outcome[1] });
  page.put(row + 1, goal[0], goalText, 'bordered-text', { columns: goal[1] });
  page.put(row + 1, outcome[0], outcomeText, 'bordered-text', { columns: outcome[1] });
  page.high(row + 1, 60);
  return row + 2;
}

/** 一级 and 二级指标 merged over the lines that share them, 三级 beside. */
function writePaths(page: Page, top: number, left: number, indicators: readonly FormIndicator[]): void {
  for (const level of [0, 1, 2] as const) {
    const prefix = (at: number): string | undefined => indicators[at]?.path.slice(0, level + 1).join('/');
    for (let start = 0; start < indicators.length;) {
      let end = start + 1;
      while (level < 2 && end < indicators.length && prefix(end) === prefix(start)) end += 1;
      page.put(top + start, left + level, indicators[start]?.path[level] ?? null, level === 2 ? 'bordered-text' : 'table-head', {
        rows: end - start,
      });
      start = end;
    }
  }
}
