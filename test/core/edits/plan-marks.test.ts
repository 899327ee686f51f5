/** Marks: the cell and its likely culprit, each once and at its loudest, in few rectangles, never in last year's workbook. */
import { describe, expect, it } from 'vitest';
import { planMarks, rectangles } from '../../../src/core/edits/plan-marks.ts';
import { areaAddress } from '../../../src/core/workbook/address.ts';
import { figure, finding } from './findings.ts';

const plan = (...findings: Parameters<typeof planMarks>[0]): readonly string[] =>
  planMarks(findings).map(({ sheet, level, areas }) => `${sheet} ${level} ${areas.map(areaAddress).join(' ')}`);

describe('marks', () => {
  it('are one edit for each sheet and level', () => {
    const cells = [
      figure('甲', 4, 2, '9'),
      figure('甲', 5, 2, '9'),
      figure('甲', 4, 3, '9'),
      figure('甲', 5, 3, '9'),
      figure('乙', 0, 0, '9'),
    ];
    const warning = finding(figure('甲', 9, 9, '9'), { severity: 'warning' });
    expect(plan(...cells.map((cell) => finding(cell)), warning)).toEqual(['甲 warning J10', '甲 error C5:D6', '乙 error A1']);
  });

  it('cover the likely culprit, not every cell that suffers from it', () => {
    const culprit = { figure: figure('甲', 7, 2, '8'), repair: null, slip: null };
    const other = { figure: figure('甲', 20, 2, '8'), repair: null, slip: null };
    const suffering = figure('甲', 30, 2, '8').ref;
    expect(plan(finding(figure('甲', 4, 2, '9'), { suspects: [culprit, other], dependants: [suffering] }))).toEqual(['甲 error C5 C8']);
  });

  it('are as loud as the loudest finding of a cell', () => {
    const cell = figure('甲', 4, 2, '9');
    expect(plan(finding(cell, { severity: 'warning' }), finding(cell), finding(cell, { severity: 'info' }))).toEqual(['甲 error C5']);
  });

  it('are quiet for rounding and hints, and absent from last year’s workbook', () => {
    const cell = figure('甲', 4, 2, '9');
    expect(plan(finding(cell, { verdict: 'within-rounding' }))).toEqual(['甲 within-rounding C5']);
    expect(plan(finding(cell, { severity: 'info' }))).toEqual(['甲 within-rounding C5']);
    expect(plan(finding(figure('甲', 4, 2, '9', 'prior')))).toEqual([]);
  });

  it('cover cells that touch by few rectangles, and no other cell', () => {
    expect(rectangles(['0,0', '0,1', '1,0', '1,1', '2,1', '4,1', '4,0']).map(areaAddress)).toEqual(['A1:B2', 'B3', 'A5:B5']);
    expect(rectangles([])).toEqual([]);
  });
});
