/** Many areas in few addresses (区域地址): cells gathered into rectangles, and lists cut where Excel would refuse them as too long. */
import { type Area, areaAddress } from '../../core/workbook/address.ts';

/** `getRanges` fails somewhere about 8,192 characters; half of that is safe everywhere. */
const LONGEST = 4_000;

/** The areas' addresses, joined by commas into strings that `getRanges` takes. */
export function addressChunks(addresses: readonly string[]): string[] {
  const chunks: string[] = [];
  let chunk = '';
  for (const address of addresses) {
    if (chunk !== '' && chunk.length + 1 + address.length > LONGEST) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += chunk === '' ? address : `,${address}`;
  }
  return chunk === '' ? chunks : [...chunks, chunk];
}

/** Each address once, neighbours together: cells of one row first, then equal rows one below the other. */
export function gathered(areas: readonly Area[]): Area[] {
  const single = areas.filter((area) => area.top === area.bottom);
  const tall = areas.filter((area) => area.top !== area.bottom);
  const runs: Area[] = [];
  for (const area of [...single].sort((one, other) => one.top - other.top || one.left - other.left)) {
    const last = runs[runs.length - 1];
    if (last?.top === area.top && area.left <= last.right + 1) runs[runs.length - 1] = { ...last, right: Math.max(last.right, area.right) };
    else runs.push(area);
  }
  const open = new Map<string, Area>();
  const blocks: Area[] = [];
  for (const run of runs) {
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    if (above?.bottom === run.top - 1) {
      open.set(key, { ...above, bottom: run.bottom });
      continue;
    }
    if (above !== undefined) blocks.push(above);
    open.set(key, run);
  }
  const all = new Map([...tall, ...blocks, ...open.values()].map((area) => [areaAddress(area), area]));
  return [...all.values()].sort((one, other) => one.top - other.top || one.left - other.left);
}

export function areaChunks(areas: readonly Area[]): string[] {
  return addressChunks(gathered(areas).map(areaAddress));
}
