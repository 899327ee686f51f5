/** One row of the grid (一行): its number and the cells that can be seen, the frozen ones apart; a merged area is drawn by its first cell. */
import { memo, type ReactElement } from 'react';
import type { Area } from '../core/workbook/address.ts';
import type { Sheet } from '../core/workbook/workbook.ts';
import { areaAt, type Geometry, sizeOf, startOf } from './geometry.ts';
import { GridCell } from './grid-cell.tsx';
import { HEAD_WIDTH, useGridStyles } from './grid-styles.ts';
import type { WorkbenchWords } from './words.ts';

export interface EditedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface GridRowProps {
  readonly sheet: Sheet;
  readonly geometry: Geometry;
  readonly row: number;
  /** Where the row's part of the sheet begins. */
  readonly offset: number;
  /** Those that scroll. */
  readonly columns: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly selectedColumn: number | undefined;
  /** The first and the last selected column, where the row is part of a selected area. */
  readonly rangeFrom: number | undefined;
  readonly rangeTo: number | undefined;
  readonly editing: EditedCell | undefined;
  readonly date1904: boolean;
  readonly isReadOnly: boolean;
  readonly words: WorkbenchWords;
  /** Given to the row that is being edited; all others stay as they are when it changes. */
  readonly onEdited: ((text: string | undefined, move: 'down' | 'right' | 'stay') => boolean) | undefined;
}

export const GridRow = memo(function GridRow(props: GridRowProps): ReactElement {
  const styles = useGridStyles();
  const { geometry, row, offset, columns, frozenRows, frozenColumns, selectedColumn } = props;
  // Among the rows that scroll: the lower part of areas that begin in the frozen ones.
  const isCopy = offset > 0 && row < frozenRows;
  const frozen = areasOf(
    geometry,
    row,
    Array.from({ length: frozenColumns }, (_, column) => column),
  ).filter((area) => !isCopy || area.bottom >= frozenRows);
  const moving = areasOf(geometry, row, columns).filter(
    (area) => (!isCopy || area.bottom >= frozenRows) && (area.left >= frozenColumns || area.right >= frozenColumns),
  );
  const height = sizeOf(geometry.rows, row);
  const cell = (area: Area, isPicture: boolean): ReactElement => (
    <GridCell key={area.left} {...props} area={area} isCopy={isPicture} styles={styles} />
  );
  return (
    <div
      {...(isCopy ? { 'aria-hidden': true } : { role: 'row', 'aria-rowindex': row + 2 })}
      className={styles.row}
      style={{ top: startOf(geometry.rows, row) - offset, height }}
    >
      <div className={styles.still} role="presentation" style={{ width: HEAD_WIDTH + startOf(geometry.columns, frozenColumns) }}>
        {height === 0 || isCopy ? null : (
          <div
            role="rowheader"
            aria-colindex={1}
            className={`${styles.head} ${styles.rowHead}`}
            data-head-row={row}
            data-current={selectedColumn === undefined && props.rangeFrom === undefined ? undefined : ''}
          >
            {row + 1}
          </div>
        )}
        {frozen.map((area) => cell(area, isCopy))}
      </div>
      {moving.map((area) => cell(area, isCopy || area.left < frozenColumns))}
    </div>
  );
});

/** The areas that begin in a row, each once; nothing of a hidden row but what is merged with rows in view. */
function areasOf(geometry: Geometry, row: number, columns: readonly number[]): readonly Area[] {
  const areas = new Map<number, Area>();
  for (const column of columns) {
    const area = areaAt(geometry, row, column);
    const isSeen = sizeOf(geometry.rows, area.top, area.bottom) > 0 && sizeOf(geometry.columns, area.left, area.right) > 0;
    if (area.top === row && isSeen) areas.set(area.left, area);
  }
  return [...areas.values()];
}
