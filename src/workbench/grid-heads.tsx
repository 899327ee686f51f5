/** The letters of the columns above the grid (列标); those of frozen columns stay. */
import type { ReactElement } from 'react';
import { columnName } from '../core/workbook/address.ts';
import { type Axis, sizeOf, startOf } from './geometry.ts';
import { HEAD_WIDTH, useGridStyles } from './grid-styles.ts';

interface GridHeadsProps {
  readonly columns: Axis;
  /** Those that scroll. */
  readonly shown: readonly number[];
  readonly frozenColumns: number;
  readonly isCurrent: (column: number) => boolean;
}

export function GridHeads({ columns, shown, frozenColumns, isCurrent }: GridHeadsProps): ReactElement {
  const styles = useGridStyles();
  const head = (column: number): ReactElement | null =>
    sizeOf(columns, column) === 0 ? null : (
      <div
        key={column}
        role="columnheader"
        aria-colindex={column + 2}
        className={`${styles.head} ${styles.columnHead}`}
        data-head-column={column}
        data-current={isCurrent(column) ? '' : undefined}
        style={{ left: HEAD_WIDTH + startOf(columns, column), width: sizeOf(columns, column) }}
      >
        {columnName(column)}
      </div>
    );
  return (
    <div role="rowgroup" className={styles.heads} style={{ width: HEAD_WIDTH + startOf(columns, columns.count) }}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        <div className={styles.still} role="presentation" style={{ width: HEAD_WIDTH + startOf(columns, frozenColumns) }}>
          <div aria-hidden className={`${styles.head} ${styles.corner}`} />
          {Array.from({ length: frozenColumns }, (_, column) => head(column))}
        </div>
        {shown.filter((column) => column >= frozenColumns).map(head)}
      </div>
    </div>
  );
}
