/** Has the analysis made in a worker (后台分析), so that the pane answers at once however large the workbook; in the page itself where no worker can start. */
import type { Sheet, Workbook } from '../../core/workbook/workbook.ts';
import type { Analysis, AnalysisRequest, AuditRequest, AuditView, RolledOver, RollOverRequest, WordFile } from './analysis.ts';
import type { WordingPreview } from './narrative-data.ts';
import type { Answer, Question } from './worker-messages.ts';

export interface Analyser {
  analyse(request: AnalysisRequest, signal?: AbortSignal): Promise<Analysis>;
  /** The disclosure as a Word document; undefined when there is nothing to write about. */
  word(request: AnalysisRequest, signal?: AbortSignal): Promise<WordFile | undefined>;
  /** How the section of a wording would read with `request.wording`. */
  preview(request: AnalysisRequest, key: string): Promise<WordingPreview>;
  /** A text against the tables; undefined when there is no text or there are no tables. */
  audit(request: AuditRequest, signal?: AbortSignal): Promise<AuditView | undefined>;
  /** Next year's 补充资料 as a file to be saved. */
  rollOver(request: RollOverRequest, signal?: AbortSignal): Promise<RolledOver>;
  /** Reads a file people have chosen: last year's workbook. */
  open(bytes: Uint8Array, name: string): Promise<Workbook>;
  stop(): void;
}

/** Rows go over in pieces: copying a large workbook in one go would hold up the page. */
const CELLS_AT_ONCE = 4_000;

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  /** What has come of it so far, where it comes in parts. */
  parts?: Readonly<Record<string, unknown>>;
}

function withPart(
  parts: Readonly<Record<string, unknown>>,
  [name, inner]: readonly [string, string?],
  value: unknown,
): Readonly<Record<string, unknown>> {
  return { ...parts, [name]: inner === undefined ? value : { ...(parts[name] as object | undefined), [inner]: value } };
}

export function startAnalyser(): Analyser {
  let worker = newWorker();
  let last = 0;
  const waiting = new Map<number, Waiting>();

  function newWorker(): Worker | undefined {
    try {
      const started = new Worker(/* webpackChunkName: "analysis" */ new URL('./worker.ts', import.meta.url));
      started.onmessage = ({ data }: MessageEvent<Answer>) => {
        const asked = waiting.get(data.id);
        if ('part' in data) {
          if (asked !== undefined) asked.parts = withPart(asked.parts ?? {}, data.part, data.content);
          return;
        }
        waiting.delete(data.id);
        if ('value' in data) asked?.resolve((asked.parts ?? data.value) as never);
        else asked?.reject(Object.assign(new Error(data.error.message), data.error));
      };
      started.onerror = () => giveUp(new Error('the worker did not start'));
      return started;
    } catch {
      return undefined;
    }
  }

  function giveUp(why: unknown): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  }

  const ask = <T>(asked: Worker, question: (id: number) => Question): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      asked.postMessage(question(last));
    });

  async function work<T, R extends AnalysisRequest>(
    questionOf: (about: { readonly id: number; readonly request: Omit<R, 'workbook' | 'prior'>; readonly withPrior: boolean }) => Question,
    request: R,
    signal: AbortSignal | undefined,
    inPage: () => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const asked = worker;
    if (asked === undefined) return inPage();
    const cancel = (): void => {
      giveUp(signal?.reason);
      worker = newWorker();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const { workbook, prior, ...more } = request;
      await send(asked, 'current', workbook);
      if (prior !== undefined) await send(asked, 'prior', prior);
      signal?.throwIfAborted();
      return await ask<T>(asked, (id) => questionOf({ id, request: more, withPrior: prior !== undefined }));
    } catch (error) {
      // A worker that never started leaves the work to the page; a cancelled one does not.
      if (signal?.aborted === true || worker !== undefined) throw error;
      return await inPage();
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  return {
    analyse: (request, signal) =>
      work(
        (about) => ({ kind: 'analyse', ...about }),
        request,
        signal,
        async () => (await import('./analyse.ts')).analyse(request),
      ),
    word: (request, signal) =>
      work(
        (about) => ({ kind: 'word', ...about }),
        request,
        signal,
        async () => (await import('./word-file.ts')).wordFile(request),
      ),
    audit: (request, signal) =>
      work(
        (about) => ({ kind: 'audit', ...about }),
        request,
        signal,
        async () => (await import('./audit-view.ts')).auditView(request),
      ),
    rollOver: (request, signal) =>
      work(
        (about) => ({ kind: 'roll-over', ...about }),
        request,
        signal,
        async () => (await import('./roll-over.ts')).rollOver(request),
      ),
    preview: (request, key) =>
      work(
        (about) => ({ kind: 'preview', ...about, key }),
        request,
        undefined,
        async () => (await import('./preview-wording.ts')).previewWording(request, key),
      ),
    async open(bytes, name) {
      if (worker === undefined) return (await import('../../hosts/file/open-workbook.ts')).openWorkbook(bytes, name);
      return ask<Workbook>(worker, (id) => ({ kind: 'open', id, bytes, name }));
    },
    stop: () => giveUp(new DOMException('stopped', 'AbortError')),
  };
}

async function send(worker: Worker, book: 'current' | 'prior', { sheets, ...workbook }: Workbook): Promise<void> {
  const post = (question: Question): void => worker.postMessage(question);
  post({ kind: 'workbook', book, workbook });
  for (const { grid, ...sheet } of sheets) {
    post({ kind: 'sheet', book, sheet });
    const rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, sheet.columnCount)));
    for (let row = 0; row < grid.length; row += rowsAtOnce) {
      post({ kind: 'rows', book, rows: grid.slice(row, row + rowsAtOnce) as Sheet['grid'] });
      if (row + rowsAtOnce < grid.length) await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}
