/** Whether a formula is meant at the place where it fails (是否适用): another panel, a row of maxima, a column of balances, debit against credit. */
import { hasHiddenFactor, isCapped, isLoose, isMadeUpByOthers, isRoundedTwice, isStatisticHere, isTurnedRound } from './another-rule.ts';
import type { Equation, Rule } from './equations.ts';
import { extentOf } from './line-lists.ts';
import { isFilled, type Lines } from './lines.ts';
import type { NumberGrid } from './number-grid.ts';
import { HOLDS, type Signature, type Witness } from './signature.ts';
import { leavesOpen } from './stretches.ts';
import { ENOUGH_BITS } from './weigh.ts';
import { CHANGE_WORD, isPrice, isStock, MEAN_WORD, ownKindsOf, RATIO_WORD } from './words.ts';

/** Longer sums do not hold by accident. */
const MOST_PARTS = 6;
const FEWEST_PLACES = 2;

/** `grid`: the table; `across`: the lines that are the rule's instances; `holding`: where the rule holds (`placesOf`). */
export function isMeantHere(grid: NumberGrid, across: Lines, { rule, at }: Equation, holding: readonly number[]): boolean {
  const { lines, signature } = rule;
  if (isRate(signature) && isRoundedTwice({ rule, at })) return false;
  // A quotient that is met once is met by chance.
  if (isRate(signature) && holding.length < FEWEST_PLACES && signature.bits < ENOUGH_BITS) return false;
  if (isTwoPart(signature) && isTurnedRound({ rule, at })) return false;
  if (signature.operator === 'relative-change') return isNamedRate(lines, signature);
  // Of a whole that has more parts the mean of some is near enough to deceive.
  if (signature.operator === 'average') return !isBare(signature.witnesses) || signature.bits >= ENOUGH_BITS;
  if (signature.operator === 'division') return !hasHiddenFactor({ rule, at }, holding);
  if (
    isCapped({ rule, at }, holding) ||
    isStatisticHere({ rule, at }) ||
    isMadeUpByOthers({ rule, at }, holding) ||
    isLoose({ rule, at }, holding)
  )
    return false;
  if (holding.length < FEWEST_PLACES && (mixesLevels(lines, signature) || leavesOpen(lines, signature.parts))) return false;
  if (isBare(signature.witnesses) && signature.parts.length <= MOST_PARTS) {
    if (addsPrices(lines, signature)) return false;
    if (holding.length < FEWEST_PLACES && hasHoles(rule, at)) return false;
    if (isFilledAnew(rule, at, holding)) return false;
    if (isFilledInstead(rule, at, holding)) return false;
  }
  const kinds = ownKindsOf(across.label[at] ?? '');
  if (kinds.some((kind) => !holding.some((place) => kind.test(across.label[place] ?? '')))) return false;
  if (isCarried(across, { rule, at }, holding)) return false;
  return isSamePanel(grid, rule, at, holding);
}

const MUCH_MORE = 1.5;

/** Below the balances of a ledger stands the last of them, or the first; their sum is much more. */
function isCarried({ label }: Lines, { rule: { lines, signature }, at }: Equation, holding: readonly number[]): boolean {
  if (!isStock(label[at] ?? '') || holding.some((place) => isStock(label[place] ?? ''))) return false;
  const stated = lines.value[signature.aggregate * lines.instances + at] ?? Number.NaN;
  const figures = signature.parts
    .map((part) => lines.value[part * lines.instances + at] ?? 0)
    .filter((figure) => figure !== 0 && !Number.isNaN(figure));
  const sum = figures.reduce((all, figure) => all + figure, 0);
  return figures.includes(stated) || Math.abs(sum) > MUCH_MORE * Math.abs(stated);
}

/** A subtotal is added up together with lines beyond it, which are its own or another's. */
function mixesLevels({ rank }: Lines, { aggregate, parts }: Signature): boolean {
  return [parts.filter((part) => part < aggregate), parts.filter((part) => part > aggregate)].some((side) => {
    const away = (line: number): number => Math.abs(line - aggregate);
    const nearest = side.filter((line) => (rank[line] ?? 0) > 0).reduce((least, line) => Math.min(least, away(line)), Infinity);
    return side.some((line) => (rank[line] ?? 0) === 0 && away(line) > nearest);
  });
}

/** Where a rule holds; the same for all its equations. */
export function placesOf({ signature: { status }, from, to }: Rule): readonly number[] {
  const places: number[] = [];
  for (let at = from; at <= to; at++) if (status[at] === HOLDS) places.push(at);
  return places;
}

/** Growth that neither a word nor a percent sign calls a rate is a coincidence of amounts. */
function isNamedRate({ words, percent, instances }: Lines, { aggregate }: Signature): boolean {
  if (((words[aggregate] ?? 0) & (RATIO_WORD | CHANGE_WORD | MEAN_WORD)) !== 0) return true;
  return percent.subarray(aggregate * instances, (aggregate + 1) * instances).includes(1);
}

function isTwoPart({ operator, parts }: Signature): boolean {
  return operator !== 'average' && parts.length === 2;
}

function isRate({ operator }: Signature): boolean {
  return operator === 'division' || operator === 'relative-change';
}

function isBare(witnesses: readonly Witness[]): boolean {
  return witnesses.every((witness) => witness === 'arithmetic');
}

function addsPrices({ label }: Lines, { aggregate, parts }: Signature): boolean {
  return !isPrice(label[aggregate] ?? '') && parts.some((part) => isPrice(label[part] ?? ''));
}

/** Whether lines with figures of their own stand between the members and are not added up. */
function hasHoles({ lines, signature: { aggregate, parts } }: Rule, at: number): boolean {
  const members = new Set([aggregate, ...parts]);
  const { low, high } = extentOf([...members]);
  return lines.active.some((line) => line > low && line < high && !members.has(line) && isFilled(lines, line, at));
}

/** Two parts that are filled in together here and nowhere else: what debit and credit come to in one line, no other line tells. */
function isFilledAnew({ lines, signature: { parts } }: Rule, at: number, holding: readonly number[]): boolean {
  const here = parts.filter((part) => isFilled(lines, part, at) && holding.some((place) => isFilled(lines, part, place)));
  return here.some((one, index) =>
    here.slice(index + 1).some((other) => !holding.some((place) => isFilled(lines, one, place) && isFilled(lines, other, place))),
  );
}

/** A part is empty here and full elsewhere, and another line the other way round: 调增 or 调减, 借方 or 贷方. */
function isFilledInstead({ lines, signature: { aggregate, parts } }: Rule, at: number, holding: readonly number[]): boolean {
  const isElsewhere = (line: number): boolean => holding.length > 0 && holding.every((place) => isFilled(lines, line, place));
  if (!parts.some((part) => !isFilled(lines, part, at) && isElsewhere(part))) return false;
  return lines.active.some(
    (line) =>
      line !== aggregate && !parts.includes(line) && isFilled(lines, line, at) && !holding.some((place) => isFilled(lines, line, place)),
  );
}

/** Two tables side by side, or one under the other, share rows and columns but no names. */
function isSamePanel(grid: NumberGrid, { lines, signature: { aggregate, parts } }: Rule, at: number, holding: readonly number[]): boolean {
  const isDown = lines.direction === 'column';
  const namesAt = (place: number): readonly string[] =>
    [aggregate, ...parts].map((line) => (isDown ? nameBefore(grid, line, place) : nameAbove(grid, place, line)));
  const own = namesAt(at);
  // One part alone is a copy and holds in any panel.
  const telling = holding.filter((place) => parts.filter((part) => isFilled(lines, part, place)).length > 1);
  const among = telling.length > 0 ? telling : holding;
  return among.length === 0 || among.some((place) => namesAt(place).some((name, index) => name === own[index]));
}

function nameBefore(grid: NumberGrid, row: number, column: number): string {
  for (let at = column - 1; at >= 0; at--) {
    const text = grid.textAt(row, at);
    if (isName(text)) return text.trim();
  }
  return '';
}

function nameAbove(grid: NumberGrid, row: number, column: number): string {
  for (let at = row - 1; at >= 0; at--) {
    const text = grid.textAt(at, column);
    if (isName(text)) return text.trim();
  }
  return '';
}

function isName(cell: string): boolean {
  return /\p{L}/u.test(cell);
}
