/** One pane at one workbook (会话): what can be done, one thing after the other, and the store the views read. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../commands/command.ts';
import type { Edit } from '../core/edits/edit.ts';
import type { Locale } from '../core/locale.ts';
import type { HostApplied, HostReading, WorkbookHost } from '../hosts/workbook-host.ts';
import type { Analyser } from './analysis/analyser.ts';
import type {
  Analysis,
  AnalysisRequest,
  AuditSource,
  FindingView,
  Place,
  SuspectView,
  TypedAnswer,
  WordingPreview,
} from './analysis/analysis.ts';
import type { Notice, PaneState, ViewName } from './pane-state.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings, SETTINGS_NAME } from './settings.ts';
import { download } from './download.ts';
import { troubleFrom } from './trouble.ts';

export interface Session {
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
  accept(finding: FindingView, reason: string): Promise<void>;
  fill(answers: readonly TypedAnswer[]): Promise<void>;
  choose(settings: Partial<Settings>): Promise<void>;
  choosePrior(file: File | undefined): Promise<void>;
  /** Writes 决算公开说明 anew: a paragraph that a person has edited or deleted reads as generated, or keeps their words for good. */
  decideHandEdit(key: string, how: 'restore' | 'settle'): Promise<void>;
  /** How the section would read with another wording; undefined when the workbook cannot be read now. */
  previewWording(key: string, text: string): Promise<WordingPreview | undefined>;
  /** Keeps own wordings with the workbook, in the sheet 说明措辞; an empty one brings the standard back. */
  saveWording(texts: Readonly<Record<string, string>>): Promise<void>;
  /** Offers the disclosure as a Word document for download. */
  saveWord(): Promise<void>;
  /** Reads the workbook and holds a text against its tables. */
  audit(source: AuditSource): Promise<void>;
  draftAudit(text: string): void;
  /** Offers the audited Word document, its corrections as tracked changes, for download. */
  saveCorrected(): void;
  copied(): void;
  dismiss(): void;
}

const START: PaneState = {
  view: 'overview',
  phase: { kind: 'ready' },
  analysis: undefined,
  reading: undefined,
  checkedAt: undefined,
  isStale: false,
  isMarked: false,
  settings: DEFAULT_SETTINGS,
  prior: undefined,
  trouble: undefined,
  notice: undefined,
  audited: undefined,
  auditDraft: '',
  selected: undefined,
  waitingFor: undefined,
};

export function createSession(host: WorkbookHost, analyser: Analyser, localeOf: (settings: Settings) => Locale): Session {
  const store = createStore<PaneState>(() => START);
  const { getState: state, setState: set } = store;
  let turn: Promise<void> = Promise.resolve();
  let abort = new AbortController();
  let marksShown = '';
  let refreshAsked = false;

  /** One thing after the other: what is asked for while something runs waits for it. */
  function next(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    turn = turn.then(async () => {
      abort = new AbortController();
      try {
        await work(abort.signal);
      } catch (error) {
        const trouble = troubleFrom(error);
        set(trouble.kind === 'cancelled' ? {} : { trouble });
      } finally {
        set({ phase: { kind: 'ready' }, waitingFor: undefined });
      }
    });
    return turn;
  }

  function analyse(
    { workbook }: HostReading,
    signal: AbortSignal,
    more: Pick<AnalysisRequest, 'typed' | 'handEdits' | 'wording'> = {},
  ): Promise<Analysis> {
    const { settings, prior } = state();
    return analyser.analyse({ workbook, prior: prior?.workbook, settings, locale: localeOf(settings), ...more }, signal);
  }

  function found({ workbook: _, ...reading }: HostReading, analysis: Analysis): void {
    const still = analysis.findings.some(({ id }) => id === state().selected);
    const findings = unchanged(analysis.findings, state().analysis?.findings ?? []);
    set({
      analysis: { ...analysis, findings },
      reading,
      checkedAt: Date.now(),
      isStale: false,
      trouble: undefined,
      ...(still ? {} : { selected: undefined }),
    });
  }

  async function readAgain(signal: AbortSignal, onlyEdited: boolean): Promise<HostReading> {
    const reading = await host.read({ signal, onWaiting, onlyEdited });
    const analysis = await analyse(reading, signal);
    found(reading, analysis);
    await showMarks(analysis, reading);
    const { audited } = state();
    if (audited !== undefined) await auditAgain(audited.source, reading, signal);
    return reading;
  }

  async function auditAgain(source: AuditSource, { workbook }: HostReading, signal: AbortSignal): Promise<void> {
    const { settings, prior } = state();
    const view = await analyser.audit({ workbook, prior: prior?.workbook, settings, locale: localeOf(settings), source }, signal);
    set({ audited: { source, view } });
  }

  /** Only where they differ from what is shown: writing to the workbook is never silent work. */
  async function showMarks({ edits }: Analysis, { isReadOnly }: HostReading): Promise<void> {
    const wanted = lasting(edits.marks);
    if (!state().isMarked || isReadOnly || wanted === marksShown) return;
    await host.apply(edits.marks);
    marksShown = wanted;
  }

  /** Reads, plans with what was just typed, writes 补充资料, and looks again. */
  function type(answers: readonly TypedAnswer[], notice: Notice): Promise<void> {
    return next(async (signal) => {
      busy('writing');
      const reading = await host.read({ signal, onWaiting, onlyEdited: true });
      const planned = await analyse(reading, signal, { typed: answers });
      const applied = await host.apply(planned.edits.supplement, { onWaiting });
      await readAgain(signal, true);
      set({ notice: applied.skipped.length === 0 ? notice : done('narrate', applied) });
    });
  }

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

  const onWaiting = (waitingFor: 'cell-edit' | 'busy'): void => set({ waitingFor });
  const busy = (step: 'reading' | 'checking' | 'writing', share?: number): void => set({ phase: { kind: 'busy', step, share } });

  return {
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
    show: (view) => set({ view }),
    select: (selected) => set({ selected }),
    run(command) {
      return next(async (signal) => {
        set({ trouble: undefined, notice: undefined });
        const outcome = await command.run(
          { host, analyse: (reading) => analyse(reading, signal) },
          { signal, onWaiting, onStep: (step) => busy(step), onProgress: (share) => busy('reading', share) },
        );
        if (outcome.found !== undefined) found(outcome.found.reading, outcome.found.analysis);
        if (outcome.marked !== undefined) {
          marksShown = outcome.marked ? lasting(outcome.found?.analysis.edits.marks ?? []) : '';
          set({ isMarked: outcome.marked });
        }
        if (outcome.applied !== undefined) set({ notice: done(command.id, outcome.applied) });
      });
    },
    refresh,
    cancel: () => abort.abort(new DOMException('cancelled', 'AbortError')),
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
        set({ notice: skipped.length > 0 ? done('check', { written: [], skipped }) : { kind: 'value-written', sheet, address, undo } });
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
    accept: ({ acceptance }, reason) => type([{ ...acceptance, text: reason }], { kind: 'accepted' }),
    fill: (answers) => type(answers, { kind: 'filled' }),
    choose(chosen) {
      set({ settings: { ...state().settings, ...chosen } });
      if (state().settings.liveMarks || chosen.liveMarks !== undefined) marksShown = '';
      return next(async (signal) => {
        await host.remember(SETTINGS_NAME, JSON.stringify(state().settings));
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
    async previewWording(key, text) {
      let preview: WordingPreview | undefined;
      await next(async (signal) => {
        const { workbook } = await host.read({ signal, onWaiting, onlyEdited: true });
        const { settings, prior } = state();
        const request = { workbook, prior: prior?.workbook, settings, locale: localeOf(settings), wording: { [key]: text } };
        preview = await analyser.preview(request, key);
      });
      return preview;
    },
    saveWording(texts) {
      return next(async (signal) => {
        busy('writing');
        const reading = await host.read({ signal, onWaiting, onlyEdited: true });
        const planned = await analyse(reading, signal, { wording: texts });
        const applied = await host.apply(planned.edits.wording, { onWaiting });
        await readAgain(signal, true);
        set({ notice: applied.skipped.length === 0 ? { kind: 'reworded' } : done('narrate', applied) });
      });
    },
    decideHandEdit(key, how) {
      return next(async (signal) => {
        busy('writing');
        const reading = await host.read({ signal, onWaiting, onlyEdited: true });
        const planned = await analyse(reading, signal, { handEdits: { [how]: [key] } });
        const applied = await host.apply(planned.edits.narrative, { onWaiting });
        await readAgain(signal, true);
        set({ notice: done('narrate', applied) });
      });
    },
    saveWord() {
      return next(async (signal) => {
        busy('writing');
        const { workbook } = await host.read({ signal, onWaiting, onlyEdited: true });
        const { settings, prior } = state();
        const file = await analyser.word({ workbook, prior: prior?.workbook, settings, locale: localeOf(settings) }, signal);
        if (file === undefined) return;
        download(file);
        set({ notice: { kind: 'saved', name: file.name } });
      });
    },
    audit(source) {
      return next(async (signal) => {
        busy('reading');
        set({ trouble: undefined, notice: undefined });
        await auditAgain(source, await host.read({ signal, onWaiting, onlyEdited: true }), signal);
      });
    },
    draftAudit: (auditDraft) => set({ auditDraft }),
    saveCorrected() {
      const file = state().audited?.view?.document;
      if (file === undefined) return;
      download(file);
      set({ notice: { kind: 'saved', name: file.name } });
    },
    copied: () => set({ notice: { kind: 'copied' } }),
    dismiss: () => set({ notice: undefined, trouble: undefined }),
  };
}

/** Live marks follow the cells by themselves; only the others have to be drawn again. */
function lasting(marks: readonly Edit[]): string {
  return JSON.stringify(marks.filter((edit) => edit.kind !== 'mark-cells' || edit.when === undefined));
}

/** Findings that say the same as before are the very same objects, so that their cards are not drawn again. */
function unchanged(findings: readonly FindingView[], before: readonly FindingView[]): readonly FindingView[] {
  const known = new Map(before.map((finding) => [finding.id, finding]));
  return findings.map((finding) => {
    const old = known.get(finding.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(finding) ? old : finding;
  });
}

function done(command: Command['id'], { written, skipped }: Pick<HostApplied, 'written' | 'skipped'>): Notice {
  return { kind: 'done', command, written: written.map(({ name }) => name), skipped };
}
