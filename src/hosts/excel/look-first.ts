/** Looks before anything is written (先看后写): which sheets there are, what bears our tag or our signature, what stands in the cells to be set. */
import { type EditPlan, isCleared } from './edit-plan.ts';
import { askForFormulas, askForRules, type RuleSearch, searchCarefully } from './marks.ts';
import { askForContents, askForTags, type OwnSheetSearch } from './own-sheets.ts';
import { type AskedCell, askForCells } from './set-values.ts';
import { troubleOf } from './trouble.ts';

export interface Surroundings {
  readonly sheets: readonly Excel.Worksheet[];
  readonly isStructureProtected: boolean;
  readonly own: readonly OwnSheetSearch[];
  readonly rules: readonly RuleSearch[];
  /** Rules that Excel cannot read. */
  readonly unreadableRules: number;
  readonly cells: readonly AskedCell[];
}

/** A sheet as it was when last looked at: Excel's id, and the ids of its custom rules as far as they are known. */
export interface KnownSheet {
  readonly id: string;
  readonly rules: readonly string[];
}

/** At most three rounds; only one where nothing has come since `known`, only damaged rules cost more. */
export async function lookFirst(context: Excel.RequestContext, plan: EditPlan, known: readonly KnownSheet[] = []): Promise<Surroundings> {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  protection.load('protected');
  const early = plan.values.length > 0 ? undefined : askEarly(worksheets, plan, known);
  try {
    await context.sync();
  } catch (error) {
    if (early === undefined || passesOn(error)) throw error;
    return lookFirst(context, plan);
  }
  const sheets = worksheets.items;
  const around = { sheets, isStructureProtected: protection.protected };
  const cleared = sheets.filter(({ name }) => isCleared(plan, name));

  const answered = early?.(sheets);
  const own = answered?.own ?? ownSheets(sheets, plan);
  const cells = askForCells(sheets, plan.values);
  const rules = answered?.rules ?? cleared.map((sheet) => askForRules(sheet));
  if (own.length + cells.length + rules.length === 0) return { ...around, own, cells, rules, unreadableRules: 0 };
  try {
    if (answered === undefined) await context.sync();
    const contents = own.filter(askForContents);
    const formulas = rules.filter(askForFormulas);
    if (contents.length + formulas.length > 0) await context.sync();
    return { ...around, own, cells, rules, unreadableRules: 0 };
  } catch (error) {
    if (rules.length === 0 || passesOn(error)) throw error;
  }
  return { ...around, ...(await lookCarefully(context, sheets, cleared, plan)) };
}

/** What looking rule by rule would not get round. */
function passesOn(error: unknown): boolean {
  const { kind } = troubleOf(error);
  return kind === 'cell-edit' || kind === 'too-old';
}

/**
 * Asks the sheets of the last reading in the very round that lists the sheets. The answer takes the list, and is undefined when a sheet has
 * come since: then all are asked again.
 */
function askEarly(
  worksheets: Excel.WorksheetCollection,
  plan: EditPlan,
  known: readonly KnownSheet[],
): (sheets: readonly Excel.Worksheet[]) => Pick<Surroundings, 'own' | 'rules'> | undefined {
  const named = known.map(({ id }) => worksheets.getItemOrNullObject(id));
  const own = ownSheets(named, plan);
  const mayBeCleared = plan.cleared.everywhere || plan.cleared.sheets.size > 0;
  const rules = mayBeCleared ? named.map((sheet, index) => askForRules(sheet, known[index]?.rules)) : [];
  return (sheets) => {
    if (!sheets.every(({ id }) => known.some((one) => one.id === id))) return undefined;
    const listed = (index: number): Excel.Worksheet | undefined => sheets.find(({ id }) => id === known[index]?.id);
    return {
      own: own.map((search) => ({
        ...search,
        candidates: search.candidates.flatMap((candidate, index) => {
          const sheet = listed(index);
          return sheet === undefined ? [] : [{ ...candidate, sheet }];
        }),
      })),
      rules: rules.flatMap((search, index) => {
        const sheet = listed(index);
        return sheet === undefined || !isCleared(plan, sheet.name) ? [] : [{ ...search, sheet }];
      }),
    };
  };
}

/** One damaged rule spoils the answer for all; so everything else is asked for again, and the rules sheet by sheet. */
async function lookCarefully(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  cleared: readonly Excel.Worksheet[],
  plan: EditPlan,
): Promise<Pick<Surroundings, 'own' | 'cells' | 'rules' | 'unreadableRules'>> {
  const own = ownSheets(sheets, plan);
  const cells = askForCells(sheets, plan.values);
  await context.sync();
  if (own.filter(askForContents).length > 0) await context.sync();
  const rules: RuleSearch[] = [];
  let unreadableRules = 0;
  for (const sheet of cleared) {
    const { search, unreadable } = await searchCarefully(context, sheet);
    rules.push(search);
    unreadableRules += unreadable;
  }
  return { own, cells, rules, unreadableRules };
}

function ownSheets(sheets: readonly Excel.Worksheet[], plan: EditPlan): OwnSheetSearch[] {
  return [...plan.sheets].map(([tag, content]) => askForTags(sheets, tag, content));
}
