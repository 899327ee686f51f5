/** What of a sheet is in view (可见范围): only those rows and columns are drawn, found by their known sizes however long the sheet is. */
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { type Axis, type Geometry, sizeOf, startOf } from './geometry.ts';

export interface Visible {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

interface Window {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

// A general virtualiser measures: it keeps an object for each of 200,000 rows and makes them all anew after every edit, which holds up the page.
// Here every size is known before anything is drawn, and two lookups are enough.

/** Rows and columns drawn beyond each edge, so that scrolling does not show the ground. */
const BEYOND = 6;

/** The indices in view, with the first cells of merged areas that reach into it; frozen rows are not among them. */
export function useVisible(scroller: RefObject<HTMLDivElement | null>, geometry: Geometry): Visible {
  const [{ top, left, height, width }, setWindow] = useState<Window>({ top: 0, left: 0, height: 600, width: 900 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void =>
      setWindow({ top: element.scrollTop, left: element.scrollLeft, height: element.clientHeight, width: element.clientWidth });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  const { rows, columns, frozenRows } = geometry;
  const above = startOf(rows, frozenRows);
  const [firstRow, lastRow] = spanOf(rows, above + top, above + top + height, frozenRows);
  const [firstColumn, lastColumn] = spanOf(columns, left, left + width, 0);
  // The same lists while the same cells are in view: rows that stay are not drawn again.
  return {
    rows: useMemo(() => drawn(geometry, 'rows', firstRow, lastRow), [geometry, firstRow, lastRow]),
    columns: useMemo(() => drawn(geometry, 'columns', firstColumn, lastColumn), [geometry, firstColumn, lastColumn]),
  };
}

/** The first and the last index between two places in pixels, and some beyond. */
export function spanOf(axis: Axis, from: number, to: number, least: number): readonly [first: number, last: number] {
  return [Math.max(least, indexAt(axis, from) - BEYOND), Math.min(axis.count - 1, indexAt(axis, to) + BEYOND)];
}

/** The last that begins at or before a place. */
function indexAt({ starts, count }: Axis, place: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function drawn(geometry: Geometry, which: 'rows' | 'columns', first: number, last: number): readonly number[] {
  const axis = geometry[which];
  const least = which === 'rows' ? geometry.frozenRows : 0;
  const anchors = new Set<number>();
  for (const area of geometry.mergedAreas) {
    const [from, to] = which === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
    if (from < first && to >= first && from >= least) anchors.add(from);
  }
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return [...[...anchors].sort((a, b) => a - b), ...shown].filter((index) => sizeOf(axis, index) > 0);
}
