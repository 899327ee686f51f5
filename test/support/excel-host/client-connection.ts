/** Puts our host behind the office.js client that is loaded, by the hooks its own tests use; in Node and in a browser alike. */
import type { WireEvent, WireMessage, WireResponse } from './wire/protocol.ts';

/** What the client hands every batch to. */
export interface RequestExecutor {
  executeAsync(customData: string, flags: number, message: { readonly Body: WireMessage }): Promise<WireResponse>;
}

interface Session {
  _resolveRequestUrlAndHeaderInfo(): Promise<{ readonly url: string; readonly headers: object }>;
  getEventRegistration(): unknown;
  _createRequestExecutorOrNull(): RequestExecutor;
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
  readonly requirements: { isSetSupported(name: string, version?: string): boolean };
}

export interface Client {
  connect(executor: RequestExecutor, context: OfficeContext): void;
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
    connect(executor, context): void {
      const session = new library.SessionBase();
      session._resolveRequestUrlAndHeaderInfo = () => Promise.resolve({ url: 'http://host.invalid/', headers: {} });
      session.getEventRegistration = () => library._Internal.officeJsEventRegistration;
      session._createRequestExecutorOrNull = () => executor;
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
