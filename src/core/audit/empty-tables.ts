/** 公开08 and 公开09 in the text (空表说明): without amounts the text must say so, with amounts it must not. */
import { formatAmount } from '../number/format.ts';
import { isEmptyTable, type Table } from '../tables/table.ts';
import type { AuditFinding } from './claim.ts';
import { findingOf, say } from './fault.ts';
import { measure } from './measure.ts';
import type { AuditedText } from './missing.ts';

const FUNDS = [
  { section: 'government-fund', name: '政府性基金', en: 'government fund' },
  { section: 'state-capital', name: '国有资本经营', en: 'state capital' },
] as const;
export type Fund = (typeof FUNDS)[number]['name'];

/** Says that there was nothing, in any region's words. */
const NONE = /(?:无|没有|未发生|未安排|不涉及|不存在)[^。；]{0,40}(?:预算|收入|支出|拨款)|空表|无数据|不涉及|均为(?:0|零)/;
/** The neighbours of 八 and 九: a text that has both is a whole disclosure, not an extract. */
const NEIGHBOURS: readonly (readonly string[])[] = [['three-public'], ['operating', 'procurement', 'assets', 'performance']];

/** Undefined tables are not known, and nothing is said of them. */
export function judgeEmptyTables(audited: AuditedText, tables: Readonly<Record<Fund, Table | undefined>>): readonly AuditFinding[] {
  return FUNDS.flatMap(({ section, name, en }) => {
    const table = tables[name];
    if (table === undefined) return [];
    const own = audited.blocks.filter((_, index) => audited.sections[index] === section);
    return own.length === 0 ? judgeAbsent(audited, table, name, en) : judgeSection(audited, table, { section, name, en });
  });
}

function judgeAbsent({ text, blocks, sections }: AuditedText, table: Table, name: Fund, en: string): readonly AuditFinding[] {
  const isWhole = NEIGHBOURS.every((neighbours) => neighbours.some((section) => sections.includes(section)));
  const block = blocks[sections.lastIndexOf('three-public')];
  const isSaid = blocks.some((candidate, index) => sections[index] !== 'glossary' && mentions(candidate.text, name));
  if (!isWhole || block === undefined || isSaid) return [];
  const chinese = isEmptyTable(table)
    ? `缺少“本年度无${name}预算财政拨款收支，${name}决算表为空表”的说明`
    : `《${name}预算财政拨款收入支出决算表》有数据，文中没有说明`;
  const english = isEmptyTable(table)
    ? `The text does not say that the table of ${en} is empty`
    : `The table of ${en} has amounts, but the text does not speak of it`;
  const { length } = block.text;
  return [findingOf(text, { block, from: length - 1, to: length, verdict: 'broken', message: say(chinese, english) })];
}

function mentions(text: string, name: Fund): boolean {
  return text.includes(name) && (NONE.test(text) || /\d/.test(text));
}

function judgeSection(
  { text, blocks, sections, claims }: AuditedText,
  table: Table,
  { section, name, en }: { readonly section: string; readonly name: Fund; readonly en: string },
): readonly AuditFinding[] {
  const own = blocks.flatMap((block, index) => (sections[index] === section ? [{ block, index }] : []));
  const none = own.map(({ block }) => ({ block, match: NONE.exec(block.text) })).find(({ match }) => match !== null);
  const amounts = claims.filter((claim) => claim.section === section && !claim.free && claim.unit.endsWith('元'));
  const stated = amounts.find((claim) => !measure(claim).value.isZero());
  const title = `《${name}预算财政拨款收入支出决算表》`;
  if (!isEmptyTable(table)) {
    if (none?.match == null || stated !== undefined) return [];
    const { block, match } = none;
    const message = say(`${title}有数据，文中却写没有`, `The table of ${en} has amounts, but the text says there are none`);
    return [findingOf(text, { block, from: match.index, to: match.index + match[0].length, verdict: 'broken', message })];
  }
  if (stated !== undefined) {
    const block = blocks[stated.block];
    const from = block?.at.indexOf(stated.start) ?? -1;
    if (block === undefined || from < 0) return [];
    const zero = formatAmount(measure(stated).value.times(0), { decimals: stated.decimals, grouping: false });
    const message = say(`${title}为空表，文中却写${stated.text}`, `The table of ${en} is empty, but the text says ${stated.text}`);
    return [findingOf(text, { block, from, to: from + stated.text.length, verdict: 'broken', expected: `${zero}${stated.unit}`, message })];
  }
  const [heading] = own;
  if (none !== undefined || amounts.length > 0 || heading === undefined) return [];
  const message = say(
    `${title}为空表，此处应写明“本年度无${name}预算财政拨款收入、支出”`,
    `The table of ${en} is empty; the text has to say so here`,
  );
  return [findingOf(text, { block: heading.block, from: 0, to: heading.block.text.length, verdict: 'broken', message })];
}
