/** The cells of one sheet and how they look: sparse, so that a million empty rows cost nothing. */
import type { Area } from '../../../../src/core/workbook/address.ts';
import type { CellError } from '../../../../src/core/workbook/workbook.ts';

export type HostValue = number | string | boolean | CellError;

export interface HostCell {
  readonly value: HostValue;
  /** With its leading «=». */
  readonly formula?: string;
  /** The apostrophe typed before it (quotePrefix). */
  readonly prefixed?: boolean;
}

export class Grid<Value> {
  private readonly rows = new Map<number, Map<number, Value>>();

  get(row: number, column: number): Value | undefined {
    return this.rows.get(row)?.get(column);
  }

  set(row: number, column: number, value: Value | undefined): void {
    const cells = this.rows.get(row);
    if (value === undefined) {
      cells?.delete(column);
      if (cells?.size === 0) this.rows.delete(row);
    } else if (cells === undefined) this.rows.set(row, new Map([[column, value]]));
    else cells.set(column, value);
  }

  /** What is stored inside the area. */
  *within(area: Area): Generator<readonly [row: number, column: number, value: Value]> {
    const few = area.bottom - area.top + 1 < this.rows.size;
    const rows = few ? range(area.top, area.bottom) : [...this.rows.keys()];
    for (const row of rows) {
      if (row < area.top || row > area.bottom) continue;
      for (const [column, value] of this.rows.get(row) ?? []) if (column >= area.left && column <= area.right) yield [row, column, value];
    }
  }

  clear(area: Area): void {
    for (const [row, column] of [...this.within(area)]) this.set(row, column, undefined);
  }

  /** The smallest area that holds everything; undefined when there is nothing. */
  extent(): Area | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, cells] of this.rows) {
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      for (const column of cells.keys()) [left, right] = [Math.min(left, column), Math.max(right, column)];
    }
    return bottom < 0 ? undefined : { top, left, bottom, right };
  }

  sorted(): [row: number, column: number, value: Value][] {
    const all = [...this.rows].flatMap(([row, cells]) =>
      [...cells].map(([column, value]): [number, number, Value] => [row, column, value]),
    );
    return all.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  }
}

export function range(from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let number = from; number <= to; number++) numbers.push(number);
  return numbers;
}
