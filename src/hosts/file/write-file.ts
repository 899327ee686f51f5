/** Writes results to disk (写文件): whole or not at all, and never over the workbook that was read. Node only. */
import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Writes to a temporary file in the same folder and renames it, so that nobody ever sees half a workbook. */
export async function writeFileAtomically(path: string, bytes: Uint8Array | string): Promise<void> {
  // A link stays a link: the file behind it is replaced.
  const target = await realpath(path).catch(() => resolve(path));
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Whether two paths mean one file: through links, through another spelling of upper and lower case, or because both lead to the same inode. */
export async function sameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([identity(one), identity(other)]);
  if (first.path === second.path) return true;
  if (first.inode !== undefined && first.inode === second.inode) return true;
  // On Windows and Mac «Book.xlsx» and «book.xlsx» are one file; elsewhere refusing too much does no harm.
  return first.path.toLowerCase() === second.path.toLowerCase();
}

async function identity(path: string): Promise<{ readonly path: string; readonly inode: string | undefined }> {
  try {
    const real = await realpath(path);
    const { dev, ino } = await stat(real, { bigint: true });
    return { path: real, inode: ino === 0n ? undefined : `${dev}:${ino}` };
  } catch {
    const folder = await realpath(dirname(resolve(path))).catch(() => dirname(resolve(path)));
    return { path: join(folder, basename(path)), inode: undefined };
  }
}

/** Thrown instead of writing over the workbook that was read. */
export class WouldOverwriteInput extends Error {
  constructor(readonly path: string) {
    super(`refusing to write over the input file ${path}`);
    this.name = 'WouldOverwriteInput';
  }
}

/** Writes a result made from `inputs`, unless the path means one of them. */
export async function writeResult(path: string, bytes: Uint8Array | string, inputs: readonly string[]): Promise<void> {
  for (const input of inputs) if (await sameFile(path, input)) throw new WouldOverwriteInput(input);
  await writeFileAtomically(path, bytes);
}
