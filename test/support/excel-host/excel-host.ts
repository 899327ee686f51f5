/** A strict Excel in memory behind the genuine office.js client: counts what is sent, fails where it is told to, hides nothing. */
import { type Area } from '../../../src/core/workbook/address.ts';
import type { Client, OfficeContext, RequestExecutor } from './client-connection.ts';
import type { HostBook } from './model/book.ts';
import type { HostSheet } from './model/sheet.ts';
import { hasSet, type Profile } from './profiles.ts';
import { bareAddress } from './wire/addresses.ts';
import type { HostContext } from './wire/context.ts';
import { type HostObjects, runBatch } from './wire/executor.ts';
import { RequestFlag, type WireBody, type WireEvent, type WireMessage, type WireResponse } from './wire/protocol.ts';
import { workbookOf } from './wire/workbook.ts';
import type { WireObject } from './wire/wire-class.ts';

/** One sync as it went over the wire. */
export interface SyncRecord {
  readonly request: WireMessage;
  readonly flags: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly error: string | undefined;
  /** Only when the host was asked to keep it. */
  readonly response?: WireBody | null;
}

/** What happens to one sync: refused as a whole, or carried out with its answer lost, or broken off before an action. */
export interface Fault {
  readonly code: string;
  readonly when: 'before' | 'after' | { readonly action: number };
}

export interface ExcelHost {
  readonly book: HostBook;
  readonly profile: Profile;
  readonly client: Client;
  readonly syncs: SyncRecord[];
  /** Ranges the add-in has not given back. */
  readonly keptReferences: number;
  /** The user is typing into a cell. */
  cellEdit: boolean;
  otherWorkbookFocused: boolean;
  /** Asked before every sync, with its number from 0. */
  fault: ((index: number, request: WireMessage) => Fault | undefined) | undefined;
  /** Called when a sync has been carried out, before its answer leaves. */
  afterSync: ((index: number) => void) | undefined;
  /** A change by the user, or by a colleague. */
  userChanges(sheet: HostSheet, area: Area, who?: 'user' | 'colleague'): void;
  /** How many undo steps of the user's are left. */
  undoSteps: number;
  /** A batch without the client, as a recording holds it. */
  send(request: WireMessage, flags: number): WireResponse;
}

export interface HostOptions {
  /** The client's own check of API sets: on, unlike as shipped, so that tests see a too new member at once. */
  readonly checkApiSets?: boolean;
  /** By the door that the client uses in Excel. */
  readonly transport?: boolean;
  /** Keep the answers, for a recording. */
  readonly keepResponses?: boolean;
  /** Instead of the five million cells of one answer, which no test has time for. */
  readonly mostCells?: number;
}

const MOST_PENDING = 50;

/** Opens the workbook behind the client; needs nothing of Node. */
export function startHost(
  book: HostBook,
  profile: Profile,
  client: Client,
  { checkApiSets = true, mostCells = 5_000_000, keepResponses = false, transport = false }: HostOptions = {},
): ExcelHost {
  const references = new Map<string, WireObject>();
  const referenceIds = new Map<WireObject, string>();
  const pendingEvents: WireEvent[] = [];
  const batch = { front: undefined as HostSheet | undefined, sheetsBefore: new Set<HostSheet>() };
  let pending = 0;

  const host: ExcelHost = {
    book,
    profile,
    client,
    syncs: [],
    get keptReferences() {
      return references.size;
    },
    cellEdit: false,
    otherWorkbookFocused: false,
    fault: undefined,
    afterSync: undefined,
    userChanges(sheet, area, who = 'user') {
      raise(sheet, area, { source: who === 'user' ? 'Local' : 'Remote' });
      flushEvents();
    },
    undoSteps: 3,
    send: process,
  };

  const context: HostContext = {
    book,
    profile,
    mostCells,
    changed: (sheet, area) => raise(sheet, area, { source: 'Local', triggerSource: 'ThisLocalAddin' }),
    toFront(sheet) {
      // A sheet made in the same batch does not come to the front on the web (office-js issue 930).
      if (profile.name !== 'web' || batch.sheetsBefore.has(sheet)) batch.front = sheet;
    },
    get otherWorkbookFocused() {
      return host.otherWorkbookFocused;
    },
    listening: new Set(),
  };

  const objects: HostObjects = {
    root: workbookOf(context, (reference) => {
      const object = references.get(reference);
      references.delete(reference);
      if (object !== undefined) referenceIds.delete(object);
    }),
    references,
    keep(object) {
      if (referenceIds.has(object)) return;
      const reference = `r${book.nextId++}`;
      references.set(reference, object);
      referenceIds.set(object, reference);
    },
    referenceOf: (object) => referenceIds.get(object),
  };

  function raise(sheet: HostSheet, area: Area, how: { readonly source: string; readonly triggerSource?: string }): void {
    if (!context.listening.has('DataChanged')) return;
    const message = JSON.stringify({ address: bareAddress(area), changeType: 'RangeEdited', ...how, worksheetId: sheet.id });
    pendingEvents.push({ messageCategory: 65_536, messageType: 10, targetId: 'Workbook', message });
  }

  function flushEvents(): void {
    const events = pendingEvents.splice(0);
    if (events.length > 0) setTimeout(() => client.raise(events), 0);
  }

  function process(request: WireMessage, flags: number): WireResponse {
    const index = host.syncs.length;
    const record = (response: WireResponse): WireResponse => {
      const error = response.ErrorCode ?? response.Body?.Error?.Code;
      host.syncs.push({
        request,
        flags,
        // Counted when it is asked for: hundreds of runs never ask.
        get requestBytes() {
          return bytesOf(request);
        },
        responseBytes: bytesOf(response.Body),
        error,
        ...(keepResponses ? { response: response.Body } : {}),
      });
      return response;
    };
    const tooLarge = profile.payloadLimit !== undefined && bytesOf(request) > profile.payloadLimit;
    if (tooLarge) return record(refused('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.'));
    if (host.cellEdit)
      return record(answered({ Results: [], Error: wholeBatch('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.') }));
    const fault = host.fault?.(index, request);
    if (fault?.when === 'before') return record(answered({ Results: [], Error: wholeBatch(fault.code, 'Refused by the test.') }));
    batch.front = undefined;
    batch.sheetsBefore = new Set(book.sheets);
    const cut = typeof fault?.when === 'object' ? fault.when.action : undefined;
    const body = runBatch(cut === undefined ? request : { ...request, Actions: request.Actions.slice(0, cut) }, objects);
    if (batch.front !== undefined) book.active = batch.front;
    if (profile.clearsUndo && (flags & RequestFlag.write) !== 0) host.undoSteps = 0;
    host.afterSync?.(index);
    if (cut !== undefined && cut < request.Actions.length) {
      return record(answered({ ...body, Error: { ...wholeBatch(fault?.code ?? '', 'Broken off by the test.'), ActionIndex: cut } }));
    }
    if (fault?.when === 'after') return record(refused(fault.code, 'The answer was lost.'));
    if (profile.payloadLimit !== undefined && bytesOf(body) > profile.payloadLimit) {
      return record(refused('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.'));
    }
    return record(answered(body));
  }

  const executor: RequestExecutor = {
    async executeAsync(_customData, flags, message) {
      pending++;
      try {
        const request = JSON.parse(JSON.stringify(message.Body)) as WireMessage;
        await laterOn();
        while (host.cellEdit && (flags & RequestFlag.waitForCellEdit) !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
        if (pending > MOST_PENDING) return refused('TooManyRequests', 'Too many requests are pending.');
        return process(request, flags);
      } finally {
        pending--;
        flushEvents();
      }
    },
  };

  const office: OfficeContext = {
    platform: profile.name === 'web' ? 'OfficeOnline' : 'PC',
    diagnostics: { host: 'Excel', version: '16.0.0', platform: profile.name === 'web' ? 'OfficeOnline' : 'PC' },
    requirements: {
      isSetSupported(name, version = '1.1') {
        if (name === 'ExcelApi') return hasSet(profile, version);
        return name === 'DelayForCellEdit';
      },
    },
  };
  client.connect(executor, office, transport);
  client.checkApiSets(checkApiSets);
  return host;
}

const answered = (body: WireBody): WireResponse => ({ HttpStatusCode: 200, ErrorCode: null, ErrorMessage: null, Headers: {}, Body: body });

const refused = (code: string, message: string): WireResponse => ({
  HttpStatusCode: 400,
  ErrorCode: code,
  ErrorMessage: message,
  Headers: {},
  Body: null,
});

const wholeBatch = (code: string, message: string): NonNullable<WireBody['Error']> => ({
  Code: code,
  Message: message,
  Location: '',
  ActionIndex: 0,
  HttpStatusCode: 400,
});

/** Not at once, as everything from Excel; in Node without the millisecond that a timer takes at least. */
const laterOn = (): Promise<void> =>
  new Promise((resolve) => (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0)));

const encoder = new TextEncoder();

const bytesOf = (value: unknown): number => encoder.encode(JSON.stringify(value) ?? '').length;
