/** The bench door `tables` (表格测试口): many bare tables in, one JSON object a line; relations or faults out, in the words of the AggreCol gold. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { discoverRelations, type DiscoveredRelation } from '../core/discovery/discover.ts';
import { type Fault, findFaults } from '../core/discovery/find-faults.ts';

interface TableLine {
  readonly id?: string;
  readonly mid?: string;
  readonly grid: readonly (readonly string[])[];
}

interface Aggregation {
  readonly op: string;
  readonly agg: readonly [number, number];
  readonly parts: readonly (readonly [number, number])[];
}

const OPERATION = { sum: 'Sum', average: 'Average', division: 'Division', 'relative-change': 'RelativeChange' } as const;

const READINGS: Readonly<Record<string, (grid: TableLine['grid']) => object>> = {
  relations: (grid) => ({ aggs: discoverRelations(grid).map(aggregation) }),
  faults: (grid) => ({ findings: findFaults(grid).map(finding) }),
};

/** `relations FILE` or `faults FILE`, FILE being .jsonl or .jsonl.gz; returns the exit code. */
export async function runTables(argv: readonly string[]): Promise<number> {
  const [name = '', path] = argv;
  const read = Object.hasOwn(READINGS, name) ? READINGS[name] : undefined;
  if (read === undefined || path === undefined || argv.length !== 2) {
    process.stderr.write('tables: relations FILE.jsonl[.gz] | faults FILE.jsonl[.gz]\n');
    return 2;
  }
  try {
    for await (const line of linesOfFile(path)) {
      if (line.trim() === '') continue;
      const table = readTable(line);
      const start = performance.now();
      const found = read(table.grid);
      const secs = Number(((performance.now() - start) / 1000).toFixed(6));
      const key = table.mid === undefined ? { id: table.id } : { mid: table.mid };
      await write(`${JSON.stringify({ ...key, ...found, secs })}\n`);
    }
    return 0;
  } catch (error) {
    process.stderr.write(`tables: ${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

function linesOfFile(path: string): AsyncIterable<string> {
  const bytes = createReadStream(path);
  const text = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // A file that cannot be read must end the loop, not the process.
  if (text !== bytes) bytes.on('error', (error) => text.destroy(error));
  return createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
}

/** Only the id and the grid are looked at: whatever else a line says, a user's workbook would not. */
function readTable(line: string): TableLine {
  const { id, mid, grid } = JSON.parse(line) as TableLine;
  if (!Array.isArray(grid)) throw new Error('a line without a grid');
  const named = { ...(id === undefined ? {} : { id }), ...(mid === undefined ? {} : { mid }) };
  return {
    ...named,
    grid: grid.map((row: readonly unknown[]) => row.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? '')))),
  };
}

/** The gold writes a difference C = A − B as the sum A = C + B. */
function aggregation({ operator, total, parts }: DiscoveredRelation): Aggregation {
  if (operator !== 'difference') return { op: OPERATION[operator], agg: total, parts };
  const [whole = total, ...less] = parts;
  return { op: 'Sum', agg: whole, parts: [total, ...less] };
}

function finding({ cell, relation, repair, slip, score }: Fault): object {
  return { cell, eq: relation === undefined ? null : aggregation(relation), repair: repair ?? null, slip: slip ?? null, score };
}

async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
