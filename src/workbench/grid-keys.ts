/** What a key does in the grid (键盘): where it leads, or how it begins an edit. */
import { areaAt, type Geometry, type Place, sizeOf, stepFrom } from './geometry.ts';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly shiftKey?: boolean;
}

export type KeyAction =
  /** `isExtending`: the selection reaches there, the active cell stays. */
  | { readonly to: Place; readonly isExtending: boolean; readonly edit?: undefined }
  | { readonly to?: undefined; readonly edit: 'open' | 'compose' }
  | { readonly to?: undefined; readonly edit: 'type'; readonly text: string };

/** How many rows are in view, and how many stay there. */
export interface View {
  readonly page: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

const PLAIN_VIEW: View = { page: 10, frozenRows: 0, frozenColumns: 0 };

/** Undefined for keys that are the browser's; Tab leaves the grid. `at`: the active cell, or with Shift the corner that moves. */
export function keyAction(geometry: Geometry, at: Place, press: KeyPress, view: View = PLAIN_VIEW): KeyAction | undefined {
  const { key } = press;
  const isCommand = press.ctrlKey === true || press.metaKey === true;
  const to = (place: Place): KeyAction => ({ to: place, isExtending: press.shiftKey === true });
  const walk = (down: number, right: number): KeyAction =>
    to(isCommand ? edgeFrom(geometry, at, down, right) : stepFrom(geometry, at, down, right));
  switch (key) {
    case 'ArrowDown':
      return walk(1, 0);
    case 'ArrowUp':
      return walk(-1, 0);
    case 'ArrowRight':
      return walk(0, 1);
    case 'ArrowLeft':
      return walk(0, -1);
    case 'PageDown':
      return to(stepFrom(geometry, at, view.page, 0));
    case 'PageUp':
      return to(stepFrom(geometry, at, -view.page, 0));
    case 'Home':
      return to(isCommand ? { row: view.frozenRows, column: view.frozenColumns } : { row: at.row, column: view.frozenColumns });
    case 'End':
      return to(isCommand ? geometry.last : { row: at.row, column: lastFilled(geometry, at.row) });
    case 'F2':
    case 'Enter':
      return { edit: 'open' };
    case 'Delete':
    case 'Backspace':
      return { edit: 'type', text: '' };
    case 'Process':
      return { edit: 'compose' };
    default:
      return key.length === 1 && !isCommand && press.altKey !== true ? { edit: 'type', text: key } : undefined;
  }
}

/** Ctrl and an arrow: to the end of the filled cells one stands in, or over empty ones to the next filled; else to the end of the sheet. */
function edgeFrom(geometry: Geometry, at: Place, down: number, right: number): Place {
  const isFilled = ({ row, column }: Place): boolean => {
    const { top, left } = areaAt(geometry, row, column);
    return geometry.isFilled(top, left);
  };
  let here = at;
  let next = stepFrom(geometry, here, down, right);
  const isInside = isFilled(here) && isFilled(next);
  while (next.row !== here.row || next.column !== here.column) {
    if (isInside && !isFilled(next)) return here;
    here = next;
    if (!isInside && isFilled(here)) return here;
    next = stepFrom(geometry, here, down, right);
  }
  return here;
}

function lastFilled(geometry: Geometry, row: number): number {
  for (let column = geometry.last.column; column > 0; column--)
    if (geometry.isFilled(row, column) && sizeOf(geometry.columns, column) > 0) return column;
  return 0;
}
