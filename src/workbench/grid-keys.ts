/** What a key does in the grid (键盘): where it leads, or how it begins an edit. */
import { type Geometry, stepFrom } from './geometry.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly shiftKey?: boolean;
}

export type KeyAction =
  | { readonly to: Place; readonly edit?: undefined }
  | { readonly to?: undefined; readonly edit: 'open' | 'compose' }
  | { readonly to?: undefined; readonly edit: 'type'; readonly text: string };

/** Undefined for keys that are the browser's; Tab leaves the grid. `page`: how many rows are in view. */
export function keyAction(geometry: Geometry, at: Place, press: KeyPress, page = 10): KeyAction | undefined {
  const { key } = press;
  const isCommand = press.ctrlKey === true || press.metaKey === true;
  const step = (down: number, right: number): KeyAction => ({ to: stepFrom(geometry, at, down, right) });
  const far = Number.MAX_SAFE_INTEGER;
  switch (key) {
    case 'ArrowDown':
      return step(isCommand ? far : 1, 0);
    case 'ArrowUp':
      return step(isCommand ? -far : -1, 0);
    case 'ArrowRight':
      return step(0, isCommand ? far : 1);
    case 'ArrowLeft':
      return step(0, isCommand ? -far : -1);
    case 'PageDown':
      return step(page, 0);
    case 'PageUp':
      return step(-page, 0);
    case 'Home':
      return { to: { row: isCommand ? 0 : at.row, column: 0 } };
    case 'End':
      return step(0, far);
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
