/** Applies edits to the open workbook (修改工作簿): looks first, then writes everything in one round, and tidies up when that breaks off. */
import type { Edit } from '../../core/edits/edit.ts';
import type { SheetContent } from '../../core/edits/sheet-content.ts';
import { type EditPlan, isRepeatable, planEdits } from './edit-plan.ts';
import { typedValue } from './cell-text.ts';
import { setUpPage, type WriteBudget } from './fill-sheet.ts';
import { type KnownSheet, lookFirst, type Surroundings } from './look-first.ts';
import { addMarks, deleteOurs, oursAmong, othersAmong } from './marks.ts';
import { removeOwnSheets, type WrittenSheet, writeOwnSheet } from './own-sheets.ts';
import { isOnTheWeb } from './requirement.ts';
import { inExcel, type RunOptions, wasRefusedWhole } from './retry.ts';
import { type ReplacedCell, replacedCell, setValues } from './set-values.ts';
import { freeSheetName } from '../../core/workbook/sheet-names.ts';
import { tidyUp } from './tidy-up.ts';
import { troubleOf } from './trouble.ts';

/** Why something was left undone; `edited`: people have changed the sheet, so it stays. */
export type SkipReason = 'protected' | 'structure-protected' | 'gone' | 'edited';

export interface Skipped {
  readonly sheet: string;
  readonly what: Edit['kind'];
  readonly why: SkipReason;
}

export interface AppliedEdits {
  readonly written: readonly WrittenSheet[];
  readonly removed: readonly string[];
  readonly skipped: readonly Skipped[];
  readonly clearedRules: number;
  /** Rules that Excel itself cannot read; ours may be among them. */
  readonly unreadableRules: number;
  /** The custom rules now on the sheets that were looked at or marked, ours among them. */
  readonly rules: readonly KnownSheet[];
  /** What stood in the cells that were set, for `restoreCells`. */
  readonly replaced: readonly ReplacedCell[];
}

/** A fifth of what the web takes in one request: the looks come on top, and the client writes each request out in one go. */
const WEB_REQUEST = 1_000_000;

export interface ApplyOptions extends RunOptions {
  /** The sheets as they were last looked at: saves a round while none has come since. */
  readonly knownSheets?: readonly KnownSheet[] | undefined;
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** One after the other: while one run looks for marks, another must not be adding some. */
export function applyEdits(edits: readonly Edit[], options: ApplyOptions = {}): Promise<AppliedEdits> {
  const turn = lastTurn.then(() => applyNow(edits, options));
  lastTurn = turn.catch(() => undefined);
  return turn;
}

async function applyNow(edits: readonly Edit[], options: ApplyOptions): Promise<AppliedEdits> {
  const plan = planEdits(edits);
  refuseImpossible(plan);
  const attempt: Attempt = { touched: false, sheetsBefore: undefined, replaced: undefined };
  try {
    return await inExcel(
      (context) => applyPlan(context, plan, attempt, options.knownSheets),
      { repeatable: isRepeatable(plan), writes: true },
      options,
    );
  } catch (error) {
    if (attempt.touched) await tidyUp(plan, attempt.sheetsBefore ?? new Set());
    throw troubleOf(error);
  }
}

/** What is known of the tries so far: the second sees what the first may have written. */
interface Attempt {
  /** Something of ours may be in the workbook already. */
  touched: boolean;
  sheetsBefore: ReadonlySet<string> | undefined;
  replaced: readonly ReplacedCell[] | undefined;
}

async function applyPlan(
  context: Excel.RequestContext,
  plan: EditPlan,
  attempt: Attempt,
  knownSheets: readonly KnownSheet[] | undefined,
): Promise<AppliedEdits> {
  const around = await lookFirst(context, plan, knownSheets);
  attempt.sheetsBefore ??= new Set(around.sheets.map(({ id }) => id));
  attempt.replaced ??= around.cells.map(replacedCell);
  const skipped: Skipped[] = [];

  const budget: WriteBudget = { bytes: isOnTheWeb() ? WEB_REQUEST : undefined, weight: 0, sent: false };
  const before = attempt.touched;
  attempt.touched = true;
  let sheets: Pick<AppliedEdits, 'written' | 'removed'>;
  let clearedRules: number;
  let added: ReadonlyMap<string, readonly Excel.ConditionalFormat[]>;
  try {
    sheets = await writeSheets(context, around, skipped, budget);
    clearedRules = clearMarks(around, skipped);
    added = markCells(around, plan, skipped);
    typeValues(around, plan, skipped);
    await context.sync();
  } catch (error) {
    if (!budget.sent && wasRefusedWhole(troubleOf(error))) attempt.touched = before;
    throw error;
  }
  attempt.touched = false;

  const pages = sheets.written.filter(({ how }) => how !== 'in-place').flatMap(({ sheet, tag }) => pageOf(plan, sheet, tag));
  if (pages.length > 0) await setUpPage(context, pages);
  const rules = rulesNow(around, added);
  return { ...sheets, skipped, clearedRules, unreadableRules: around.unreadableRules, rules, replaced: attempt.replaced };
}

/** An impossible value is our own mistake, and is found before anything is asked or written. */
function refuseImpossible({ sheets, values }: EditPlan): void {
  try {
    for (const { value } of values) typedValue(value);
    for (const content of sheets.values()) content?.rows.forEach((row) => row.forEach((cell) => cell !== null && typedValue(cell.value)));
  } catch (error) {
    throw troubleOf(error);
  }
}

function typeValues({ sheets, cells }: Surroundings, plan: EditPlan, skipped: Skipped[]): void {
  setValues(cells.filter(({ worksheet }) => !worksheet.protection.protected));
  for (const { sheet } of plan.values) {
    const found = sheets.find(({ name }) => name === sheet);
    if (found === undefined || found.protection.protected)
      skipped.push({ sheet, what: 'set-value', why: found === undefined ? 'gone' : 'protected' });
  }
}

function pageOf(plan: EditPlan, sheet: string, tag: string): { readonly sheet: string; readonly content: SheetContent }[] {
  const content = plan.sheets.get(tag);
  return content === undefined ? [] : [{ sheet, content }];
}

async function writeSheets(
  context: Excel.RequestContext,
  { sheets, own, isStructureProtected }: Surroundings,
  skipped: Skipped[],
  budget: WriteBudget,
): Promise<Pick<AppliedEdits, 'written' | 'removed'>> {
  const names = sheets.map(({ name }) => name);
  const visible = sheets.filter(({ visibility }) => visibility === 'Visible').length;
  const written: WrittenSheet[] = [];
  const removed: string[] = [];
  for (const search of own) {
    const { content } = search;
    if (content === undefined) {
      const outcome = isStructureProtected
        ? { removed: [], left: search.candidates.map(({ sheet }) => sheet.name) }
        : removeOwnSheets(search, visible);
      removed.push(...outcome.removed);
      for (const sheet of outcome.left)
        skipped.push({ sheet, what: 'remove-sheet', why: isStructureProtected ? 'structure-protected' : 'edited' });
      continue;
    }
    const newName = isStructureProtected ? undefined : freeSheetName(content.name, names);
    const outcome = await writeOwnSheet(context, search, content, newName, budget);
    if (outcome === undefined) skipped.push({ sheet: content.name, what: 'write-sheet', why: 'structure-protected' });
    else {
      written.push(outcome);
      names.push(outcome.sheet);
    }
  }
  return { written, removed };
}

/** Queues the deletion of our rules; answers how many. */
function clearMarks({ rules }: Surroundings, skipped: Skipped[]): number {
  let cleared = 0;
  for (const search of rules) {
    const { sheet } = search;
    if (!sheet.protection.protected) cleared += deleteOurs(search);
    else if (oursAmong(search).length > 0) skipped.push({ sheet: sheet.name, what: 'clear-marks', why: 'protected' });
  }
  return cleared;
}

/** Answers the new rules by the id of their sheet. */
function markCells({ sheets }: Surroundings, plan: EditPlan, skipped: Skipped[]): ReadonlyMap<string, readonly Excel.ConditionalFormat[]> {
  const added = new Map<string, readonly Excel.ConditionalFormat[]>();
  for (const [name, marks] of plan.marks) {
    const sheet = sheets.find((found) => found.name === name);
    if (sheet === undefined) skipped.push({ sheet: name, what: 'mark-cells', why: 'gone' });
    // We never take off a protection: the finding is still in the pane and on the report.
    else if (sheet.protection.protected) skipped.push({ sheet: name, what: 'mark-cells', why: 'protected' });
    else added.set(sheet.id, addMarks(sheet, marks));
  }
  return added;
}

function rulesNow({ sheets, rules }: Surroundings, added: ReadonlyMap<string, readonly Excel.ConditionalFormat[]>): readonly KnownSheet[] {
  return sheets.flatMap(({ id }) => {
    const search = rules.find(({ sheet }) => sheet.id === id);
    const marks = added.get(id);
    if (search === undefined && marks === undefined) return [];
    return [{ id, rules: [...(search === undefined ? [] : othersAmong(search)), ...(marks ?? []).map((format) => format.id)] }];
  });
}
