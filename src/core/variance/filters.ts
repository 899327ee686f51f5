/** The filters of a variance template (过滤器): `行.本期 | 金额`, `行 | 变动额`, `行 | 方向: '增加', '减少'`, `行 | 原因`; in English `line.current | amount` …. */
import type { Filter } from '../narrative/filters.ts';
import { printedValue, printFigure } from '../narrative/printed.ts';
import { piece } from '../narrative/spans.ts';
import { FilterMisuse } from '../narrative/template-error.ts';
import { type FigureName, figureOf, reasonOf } from './views.ts';

/** Signs of a change are told by words before it; only a variance rate keeps its own. */
const PRINTING: Readonly<Record<string, FigureName>> = {
  金额: 'amount',
  amount: 'amount',
  变动额: 'change',
  change: 'change',
  变动率: 'rate',
  rate: 'rate',
  占比: 'share',
  share: 'share',
  同向合计: 'along',
  along: 'along',
  反向合计: 'against',
  against: 'against',
  动因占比: 'coverage',
  coverage: 'coverage',
  金额标准: 'least-amount',
  leastAmount: 'least-amount',
  比率标准: 'least-rate',
  leastRate: 'least-rate',
};

const print =
  (filter: string, name: FigureName): Filter =>
  (run, value) => {
    const figure = figureOf(value, name);
    const amount = figure === undefined ? undefined : printedValue(figure.expression, run.print);
    if (figure === undefined || amount === undefined) throw misuse(filter);
    return piece({ kind: 'figure', text: printFigure(amount, figure.format, run.print), ...figure });
  };

const direction =
  (filter: string): Filter =>
  (run, value, up, down) => {
    const change = figureOf(value, 'change');
    const amount = change === undefined ? undefined : printedValue(change.expression, run.print);
    if (change === undefined || amount === undefined || typeof up !== 'string' || typeof down !== 'string') throw misuse(filter);
    return piece({ kind: 'direction', text: amount.isNegative() ? down : up, expression: change.expression });
  };

const reason =
  (filter: string): Filter =>
  (_run, value) => {
    const spans = reasonOf(value);
    if (spans === undefined) throw misuse(filter);
    return piece(...spans);
  };

export const FILTERS: Readonly<Record<string, Filter>> = {
  ...Object.fromEntries(Object.entries(PRINTING).map(([filter, name]) => [filter, print(filter, name)])),
  方向: direction('方向'),
  direction: direction('direction'),
  原因: reason('原因'),
  reason: reason('reason'),
};

function misuse(filter: string): FilterMisuse {
  return new FilterMisuse({ 'zh-CN': `此处没有“${filter}”可以输出`, en: `there is no “${filter}” to print here` });
}
