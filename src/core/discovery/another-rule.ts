/** Figures that follow another rule at one place (另有算法): 扣分 that only this line has, the mean or the largest under a column of sums, interest for another term. */
import { balance, type Equation, type Rule } from './equations.ts';
import { extentOf, includesLine } from './line-lists.ts';
import { isFilled, type Lines } from './lines.ts';
import { FAILS, HOLDS, type Signature } from './signature.ts';
import { totalLineOf } from './discover.ts';

/** What only this place has is taken off or added, so many lines at most. */
const MOST_SILENT = 6;
/** A mean of two figures is met by chance. */
const FEWEST_FIGURES = 3;
const FEWEST_ALIKE = 3;
/** Rounding of three figures or more is off by a quarter of the most that is possible. */
const LOOSE = 0.35;
const LITTLE_MORE = 2;

/**
 * Whether what is missing is a line, or two, that nobody would have noticed where the sum holds: empty there, or smaller than what rounding leaves open.
 * With signs of its own it belongs to the formula.
 */
export function isMadeUpByOthers(equation: Equation, holding: readonly number[]): boolean {
  const { rule, at } = equation;
  const { lines, signature } = rule;
  const now = balance(equation);
  if (now === undefined || holding.length === 0) return false;
  const others = lines.active.filter((line) => isFilled(lines, line, at) && !isMember(signature, line));
  const figure = (line: number): number => lines.value[line * lines.instances + at] ?? 0;
  const slack = (line: number): number => lines.half[line * lines.instances + at] ?? 0;
  const closes = (sum: number, open: number): boolean => Math.abs(Math.abs(now.off) - Math.abs(sum)) <= now.tolerance + open;
  if (others.some((line) => closes(figure(line), slack(line)) && isUnnoticed(rule, line, holding))) return true;
  const silent = others.filter((line) => !holding.some((place) => isFilled(lines, line, place)));
  // A place where so much is told that is told nowhere else is of another kind, and any figure is found among so many.
  if (silent.length > MOST_SILENT) return false;
  return silent.some((one, index) =>
    silent.slice(index + 1).some((other) => {
      const open = slack(one) + slack(other);
      return closes(figure(one) + figure(other), open) || closes(figure(one) - figure(other), open);
    }),
  );
}

function isUnnoticed(rule: Rule, line: number, holding: readonly number[]): boolean {
  const { value, instances } = rule.lines;
  return holding.every((place) => {
    const figure = value[line * instances + place] ?? Number.NaN;
    return Number.isNaN(figure) || figure === 0 || Math.abs(figure) <= (balance({ rule, at: place })?.tolerance ?? 0);
  });
}

/** Whether the stated figure is the mean, the largest, the smallest or the number of what is added up elsewhere. */
export function isStatisticHere({ rule: { lines, signature }, at }: Equation): boolean {
  const { instances, value, half } = lines;
  const stated = value[signature.aggregate * instances + at] ?? Number.NaN;
  const open = half[signature.aggregate * instances + at] ?? 0;
  const figures = signature.parts.map((part) => value[part * instances + at] ?? Number.NaN).filter((figure) => !Number.isNaN(figure));
  const filled = figures.filter((figure) => figure !== 0);
  const count = filled.length * 10 ** lines.scale;
  if (filled.length >= FEWEST_FIGURES && stated === count && filled.every((figure) => Math.abs(figure) > count)) return true;
  if (new Set(filled).size < FEWEST_FIGURES) return false;
  const sum = filled.reduce((all, figure) => all + figure, 0);
  const isMean = [figures.length, filled.length].some((divisor) => Math.abs(stated - sum / divisor) <= open * 1.001);
  const { low, high } = extentOf(filled);
  return isMean || stated === high || stated === low;
}

/** Whether a quotient holds only where another line has one and the same figure, and this place has another: days of one year, months of one term. */
export function hasHiddenFactor(equation: Equation, holding: readonly number[]): boolean {
  if (isCopyElsewhere(equation, holding)) return true;
  const {
    rule: { lines, signature },
    at,
  } = equation;
  return lines.active.some((line) => !isMember(signature, line) && isFilled(lines, line, at) && isAloneHere(lines, line, at, holding));
}

/** What is divided by 1 or 100 % wherever it holds, and here by something else, is only repeated there. */
function isCopyElsewhere({ rule: { lines, signature }, at }: Equation, holding: readonly number[]): boolean {
  const [, below = 0] = signature.parts;
  const wholes = [10 ** lines.scale, 100 * 10 ** lines.scale];
  const isWhole = (place: number): boolean => wholes.includes(lines.value[below * lines.instances + place] ?? Number.NaN);
  return holding.length > 0 && !isWhole(at) && holding.every(isWhole);
}

/** Whether more than full marks come out: nobody gets more than 100. Shares come to 100 everywhere. */
export function isCapped(equation: Equation, holding: readonly number[]): boolean {
  const { lines, signature } = equation.rule;
  const full = 100 * 10 ** lines.scale;
  const now = balance(equation);
  const total = (at: number): number => lines.value[signature.aggregate * lines.instances + at] ?? Number.NaN;
  if (now === undefined || total(equation.at) !== full || now.off >= 0) return false;
  return holding.every((place) => total(place) <= full) && holding.filter((place) => total(place) < full).length * 2 > holding.length;
}

function isMember({ aggregate, parts }: Signature, line: number): boolean {
  return line === aggregate || includesLine(parts, line);
}

/** Whether the line has one and the same figure at all places where it has any, and another here. */
function isAloneHere({ value, instances }: Lines, line: number, at: number, holding: readonly number[]): boolean {
  const here = value[line * instances + at];
  let usual = 0;
  let alike = 0;
  for (const place of holding) {
    const figure = value[line * instances + place] ?? Number.NaN;
    if (Number.isNaN(figure)) continue;
    if (figure === 0 || figure === here || (alike > 0 && figure !== usual)) return false;
    usual = figure;
    alike += 1;
  }
  return alike >= FEWEST_ALIKE;
}

/** Whether the sum holds elsewhere only because rounding is allowed for, and is off by little more here: something small is left out of it everywhere. */
export function isLoose(equation: Equation, holding: readonly number[]): boolean {
  const now = balance(equation);
  if (now === undefined || holding.length < FEWEST_ALIKE || Math.abs(now.off) > LITTLE_MORE * now.tolerance) return false;
  let share = 0;
  for (const place of holding) {
    const { off, tolerance } = balance({ rule: equation.rule, at: place }) ?? now;
    share += Math.abs(off) / tolerance;
  }
  return share > LOOSE * holding.length;
}

const FEWEST_TURNED = 2;

/**
 * Whether the sign is a matter of convention: growth on a negative base is printed as a share of its absolute value, and what is good for us as a plus, so that
 * several differences or rates of one column have the other sign.
 */
export function isTurnedRound({ rule, at }: Equation): boolean {
  if (!isTurned({ rule, at })) return false;
  const { lines, signature, from, to } = rule;
  if (signature.operator === 'relative-change' && (lines.value[(signature.parts[0] ?? 0) * lines.instances + at] ?? 0) < 0) return true;
  let turned = 0;
  for (let place = from; place <= to; place++) if (signature.status[place] === FAILS && isTurned({ rule, at: place })) turned += 1;
  return turned >= FEWEST_TURNED;
}

/** Whether the figure told as the result would be right with the other sign. */
function isTurned(equation: Equation): boolean {
  const { lines, signature } = equation.rule;
  const now = balance(equation);
  const told = lines.value[totalLineOf(lines, signature) * lines.instances + equation.at] ?? Number.NaN;
  return now !== undefined && told !== 0 && Math.abs(Math.abs(now.off) - 2 * Math.abs(told)) <= now.tolerance;
}

/** Whether a rate was rounded twice, 26.945 to 26.95 and that to 27.0: a tenth more than rounding once. */
export function isRoundedTwice(equation: Equation): boolean {
  const { lines, signature } = equation.rule;
  const now = balance(equation);
  const open = 0.1 * (lines.half[signature.aggregate * lines.instances + equation.at] ?? 0);
  return now !== undefined && Math.abs(now.off) <= now.tolerance + open;
}

/** Whether another sum tells the same total and holds here, while this one has been seen to hold at one place only: two blocks came to the same by chance. */
export function isToldOtherwise(rules: readonly Rule[], { rule, at }: Equation, holding: readonly number[]): boolean {
  const { lines, signature } = rule;
  if (holding.length > 1) return false;
  return rules.some(
    ({ lines: others, signature: other }) =>
      others === lines &&
      other !== signature &&
      other.aggregate === signature.aggregate &&
      other.operator === 'sum' &&
      other.status[at] === HOLDS &&
      other.holds > 1,
  );
}
