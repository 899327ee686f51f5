/** Runs work in Excel (重试): waits until the user has left the cell, tries again what is worth it, and says in one word what is wrong. */
import { isExcelRecentEnough, REQUIRED_EXCEL_API, supports } from './requirement.ts';
import { ExcelTrouble, troubleOf } from './trouble.ts';

export interface Patience {
  /** Milliseconds between tries while a cell is being edited, and until we give up. */
  readonly cellEditEvery: number;
  readonly cellEditAtMost: number;
  /** Milliseconds before each further try when Excel is busy. */
  readonly busy: readonly number[];
}

export const PATIENCE: Patience = { cellEditEvery: 800, cellEditAtMost: 10_000, busy: [500, 1000, 2000] };

export interface RunOptions {
  /** Told once when we begin to wait, for a line such as «press Enter or Esc first». */
  readonly onWaiting?: ((why: 'cell-edit' | 'busy') => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Background work gives way at once while a cell is being edited. */
  readonly background?: boolean | undefined;
  readonly patience?: Patience | undefined;
}

export interface Work {
  /** Done twice it has the effect of once, so that a lost answer may be answered by doing it again. */
  readonly repeatable: boolean;
  /** It writes: all of it is one step for the user to undo, where Excel can do that. */
  readonly writes?: boolean;
}

const REFUSED_WHOLE = new Set(['ActivityLimitReached', 'ServiceNotAvailable', 'TooManyRequests', 'RequestPayloadSizeLimitExceeded']);

/** Whether the round was refused before anything of it was done, so that trying again is safe for any work. */
export function wasRefusedWhole({ kind, code }: ExcelTrouble): boolean {
  return kind === 'cell-edit' || kind === 'cancelled' || REFUSED_WHOLE.has(code);
}

export async function inExcel<Result>(
  work: (context: Excel.RequestContext) => Promise<Result>,
  { repeatable, writes = false }: Work,
  { onWaiting, signal, background = false, patience = PATIENCE }: RunOptions = {},
): Promise<Result> {
  if (!isExcelRecentEnough()) throw new ExcelTrouble('too-old', 'ApiNotFound', `ExcelApi ${REQUIRED_EXCEL_API}`);
  const options: Excel.RunOptions = writes && supports('RunOptions.mergeUndoGroup') ? { mergeUndoGroup: true } : {};
  let editing = 0;
  let busy = 0;
  let told: string | undefined;
  for (;;) {
    refuseCancelled(signal);
    try {
      return await Excel.run(options, work);
    } catch (error) {
      const trouble = troubleOf(error);
      let pause: number;
      if (trouble.kind === 'cell-edit') {
        if (background || editing >= patience.cellEditAtMost) throw trouble;
        pause = patience.cellEditEvery;
        editing += pause;
      } else if (trouble.kind === 'busy' && (repeatable || wasRefusedWhole(trouble))) {
        // «There was an internal error» seldom goes away: once is enough.
        const next = trouble.code === 'GeneralException' && busy > 0 ? undefined : patience.busy[busy];
        if (next === undefined) throw trouble;
        pause = next;
        busy += 1;
      } else throw trouble;
      if (told !== trouble.kind) onWaiting?.(trouble.kind);
      told = trouble.kind;
      await wait(pause, signal);
    }
  }
}

export function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ExcelTrouble('cancelled', 'cancelled');
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}

/** Lets the pane draw and answer clicks; Excel restarts add-ins that do not answer for five seconds. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Work goes on at a stretch for no longer than this, in milliseconds: a click is answered within fifty, and the rest is for drawing. */
const LONGEST_STRETCH = 12;

/** For long work: called often, it breathes whenever a stretch has been long enough, on a slow machine as on a fast one. */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < LONGEST_STRETCH) return undefined;
    return breathe().then(() => {
      since = performance.now();
    });
  };
}
