/** The bench door reads one table a line, plain or gzipped, and answers in the words of the gold. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runTables } from '../../../src/cli/tables.ts';
import { table } from './table-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-tables-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** What the door prints for a file, and its exit code. */
async function run(name: string, bytes: string | Uint8Array, command = 'relations'): Promise<{ code: number; lines: unknown[] }> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  const code = await runTables([command, path]);
  vi.restoreAllMocks();
  return {
    code,
    lines: text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown),
  };
}

const grid = table(`
  Item  | 2023 | 2024 | Change
  Rent  | 4127 | 4409 | 282
  Wages | 9318 | 9126 | -192
  Fuel  | 1733 | 2088 | 355
  Total | 15178 | 15623 | 445`);

describe('tables relations', () => {
  it('writes a difference as the gold does, and keeps the id', async () => {
    const { code, lines } = await run('a.jsonl', `${JSON.stringify({ id: 't1', grid, aggs: 'not looked at' })}\n\n`);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ id: 't1', secs: expect.any(Number) });
    const { aggs } = lines[0] as { aggs: unknown[] };
    expect(aggs).toContainEqual({
      op: 'Sum',
      agg: [1, 2],
      parts: [
        [1, 3],
        [1, 1],
      ],
    });
    expect(aggs).toContainEqual({
      op: 'Sum',
      agg: [4, 1],
      parts: [
        [1, 1],
        [2, 1],
        [3, 1],
      ],
    });
  });

  it('reads gzip and writes faults with their equation', async () => {
    const faulty = grid.map((row, r) => row.map((cell, c) => (r === 2 && c === 2 ? '91260' : cell)));
    const { lines } = await run('a.jsonl.gz', gzipSync(`${JSON.stringify({ mid: 'm1', id: 't1', grid: faulty })}\n`), 'faults');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ mid: 'm1', findings: [{ cell: [2, 2], eq: { op: 'Sum' } }] });
  });

  it('says what it cannot read', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    expect(await runTables(['relations', join(folder, 'missing.jsonl')])).toBe(2);
    expect(await runTables(['colour', 'x'])).toBe(2);
    expect(said).toHaveBeenCalledTimes(2);
    expect((await run('b.jsonl', 'not json\n')).code).toBe(2);
  });
});
