/** Selecting with the mouse or a finger (鼠标选定): a click, a drag, Shift and a click; a head takes its whole row or column. */
import { type PointerEvent, useRef } from 'react';
import type { Place } from './geometry.ts';
import type { Selection } from './selection.ts';

interface Pointing {
  readonly rows: number;
  readonly columns: number;
  readonly select: (to: Place, isExtending?: boolean) => void;
  readonly onSelect: (selection: Selection) => void;
}

interface Handlers {
  readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerUp: () => void;
}

export function usePointing({ rows, columns, select, onSelect }: Pointing): Handlers {
  /** The cell that the drag has reached; undefined while no button is down. */
  const reached = useRef<Place>(undefined);
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      const cell = cellUnder(event.target);
      const head = headUnder(event.target);
      if (cell !== undefined) {
        // A finger scrolls by dragging.
        reached.current = event.pointerType === 'mouse' ? cell : undefined;
        select(cell, event.shiftKey);
      } else if (head?.row !== undefined)
        onSelect({ row: head.row, column: 0, extent: { row: head.row, column: columns - 1 }, isWhole: true });
      else if (head?.column !== undefined)
        onSelect({ row: 0, column: head.column, extent: { row: rows - 1, column: head.column }, isWhole: true });
    },
    onPointerMove(event) {
      if (reached.current === undefined) return;
      if ((event.buttons & 1) === 0) reached.current = undefined;
      const cell = cellUnder(event.target);
      if (cell === undefined || reached.current === undefined) return;
      if (cell.row === reached.current.row && cell.column === reached.current.column) return;
      reached.current = cell;
      select(cell, true);
    },
    onPointerUp() {
      reached.current = undefined;
    },
  };
}

function cellUnder(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell === null ? undefined : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

function headUnder(target: EventTarget): { readonly row?: number; readonly column?: number } | undefined {
  const head = target instanceof Element ? target.closest<HTMLElement>('[data-head-row], [data-head-column]') : null;
  const { headRow, headColumn } = head?.dataset ?? {};
  if (headRow !== undefined) return { row: Number(headRow) };
  return headColumn === undefined ? undefined : { column: Number(headColumn) };
}
