/** Sound tables as they are kept abroad (国外习惯): English accounts in brackets, German, Russian and Japanese numbers as text, school districts, sales by region. */
import { type Book, cents, Page, percent, sumOf } from './page.ts';

const english = (value: number): string => {
  const text = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 0 });
  return value < 0 ? `(${text})` : value === 0 ? '-' : text;
};

/** Statement of income: revenue less cost, gross profit, expenses in brackets, the change on last year in money and per cent. */
export const incomeStatement: Book = (office) => {
  const page = new Page('Income', office.habits);
  page.add('Consolidated Statement of Income');
  page.add('(in thousands)', '2024', '2023', 'Change', '% Change');
  const year = (): number[] => {
    const sales = office.int(40_000, 90_000);
    const service = office.int(5_000, 20_000);
    const cost = -Math.round((sales + service) * office.real(0.5, 0.7));
    const [selling, admin, research] = [-office.int(2_000, 9_000), -office.int(2_000, 9_000), -office.int(500, 4_000)];
    const gross = sales + service + cost;
    const operating = gross + selling + admin + research;
    const [interest, other] = [-office.int(100, 900), office.int(-300, 300)];
    const before = operating + interest + other;
    const tax = -Math.round(Math.max(0, before) * 0.25);
    return [
      sales,
      service,
      sales + service,
      cost,
      gross,
      selling,
      admin,
      research,
      selling + admin + research,
      operating,
      interest,
      other,
      before,
      tax,
      before + tax,
    ];
  };
  const names = [
    'Product sales',
    'Service revenue',
    'Total revenue',
    'Cost of revenue',
    'Gross profit',
    'Selling expenses',
    'General and administrative',
    'Research and development',
    'Total operating expenses',
    'Operating income',
    'Interest expense',
    'Other income (expense), net',
    'Income before taxes',
    'Provision for income taxes',
    'Net income',
  ];
  const [now, before] = [year(), year()];
  names.forEach((name, k) => {
    const [a, b] = [now[k] ?? 0, before[k] ?? 0];
    page.add(name, english(a), english(b), english(a - b), b === 0 ? 'n/m' : `${(((a - b) / Math.abs(b)) * 100).toFixed(1)}%`);
  });
  return [page];
};

/** Haushaltsplan: points for thousands, a comma for decimals, «davon» lines, shares of the total. */
export const haushalt: Book = (office) => {
  const page = new Page('Haushalt', office.habits);
  const text = (value: number): string => value.toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  page.add('Haushaltsplan 2024');
  page.add('Einzelplan', 'Ansatz 2024', 'Ansatz 2023', 'Veränderung', 'Anteil in %');
  const rows = ['Personalausgaben', 'Sachausgaben', 'Zuweisungen', 'Investitionen', 'Zinsausgaben'].map(
    (name) => [name, office.money(90_000_000), office.money(90_000_000)] as const,
  );
  const [now, before] = [sumOf(rows.map(([, a]) => a)), sumOf(rows.map(([, , b]) => b))];
  for (const [name, a, b] of rows) {
    page.add(name, text(a), text(b), text(cents(a - b)), text(cents((a / now) * 100)));
    if (name === 'Personalausgaben')
      page.add(
        '  davon Versorgung',
        text(cents(a * 0.3)),
        text(cents(b * 0.3)),
        text(cents(cents(a * 0.3) - cents(b * 0.3))),
        text(cents(((a * 0.3) / now) * 100)),
      );
  }
  page.add('Summe', text(now), text(before), text(cents(now - before)), '100,00');
  return [page];
};

/** Исполнение бюджета: blanks for thousands, «в том числе», per cent of the plan. */
export const russianBudget: Book = (office) => {
  const page = new Page('Бюджет', office.habits);
  const text = (value: number): string =>
    value
      .toFixed(1)
      .replace(/\B(?=(\d{3})+(?!\d))/g, ' ')
      .replace('.', ',');
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  page.add('Исполнение бюджета, тыс. руб.');
  page.add('Показатель', 'План', 'Факт', 'Отклонение', '% исполнения');
  const put = (name: string, plan: number, fact: number): void => {
    page.add(name, text(plan), text(fact), text(tenth(fact - plan)), text(tenth((fact / plan) * 100)));
  };
  const groups = [
    ['Налоговые доходы', ['НДФЛ', 'Налог на имущество', 'Госпошлина']],
    ['Неналоговые доходы', ['Аренда', 'Штрафы']],
  ] as const;
  const all: [string, number, number][] = [];
  const grand = [0, 0];
  for (const [group, names] of groups) {
    const rows = names.map((name): [string, number, number] => {
      const plan = tenth(office.money(90_000));
      return [`  ${name}`, plan, tenth(plan * office.real(0.8, 1.2))];
    });
    const own = [tenth(rows.reduce((sum, [, plan]) => sum + plan, 0)), tenth(rows.reduce((sum, [, , fact]) => sum + fact, 0))];
    all.push([`${group}, в том числе:`, own[0] ?? 0, own[1] ?? 0], ...rows);
    own.forEach((value, k) => (grand[k] = tenth((grand[k] ?? 0) + value)));
  }
  for (const row of all) put(...row);
  put('Итого', grand[0] ?? 0, grand[1] ?? 0);
  return [page];
};

/** 月次損益: △ for negatives, thousands of yen, shares of sales and growth on the year before. */
export const japaneseIncome: Book = (office) => {
  const page = new Page('損益', office.habits);
  const text = (value: number): string => `${value < 0 ? '△' : ''}${Math.abs(value).toLocaleString('en-US')}`;
  page.add('損益計算書（単位：千円）');
  page.add('科目', '当期', '構成比', '前期', '構成比', '増減額', '前年比');
  const year = (): number[] => {
    const sales = office.int(300_000, 900_000);
    const cost = Math.round(sales * office.real(0.6, 0.8));
    const staff = office.int(40_000, 90_000);
    const rent = office.int(5_000, 40_000);
    const other = office.int(5_000, 60_000);
    return [sales, cost, sales - cost, staff, rent, other, staff + rent + other, sales - cost - staff - rent - other];
  };
  const [now, before] = [year(), year()];
  ['売上高', '売上原価', '売上総利益', '人件費', '地代家賃', 'その他経費', '販売費及び一般管理費計', '営業利益'].forEach((name, k) => {
    const [a, b] = [now[k] ?? 0, before[k] ?? 0];
    page.add(
      name,
      text(a),
      `${((a / (now[0] ?? 1)) * 100).toFixed(1)}%`,
      text(b),
      `${((b / (before[0] ?? 1)) * 100).toFixed(1)}%`,
      text(a - b),
      b > 0 && a > 0 ? `${((a / b) * 100).toFixed(1)}%` : '—',
    );
  });
  return [page];
};

/** Enrolment by school and grade: subtotals of two kinds of schools, «x» where a class is too small to tell, the same in the notes below. */
export const enrolment: Book = (office) => {
  const page = new Page('Enrolment', { ...office.habits, format: '#,##0' });
  page.add('Enrolment by school and grade');
  const grades = ['Grade 1', 'Grade 2', 'Grade 3', 'Grade 4'];
  page.add('School', ...grades, 'Total', 'Share');
  const kinds = [
    ['Public', office.int(3, 5)],
    ['Private', office.int(2, 3)],
  ] as const;
  const schools = kinds.map(([kind, count]) =>
    Array.from({ length: count }, (_, k) => [`${kind} school ${String(k + 1)}`, grades.map(() => office.int(10, 300))] as const),
  );
  const sums = schools.map((rows) => grades.map((_, k) => sumOf(rows.map(([, pupils]) => pupils[k] ?? 0))));
  const grand = grades.map((_, k) => sumOf(sums.map((own) => own[k] ?? 0)));
  const put = (name: string, pupils: readonly number[]): void => {
    page.add(name, ...pupils, sumOf(pupils), percent(sumOf(pupils) / sumOf(grand), '0.0%'));
  };
  schools.forEach((rows, kind) => {
    for (const [name, pupils] of rows) put(name, pupils);
    put(`Subtotal ${kinds[kind]?.[0] ?? ''}`, sums[kind] ?? []);
  });
  put('Total', grand);
  page.add('');
  page.add('Note: 2 schools did not report. Source: survey of 30 September 2024.');
  return [page];
};

/** Ageing in days: «less than 30 days» is a column like the others. */
export const receivablesAbroad: Book = (office) => {
  const page = new Page('Receivables', office.habits);
  page.add('Accounts receivable ageing');
  page.add('Term', 'Gross', 'Expected loss rate', 'Allowance', 'Net');
  const rows = ['Less than 30 days', '31-60 days', '61-90 days', '91-180 days', 'More than 180 days'].map((name, k) => {
    const gross = office.money(400_000);
    const rate = [0.01, 0.03, 0.08, 0.2, 0.6][k] ?? 0;
    return [name, gross, rate, cents(gross * rate)] as const;
  });
  for (const [name, gross, rate, loss] of rows) page.add(name, gross, percent(rate, '0%'), -loss, cents(gross - loss));
  const [gross, loss] = [sumOf(rows.map(([, a]) => a)), sumOf(rows.map(([, , , b]) => b))];
  page.add('Total', gross, percent(loss / gross), -loss, cents(gross - loss));
  return [page];
};

/** Budget report: variances are good news when positive, so those of expenses are budget less actual. */
export const favourable: Book = (office) => {
  const page = new Page('Variance', office.habits);
  page.add('Budget variance report');
  page.add('Account', 'Budget', 'Actual', 'Variance', 'Variance %');
  const put = (name: string, budget: number, actual: number, sign: number): void => {
    const off = cents(sign * (actual - budget));
    page.add(name, budget, actual, off, percent(off / budget));
  };
  const lines = (names: readonly string[]): [string, number, number][] =>
    names.map((name) => {
      const budget = cents(20_000 + office.money(90_000));
      return [name, budget, cents(budget * office.real(0.8, 1.2))];
    });
  const add = (rows: readonly (readonly [string, number, number])[]): [number, number] => [
    sumOf(rows.map(([, a]) => a)),
    sumOf(rows.map(([, , b]) => b)),
  ];
  const income = lines(['Fees', 'Grants', 'Rent', 'Interest', 'Donations']);
  const costs = lines(['Salaries', 'Supplies', 'Travel', 'Utilities']);
  for (const row of income) put(...row, 1);
  put('Total revenue', ...add(income), 1);
  for (const row of costs) put(...row, -1);
  put('Total expenses', ...add(costs), -1);
  put('Surplus', cents(add(income)[0] - add(costs)[0]), cents(add(income)[1] - add(costs)[1]), 1);
  return [page];
};
