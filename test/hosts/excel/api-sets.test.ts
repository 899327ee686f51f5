/** No member of the Excel API is newer than what we require, except behind a question; and none of those that damage or disturb is used at all. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { NEWER_APIS, REQUIRED_EXCEL_API } from '../../../src/hosts/excel/requirement.ts';
import { apiUses, within } from './api-uses.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'src/hosts/excel');
/** Everything that speaks of Excel or of Office, wherever it stands. */
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join(root, 'src', file))
  .filter((file) => /\b(?:Excel|Office|OfficeExtension)\./.test(readFileSync(file, 'utf8')));
const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')).config as { compilerOptions: object };
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
const report = apiUses(files, options);

/** Members that take away a protection, a user's rules or the undo list, or that fail when a chart sheet is in front. */
const FORBIDDEN =
  /^(WorksheetProtection|WorkbookProtection)\.(protect|unprotect)$|\.clearAll$|\.getActiveWorksheet|\.getSelectedRange|\.getActiveCell|\.requestUpdate$|\.showAsTaskpane$/;

/** Part of every Office with ribbon commands; its documentation names the set of Outlook only. */
const OF_ALL_OFFICE = new Set(['Event.completed']);

describe('the Excel API', () => {
  it('is used as far as the required set, and beyond only where NEWER_APIS says so', () => {
    const beyond = report.uses.filter(({ sets }) => sets.some((set) => !within(set, REQUIRED_EXCEL_API)));
    expect(beyond.filter(({ member }) => !(member in NEWER_APIS) && !OF_ALL_OFFICE.has(member))).toEqual([]);
    for (const [member, version] of Object.entries(NEWER_APIS)) {
      const uses = beyond.filter((use) => use.member === member);
      expect(uses.map(({ sets }) => sets)).toEqual([[`ExcelApi ${version}`]]);
      for (const { at } of uses) expect(readFileSync(join(folder, at.split(':')[0] ?? ''), 'utf8')).toContain(`supports('${member}')`);
    }
  });

  it('is found wherever it is used: hundreds of uses, in every way of writing', () => {
    expect(report.uses.length).toBeGreaterThan(150);
    expect(files.filter((file) => !file.startsWith(folder)).length).toBeGreaterThan(1);
    const members = new Set(report.uses.map(({ member }) => member));
    for (const member of [
      'Range.getMergedAreasOrNullObject',
      'Range.numberFormat',
      'WorksheetChangedEventArgs.triggerSource',
      'ConditionalFormatCollection.add',
      'RunOptions.mergeUndoGroup',
      'NamedItem.comment',
    ]) {
      expect(members).toContain(member);
    }
  });

  it('is known to one folder only: what else there is of Office elsewhere belongs to no version of Excel', () => {
    const elsewhere = report.uses.filter(({ at }) => !existsSync(join(folder, at.split(':')[0] ?? '')));
    expect(elsewhere.filter(({ sets }) => sets.some((set) => set.startsWith('ExcelApi')))).toEqual([]);
  });

  it('is loaded by paths that exist', () => {
    expect(report.faults).toEqual([]);
  });

  it('is never used to unprotect, to clear all rules, or to ask for the active sheet', () => {
    expect(report.uses.filter(({ member }) => FORBIDDEN.test(member))).toEqual([]);
  });

  it('is required by the manifest in the same version', () => {
    expect(readFileSync(join(root, 'manifest.xml'), 'utf8')).toMatch(
      new RegExp(`<Set Name="ExcelApi" MinVersion="${REQUIRED_EXCEL_API}"\\s*/>`),
    );
  });

  it('would be caught: a newer member, a wrong path, a path that is not written out', () => {
    const place = mkdtempSync(join(tmpdir(), 'tieout-api-'));
    try {
      const probe = join(place, 'probe.ts');
      writeFileSync(
        probe,
        `export function probe(range: Excel.Range, path: string): void { range.load('valuesAsJson,nothing'); range.load(path); const { linkedDataTypeState } = range; void linkedDataTypeState; }\n` +
          `export function newer(areas: Excel.RangeAreas, format: Excel.ConditionalFormat): void { areas.clearOrResetContents(); format.setRanges('A1'); }`,
      );
      const found = apiUses([probe], options);
      expect(found.uses.filter(({ sets }) => sets.some((set) => !within(set, REQUIRED_EXCEL_API))).map(({ member }) => member)).toEqual([
        'Range.valuesAsJson',
        'RangeAreas.clearOrResetContents',
        'ConditionalFormat.setRanges',
      ]);
      expect(found.uses.map(({ member }) => member)).toContain('Range.linkedDataTypeState');
      expect(found.faults).toHaveLength(2);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
