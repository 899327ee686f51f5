/** What people do with texts in the pane (说明与核对): fill in, reword, decide on hand edits, save as Word, hold a text against the tables. */
import type { Edit } from '../core/edits/edit.ts';
import type { Analysis, AuditSource, FindingView, TypedAnswer, WordFile } from './analysis/analysis.ts';
import type { WordingPreview } from './analysis/narrative-data.ts';
import { download, XLSX } from './download.ts';
import { type AnalysisExtras, done, type PaneWork } from './pane-work.ts';
import type { Notice } from './pane-state.ts';

export interface TextActions {
  accept(finding: FindingView, reason: string): Promise<void>;
  fill(answers: readonly TypedAnswer[]): Promise<void>;
  /** Writes 决算公开说明 anew: a paragraph that a person has edited or deleted reads as generated, or keeps their words for good. */
  decideHandEdit(key: string, how: 'restore' | 'settle'): Promise<void>;
  /** How the section would read with another wording; undefined when the workbook cannot be read now. */
  previewWording(key: string, text: string): Promise<WordingPreview | undefined>;
  /** Keeps own wordings with the workbook, in the sheet 说明措辞; an empty one brings the standard back. */
  saveWording(texts: Readonly<Record<string, string>>): Promise<void>;
  /** Offers the disclosure as a Word document for download. */
  saveWord(): Promise<void>;
  /** Offers next year's 补充资料 for download: in a workbook of its own, or in a copy of next year's. */
  rollOver(next: File | undefined): Promise<void>;
  /** Reads the workbook and holds a text against its tables. */
  audit(source: AuditSource): Promise<void>;
  draftAudit(text: string): void;
  /** Offers the audited Word document, its corrections as tracked changes, for download. */
  saveCorrected(): void;
}

export function textActions(work: PaneWork): TextActions {
  const { host, analyser, next, busy, onWaiting } = work;
  const { getState: state, setState: set } = work.store;

  /** Reads, plans with what a person has just decided, writes one of our sheets, and looks again. */
  function write(more: AnalysisExtras, planned: (edits: Analysis['edits']) => readonly Edit[], notice: Notice | undefined): Promise<void> {
    return next(async (signal) => {
      busy('writing');
      const { edits } = await work.analyse(await work.readEdited(signal), signal, more);
      const applied = await host.apply(planned(edits), { onWaiting });
      await work.readAgain(signal, true);
      set({
        notice: notice !== undefined && applied.skipped.length === 0 ? notice : done(notice === undefined ? 'narrate' : undefined, applied),
      });
    });
  }

  function save(file: WordFile): void {
    download(file);
    set({ notice: { kind: 'saved', name: file.name } });
  }

  return {
    accept: ({ acceptance }, reason) =>
      write({ typed: [{ ...acceptance, text: reason }] }, ({ supplement }) => supplement, { kind: 'accepted' }),
    fill: (typed) => write({ typed }, ({ supplement }) => supplement, { kind: 'filled' }),
    decideHandEdit: (key, how) => write({ handEdits: { [how]: [key] } }, ({ narrative }) => narrative, undefined),
    saveWording: (wording) => write({ wording }, (edits) => edits.wording, { kind: 'reworded' }),
    async previewWording(key, text) {
      let preview: WordingPreview | undefined;
      await next(async (signal) => {
        const request = work.requestFor(await work.readEdited(signal));
        preview = await analyser.preview({ ...request, wording: { [key]: text } }, key);
      });
      return preview;
    },
    saveWord() {
      return next(async (signal) => {
        busy('writing');
        const file = await analyser.word(work.requestFor(await work.readEdited(signal)), signal);
        if (file !== undefined) save(file);
      });
    },
    rollOver(file) {
      return next(async (signal) => {
        busy('writing');
        set({ trouble: undefined, notice: undefined });
        const chosen = file === undefined ? undefined : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
        const rolled = await analyser.rollOver({ ...work.requestFor(await work.readEdited(signal)), next: chosen }, signal);
        if (rolled.kind === 'file') download(rolled.file, XLSX);
        set({
          notice:
            rolled.kind === 'file'
              ? { kind: 'rolled-over', name: rolled.file.name, year: rolled.year }
              : { kind: 'not-rolled-over', rolled },
        });
      });
    },
    audit(source) {
      return next(async (signal) => {
        busy('reading');
        set({ trouble: undefined, notice: undefined });
        await work.auditAgain(source, await work.readEdited(signal), signal);
      });
    },
    draftAudit: (auditDraft) => set({ auditDraft }),
    saveCorrected() {
      const file = state().audited?.view?.document;
      if (file !== undefined) save(file);
    },
  };
}
