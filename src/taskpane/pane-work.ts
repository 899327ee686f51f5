/** What every action of the pane stands on (窗格的工作): one thing after the other, the workbook read and analysed, and the store told of what was found. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../commands/command.ts';
import type { Edit } from '../core/edits/edit.ts';
import { NARRATIVE_TAGS } from '../core/edits/narrative-place.ts';
import type { Locale } from '../core/locale.ts';
import type { Sheet } from '../core/workbook/workbook.ts';
import { isWaiting } from '../hosts/file/waiting-cells.ts';
import type { HostApplied, HostReading, WorkbookHost } from '../hosts/workbook-host.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Analysis, AnalysisRequest, AuditSource, FindingView } from './analysis/analysis.ts';
import type { Done, Notice, PaneState } from './pane-state.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { troubleFrom } from './trouble.ts';

export interface PaneWork {
  readonly host: WorkbookHost;
  readonly analyser: Analyser;
  readonly store: StoreApi<PaneState>;
  readonly onWaiting: (why: 'cell-edit' | 'busy') => void;
  /** One thing after the other: what is asked for while something runs waits for it. Trouble is shown, never thrown. */
  next(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  cancel(): void;
  busy(step: 'reading' | 'checking' | 'writing', share?: number): void;
  /** The workbook as it is now; only what was edited is read again. */
  readEdited(signal: AbortSignal): Promise<HostReading>;
  requestFor(reading: Pick<HostReading, 'workbook'>): AnalysisRequest;
  analyse(reading: HostReading, signal: AbortSignal, more?: AnalysisExtras): Promise<Analysis>;
  found(reading: HostReading, analysis: Analysis): void;
  /** Reads, checks, and shows what is found; marks that are there are brought up to date. */
  readAgain(signal: AbortSignal, onlyEdited: boolean): Promise<HostReading>;
  auditAgain(source: AuditSource, reading: HostReading, signal: AbortSignal): Promise<void>;
  /** The marks now in the workbook; undefined when they have to be drawn again whatever is found. */
  remarked(marks: readonly Edit[] | undefined): void;
}

export type AnalysisExtras = Pick<AnalysisRequest, 'typed' | 'handEdits' | 'wording'>;

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

export function startWork(host: WorkbookHost, analyser: Analyser, localeOf: (settings: Settings) => Locale): PaneWork {
  const store = createStore<PaneState>(() => START);
  const { getState: state, setState: set } = store;
  let turn: Promise<void> = Promise.resolve();
  let abort = new AbortController();
  let marksShown = '';

  const onWaiting = (waitingFor: 'cell-edit' | 'busy'): void => set({ waitingFor });

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

  function requestFor({ workbook }: Pick<HostReading, 'workbook'>): AnalysisRequest {
    const { settings, prior } = state();
    return { workbook, prior: prior?.workbook, settings, locale: localeOf(settings) };
  }

  const analyse = (reading: HostReading, signal: AbortSignal, more: AnalysisExtras = {}): Promise<Analysis> =>
    analyser.analyse({ ...requestFor(reading), ...more }, signal);

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
    await freshenText(analysis, reading);
    const { audited } = state();
    if (audited !== undefined) await auditAgain(audited.source, reading, signal);
    return reading;
  }

  async function auditAgain(source: AuditSource, reading: HostReading, signal: AbortSignal): Promise<void> {
    const view = await analyser.audit({ ...requestFor(reading), source }, signal);
    set({ audited: { source, view } });
  }

  /** Only where they differ from what is shown: writing to the workbook is never silent work. */
  async function showMarks({ edits }: Analysis, { isReadOnly }: HostReading): Promise<void> {
    const wanted = lasting(edits.marks);
    if (!state().isMarked || isReadOnly || wanted === marksShown) return;
    await host.apply(edits.marks);
    marksShown = wanted;
  }

  /** Text that follows the cells: Excel computes it anew by itself; in a file it is written anew, or it would show what was true before the edit. */
  async function freshenText({ edits }: Analysis, { workbook, isReadOnly }: HostReading): Promise<void> {
    if (isReadOnly || !state().settings.liveText || !workbook.sheets.some(waitsAsText)) return;
    await host.apply(edits.narrative);
  }

  return {
    host,
    analyser,
    store,
    onWaiting,
    next,
    cancel: () => abort.abort(new DOMException('cancelled', 'AbortError')),
    busy: (step, share) => set({ phase: { kind: 'busy', step, share } }),
    readEdited: (signal) => host.read({ signal, onWaiting, onlyEdited: true }),
    requestFor,
    analyse,
    found,
    readAgain,
    auditAgain,
    remarked: (marks) => (marksShown = marks === undefined ? '' : lasting(marks)),
  };
}

/** `command`: undefined where something of a person's own was to be written. */
export function done(command: Command['id'] | undefined, { written, skipped }: Pick<HostApplied, 'written' | 'skipped'>): Notice {
  return { kind: 'done', said: doneWith(command, written, skipped), written: written.map(({ name }) => name), skipped };
}

function doneWith(command: Command['id'] | undefined, written: HostApplied['written'], skipped: HostApplied['skipped']): Done {
  const isTold = written.some(({ tag }) => NARRATIVE_TAGS.some((each) => each === tag));
  if (command === undefined) return 'not-written';
  if (isTold) return command;
  if (command === 'check-and-narrate') return skipped.length > 0 ? 'check' : 'checked-only';
  if (command === 'narrate') return skipped.length > 0 ? 'not-written' : 'nothing-to-tell';
  return command;
}

function waitsAsText({ tag, grid }: Sheet): boolean {
  if (!NARRATIVE_TAGS.some((each) => each === tag)) return false;
  return grid.some((cells) => cells?.some((cell) => cell !== undefined && isWaiting(cell.value)) === true);
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
