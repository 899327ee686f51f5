/** Plays a recording of real Excel against the test host and compares every field of every answer; ids are matched, not compared. */
import type { Exchange } from '../../../src/hosts/excel/wire-tap.ts';
import { refusalCode } from './client-connection.ts';
import type { ExcelHost } from './excel-host.ts';
import type { Json, WireMessage } from './wire/protocol.ts';

/** What is played of a recording; the rest is for people to read. */
export interface Played {
  readonly exchanges: readonly Pick<Exchange, 'request' | 'flags' | 'response' | 'failure' | 'byHand'>[];
}

export interface Difference {
  readonly exchange: number;
  /** «Results/3/Value/_Items/0/Name». */
  readonly path: string;
  readonly recorded: Json | undefined;
  readonly ours: Json | undefined;
}

/** Given by Excel, and different in every session. */
const IDS = new Set(['_Id', '_ReferenceId', 'Id', 'WorksheetId']);
/** In the language of the office that recorded; the codes are the same everywhere. */
const WORDS = new Set(['Message']);
/** Added by newer builds; says nothing about the workbook. */
const PASSING = new Set(['TraceIds', 'ProcessedResults']);

/** As far as nobody has changed the workbook by hand: from there on only the recording knows what is in it. */
export function replay({ exchanges }: Played, host: ExcelHost): Difference[] {
  const oursFor = new Map<string, string>();
  const byHand = exchanges.findIndex((one) => one.byHand);
  return exchanges.slice(0, byHand < 0 ? undefined : byHand).flatMap(({ request, flags, response, failure }, exchange) => {
    const ours = host.send(translated(request, oursFor) as unknown as WireMessage, flags);
    const differences: Difference[] = [];
    const differ = (path: string, recorded: Json | undefined, other: Json | undefined): void => {
      differences.push({ exchange, path, recorded, ours: other });
    };
    const refused = failure === undefined ? null : (refusalCode(failure) ?? String(failure));
    if (refused !== ours.ErrorCode) differ('refused', refused, ours.ErrorCode);
    else compare(response as Json, ours.Body as unknown as Json, '', '', differ, oursFor);
    return differences;
  });
}

/** The request with Excel's ids replaced by ours. */
function translated(value: unknown, oursFor: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return oursFor.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => translated(item, oursFor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, translated(item, oursFor)]));
}

function compare(
  recorded: Json | undefined,
  ours: Json | undefined,
  key: string,
  path: string,
  differ: (path: string, recorded: Json | undefined, ours: Json | undefined) => void,
  oursFor: Map<string, string>,
): void {
  if (PASSING.has(key)) return;
  if (IDS.has(key) && typeof recorded === 'string' && typeof ours === 'string') {
    const known = oursFor.get(recorded);
    if (known !== undefined && known !== ours) differ(path, recorded, ours);
    else oursFor.set(recorded, ours);
    return;
  }
  if (WORDS.has(key) && typeof recorded === typeof ours) return;
  if (typeof recorded !== 'object' || typeof ours !== 'object' || recorded === null || ours === null) {
    // No error may be written as null or left out.
    if (recorded !== ours && (recorded ?? null) !== (ours ?? null)) differ(path, recorded, ours);
    return;
  }
  const [left, right] = [recorded as Readonly<Record<string, Json>>, ours as Readonly<Record<string, Json>>];
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    compare(left[name], right[name], name, path === '' ? name : `${path}/${name}`, differ, oursFor);
  }
}
