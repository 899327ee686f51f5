/** Puts our host behind the office.js client that is loaded, by the hooks its own tests use; in Node and in a browser alike. */
import type { WireEvent, WireMessage, WireResponse } from './wire/protocol.ts';

/** What the client hands every batch to. */
export interface RequestExecutor {
  executeAsync(customData: string, flags: number, message: { readonly Body: WireMessage }): Promise<WireResponse>;
}

interface Session {
  _resolveRequestUrlAndHeaderInfo(): Promise<{ readonly url: string; readonly headers: object }>;
  getEventRegistration(): unknown;
  _createRequestExecutorOrNull(): RequestExecutor | null;
}

/** The parts of the library that its own tests use too; they are exported, but in no type file. */
interface ClientInternals {
  readonly SessionBase: { new (): Session; _overrideSession: Session | undefined };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  readonly _Internal: { readonly officeJsEventRegistration: unknown };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<null>): void;
  _testTriggerRichApiMessageEvent(event: { readonly entries: readonly WireEvent[] }): void;
}

/** What the add-in asks of `Office.context`. */
export interface OfficeContext {
  readonly platform: string;
  readonly diagnostics?: { readonly host: string; readonly version: string; readonly platform: string };
  readonly requirements: { isSetSupported(name: string, version?: string): boolean };
}

export interface Client {
  /** `transport`: by the door that the client uses in Excel, where a recorder listens; otherwise one step before it. */
  connect(executor: RequestExecutor, context: OfficeContext, transport?: boolean): void;
  /** As shipped, the client lets unknown members through; tests switch its own check on. */
  checkApiSets(on: boolean): void;
  raise(events: readonly WireEvent[]): void;
}

/** The client must have been loaded before. */
export function connectable(): Client {
  const globals = globalThis as unknown as { OfficeExtension: ClientInternals; Office: Record<PropertyKey, unknown> };
  const library = globals.OfficeExtension;
  const office = globals.Office;
  library._testSetRichApiMessageReadyImpl(() => Promise.resolve(null));
  return {
    connect(executor, context, transport = false): void {
      const session = new library.SessionBase();
      const url = transport ? 'http://document.localhost/' : 'http://host.invalid/';
      session._resolveRequestUrlAndHeaderInfo = () => Promise.resolve({ url, headers: {} });
      session.getEventRegistration = () => library._Internal.officeJsEventRegistration;
      session._createRequestExecutorOrNull = () => (transport ? null : executor);
      if (transport) openDoor(executor);
      library.SessionBase._overrideSession = session;
      globals.Office = new Proxy(office, { get: (target, key) => (key === 'context' ? context : target[key]) });
    },
    checkApiSets(on): void {
      library.CommonUtility._doApiNotSupportedCheck = on;
    },
    raise(events): void {
      library._testTriggerRichApiMessageEvent({ entries: events });
    },
  };
}

/** Office's own numbers for what is refused as a whole. */
const REFUSALS: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  TooManyRequests: 5102,
};
export const refusalCode = (number: number): string | undefined => Object.keys(REFUSALS).find((code) => REFUSALS[code] === number);

/** The client hands over an array: body in the fifth place, flags in the seventh; the answer's body is the third of three. */
function openDoor(executor: RequestExecutor): void {
  const globals = globalThis as unknown as { OSF: { DDA: { RichApi?: Record<string, unknown> } } };
  globals.OSF.DDA.RichApi ??= {};
  globals.OSF.DDA.RichApi.executeRichApiRequestAsync = async (message: readonly unknown[], answer: (result: object) => void) => {
    const { Body, ErrorCode } = await executor.executeAsync(String(message[0]), Number(message[6]), {
      Body: JSON.parse(String(message[4])) as WireMessage,
    });
    if (ErrorCode === null) answer({ status: 'succeeded', value: { data: [200, [], JSON.stringify(Body)] } });
    else answer({ status: 'failed', error: { code: REFUSALS[ErrorCode] ?? 5001, message: ErrorCode } });
  };
}
