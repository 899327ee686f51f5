/** Seeded faults for property tests: the slips of the pen that people make, in cells that relations can see. */
import { judge } from '../../src/core/relations/judge.ts';
import { withoutRepeats } from '../../src/core/relations/identity.ts';
import type { Check } from '../../src/core/relations/check.ts';
import type { Relation } from '../../src/core/relations/relation.ts';
import { figuresOf } from '../../src/core/expressions/sources.ts';
import { Decimal } from '../../src/core/number/decimal.ts';
import type { TableSet } from '../../src/core/tables/table-set.ts';
import { refKey } from '../../src/core/workbook/address.ts';
import { between, pick, type Random } from '../support/final-accounts/index.ts';
import { figureIn, keysOf, printed, withValues } from '../support/tables.ts';

export interface Fault {
  readonly key: string;
  readonly kind: string;
  readonly accounts: TableSet;
  readonly from: Decimal;
  readonly to: Decimal;
  /** Relations that the fault breaks, by direction. */
  readonly broken: readonly Relation[];
}

const KINDS: Readonly<Record<string, (value: Decimal, random: Random) => Decimal | undefined>> = {
  'digits swapped': (value, random) => {
    const digits = [...value.abs().toFixed(2).replace('.', '')];
    const places = digits.flatMap((digit, index) => (digits[index + 1] !== undefined && digits[index + 1] !== digit ? [index] : []));
    if (places.length === 0) return undefined;
    const at = pick(random, places);
    [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
    return signed(value, digits.join(''));
  },
  'digit wrong': (value, random) => {
    const digits = [...value.abs().toFixed(2).replace('.', '')];
    const at = between(random, 0, digits.length - 1);
    digits[at] = String((Number(digits[at]) + between(random, 1, 9)) % 10);
    return signed(value, digits.join(''));
  },
  'digit lost': (value, random) => {
    const digits = value.abs().toFixed(2).replace('.', '');
    if (digits.length < 4) return undefined;
    const at = between(random, 0, digits.length - 3);
    return signed(value, digits.slice(0, at) + digits.slice(at + 1));
  },
  sign: (value) => value.neg(),
  'ten times': (value) => value.times(10),
  'in 元': (value) => value.times(10_000),
  'left blank': () => new Decimal(0),
  'another amount': (value, random) =>
    value
      .times(between(random, 20, 300))
      .div(100)
      .toDecimalPlaces(2),
};

function signed(value: Decimal, digits: string): Decimal {
  const amount = new Decimal(digits.padStart(3, '0').replace(/(\d\d)$/, '.$1'));
  return value.isNegative() ? amount.neg() : amount;
}

/** A fault in one money cell that breaks at least one equality beyond rounding; undefined when this draw makes none. */
export function seedFault(random: Random, accounts: TableSet, checks: readonly Check[]): Fault | undefined {
  const keys = keysOf(accounts).filter((key) => {
    const figure = figureIn(accounts, key);
    return (
      figure.unit.kind === 'money' &&
      figure.reading.kind === 'number' &&
      !figure.reading.value.isZero() &&
      !key.startsWith('project-self-evaluation')
    );
  });
  if (keys.length === 0) return undefined;
  const key = pick(random, keys);
  const kind = pick(random, Object.keys(KINDS));
  const from = printed(accounts, key);
  const to = KINDS[kind]?.(from, random);
  if (to === undefined || to.eq(from)) return undefined;
  const faulty = withValues(accounts, { [key]: kind === 'left blank' ? null : to });
  const cell = refKey(figureIn(faulty, key).ref);
  const broken = withoutRepeats(checks.flatMap((check) => check.relations(faulty)))
    .filter(
      (relation) =>
        relation.must === 'equal' && [relation.stated, ...figuresOf(relation.expected)].some((figure) => refKey(figure.ref) === cell),
    )
    .filter((relation) => judge(relation).verdict === 'broken');
  return broken.length === 0 ? undefined : { key, kind, accounts: faulty, from, to, broken };
}

export function isCrossed({ broken }: Fault): boolean {
  return broken.some(({ along }) => along === 'row') && broken.some(({ along }) => along === 'column');
}
