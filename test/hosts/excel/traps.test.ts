/** The known traps of Excel's programming interface (陷阱清单), and the test that shows each of them: none may lose its test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The trap, and how the title of its test begins. */
const TRAPS: readonly (readonly [trap: string, test: string])[] = [
  ['a null object reads as undefined, and writing to it is ignored', 'null object reads undefined'],
  ['NaN and undefined in a matrix are skipped without a word', 'NaN/undefined skipped silently'],
  ['a Date is written as text', 'Date → string'],
  ['the shipped client does not check API sets', 'gating off in production'],
  ['a range costs one more round trip at the end of the run', 'extra clean-up sync per run'],
  ['5 MB each way on the web, counted by operations', '5 MB by operations'],
  ['more than five million cells answer null, or an error', 'values null over 5 M'],
  ['a whole column answers null', 'whole-column reads null'],
  ['merged areas are found by their top-left cell, 512 at most', 'merges only by top-left, ≤ 512'],
  ['getRanges takes about 8,192 characters', 'getRanges string ~8 K'],
  ['no fill reads as white', 'No Fill = #FFFFFF'],
  ['loading custom rules among others fails the batch', 'mixed CF load fails'],
  ['damaged rules throw when loaded', 'damaged CF throws when loaded'],
  ['references in a rule are re-based', 'CF re-based'],
  ['selecting on another sheet is lost before a sync', 'select on other sheet needs a sync after activate'],
  ['a sheet made in the same batch does not come to the front on the web', 'add+activate on web'],
  ['there may be no active worksheet', 'chart sheet active'],
  ['another workbook may have the focus', 'other workbook focused'],
  ['a cell being edited refuses the whole batch', 'edit mode'],
  ['our own writing raises events', 'own writes raise events'],
  ['recalculation and, on some builds, drop-downs raise none', 'recalc raises no onChanged, drop-down edits on web neither'],
  ['a sheet is renamed while we hold its name', 'sheet renamed while we hold the name'],
  ['writing clears the undo list of Office 2021', 'undo cleared on Office 2021'],
  ['ribbon.requestUpdate clears it too; showAsTaskpane is ignored for Marketplace add-ins; unprotect fails', 'is never used to unprotect'],
  ['the ribbon opens the pane without showAsTaskpane', 'opens the pane by a button of its own'],
  ['column widths are in points', 'columnWidth in points'],
  ['autofit does nothing for merged cells', 'autofit fails on merges'],
  ['no row is higher than 409 points', '409 pt rows'],
  ['texts are taken for formulas, dates and numbers', 'formula injection'],
  ['settings fail about one million characters', 'settings ~1 MB'],
  ['protect and unprotect fail on some builds', 'protect/unprotect regression'],
  ['five seconds without an answer restart the add-in', '5-s watchdog'],
  ['a matrix of another shape is refused, what came before stays', 'the matrix must have the shape of the range'],
  ['an object used after its run, a property nobody has loaded', 'an object used after its run'],
  ['fifty round trips at once', 'more than fifty rounds at once'],
  ['cells under a merge show empty', 'a merged cell shows empty under its corner'],
  ['an error and a text that looks like one', 'a text that looks like an error'],
  ['a formula and a text that looks like one', 'a text that looks like a formula'],
  ['Office 2019 and older are too old', '%s is recent enough'],
];

const titles = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts') && file !== 'traps.test.ts')
  .flatMap((file) => [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/(?:\bit|\))\(\s*'([^']+)'/g)])
  .map(([, title = '']) => title);

describe('every known trap', () => {
  it.each(TRAPS)('%s', (_, test) => {
    expect(titles.filter((title) => title.startsWith(test))).toHaveLength(1);
  });
});
