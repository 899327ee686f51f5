/** The test data itself: accounts that tie to the 分, layouts that print what they say, and the seed's published figures. */
import { describe, expect, it } from 'vitest';
import {
  CHANGJI_2022,
  CHANGJI_2023,
  figuresOf,
  type LayoutChoice,
  randomDepartment,
  seededRandom,
  toRows,
  toWorkbook,
  writeAccounts,
  writeTables,
} from './final-accounts/index.ts';

function get(amounts: ReadonlyMap<string, number>, key: string): number {
  const amount = amounts.get(key);
  if (amount === undefined) throw new Error(`no figure ${key}`);
  return amount;
}

describe('random departments', () => {
  it.each([0, 1, 3, 20, 300, 4000])('tie between the tables with %i items', (items) => {
    for (let seed = 1; seed <= (items > 100 ? 2 : 40); seed += 1) {
      const { amounts, rows } = figuresOf(randomDepartment(seededRandom(seed), items));
      const at = (key: string): number => get(amounts, key);
      expect(at('final-account-summary/income-grand-total/amount')).toBe(at('final-account-summary/expenditure-grand-total/amount'));
      expect(at('final-account-summary/income-total/amount')).toBe(at('income/total/total'));
      expect(at('final-account-summary/expenditure-total/amount')).toBe(at('expenditure/total/total'));
      expect(at('fiscal-appropriation-summary/income-grand-total/amount')).toBe(
        at('fiscal-appropriation-summary/expenditure-grand-total/total'),
      );
      expect(at('fiscal-appropriation-summary/expenditure-total/general')).toBe(at('general-budget-expenditure/total/total'));
      expect(at('fiscal-appropriation-summary/expenditure-total/fund')).toBe(at('government-fund/total/total'));
      expect(at('general-budget-basic-expenditure/total/amount')).toBe(at('general-budget-expenditure/total/basic'));
      expect(at('three-public-expenses/abroad/actual')).toBeGreaterThanOrEqual(at('general-budget-basic-expenditure/30212/amount'));
      for (const { code, level } of rows.get('expenditure') ?? []) {
        if (level === 3) continue;
        const children = (rows.get('expenditure') ?? []).filter((row) => row.level === level + 1 && row.code.startsWith(code));
        expect(children.reduce((sum, child) => sum + at(`expenditure/${child.code}/total`), 0)).toBe(at(`expenditure/${code}/total`));
      }
    }
  });

  it('are the same for the same seed', () => {
    const size = { items: 30, projectForms: 2 };
    expect(randomDepartment(seededRandom(7), size)).toEqual(randomDepartment(seededRandom(7), size));
    expect(randomDepartment(seededRandom(8), size)).not.toEqual(randomDepartment(seededRandom(7), size));
  });
});

describe('layouts', () => {
  const choices: readonly LayoutChoice[] = [
    { layout: 'national' },
    { layout: 'national', unit: '元', codes: 'one-cell', zero: 'dash', amounts: 'text', sheetNames: 'export' },
    { layout: 'shanghai' },
    {
      layout: 'shanghai',
      codes: 'repeated',
      names: 'wrapped',
      threePublic: 'vertical',
      stateCapital: 'three-columns',
      origin: { row: 2, column: 3 },
    },
    { layout: 'national', oneSheet: true, totalLast: ['income', 'expenditure'], sheetNames: 'bare' },
  ];
  const model = randomDepartment(seededRandom(5), { items: 40, own: true, fund: true, stateCapital: true, projectForms: 2 });

  it.each(choices)('%j puts every figure where it says, merged areas apart', (choice) => {
    const { contents, figures } = writeAccounts(model, choice);
    const { amounts } = figuresOf(model);
    expect(new Set(contents.map(({ name }) => name)).size).toBe(contents.length);
    for (const { key, sheet, row, column, printed, exact } of figures.values()) {
      const content = contents.find(({ name }) => name === sheet);
      expect(content?.rows[row]?.[column]?.value).toBe(printed);
      if (!key.includes('self-evaluation')) expect(exact).toBe(amounts.get(key));
    }
    for (const { merged = [], rows } of contents) {
      const taken = new Set<string>();
      for (const { top, left, bottom, right } of merged) {
        for (let row = top; row <= bottom; row += 1) {
          for (let column = left; column <= right; column += 1) {
            expect(taken.has(`${row},${column}`)).toBe(false);
            taken.add(`${row},${column}`);
            if (row !== top || column !== left) expect(rows[row]?.[column]?.value ?? null).toBeNull();
          }
        }
      }
    }
  });

  it('prints the national 01 with its 62 line numbers and 04 with 64', () => {
    const [summary, , , fiscal] = writeTables(model);
    if (summary === undefined || fiscal === undefined) throw new Error('no tables');
    expect(toRows(summary).at(-2)?.slice(0, 2)).toEqual(['总计', '31']);
    expect(toRows(summary).at(-2)?.slice(3, 5)).toEqual(['总计', '62']);
    expect(toRows(fiscal).at(-2)?.slice(3, 5)).toEqual(['总计', '64']);
    expect(toRows(fiscal).find((row) => row[1] === '29')?.[0]).toBe('一般公共预算财政拨款');
  });

  it('rounds each cell by itself in 万元 and shows the 分 in 元', () => {
    const wanYuan = writeAccounts(model).figures.get('expenditure/total/total');
    const yuan = writeAccounts(model, { unit: '元' }).figures.get('expenditure/total/total');
    expect(yuan?.printed).toBe((yuan?.exact ?? 0) / 100);
    expect(wanYuan?.printed).toBe(Math.round((wanYuan?.exact ?? 0) / 10_000) / 100);
  });

  it('prints a given cell as given', () => {
    const written = writeAccounts(model, { asPrinted: new Map([['expenditure/total/total', '壹佰']]) });
    expect(written.figures.get('expenditure/total/total')?.printed).toBe('壹佰');
  });

  it('makes a snapshot without empty tails', () => {
    const workbook = toWorkbook(writeTables(model));
    expect(workbook.sheets).toHaveLength(12);
    expect(workbook.sheets[0]?.merged.length).toBeGreaterThan(3);
    expect(workbook.sheets[0]?.grid[0]?.[0]?.value).toBe('收入支出决算总表');
  });
});

describe('the Changji accounts', () => {
  const published: Readonly<Record<string, number>> = {
    'final-account-summary/general-budget/amount': 1874.02,
    'final-account-summary/other-income/amount': 65.83,
    'final-account-summary/income-total/amount': 1939.86,
    'final-account-summary/opening-balance/amount': 38.52,
    'final-account-summary/income-grand-total/amount': 1978.38,
    'final-account-summary/201/amount': 1509.65,
    'final-account-summary/expenditure-total/amount': 1932.86,
    'final-account-summary/closing-balance/amount': 45.52,
    'final-account-summary/expenditure-grand-total/amount': 1978.38,
    'income/total/fiscal': 1874.02,
    'expenditure/total/basic': 1407.64,
    'expenditure/total/project': 525.22,
    'fiscal-appropriation-summary/income-grand-total/amount': 1874.02,
    'fiscal-appropriation-summary/201/total': 1450.82,
    'fiscal-appropriation-summary/208/general': 255.01,
    'fiscal-appropriation-summary/210/general': 59.59,
    'general-budget-expenditure/total/total': 1874.02,
    'general-budget-expenditure/total/basic': 1407.64,
    'general-budget-expenditure/total/project': 466.38,
    'general-budget-expenditure/201/total': 1450.82,
    'general-budget-expenditure/221/total': 89.82,
    'general-budget-expenditure/229/total': 18.78,
    'general-budget-expenditure/2010301/total': 885.19,
    'general-budget-expenditure/2010350/total': 106.47,
    'general-budget-expenditure/2010399/total': 457.91,
    'general-budget-expenditure/2013404/total': 1.26,
    'general-budget-expenditure/2080501/total': 42.15,
    'general-budget-expenditure/2080505/total': 114.18,
    'general-budget-expenditure/2080506/total': 98.68,
    'general-budget-expenditure/2101101/total': 48.59,
    'general-budget-expenditure/2101199/total': 0.64,
    'general-budget-expenditure/2299999/basic': 10.3,
    'general-budget-expenditure/2299999/project': 8.48,
    'general-budget-basic-expenditure/personnel-total/amount': 1202.96,
    'general-budget-basic-expenditure/operating-total/amount': 204.67,
    'three-public-expenses/total/budget': 110.31,
    'three-public-expenses/vehicles/budget': 105.62,
    'three-public-expenses/total/actual': 107.51,
    'three-public-expenses/reception/actual': 0,
    'department-self-evaluation/source-total/full-budget': 1978.38,
    'department-self-evaluation/source-total/executed': 1932.86,
    'department-self-evaluation/source-central/rate': 0.977,
    'department-self-evaluation/source-central/score': 9.77,
    'project-self-evaluation#1/funds-total/rate': 0.7632,
    'project-self-evaluation#1/funds-total/score': 4.08,
    'project-self-evaluation#1/score-total/score': 94.08,
    'project-self-evaluation#3/funds-total/rate': 0.6523,
    'project-self-evaluation#3/funds-total/score': 1.31,
    'project-self-evaluation#3/score-total/score': 77.61,
    'project-self-evaluation#4/funds-total/score': 4.66,
    'project-self-evaluation#4/score-total/score': 78.84,
  };

  it('print every published figure, rounding residues included', () => {
    const { figures } = writeAccounts(CHANGJI_2023);
    expect(Object.fromEntries(Object.keys(published).map((key) => [key, figures.get(key)?.printed]))).toEqual(published);
  });

  it('print the figures that the text implies for 2022, and hand over the balance', () => {
    const { figures } = writeAccounts(CHANGJI_2022);
    expect(figures.get('final-account-summary/income-grand-total/amount')?.printed).toBe(1764.17);
    expect(figures.get('fiscal-appropriation-summary/income-grand-total/amount')?.printed).toBe(1667.53);
    expect(figures.get('three-public-expenses/total/actual')?.printed).toBe(98.57);
    expect(figures.get('general-budget-basic-expenditure/operating-total/amount')?.printed).toBe(274.58);
    expect(figures.get('final-account-summary/closing-balance/amount')?.printed).toBe(38.52);
  });
});
