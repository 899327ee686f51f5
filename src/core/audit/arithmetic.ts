/** Numbers of a text against each other (文内勾稽): growth and change, share and base, rate and budget, parts and total; only where no table could judge them. */
import { Decimal } from '../number/decimal.ts';
import { addIntervals, divideIntervals, type Interval, meet, negateInterval, point } from '../number/interval.ts';
import { formatAmount } from '../number/format.ts';
import type { Claim, Role } from './claim.ts';
import type { Judgement } from './judge-tables.ts';
import { measure } from './measure.ts';

export interface ArithmeticResult {
  readonly judgements: readonly Judgement[];
  /** Took part in a sum or a rate that could be computed. */
  readonly confirmed: readonly Claim[];
}

/** Totals whose parts are always all named: the total's label, the labels of the parts. */
const CLOSED: readonly { readonly section: string; readonly total: RegExp; readonly parts: readonly RegExp[] }[] = [
  { section: 'procurement', total: /^政府采购支出总额$/, parts: [/政府采购货物支出$/, /政府采购工程支出$/, /政府采购服务支出$/] },
  { section: 'staff', total: /实有人数$/, parts: [/在职人员$/, /离休人员$/, /退休人员$/] },
  {
    section: 'assets',
    total: /^车辆$/,
    parts: [
      /领导用车$/,
      /主要负责人用车$/,
      /机要通信用车$/,
      /应急保障用车$/,
      /执法执勤用车$/,
      /特种专业技术用车$/,
      /服务用车$/,
      /其他用车$/,
    ],
  },
];

const PROCUREMENT = '政府采购支出总额';
const WHOLE = /^(?:(?:本年收入|本年支出)(?:合计)?|政府采购支出总额)$/;

/** `known` are the claims that the tables have judged: where all of a sum are among them, it is not judged again. */
export function judgeByArithmetic(claims: readonly Claim[], known: ReadonlySet<Claim>): ArithmeticResult {
  const judgements: Judgement[] = [];
  const confirmed: Claim[] = [];
  const judge = (stated: Claim, due: Interval | undefined, parts: readonly Claim[], words: string): void => {
    if (due === undefined || [stated, ...parts].every((claim) => known.has(claim))) return;
    confirmed.push(stated, ...parts);
    const judgement = compare(stated, due, words);
    if (judgement !== undefined) judgements.push(judgement);
  };
  for (const group of sentencesOf(claims)) judgeSentence(group, judge);
  judgeShares(claims, judge);
  for (const { section, total, parts } of CLOSED) {
    const own = claims.filter((claim) => claim.section === section && !claim.free && (claim.role === 'amount' || claim.role === 'count'));
    const whole = own.find(({ subject }) => total.test(subject));
    const found = parts.map((part) => own.find(({ subject, unit }) => part.test(subject) && unit === whole?.unit));
    const all = found.filter((claim) => claim !== undefined);
    if (whole === undefined || all.length < parts.length) continue;
    const sum = all.map((claim) => measure(claim).interval).reduce(addIntervals, point(new Decimal(0)));
    judge(whole, sum, all, all.map(({ text }) => text).join('＋'));
  }
  return { judgements, confirmed };
}

type Judge = (stated: Claim, due: Interval | undefined, parts: readonly Claim[], words: string) => void;

/** Claims of one subject that follow one another in one paragraph. */
function sentencesOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const groups: Claim[][] = [];
  for (const claim of claims) {
    if (claim.free || claim.role === 'count' || claim.section === 'forms' || claim.section === 'tables' || claim.section === 'glossary')
      continue;
    const group = groups.at(-1);
    const [first] = group ?? [];
    const again = claim.role === 'amount' || group?.some(({ role }) => role === claim.role) === true;
    if (group !== undefined && first?.subject === claim.subject && first.block === claim.block && !again) group.push(claim);
    else groups.push([claim]);
  }
  return groups;
}

function judgeSentence(group: readonly Claim[], judge: Judge): void {
  const get = (role: Role): Claim | undefined => group.find((claim) => claim.role === role);
  const [amount, change, growth, budget, final] = [get('amount'), get('change'), get('growth'), get('budget'), get('final')];
  const [variance, completion] = [get('variance'), get('completion')];
  const now = final ?? amount;
  if (now !== undefined && change !== undefined && growth !== undefined && change.direction !== 0) {
    const delta = measure(change).interval;
    const before = addIntervals(measure(now).interval, change.direction === 1 ? negateInterval(delta) : delta);
    judge(
      growth,
      divideIntervals(delta, before),
      [now, change],
      `${change.text}÷（${now.text}${change.direction === 1 ? '－' : '＋'}${change.text}）`,
    );
  }
  if (budget === undefined || now === undefined) return;
  const rate = divideIntervals(measure(now).interval, measure(budget).interval);
  if (completion !== undefined) judge(completion, rate, [now, budget], `${now.text}÷${budget.text}`);
  if (variance !== undefined && rate !== undefined) {
    const due = addIntervals(rate, point(new Decimal(-1)));
    judge(variance, due, [now, budget], `（${now.text}－${budget.text}）÷${budget.text}`);
  }
}

/** Shares of the total that opens their paragraph («本年收入…，其中：财政拨款收入…，占…»), or their section in 政府采购. */
function judgeShares(claims: readonly Claim[], judge: Judge): void {
  for (const [index, share] of claims.entries()) {
    const part = claims[index - 1];
    if (share.role !== 'share' || share.free || part?.role !== 'amount' || part.block !== share.block || part.subject !== share.subject)
      continue;
    const isProcurement = share.section === 'procurement';
    const total = claims.find(({ block, section, subject }) =>
      isProcurement ? section === share.section && subject === PROCUREMENT : block === share.block,
    );
    if (total === undefined || total === part || total.role !== 'amount' || !WHOLE.test(total.subject)) continue;
    judge(share, divideIntervals(measure(part).interval, measure(total).interval), [part, total], `${part.text}÷${total.text}`);
  }
}

function compare(stated: Claim, due: Interval, words: string): Judgement | undefined {
  if (meet(measure(stated).interval, due)) return undefined;
  const scale = measure({ ...stated, value: new Decimal(1) }).value;
  const middle = due.low.plus(due.high).div(2).div(scale);
  const expected = `${formatAmount(middle, { decimals: stated.decimals, grouping: true })}${stated.unit}`;
  return {
    claim: stated,
    expected,
    verdict: 'broken',
    message: {
      'zh-CN': `文内数字不勾稽：${words}＝${expected}，文中写${stated.text}`,
      en: `The text does not agree with itself: ${words} = ${expected}, but it says ${stated.text}`,
    },
  };
}
