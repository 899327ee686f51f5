/** The grid (表格): the cells of one sheet as Excel shows them, only those in view in the page; arrows walk, Shift and dragging select, F2, Enter or typing edits. */
import { type ClipboardEvent, type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { cellAt, type Sheet } from '../core/workbook/workbook.ts';
import type { SheetLayout } from '../hosts/file/read-layout.ts';
import { editText, formulaFault } from '../hosts/file/typed-text.ts';
import { areaAt, frozenIn, type Geometry, geometryOf, type Place, sizeOf, startOf } from './geometry.ts';
import { cellId } from './grid-cell.tsx';
import { GridHeads } from './grid-heads.tsx';
import { keyAction } from './grid-keys.ts';
import { type EditedCell, GridRow } from './grid-row.tsx';
import { HEAD_HEIGHT, HEAD_WIDTH, useGridStyles } from './grid-styles.ts';
import { asTabbed, isSingle, only, selectedArea, type Selection } from './selection.ts';
import { usePointing } from './use-pointing.ts';
import { useVisible } from './use-visible.ts';
import type { WorkbenchWords } from './words.ts';

interface SheetGridProps {
  readonly sheet: Sheet;
  readonly layout: SheetLayout | undefined;
  readonly date1904: boolean;
  readonly isReadOnly: boolean;
  readonly words: WorkbenchWords;
  /** 1 is 100 %. */
  readonly zoom: number;
  readonly selected: Selection;
  /** Grows whenever the selected cell must be brought into view. */
  readonly revealed: number;
  readonly onSelect: (selection: Selection) => void;
  readonly onType: (cell: Place, text: string) => void;
  /** What stands in the editor cannot be written; it stays there to be put right. */
  readonly onRefused: (why: 'broken-formula' | 'newer-function') => void;
}

export function SheetGrid(props: SheetGridProps): ReactElement {
  const { sheet, layout, selected, words, zoom, onType } = props;
  const styles = useGridStyles();
  const geometry = useMemo(() => geometryOf(sheet, layout, zoom), [sheet, layout, zoom]);
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<EditedCell>();
  const { rows, columns } = geometry;
  const visible = useVisible(scroller, geometry);
  const { frozenRows, frozenColumns } = visible;
  const frozenHeight = startOf(rows, frozenRows);
  const area = useMemo(() => selectedArea(selected, sheet.merged), [selected, sheet.merged]);
  const isOne = isSingle(area, sheet.merged);

  const bringIntoView = (place: Place): void => {
    if (scroller.current !== null) scrollTo(scroller.current, geometry, place);
  };
  // A cell is shown when the pane asks for it and when the sheet or the zoom changes, not on every edit.
  useLayoutEffect(() => bringIntoView(selected), [props.revealed, sheet.name, zoom]);
  useEffect(() => setEditing(undefined), [sheet.name]);

  const select = (to: Place, isExtending = false): void => {
    const { top, left } = areaAt(geometry, to.row, to.column);
    props.onSelect(isExtending ? { row: selected.row, column: selected.column, extent: to } : only({ row: top, column: left }));
    bringIntoView(isExtending ? to : { row: top, column: left });
  };
  const startEditing = (text?: string): void => {
    if (props.isReadOnly || sheet.isProtected) return onType(selected, text ?? '');
    // At once, so that the first stroke of an input method already lands in the editor.
    const { row, column } = selected;
    flushSync(() => setEditing({ row, column, text: text ?? editText(cellAt(sheet, row, column)) }));
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
    if (at !== undefined && isChanged) onType({ row: at.row, column: at.column }, text);
    if (move === 'stay' && text !== undefined) return true;
    scroller.current?.focus({ preventScroll: true });
    if (move !== 'stay') select(keyAction(geometry, selected, { key: move === 'down' ? 'ArrowDown' : 'ArrowRight' })?.to ?? selected);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - HEAD_HEIGHT - frozenHeight) / (24 * zoom)) - 1);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      props.onSelect({ row: 0, column: 0, extent: geometry.last });
      return event.preventDefault();
    }
    const action = keyAction(geometry, event.shiftKey ? selected.extent : selected, event, { page, frozenRows, frozenColumns });
    if (action === undefined) return;
    if (action.to !== undefined) select(action.to, action.isExtending);
    else if (action.edit === 'type') startEditing(action.text);
    else if (action.edit === 'open') startEditing();
    // The key itself goes on to the editor, where the input method composes.
    else return startEditing('');
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent<HTMLDivElement>): void => {
    if (editing !== undefined) return;
    event.clipboardData.setData('text/plain', asTabbed(sheet, area, props.date1904));
    event.preventDefault();
  };
  const pointing = usePointing({ rows: rows.count, columns: columns.count, select, onSelect: props.onSelect });

  const row = (index: number, offset: number): ReactElement => (
    <GridRow
      key={index}
      sheet={sheet}
      geometry={geometry}
      row={index}
      offset={offset}
      columns={index === selected.row ? withSelectedColumn(visible.columns, selected.column, frozenColumns) : visible.columns}
      frozenRows={frozenRows}
      frozenColumns={frozenColumns}
      selectedColumn={index === selected.row ? selected.column : undefined}
      rangeFrom={!isOne && index >= area.top && index <= area.bottom ? area.left : undefined}
      rangeTo={!isOne && index >= area.top && index <= area.bottom ? area.right : undefined}
      editing={editing?.row === index ? editing : undefined}
      date1904={props.date1904}
      isReadOnly={props.isReadOnly}
      words={words}
      onEdited={editing?.row === index ? onEdited : undefined}
    />
  );
  const width = HEAD_WIDTH + startOf(columns, columns.count);
  const fontSize = geometry.layout.fontSize * geometry.pixelsPerPoint;
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={words.grid(sheet.name)}
      aria-multiselectable
      aria-rowcount={rows.count + 1}
      aria-colcount={columns.count + 1}
      aria-activedescendant={cellId(selected.row, selected.column)}
      aria-readonly={props.isReadOnly || sheet.isProtected}
      data-no-lines={geometry.layout.hasGridLines ? undefined : ''}
      data-frozen-columns={frozenColumns > 0 ? '' : undefined}
      data-scrolled-right={visible.isScrolledRight ? '' : undefined}
      className={styles.scroller}
      style={{ fontSize }}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      {...pointing}
      onDoubleClick={(event) => event.target instanceof Element && event.target.closest('[data-column]') !== null && startEditing()}
    >
      <GridHeads
        columns={columns}
        shown={visible.columns}
        frozenColumns={frozenColumns}
        isCurrent={(column) => column >= area.left && column <= area.right}
      />
      {frozenRows > 0 ? (
        <div
          role="rowgroup"
          className={styles.frozen}
          data-scrolled={visible.isScrolledDown ? '' : undefined}
          style={{ top: HEAD_HEIGHT, height: frozenHeight, width }}
        >
          {Array.from({ length: frozenRows }, (_, index) => row(index, 0))}
        </div>
      ) : null}
      <div role="rowgroup" className={styles.body} style={{ height: startOf(rows, rows.count) - frozenHeight, width }}>
        {withSelected(visible.rows, selected.row, geometry, frozenRows).map((index) => row(index, frozenHeight))}
      </div>
    </div>
  );
}

/** The selected cell stays in the page even out of view: assistive technology is told of it by its id. */
function withSelected(rows: readonly number[], selected: number, { rows: axis }: Geometry, frozenRows: number): readonly number[] {
  const isElsewhere = selected < frozenRows || selected >= axis.count || rows.includes(selected) || sizeOf(axis, selected) === 0;
  return isElsewhere ? rows : [...rows, selected];
}

function withSelectedColumn(columns: readonly number[], selected: number, frozenColumns: number): readonly number[] {
  return selected < frozenColumns || columns.includes(selected) ? columns : [...columns, selected];
}

/** Scrolls as little as needed; what is frozen is in view already, and covers what lies beneath it. */
function scrollTo(element: HTMLDivElement, geometry: Geometry, { row, column }: Place): void {
  const area = areaAt(geometry, row, column);
  const frozen = frozenIn(geometry, element.clientHeight - HEAD_HEIGHT, element.clientWidth - HEAD_WIDTH);
  const [above, before] = [startOf(geometry.rows, frozen.rows), startOf(geometry.columns, frozen.columns)];
  const [top, height] = [startOf(geometry.rows, area.top) - above, sizeOf(geometry.rows, area.top, area.bottom)];
  const [left, width] = [startOf(geometry.columns, area.left) - before, sizeOf(geometry.columns, area.left, area.right)];
  const room = { height: element.clientHeight - HEAD_HEIGHT - above, width: element.clientWidth - HEAD_WIDTH - before };
  if (area.top >= frozen.rows) element.scrollTop = placed(element.scrollTop, top, height, room.height);
  if (area.left >= frozen.columns) element.scrollLeft = placed(element.scrollLeft, left, width, room.width);
}

function placed(scrolled: number, start: number, size: number, room: number): number {
  if (start < scrolled) return start;
  return start + size > scrolled + room ? Math.min(start, start + size - room) : scrolled;
}
