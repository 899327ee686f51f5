/** Our marks in Excel (标记): conditional formats with our signature, one for each sheet, level and list of areas; found again by the signature alone. */
import { MARK_SIGNATURE, markFormula, type MarkLevel } from '../../core/edits/edit.ts';
import type { Area } from '../../core/workbook/address.ts';
import { areaChunks } from './area-addresses.ts';
import { troubleOf } from './trouble.ts';

export interface Mark {
  readonly level: MarkLevel;
  readonly areas: readonly Area[];
  readonly when?: string;
}

export const MARK_COLOURS: Readonly<Record<MarkLevel, string>> = { error: '#FFC7CE', warning: '#FFEB9C', 'within-rounding': '#DDEBF7' };

/** A new rule comes before all others, so the loudest is added last. */
const QUIETEST_FIRST: readonly MarkLevel[] = ['within-rounding', 'warning', 'error'];

/** A rule without a formula is one of ours that was broken off before it got its signature: nobody else can make such a rule. */
function isOurs(formula: string): boolean {
  return formula.includes(MARK_SIGNATURE) || formula === '' || formula === '=';
}

/** Queues the rules, nothing happens before the sync; answers them, to be known by their ids after it. */
export function addMarks(sheet: Excel.Worksheet, marks: readonly Mark[]): readonly Excel.ConditionalFormat[] {
  const added: Excel.ConditionalFormat[] = [];
  for (const level of QUIETEST_FIRST) {
    const own = marks.filter((mark) => mark.level === level);
    const formulas = new Map<string, Area[]>();
    for (const mark of own) formulas.set(markFormula(mark), [...(formulas.get(markFormula(mark)) ?? []), ...mark.areas]);
    for (const [formula, areas] of formulas) added.push(...addRules(sheet, level, formula, areas));
  }
  return added;
}

function addRules(sheet: Excel.Worksheet, level: MarkLevel, formula: string, areas: readonly Area[]): Excel.ConditionalFormat[] {
  return areaChunks(areas).map((addresses) => {
    const ranges = sheet.getRanges(addresses);
    const format = ranges.conditionalFormats.add('Custom');
    format.load('id');
    format.custom.rule.formula = `=${formula}`;
    format.custom.format.fill.color = MARK_COLOURS[level];
    ranges.untrack();
    return format;
  });
}

/** A custom rule: its id, because places change while rules are deleted, and its formula once that is loaded. */
interface CustomRule {
  readonly id: string;
  readonly rule: Excel.ConditionalFormatRule;
}

/** The rules of one sheet, as far as they have been looked at. */
export interface RuleSearch {
  readonly sheet: Excel.Worksheet;
  readonly rules: Excel.ConditionalFormatCollection;
  /** Those whose formulas have been asked for; after the first round some of them may be gone. */
  custom: readonly CustomRule[];
}

/** Named anew in each round: a range that has been given back is known only until the next sync, one that has not costs a round at the end. */
function rulesOf(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const range = sheet.getRange();
  range.untrack();
  return range.conditionalFormats;
}

/**
 * First round: which rules there are. Asking for more at once fails as soon as one rule is of another type; so formulas are asked for only of
 * `known` rules, which were custom ones when last looked at.
 */
export function askForRules(sheet: Excel.Worksheet, known: readonly string[] = []): RuleSearch {
  const rules = rulesOf(sheet);
  rules.load('items/id,items/type');
  return { sheet, rules, custom: known.map((id) => ({ id, rule: formulaOf(rules.getItemOrNullObject(id)) })) };
}

/** Second round: the formulas of the others that may be ours. False when there are none. */
export function askForFormulas(search: RuleSearch): boolean {
  const ids = search.rules.items.filter(({ type }) => type === 'Custom').map(({ id }) => id);
  const asked = search.custom.filter(({ id }) => ids.includes(id));
  const unasked = ids.filter((id) => !asked.some((rule) => rule.id === id));
  if (unasked.length === 0) {
    search.custom = asked;
    return false;
  }
  const rules = rulesOf(search.sheet);
  search.custom = [...asked, ...unasked.map((id) => ({ id, rule: formulaOf(rules.getItem(id)) }))];
  return true;
}

function formulaOf(format: Excel.ConditionalFormat): Excel.ConditionalFormatRule {
  const { rule } = format.custom;
  rule.load('formula');
  return rule;
}

/** Third round: deletes those that carry our signature; answers how many. */
export function deleteOurs(search: RuleSearch): number {
  const ours = oursAmong(search);
  if (ours.length === 0) return 0;
  const rules = rulesOf(search.sheet);
  for (const { id } of ours) rules.getItem(id).delete();
  return ours.length;
}

/** The custom rules that stay when ours are gone. */
export function othersAmong({ custom }: RuleSearch): readonly string[] {
  return custom.filter(({ rule }) => !isOurs(rule.formula)).map(({ id }) => id);
}

export function oursAmong({ custom }: RuleSearch): readonly CustomRule[] {
  return custom.filter(({ rule }) => isOurs(rule.formula));
}

/**
 * Rules copied by hand make some builds of Excel throw as soon as anything of them is loaded: then each rule is asked for by itself, and
 * those that cannot be read are left alone and counted.
 */
export async function searchCarefully(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<{ readonly search: RuleSearch; readonly unreadable: number }> {
  const search = askForRules(sheet);
  if (await succeeds(context)) {
    if (!askForFormulas(search) || (await succeeds(context))) return { search, unreadable: 0 };
  }
  const count = rulesOf(sheet).getCount();
  await context.sync();
  const custom: CustomRule[] = [];
  let unreadable = 0;
  for (let index = 0; index < count.value; index++) {
    const format = rulesOf(sheet).getItemAt(index);
    format.load('id,type');
    if (!(await succeeds(context))) {
      unreadable++;
      continue;
    }
    if (format.type !== 'Custom') continue;
    const rule = formulaOf(rulesOf(sheet).getItem(format.id));
    if (await succeeds(context)) custom.push({ id: format.id, rule });
    else unreadable++;
  }
  return { search: { ...search, custom }, unreadable };
}

async function succeeds(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    const { kind } = troubleOf(error);
    if (kind === 'cell-edit' || kind === 'too-old') throw error;
    return false;
  }
}
