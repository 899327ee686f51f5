/** The office of the government of Changji prefecture (昌吉州政府办公室), 2023 and 2022: exact 元 amounts whose rounding prints every published 万元 figure. */
import { CHANGJI_DEPARTMENT_FORM, CHANGJI_PROJECT_FORMS } from './changji-forms.ts';
import { accounts, type DepartmentAccounts, type Fen, type FundFlow, type Item, type OwnFlow } from './model.ts';

const DEPARTMENT = '昌吉回族自治州人民政府办公室';

/** 万元 with up to six decimals, as text, to 分. */
export function wan(text: string): Fen {
  return Math.round(Number(text) * 1_000_000);
}

const NAMES = {
  201: '一般公共服务支出',
  208: '社会保障和就业支出',
  210: '卫生健康支出',
  215: '资源勘探工业信息等支出',
  221: '住房保障支出',
  229: '其他支出',
  20103: '政府办公厅（室）及相关机构事务',
  20131: '党委办公厅（室）及相关机构事务',
  20134: '统战事务',
  20805: '行政事业单位养老支出',
  21011: '行政事业单位医疗',
  21505: '工业和信息产业监管',
  22102: '住房改革支出',
  22999: '其他支出',
} as const;

/** An 项 whose money was appropriated and spent within the year. */
function item(code: string, name: string, basic: string, project = '0', own?: OwnFlow): Item {
  const names = NAMES as Readonly<Record<string, string>>;
  const general: FundFlow = { opening: 0, income: wan(basic) + wan(project), basic: wan(basic), project: wan(project) };
  return {
    code,
    names: [names[code.slice(0, 3)] ?? '', names[code.slice(0, 5)] ?? '', name],
    general,
    ...(own === undefined ? {} : { own }),
  };
}

function ownMoney(opening: string, otherIncome: string, project: string): OwnFlow {
  return {
    opening: wan(opening),
    balanceUsed: 0,
    income: { 'other-income': wan(otherIncome) },
    spending: { project: wan(project) },
    distribution: 0,
  };
}

function economic(list: Readonly<Record<string, string>>): ReadonlyMap<string, Fen> {
  return new Map(Object.entries(list).map(([code, amount]) => [code, wan(amount)]));
}

// The published figures are each rounded by themselves: 1,874.02 + 65.83 prints 1,939.86, class 201 prints 1,450.82 over items that print 1,450.83.
// The digits after the second decimal are chosen so that all of them come out; only 8.478814 is published so finely.
export const CHANGJI_2023: DepartmentAccounts = accounts({
  department: DEPARTMENT,
  year: 2023,
  items: [
    item('2010301', '行政运行', '885.187'),
    item('2010350', '事业运行', '106.467'),
    // What was spent of other money is published only as a total; here it all went into this 项.
    item('2010399', '其他政府办公厅（室）及相关机构事务支出', '0', '457.9055', ownMoney('38.52', '65.8342', '58.8345')),
    item('2013404', '宗教事务', '1.26'),
    item('2080501', '行政单位离退休', '42.151'),
    item('2080505', '机关事业单位基本养老保险缴费支出', '114.181'),
    item('2080506', '机关事业单位职业年金缴费支出', '98.681'),
    item('2101101', '行政单位医疗', '48.59'),
    item('2101102', '事业单位医疗', '8.5'),
    item('2101103', '公务员医疗补助', '1.86'),
    item('2101199', '其他行政事业单位医疗支出', '0.64'),
    item('2210201', '住房公积金', '89.82'),
    item('2299999', '其他支出', '10.3', '8.478814'),
  ],
  economic: economic({
    30101: '298.4516',
    30102: '256.9238',
    30103: '92.3045',
    30107: '48.1362',
    30108: '114.181',
    30109: '98.681',
    30110: '57.09',
    30111: '1.86',
    30112: '4.2687',
    30113: '89.82',
    30199: '71.9362',
    30301: '12.364',
    30302: '29.787',
    30304: '18.2136',
    30305: '7.6054',
    30309: '1.34',
    30201: '18.7642',
    30202: '4.3256',
    30207: '9.8124',
    30208: '13.4628',
    30211: '22.7451',
    30212: '1.89',
    30213: '8.6237',
    30226: '15.2083',
    30228: '7.4319',
    30229: '5.8172',
    30231: '36.2458',
    30299: '11.0164',
    31003: '12.7',
    31013: '36.6306',
  }),
  threePublic: {
    budget: { abroad: wan('1.89'), 'vehicle-purchase': wan('37.63'), 'vehicle-running': wan('67.99'), reception: wan('2.8') },
    actual: { abroad: wan('1.89'), 'vehicle-purchase': wan('37.63'), 'vehicle-running': wan('67.99'), reception: 0 },
  },
  departmentForm: CHANGJI_DEPARTMENT_FORM,
  projectForms: CHANGJI_PROJECT_FORMS,
});

/** Last year as far as the 2023 text implies it (domain.md B6); the rest is made up and only has to tie. */
export const CHANGJI_2022: DepartmentAccounts = accounts({
  department: DEPARTMENT,
  year: 2022,
  items: [
    item('2010301', '行政运行', '955.44'),
    item('2010350', '事业运行', '127.51'),
    item('2010399', '其他政府办公厅（室）及相关机构事务支出', '0', '257.48', ownMoney('30.14', '66.5', '58.12')),
    item('2013199', '其他党委办公厅（室）及相关机构事务支出', '0', '1.8'),
    item('2013499', '其他统战事务支出', '0', '0.56'),
    item('2080501', '行政单位离退休', '26.89'),
    item('2080505', '机关事业单位基本养老保险缴费支出', '78.37'),
    item('2080506', '机关事业单位职业年金缴费支出', '38.96'),
    item('2101101', '行政单位医疗', '51.7'),
    item('2101102', '事业单位医疗', '10.5'),
    item('2101103', '公务员医疗补助', '4.22'),
    item('2101199', '其他行政事业单位医疗支出', '0.65'),
    item('2150517', '产业发展', '0', '2.96'),
    item('2210201', '住房公积金', '81.29'),
    item('2299999', '其他支出', '10', '19.2'),
  ],
  economic: economic({
    30101: '312.65',
    30102: '268.4',
    30103: '94.85',
    30107: '52.6',
    30108: '78.37',
    30109: '38.96',
    30110: '62.2',
    30111: '4.22',
    30112: '4.6',
    30113: '81.29',
    30199: '56.32',
    30301: '12.1',
    30302: '14.79',
    30304: '22.3',
    30305: '5.9',
    30309: '1.4',
    30201: '46.82',
    30202: '6.4',
    30207: '12.5',
    30208: '14.1',
    30211: '25.36',
    30213: '10.2',
    30226: '21.6',
    30228: '18.9',
    30229: '16.7',
    30231: '58.57',
    30299: '18.43',
    31003: '25',
  }),
  threePublic: {
    budget: { abroad: 0, 'vehicle-purchase': wan('30'), 'vehicle-running': wan('70'), reception: wan('2.8') },
    actual: { abroad: 0, 'vehicle-purchase': wan('30'), 'vehicle-running': wan('68.57'), reception: 0 },
  },
  projectForms: [],
});
