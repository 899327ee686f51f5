/** Every number that the tables print (表中数字), so that tables pasted into a text can be looked up in them. */
import { roundTo } from '../number/decimal.ts';
import { TEN_THOUSAND_YUAN } from '../number/unit.ts';
import type { Table } from '../tables/table.ts';

/** As plain decimals without separators or trailing zeros; money in the unit of its table and in 万元. */
export function printedNumbers(tables: readonly Table[]): ReadonlySet<string> {
  const numbers = new Set<string>(['0']);
  const words = (text: string): void => {
    for (const [number] of text.replace(/,/g, '').matchAll(/\d+(?:\.\d+)?/g)) numbers.add(String(Number(number)));
  };
  for (const { figures, indicators, fields } of tables) {
    const all = [
      ...[...figures.values()].flatMap((row) => [...row.values()]),
      ...indicators.flatMap(({ weight, score }) => [weight, score]),
    ];
    for (const figure of all) {
      if (figure?.reading.kind !== 'number') continue;
      const { value } = figure.reading;
      const { scale, kind } = figure.unit;
      numbers.add(value.div(scale).toString());
      numbers.add(roundTo(value.div(scale), figure.decimals).toString());
      if (kind === 'money') numbers.add(roundTo(value.div(TEN_THOUSAND_YUAN.scale), 2).toString());
      if (kind === 'rate') numbers.add(roundTo(value.times(100), 2).toString());
    }
    for (const { target, actual, reason } of indicators) [target, actual, reason].forEach(words);
    for (const field of fields.values()) words(field);
  }
  return numbers;
}
