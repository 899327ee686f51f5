/** A placed number against the tables (与报表核对): the digits, the unit, and 增加/减少 against the sign; what rounding explains is never an error. */
import type { LocalText } from '../locale.ts';
import { HUNDRED } from '../number/decimal.ts';
import { evaluate } from '../expressions/evaluate.ts';
import { writeOut } from '../expressions/write-out.ts';
import { type Interval, meet, negateInterval } from '../number/interval.ts';
import { TEN_THOUSAND_YUAN } from '../number/unit.ts';
import { cellAddress } from '../workbook/address.ts';
import type { AuditVerdict, Claim } from './claim.ts';
import { measure } from './measure.ts';
import type { Block } from './flow.ts';
import type { Expected } from './reference.ts';
import { isUndecided } from './wording.ts';

export interface Judgement {
  readonly claim: Claim;
  readonly expected: string;
  readonly verdict: AuditVerdict;
  readonly message: LocalText;
}

/** Undefined where the text says what the tables say. */
export function judgeByTables(claim: Claim, expected: Expected, block?: Block): Judgement | undefined {
  const stated = measure(claim);
  const due = measure(expected.claim);
  const isOpen = block !== undefined && isUndecided(block, block.at.indexOf(claim.start));
  const turned = !isOpen && claim.direction !== 0 && claim.direction === -expected.claim.direction && !due.value.isZero();
  const place = placeOf(expected);
  if (turned) {
    const [up, down] = claim.role === 'growth' ? ['增长', '下降'] : ['增加', '减少'];
    const [said, right] = claim.direction === 1 ? [up, down] : [down, up];
    return {
      claim,
      expected: `${right}${expected.claim.text}`,
      verdict: 'broken',
      message: {
        'zh-CN': `方向词不符：文中写“${said}”，按报表应为${right}${expected.claim.text}${place['zh-CN']}`,
        en: `Wrong direction: the text says ${claim.direction === 1 ? 'up' : 'down'}, the tables give ${claim.direction === 1 ? 'down' : 'up'} ${expected.claim.text}${place.en}`,
      },
    };
  }
  if (claim.unit === '' && stated.value.eq(due.value)) return unitMissing(claim, expected);
  if (stated.value.eq(due.value)) return undefined;
  const open = tolerance(expected, claim);
  // New money has no rate; regions print 100.00, 0.00 or no number at all.
  if (open === 'zero-base' && (claim.value.isZero() || claim.value.eq(HUNDRED))) return undefined;
  const tolerated = open !== 'zero-base' && meet(stated.interval, open);
  const slip = claim.unit !== expected.claim.unit && claim.value.eq(expected.claim.value);
  return {
    claim,
    expected: expected.claim.text,
    verdict: tolerated ? 'within-rounding' : 'broken',
    message: tolerated
      ? {
          'zh-CN': `与报表相差在四舍五入尾差之内：文中${claim.text}，报表${expected.claim.text}${place['zh-CN']}`,
          en: `Differs from the tables within rounding: ${claim.text} in the text, ${expected.claim.text} in the tables${place.en}`,
        }
      : {
          'zh-CN': `与报表不符：文中${claim.text}，按报表应为${expected.claim.text}${slip ? '（数字相同，单位写错）' : ''}${place['zh-CN']}`,
          en: `Does not agree with the tables: ${claim.text} in the text, ${expected.claim.text} by the tables${slip ? ' (same digits, wrong unit)' : ''}${place.en}`,
        },
  };
}

function unitMissing(claim: Claim, { claim: due }: Expected): Judgement {
  return {
    claim,
    expected: due.text,
    verdict: 'broken',
    message: { 'zh-CN': `${claim.text}后缺少单位，应为${due.text}`, en: `${claim.text} lacks its unit: ${due.text}` },
  };
}

/** What the tables leave open: of a rate only what its rounded amounts do, never the rounding of the rate itself. */
function tolerance({ expression, claim: due }: Expected, claim: Claim): Interval | 'zero-base' {
  if (expression === undefined) return measure(due).interval;
  const result = evaluate(expression);
  if (result.kind === 'blocked') return 'zero-base';
  const signed = claim.value.isNegative() || claim.role === 'variance';
  return !signed && result.value.isNegative() ? negateInterval(result.interval) : result.interval;
}

/** The arithmetic in figures where there is any: «1,407.64 ÷ 1,932.86». */
export function workedOut({ expression }: Expected): string {
  if (expression === undefined || expression.kind === 'figure' || expression.kind === 'constant') return '';
  return writeOut(expression, TEN_THOUSAND_YUAN, 2);
}

/** The cells, and how they give the figure. */
function placeOf(expected: Expected): LocalText {
  const { sources } = expected;
  if (sources.length === 0) return { 'zh-CN': '', en: '' };
  const name = (prior: string): string =>
    sources
      .slice(0, 3)
      .map((ref) => `${ref.book === 'prior' ? prior : ''}${ref.sheet}!${cellAddress(ref)}`)
      .join('、');
  const more = sources.length > 3 ? '…' : '';
  const sum = workedOut(expected);
  return {
    'zh-CN': `（${sum === '' ? '' : `${sum}；`}${name('上年 ')}${more}）`,
    en: ` (${sum === '' ? '' : `${sum}; `}${name('last year ').replace(/、/g, ', ')}${more})`,
  };
}
