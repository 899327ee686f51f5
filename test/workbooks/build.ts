/**
 * Makes the golden workbooks (test/workbooks/<check>/clean-… and fault-…): small books out of the seed's figures, one fault each.
 * They are committed; `UPDATE_WORKBOOKS=1 npx vitest run --config test/vitest.config.ts test/checks/golden.test.ts --update` writes them and what is expected of them anew.
 */
import type { ContentCell, SheetContent } from '../../src/core/edits/sheet-content.ts';
import {
  CHANGJI_2022,
  CHANGJI_2023,
  type DepartmentAccounts,
  type FormIndicator,
  type LayoutChoice,
  NATIONAL,
  randomDepartment,
  seededRandom,
  type Statement,
  SHANGHAI,
  writeAccounts,
} from '../support/final-accounts/index.ts';

export interface GoldenBook {
  readonly check: string;
  /** `clean-…` or `fault-…`, without the extension. */
  readonly name: string;
  readonly sheets: readonly SheetContent[];
  /** Last year's workbook, written beside it as `prior-….xlsx`. */
  readonly prior?: readonly SheetContent[];
}

type Patch = Readonly<Record<string, number | string | null>>;

const T1 = 'final-account-summary';
const T2 = 'income';
const T3 = 'expenditure';
const T4 = 'fiscal-appropriation-summary';
const T5 = 'general-budget-expenditure';
const T6 = 'general-budget-basic-expenditure';
const T7 = 'three-public-expenses';
const T8 = 'government-fund';

/** The seed's nine tables without its contradicting forms. */
const SEED: DepartmentAccounts = withoutForms(CHANGJI_2023);
const LAST_YEAR: DepartmentAccounts = withoutForms(CHANGJI_2022);
/** Three items, every kind of money; and three forms that agree with each other. */
const FUNDS: DepartmentAccounts = randomDepartment(seededRandom(3), { items: 3, own: true, fund: true, stateCapital: true });
const FORMS: DepartmentAccounts = randomDepartment(seededRandom(5), { items: 4, own: true, projectForms: 2 });

export function goldenBooks(): readonly GoldenBook[] {
  return [
    ...pair('footing', SEED, [T1], 'digit-wrong', { [`${T1}/208/amount`]: 252.01 }),
    ...pair('grand-total', SEED, [T1], 'opening', { [`${T1}/opening-balance/amount`]: 83.52 }),
    ...pair('balance', SEED, [T1, T4], 'one-sided', {
      [`${T4}/expenditure-grand-total/total`]: 1847.02,
      [`${T4}/expenditure-grand-total/general`]: 1847.02,
    }),
    ...pair('cross-footing', SEED, [T3], 'row', { [`${T3}/2080505/basic`]: 141.18 }),
    ...pair('code-hierarchy', SEED, [T5], 'digits-swapped', { [`${T5}/2080505/total`]: 114.81, [`${T5}/2080505/basic`]: 114.81 }),
    ...pair('code-hierarchy', SEED, [T3, T5], 'shifted-paste', shiftedDown(SEED, T5, 'basic', 4, 14), 'shifted'),
    book('cross-footing', 'fault-in-yuan', written(SEED, [T5], timesTenThousand(SEED, T5, 'project'))),
    ...pair('economic-items', SEED, [T5, T6], 'digit-lost', { [`${T6}/30102/amount`]: 26.92 }),
    ...pair('three-public-expenses', SEED, [T7], 'stale-vehicles', { [`${T7}/vehicle-purchase/actual`]: 36.73 }),
    ...pair('roll-forward', FUNDS, [T8], 'closing', { [`${T8}/2120899/closing`]: 12.34 }),
    ...pair('tie-out', SEED, [T1, T2, T4], 'income', { [`${T2}/total/other-income`]: 68.53, [`${T2}/total/total`]: 1942.56 }),
    ...pair('fiscal-part', SEED, [T1, T4], 'function', { [`${T4}/210/total`]: 95.59, [`${T4}/210/general`]: 95.59 }),
    ...pair('three-public-bounds', SEED, [T6, T7], 'reception', { [`${T6}/30217/amount`]: 0.35, [`${T6}/30299/amount`]: 10.67 }),
    book('operating-expenses', 'clean-administrative', [...written(SEED, [T6]), supplement('行政单位', 204.67)]),
    book('operating-expenses', 'fault-administrative', [...written(SEED, [T6]), supplement('行政单位', 207.64)]),
    { ...book('carry-forward', 'clean-opening', written(SEED, [T1])), prior: written(LAST_YEAR, [T1]) },
    {
      ...book(
        'carry-forward',
        'fault-opening',
        written(SEED, [T1], {
          [`${T1}/opening-balance/amount`]: 35.82,
          [`${T1}/income-grand-total/amount`]: 1975.68,
          [`${T1}/closing-balance/amount`]: 42.82,
          [`${T1}/expenditure-grand-total/amount`]: 1975.68,
        }),
      ),
      prior: written(LAST_YEAR, [T1]),
    },
    { ...book('prior-column', 'clean-last-year', withLastYear(68.57)), prior: written(LAST_YEAR, [T7]) },
    { ...book('prior-column', 'fault-last-year', withLastYear(65.87)), prior: written(LAST_YEAR, [T7]) },
    book('code-names', 'clean-names', written(SEED, [T3, T5])),
    book('code-names', 'fault-names', renamed(written(SEED, [T3, T5]), '行政单位离退休', '住房公积金支出')),
    ...pair('self-evaluation-funds', FORMS, [], 'sources', { 'department-self-evaluation/source-other/full-budget': 99_999.99 }),
    ...pair('execution-rate', FORMS, [], 'rate', { 'project-self-evaluation#1/funds-total/rate': 0.4321 }),
    ...pair('execution-score', FORMS, [], 'score', { 'department-self-evaluation/source-central/score': 6.66 }),
    book('indicator-score', 'clean-forms', written(FORMS, [])),
    book('indicator-score', 'fault-above-weight', written(withIndicator(FORMS, { score: 12 }), [])),
    ...pair('score-total', FORMS, [], 'total', { 'project-self-evaluation#1/score-total/score': 12.5 }),
    book('indicator-target', 'clean-forms', written(FORMS, [])),
    book('indicator-target', 'fault-no-operator', written(withIndicator(FORMS, { target: '5次', actual: '=5次' }), [])),
    book('indicator-consistency', 'clean-forms', written(FORMS, [])),
    book(
      'indicator-consistency',
      'fault-full-rate',
      written(
        withIndicators(FORMS, [
          { path: ['产出指标', '数量指标', '走访慰问困难户（户）'], target: '=120户', actual: '=60户', score: 0 },
          { path: ['产出指标', '质量指标', '走访慰问困难户完成率（%）'], target: '=100%', actual: '=100%' },
        ]),
        [],
      ),
    ),
    ...pair('self-evaluation-tie-out', FORMS, [T1], 'executed', { [`${T1}/expenditure-total/amount`]: 1 }, 'forms'),
    book('self-evaluation-tie-out', 'fault-changji', written(CHANGJI_2023, NATIONAL.order)),
  ];
}

function pair(
  check: string,
  model: DepartmentAccounts,
  order: readonly Statement[],
  fault: string,
  patch: Patch,
  clean = 'accounts',
): readonly GoldenBook[] {
  return [book(check, `clean-${clean}`, written(model, order)), book(check, `fault-${fault}`, written(model, order, patch))];
}

function book(check: string, name: string, sheets: readonly SheetContent[]): GoldenBook {
  return { check, name, sheets };
}

function written(
  model: DepartmentAccounts,
  order: readonly Statement[],
  patch: Patch = {},
  choice: LayoutChoice = {},
): readonly SheetContent[] {
  const { contents, figures } = writeAccounts(model, { ...choice, order });
  return Object.entries(patch).reduce((sheets, [key, value]) => {
    const place = figures.get(key);
    if (place === undefined)
      throw new Error(
        `${key} is not printed; there are ${[...figures.keys()].filter((known) => known.startsWith(key.split('/')[0] ?? '')).join(' ')}`,
      );
    return withCell(sheets, place.sheet, place.row, place.column, value);
  }, contents);
}

function withCell(
  sheets: readonly SheetContent[],
  name: string,
  row: number,
  column: number,
  value: ContentCell['value'],
): readonly SheetContent[] {
  return sheets.map((sheet) =>
    sheet.name !== name
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((cells, at) =>
            at !== row ? cells : cells.map((cell, index) => (index === column ? { ...cell, value } : cell)),
          ),
        },
  );
}

/** The text of the first cell that reads `from`, on the last sheet. */
function renamed(sheets: readonly SheetContent[], from: string, to: string): readonly SheetContent[] {
  const last = sheets.at(-1);
  const row = last?.rows.findIndex((cells) => cells.some((cell) => cell?.value === from)) ?? -1;
  const column = last?.rows[row]?.findIndex((cell) => cell?.value === from) ?? -1;
  if (last === undefined || row < 0) throw new Error(`no cell reads ${from}`);
  return withCell(sheets, last.name, row, column, to);
}

/** The cells of one column pasted one row too low. */
function shiftedDown(model: DepartmentAccounts, statement: Statement, column: string, from: number, to: number): Patch {
  const places = columnOf(model, statement, column);
  return Object.fromEntries(places.slice(from + 1, to + 1).map(({ key }, index) => [key, places[from + index]?.printed ?? null]));
}

function timesTenThousand(model: DepartmentAccounts, statement: Statement, column: string): Patch {
  return Object.fromEntries(columnOf(model, statement, column).map(({ key, exact }) => [key, exact / 100]));
}

function columnOf(model: DepartmentAccounts, statement: Statement, column: string) {
  return [...writeAccounts(model, { order: [statement] }).figures.values()]
    .filter(({ key }) => key.startsWith(`${statement}/`) && key.endsWith(`/${column}`))
    .sort((a, b) => a.row - b.row);
}

/** 项目 | 预算数 | 决算数 | 上年决算数, as some places print table 07. */
function withLastYear(running: number): readonly SheetContent[] {
  const [list] = written(SEED, [T7], {}, { ...SHANGHAI, threePublic: 'vertical' });
  if (list === undefined) throw new Error('no table 07');
  const prior: Readonly<Record<string, number>> = {
    合计: running + 30,
    公务用车购置及运行维护费: running + 30,
    公务用车购置费: 30,
    公务用车运行维护费: running,
  };
  const last = Math.max(...list.rows.map((cells) => cells.length));
  const rows = list.rows.map((cells) => {
    const texts = cells.map((cell) => (typeof cell?.value === 'string' ? cell.value.replace(/[\s\d.、（）一二三其中：]/g, '') : ''));
    const padded = [...cells, ...Array.from({ length: last - cells.length }, () => null)];
    if (texts.includes('决算数')) return [...padded, { value: '上年决算数', style: 'table-head' as const }];
    const label = Object.keys(prior).find((name) => texts.some((text) => text === name.replace(/[（）]/g, '')));
    return label === undefined ? cells : [...padded, { value: prior[label] ?? 0, style: 'bordered-amount' as const }];
  });
  return [{ ...list, rows, widths: [...list.widths, 14] }];
}

function supplement(kind: string, funds: number): SheetContent {
  const line = (section: string, item: string, content: string | number, unit: string, key: string): readonly ContentCell[] =>
    [section, item, content, unit, '', key].map((value) => ({ value }));
  return {
    tag: 'supplement',
    name: '补充资料',
    widths: [16, 24, 16, 8, 20, 30],
    rows: [
      ['章节', '事项', '内容', '单位', '说明', '标识'].map((value) => ({ value })),
      line('单位', '单位性质', kind, '', '事实/单位/单位性质'),
      line('机关运行', '机关运行经费', funds, '万元', '事实/机关运行/机关运行经费'),
    ],
  };
}

function withIndicator(model: DepartmentAccounts, change: Partial<FormIndicator>): DepartmentAccounts {
  return withIndicators(model, [change]);
}

/** Changes the first indicators of the first project form. */
function withIndicators(model: DepartmentAccounts, changes: readonly Partial<FormIndicator>[]): DepartmentAccounts {
  return {
    ...model,
    projectForms: model.projectForms.map((form, index) =>
      index > 0 ? form : { ...form, indicators: form.indicators.map((indicator, at) => ({ ...indicator, ...changes[at] })) },
    ),
  };
}

function withoutForms(model: DepartmentAccounts): DepartmentAccounts {
  const { departmentForm: _, ...rest } = model;
  return { ...rest, projectForms: [] };
}
