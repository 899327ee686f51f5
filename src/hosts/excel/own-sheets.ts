/** Our own sheets in Excel (自有工作表): found by their tag, written over only while nothing of the user's is in them, otherwise left and written beside. */
import type { SheetContent } from '../../core/edits/sheet-content.ts';
import { tagName } from '../../core/workbook/sheet-tag.ts';
import { fillSheet, type WriteBudget } from './fill-sheet.ts';
import { cellsOfContent, fingerprintOf, type HeldCell, holdsNothingNew, isReplacedBy, tracesOf, UNFINISHED } from './fingerprint.ts';

/** Where the values we wrote are kept; the fingerprint is the comment of the tag. */
const WRITTEN = 'tieout-written';

/** A worksheet that may be the one a tag belongs to. */
interface Candidate {
  readonly sheet: Excel.Worksheet;
  readonly name: Excel.NamedItem;
  readonly used?: Excel.Range;
  readonly written?: Excel.WorksheetCustomProperty;
}

export interface OwnSheetSearch {
  readonly tag: string;
  /** Undefined when the sheet is to be removed. */
  readonly content: SheetContent | undefined;
  candidates: readonly Candidate[];
}

/** First round: which sheets bear the tag. */
export function askForTags(worksheets: readonly Excel.Worksheet[], tag: string, content: SheetContent | undefined): OwnSheetSearch {
  const candidates = worksheets.map((sheet) => {
    const name = sheet.names.getItemOrNullObject(tagName(tag));
    name.load('comment');
    return { sheet, name };
  });
  return { tag, content, candidates };
}

/** Second round: what those sheets hold now. False when there is nothing to ask. */
export function askForContents(search: OwnSheetSearch): boolean {
  const tagged = search.candidates.filter(({ name }) => !name.isNullObject);
  // People copy our sheets, and the copy bears the tag too; the one with our name is the original.
  const first = tagged.filter(({ sheet }) => sheet.name === search.content?.name);
  search.candidates = [...first, ...tagged.filter((one) => !first.includes(one))].map(({ sheet, name }) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,formulas');
    used.untrack();
    const written = sheet.customProperties.getItemOrNullObject(WRITTEN);
    written.load('value');
    return { sheet, name, used, written };
  });
  return search.candidates.length > 0;
}

export interface WrittenSheet {
  readonly tag: string;
  /** The name it bears now. */
  readonly sheet: string;
  /** `beside`: the one we wrote before holds edits of the user's, or is protected, and was left as it is. */
  readonly how: 'new' | 'in-place' | 'beside';
}

/** Third round: writes the sheet, new or in place; the caller syncs. Undefined when it would have to be added and `newName` is not given. */
export async function writeOwnSheet(
  context: Excel.RequestContext,
  { tag, candidates }: OwnSheetSearch,
  content: SheetContent,
  newName: string | undefined,
  budget: WriteBudget,
): Promise<WrittenSheet | undefined> {
  const next = cellsOfContent(content);
  const inFile = cellsOfContent(content, 'beside-the-cell');
  const place = candidates.find((candidate) => mayBeReplaced(candidate, next, inFile, content));
  if (place === undefined && newName === undefined) return undefined;
  const sheet = place?.sheet ?? context.workbook.worksheets.add(newName);
  const name = place === undefined ? addTag(sheet, tag) : emptied(place);
  await fillSheet(context, sheet, content, budget);
  const traces = tracesOf(content);
  sheet.customProperties.add(WRITTEN, traces.written);
  // Last of all: whatever breaks off before leaves the sheet unfinished, and the next run writes it again.
  name.comment = traces.fingerprint;
  return {
    tag,
    sheet: place?.sheet.name ?? newName ?? '',
    how: place !== undefined ? 'in-place' : candidates.length === 0 ? 'new' : 'beside',
  };
}

/** Before anything else is written, so that whatever breaks off is known as ours. */
function addTag(sheet: Excel.Worksheet, tag: string): Excel.NamedItem {
  const first = sheet.getRange('A1');
  const name = sheet.names.add(tagName(tag), first, UNFINISHED);
  name.visible = false;
  first.untrack();
  return name;
}

function emptied({ sheet, name }: Candidate): Excel.NamedItem {
  name.comment = UNFINISHED;
  const everything = sheet.getRange();
  everything.clear();
  everything.dataValidation.clear();
  everything.format.useStandardHeight = true;
  everything.columnHidden = false;
  everything.untrack();
  return name;
}

/** Queues the removal of those nobody has edited; answers the names of those that stay. */
export function removeOwnSheets(
  { candidates }: OwnSheetSearch,
  visibleSheets: number,
): { readonly removed: string[]; readonly left: string[] } {
  const removed: string[] = [];
  const left: string[] = [];
  let visible = visibleSheets;
  for (const candidate of candidates) {
    const { sheet } = candidate;
    const isVisible = sheet.visibility === 'Visible';
    // A workbook keeps one sheet that can be seen.
    if (!mayBeReplaced(candidate, [], []) || (isVisible && visible === 1)) {
      left.push(sheet.name);
      continue;
    }
    // Excel refuses to delete a very hidden sheet.
    if (sheet.visibility === 'VeryHidden') sheet.visibility = 'Hidden';
    sheet.delete();
    if (isVisible) visible--;
    removed.push(sheet.name);
  }
  return { removed, left };
}

/** `inFile`: the new content as the command line would write it. */
function mayBeReplaced(
  { sheet, name, used, written }: Candidate,
  next: readonly HeldCell[],
  inFile: readonly HeldCell[],
  content?: SheetContent,
): boolean {
  if (sheet.protection.protected) return false;
  if (name.comment === UNFINISHED) return true;
  const now = used === undefined || used.isNullObject ? [] : heldCells(used);
  if (now === undefined) return false;
  if (content !== undefined && isReplacedBy(content, now, next)) return true;
  const text = written?.isNullObject === false ? String(written.value) : '';
  if (name.comment !== '') return holdsNothingNew({ fingerprint: name.comment, written: text }, now, next);
  // Written by the command line, which leaves no fingerprint: only when it already says what it will say.
  return now.length === 0 || fingerprintOf(now) === fingerprintOf(inFile);
}

/** Undefined when Excel gave no cells: a sheet too large to be ours. `formulas` holds the values too, where there is no formula. */
function heldCells({ formulas, rowIndex, columnIndex }: Excel.Range): HeldCell[] | undefined {
  const rows = formulas as unknown[][] | null;
  return rows?.flatMap((row, down) =>
    row.flatMap((held, right): HeldCell[] =>
      held === '' || (typeof held !== 'string' && typeof held !== 'number' && typeof held !== 'boolean')
        ? []
        : [{ row: rowIndex + down, column: columnIndex + right, held }],
    ),
  );
}
