/** The conventions of a wording that people may choose for their workbook (用语约定): by the words in which they choose. */
import type { LocalText } from '../locale.ts';
import type { Conventions } from './profile.ts';

export type ConventionName = 'thousands' | 'zeroBase' | 'zeroChange';
export type ConventionKey = '约定/千位分隔符' | '约定/基数为零' | '约定/没有增减';

interface Choices {
  readonly label: LocalText;
  readonly choices: readonly string[];
  readonly choose: (choice: string) => Partial<Pick<Conventions, ConventionName>>;
  /** The choice that a wording makes by itself. */
  readonly standard: (conventions: Conventions) => string;
}

export const CONVENTION_CHOICES: Readonly<Record<ConventionKey, Choices>> = {
  '约定/千位分隔符': {
    label: { 'zh-CN': '金额的千位分隔符（1,234.56 或 1234.56）', en: 'thousands separators (有: 1,234.56; 无: 1234.56)' },
    choices: ['有', '无'],
    choose: (choice) => ({ thousands: choice === '有' }),
    standard: ({ thousands }) => (thousands ? '有' : '无'),
  },
  '约定/基数为零': {
    label: { 'zh-CN': '上年或预算为 0 时的比率', en: 'the rate where last year or the budget is 0 (不可比: cannot be compared)' },
    choices: ['100%', '不可比'],
    choose: (choice) => ({ zeroBase: choice === '100%' ? '100' : 'incomparable' }),
    standard: ({ zeroBase }) => (zeroBase === '100' ? '100%' : '不可比'),
  },
  '约定/没有增减': {
    label: {
      'zh-CN': '与上年相同时（增加0.00万元，增长0.00%，或持平）',
      en: 'no change since last year (写零: zeros are written; 持平: level)',
    },
    choices: ['写零', '持平'],
    choose: (choice) => ({ zeroChange: choice === '持平' ? 'level' : 'printed' }),
    standard: ({ zeroChange }) => (zeroChange === 'level' ? '持平' : '写零'),
  },
};

export const CONVENTION_KEYS = Object.keys(CONVENTION_CHOICES) as readonly ConventionKey[];

export function isConvention(key: string): key is ConventionKey {
  return key in CONVENTION_CHOICES;
}
