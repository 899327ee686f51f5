/** Reads the cells band by band (逐块读取), as many together as Excel answers; what is refused as too large is asked for again in smaller pieces. */
import { type Area, parseArea } from '../../core/workbook/address.ts';
import { cellFrom, looksLikeError } from './read-cells.ts';
import { type Band, cellsOf, halved, nextBands, type ReadLimits } from './read-plan.ts';
import type { ReadOptions } from './read-workbook.ts';
import { breather, refuseCancelled } from './retry.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { ExcelTrouble, troubleOf } from './trouble.ts';

/** What a band has left open: where rows or columns are partly hidden, indents differ, or errors may be. */
export interface BandReading {
  readonly band: Band;
  readonly rowsMixed: boolean;
  readonly columnsMixed: boolean;
  /** Columns of labels whose indents are not all the same. */
  readonly labelColumns: readonly number[];
  /** The rows between which a text starts with «#». */
  readonly errorRows: { readonly from: number; readonly to: number } | undefined;
}

interface Asked {
  readonly band: Band;
  readonly range: Excel.Range;
  readonly merged: Excel.RangeAreas | undefined;
}

/** The answer is as large as this many bytes a cell to begin with; measured as soon as there is one. */
const FIRST_GUESS = 60;
/** Below this many cells «too large» is not a matter of size. */
const FEWEST_CELLS = 50;

export async function readBands(
  context: Excel.RequestContext,
  ids: readonly string[],
  bands: readonly Band[],
  builders: readonly SheetBuilder[],
  limits: ReadLimits,
  options: ReadOptions,
): Promise<BandReading[]> {
  const readings: BandReading[] = [];
  const all = cellsOf(bands);
  let budget = limits.cells;
  let waiting = bands;
  const breath = breather();
  while (waiting.length > 0) {
    refuseCancelled(options.signal);
    const { now, later } = nextBands(waiting, budget);
    const asked = now.map((band) => ask(context, ids, band));
    try {
      await context.sync();
      // A range of too many cells may also be answered without cells, and without any error.
      if (asked.some(({ range }) => range.values === null)) throw new ExcelTrouble('too-large', 'RangeExceedsLimit', 'Range.values');
    } catch (error) {
      const again = smaller(now, budget, troubleOf(error));
      budget = again.budget;
      waiting = [...again.bands, ...later];
      continue;
    }
    // What Excel answered has been taken apart already, in one go.
    await breath();
    let bytes = 0;
    for (const one of asked) {
      readings.push(await take(one, builders[one.band.sheet], breath));
      if (limits.bytes !== undefined) bytes += await bytesOf(one, breath);
    }
    if (limits.bytes !== undefined) budget = Math.max(1, Math.floor(limits.bytes / Math.max(bytes / cellsOf(now), FIRST_GUESS / 3)));
    waiting = later;
    options.onProgress?.(1 - cellsOf(waiting) / all);
  }
  return readings;
}

function ask(context: Excel.RequestContext, ids: readonly string[], band: Band): Asked {
  const range = context.workbook.worksheets.getItem(ids[band.sheet] ?? '').getRangeByIndexes(band.top, band.left, band.rows, band.columns);
  range.load('values,text,formulas,numberFormat,rowHidden,columnHidden,format/indentLevel');
  const merged = band.withMerges ? range.getMergedAreasOrNullObject() : undefined;
  merged?.load('areas/items/address');
  // Given back at once: otherwise the run ends with one more round trip.
  merged?.untrack();
  range.untrack();
  return { band, range, merged };
}

function smaller(
  bands: readonly Band[],
  budget: number,
  trouble: ExcelTrouble,
): { readonly bands: readonly Band[]; readonly budget: number } {
  // More than 512 merged areas in one band.
  if (trouble.code === 'InvalidArgument' && trouble.location.includes('getMergedAreas')) return { bands: halved(bands), budget };
  if (trouble.kind !== 'too-large' || cellsOf(bands) <= FEWEST_CELLS) throw trouble;
  return { bands, budget: Math.max(FEWEST_CELLS, Math.floor(Math.min(budget, cellsOf(bands)) / 4)) };
}

async function take(
  { band, range, merged }: Asked,
  builder: SheetBuilder | undefined,
  breath: () => Promise<void> | undefined,
): Promise<BandReading> {
  const { values, formulas, numberFormat, text } = range;
  let errors: BandReading['errorRows'];
  const labels = new Map<number, number>();
  for (let down = 0; down < band.rows && builder !== undefined; down++) {
    for (let right = 0; right < band.columns; right++) {
      const cell = cellFrom({
        value: values[down]?.[right],
        formula: formulas[down]?.[right],
        format: numberFormat[down]?.[right],
        text: text[down]?.[right],
      });
      if (cell === undefined) continue;
      builder.put(band.top + down, band.left + right, cell);
      if (looksLikeError(cell)) errors = { from: errors?.from ?? band.top + down, to: band.top + down };
      const weight = typeof cell.value === 'string' ? 1 : -1;
      labels.set(right, (labels.get(right) ?? 0) + weight);
    }
    await breath();
  }
  if (merged?.isNullObject === false) for (const { address } of merged.areas.items) noteMerge(address, builder);
  // true, false, or null when some are hidden.
  const [rowHidden, columnHidden] = [range.rowHidden, range.columnHidden] as readonly (boolean | null)[];
  if (rowHidden === true) for (let row = 0; row < band.rows; row++) builder?.hideRow(band.top + row);
  if (columnHidden === true) for (let column = 0; column < band.columns; column++) builder?.hideColumn(band.left + column);
  const indent = range.format.indentLevel as number | null;
  const labelColumns = [...labels].filter(([, weight]) => weight > 0).map(([right]) => band.left + right);
  if (indent !== null && indent > 0) indentAll(band, indent, builder);
  return {
    band,
    rowsMixed: rowHidden === null,
    columnsMixed: columnHidden === null,
    labelColumns: indent === null ? labelColumns.sort((one, other) => one - other) : [],
    errorRows: errors,
  };
}

function noteMerge(address: string, builder: SheetBuilder | undefined): void {
  const area: Area | undefined = parseArea(address.replace(/^.*!/, ''));
  if (area !== undefined) builder?.merge(area);
}

function indentAll(band: Band, indent: number, builder: SheetBuilder | undefined): void {
  for (let row = band.top; row < band.top + band.rows; row++) {
    for (let column = band.left; column < band.left + band.columns; column++) {
      const cell = builder?.cell(row, column);
      if (cell !== undefined) builder?.put(row, column, { ...cell, indent });
    }
  }
}

/** About what the answer weighed on the wire. */
async function bytesOf({ band, range }: Asked, breath: () => Promise<void> | undefined): Promise<number> {
  const { values, formulas, numberFormat, text } = range;
  const encoder = new TextEncoder();
  let bytes = 0;
  for (let down = 0; down < band.rows; down++) {
    bytes += encoder.encode(JSON.stringify([values[down], formulas[down], numberFormat[down], text[down]])).length;
    await breath();
  }
  return bytes;
}
