/** Prints the comparisons as small tables: one workbook, many workbooks, growing tables, ordinary tables, discovery alone; and what the work costs in Excel. */
import { discoveryAlone } from './discovery.ts';
import { ms, printTable, times } from './measure.ts';
import { manyBooks } from './many-books.ts';
import { coldBook, type ColdPrograms, warmBook } from './one-book.ts';
import { ordinaryTables } from './ordinary.ts';
import { roundTrips, SAMPLE as TRIPS } from './round-trips.ts';
import { BASE_ITEMS, scaling } from './scaling.ts';
import { stagesOf } from './stages.ts';

const SAMPLE = 'assets/samples/changji-2023.xlsx';
const GOAL = 1.5;

/** `--quick` for a fifth of the turns. */
export async function main(argv: readonly string[], programs: ColdPrograms, tablePrograms: ColdPrograms): Promise<number> {
  const quick = argv.includes('--quick');
  const warm = await warmBook(SAMPLE, quick ? 15 : 60);
  const cold = await coldBook(programs, SAMPLE, quick ? 5 : 15);
  const row = (name: string, ours: number, theirs: number): string[] => [
    name,
    ms(ours),
    ms(theirs),
    times(ours / theirs),
    ours / theirs <= GOAL ? 'yes' : 'no',
  ];
  const headings = ['', 'ours', 'SheetJS parses', 'ratio', `≤ ${times(GOAL)}`];
  printTable('(a) the sample: read + recognise + check + narrate', headings, [
    row('warm, one process', warm.ours, warm.theirs),
    row('cold, new process', cold.ours, cold.theirs),
    row(`cold, less Node (${cold.empty.toFixed(0)} ms)`, cold.ours - cold.empty, cold.theirs - cold.empty),
  ]);

  const stages = await stagesOf(SAMPLE, quick ? 15 : 60);
  printTable(
    '    of which, warm',
    ['stage', 'time'],
    [...stages].map(([name, time]) => [name, ms(time)]),
  );

  const count = quick ? 60 : 300;
  const many = await manyBooks(count);
  printTable(`(b) ${count} generated workbooks, ${(many.bytes / 1e6).toFixed(1)} MB`, headings, [
    row('read + recognise + check', many.check, many.parse),
    row('… + narrate', many.all, many.parse),
  ]);
  console.log(`live heap after each quarter: ${many.heap.map((size) => `${size.toFixed(1)} MB`).join(', ')}`);

  const steps = await scaling(quick ? [1, 4, 16] : [1, 2, 4, 8, 16, 32, 64]);
  const perRow = (time: number, rows: number): string => `${((time * 1000) / rows).toFixed(2)} µs`;
  printTable(
    `(c) a table 05 of ${BASE_ITEMS} items, growing`,
    ['', 'rows', 'recognise', 'per row', 'check', 'per row'],
    steps.map(({ factor, rows, recognise, check }) => [
      `${factor}×`,
      String(rows),
      ms(recognise),
      perRow(recognise, rows),
      ms(check),
      perRow(check, rows),
    ]),
  );
  const ordinary = ordinaryTables(tablePrograms, quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000], quick ? 1 : 3);
  printTable(
    '(d) ordinary tables in 20 sheets: read + discover + check',
    ['numeric cells', 'ours', 'SheetJS parses', 'ratio', 'findings', 'memory', 'SheetJS', 'ratio'],
    ordinary.map(({ cells, ours, theirs }) => [
      String(cells),
      ms(ours.time),
      ms(theirs.time),
      times(ours.time / theirs.time),
      String(ours.findings),
      `${ours.memory.toFixed(0)} MB`,
      `${theirs.memory.toFixed(0)} MB`,
      times(ours.memory / theirs.memory),
    ]),
  );
  const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  printTable(
    '(e) discovery alone, µs a cell',
    ['', ...sizes.map((cells) => `${cells} cells`)],
    (await discoveryAlone(sizes)).map(({ shape, perCell }) => [shape, ...perCell.map((time) => time.toFixed(2))]),
  );
  const trips = await roundTrips();
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const goal = (value: number, atMost: number | undefined, shown: string): string =>
    atMost === undefined ? '' : `${value <= atMost ? 'yes' : 'no'} (≤ ${shown})`;
  printTable(
    `(f) Excel on the web, genuine office.js client, ${TRIPS}`,
    ['', 'round trips', 'goal', 'sent', 'of it writing', 'goal', 'received'],
    trips.map(({ work, syncs, atMost, sent, written, writtenAtMost, received }) => [
      work,
      String(syncs),
      goal(syncs, atMost, String(atMost)),
      kilobytes(sent),
      kilobytes(written),
      goal(written, writtenAtMost, kilobytes(writtenAtMost ?? 0)),
      kilobytes(received),
    ]),
  );
  return 0;
}
