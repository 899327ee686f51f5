/** Writing results: whole files only, and never over the workbook that was read, whatever name leads to it. */
import { link, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameFile, WouldOverwriteInput, writeFileAtomically, writeResult } from '../../../src/hosts/file/write-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tieout-'));
  await writeFile(join(folder, 'book.xlsx'), 'input');
  await symlink(join(folder, 'book.xlsx'), join(folder, 'link.xlsx'));
  await link(join(folder, 'book.xlsx'), join(folder, 'twin.xlsx'));
  await symlink(folder, join(folder, 'folder'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('one file under several names', () => {
  it.each(['book.xlsx', './book.xlsx', 'link.xlsx', 'twin.xlsx', 'folder/book.xlsx', 'BOOK.xlsx', 'folder/Book.XLSX'])(
    '%s is the input',
    async (name) => {
      const path = `${folder}/${name}`;
      expect(await sameFile(path, join(folder, 'book.xlsx'))).toBe(true);
      await expect(writeResult(path, 'output', [join(folder, 'book.xlsx')])).rejects.toThrow(WouldOverwriteInput);
      expect(await readFile(join(folder, 'book.xlsx'), 'utf8')).toBe('input');
    },
  );

  it('another file is not', async () => {
    expect(await sameFile(join(folder, 'book2.xlsx'), join(folder, 'book.xlsx'))).toBe(false);
  });
});

describe('a result', () => {
  it('replaces an older one and leaves nothing else behind', async () => {
    const path = join(folder, 'out.xlsx');
    await writeFile(path, 'older');
    await writeResult(path, new Uint8Array([1, 2, 3]), [join(folder, 'book.xlsx')]);
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('that cannot be written leaves nothing behind either', async () => {
    await expect(writeFileAtomically(join(folder, 'no', 'such', 'out.xlsx'), 'x')).rejects.toThrow();
    await expect(writeFileAtomically(join(folder, 'folder'), 'x')).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
