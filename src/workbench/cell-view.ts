/** What one cell shows (单元格显示): the text, which side it stands on, whether it waits for Excel, and «####» where digits do not fit. */
import { shownText } from '../core/workbook/number-format.ts';
import { type Cell, isError } from '../core/workbook/workbook.ts';
import { WAITING } from '../hosts/file/waiting-cells.ts';
import { DIGIT, PADDING, textWidth } from './text-size.ts';

export interface CellView {
  readonly text: string;
  readonly align: 'start' | 'center' | 'end';
  readonly isWaiting: boolean;
  /** Words may stand over empty neighbours; numbers never. */
  readonly isWords: boolean;
  /** The whole text where the cell shows less. */
  readonly title: string | undefined;
}

const EMPTY: CellView = { text: '', align: 'start', isWaiting: false, isWords: false, title: undefined };
const USUAL_SIZE = 13;

export interface CellRoom {
  /** Pixels of the cell. */
  readonly width: number;
  /** Pixels of its letters. */
  readonly size?: number;
  readonly isHeading?: boolean;
  /** Letters get smaller until they fit (缩小字体填充). */
  readonly isShrunk?: boolean;
}

/** A number that does not fit is never shown with digits missing. */
export function viewOf(
  cell: Cell | undefined,
  { width, size = USUAL_SIZE, isHeading = false, isShrunk = false }: CellRoom,
  date1904: boolean,
): CellView {
  if (cell === undefined || cell.value === null) return EMPTY;
  const { value } = cell;
  if (isError(value)) return { text: value.error, align: 'center', isWaiting: value.error === WAITING, isWords: false, title: undefined };
  const text = shownText(cell, date1904);
  if (typeof value === 'number') {
    const room = width - PADDING;
    const digits = Math.floor(room / (size * DIGIT));
    const shown = cell.format === undefined ? fitGeneral(value, text, digits) : text;
    const fits = isShrunk || textWidth(shown, size) <= room;
    return {
      text: fits ? shown : '#'.repeat(Math.max(1, digits)),
      align: 'end',
      isWaiting: false,
      isWords: false,
      title: fits ? undefined : text,
    };
  }
  const isWide = textWidth(text, size) + PADDING > width;
  const align = isHeading || typeof value === 'boolean' ? 'center' : 'start';
  return { text, align, isWaiting: false, isWords: true, title: isWide ? text : undefined };
}

/** General (常规) rounds what it shows to the room for digits, and writes powers of ten where even the whole ones do not fit, as Excel does. */
function fitGeneral(value: number, text: string, room: number): string {
  if (text.length <= Math.min(room, 11)) return text;
  const whole = Math.trunc(Math.abs(value)).toString().length + (value < 0 ? 1 : 0);
  const decimals = Math.min(room, 11) - whole - 1;
  if (decimals >= 0) return String(Number(value.toFixed(Math.min(decimals, 20))));
  if (whole <= Math.min(room, 11)) return value.toFixed(0);
  // Beside the digits: the first one and its point, «E+» and two digits.
  const powered = value
    .toExponential(Math.max(0, Math.min(room, 11) - (value < 0 ? 7 : 6)))
    .replace(/E?e([+-])(\d)$/, 'E$10$2')
    .replace('e', 'E');
  return powered.length <= room ? powered : text;
}
