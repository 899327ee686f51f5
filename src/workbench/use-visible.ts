/** What of a sheet is in view (可见范围): only those rows and columns are drawn, found by their known sizes however long the sheet is. */
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { type Axis, frozenIn, type Geometry, sizeOf, startOf } from './geometry.ts';
import { HEAD_HEIGHT, HEAD_WIDTH } from './grid-styles.ts';

export interface Visible {
  /** Those that scroll; an anchor of a merged area that reaches out of the frozen ones is among them. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** How many stay in view. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly isScrolledDown: boolean;
  readonly isScrolledRight: boolean;
}

interface Window {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

// Every size is known before anything is drawn, so two lookups in the sums that the geometry keeps anyway are enough. Processor time of
// @tanstack/virtual-core 3.19.11 on 200,000 rows, outside a page: its own sums in 14 ms at first, 4 to 12 ms after new sizes, 0.2 ms with the same.

/** Rows and columns drawn beyond each edge, so that scrolling does not show the ground: few, for each cell costs time when all are new. */
const ROWS_BEYOND = 4;
const COLUMNS_BEYOND = 2;

/** The indices in view, with the first cells of merged areas that reach into it; frozen ones are not among them. */
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
  const { rows, columns, mergedAreas } = geometry;
  const frozen = frozenIn(geometry, height - HEAD_HEIGHT, width - HEAD_WIDTH);
  const above = startOf(rows, frozen.rows);
  const before = startOf(columns, frozen.columns);
  const [firstRow, lastRow] = spanOf(rows, above + top, top + height, frozen.rows, ROWS_BEYOND);
  const [firstColumn, lastColumn] = spanOf(columns, before + left, left + width, frozen.columns, COLUMNS_BEYOND);
  return {
    // The same lists while the same cells are in view: rows that stay are not drawn again.
    rows: useMemo(() => {
      const sides = mergedAreas.map((area): Side => [area.top, area.bottom]);
      return drawn(rows, sides, firstRow, lastRow);
    }, [rows, mergedAreas, firstRow, lastRow]),
    columns: useMemo(() => {
      const sides = mergedAreas.map((area): Side => [area.left, area.right]);
      return drawn(columns, sides, firstColumn, lastColumn);
    }, [columns, mergedAreas, firstColumn, lastColumn]),
    frozenRows: frozen.rows,
    frozenColumns: frozen.columns,
    isScrolledDown: top > 0,
    isScrolledRight: left > 0,
  };
}

/** The first and the last index between two places in pixels, and `beyond` more on both sides. */
export function spanOf(axis: Axis, from: number, to: number, least: number, beyond: number): readonly [first: number, last: number] {
  return [Math.max(least, indexAt(axis, from) - beyond), Math.min(axis.count - 1, indexAt(axis, to) + beyond)];
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

type Side = readonly [from: number, to: number];

function drawn(axis: Axis, merged: readonly Side[], first: number, last: number): readonly number[] {
  // A merged area is drawn by its first cell, which may be out of view or hidden.
  const isApart = (from: number): boolean => from < first || sizeOf(axis, from) === 0;
  const anchors = new Set(merged.flatMap(([from, to]) => (to > from && to >= first && from <= last && isApart(from) ? [from] : [])));
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return [...[...anchors].sort((a, b) => a - b), ...shown.filter((index) => sizeOf(axis, index) > 0)];
}
