/** The worker that holds the opened file (后台文件处理): reads, rewrites and recalculates it, out of the way of the page. */
import type { Sheet } from '../core/workbook/workbook.ts';
import { type FileContents, localDesk } from '../hosts/file/file-desk.ts';
import type { SheetLayout } from '../hosts/file/read-layout.ts';
import { UnusableWorkbook } from '../hosts/file/unusable-workbook.ts';
import type { Order, Reply } from './desk-messages.ts';

interface SentSheet {
  readonly sheet: Sheet;
  readonly layout: SheetLayout | undefined;
}

/** So many cells take the page a few milliseconds to unpack. */
const CELLS_AT_ONCE = 4_000;

const desk = localDesk(async (sheetCount) => (await import(/* webpackChunkName: "engine" */ './load-engine.ts')).loadEngine(sheetCount));
let sent: readonly SentSheet[] = [];

self.onmessage = async ({ data }: MessageEvent<Order>): Promise<void> => {
  try {
    send(data.kind === 'open' ? await desk.open(data.bytes, data.name) : await desk.rewrite(data.log, data.settled));
  } catch (error) {
    const unusable = error instanceof UnusableWorkbook ? { unusable: { reason: error.reason, text: error.text } } : {};
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error), ...unusable });
  }
};

function reply(message: Reply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function send({ workbook: { sheets, ...workbook }, layouts, ...rest }: FileContents): void {
  const before = sent;
  sent = sheets.map((sheet) => ({ sheet, layout: layouts.get(sheet.name) }));
  for (const next of sent) {
    const place = before.findIndex(({ sheet, layout }) => sheet === next.sheet && layout === next.layout);
    if (place >= 0) reply({ kind: 'same', place });
    else sendSheet(next);
  }
  // A copy goes over whole; the worker keeps the file to begin from.
  const bytes = rest.bytes.slice();
  reply({ kind: 'done', workbook, rest: { ...rest, bytes } }, [bytes.buffer]);
}

function sendSheet({ sheet: { grid, ...sheet }, layout }: SentSheet): void {
  const { manners, ...plain } = layout ?? { manners: [] };
  reply({ kind: 'sheet', sheet, layout: layout && (plain as Omit<SheetLayout, 'manners'>) });
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, sheet.columnCount)));
  for (let row = 0; row < Math.max(grid.length, manners.length); row += rowsAtOnce) {
    reply({ kind: 'rows', rows: grid.slice(row, row + rowsAtOnce), manners: manners.slice(row, row + rowsAtOnce) });
  }
}
