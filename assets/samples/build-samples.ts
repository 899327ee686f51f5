/** Builds the sample workbooks (样例工作簿) and the test variants from the model: the same bytes on every run. `npm run samples [-- --xls]`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SheetContent } from '../../src/core/edits/sheet-content.ts';
import { createWorkbook } from '../../src/hosts/file/create-workbook.ts';
import {
  CHANGJI_2022,
  CHANGJI_2023,
  type LayoutChoice,
  type DepartmentAccounts,
  toRows,
  writeAccounts,
  writeTables,
} from '../../test/support/final-accounts/index.ts';
import { withFaults } from './faults.ts';
import { withPrintLook } from './print-look.ts';
import { type FactLine, supplementSheet } from './supplement-sheet.ts';

const SAMPLES = 'assets/samples';
const VARIANTS = 'test/workbooks/changji';
const FACTS = `${SAMPLES}/facts-2023.json`;

/** Everything that this script writes, by path; the .xls is made by LibreOffice from one of them. */
export function sampleFiles(): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const sound = writeAccounts(CHANGJI_2023);
  const facts = existsSync(FACTS) ? [supplementSheet(JSON.parse(readFileSync(FACTS, 'utf8')) as readonly FactLine[])] : [];
  const { contents: faulty, faults } = withFaults(sound.contents, sound.figures);
  files.set(`${SAMPLES}/changji-2023.xlsx`, book([...sound.contents, ...facts]));
  files.set(`${SAMPLES}/changji-2022.xlsx`, book(writeTables(CHANGJI_2022)));
  files.set(`${SAMPLES}/changji-2023-faulty.xlsx`, book([...faulty, ...facts]));
  files.set(`${SAMPLES}/faults.json`, utf8(`${JSON.stringify(faults, null, 2)}\n`));
  const variant = (name: string, choice: LayoutChoice): void =>
    void files.set(`${VARIANTS}/${name}`, book(writeTables(CHANGJI_2023, choice)));
  variant('changji-2023-yuan.xlsx', { unit: '元', sheetNames: 'export' });
  variant('changji-2023-shanghai.xlsx', { layout: 'shanghai', sheetNames: 'numbered' });
  for (const content of writeTables(withoutForms(CHANGJI_2023)))
    files.set(`${VARIANTS}/csv/${content.name}.csv`, utf8(`\uFEFF${csv(content)}`));
  return files;
}

export function main(argv: readonly string[]): number {
  for (const [path, bytes] of sampleFiles()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    process.stdout.write(`${path} ${bytes.length}\n`);
  }
  // Another program's work, not the same bytes each time: only when asked for.
  return argv.includes('--xls') ? writeXls(`${SAMPLES}/changji-2023.xlsx`, `${VARIANTS}/changji-2023.xls`) : 0;
}

function book(contents: readonly SheetContent[]): Uint8Array {
  return withPrintLook(createWorkbook(contents));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function withoutForms({ departmentForm: _form, ...accounts }: DepartmentAccounts): DepartmentAccounts {
  return { ...accounts, projectForms: [] };
}

/** As Excel saves a sheet: amounts as shown, quotes where there is a comma, a quote or a line break. */
function csv(content: SheetContent): string {
  const cell = (value: string | number | null): string => {
    const text = typeof value === 'number' ? value.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',') : (value ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return toRows(content)
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

function writeXls(from: string, to: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-xls-'));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const run = spawnSync('soffice', [profile, '--headless', '--convert-to', 'xls:MS Excel 97', '--outdir', folder, from], {
      stdio: 'ignore',
    });
    const made = join(folder, 'changji-2023.xls');
    if (run.status !== 0 || !existsSync(made)) {
      process.stderr.write('LibreOffice (soffice) could not convert the sample to .xls\n');
      return 1;
    }
    writeFileSync(`${to}.tmp`, readFileSync(made));
    renameSync(`${to}.tmp`, to);
    process.stdout.write(`${to}\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
