/** An indicator's target or result as typed (指标值): «=83人», «<=45万元», «≥90%», «提高»: operator, number, unit, as far as there are any. */
import { Decimal } from '../number/decimal.ts';
import { normaliseDigits } from '../number/parse-amount.ts';

export interface IndicatorValue {
  readonly operator: '=' | '>=' | '<=' | undefined;
  /** Undefined for words and dates. */
  readonly number: Decimal | undefined;
  readonly unit: string;
}

const VALUE = /^(>=|<=|=|>|<)?(-?\d+(?:,\d{3})*(?:\.\d+)?)(.*)$/;

export function readIndicatorValue(text: string): IndicatorValue {
  const plain = normaliseDigits(text)
    .replace(/≥|=>|大于等于|不低于|不少于|不小于/g, '>=')
    .replace(/≤|=<|小于等于|不高于|不超过|不大于/g, '<=')
    .replace(/^等于/, '=');
  const match = VALUE.exec(plain);
  const operator = operatorOf(match?.[1] ?? /^(>=|<=|=|>|<)/.exec(plain)?.[1]);
  const unit = match?.[3] ?? '';
  // «2023年2月28日前», «1年» and «3-5次» are no quantities that a score could be computed from.
  if (match?.[2] === undefined || /\d|^年/.test(unit)) return { operator, number: undefined, unit: '' };
  return { operator, number: new Decimal(match[2].replace(/,/g, '')), unit };
}

function operatorOf(sign: string | undefined): IndicatorValue['operator'] {
  if (sign === undefined) return undefined;
  if (sign === '=') return '=';
  return sign.startsWith('>') ? '>=' : '<=';
}

/** An indicator's name without spaces, punctuation and its unit in brackets: «参加体检的人数（人）» is 参加体检的人数. */
export function indicatorName(name: string): string {
  return name
    .replace(/\s/g, '')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/[，。、；：“”"'.,;:]/g, '');
}
