/** What a check, a statement and a wording owe the house: their name, their line in the catalogue, their workbooks, their test. */
import { basename, dirname } from 'node:path/posix';

/** Paths below src that hold one catalogue entry each; what they have in common lives in shared/ and is none. */
export function catalogueFiles(files: readonly string[]): readonly string[] {
  return files.filter((file) => {
    if (!file.endsWith('.ts') || file.endsWith('.d.ts') || /\/shared(\/|\.ts$)/.test(file)) return false;
    return /^(statements|checks)\//.test(file) || /^narratives\/[^/]+\/profile\.ts$/.test(file);
  });
}

/** The id a file must give its entry: its own base name; for a wording, the name of its folder. */
export function expectedId(file: string): string {
  return basename(file) === 'profile.ts' ? basename(dirname(file)) : basename(file, '.ts');
}

interface Entry {
  readonly id: unknown;
}

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && 'id' in value;

/** Whether the file exports an object of its own name, and whether that very object stands in one of the catalogue's lists. */
export function entryFault(file: string, exported: Readonly<Record<string, unknown>>, lists: readonly unknown[] | null): string | null {
  const id = expectedId(file);
  const entry = Object.values(exported).find((value) => isEntry(value) && value.id === id);
  if (entry === undefined) return `src/${file} exports no object whose id is '${id}'`;
  return lists === null || lists.includes(entry) ? null : `src/${file}: '${id}' is in none of the lists of src/catalog.ts`;
}

/** Everything that stands in the lists a catalogue exports. */
export function listed(catalogue: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.values(catalogue).flatMap((value: unknown) => (Array.isArray(value) ? (value as readonly unknown[]) : []));
}

/** Ids that occur more than once among entries of one kind. */
export function repeatedIds(files: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  return files.flatMap((file) => {
    const key = `${file.split('/')[0] ?? ''} ${expectedId(file)}`;
    const first = seen.get(key);
    seen.set(key, first ?? file);
    return first === undefined ? [] : [`src/${file} and src/${first} have the same id`];
  });
}

/** A check owes test/workbooks/<id>/clean-… and fault-…, and either test/checks/<id>.test.ts or findings in test/expected/<id>/. */
export function goldenFaults(id: string, testFiles: readonly string[]): readonly string[] {
  const has = (pattern: RegExp): boolean => testFiles.some((file) => pattern.test(file));
  const named = id.replace(/[^\w-]/g, '\\$&');
  return [
    ...['clean', 'fault']
      .filter((kind) => !has(new RegExp(`^workbooks/${named}/${kind}-[^/]+\\.\\w+$`)))
      .map((kind) => `test/workbooks/${id}/ has no ${kind}-… workbook`),
    ...(has(new RegExp(`^(checks/(.+/)?${named}\\.test\\.ts|expected/${named}/.+)$`))
      ? []
      : [`${id} has neither test/checks/${id}.test.ts nor test/expected/${id}/`]),
  ];
}
