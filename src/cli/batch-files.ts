/** Which workbooks a batch takes (批量的文件): all below its folders, each once, never what an earlier run has written; and where the copy of each goes. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Messages } from '../locales/messages.ts';
import { UsageError } from './usage-error.ts';

export interface BatchFile {
  /** As it is shown: the folder as typed, and the path below it. */
  readonly file: string;
  /** Where its annotated copy goes, when copies are asked for. */
  readonly page: string | null;
}

export interface BatchOutputs {
  readonly out: string;
  readonly pages: string | undefined;
}

const WORKBOOK = /\.(xlsx|xlsm|xls|csv)$/i;

/** In the order of the folders, then of the names. Throws UsageError for a folder that is not there, and when nothing is left. */
export async function batchFiles(operands: readonly string[], outputs: BatchOutputs, messages: Messages): Promise<readonly BatchFile[]> {
  const pages = outputs.pages === undefined ? undefined : await real(outputs.pages);
  const out = await real(outputs.out);
  const seen = new Set<string>([out]);
  const taken = new Set<string>();
  const files: BatchFile[] = [];
  for (const operand of operands) {
    const folder = await real(operand);
    // Copies beside the originals would be checked as originals the next time.
    if (pages !== undefined && isBelow(folder, pages)) throw new UsageError(messages.batchPagesInside(outputs.pages ?? ''));
    for (const name of await workbooksIn(operand, messages)) {
      const path = await real(name === '' ? operand : join(operand, name));
      if (seen.has(path) || (pages !== undefined && isBelow(path, pages))) continue;
      seen.add(path);
      const inside = operands.length > 1 && name !== '' ? join(basename(folder), name) : name || basename(operand);
      const page = outputs.pages === undefined ? null : join(outputs.pages, freeName(inside, messages.batchPageSuffix, taken));
      files.push({ file: name === '' ? operand : join(operand, name), page });
    }
  }
  if (files.length === 0) throw new UsageError(messages.batchNothing(operands.join(' ')));
  return files;
}

/** Names below the folder; an empty one stands for an operand that is a file. */
async function workbooksIn(operand: string, messages: Messages): Promise<readonly string[]> {
  const information = await stat(operand).catch(() => undefined);
  if (information === undefined) throw new UsageError(messages.fileNotFound(operand));
  if (information.isFile()) return [''];
  // «~$…» is the lock file that Excel leaves beside an open workbook.
  return (await readdir(operand, { recursive: true })).filter((name) => WORKBOOK.test(name) && !/(^|[\\/])[~.]/.test(name)).sort();
}

/** «二科/某某局-勾稽检查.xlsx»; .xls and .csv keep their ending in the name, so that a.xls and a.xlsx do not meet. */
function freeName(name: string, suffix: string, taken: Set<string>): string {
  const extension = extname(name);
  const isMarkable = /^\.xls[xm]$/i.test(extension);
  const stem = isMarkable ? name.slice(0, -extension.length) : name;
  const ending = isMarkable ? extension.toLowerCase() : '.xlsx';
  let free = `${stem}${suffix}${ending}`;
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${stem}${suffix}-${count}${ending}`;
  taken.add(free.toLowerCase());
  return free;
}

/** The path without links, also of what does not exist yet. */
async function real(path: string): Promise<string> {
  const full = resolve(path);
  return realpath(full).catch(async () => join(await realpath(dirname(full)).catch(() => dirname(full)), basename(full)));
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
