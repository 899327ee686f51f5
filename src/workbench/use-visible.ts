/** What of a sheet is in view (可见范围): only those rows and columns are drawn, however long the sheet is. */
import { type RefObject, useCallback, useState } from 'react';
import { type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type Axis, frozenIn, type Geometry, sizeOf } from './geometry.ts';
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

/** Rows and columns drawn beyond each edge, so that scrolling does not show the ground: few, for each cell costs time when all are new. */
const ROWS_BEYOND = 2;
const COLUMNS_BEYOND = 2;
/** Of the view, in pixels, before it has been measured. */
const FIRST_VIEW = { height: 600, width: 900 };

/** The indices in view, with the first cells of merged areas that reach into it; frozen ones are not among them. */
export function useVisible(scroller: RefObject<HTMLDivElement | null>, geometry: Geometry): Visible {
  const [view, setView] = useState(FIRST_VIEW);
  const { rows, columns, mergedAreas } = geometry;
  const frozen = frozenIn(geometry, view.height - HEAD_HEIGHT, view.width - HEAD_WIDTH);
  const options = {
    getScrollElement: () => scroller.current,
    initialRect: FIRST_VIEW,
    // Drawn within the scroll event itself, a jump through a wide sheet would hold up the page.
    useFlushSync: false,
    onChange: ({ scrollElement }: Virtualizer<HTMLDivElement, Element>) => {
      if (scrollElement === null) return;
      const { clientHeight: height, clientWidth: width } = scrollElement;
      setView((known) => (known.height === height && known.width === width ? known : { height, width }));
    },
  };
  const down = useVirtualizer({
    ...options,
    count: rows.count,
    estimateSize: (row) => sizeOf(rows, row),
    // Another function tells that the sizes are others.
    getItemKey: useCallback((row: number) => row, [rows]),
    overscan: ROWS_BEYOND,
    rangeExtractor: useCallback(
      (range: Range) =>
        drawn(
          rows,
          mergedAreas.map(({ top, bottom }): Side => [top, bottom]),
          frozen.rows,
          range,
        ),
      [rows, mergedAreas, frozen.rows],
    ),
  });
  const right = useVirtualizer({
    ...options,
    horizontal: true,
    count: columns.count,
    estimateSize: (column) => sizeOf(columns, column),
    getItemKey: useCallback((column: number) => column, [columns]),
    overscan: COLUMNS_BEYOND,
    rangeExtractor: useCallback(
      (range: Range) =>
        drawn(
          columns,
          mergedAreas.map(({ left, right }): Side => [left, right]),
          frozen.columns,
          range,
        ),
      [columns, mergedAreas, frozen.columns],
    ),
  });
  return {
    // The same lists while the same cells are in view: rows that stay are not drawn again.
    rows: down.getVirtualIndexes(),
    columns: right.getVirtualIndexes(),
    frozenRows: frozen.rows,
    frozenColumns: frozen.columns,
    isScrolledDown: (down.scrollOffset ?? 0) > 0,
    isScrolledRight: (right.scrollOffset ?? 0) > 0,
  };
}

type Side = readonly [from: number, to: number];

/** All of a range that scrolls and has a size, after the anchors. */
export function drawn(
  axis: Axis,
  merged: readonly Side[],
  frozen: number,
  { startIndex, endIndex, overscan, count }: Pick<Range, 'startIndex' | 'endIndex' | 'overscan' | 'count'>,
): number[] {
  const first = Math.max(frozen, startIndex - overscan);
  const last = Math.min(count - 1, endIndex + overscan);
  // A merged area is drawn by its first cell, which may be out of view or hidden.
  const isApart = (from: number): boolean => from < first || sizeOf(axis, from) === 0;
  const anchors = new Set(merged.flatMap(([from, to]) => (to > from && to >= first && from <= last && isApart(from) ? [from] : [])));
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return [...[...anchors].sort((a, b) => a - b), ...shown.filter((index) => sizeOf(axis, index) > 0)];
}
