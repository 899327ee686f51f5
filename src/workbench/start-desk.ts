/** Has an opened file worked on in a worker (后台文件处理), so that the grid and the pane answer at once; in the page itself where no worker can start. */
import type { Sheet, Workbook } from '../core/workbook/workbook.ts';
import type { FileContents, FileDesk } from '../hosts/file/file-desk.ts';
import type { SheetLayout } from '../hosts/file/read-layout.ts';
import { UnusableWorkbook } from '../hosts/file/unusable-workbook.ts';
import type { Order, Reply } from './desk-messages.ts';

export interface StartedDesk extends FileDesk {
  /** The file is closed: what the worker holds is given back. */
  stop(): void;
}

interface ArrivingSheet {
  readonly sheet: Omit<Sheet, 'grid'> & { readonly grid: Sheet['grid'][number][] };
  readonly layout: (Omit<SheetLayout, 'manners'> & { readonly manners: SheetLayout['manners'][number][] }) | undefined;
}

export function startDesk(): StartedDesk {
  let worker: Worker | undefined;
  let inPage: Promise<FileDesk> | undefined;
  let opened: { readonly bytes: Uint8Array; readonly name: string } | undefined;
  let sheets: readonly ArrivingSheet[] = [];

  try {
    worker = new Worker(/* webpackChunkName: "file" */ new URL('./desk-worker.ts', import.meta.url));
  } catch {
    worker = undefined;
  }

  /** One order at a time: the host asks for the next when the last is done. */
  function ask(asked: Worker, order: Order): Promise<FileContents> {
    return new Promise((resolve, reject) => {
      const arriving: ArrivingSheet[] = [];
      asked.onerror = () => {
        worker = undefined;
        asked.terminate();
        reject(new WorkerGone());
      };
      asked.onmessage = ({ data }: MessageEvent<Reply>) => {
        if (data.kind === 'failed') reject(errorFrom(data));
        else if (data.kind !== 'done') take(data, arriving);
        else {
          sheets = arriving;
          resolve(contentsOf(arriving, data.workbook, data.rest));
        }
      };
      asked.postMessage(order);
    });
  }

  function take(reply: Exclude<Reply, { readonly kind: 'done' | 'failed' }>, arriving: ArrivingSheet[]): void {
    const last = arriving.at(-1);
    if (reply.kind === 'rows') {
      for (const row of reply.rows) last?.sheet.grid.push(row);
      for (const row of reply.manners) last?.layout?.manners.push(row);
    } else if (reply.kind === 'sheet') {
      const { sheet, layout } = reply;
      arriving.push({ sheet: { ...sheet, grid: [] }, layout: layout && { ...layout, manners: [] } });
    } else {
      const same = sheets[reply.place];
      if (same !== undefined) arriving.push(same);
    }
  }

  async function work(order: Order): Promise<FileContents> {
    if (worker !== undefined) {
      try {
        return await ask(worker, order);
      } catch (error) {
        if (!(error instanceof WorkerGone)) throw error;
      }
    }
    const isFirst = inPage === undefined;
    inPage ??= startInPage();
    const desk = await inPage;
    if (order.kind === 'open') return desk.open(order.bytes, order.name);
    if (isFirst && opened !== undefined) await desk.open(opened.bytes, opened.name);
    return desk.rewrite(order.log, order.settled);
  }

  return {
    open(bytes, name) {
      opened = { bytes, name };
      return work({ kind: 'open', bytes, name });
    },
    rewrite: (log, settled) => work({ kind: 'rewrite', log, settled }),
    stop: () => worker?.terminate(),
  };
}

class WorkerGone extends Error {}

async function startInPage(): Promise<FileDesk> {
  const { localDesk } = await import('../hosts/file/file-desk.ts');
  return localDesk(async (sheetCount) => (await import(/* webpackChunkName: "engine" */ './load-engine.ts')).loadEngine(sheetCount));
}

function contentsOf(
  arrived: readonly ArrivingSheet[],
  workbook: Omit<Workbook, 'sheets'>,
  rest: Pick<FileContents, 'bytes' | 'isReadOnly' | 'waiting' | 'remembered'>,
): FileContents {
  const layouts = new Map(arrived.flatMap(({ sheet, layout }) => (layout === undefined ? [] : [[sheet.name, layout] as const])));
  return { workbook: { ...workbook, sheets: arrived.map(({ sheet }) => sheet) }, layouts, ...rest };
}

function errorFrom({ message, unusable }: Extract<Reply, { readonly kind: 'failed' }>): Error {
  return unusable === undefined ? new Error(message) : Object.assign(new UnusableWorkbook(unusable.reason), { text: unusable.text });
}
