/** Connects the genuine office.js client in the page with the strict Excel in its own thread, and listens to how the page breathes. */
import { connectable } from '../support/excel-host/client-connection.ts';
import { hasSet, PROFILES } from '../support/excel-host/profiles.ts';
import type { WireResponse } from '../support/excel-host/wire/protocol.ts';
import type { LargeBook } from '../support/large-book.ts';
import type { ExcelState, ToExcel } from './excel-worker.ts';

export interface LargeSetup {
  readonly book: LargeBook;
  readonly profile: 'web' | 'm365';
}

/** A stretch in which the page did nothing else, in milliseconds since the page began. */
export interface Gap {
  readonly at: number;
  readonly length: number;
}

declare global {
  interface Window {
    largeSetup: LargeSetup;
    askExcel: () => Promise<ExcelState>;
    /** Excel keeps its answers back from so many round trips on, until it is told to go on. */
    holdExcel: (from: number) => Promise<void>;
    letExcelGoOn: () => Promise<void>;
    /** The longest silences since it was asked last. */
    gaps: () => readonly Gap[];
  }
}

const { book, profile } = window.largeSetup;
const worker = new Worker('/office/excel-worker.js');
const waiting = new Map<number, (data: { readonly text?: string; readonly state?: ExcelState }) => void>();
worker.onmessage = ({ data }: MessageEvent<{ readonly id: number; readonly text?: string; readonly state?: ExcelState }>) => {
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
};
let last = 0;
type Question = ToExcel extends infer One ? (One extends ToExcel ? Omit<One, 'id'> : never) : never;
const ask = (question: Question): Promise<{ readonly text?: string; readonly state?: ExcelState }> =>
  new Promise((resolve) => {
    last += 1;
    waiting.set(last, resolve);
    worker.postMessage({ ...question, id: last });
  });

const client = connectable();
client.connect(
  {
    // Both ways as text, as in Excel: the client has to write and to read it.
    async executeAsync(_customData, flags, message) {
      const { text = '' } = await ask({ kind: 'send', flags, body: JSON.stringify(message.Body) });
      return JSON.parse(text) as WireResponse;
    },
  },
  {
    platform: profile === 'web' ? 'OfficeOnline' : 'PC',
    requirements: {
      isSetSupported: (name, version = '1.1') => (name === 'ExcelApi' ? hasSet(PROFILES[profile], version) : name === 'DelayForCellEdit'),
    },
  },
);
const connected = globalThis.Office as unknown as Record<PropertyKey, unknown>;
const context = { ...(connected.context as object), displayLanguage: 'zh-CN', officeTheme: { bodyBackgroundColor: '#FFFFFF' } };
const opened = ask({ kind: 'open', book, profile });
const office: Record<PropertyKey, unknown> = {
  onReady: async (tell?: (info: object) => void) => {
    await opened;
    tell?.({ host: 'Excel', platform: 'PC' });
    return { host: 'Excel', platform: 'PC' };
  },
  actions: { associate: () => undefined },
};
Object.assign(globalThis, {
  Office: new Proxy(connected, { get: (target, key) => (key === 'context' ? context : (office[key] ?? target[key])) }),
});
window.holdExcel = async (from) => void (await ask({ kind: 'hold', from }));
window.letExcelGoOn = async () => void (await ask({ kind: 'go-on' }));
window.askExcel = async () => (await ask({ kind: 'state' })).state!;

const SHORTEST = 20;
let found: Gap[] = [];
let before = performance.now();
const beat = (): void => {
  const now = performance.now();
  if (now - before > SHORTEST) found.push({ at: before, length: now - before });
  before = now;
  setTimeout(beat, 0);
};
beat();
window.gaps = () => {
  const all = found.sort((one, other) => other.length - one.length);
  found = [];
  return all;
};
