/** One row of the grid (一行): its number and the cells that can be seen; a merged area is drawn by its first cell. */
import { memo, type ReactElement } from 'react';
import { cellAddress } from '../core/workbook/address.ts';
import { cellAt, type Sheet } from '../core/workbook/workbook.ts';
import { viewOf } from './cell-view.ts';
import { CellEditor } from './cell-editor.tsx';
import { areaAt, type Geometry, keyOf, sizeOf, startOf } from './geometry.ts';
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
  readonly columns: readonly number[];
  readonly selectedColumn: number | undefined;
  readonly editing: EditedCell | undefined;
  readonly date1904: boolean;
  readonly isReadOnly: boolean;
  readonly words: WorkbenchWords;
  /** Given to the row that is being edited; all others stay as they are when it changes. */
  readonly onEdited: ((text: string | undefined, move: 'down' | 'right' | 'stay') => boolean) | undefined;
}

export const cellId = (row: number, column: number): string => `cell-${row}-${column}`;

export const GridRow = memo(function GridRow(props: GridRowProps): ReactElement {
  const styles = useGridStyles();
  const { geometry, row, offset, columns, selectedColumn } = props;
  const drawn = new Set<number>();
  for (const column of columns) {
    const { top, left } = areaAt(geometry, row, column);
    if (top === row) drawn.add(left);
  }
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={styles.row}
      style={{ top: startOf(geometry.rows, row) - offset, height: sizeOf(geometry.rows, row) }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={`${styles.head} ${styles.rowHead}`}
        data-current={selectedColumn === undefined ? undefined : ''}
      >
        {row + 1}
      </div>
      {[...drawn].map((column) => (
        <GridCell key={column} {...props} column={column} styles={styles} />
      ))}
    </div>
  );
});

function GridCell({
  sheet,
  geometry,
  row,
  column,
  selectedColumn,
  editing,
  date1904,
  isReadOnly,
  words,
  onEdited,
  styles,
}: GridRowProps & { readonly column: number; readonly styles: ReturnType<typeof useGridStyles> }): ReactElement {
  const area = areaAt(geometry, row, column);
  const width = sizeOf(geometry.columns, area.left, area.right);
  const height = sizeOf(geometry.rows, area.top, area.bottom);
  const cell = cellAt(sheet, row, column);
  const isMerged = area.right > area.left || area.bottom > area.top;
  const view = viewOf(cell, width, isMerged && !geometry.isStyled, date1904);
  const manner = geometry.mannerAt(row, column);
  const align = manner?.align ?? view.align;
  const mark = geometry.marks.get(keyOf(row, column));
  const isEdited = editing?.row === row && editing.column === column;
  return (
    <div
      role="gridcell"
      id={cellId(row, column)}
      aria-colindex={column + 2}
      aria-selected={selectedColumn === column}
      aria-readonly={isReadOnly || sheet.isProtected}
      {...(isMerged ? { 'aria-colspan': area.right - area.left + 1, 'aria-rowspan': area.bottom - area.top + 1 } : {})}
      data-fill={manner?.fill !== undefined && mark === undefined ? '' : undefined}
      {...(mark === undefined ? {} : { 'data-mark': mark, 'aria-description': words.marks[mark] })}
      data-row={row}
      data-column={column}
      data-align={align}
      data-bold={manner?.isBold === true ? '' : undefined}
      data-wrap={(manner?.isWrapped === true || height >= 34) && view.align !== 'end' ? '' : undefined}
      data-waiting={view.isWaiting ? '' : undefined}
      data-selected={selectedColumn === column ? '' : undefined}
      title={view.title}
      className={styles.cell}
      style={{
        left: HEAD_WIDTH + startOf(geometry.columns, column),
        width,
        height,
        ...(manner?.fill === undefined || mark !== undefined ? {} : { backgroundColor: manner.fill }),
        ...(cell?.indent === undefined ? {} : { paddingLeft: 4 + cell.indent * 12 }),
      }}
    >
      <span className={styles.text}>{view.text}</span>
      {isEdited && onEdited !== undefined ? (
        <CellEditor start={editing.text} label={words.editing(cellAddress({ row, column }))} onEdited={onEdited} />
      ) : null}
    </div>
  );
}
