/** What a text says twice or must fit together (前后一致): vehicles, offices and their names, procurement, trips without money, 大于/小于 beside its two amounts. */
import { figureAt, type Table } from '../tables/table.ts';
import { meet } from '../number/interval.ts';
import type { AuditFinding, AuditVerdict, Claim } from './claim.ts';
import { findingOf, say } from './fault.ts';
import { groupBy } from './match.ts';
import { measure } from './measure.ts';
import type { AuditedText } from './missing.ts';
import type { LocalText } from '../locale.ts';

/** `known` are the claims that the tables have judged: what they alone disagree on has been said. */
export function judgeConsistency(audited: AuditedText, threePublic: Table | undefined, known: ReadonlySet<Claim>): readonly AuditFinding[] {
  return [
    ...judgeVehicles(audited, known),
    ...judgeOffices(audited, known),
    ...judgeProcurement(audited, known),
    ...judgeRepeated(audited, known),
    ...judgeCounts(audited, threePublic),
    ...judgeComparisons(audited),
  ];
}

function findClaim(claims: readonly Claim[], section: string, subject: RegExp, role: Claim['role'] = 'count'): Claim | undefined {
  return claims.find((claim) => claim.section === section && claim.role === role && !claim.free && subject.test(claim.subject));
}

function atClaim(
  { text, blocks }: AuditedText,
  claim: Claim,
  verdict: AuditVerdict,
  expected: string,
  message: LocalText,
): readonly AuditFinding[] {
  const block = blocks[claim.block];
  const from = block?.at.indexOf(claim.start) ?? -1;
  if (block === undefined || from < 0) return [];
  return [findingOf(text, { block, from, to: from + claim.text.length, verdict, expected, message })];
}

/** 固定资产车辆 of 七 is the 车辆 of 十（三）; where it is not the 保有量, the text says why. */
function judgeVehicles(audited: AuditedText, known: ReadonlySet<Claim>): readonly AuditFinding[] {
  const { text, blocks, sections, claims } = audited;
  const owned = findClaim(claims, 'assets', /^车辆$/);
  const repeated = findClaim(claims, 'three-public', /固定资产车辆$/);
  const used = findClaim(claims, 'three-public', /保有量$/);
  const found: AuditFinding[] = [];
  const isJudged = [owned, repeated].every((claim) => claim === undefined || known.has(claim));
  if (!isJudged && owned !== undefined && repeated !== undefined && !owned.value.eq(repeated.value)) {
    const message = say(
      `前后不一致：此处固定资产车辆${repeated.text}，“国有资产占用情况”中车辆${owned.text}`,
      `Not the same twice: ${repeated.text} vehicles here, ${owned.text} under state assets`,
    );
    found.push(...atClaim(audited, repeated, 'broken', owned.text, message));
  }
  if (used === undefined || repeated === undefined) return found;
  const differs = !used.value.eq(repeated.value);
  for (const [index, block] of blocks.entries()) {
    const match = sections[index] === 'three-public' ? /与公务用车保有量无差异/.exec(block.text) : null;
    if (match === null || !differs) continue;
    const message = say(
      `固定资产车辆${repeated.text}与公务用车保有量${used.text}不同，文中却写无差异`,
      `${repeated.text} and ${used.text} differ, but the text says that they do not`,
    );
    found.push(findingOf(text, { block, from: match.index, to: match.index + match[0].length, verdict: 'broken', message }));
  }
  return found;
}

/** 下设 10 个处室，分别是：… names ten. */
function judgeOffices({ text, blocks, sections, claims }: AuditedText, known: ReadonlySet<Claim>): readonly AuditFinding[] {
  return blocks.flatMap((block, index) => {
    const match = sections[index] === 'staff' ? /下设(\d+)个(?:处室|科室|内设机构)[，,]分别是?[：:]([^。；]+)/.exec(block.text) : null;
    const [whole = '', count = '', list = ''] = match ?? [];
    const names = list.split('、').length;
    if (match === null || list.includes('等') || /[和及]/.test(list) || names === Number(count)) return [];
    const from = match.index + whole.indexOf(count);
    if (claims.some((claim) => known.has(claim) && claim.start === block.at[from])) return [];
    const message = say(`文中写下设${count}个，列出的名称有${names}个`, `The text says ${count} offices and names ${names}`);
    return [findingOf(text, { block, from, to: from + count.length + 1, verdict: 'broken', expected: `${names}个`, message })];
  });
}

/** 小微 ≤ 中小 ≤ 总额. */
function judgeProcurement(audited: AuditedText, known: ReadonlySet<Claim>): readonly AuditFinding[] {
  const own = audited.claims.filter(({ section, free }) => section === 'procurement' && !free);
  const total = own.find(({ subject, role }) => role === 'amount' && /^政府采购支出总额$/.test(subject));
  const steps = [
    { name: '授予中小企业合同金额', amount: own.find(({ subject, role }) => role === 'amount' && /中小企业/.test(subject)) },
    { name: '授予小微企业合同金额', amount: own.find(({ subject, role }) => role === 'amount' && /小微企业/.test(subject)) },
  ];
  let above = total;
  let aboveName = '政府采购支出总额';
  return steps.flatMap(({ name, amount }) => {
    if (amount === undefined || above === undefined) return [];
    const found: AuditFinding[] = [];
    if (![amount, above].every((claim) => known.has(claim)) && measure(amount).interval.low.gt(measure(above).interval.high)) {
      const message = say(
        `${name}${amount.text}大于${aboveName}${above.text}`,
        `${amount.text} is more than ${above.text}, of which it is a part`,
      );
      found.push(...atClaim(audited, amount, 'broken', `≤${above.text}`, message));
    }
    [above, aboveName] = [amount, name];
    return found;
  });
}

/** The same amount under the same name in two sections, neither of which the tables can place: to be looked at where they differ. */
function judgeRepeated(audited: AuditedText, known: ReadonlySet<Claim>): readonly AuditFinding[] {
  const own = audited.claims.filter(
    (claim) => claim.role === 'amount' && !claim.free && !known.has(claim) && claim.subject.length >= 6 && !UNCOMPARED.has(claim.section),
  );
  return [...groupBy(own, ({ subject }) => subject).values()].flatMap((group) => {
    const [first] = group;
    const other = group.find((claim) => claim.section !== first?.section);
    if (first === undefined || other === undefined || meet(measure(first).interval, measure(other).interval)) return [];
    const message = say(
      `前后不一致：同一事项此处为${other.text}，前文为${first.text}，请核对`,
      `Not the same twice: ${other.text} here, ${first.text} before; please check`,
    );
    return atClaim(audited, other, 'hint', first.text, message);
  });
}

const UNCOMPARED: ReadonlySet<string> = new Set(['forms', 'tables', 'glossary', 'performance', '']);

const COUNTS = [
  { row: 'abroad', subject: /因公出国/, name: '因公出国（境）费', en: 'trips abroad' },
  { row: 'vehicle-purchase', subject: /购置.*数?$/, name: '公务用车购置费', en: 'buying vehicles' },
  { row: 'reception', subject: /接待/, name: '公务接待费', en: 'reception' },
] as const;

/** Trips, batches and bought vehicles without money, or money without any: possible (paid by others, paid a year later), but to be looked at. */
function judgeCounts(audited: AuditedText, table: Table | undefined): readonly AuditFinding[] {
  let last = '';
  return audited.claims.flatMap((claim) => {
    if (claim.section !== 'three-public' || claim.role !== 'count' || claim.free) return [];
    last = claim.subject === '' || /^累计$/.test(claim.subject) ? last : claim.subject;
    const kind = COUNTS.find(({ subject }) => subject.test(last));
    const figure = kind === undefined ? undefined : figureAt(table, kind.row, 'actual');
    if (kind === undefined || figure === undefined || figure.reading.kind === 'unreadable' || /保有量/.test(last)) return [];
    const isZero = figure.reading.kind === 'blank' || figure.reading.value.isZero();
    if (isZero === claim.value.isZero()) return [];
    const message = isZero
      ? say(
          `${kind.name}为0，文中却写${claim.text}，请核对`,
          `Nothing was spent on ${kind.en}, but the text says ${claim.text}: please check`,
        )
      : say(
          `${kind.name}不为0，文中却写${claim.text}，请核对`,
          `Money was spent on ${kind.en}, but the text says ${claim.text}: please check`,
        );
    return atClaim(audited, claim, 'hint', '', message).map((finding) => ({ ...finding, sources: [figure.ref] }));
  });
}

/** 决算数大于年初预算数 behind the two amounts that it compares. */
function judgeComparisons({ text, blocks, claims }: AuditedText): readonly AuditFinding[] {
  return blocks.flatMap((block, index) => {
    const own = claims.filter((claim) => claim.block === index && !claim.free);
    return [...block.text.matchAll(/([^。；，]*)决算数(大于|小于|等于)(?:年初|全年)?预算数/g)].flatMap((match) => {
      const [whole, name = '', word = ''] = match;
      const before = own.filter((claim) => claim.start < (block.at[match.index] ?? 0));
      const pairs = before.flatMap((claim, at) => {
        const [final, budget] = [before.slice(at + 1).find(({ role }) => role === 'final'), claim];
        return budget.role === 'budget' && final !== undefined ? [{ budget, final }] : [];
      });
      // Named behind a list («“三公”经费支出决算数小于…»), the first pair is the total; otherwise the last one is meant.
      const pair = name === '' ? pairs.at(-1) : pairs[0];
      if (pair === undefined) return [];
      const order = measure(pair.final).value.cmp(measure(pair.budget).value);
      const due = order > 0 ? '大于' : order < 0 ? '小于' : '等于';
      if (due === word) return [];
      const from = match.index + whole.indexOf(word, name.length);
      const message = say(
        `方向词不符：决算${pair.final.text}，预算${pair.budget.text}，应为“${due}”，文中写“${word}”`,
        `Wrong comparison: spent ${pair.final.text}, budget ${pair.budget.text}; “${due}”, not “${word}”`,
      );
      return [findingOf(text, { block, from, to: from + word.length, verdict: 'broken', expected: due, message })];
    });
  });
}
