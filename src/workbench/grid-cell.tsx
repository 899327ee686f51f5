/** One cell of the grid (单元格), or the merged area that it begins, drawn as the file says. */
import type { CSSProperties, ReactElement } from 'react';
import { type Area, cellAddress } from '../core/workbook/address.ts';
import { cellAt } from '../core/workbook/workbook.ts';
import { CellEditor } from './cell-editor.tsx';
import { cellStyle, letterSize, type Reach, reachOf, shrunkTo } from './cell-look.ts';
import { viewOf } from './cell-view.ts';
import { keyOf, sizeOf, startOf } from './geometry.ts';
import type { GridRowProps } from './grid-row.tsx';
import { HEAD_WIDTH, type useGridStyles } from './grid-styles.ts';

interface GridCellProps extends GridRowProps {
  readonly area: Area;
  /** The part of a merged area beyond frozen rows or columns: nothing but the picture of it. */
  readonly isCopy: boolean;
  readonly styles: ReturnType<typeof useGridStyles>;
}

export const cellId = (row: number, column: number): string => `cell-${row}-${column}`;

export function GridCell(props: GridCellProps): ReactElement {
  const {
    sheet,
    geometry,
    area,
    isCopy,
    selectedColumn,
    rangeFrom = Infinity,
    rangeTo = -1,
    editing,
    isReadOnly,
    words,
    onEdited,
    styles,
  } = props;
  const { top: row, left: column } = area;
  const width = sizeOf(geometry.columns, area.left, area.right);
  const height = sizeOf(geometry.rows, area.top, area.bottom);
  const cell = cellAt(sheet, row, column);
  const manner = geometry.mannerAt(row, column);
  const isMerged = area.right > area.left || area.bottom > area.top;
  const isHeading = isMerged && !geometry.isStyled;
  const isShrunk = manner?.isShrunk === true;
  const view = viewOf(cell, { width, size: letterSize(geometry, manner), isHeading, isShrunk }, props.date1904);
  const mark = geometry.marks.get(keyOf(row, column));
  const reach = reachOf(geometry, area, view, manner);
  const shrunk = shrunkTo(geometry, width, view.text, manner);
  const isSelected = selectedColumn === column;
  const isInRange = area.right >= rangeFrom && area.left <= rangeTo;
  const isEdited = !isCopy && editing?.row === row && editing.column === column;
  const isWrapped = manner?.isWrapped === true || (!geometry.isStyled && height >= 34);
  return (
    <div
      {...(isCopy
        ? { 'aria-hidden': true }
        : {
            role: 'gridcell',
            id: cellId(row, column),
            'aria-colindex': column + 2,
            'aria-selected': isSelected || isInRange,
            'aria-readonly': isReadOnly || sheet.isProtected,
            ...(isMerged ? { 'aria-colspan': area.right - area.left + 1, 'aria-rowspan': area.bottom - area.top + 1 } : {}),
            ...(mark === undefined ? {} : { 'aria-description': words.marks[mark] }),
          })}
      data-row={row}
      data-column={column}
      data-mark={mark}
      data-align={manner?.align ?? view.align}
      data-vertical={manner?.vertical ?? (geometry.isStyled ? undefined : 'center')}
      data-turned={manner?.turned}
      data-reach={reach === undefined ? undefined : ''}
      {...flag('fill', manner?.fill !== undefined && mark === undefined)}
      {...flag('bold', manner?.isBold)}
      {...flag('italic', manner?.isItalic)}
      {...flag('wrap', isWrapped && (view.isWords || view.text === ''))}
      {...flag('waiting', view.isWaiting)}
      {...flag('selected', isSelected)}
      {...flag('in-range', !isSelected && isInRange)}
      title={view.title}
      className={styles.cell}
      style={{
        left: HEAD_WIDTH + startOf(geometry.columns, column),
        width,
        height,
        ...cellStyle(geometry, area, manner, mark !== undefined),
        ...(cell?.indent === undefined ? {} : indentOf(cell.indent, manner?.align)),
      }}
    >
      <span
        className={styles.text}
        {...flag('coloured', manner?.colour !== undefined && mark === undefined)}
        style={{ ...lettersOf(manner), ...(reach && reachStyle(reach)), ...(shrunk && { fontSize: `${shrunk}em` }) }}
      >
        {view.text}
      </span>
      {isEdited && onEdited !== undefined ? (
        <CellEditor start={editing.text} label={words.editing(cellAddress({ row, column }))} onEdited={onEdited} />
      ) : null}
    </div>
  );
}

function flag(name: string, isOn: boolean | undefined): Readonly<Record<string, string>> {
  return isOn === true ? { [`data-${name}`]: '' } : {};
}

function indentOf(indent: number, align: string | undefined): CSSProperties {
  return align === 'end' ? { paddingRight: 4 + indent * 12 } : { paddingLeft: 4 + indent * 12 };
}

function lettersOf(
  manner: { readonly colour?: string; readonly underline?: string; readonly isStruck?: boolean } | undefined,
): CSSProperties {
  const lines = [...(manner?.underline === undefined ? [] : ['underline']), ...(manner?.isStruck === true ? ['line-through'] : [])];
  return {
    // The dark page mixes it with white (see `text` in grid-styles.ts).
    ...(manner?.colour === undefined ? {} : { ['--letters' as string]: manner.colour }),
    ...(lines.length === 0 ? {} : { textDecorationLine: lines.join(' ') }),
    ...(manner?.underline === 'double' ? { textDecorationStyle: 'double' } : {}),
  };
}

function reachStyle({ left, right }: Reach): CSSProperties {
  return { position: 'absolute', left: -left, right: -right };
}
