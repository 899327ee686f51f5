/** The rules of the house, held against every file: imports, names, openings, golden workbooks, links. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogueFiles, entryFault, expectedId, goldenFaults, listed, repeatedIds } from './house/catalogue.ts';
import { importFault } from './house/imports.ts';
import { foreignNameFaults, importsOf, leftOutFaults, linkFaults, openingFault, syntaxFaults } from './house/sources.ts';

const root = resolve(import.meta.dirname, '..');

/** Paths of all files below a folder of the repository, with forward slashes; none where the folder does not exist yet. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(root, folder).length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const load = async (file: string): Promise<Record<string, unknown>> =>
  (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
const isCode = (file: string): boolean => /\.(ts|tsx)$/.test(file);

const sources = filesBelow('src');
const code = sources.filter(isCode);
const testFiles = filesBelow('test');
const entries = catalogueFiles(sources);
const dependencies = Object.keys((JSON.parse(read('package.json')) as { dependencies: object }).dependencies);

describe('every source file', () => {
  it('imports only what the table of imports allows', () => {
    const faults = code.flatMap((file) => importsOf(read(`src/${file}`)).map((target) => importFault(file, target, dependencies)));
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  it('has no `any` and no default export', () => {
    expect(code.flatMap((file) => syntaxFaults(`src/${file}`, read(`src/${file}`)))).toEqual([]);
  });

  it('opens with what it is for', () => {
    expect(code.map((file) => openingFault(`src/${file}`, read(`src/${file}`))).filter((fault) => fault !== null)).toEqual([]);
  });

  it('names no path of one machine and no registry', () => {
    expect(sources.flatMap((file) => foreignNameFaults(`src/${file}`, read(`src/${file}`)))).toEqual([]);
  });
});

describe('every check, statement and wording', () => {
  it('has the id of its file and stands in the catalogue', async () => {
    const lists = existsSync(join(root, 'src/catalog.ts')) ? listed(await load('src/catalog.ts')) : null;
    const faults = await Promise.all(entries.map(async (file) => entryFault(file, await load(`src/${file}`), lists)));
    expect([...faults.filter((fault) => fault !== null), ...repeatedIds(entries)]).toEqual([]);
  });

  it('has, if it is a check, a clean and a faulty workbook and a test', () => {
    const checks = existsSync(join(root, 'test/workbooks')) ? entries.filter((file) => file.startsWith('checks/')) : [];
    expect(checks.flatMap((file) => goldenFaults(expectedId(file), testFiles))).toEqual([]);
  });
});

describe('the repository', () => {
  it('leaves no test out', () => {
    const tests = testFiles.filter((file) => /\.(ts|tsx)$/.test(file));
    expect(tests.flatMap((file) => leftOutFaults(`test/${file}`, read(`test/${file}`)))).toEqual([]);
  });

  it('has no dead link in its README files', () => {
    const readmes = ['README.md', 'src/README.md'].filter((file) => existsSync(join(root, file)));
    expect(readmes.flatMap((file) => linkFaults(join(root, file), read(file)))).toEqual([]);
  });

  it('names no registry in the lock', () => {
    const lock = read('package-lock.json');
    expect(lock).not.toMatch(/"resolved": "http/);
    expect(foreignNameFaults('package-lock.json', lock)).toEqual([]);
  });
});
