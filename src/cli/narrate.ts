/** `narrate`: writes the 《决算公开说明》 of a department, or 变动说明 about ordinary tables (生成说明), every figure traced to its cell; what nobody has typed yet is listed. */
import { type BookNarrative, narrateBook, narrateTables, narratives, tableNarratives, wantsVariance } from '../engine.ts';
import { FINAL_ACCOUNT_NAMES } from '../core/narrative/final-account-names.ts';
import { priorMatches } from '../core/narrative/prior-matches.ts';
import { currentSets } from '../core/tables/prior-accounts.ts';
import type { Finding } from '../core/findings/finding.ts';
import { doubtfulFigures } from '../core/narrative/doubts.ts';
import type { TableSet } from '../core/tables/table-set.ts';
import type { WriteSheet } from '../core/edits/edit.ts';
import { planNarrative } from '../core/edits/plan-narrative.ts';
import { supplementEdits } from '../core/edits/plan-supplement.ts';
import { faultText, planWording } from '../core/edits/plan-wording.ts';
import { standingNarrative } from '../core/edits/standing-narrative.ts';
import { type Narrative, type Span, textOf } from '../core/narrative/narrative.ts';
import { formulaOf } from '../core/narrative/formula.ts';
import { sourcesOf } from '../core/narrative/sources.ts';
import type { NarrativeDefinition } from '../core/narrative/profile.ts';
import type { Unit } from '../core/number/unit.ts';
import { type Arguments, onlyBook } from './arguments.ts';
import { allReviews, annotate, checkAll } from './check.ts';
import { cellJson } from './check-json.ts';
import { checkDocument, checkOutput, writeOutput } from './files.ts';
import type { SilentSheet } from '../core/variance/compared-table.ts';
import { noticeJson, writeNotices } from './notices.ts';
import { type Opened, openAccounts } from './select-accounts.ts';
import { UsageError } from './usage-error.ts';

export async function runNarrate(options: Arguments): Promise<number> {
  const { messages } = options;
  const path = onlyBook(options);
  const chosen = chosenWording(options);
  await checkOutput(options.out, path, options);
  await checkDocument(options.docx, [path, ...(options.prior === undefined ? [] : [options.prior])], options);
  const opened = await openAccounts(path, options);
  const told = wantsVariance(opened, options.narrative) ? tellTables(opened, path, options) : tellAccounts(opened, chosen, options);
  const { accounts, silent } = told;
  const standing = standingNarrative(told.narrative, accounts, opened.loaded.workbook);
  const { narrative } = standing;
  if (options.out !== undefined && standing.merge.leavesWords) throw new UsageError(messages.otherNarrative(path));
  const results = options.out === undefined && options.docx === undefined ? [] : allReviews(checkAll(opened, options));
  const findings = results.flatMap((result) => result.findings);
  if (options.out !== undefined) {
    const sheets = [
      planNarrative(told.narrative, findings, { live: options.live, standing, about: accounts.department }),
      ...(told.book === undefined ? [] : wordingEdits(told.book, options.wording)),
      ...supplementEdits(told.narrative, accounts, opened.loaded.workbook, { locale: options.locale }),
    ];
    await writeOutput(options.out, annotate(opened, results, options, sheets), options);
  }
  if (options.docx !== undefined) await writeDocument(options.docx, narrative, accounts, opened, findings, options);
  const matches = priorMatches(accounts, FINAL_ACCOUNT_NAMES, narrative.carried);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...narrativeJson(narrative), ...noticeJson(opened, matches) }, null, 1)}\n`);
    return 0;
  }
  process.stdout.write(narrativeText(narrative));
  if (told.book !== undefined) tellFaults(told.book, options);
  if (narrative.gaps.length > 0) {
    const list = narrative.gaps.map((gap) => `  ${gap.section} · ${gap.label}`).join('\n');
    process.stderr.write(`${messages.gapsHead(narrative.gaps.length)}\n${list}\n${messages.gapsHint}\n`);
  }
  if (options.live && narrative.variance !== undefined) process.stderr.write(`${messages.varianceNotLive}\n`);
  for (const { sheet, why } of silent) process.stderr.write(`${messages.silentSheet(sheet, why[options.locale])}\n`);
  writeNotices(opened, options, matches);
  const doubts = options.docx === undefined ? 0 : doubtfulFigures(narrative, findings).length;
  if (doubts > 0) process.stderr.write(`${messages.docxDoubts(doubts)}\n`);
  for (const path of [options.out, options.docx]) if (path !== undefined) process.stderr.write(`${messages.wrote(path)}\n`);
  return 0;
}

/** The sheet 说明措辞 is written again where the workbook has one: what is wrong with a wording stands beside it. */
function wordingEdits({ definition, wording, faults, headings }: BookNarrative, wanted: boolean): readonly WriteSheet[] {
  return wording.sheet === undefined && !wanted ? [] : [planWording(definition, wording, faults, headings)];
}

function tellFaults({ faults, wording }: BookNarrative, { messages, locale }: Arguments): void {
  for (const fault of faults) process.stderr.write(`${messages.wordingFault(fault.key, faultText(fault)[locale])}\n`);
  for (const [key, explanation] of wording.misread) process.stderr.write(`${messages.wordingFault(key, explanation[locale])}\n`);
}

interface Told {
  readonly narrative: Narrative;
  /** Of final accounts: the narrative with its own wording. */
  readonly book?: BookNarrative;
  readonly accounts: TableSet;
  /** Ordinary sheets about which nothing is said, and why. */
  readonly silent: readonly SilentSheet[];
}

function tellAccounts({ sets, loaded }: Opened, chosen: NarrativeDefinition | undefined, { messages }: Arguments): Told {
  const [accounts, second] = currentSets(sets);
  if (accounts === undefined) throw new Error('a workbook without accounts is told by its tables');
  if (second !== undefined)
    throw new UsageError(messages.severalDepartments(sets.map((set) => set.department || messages.unnamedDepartment)));
  const book = narrateBook(accounts, loaded.workbook, chosen);
  return { narrative: book.narrative, book, accounts, silent: [] };
}

function tellTables({ loaded }: Opened, path: string, { messages, locale, thresholds }: Arguments): Told {
  const { narrative, accounts, silent } = narrateTables(loaded, undefined, thresholds);
  if (narrative === undefined)
    throw new UsageError(
      messages.noComparison(
        path,
        silent.map(({ sheet, why }) => messages.silentSheet(sheet, why[locale])),
      ),
    );
  return { narrative, accounts, silent };
}

async function writeDocument(
  path: string,
  narrative: Narrative,
  accounts: TableSet,
  { loaded }: Opened,
  findings: readonly Finding[],
  options: Arguments,
): Promise<void> {
  // The library for Word is large and seldom needed.
  const { writeWord } = await import('../export/word.ts');
  await writeOutput(path, await writeWord({ narrative, accounts, workbook: loaded.workbook, findings }), options);
}

/** Read before any work is done; undefined where the accounts themselves decide, and for 变动说明. */
export function chosenWording(options: Arguments): NarrativeDefinition | undefined {
  const { messages, narrative } = options;
  if (narrative === undefined || tableNarratives.some(({ id }) => id === narrative)) return undefined;
  const found = narratives.find((definition) => definition.id === narrative);
  if (found === undefined)
    throw new UsageError(
      messages.unknownNarrative(
        narrative,
        [...narratives, ...tableNarratives].map((definition) => definition.id),
      ),
    );
  return found;
}

export function narrativeText(narrative: Narrative): string {
  const parts = narrative.sections.map((section) =>
    [section.heading, ...section.paragraphs.map(textOf)].filter((line) => line !== '').join('\n'),
  );
  return `${narrative.title}\n\n${parts.join('\n\n')}\n`;
}

function narrativeJson(narrative: Narrative): object {
  return {
    sections: narrative.sections.map((section) => ({
      id: section.id,
      heading: section.heading,
      paragraphs: section.paragraphs.map((paragraph) => ({
        text: textOf(paragraph),
        spans: paragraph.spans.map((span) => spanJson(span, section.unit)),
      })),
    })),
    gaps: narrative.gaps.map(({ id, label, section, draft }) => ({ id, label, section, ...(draft === undefined ? {} : { draft }) })),
  };
}

// The contract knows four kinds; what a person typed is words with a source.
function spanJson(span: Span, unit: Unit | undefined): object {
  const formula = formulaOf(span, undefined, unit);
  return {
    kind: span.kind === 'fact' ? 'words' : span.kind,
    text: span.text,
    sources: sourcesOf(span).map(cellJson),
    ...(formula === undefined ? {} : { formula: `=${formula}` }),
  };
}
