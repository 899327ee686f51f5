/** Reads the whole workbook out of Excel (读取工作簿): sheets, then where their cells are, then the cells in planned pieces, then what was left open. */
import type { Sheet, Workbook } from '../../core/workbook/workbook.ts';
import { tagFromName } from '../../core/workbook/sheet-tag.ts';
import { completeDetails } from './read-details.ts';
import { type BandReading, readBands } from './read-bands.ts';
import { type Band, DESKTOP_LIMITS, type Extent, readable, type ReadLimits, WEB_LIMITS } from './read-plan.ts';
import { isOnTheWeb } from './requirement.ts';
import { inExcel, type RunOptions } from './retry.ts';
import { SheetBuilder } from './sheet-builder.ts';

export interface ReadOptions extends RunOptions {
  /** From 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Read again only these sheets (by id, see `hearEdits`); the others are taken from `before`. */
  readonly again?: { readonly ids: readonly string[]; readonly before: ReadWorkbook } | undefined;
  /** A number that grows with every edit (see `hearEdits`): tells an edit during the reading. */
  readonly revision?: (() => number) | undefined;
  readonly limits?: ReadLimits | undefined;
}

export interface ReadWorkbook {
  readonly workbook: Workbook;
  /** Excel's lasting id of each sheet, in the order of `workbook.sheets`. */
  readonly sheetIds: readonly string[];
  /** Sheets of which only the first rows were read. */
  readonly cutShort: readonly { readonly sheet: string; readonly rows: number }[];
  /** Somebody edited the workbook while it was being read: the pieces may not belong together. */
  readonly changedMeanwhile: boolean;
  readonly isReadOnly: boolean;
  /** No sheet can be added. */
  readonly isStructureProtected: boolean;
}

interface Tab {
  readonly id: string;
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly isProtected: boolean;
}

export async function readWorkbook(options: ReadOptions = {}): Promise<ReadWorkbook> {
  return inExcel((context) => readAll(context, options), { repeatable: true }, options);
}

async function readAll(context: Excel.RequestContext, options: ReadOptions): Promise<ReadWorkbook> {
  const revision = options.revision?.();
  const { workbook } = context;
  const { worksheets } = workbook;
  workbook.load('name,readOnly');
  workbook.protection.load('protected');
  // Only by ids from here on: a sheet may be renamed while we read. Chart sheets are not in the list.
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  await context.sync();
  const tabs = worksheets.items.map(tabOf);

  const kept = new Map<string, Sheet>();
  if (options.again !== undefined) {
    const { ids, before } = options.again;
    before.sheetIds.forEach((id, index) => {
      const sheet = before.workbook.sheets[index];
      if (sheet !== undefined && !ids.includes(id)) kept.set(id, sheet);
    });
  }
  const reading = tabs.filter((tab) => !kept.has(tab.id));

  const asked = reading.map((tab) => {
    const sheet = worksheets.getItem(tab.id);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    used.untrack();
    sheet.names.load('items/name');
    return { tab, used, names: sheet.names };
  });
  if (asked.length > 0) await context.sync();

  const builders = asked.map(({ tab, names }) => new SheetBuilder(tab, firstTag(names.items.map(({ name }) => name))));
  const extents = asked.flatMap(({ used }, sheet): Extent[] =>
    used.isNullObject ? [] : [{ sheet, top: used.rowIndex, left: used.columnIndex, rows: used.rowCount, columns: used.columnCount }],
  );
  const readableExtents = extents.map(readable);
  const bands = readableExtents.map((extent): Band => ({ ...extent, withMerges: true }));
  const limits = options.limits ?? (isOnTheWeb() ? WEB_LIMITS : DESKTOP_LIMITS);
  const ids = reading.map(({ id }) => id);
  const answered: BandReading[] = await readBands(context, ids, bands, builders, limits, options);
  await completeDetails(context, ids, answered, builders, limits, options);
  options.onProgress?.(1);

  const fresh = new Map(reading.map((tab, index) => [tab.id, builders[index]?.finish()]));
  const sheets = tabs.flatMap((tab): Sheet[] => {
    const before = kept.get(tab.id);
    const sheet =
      before === undefined ? fresh.get(tab.id) : { ...before, name: tab.name, visibility: tab.visibility, isProtected: tab.isProtected };
    return sheet === undefined ? [] : [sheet];
  });
  return {
    // Whether serial dates count from 1904 is not in the API; what is shown comes as text.
    workbook: { name: workbook.name, sheets, date1904: false },
    sheetIds: tabs.map(({ id }) => id),
    cutShort: extents.flatMap((extent, index) => {
      const rows = readableExtents[index]?.rows ?? extent.rows;
      return rows < extent.rows ? [{ sheet: reading[extent.sheet]?.name ?? '', rows: extent.top + rows }] : [];
    }),
    changedMeanwhile: options.revision?.() !== revision,
    isReadOnly: workbook.readOnly,
    isStructureProtected: workbook.protection.protected,
  };
}

function tabOf({ id, name, visibility, protection }: Excel.Worksheet): Tab {
  const shown = visibility === 'Visible' ? 'visible' : visibility === 'Hidden' ? 'hidden' : 'very-hidden';
  return { id, name, visibility: shown, isProtected: protection.protected };
}

function firstTag(names: readonly string[]): string | undefined {
  return names.map(tagFromName).find((tag) => tag !== undefined);
}
