/** Reads workbooks from disk and writes results beside them (读写文件): never the input, never half a file. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { mergeWorkbooks } from '../hosts/file/merge-workbooks.ts';
import { openWorkbook } from '../hosts/file/open-workbook.ts';
import { UnusableWorkbook } from '../hosts/file/unusable-workbook.ts';
import { sameFile, writeFileAtomically } from '../hosts/file/write-file.ts';
import type { Workbook } from '../core/workbook/workbook.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './usage-error.ts';

export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}

/** A workbook file, or a folder that holds one .csv for each table. Throws UsageError with one sentence when it is missing or unusable. */
export async function readInput(path: string, options: Pick<Arguments, 'locale' | 'messages'>): Promise<InputFile> {
  const { messages } = options;
  try {
    if (!(await stat(path)).isDirectory()) return await readBook(path, options);
    const tables = (await readdir(path)).filter((name) => /\.csv$/i.test(name)).sort();
    if (tables.length === 0) throw new UsageError(messages.isFolder(path));
    const books: Workbook[] = [];
    for (const name of tables) books.push((await readBook(join(path, name), options)).workbook);
    return { path, bytes: new Uint8Array(), workbook: mergeWorkbooks(basename(path), books) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as { readonly code?: string };
    if (code === undefined) throw error;
    throw new UsageError(code === 'ENOENT' ? messages.fileNotFound(path) : messages.fileUnreadable(path, code));
  }
}

async function readBook(path: string, { locale, messages }: Pick<Arguments, 'locale' | 'messages'>): Promise<InputFile> {
  const bytes = await readFile(path);
  try {
    return { path, bytes, workbook: await openWorkbook(bytes, basename(path)) };
  } catch (error) {
    if (error instanceof UnusableWorkbook) throw new UsageError(messages.fileUnreadable(path, error.text[locale]));
    throw error;
  }
}

/** Checked before any work is done, so that a long run does not end in a refusal. */
export async function checkOutput(
  out: string | undefined,
  input: string | undefined,
  { messages }: Pick<Arguments, 'messages'>,
): Promise<void> {
  if (out === undefined) return;
  if (input !== undefined && (await sameFile(out, input))) throw new UsageError(messages.outIsInput(input));
  const extension = extname(out).toLowerCase();
  const macro = input !== undefined && extname(input).toLowerCase() === '.xlsm';
  if (extension !== (macro ? '.xlsm' : '.xlsx')) throw new UsageError(messages.outNotXlsx(out));
}

/** The same for a document of Word. */
export async function checkDocument(
  out: string | undefined,
  inputs: readonly string[],
  { messages }: Pick<Arguments, 'messages'>,
): Promise<void> {
  if (out === undefined) return;
  if (extname(out).toLowerCase() !== '.docx') throw new UsageError(messages.outNotDocx(out));
  for (const input of inputs) if (await sameFile(out, input)) throw new UsageError(messages.outIsInput(input));
}

/** A text is written as .txt and never over what it was made from. */
export async function checkText(
  out: string | undefined,
  inputs: readonly string[],
  { messages }: Pick<Arguments, 'messages'>,
): Promise<void> {
  if (out === undefined) return;
  if (extname(out).toLowerCase() !== '.txt') throw new UsageError(messages.outNotTxt(out));
  for (const input of inputs) if (await sameFile(out, input)) throw new UsageError(messages.outIsInput(input));
}

export async function writeOutput(path: string, bytes: Uint8Array, { messages }: Pick<Arguments, 'messages'>): Promise<void> {
  try {
    await writeFileAtomically(path, bytes);
  } catch (error) {
    throw new UsageError(messages.cannotWrite(path, error instanceof Error ? error.message : String(error)));
  }
}
