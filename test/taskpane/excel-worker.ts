/** The strict Excel in a thread of its own, as Excel is: what the pane does is measured without what Excel does. */
import { bookFrom } from '../support/excel-host/model/book.ts';
import type { Client, RequestExecutor } from '../support/excel-host/client-connection.ts';
import { type ExcelHost, startHost } from '../support/excel-host/excel-host.ts';
import { PROFILES } from '../support/excel-host/profiles.ts';
import type { WireMessage } from '../support/excel-host/wire/protocol.ts';
import { largeBook, type LargeBook } from '../support/large-book.ts';

export type ToExcel =
  | { readonly kind: 'open'; readonly id: number; readonly book: LargeBook; readonly profile: 'web' | 'm365' }
  /** `body`: the request as text, as it travels. */
  | { readonly kind: 'send'; readonly id: number; readonly flags: number; readonly body: string }
  | { readonly kind: 'state'; readonly id: number }
  /** From this round trip on Excel takes its time: it answers when it is told to go on. */
  | { readonly kind: 'hold'; readonly id: number; readonly from: number }
  | { readonly kind: 'go-on'; readonly id: number };

/** What a test asks about. */
export interface ExcelState {
  readonly syncs: readonly { readonly requestBytes: number; readonly responseBytes: number; readonly error: string | undefined }[];
  readonly marks: number;
  readonly sheets: readonly string[];
}

let executor: RequestExecutor | undefined;
let host: ExcelHost | undefined;
let holdFrom = Infinity;
let held: (() => void)[] = [];

const client: Client = {
  connect(to) {
    executor = to;
  },
  checkApiSets: () => undefined,
  raise: () => undefined,
};

self.onmessage = async ({ data }: MessageEvent<ToExcel>): Promise<void> => {
  if (data.kind === 'open') {
    const profile = PROFILES[data.profile];
    host = startHost(bookFrom(largeBook(data.book)), profile, client);
    self.postMessage({ id: data.id });
  } else if (data.kind === 'send') {
    if (host !== undefined && host.syncs.length >= holdFrom) await new Promise<void>((goOn) => held.push(goOn));
    const response = await executor?.executeAsync('', data.flags, { Body: JSON.parse(data.body) as WireMessage });
    self.postMessage({ id: data.id, text: JSON.stringify(response) });
  } else if (data.kind === 'hold') {
    holdFrom = host!.syncs.length + data.from;
    self.postMessage({ id: data.id });
  } else if (data.kind === 'go-on') {
    holdFrom = Infinity;
    for (const goOn of held) goOn();
    held = [];
    self.postMessage({ id: data.id });
  } else {
    const { book, syncs } = host!;
    const state: ExcelState = {
      syncs: syncs.map(({ requestBytes, responseBytes, error }) => ({ requestBytes, responseBytes, error })),
      marks: book.sheets.reduce((sum, { rules }) => sum + rules.filter(({ formula }) => formula.includes('TIEOUT|')).length, 0),
      sheets: book.sheets.map(({ name }) => name),
    };
    self.postMessage({ id: data.id, state });
  }
};
