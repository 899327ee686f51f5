/** The thresholds of 变动说明 as people type them (重要性标准): «10», «10%», «1,000», full-width digits too. Text only: the pane says what is wrong without any arithmetic. */

const PLAIN = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,6})?$/;

/**
 * The number alone, '' where nothing was typed (as usual), undefined where it is no plain number of 0 or more: with a unit («10万元») it would be
 * taken in the table's own. A rate is typed as percent; the sign may follow.
 */
export function plainThreshold(text: string, of: 'rate' | 'amount'): string | undefined {
  const digits = text.normalize('NFKC').replace(/\s/g, '');
  if (digits === '') return '';
  const plain = of === 'rate' ? digits.replace(/%$/, '') : digits;
  return PLAIN.test(plain) ? plain.replaceAll(',', '') : undefined;
}
