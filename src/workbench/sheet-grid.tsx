/** The grid (表格): the cells of one sheet as Excel shows them, only those in view in the page; arrows walk, F2, Enter or typing edits. */
import { type KeyboardEvent, type PointerEvent, type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { columnName } from '../core/workbook/address.ts';
import { cellAt, type Sheet } from '../core/workbook/workbook.ts';
import type { SheetLayout } from '../hosts/file/read-layout.ts';
import { editText, formulaFault } from '../hosts/file/typed-text.ts';
import { areaAt, type Geometry, geometryOf, sizeOf, startOf } from './geometry.ts';
import { cellId, type EditedCell, GridRow } from './grid-row.tsx';
import { HEAD_HEIGHT, HEAD_WIDTH, useGridStyles } from './grid-styles.ts';
import { keyAction } from './grid-keys.ts';
import { useVisible } from './use-visible.ts';
import type { WorkbenchWords } from './words.ts';

export interface Selected {
  readonly row: number;
  readonly column: number;
}

interface SheetGridProps {
  readonly sheet: Sheet;
  readonly layout: SheetLayout | undefined;
  readonly date1904: boolean;
  readonly isReadOnly: boolean;
  readonly words: WorkbenchWords;
  readonly selected: Selected;
  /** Grows whenever the selected cell must be brought into view. */
  readonly revealed: number;
  readonly onSelect: (cell: Selected) => void;
  readonly onType: (cell: Selected, text: string) => void;
  /** What stands in the editor cannot be written; it stays there to be put right. */
  readonly onRefused: (why: 'broken-formula' | 'newer-function') => void;
}

export function SheetGrid(props: SheetGridProps): ReactElement {
  const { sheet, layout, selected, words, onSelect, onType } = props;
  const styles = useGridStyles();
  const geometry = useMemo(() => geometryOf(sheet, layout), [sheet, layout]);
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<EditedCell>();
  const { rows, columns } = geometry;
  const frozenHeight = startOf(rows, geometry.frozenRows);
  const { rows: visibleRows, columns: visibleColumns } = useVisible(scroller, geometry);

  const bringIntoView = ({ row, column }: Selected): void => {
    if (scroller.current !== null) scrollTo(scroller.current, geometry, row, column);
  };
  // A cell is shown when the pane asks for it and when the sheet changes, not on every edit.
  useLayoutEffect(() => bringIntoView(selected), [props.revealed, sheet.name]);
  useEffect(() => setEditing(undefined), [sheet.name]);

  const select = (cell: Selected): void => {
    const { top, left } = areaAt(geometry, cell.row, cell.column);
    onSelect({ row: top, column: left });
    bringIntoView({ row: top, column: left });
  };
  const startEditing = (text?: string): void => {
    if (props.isReadOnly || sheet.isProtected) return onType(selected, text ?? '');
    // At once, so that the first stroke of an input method already lands in the editor.
    flushSync(() => setEditing({ ...selected, text: text ?? editText(cellAt(sheet, selected.row, selected.column)) }));
  };
  const onEdited = (text: string | undefined, move: 'down' | 'right' | 'stay'): boolean => {
    const at = editing;
    const before = at && cellAt(sheet, at.row, at.column);
    const isChanged = text !== undefined && text !== editText(before);
    const fault = isChanged ? formulaFault(text, before) : undefined;
    if (fault !== undefined) {
      props.onRefused(fault);
      return false;
    }
    setEditing(undefined);
    if (at !== undefined && isChanged) onType(at, text);
    if (move === 'stay' && text !== undefined) return true;
    scroller.current?.focus({ preventScroll: true });
    if (move !== 'stay') select(keyAction(geometry, selected, { key: move === 'down' ? 'ArrowDown' : 'ArrowRight' })?.to ?? selected);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - HEAD_HEIGHT - frozenHeight) / 24) - 1);
    const action = keyAction(geometry, selected, event, page);
    if (action === undefined) return;
    if (action.to !== undefined) select(action.to);
    else if (action.edit === 'type') startEditing(action.text);
    else if (action.edit === 'open') startEditing();
    // The key itself goes on to the editor, where the input method composes.
    else return startEditing('');
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const cell = cellUnder(event.target);
    if (cell !== undefined && event.button === 0) select(cell);
  };

  const row = (index: number, offset: number): ReactElement => (
    <GridRow
      key={index}
      sheet={sheet}
      geometry={geometry}
      row={index}
      offset={offset}
      columns={visibleColumns}
      selectedColumn={index === selected.row ? selected.column : undefined}
      editing={editing?.row === index ? editing : undefined}
      date1904={props.date1904}
      isReadOnly={props.isReadOnly}
      words={words}
      onEdited={editing?.row === index ? onEdited : undefined}
    />
  );
  const width = HEAD_WIDTH + startOf(columns, columns.count);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={words.grid(sheet.name)}
      aria-rowcount={rows.count + 1}
      aria-colcount={columns.count + 1}
      aria-activedescendant={cellId(selected.row, selected.column)}
      aria-readonly={props.isReadOnly || sheet.isProtected}
      className={styles.scroller}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onDoubleClick={(event) => cellUnder(event.target) !== undefined && startEditing()}
    >
      <div role="rowgroup" className={styles.heads} style={{ width }}>
        <div role="row" aria-rowindex={1}>
          <div aria-hidden className={`${styles.head} ${styles.corner}`} />
          {visibleColumns.map((column) => (
            <div
              key={column}
              role="columnheader"
              aria-colindex={column + 2}
              className={`${styles.head} ${styles.columnHead}`}
              data-current={column === selected.column ? '' : undefined}
              style={{ left: HEAD_WIDTH + startOf(columns, column), width: sizeOf(columns, column) }}
            >
              {columnName(column)}
            </div>
          ))}
        </div>
      </div>
      {geometry.frozenRows > 0 ? (
        <div role="rowgroup" className={styles.frozen} style={{ top: HEAD_HEIGHT, height: frozenHeight, width }}>
          {range(0, geometry.frozenRows).map((index) => row(index, 0))}
        </div>
      ) : null}
      <div role="rowgroup" className={styles.body} style={{ height: startOf(rows, rows.count) - frozenHeight, width }}>
        {withSelected(visibleRows, selected.row, geometry).map((index) => row(index, frozenHeight))}
      </div>
    </div>
  );
}

/** The selected row stays in the page even out of view: assistive technology is told of it by its id. */
function withSelected(rows: readonly number[], selected: number, { frozenRows, rows: axis }: Geometry): readonly number[] {
  const isElsewhere = selected < frozenRows || selected >= axis.count || rows.includes(selected) || sizeOf(axis, selected) === 0;
  return isElsewhere ? rows : [...rows, selected];
}

function scrollTo(element: HTMLDivElement, geometry: Geometry, row: number, column: number): void {
  const area = areaAt(geometry, row, column);
  const frozen = startOf(geometry.rows, geometry.frozenRows);
  const [top, height] = [startOf(geometry.rows, area.top) - frozen, sizeOf(geometry.rows, area.top, area.bottom)];
  const [left, width] = [startOf(geometry.columns, area.left), sizeOf(geometry.columns, area.left, area.right)];
  const room = { height: element.clientHeight - HEAD_HEIGHT - frozen, width: element.clientWidth - HEAD_WIDTH };
  if (area.top >= geometry.frozenRows) {
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + room.height) element.scrollTop = Math.min(top, top + height - room.height);
  }
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (left + width > element.scrollLeft + room.width) element.scrollLeft = Math.min(left, left + width - room.width);
}

function cellUnder(target: EventTarget): Selected | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;
  if (cell === null) return undefined;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
