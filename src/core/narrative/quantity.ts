/** A quantity as a template names it (数据): `总表.收入总计`: this year's amount, last year's, and the few things a template may ask about it. */
import { type Expression, figure as figureExpression } from '../expressions/expression.ts';
import type { Figure } from '../expressions/figure.ts';
import { cellAddress, type CellRef } from '../workbook/address.ts';
import type { Gap } from './narrative.ts';
import { printedValue, type PrintUnit } from './printed.ts';

/** An amount that can be printed, or the reason why it cannot: nothing is taken for 0 that has not been read as 0. */
export type Amount =
  | { readonly kind: 'known'; readonly expression: Expression; readonly evidence?: readonly CellRef[] }
  | {
      readonly kind: 'missing';
      readonly gap: Pick<Gap, 'id' | 'label' | 'kind'>;
      readonly unit?: string;
      /** Computed from what is missing, a sum or a rate: the number itself is asked for elsewhere. */
      readonly derived?: true;
    };

export interface Quantity {
  readonly name: string;
  readonly current: () => Amount;
  readonly prior: () => Amount;
  /** 辆, 个 … for a typed count. */
  readonly unit?: string;
}

const QUANTITY = Symbol('quantity');

/** What a template sees of a quantity. */
export interface QuantityView {
  readonly [QUANTITY]: Quantity;
  readonly 名称: string;
  readonly 为零: boolean;
  /** Printed alike this year and last year. */
  readonly 与上年持平: boolean;
}

export function quantityView(quantity: Quantity, print: PrintUnit): QuantityView {
  const value = (amount: Amount): string | undefined =>
    amount.kind === 'known' ? printedValue(amount.expression, print)?.toString() : undefined;
  const view: QuantityView = {
    [QUANTITY]: quantity,
    名称: quantity.name,
    get 为零() {
      return value(quantity.current()) === '0';
    },
    get 与上年持平() {
      const current = value(quantity.current());
      return current !== undefined && current === value(quantity.prior());
    },
  };
  return view;
}

export function quantityOf(value: unknown): Quantity | undefined {
  if (typeof value !== 'object' || value === null || !(QUANTITY in value)) return undefined;
  return (value as QuantityView)[QUANTITY];
}

/** A cell as an amount; one that cannot be read is named, so that it is put right in the table. */
export function amountOf(figure: Figure): Amount {
  if (figure.reading.kind !== 'unreadable') return { kind: 'known', expression: figureExpression(figure) };
  const { sheet, book } = figure.ref;
  const at = `${book === 'prior' ? '上年' : ''}${sheet}!${cellAddress(figure.ref)}`;
  return { kind: 'missing', gap: { id: `单元格/${at}`, label: `${at} 的“${figure.reading.text}”不是数`, kind: 'cell' } };
}
