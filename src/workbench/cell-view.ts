/** What one cell shows (单元格显示): the text, which side it stands on, whether it waits for Excel, and «####» where digits do not fit. */
import { shownText } from '../core/workbook/number-format.ts';
import { type Cell, isError } from '../core/workbook/workbook.ts';
import { WAITING } from '../hosts/file/waiting-cells.ts';

export interface CellView {
  readonly text: string;
  readonly align: 'start' | 'center' | 'end';
  readonly isWaiting: boolean;
  /** The whole text where the cell shows less. */
  readonly title: string | undefined;
}

const EMPTY: CellView = { text: '', align: 'start', isWaiting: false, title: undefined };
const DIGIT_WIDTH = 7.4;
const PADDING = 10;

/** `width` in pixels. A number that does not fit is never shown with digits missing. */
export function viewOf(cell: Cell | undefined, width: number, isHeading: boolean, date1904: boolean): CellView {
  if (cell === undefined || cell.value === null) return EMPTY;
  const { value } = cell;
  if (isError(value)) return { text: value.error, align: 'center', isWaiting: value.error === WAITING, title: undefined };
  const text = shownText(cell, date1904);
  if (typeof value === 'number') {
    const shown = cell.format === undefined ? fitGeneral(value, text, width) : text;
    const fits = shown.length * DIGIT_WIDTH + PADDING <= width;
    return {
      text: fits ? shown : '#'.repeat(Math.max(1, Math.floor((width - PADDING) / DIGIT_WIDTH))),
      align: 'end',
      isWaiting: false,
      title: fits ? undefined : text,
    };
  }
  const isWide = text.length * DIGIT_WIDTH * 1.8 + PADDING > width;
  return { text, align: isHeading ? 'center' : 'start', isWaiting: false, title: isWide ? text : undefined };
}

/** General (常规) rounds what it shows to the width, as Excel does. */
function fitGeneral(value: number, text: string, width: number): string {
  const room = Math.floor((width - PADDING) / DIGIT_WIDTH);
  if (text.length <= Math.min(room, 11)) return text;
  const whole = Math.trunc(Math.abs(value)).toString().length + (value < 0 ? 1 : 0);
  const decimals = Math.min(room, 11) - whole - 1;
  return decimals < 0 ? text : String(Number(value.toFixed(Math.min(decimals, 20))));
}
