/** Reads the indicator block of a form (绩效指标): 一级、二级、三级指标, target, actual, 分值, 得分; and 总分 under it. */
import type { FigureCell } from './amounts.ts';
import { indexLabels, isNote, labelOf, lookUp, shownLabel } from './labels.ts';
import { filledCells, spreadText, textAt, type TextCell } from './sheet-view.ts';
import type { FormLayout, IndicatorColumn, IndicatorPart } from './statement.ts';
import { type IndicatorCells, refOf, type RowCollector, type TableSource } from './table-reading.ts';

export interface IndicatorBlock {
  readonly headerRow: number | undefined;
  readonly lastRow: number;
  readonly lines: readonly IndicatorCells[];
  readonly totals: readonly FigureCell[];
  readonly notes: readonly string[];
}

type Columns = ReadonlyMap<IndicatorPart, number>;

export function readIndicators(source: TableSource, layout: FormLayout, from: number, collector: RowCollector): IndicatorBlock {
  const { view, region } = source;
  const head = findHead(source, layout.indicators, from);
  if (head === undefined) return { headerRow: undefined, lastRow: from - 1, lines: [], totals: [], notes: [] };
  const { columns } = head;
  const totalLabels = indexLabels([layout.total], (row) => [row.name, ...(row.labels ?? [])]);
  const lines: IndicatorCells[] = [];
  const totals: FigureCell[] = [];
  const notes: string[] = [];
  const keys = new Map<string, number>();
  const path: string[] = ['', ''];
  let lastRow = head.row;
  const firstFigure = Math.min(columns.get('target') ?? Infinity, columns.get('weight') ?? Infinity);
  for (let row = head.row + 1; row <= region.bottom; row++) {
    const filled = filledCells(view, row, region.left, region.right);
    const first = filled[0];
    if (first === undefined) continue;
    if (isNote(first.text)) {
      notes.push(filled.map((cell) => cell.text.trim()).join(' '));
      continue;
    }
    const total = filled.find((cell) => cell.column < firstFigure && lookUp(totalLabels, cell.text).length > 0);
    if (total !== undefined) {
      totals.push(...totalCells(source, layout, columns, row, total, collector));
      lastRow = row;
      continue;
    }
    const line = readLine(row);
    if (line === undefined) continue;
    lastRow = row;
    lines.push(line);
  }
  return { headerRow: head.row, lastRow, lines, totals, notes };

  function text(part: IndicatorPart, row: number): string {
    const column = columns.get(part);
    return column === undefined ? '' : textAt(view, row, column).trim();
  }

  function readLine(row: number): IndicatorCells | undefined {
    for (const [depth, part] of (['level-1', 'level-2'] as const).entries()) {
      const column = columns.get(part);
      const own = column === undefined ? '' : shownLabel(spreadText(view, row, column));
      if (own === '' || own === path[depth]) continue;
      path[depth] = own;
      if (depth === 0) path[1] = '';
    }
    const name = shownLabel(text('level-3', row)) || (columns.has('level-3') ? '' : (path[1] ?? ''));
    if (name === '' && text('target', row) === '' && text('weight', row) === '') return undefined;
    // 三级指标 left out (运行成本 | 语种): the second level names the line.
    const named = name === '' ? [...path].reverse().find((part) => part !== '') : name;
    if (named === undefined) return undefined;
    const times = (keys.get(named) ?? 0) + 1;
    keys.set(named, times);
    const key = times === 1 ? named : `${named}#${times}`;
    const at = columns.get('level-3') ?? columns.get('level-2') ?? region.left;
    const actual = columns.get('actual');
    return {
      key,
      path: [...path, name].filter((part) => part !== ''),
      name: named,
      target: text('target', row),
      actual: text('actual', row),
      reason: text('reason', row),
      weight: figure('weight', row, key, named),
      score: figure('score', row, key, named),
      ref: refOf(source, row, at),
      actualRef: actual === undefined ? undefined : refOf(source, row, actual),
    };
  }

  function figure(part: 'weight' | 'score', row: number, rowKey: string, rowLabel: string): FigureCell | undefined {
    return pointsCell(columns, part, row, rowKey, rowLabel);
  }
}

function findHead(
  { view, region }: TableSource,
  parts: readonly IndicatorColumn[],
  from: number,
): { readonly row: number; readonly columns: Columns } | undefined {
  const labels = indexLabels(parts, (part) => part.labels);
  for (let row = from; row <= region.bottom; row++) {
    const columns = new Map<IndicatorPart, number>();
    for (const cell of filledCells(view, row, region.left, region.right)) {
      const found = lookUp(labels, cell.text).find((part) => !columns.has(part.part));
      if (found !== undefined) columns.set(found.part, cell.column);
    }
    if (columns.size >= 4 && columns.has('target') && columns.has('score')) return { row, columns };
  }
  return undefined;
}

function totalCells(
  source: TableSource,
  layout: FormLayout,
  columns: Columns,
  row: number,
  at: TextCell,
  collector: RowCollector,
): readonly FigureCell[] {
  if (collector.rows.some((known) => known.key === layout.total.key)) return [];
  const added = collector.add({ key: layout.total.key, label: labelOf(at.text), at });
  return (['weight', 'score'] as const)
    .map((part) => pointsCell(columns, part, row, added.key, added.label))
    .filter((cell) => cell !== undefined);
}

function pointsCell(columns: Columns, part: 'weight' | 'score', row: number, rowKey: string, rowLabel: string): FigureCell | undefined {
  const column = columns.get(part);
  if (column === undefined) return undefined;
  return { rowKey, rowLabel, columnKey: part, columnLabel: part === 'weight' ? '分值' : '得分', row, column, measure: 'points' };
}
