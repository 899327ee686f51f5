/** Puts the pieces of one sheet together (拼合工作表): cells by row, merges, what is hidden; the snapshot at the end. */
import type { Area } from '../../core/workbook/address.ts';
import type { Cell, Sheet } from '../../core/workbook/workbook.ts';

export class SheetBuilder {
  private readonly grid: (Cell | undefined)[][] = [];
  private readonly merged = new Map<string, Area>();
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private columnCount = 0;

  constructor(
    private readonly tab: Pick<Sheet, 'name' | 'visibility' | 'isProtected'>,
    private readonly tag: string | undefined,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.grid[row]?.[column];
  }

  put(row: number, column: number, cell: Cell): void {
    (this.grid[row] ??= [])[column] = cell;
    if (column >= this.columnCount) this.columnCount = column + 1;
  }

  merge(area: Area): void {
    this.merged.set(`${area.top},${area.left}`, area);
  }

  hideRow(row: number): void {
    this.hiddenRows.add(row);
  }

  hideColumn(column: number): void {
    this.hiddenColumns.add(column);
  }

  finish(): Sheet {
    const { tab, tag, grid, columnCount } = this;
    const merged = [...this.merged.values()].sort((one, other) => one.top - other.top || one.left - other.left);
    return {
      name: tab.name,
      visibility: tab.visibility,
      grid,
      columnCount,
      merged,
      hiddenRows: new Set([...this.hiddenRows].filter((row) => row < grid.length)),
      hiddenColumns: new Set([...this.hiddenColumns].filter((column) => column < columnCount)),
      isProtected: tab.isProtected,
      ...(tag === undefined ? {} : { tag }),
    };
  }
}
