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

/** At most three rounds; only damaged rules cost more. */
export async function lookFirst(context: Excel.RequestContext, plan: EditPlan): Promise<Surroundings> {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  protection.load('protected');
  await context.sync();
  const sheets = worksheets.items;
  const around = { sheets, isStructureProtected: protection.protected };
  const cleared = sheets.filter(({ name }) => isCleared(plan, name));

  const own = ownSheets(sheets, plan);
  const cells = askForCells(sheets, plan.values);
  const rules = cleared.map(askForRules);
  if (own.length + cells.length + rules.length === 0) return { ...around, own, cells, rules, unreadableRules: 0 };
  try {
    await context.sync();
    const contents = own.filter(askForContents);
    const formulas = rules.filter(askForFormulas);
    if (contents.length + formulas.length > 0) await context.sync();
    return { ...around, own, cells, rules, unreadableRules: 0 };
  } catch (error) {
    const { kind } = troubleOf(error);
    if (rules.length === 0 || kind === 'cell-edit' || kind === 'too-old') throw error;
  }
  return { ...around, ...(await lookCarefully(context, sheets, cleared, plan)) };
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
