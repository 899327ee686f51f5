/** Listens in on what office.js and Excel say to each other (通信记录): every request and answer, as they travel; nothing is changed. For developers only. */

/** One round trip. */
export interface Exchange {
  /** What was being done. */
  readonly step: string;
  /** A person had changed the workbook by hand before, so that nobody else can play it again. */
  readonly byHand: boolean;
  readonly request: unknown;
  readonly flags: number;
  /** Absent where Excel refused the round as a whole. */
  readonly response: unknown;
  /** Office's own number for the refusal, such as 5104. */
  readonly failure?: number;
}

/** The answer of the transport: a number, headers, and the body as text or in pieces of text. */
interface TransportResult {
  readonly status: string;
  readonly value?: { readonly data: readonly [number, readonly string[], string | readonly string[]] };
  readonly error?: { readonly code: number };
}

type Send = (message: readonly unknown[], answer: (result: TransportResult) => void, ...more: readonly unknown[]) => unknown;

/** Where both stand in the message that the client hands to Excel. */
const BODY = 4;
const FLAGS = 6;

/** Begins to listen; answers how to stop. Throws where this office.js has no such door. */
export function tapWire(tell: (exchange: Pick<Exchange, 'request' | 'flags' | 'response' | 'failure'>) => void): () => void {
  const door = (globalThis as unknown as { readonly OSF?: { readonly DDA?: { readonly RichApi?: { executeRichApiRequestAsync?: Send } } } })
    .OSF?.DDA?.RichApi;
  const send = door?.executeRichApiRequestAsync;
  if (door === undefined || send === undefined) throw new Error('this office.js has no executeRichApiRequestAsync');
  door.executeRichApiRequestAsync = (message, answer, ...more) =>
    send.call(
      door,
      message,
      (result) => {
        const body = message[BODY];
        if (typeof body === 'string') {
          const data = result.value?.data[2];
          const text = typeof data === 'string' ? data : data?.join('');
          tell({
            request: JSON.parse(body),
            flags: Number(message[FLAGS]),
            response: text === undefined ? null : JSON.parse(text),
            ...(result.error === undefined ? {} : { failure: result.error.code }),
          });
        }
        answer(result);
      },
      ...more,
    );
  return () => {
    door.executeRichApiRequestAsync = send;
  };
}
