/**
 * Writes the golden ordinary tables to their files; the .xlsx and .xls are LibreOffice's, not our own writer's.
 * `UPDATE_WORKBOOKS=1 npx vitest run --config test/vitest.config.ts test/ordinary --update` does it, with what is expected of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ordinaryBooks, type Rows, type Value } from './ordinary-books.ts';

export function writeOrdinaryBooks(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, format, rows } of ordinaryBooks()) {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, csvOf(rows));
    if (format === 'csv') continue;
    // Comma, quote, UTF-8, from line 1, quoted fields are text.
    const out = join(folder, 'converted');
    const { status } = spawnSync('soffice', [
      '--headless',
      '--infilter=CSV:44,34,76,1,,0,true',
      '--convert-to',
      format,
      '--outdir',
      out,
      file,
    ]);
    if (status !== 0) throw new Error('LibreOffice (soffice) is needed to write the workbooks anew');
    renameSync(join(out, `${basename(file, '.csv')}.${format}`), join(folder, `${name}.${format}`));
    rmSync(file);
    rmSync(out, { recursive: true });
  }
}

function csvOf(rows: Rows): string {
  const text = (value: Value): string => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  return `\uFEFF${rows.map((cells) => cells.map(text).join(',')).join('\n')}\n`;
}
