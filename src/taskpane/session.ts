/** One pane at one workbook (会话): what can be done, one thing after the other, and the store the views read. */
import type { StoreApi } from 'zustand/vanilla';
import type { Command } from '../commands/command.ts';
import type { Edit } from '../core/edits/edit.ts';
import type { Locale } from '../core/locale.ts';
import type { WorkbookHost } from '../hosts/workbook-host.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Place, SuspectView } from './analysis/analysis.ts';
import type { PaneState, ViewName } from './pane-state.ts';
import { done, startWork } from './pane-work.ts';
import { readSettings, type Settings, SETTINGS_NAME, settingsText } from './settings.ts';
import { type TextActions, textActions } from './text-actions.ts';
import { troubleFrom } from './trouble.ts';

export interface Session extends TextActions {
  readonly store: StoreApi<PaneState>;
  /** Reads the settings and begins to listen; answers how to stop. */
  start(): () => void;
  show(view: ViewName): void;
  select(finding: string | undefined): void;
  run(command: Command): Promise<void>;
  /** Reads and checks again without writing anything but the marks that are there. */
  refresh(onlyEdited?: boolean): Promise<void>;
  cancel(): void;
  reveal(place: Place, showHiddenSheet?: boolean): Promise<void>;
  writeValue(suspect: SuspectView): Promise<void>;
  undo(): Promise<void>;
  choose(settings: Partial<Settings>): Promise<void>;
  choosePrior(file: File | undefined): Promise<void>;
  copied(): void;
  dismiss(): void;
}

export function createSession(host: WorkbookHost, analyser: Analyser, localeOf: (settings: Settings) => Locale): Session {
  const work = startWork(host, analyser, localeOf);
  const { store, next, busy, onWaiting, readAgain } = work;
  const { getState: state, setState: set } = store;
  let refreshAsked = false;

  function refresh(onlyEdited = false): Promise<void> {
    return next(async (signal) => {
      refreshAsked = false;
      if (!onlyEdited) busy('reading');
      try {
        await readAgain(signal, onlyEdited);
      } catch (error) {
        // Somebody is typing: the pane says that it is behind, and the next edit or a click brings it up to date.
        if (onlyEdited && troubleFrom(error).kind === 'cell-edit') set({ isStale: true });
        else throw error;
      }
    });
  }

  return {
    ...textActions(work),
    store,
    start() {
      let stop: (() => Promise<void>) | undefined;
      let stopped = false;
      void next(async () => set({ settings: readSettings(await host.recall(SETTINGS_NAME)) }));
      const edited = (): void => {
        if ((state().analysis === undefined && state().audited === undefined) || refreshAsked) return;
        refreshAsked = true;
        set({ isStale: true });
        void refresh(true);
      };
      void host.hearEdits(edited).then(
        (end) => (stopped ? void end() : (stop = end)),
        () => undefined,
      );
      return () => {
        stopped = true;
        void stop?.().catch(() => undefined);
        analyser.stop();
      };
    },
    show(view) {
      const { notice } = state();
      // What has simply been done need not be read again in every view.
      const isRead = notice?.kind === 'done' && notice.skipped.length === 0 && view !== state().view;
      set({ view, ...(isRead ? { notice: undefined } : {}) });
    },
    select: (selected) => set({ selected }),
    run(command) {
      return next(async (signal) => {
        set({ trouble: undefined, notice: undefined });
        const outcome = await command.run(
          { host, analyse: (reading) => work.analyse(reading, signal) },
          { signal, onWaiting, onStep: (step) => busy(step), onProgress: (share) => busy('reading', share) },
        );
        if (outcome.found !== undefined) work.found(outcome.found.reading, outcome.found.analysis);
        if (outcome.marked !== undefined) {
          work.remarked(outcome.marked ? (outcome.found?.analysis.edits.marks ?? []) : undefined);
          set({ isMarked: outcome.marked });
        }
        if (outcome.applied !== undefined) set({ notice: done(command.id, outcome.applied) });
        else if (outcome.found?.reading.isReadOnly === false) set({ notice: done(command.id, { written: [], skipped: [] }) });
      });
    },
    refresh,
    cancel: work.cancel,
    reveal(place, showHiddenSheet = false) {
      return next(async () => {
        const { sheet, row, column } = place;
        const how = await host.reveal({ sheet, row, column }, { showHiddenSheet });
        set(how === 'shown' ? { trouble: undefined } : { notice: { kind: 'revealed', how, place } });
      });
    },
    writeValue({ place, value }) {
      return next(async (signal) => {
        if (value === undefined) return;
        const { sheet, row, column, address } = place;
        const edit: Edit = { kind: 'set-value', sheet, row, column, value };
        const { undo, skipped } = await host.apply([edit], { onWaiting });
        await readAgain(signal, true);
        set({ notice: skipped.length > 0 ? done(undefined, { written: [], skipped }) : { kind: 'value-written', sheet, address, undo } });
      });
    },
    undo() {
      return next(async (signal) => {
        const { notice } = state();
        if (notice?.kind !== 'value-written' || notice.undo === undefined) return;
        await notice.undo();
        await readAgain(signal, true);
        set({ notice: { kind: 'undone' } });
      });
    },
    choose(chosen) {
      set({ settings: { ...state().settings, ...chosen } });
      if (state().settings.liveMarks || chosen.liveMarks !== undefined) work.remarked(undefined);
      return next(async (signal) => {
        await host.remember(SETTINGS_NAME, settingsText(state().settings));
        if (state().analysis !== undefined) await readAgain(signal, true);
      });
    },
    choosePrior(file) {
      return next(async (signal) => {
        busy('reading');
        const prior =
          file === undefined
            ? undefined
            : { name: file.name, workbook: await analyser.open(new Uint8Array(await file.arrayBuffer()), file.name) };
        set({ prior });
        if (state().analysis !== undefined) await readAgain(signal, true);
      });
    },
    copied: () => set({ notice: { kind: 'copied' } }),
    dismiss: () => set({ notice: undefined, trouble: undefined }),
  };
}
