/** A cell as nearly all of them are written (普通单元格), `<c r="B2" s="3"><v>12.5</v></c>`: read in one go. All others are left to the scanner. */

const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const LETTER_A = 65;
const LETTER_Z = 90;
const LAST_COLUMN = 16_384;
/** Whole numbers of so many digits are exact, and so is one division by a power of ten: the nearest double, as `Number` finds it. */
const MOST_DIGITS = 15;
const POWERS: readonly number[] = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

/** One for all cells: what was last read stands in its fields. */
export class PlainCell {
  /** Zero-based. */
  column = 0;
  style = 0;
  /** The figure, or the place of the text among the shared ones. */
  value = 0;
  isShared = false;
  /** Where the text after the cell begins. */
  end = 0;

  /** Whether such a cell begins at `start`: a number or a shared text, without a formula, its attributes in the usual order. */
  read(source: string, start: number): boolean {
    if (!source.startsWith('<c r="', start)) return false;
    let at = start + 6;
    let code = source.charCodeAt(at);
    let column = 0;
    while (code >= LETTER_A && code <= LETTER_Z) {
      column = column * 26 + code - LETTER_A + 1;
      code = source.charCodeAt(++at);
    }
    while (code >= ZERO && code <= NINE) code = source.charCodeAt(++at);
    if (code !== QUOTE || column === 0 || column > LAST_COLUMN) return false;
    at += 1;
    this.column = column - 1;
    this.style = 0;
    if (source.startsWith(' s="', at)) {
      at += 4;
      for (code = source.charCodeAt(at); code >= ZERO && code <= NINE; code = source.charCodeAt(++at))
        this.style = this.style * 10 + code - ZERO;
      if (code !== QUOTE) return false;
      at += 1;
    }
    this.isShared = source.startsWith(' t="s"', at);
    if (this.isShared || source.startsWith(' t="n"', at)) at += 6;
    return source.startsWith('><v>', at) && this.readValue(source, at + 4);
  }

  private readValue(source: string, start: number): boolean {
    const isNegative = source.charCodeAt(start) === MINUS;
    let at = isNegative ? start + 1 : start;
    let units = 0;
    let digits = 0;
    let point = -1;
    for (let code = source.charCodeAt(at); ; code = source.charCodeAt(++at)) {
      if (code >= ZERO && code <= NINE) {
        units = units * 10 + code - ZERO;
        digits += 1;
      } else if (code === POINT && point === -1) point = digits;
      else break;
    }
    if (digits === 0 || !source.startsWith('</v></c>', at)) return false;
    this.end = at + 8;
    if (digits > MOST_DIGITS) this.value = Number(source.slice(start, at));
    else {
      const size = point === -1 ? units : units / (POWERS[digits - point] ?? 1);
      this.value = isNegative ? -size : size;
    }
    return Number.isFinite(this.value);
  }
}
