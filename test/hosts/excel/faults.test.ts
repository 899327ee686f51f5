/** Whatever round fails, and wherever it breaks off: no half sheet, no mark that «clear» cannot find, and everything of the user's as before. */
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/core/edits/edit.ts';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { ExcelTrouble } from '../../../src/hosts/excel/trouble.ts';
import type { ExcelHost, Fault } from '../../support/excel-host/excel-host.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { picture } from '../../support/excel-host/model/book.ts';
import { report } from './report.ts';
import { richWorkbook } from './sample.ts';

const patience = { cellEditEvery: 1, cellEditAtMost: 5, busy: [1, 1, 1] };
const EDITS: readonly Edit[] = [
  { kind: 'clear-marks' },
  { kind: 'mark-cells', sheet: '公开01表', level: 'error', areas: [{ top: 2, left: 2, bottom: 2, right: 2 }] },
  { kind: 'mark-cells', sheet: '隐藏的', level: 'warning', areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] },
  { kind: 'write-sheet', content: report },
];
/** By this action of the writing a new sheet has its tag. */
const TAGGED = 8;
const UNDO: readonly Edit[] = [{ kind: 'clear-marks' }, { kind: 'remove-sheet', tag: report.tag }];

/** A host with a mark, a user's rule, and, if asked, our sheet from an earlier run. */
async function prepared(withSheet: boolean): Promise<{ readonly host: ExcelHost; readonly before: unknown }> {
  const host = openInExcel(richWorkbook());
  host.book.sheets[0]!.rules = [
    { id: 'u', type: 'Custom', areas: [{ top: 0, left: 0, bottom: 9, right: 2 }], formula: '=$C1<0', fill: '#00FF00', stopIfTrue: false },
  ];
  const before = structuredClone(picture(host.book));
  if (withSheet) await applyEdits(EDITS);
  host.syncs.length = 0;
  return { host, before };
}

async function outcome(host: ExcelHost, fault: Fault, at: number): Promise<ExcelTrouble | undefined> {
  host.fault = (index) => (index === at ? fault : undefined);
  try {
    await applyEdits(EDITS, { patience });
    return undefined;
  } catch (error) {
    if (error instanceof ExcelTrouble) return error;
    throw error;
  } finally {
    host.fault = undefined;
  }
}

/** Only our signature, only finished sheets, and nothing of the user's has moved. */
async function expectWhole(host: ExcelHost, before: unknown): Promise<void> {
  for (const { rules } of host.book.sheets) for (const rule of rules) expect(rule.formula).not.toBe('');
  for (const sheet of host.book.sheets) {
    if (sheet.names.some(({ comment }) => comment === 'tieout 1 unfinished')) expect(sheet.cells.extent()).toBeUndefined();
  }
  await applyEdits(UNDO);
  expect(picture(host.book)).toEqual(before);
}

describe.each([false, true])('with our sheet there before: %s', (withSheet) => {
  it.each(['RequestAborted', 'GeneralException', 'AccessDenied', 'ServiceNotAvailable'])(
    'a round refused or its answer lost (%s)',
    async (code) => {
      for (let at = 0; at < 5; at++) {
        for (const when of ['before', 'after'] as const) {
          const { host, before } = await prepared(withSheet);
          const trouble = await outcome(host, { code, when }, at);
          expect(trouble?.code ?? code).toBe(code);
          await expectWhole(host, before);
        }
      }
    },
  );

  it('the writing broken off at every single action', async () => {
    const counted = await prepared(withSheet);
    await applyEdits(EDITS);
    const writing = counted.host.syncs.findIndex(({ request }) => request.Actions.some(({ ActionType }) => ActionType === 4));
    const actions = counted.host.syncs[writing]!.request.Actions.length;
    expect(actions).toBeGreaterThan(40);
    for (let action = 0; action < actions; action++) {
      const { host, before } = await prepared(withSheet);
      const trouble = await outcome(host, { code: 'AccessDenied', when: { action } }, writing);
      expect(trouble?.kind).toBe('protected');
      await expectWhole(host, before);
    }
  });

  it('Excel gone altogether in the middle of the writing: the next run puts it right', async () => {
    // Only between the making of a sheet and its tag is there nothing to know it by: an empty sheet stays then.
    for (let action = TAGGED; action < 70; action += 7) {
      const { host, before } = await prepared(withSheet);
      let gone = false;
      host.fault = (_, request) => {
        if (gone) return { code: 'AccessDenied', when: 'before' };
        if (!request.Actions.some(({ ActionType }) => ActionType === 4)) return undefined;
        gone = true;
        return { code: 'AccessDenied', when: { action } };
      };
      await expect(applyEdits(EDITS, { patience })).rejects.toBeInstanceOf(ExcelTrouble);
      host.fault = undefined;
      await applyEdits(EDITS);
      await expectWhole(host, before);
    }
  });
});

describe('a cell being edited', () => {
  it('is waited for, told once, and given up after the patience', async () => {
    const { host, before } = await prepared(false);
    const told: string[] = [];
    host.cellEdit = true;
    await expect(applyEdits(EDITS, { patience, onWaiting: (why) => told.push(why) })).rejects.toMatchObject({ kind: 'cell-edit' });
    expect(told).toEqual(['cell-edit']);
    expect(picture(host.book)).toEqual(before);
    setTimeout(() => (host.cellEdit = false), 20);
    await applyEdits(EDITS, { patience: { ...patience, cellEditAtMost: 2000 } });
    expect(host.book.sheets.some(({ name }) => name === report.name)).toBe(true);
  });

  it('beginning between two rounds, doubles no mark', async () => {
    const { host } = await prepared(false);
    const bare: readonly Edit[] = EDITS.filter(({ kind }) => kind === 'mark-cells');
    host.afterSync = (index) => {
      if (index === 0) host.cellEdit = true;
      setTimeout(() => (host.cellEdit = false), 10);
    };
    await applyEdits(bare, { patience: { ...patience, cellEditAtMost: 2000 } });
    expect(host.book.sheets[0]!.rules.filter(({ formula }) => formula.includes('TIEOUT'))).toHaveLength(1);
  });

  it('that never ends leaves the marks of the last run where they are', async () => {
    const { host } = await prepared(true);
    const before = structuredClone(picture(host.book));
    host.afterSync = () => {
      if (host.syncs.length === 2) host.cellEdit = true;
    };
    await expect(applyEdits(EDITS, { patience })).rejects.toMatchObject({ kind: 'cell-edit' });
    expect(picture(host.book)).toEqual(before);
  });

  it('makes background work give way at once', async () => {
    const { host } = await prepared(false);
    host.cellEdit = true;
    await expect(applyEdits(EDITS, { background: true })).rejects.toMatchObject({ kind: 'cell-edit' });
    expect(host.syncs).toHaveLength(1);
  });
});
