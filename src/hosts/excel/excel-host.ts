/** Excel as the pane sees it (Excel 宿主): the port over reading, marking, own sheets, selection, remembered settings and heard edits. */
import type { Edit } from '../../core/edits/edit.ts';
import type { Sheet } from '../../core/workbook/workbook.ts';
import type { HostApplied, HostReading, HostRunOptions, WorkbookHost } from '../workbook-host.ts';
import { type AppliedEdits, applyEdits } from './apply-edits.ts';
import { hearEdits } from './events.ts';
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts';
import { recall, remember } from './remembered.ts';
import type { Patience, RunOptions } from './retry.ts';
import { revealCell } from './reveal.ts';
import { restoreCells } from './set-values.ts';

/** `patience`: how long to wait for a person or a busy Excel. */
export function excelHost({ patience }: { readonly patience?: Patience } = {}): WorkbookHost {
  let before: ReadWorkbook | undefined;
  let listening = 0;
  let revision = 0;
  const edited = new Set<string>();
  /** Custom rules by the id of their sheet, as the last writing left them. */
  const rules = new Map<string, readonly string[]>();

  const run = ({ onWaiting, signal }: HostRunOptions = {}): RunOptions => ({ onWaiting, signal, patience });

  /** Our own writing is not heard, but the next reading must see it. */
  const wroteTo = (names: readonly string[]): void => {
    before?.workbook.sheets.forEach(({ name }, index) => {
      const id = before?.sheetIds[index];
      if (id !== undefined && names.includes(name)) edited.add(id);
    });
  };

  return {
    kind: 'excel',

    async read(options = {}): Promise<HostReading> {
      const again =
        options.onlyEdited === true && listening > 0 && before !== undefined ? { ids: [...affected(before, edited)], before } : undefined;
      const taken = [...edited];
      edited.clear();
      try {
        before = await readWorkbook({
          ...run(options),
          background: options.onlyEdited,
          onProgress: options.onProgress,
          revision: () => revision,
          again,
        });
      } catch (error) {
        for (const id of taken) edited.add(id);
        throw error;
      }
      return before;
    },

    async apply(edits, options = {}): Promise<HostApplied> {
      wroteTo(touched(edits));
      const knownSheets = before?.sheetIds.map((id) => ({ id, rules: rules.get(id) ?? [] }));
      const applied = await applyEdits(edits, { ...run(options), knownSheets });
      for (const sheet of applied.rules) rules.set(sheet.id, sheet.rules);
      options.onProgress?.(1);
      wroteTo(applied.written.map(({ sheet }) => sheet));
      return hostApplied(applied, () => wroteTo(applied.replaced.map(({ sheet }) => sheet)));
    },

    reveal: ({ sheet, row, column }, options = {}) =>
      revealCell({ sheet, row, column }, { ...run(), ...(options.showHiddenSheet === true ? { showSheet: true } : {}) }),

    recall: (name) => recall(name, run()),
    remember: (name, text) => remember(name, text, run()),

    async hearEdits(tell) {
      const listener = await hearEdits((heard) => {
        for (const { sheetId } of heard) edited.add(sheetId);
        revision += 1;
        tell();
      });
      listening += 1;
      return async () => {
        listening -= 1;
        await listener.stop();
      };
    },
  };
}

/** The sheets that were edited, and those whose formulas look at other sheets: Excel tells nobody that it has recalculated them. */
function affected({ workbook, sheetIds }: ReadWorkbook, edited: ReadonlySet<string>): ReadonlySet<string> {
  const ids = new Set(edited);
  workbook.sheets.forEach((sheet, index) => {
    const id = sheetIds[index];
    if (id !== undefined && looksElsewhere(sheet)) ids.add(id);
  });
  return ids;
}

function looksElsewhere({ grid }: Sheet): boolean {
  return grid.some((cells) => cells?.some((cell) => cell?.formula !== undefined && cell.formula.includes('!')) === true);
}

function touched(edits: readonly Edit[]): readonly string[] {
  return edits.flatMap((edit) => (edit.kind === 'set-value' ? [edit.sheet] : edit.kind === 'write-sheet' ? [edit.content.name] : []));
}

function hostApplied({ written, skipped, replaced }: AppliedEdits, restored: () => void): HostApplied {
  const done = { written: written.map(({ tag, sheet }) => ({ tag, name: sheet })), skipped };
  if (replaced.length === 0) return done;
  return {
    ...done,
    async undo() {
      await restoreCells(replaced);
      restored();
    },
  };
}
