/** What was left over from last year's text or another department's (沿用痕迹): a year or a name that is not that of the tables. */
import type { AuditFinding } from './claim.ts';
import { findingOf, say } from './fault.ts';
import { isWithin } from './item-names.ts';
import type { AuditedText } from './missing.ts';

interface Named {
  readonly block: number;
  readonly from: number;
  readonly name: string;
}

/** Where a text speaks of the accounts' own year: reasons and plans may name any. */
const YEARS = [
  /(?:^|[。；])(\d{4})年度/g,
  /(\d{4})年度(?:部门|单位)决算/g,
  /(?:单位|部门|办公室|[局委厅院校站])(\d{4})年度(?:，实有人数|预算绩效)/g,
  /截至(\d{4})年12月31日/g,
];
/** Where a text names its department. */
const NAMES = [
  /^([\p{Script=Han}（）()]{2,40}?)\d{4}年度(?:部门|单位)决算/gu,
  /(?:^|。)([\p{Script=Han}（）()]{2,40}?)\d{4}年度，实有人数/gu,
  /\d{4}年度([\p{Script=Han}]{2,40}?)（行政单位[^）]*）机关运行经费/gu,
];
const NUMBERED = /^第[一二三四五六七八九十]+部分/;
const OWN = /^(?:我|本)?(?:单位|部门)$/;

export function judgeYears({ text, blocks, sections }: AuditedText, year: number | undefined): readonly AuditFinding[] {
  if (year === undefined) return [];
  const found = new Map<number, AuditFinding>();
  for (const [index, block] of blocks.entries()) {
    if (sections[index] === 'forms') continue;
    for (const match of YEARS.flatMap((pattern) => [...block.text.matchAll(pattern)])) {
      const [whole, stated = ''] = match;
      if (stated === String(year)) continue;
      const from = match.index + whole.indexOf(stated);
      const message = say(`年度不符：文中${stated}年，报表为${year}年度`, `Wrong year: ${stated} in the text, ${year} in the tables`);
      const due = String(year);
      const finding = findingOf(text, { block, from, to: from + stated.length, verdict: 'broken', expected: due, instead: due, message });
      found.set(finding.offset, finding);
    }
  }
  return [...found.values()];
}

/** Short forms count as the same name. Where the text never uses the tables' name, it is asked about once. */
export function judgeNames({ text, blocks, sections }: AuditedText, department: string): readonly AuditFinding[] {
  if (letters(department).length < 2) return [];
  const named = blocks.flatMap(({ text: words }, block) =>
    sections[block] === 'forms'
      ? []
      : NAMES.flatMap((pattern) =>
          [...words.matchAll(pattern)].flatMap((match): readonly Named[] => {
            const [whole, name = ''] = match;
            return OWN.test(name) || NUMBERED.test(name) ? [] : [{ block, from: match.index + whole.indexOf(name), name }];
          }),
        ),
  );
  const others = named.filter(({ name }) => !isSameName(name, department));
  const isMixed = others.length < named.length;
  return (isMixed ? others : others.slice(0, 1)).flatMap(({ block: index, from, name }) => {
    const block = blocks[index];
    if (block === undefined) return [];
    const message = say(
      `单位名称不符：文中“${name}”，报表为“${department}”`,
      `Wrong department: “${name}” in the text, “${department}” in the tables`,
    );
    return [
      findingOf(text, {
        block,
        from,
        to: from + name.length,
        verdict: isMixed ? 'broken' : 'hint',
        expected: department,
        instead: isMixed ? department : undefined,
        message,
      }),
    ];
  });
}

function isSameName(a: string, b: string): boolean {
  const [short = '', long = ''] = [letters(a), letters(b)].sort((one, other) => one.length - other.length);
  return isWithin(short, long);
}

function letters(name: string): string {
  return name.replace(/[^\p{Script=Han}]/gu, '');
}
