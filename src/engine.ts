/** The engine's door (引擎入口): read, recognise, check, narrate, plan. Command line, pane, workbench and bench all come in here. */
import { type Audit, audit, type AuditSubject } from './core/audit/audit.ts';
import { auditSubject } from './core/audit/subject.ts';
import { type SheetText, textInWorkbook } from './core/audit/text-in-workbook.ts';
import { checks, narratives, statements, tableNarratives } from './catalog.ts';
import { doubtfulCells } from './core/narrative/doubts.ts';
import type { NarrativeDefinition } from './core/narrative/profile.ts';
import { narrate } from './core/narrative/narrate.ts';
import type { Narrative } from './core/narrative/narrative.ts';
import { type WordingFault, withOwnWording } from './core/narrative/own-wording.ts';
import { type BookWording, changeWording, readWording } from './core/narrative/read-wording.ts';
import { type AccountsReview, checkAccounts } from './core/findings/check-accounts.ts';
import { recognise } from './core/tables/recognise.ts';
import { joinPrior, PRIOR_DEPARTMENT_LINE, type PriorQuestion } from './core/tables/prior-accounts.ts';
import { readFacts } from './core/tables/read-facts.ts';
import { type SupplementFault, supplementFaults } from './core/tables/supplement-faults.ts';
import { type RecognisedWorkbook, type TableSet } from './core/tables/table-set.ts';
import { type TypedLine, typeFacts } from './core/tables/type-facts.ts';
import { withFormulaFindings } from './core/findings/check-formulas.ts';
import type { OrdinaryReview } from './core/findings/check-ordinary.ts';
import { besideTables, checkOrdinarySheets } from './core/findings/ordinary-book.ts';
import { discoveredIn, type SheetRelation, statedIn } from './core/findings/sheet-relations.ts';
import type { JudgeOptions } from './core/relations/judge.ts';
import type { Facts } from './core/tables/facts.ts';
import { narrateVariance, type VarianceNarration } from './core/variance/narrate-variance.ts';
import type { Thresholds } from './core/variance/selection.ts';
import { findSheet, type Workbook } from './core/workbook/workbook.ts';

export { checks, narratives, statements, tableNarratives } from './catalog.ts';
export { checkAccounts } from './core/findings/check-accounts.ts';
export { narrate } from './core/narrative/narrate.ts';
export { applyEdits } from './hosts/file/apply-edits.ts';
export { openWorkbook } from './hosts/file/open-workbook.ts';

export interface LoadedAccounts {
  readonly workbook: Workbook;
  readonly recognised: RecognisedWorkbook;
  /** One per department, with last year's tables and the typed facts. */
  readonly sets: readonly TableSet[];
  /** Departments for which last year's workbook was given but holds nothing. */
  readonly priorUnmatched: readonly string[];
  /** Last year's workbooks of another department or another year: not used until somebody says so. */
  readonly priorQuestions: readonly PriorQuestion[];
  /** What must be put right in 补充资料. */
  readonly supplementFaults: readonly SupplementFault[];
}

/** Everything that was found in one workbook. */
export interface WorkbookReview {
  /** In the order of the sets. */
  readonly accounts: readonly AccountsReview[];
  /** One for each sheet that no statement knows and in which something adds up, divides or grows (普通表格). */
  readonly ordinary: readonly OrdinaryReview[];
}

/** Checks a whole workbook: the sets by the statutory checks, all other visible sheets, and what stands beside known tables, by what they show
 * themselves. */
export function reviewWorkbook(
  { workbook, recognised, sets }: Pick<LoadedAccounts, 'workbook' | 'recognised' | 'sets'>,
  options: JudgeOptions = { rounding: 'tolerated' },
): WorkbookReview {
  const facts = readFacts(workbook);
  const unknown = new Set(recognised.unrecognised.filter(({ reason }) => reason === 'no-known-table').map(({ sheet }) => sheet));
  const tables = recognised.sets.flatMap((set) => set.tables);
  const others = workbook.sheets.flatMap((sheet) => {
    if (unknown.has(sheet.name)) return [sheet];
    const own = tables.filter((table) => table.sheet === sheet.name);
    return own.length === 0 ? [] : (besideTables(sheet, own) ?? []);
  });
  const ordinary = checkOrdinarySheets(others, workbook, facts, options);
  const accounts = sets.map((set) => withFormulaFindings(checkAccounts(set, checks, options), set, workbook, options));
  return { accounts, ordinary };
}

/**
 * Every relation that is seen, broken ones too: the statutory ones where tables are known (unless `generic`), what the cells show elsewhere.
 * Hidden sheets and ours take no part.
 */
export function listRelations({ workbook, recognised, sets }: LoadedAccounts, generic: boolean): readonly SheetRelation[] {
  const unknown = new Set(recognised.unrecognised.filter(({ reason }) => reason === 'no-known-table').map(({ sheet }) => sheet));
  const others = new Set(recognised.unrecognised.filter(({ reason }) => reason !== 'no-known-table').map(({ sheet }) => sheet));
  const discovered = workbook.sheets
    .filter(({ name, visibility }) => (generic ? visibility === 'visible' && !others.has(name) : unknown.has(name)))
    .flatMap((sheet) => discoveredIn(sheet, workbook));
  return generic ? discovered : [...sets.flatMap((set) => statedIn(checkAccounts(set, checks).judgements)), ...discovered];
}

/** The wording of the region these accounts come from (写法): the first of the catalogue that suits them. */
export function narrativeFor(accounts: TableSet): NarrativeDefinition {
  const found = narratives.find((narrative) => narrative.suits(accounts)) ?? narratives[0];
  if (found === undefined) throw new Error('the catalogue holds no narrative');
  return found;
}

/** A narrative in the words of its workbook: the sheet 说明措辞 over a standard wording. */
export interface BookNarrative {
  readonly narrative: Narrative;
  readonly wording: BookWording;
  /** With every own text that could be used. */
  readonly definition: NarrativeDefinition;
  readonly faults: readonly WordingFault[];
  /** Headings by section, as they were written. */
  readonly headings: ReadonlyMap<string, string>;
}

/** `changes` to the own wording, by key, are tried out before anybody has written them into the workbook. */
export function narrateBook(
  accounts: TableSet,
  workbook: Workbook,
  standard: NarrativeDefinition = narrativeFor(accounts),
  changes: Readonly<Record<string, string>> = {},
): BookNarrative {
  const wording = changeWording(readWording(workbook), changes);
  const { conventions } = wording;
  const { definition, faults } = withOwnWording(standard, wording.own, accounts, conventions);
  const narrative = narrate(accounts, definition, { conventions });
  const headings = new Map(narrative.sections.map(({ id, heading }) => [id, heading]));
  return { narrative, wording, definition, faults, headings };
}

/** Whether the wording chosen, or the workbook where none is, asks for 变动说明: it is written about tables that no statement knows. */
export function wantsVariance({ sets }: Pick<LoadedAccounts, 'sets'>, wording: string | undefined): boolean {
  return sets.length === 0 || tableNarratives.some(({ id }) => id === wording);
}

/** 变动说明 of all visible sheets that no statement knows, with what people typed for it. */
export function narrateTables(
  { workbook, recognised }: Pick<LoadedAccounts, 'workbook' | 'recognised'>,
  facts: Facts = readFacts(workbook),
  thresholds?: Thresholds,
): VarianceNarration {
  const [definition] = tableNarratives;
  if (definition === undefined) throw new Error('the catalogue holds no narrative about ordinary tables');
  const sheets = recognised.unrecognised.flatMap(({ sheet: name, reason }) =>
    reason === 'no-known-table' ? (findSheet(workbook, name) ?? []) : [],
  );
  return narrateVariance(sheets, workbook, facts, definition, thresholds);
}

/**
 * Every number of a text against these accounts and against itself (核对说明); every wording of the catalogue is understood, and that of the workbook
 * itself where it has one.
 */
export function auditNarrative(text: string, accounts: TableSet, workbook?: Workbook): Audit {
  return audit(text, auditSubjectOf(accounts, workbook));
}

/** What texts about these accounts are held against; made once where several are. */
export function auditSubjectOf(accounts: TableSet, workbook?: Workbook): AuditSubject {
  const own = workbook === undefined ? undefined : narrateBook(accounts, workbook);
  const references = [
    ...narratives.map((definition) => narrate(accounts, definition)),
    ...(own === undefined || own.wording.sheet === undefined ? [] : [own.narrative]),
  ];
  return auditSubject(accounts, references, doubtfulCells(checkAccounts(accounts, checks).findings));
}

/** The narrative that stands in a sheet of the workbook itself, if there is one. */
export function sheetTextIn({ workbook, recognised }: Pick<LoadedAccounts, 'workbook' | 'recognised'>): SheetText | undefined {
  return textInWorkbook(workbook, new Set(recognised.sets.flatMap(({ tables }) => tables.map(({ sheet }) => sheet))));
}

export interface LoadOptions {
  /** The name last year's workbook bears, where somebody has said that it is the same department. */
  readonly priorDepartment?: string | undefined;
  /** Typed just now and not yet in the sheet: added to what the sheet says. */
  readonly typed?: readonly (TypedLine & { readonly year?: number | undefined })[] | undefined;
}

/** Recognises the tables of a workbook and joins last year's (from `prior`, or from the same workbook) and 补充资料 to them. */
export function loadAccounts(workbook: Workbook, prior?: Workbook, { priorDepartment, typed = [] }: LoadOptions = {}): LoadedAccounts {
  const recognised = recognise(workbook, statements);
  const priorYear = prior === undefined ? undefined : recognise(prior, statements, { book: 'prior' });
  const named = recognised.sets.map((set) => {
    const said = priorDepartment === undefined ? [] : [{ ...PRIOR_DEPARTMENT_LINE, text: priorDepartment, year: set.year }];
    const read = readFacts(workbook, 'current', set.department);
    return { ...set, facts: [...said, ...typed].reduce((facts, { year, ...line }) => typeFacts(facts, [line], year), read) };
  });
  const joined = named.map((set) => joinPrior(set, priorYear, named));
  const questions = joined.flatMap(({ question }) => question ?? []);
  const sets = joined.map(({ set }) => withPriorFacts(set, named, workbook, prior));
  return {
    workbook,
    recognised,
    sets,
    priorUnmatched: questions.filter(({ kind }) => kind === 'missing').map(({ department }) => department),
    priorQuestions: questions.filter(({ kind }) => kind !== 'missing'),
    supplementFaults: supplementFaults(
      workbook,
      sets.map(({ department }) => department),
    ),
  };
}

/** What people typed last year goes along, to be offered again. */
function withPriorFacts(set: TableSet, own: readonly TableSet[], workbook: Workbook, prior: Workbook | undefined): TableSet {
  if (set.prior === undefined) return set;
  const isOwn = own.some(({ tables }) => tables === set.prior?.tables);
  const { department } = set.prior;
  const facts = isOwn || prior === undefined ? readFacts(workbook, 'current', department) : readFacts(prior, 'prior', department);
  return { ...set, prior: { ...set.prior, facts } };
}
