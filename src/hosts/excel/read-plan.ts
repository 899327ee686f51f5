/** Cuts a workbook into pieces that Excel answers at once (分块读取): bands of whole rows, several small sheets together, a large one in parts. */

/** A used range: where the cells of a sheet are. */
export interface Extent {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** Rows of a sheet that are read together. */
export interface Band extends Extent {
  /** Whether the merged areas are read with it; not when Excel has refused even one row of them. */
  readonly withMerges: boolean;
}

export interface ReadLimits {
  /** Cells in one answer, to begin with. */
  readonly cells: number;
  /** Bytes of one answer; absent where there is no limit. */
  readonly bytes?: number;
}

// 5 MB is the limit of the web; 1.5 MB at 60 bytes a cell leaves room for long Chinese texts, which are three times as large.
export const WEB_LIMITS: ReadLimits = { cells: 25_000, bytes: 1_500_000 };
// No limit there; but the client takes each answer apart in one go, and the pane is to answer meanwhile.
export const DESKTOP_LIMITS: ReadLimits = { cells: 40_000 };

/** More merged areas than 512 in one range cannot be asked for. */
const MOST_ROWS = 2_000;
/** Beyond this a sheet is no table; only its first rows are read, and that is said. */
export const MOST_CELLS_OF_SHEET = 2_000_000;

/** The part of a sheet that is read. */
export function readable(extent: Extent): Extent {
  const rows = Math.max(1, Math.min(extent.rows, Math.floor(MOST_CELLS_OF_SHEET / extent.columns)));
  return { ...extent, rows };
}

export function cellsOf(bands: readonly Extent[]): number {
  return bands.reduce((sum, band) => sum + band.rows * band.columns, 0);
}

/** Takes from the front of `waiting` what fits into one answer; at least one row. */
export function nextBands(waiting: readonly Band[], budget: number): { readonly now: readonly Band[]; readonly later: readonly Band[] } {
  const now: Band[] = [];
  const later = [...waiting];
  let left = budget;
  for (let band = later.shift(); band !== undefined; band = later.shift()) {
    const fitting = Math.min(band.rows, MOST_ROWS, Math.floor(left / band.columns));
    const rows = now.length === 0 ? Math.max(1, fitting) : fitting;
    if (rows < 1) {
      later.unshift(band);
      break;
    }
    now.push({ ...band, rows });
    if (rows < band.rows) later.unshift({ ...band, top: band.top + rows, rows: band.rows - rows });
    left -= rows * band.columns;
  }
  return { now, later };
}

/** Each band in two halves by rows; a single row is read without its merged areas. */
export function halved(bands: readonly Band[]): Band[] {
  return bands.flatMap((band) => {
    if (band.rows === 1) return [{ ...band, withMerges: false }];
    const rows = Math.ceil(band.rows / 2);
    return [
      { ...band, rows },
      { ...band, top: band.top + rows, rows: band.rows - rows },
    ];
  });
}
