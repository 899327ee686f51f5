/** Formulas copied down a column are stored once (共享公式); this gives each cell its own text by shifting the relative references. */
import { columnName } from '../../core/workbook/address.ts';

const MAX_COLUMN = 16383;
const MAX_ROW = 1048575;

interface Corner {
  readonly column?: number;
  readonly row?: number;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

/** Literal text and references in turn. */
type Piece = string | Corner;

// Strings, quoted sheet names and table references are skipped; then A1, A:A and 1:1 with any dollars.
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:[^[\]]|\[[^\]]*\])*\]|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*!|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])|[\p{L}_\\$][\p{L}\p{N}_.\\]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu;

/** A master formula, taken apart once and moved many times. */
export class SharedFormula {
  private readonly pieces: Piece[] = [];
  private readonly row: number;
  private readonly column: number;

  /** `row` and `column` are where the master stands. */
  constructor(formula: string, row: number, column: number) {
    this.row = row;
    this.column = column;
    let at = 0;
    for (const match of formula.matchAll(TOKEN)) {
      const corners = cornersOf(match);
      if (corners.length === 0) continue;
      this.pieces.push(formula.slice(at, match.index));
      corners.forEach((corner, index) => this.pieces.push(...(index === 0 ? [] : [':']), corner));
      at = match.index + match[0].length;
    }
    this.pieces.push(formula.slice(at));
  }

  /** The formula as it reads in another cell. */
  at(row: number, column: number): string {
    let text = '';
    for (const piece of this.pieces) text += typeof piece === 'string' ? piece : moved(piece, row - this.row, column - this.column);
    return text;
  }
}

function cornersOf(match: RegExpMatchArray): Corner[] {
  const [, fixA, columnA, fixB, columnB, fix1, row1, fix2, row2, fixC, columnC, fixD, rowD] = match;
  if (columnA !== undefined && columnB !== undefined) return [columnCorner(fixA, columnA), columnCorner(fixB, columnB)];
  if (row1 !== undefined && row2 !== undefined) return [rowCorner(fix1, row1), rowCorner(fix2, row2)];
  if (columnC === undefined || rowD === undefined) return [];
  const corner = { ...columnCorner(fixC, columnC), row: Number(rowD) - 1, rowFixed: fixD === '$' };
  return corner.column > MAX_COLUMN || corner.row > MAX_ROW || corner.row < 0 ? [] : [corner];
}

function columnCorner(fix: string | undefined, letters: string): Corner & { readonly column: number } {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, columnFixed: fix === '$', rowFixed: true };
}

function rowCorner(fix: string | undefined, digits: string): Corner {
  return { row: Number(digits) - 1, rowFixed: fix === '$', columnFixed: true };
}

function moved(corner: Corner, down: number, right: number): string {
  let text = '';
  if (corner.column !== undefined) {
    const column = corner.columnFixed ? corner.column : wrapped(corner.column + right, MAX_COLUMN);
    text += `${corner.columnFixed ? '$' : ''}${columnName(column)}`;
  }
  if (corner.row !== undefined) {
    const row = corner.rowFixed ? corner.row : wrapped(corner.row + down, MAX_ROW);
    text += `${corner.rowFixed ? '$' : ''}${row + 1}`;
  }
  return text;
}

/** Excel's shared references run round the edge of the sheet. */
function wrapped(index: number, last: number): number {
  return ((index % (last + 1)) + last + 1) % (last + 1);
}
