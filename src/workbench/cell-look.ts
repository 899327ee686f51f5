/** How a cell is drawn (单元格外观): letters, fill and borders as the file says, and how far a long text reaches over its empty neighbours. */
import type { CSSProperties } from 'react';
import type { Area } from '../core/workbook/address.ts';
import type { CellManner, Edge } from '../hosts/file/cell-manners.ts';
import type { CellView } from './cell-view.ts';
import { areaAt, type Axis, type Geometry, sizeOf } from './geometry.ts';
import { PADDING, textWidth } from './text-size.ts';

const INK = 'var(--ink)';

/** Pixels of a cell's letters. */
export function letterSize(geometry: Geometry, manner: CellManner | undefined): number {
  return (manner?.size ?? geometry.layout.fontSize) * geometry.pixelsPerPoint;
}

/** The style of the cell itself; a mark of ours has its own colours. */
export function cellStyle(geometry: Geometry, area: Area, manner: CellManner | undefined, isMarked: boolean): CSSProperties {
  const { right, bottom, left, top } = edgesOf(geometry, area);
  return {
    ...(manner?.fill === undefined || isMarked ? {} : { backgroundColor: manner.fill }),
    ...(manner?.size === undefined ? {} : { fontSize: letterSize(geometry, manner) }),
    ...(right === undefined ? {} : { borderRight: lineOf(right) }),
    ...(bottom === undefined ? {} : { borderBottom: lineOf(bottom) }),
    ...(left === undefined ? {} : { borderLeft: lineOf(left) }),
    ...(top === undefined ? {} : { borderTop: lineOf(top) }),
    ...slants(manner),
  };
}

export interface Reach {
  /** Pixels beyond the cell's own sides. */
  readonly left: number;
  readonly right: number;
}

/** How far a text that is too long stands over empty cells beside it; undefined where it stays in its own. */
export function reachOf(geometry: Geometry, area: Area, view: CellView, manner: CellManner | undefined): Reach | undefined {
  if (!view.isWords || area.right > area.left || area.bottom > area.top) return undefined;
  if (manner?.isWrapped === true || manner?.isShrunk === true || manner?.turned !== undefined || view.text.includes('\n')) return undefined;
  const isFree = (column: number): boolean => !geometry.isFilled(area.top, column) && !geometry.merges.has(`${area.top},${column}`);
  if (manner?.align === 'across') {
    const isAlong = (column: number): boolean => isFree(column) && geometry.mannerAt(area.top, column)?.align === 'across';
    return { left: 0, right: roomBeside(geometry.columns, area.right, 1, Infinity, isAlong) };
  }
  const lacking = textWidth(view.text, letterSize(geometry, manner)) + PADDING - sizeOf(geometry.columns, area.left);
  if (lacking <= 0) return undefined;
  const align = manner?.align ?? view.align;
  const [before, behind] = align === 'end' ? [lacking, 0] : align === 'center' ? [lacking / 2, lacking / 2] : [0, lacking];
  const left = roomBeside(geometry.columns, area.left, -1, before, isFree);
  const right = roomBeside(geometry.columns, area.right, 1, behind, isFree);
  return left + right === 0 ? undefined : { left, right };
}

function roomBeside(columns: Axis, from: number, step: 1 | -1, wanted: number, isFree: (column: number) => boolean): number {
  let room = 0;
  for (let column = from + step; column >= 0 && column < columns.count && room < wanted && isFree(column); column += step)
    room += sizeOf(columns, column);
  return room;
}

/** Letters that get smaller until the text fits, in parts of their size; undefined where they fit as they are. */
export function shrunkTo(geometry: Geometry, width: number, text: string, manner: CellManner | undefined): number | undefined {
  if (manner?.isShrunk !== true) return undefined;
  const share = (width - PADDING) / textWidth(text, letterSize(geometry, manner));
  return share < 1 ? Math.max(0.2, share) : undefined;
}

/**
 * The lines around a cell. Two cells share each of them, and either may state it: the cell draws the right and the lower one,
 * the left and the upper one only where nothing before it does.
 */
function edgesOf(geometry: Geometry, area: Area): Partial<Record<'top' | 'left' | 'bottom' | 'right', Edge | undefined>> {
  const { rows, columns } = geometry;
  const own = geometry.mannerAt(area.top, area.left)?.borders;
  const before = lastShown(columns, area.left);
  const above = lastShown(rows, area.top);
  const isLeftDrawn =
    before !== undefined && (own?.left === undefined || rightEdge(geometry, areaAt(geometry, area.top, before)) !== undefined);
  const isTopDrawn =
    above !== undefined && (own?.top === undefined || bottomEdge(geometry, areaAt(geometry, above, area.left)) !== undefined);
  return {
    right: rightEdge(geometry, area),
    bottom: bottomEdge(geometry, area),
    left: isLeftDrawn ? undefined : own?.left,
    top: isTopDrawn ? undefined : own?.top,
  };
}

function rightEdge({ columns, mannerAt }: Geometry, { top, bottom, right }: Area): Edge | undefined {
  const behind = nextShown(columns, right);
  const beside = (row: number): Edge | undefined =>
    heavier(mannerAt(row, right)?.borders?.right, behind === undefined ? undefined : mannerAt(row, behind)?.borders?.left);
  return along(beside(top), beside(bottom));
}

function bottomEdge({ rows, mannerAt }: Geometry, { left, right, bottom }: Area): Edge | undefined {
  const below = nextShown(rows, bottom);
  const under = (column: number): Edge | undefined =>
    heavier(mannerAt(bottom, column)?.borders?.bottom, below === undefined ? undefined : mannerAt(below, column)?.borders?.top);
  return along(under(left), under(right));
}

/** A merged area has one line all along a side, where both ends say so, or none. */
function along(one: Edge | undefined, other: Edge | undefined): Edge | undefined {
  return other === undefined ? undefined : one;
}

function heavier(one: Edge | undefined, other: Edge | undefined): Edge | undefined {
  return one === undefined || (other !== undefined && other.width > one.width) ? other : one;
}

function nextShown(axis: Axis, from: number): number | undefined {
  for (let index = from + 1; index < axis.count; index++) if (sizeOf(axis, index) > 0) return index;
  return undefined;
}

function lastShown(axis: Axis, from: number): number | undefined {
  for (let index = from - 1; index >= 0; index--) if (sizeOf(axis, index) > 0) return index;
  return undefined;
}

function lineOf({ kind, width, colour }: Edge): string {
  return `${width}px ${kind} ${colour ?? INK}`;
}

/** Slanted lines from corner to corner, drawn as grounds. */
function slants(manner: CellManner | undefined): CSSProperties {
  const { down, up } = manner?.borders ?? {};
  const lines = [...(down === undefined ? [] : [slant('to top right', down)]), ...(up === undefined ? [] : [slant('to bottom right', up)])];
  return lines.length === 0 ? {} : { backgroundImage: lines.join(', ') };
}

function slant(towards: string, { width, colour }: Edge): string {
  const half = `${width / 2}px`;
  return `linear-gradient(${towards}, transparent calc(50% - ${half}), ${colour ?? INK} calc(50% - ${half}), ${colour ?? INK} calc(50% + ${half}), transparent calc(50% + ${half}))`;
}
