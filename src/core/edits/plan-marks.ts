/** Marks for findings (标色): the cell to look at and the likely culprit, as few rectangles as cover them, each cell once and at its loudest. */
import type { Finding } from '../findings/finding.ts';
import type { Area, CellRef } from '../workbook/address.ts';
import type { MarkCells, MarkLevel } from './edit.ts';

const LOUDNESS: readonly MarkLevel[] = ['within-rounding', 'warning', 'error'];

export function planMarks(findings: readonly Finding[]): readonly MarkCells[] {
  // By sheet, then «row,column».
  const levels = new Map<string, Map<string, MarkLevel>>();
  const mark = (ref: CellRef, level: MarkLevel): void => {
    // Last year's workbook is another file: nothing is ever written there.
    if (ref.book === 'prior') return;
    const cells = levels.get(ref.sheet) ?? new Map<string, MarkLevel>();
    levels.set(ref.sheet, cells);
    const key = `${ref.row},${ref.column}`;
    const before = cells.get(key);
    if (before === undefined || LOUDNESS.indexOf(level) > LOUDNESS.indexOf(before)) cells.set(key, level);
  };
  for (const finding of findings) {
    const level = levelOf(finding);
    if (level === undefined) continue;
    mark(finding.cell, level);
    const [culprit] = finding.suspects;
    if (culprit !== undefined) mark(culprit.figure.ref, level);
  }
  return [...levels].flatMap(([sheet, cells]) =>
    LOUDNESS.flatMap((level): readonly MarkCells[] => {
      const areas = rectangles([...cells].filter(([, own]) => own === level).map(([key]) => key));
      return areas.length === 0 ? [] : [{ kind: 'mark-cells', sheet, areas, level }];
    }),
  );
}

/** Red is kept for what must hold and does not. */
function levelOf(finding: Finding): MarkLevel | undefined {
  if (finding.verdict === 'not-judged') return finding.severity === 'info' ? undefined : 'warning';
  if (finding.verdict === 'within-rounding' || finding.severity === 'info') return 'within-rounding';
  return finding.severity;
}

/** Runs of neighbouring cells in a row, then runs of the same width under each other. */
export function rectangles(cells: readonly string[]): readonly Area[] {
  const sorted = cells
    .map((key) => key.split(',').map(Number))
    .map(([row = 0, column = 0]) => ({ row, column }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.top === row && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  const areas: Area[] = [];
  for (const run of runs) {
    const above = areas.findIndex((area) => area.bottom === run.top - 1 && area.left === run.left && area.right === run.right);
    const area = areas[above];
    if (area === undefined) areas.push(run);
    else areas[above] = { ...area, bottom: run.bottom };
  }
  return areas;
}
