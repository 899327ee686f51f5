/** Which lines of a compared table are totals, and of which lines (合计的构成): seen by discovery, holding in both periods, and named as totals. */
import type { DiscoveredRelation } from '../discovery/discover.ts';
import { SUM_WORD, wordsOf } from '../discovery/words.ts';
import type { Figure } from '../expressions/figure.ts';
import type { OrdinaryFigures } from '../findings/ordinary-figures.ts';
import { relationOf } from '../findings/ordinary-relations.ts';
import { judge } from '../relations/judge.ts';

interface TwoFigures {
  readonly name: string;
  readonly current: Figure;
  readonly prior: Figure;
  /** Percentages add up to nothing that is worth telling. */
  readonly isRate: boolean;
}

export interface Compositions {
  /** By the index of the total: the indices of its parts, in table order. */
  readonly partsOf: ReadonlyMap<number, readonly number[]>;
  /** By the index of a part: the nearest total it goes into. */
  readonly wholeOf: ReadonlyMap<number, number>;
}

/** A result is no part: 营业收入 is not «made up of» 成本 and 利润, though the three add up. */
const RESULT =
  /^(?:营业|净|毛|税前|税后|主营业务|其他业务)?(?:利润|毛利)(?:总额)?$|^(?:本期|本年)?(?:盈余|差额|收支差额|收支结余)$|(?<!retained |undistributed )\bprofit\b|\bsurplus\b|(?<!accumulated )\bdeficit\b|\bebitd?a\b|\b(?:gross|net|operating) (?:income|loss|margin|earnings|result|revenue)\b|^(?:net|gross)$/i;

/** How often a formula holds elsewhere matters to the words of a finding only. */
const NOWHERE_ELSE: ReadonlyMap<string, number> = new Map();

export function compositionsOf(
  lines: readonly TwoFigures[],
  hiddenRows: ReadonlySet<number>,
  relations: readonly DiscoveredRelation[],
  figures: OrdinaryFigures,
): Compositions {
  const indexAt = new Map(
    lines.flatMap(({ current, prior, isRate }, index) =>
      isRate ? [] : [[placeKey(current), index] as const, [placeKey(prior), index] as const],
    ),
  );
  const isCurrent = (column: number, index: number): boolean => lines[index]?.current.ref.column === column;
  const seen = new Map<string, { readonly total: number; readonly parts: readonly number[]; current: boolean; prior: boolean }>();
  for (const found of relations) {
    const { operator, total, parts, witnesses } = found;
    const [, column] = total;
    if (operator !== 'sum' || parts.length < 2 || parts.some((part) => part[1] !== column || hiddenRows.has(part[0]))) continue;
    const index = indexAt.get(String(total));
    const members = parts.map((part) => indexAt.get(String(part)));
    if (index === undefined || members.some((member) => member === undefined)) continue;
    const known = (members as number[]).sort((a, b) => a - b);
    const isStructured = witnesses.some((witness) => witness === 'code' || witness === 'indent' || witness === 'numbering');
    if (!isTotal(lines[index], isStructured) || known.some((member) => RESULT.test(lines[member]?.name ?? ''))) continue;
    const relation = relationOf(found, NOWHERE_ELSE, figures);
    if (relation === undefined || judge(relation).verdict === 'broken') continue;
    const key = `${index}=${known.join('+')}`;
    const entry = seen.get(key) ?? { total: index, parts: known, current: false, prior: false };
    if (isCurrent(column, index)) entry.current = true;
    else entry.prior = true;
    seen.set(key, entry);
  }
  const partsOf = new Map<number, readonly number[]>();
  // Of two ways to make up one total the shorter is how the table means it.
  const both = [...seen.values()].filter(({ current, prior }) => current && prior).sort((a, b) => a.parts.length - b.parts.length);
  for (const { total, parts } of both) if (!partsOf.has(total)) partsOf.set(total, parts);
  const wholeOf = new Map<number, number>();
  const bySize = [...partsOf].sort(([, a], [, b]) => a.length - b.length);
  for (const [total, parts] of bySize)
    for (const part of parts) if (!wholeOf.has(part) && !isAbove(wholeOf, total, part)) wholeOf.set(part, total);
  return { partsOf, wholeOf };
}

function isTotal(line: TwoFigures | undefined, isStructured: boolean): boolean {
  if (line === undefined || RESULT.test(line.name)) return false;
  return isStructured || (wordsOf(line.name) & SUM_WORD) !== 0 || /SUM\(|SUBTOTAL\(/i.test(line.current.formula ?? '');
}

/** Whether `part` already stands above `total`: a total is no part of its own part. */
function isAbove(wholeOf: ReadonlyMap<number, number>, total: number, part: number): boolean {
  for (let at: number | undefined = total; at !== undefined; at = wholeOf.get(at)) if (at === part) return true;
  return false;
}

function placeKey({ ref }: Figure): string {
  return `${ref.row},${ref.column}`;
}
