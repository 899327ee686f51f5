/** Reads the numbers of a text with their labels (读取陈述): by the words around them, not by whole sentences, so that any region's wording is understood. */
import { Decimal } from '../number/decimal.ts';
import type { Claim, Role } from './claim.ts';
import type { Block } from './flow.ts';

/** The first that a heading matches names its section. */
const SECTIONS: readonly (readonly [string, RegExp])[] = [
  ['forms', /自评表$/],
  ['glossary', /名词解释/],
  ['tables', /《[^》]*表》|决算报表|决算表（|部门决算表$/],
  ['staff', /机构设置|人员情况/],
  ['duties', /主要职能|主要职责/],
  ['performance', /绩效/],
  ['three-public', /三公/],
  ['government-fund', /政府性基金/],
  ['state-capital', /国有资本经营/],
  ['structure', /支出决算结构/],
  ['items', /支出决算具体/],
  ['basic', /基本支出决算/],
  ['general-budget', /一般公共预算/],
  ['operating', /机关运行/],
  ['procurement', /政府采购/],
  ['assets', /国有资产占用/],
  ['fiscal', /财政拨款收入/],
  ['overall', /收入支出决算总体|收支决算总体/],
  ['income', /收入决算/],
  ['expenditure', /支出决算/],
  ['other', /其他/],
];
const NUMBER =
  /(?<![\d.,])(-?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)(亿元|万元|千元|元|%|人次|平方米|批次|[人个辆台]|)(?!年|月|日|万字|\d)/g;
/** «1.…(类)…(款)…(项)»: what a numbered paragraph is about, digits in its name included. */
const ITEM = /^(?:\d{1,2}[.．、])?([^：:。；]*[(（](?:类|款|项)[)）])/;
const UP = /(?:增加|增长|上升|提高|高于)$/;
const DOWN = /(?:减少|下降|降低|低于)$/;
const NOISE =
  /【[^】]*】|\d{4}年度?|其中|与(?:上年|去年|(?:年初|全年)?预算)(?:决算)?(?:数)?相比|[比较](?:上年|去年)(?:决算)?(?:数)?|我单位|本单位|本部门|支出决算数?为?|决算数?为|(?:年初|全年)?预算(?:数为?|为|$)|决算数?$|完成(?:年初|全年)?预算的?|预决算差异率|具体情况如下|占(?!用|有).*$|[为是]$|(?:[增减]|增加|减少|增长|下降)[/／]?(?:增加|减少|增长|下降)$|增加$|减少$|增长$|下降$|上升$|提高$|降低$|高于$|低于$|[，。、；：:,;()（）“”"\u0001\d.\-%]|和参照公务员法管理事业单位/g;

/** Every number with a unit, and every amount with decimals that lacks one, in reading order. */
export function readClaims(blocks: readonly Block[], department: string): readonly Claim[] {
  const sections = sectionsOf(blocks);
  return blocks.flatMap((block, index) => (block.kind === 'heading' ? [] : claimsOf(block, index, sections[index] ?? '', department)));
}

/** The section of each block, headings included. */
export function sectionsOf(blocks: readonly Block[]): readonly string[] {
  let section = '';
  return blocks.map((block) => {
    section = sectionOf(block) ?? section;
    return block.kind === 'row' && section !== 'forms' ? 'tables' : section;
  });
}

function sectionOf({ text, kind }: Block): string | undefined {
  return kind === 'heading' ? SECTIONS.find(([, pattern]) => pattern.test(text))?.[0] : undefined;
}

function claimsOf(block: Block, index: number, section: string, department: string): readonly Claim[] {
  const claims: Claim[] = [];
  const item = ITEM.exec(block.text)?.[1]?.replace(/[()（）]/g, '');
  let subject = item ?? '';
  let counted = '';
  let last = 0;
  for (const match of block.text.matchAll(NUMBER)) {
    const [text, minus = '', digits = '', unit = ''] = match;
    // Without a unit only what is printed like an amount is one.
    if ((unit === '' || block.kind === 'row') && !digits.includes('.')) continue;
    const before = block.text.slice(last, match.index);
    // «单价100万元以上设备» is a name, not an amount.
    if (before.endsWith('单价')) continue;
    const from = Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf(';')) + 1;
    const label = before.slice(from);
    last = match.index + text.length;
    const role = roleOf(label, unit);
    const named = subjectOf(label, department);
    const sentence = block.text.slice(0, match.index);
    const free = /(?:原因是?[：:]|开支内容)[^。；]*$/.test(sentence);
    const isOfItem = item !== undefined && (/[类款项]$/.test(named) || named === '');
    if (!free && role !== 'count' && (isOfItem || named !== '')) subject = isOfItem ? item : named;
    if (role === 'count' && named !== '') counted = named;
    claims.push({
      section,
      subject: role === 'count' ? counted : free ? named : subject,
      role,
      value: new Decimal(`${minus}${digits.replace(/,/g, '')}`),
      decimals: digits.split('.')[1]?.length ?? 0,
      unit,
      direction: UP.test(label) ? 1 : DOWN.test(label) ? -1 : 0,
      text,
      start: block.at[match.index] ?? 0,
      end: (block.at[match.index + text.length - 1] ?? 0) + 1,
      block: index,
      free,
    });
  }
  return claims;
}

function roleOf(label: string, unit: string): Role {
  const moves = UP.test(label) || DOWN.test(label);
  if (unit === '%') {
    if (/差异率(?:为)?$/.test(label)) return 'variance';
    if (/完成[^，]*$/.test(label)) return 'completion';
    return moves ? 'growth' : 'share';
  }
  if (unit !== '' && !unit.endsWith('元')) return 'count';
  if (moves) return 'change';
  if (/预算数?为?$/.test(label)) return 'budget';
  return /决算数?为?$/.test(label) ? 'final' : 'amount';
}

function subjectOf(label: string, department: string): string {
  const named = department === '' ? label : label.split(department).join('');
  return named.replace(/[“”]/g, '').replace(NOISE, '');
}
