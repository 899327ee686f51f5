/** Asks for what the bands left open (补读): which rows and columns exactly are hidden, which indents differ, which texts are errors. */
import type { BandReading } from './read-bands.ts';
import { asError, looksLikeError } from './read-cells.ts';
import type { ReadLimits } from './read-plan.ts';
import type { ReadOptions } from './read-workbook.ts';
import { breathe, refuseCancelled } from './retry.ts';
import type { SheetBuilder } from './sheet-builder.ts';

interface Question {
  /** Bytes of the answer, about. */
  readonly weight: number;
  ask(): () => void;
}

/** Bytes that one answered property weighs. */
const WEIGHT = { line: 24, indent: 40, type: 10 };
/** Where there is no limit, one answer is still no larger than this. */
const LARGEST_ANSWER = 20_000_000;

export async function completeDetails(
  context: Excel.RequestContext,
  ids: readonly string[],
  readings: readonly BandReading[],
  builders: readonly SheetBuilder[],
  limits: ReadLimits,
  options: ReadOptions,
): Promise<void> {
  const columnsAsked = new Set<number>();
  const questions = readings.flatMap((reading) => {
    const builder = builders[reading.band.sheet];
    // Not before it is needed: naming it is a request already.
    const sheet = (): Excel.Worksheet => context.workbook.worksheets.getItem(ids[reading.band.sheet] ?? '');
    if (builder === undefined) return [];
    // The columns of a sheet are the same in each of its bands.
    const columns = reading.columnsMixed && !columnsAsked.has(reading.band.sheet);
    if (columns) columnsAsked.add(reading.band.sheet);
    return [
      ...(reading.rowsMixed ? [hiddenRows(sheet, reading, builder)] : []),
      ...(columns ? [hiddenColumns(sheet, reading, builder)] : []),
      ...runs(reading.labelColumns).map((run) => indents(sheet, reading, run, builder)),
      ...(reading.errorRows === undefined ? [] : [errors(sheet, reading, reading.errorRows, builder)]),
    ];
  });
  const most = limits.bytes ?? LARGEST_ANSWER;
  for (let next = 0; next < questions.length;) {
    refuseCancelled(options.signal);
    const answers: (() => void)[] = [];
    let weight = 0;
    for (
      let question = questions[next];
      question !== undefined && (answers.length === 0 || weight + question.weight <= most);
      question = questions[next]
    ) {
      answers.push(question.ask());
      weight += question.weight;
      next++;
    }
    await context.sync();
    for (const answer of answers) answer();
    if (next < questions.length) await breathe();
  }
}

function hiddenRows(sheet: () => Excel.Worksheet, { band }: BandReading, builder: SheetBuilder): Question {
  return {
    weight: band.rows * WEIGHT.line,
    ask() {
      const range = sheet().getRangeByIndexes(band.top, band.left, band.rows, 1);
      const rows = range.getRowProperties({ rowHidden: true });
      range.untrack();
      return () => rows.value.forEach(({ rowHidden }, down) => rowHidden === true && builder.hideRow(band.top + down));
    },
  };
}

function hiddenColumns(sheet: () => Excel.Worksheet, { band }: BandReading, builder: SheetBuilder): Question {
  return {
    weight: band.columns * WEIGHT.line,
    ask() {
      const range = sheet().getRangeByIndexes(band.top, band.left, 1, band.columns);
      const columns = range.getColumnProperties({ columnHidden: true });
      range.untrack();
      return () => columns.value.forEach(({ columnHidden }, right) => columnHidden === true && builder.hideColumn(band.left + right));
    },
  };
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function indents(sheet: () => Excel.Worksheet, { band }: BandReading, { from, to }: Run, builder: SheetBuilder): Question {
  return {
    weight: band.rows * (to - from + 1) * WEIGHT.indent,
    ask() {
      const range = sheet().getRangeByIndexes(band.top, from, band.rows, to - from + 1);
      const cells = range.getCellProperties({ format: { indentLevel: true } });
      range.untrack();
      return () =>
        cells.value.forEach((row, down) =>
          row.forEach(({ format }, right) => {
            const cell = builder.cell(band.top + down, from + right);
            const indent = format?.indentLevel ?? 0;
            if (cell !== undefined && indent > 0) builder.put(band.top + down, from + right, { ...cell, indent });
          }),
        );
    },
  };
}

function errors(sheet: () => Excel.Worksheet, { band }: BandReading, { from, to }: Run, builder: SheetBuilder): Question {
  return {
    weight: (to - from + 1) * band.columns * WEIGHT.type,
    ask() {
      const range = sheet().getRangeByIndexes(from, band.left, to - from + 1, band.columns);
      range.load('valueTypes');
      range.untrack();
      return () =>
        range.valueTypes.forEach((row, down) =>
          row.forEach((type, right) => {
            const cell = builder.cell(from + down, band.left + right);
            if (type === 'Error' && cell !== undefined && looksLikeError(cell)) builder.put(from + down, band.left + right, asError(cell));
          }),
        );
    },
  };
}

/** Neighbouring columns together. */
function runs(columns: readonly number[]): Run[] {
  const found: Run[] = [];
  for (const column of columns) {
    const last = found[found.length - 1];
    if (last?.to === column - 1) found[found.length - 1] = { from: last.from, to: column };
    else found.push({ from: column, to: column });
  }
  return found;
}
