/** One line of a compared table (项目): both its figures as printed, and what they are counted in. */
import { readNumber } from '../discovery/read-number.ts';
import type { Figure } from '../expressions/figure.ts';
import { inMoney, type OrdinaryFigures } from '../findings/ordinary-figures.ts';
import { quantumOf, roundTo } from '../number/decimal.ts';
import { parseUnit, quantumInBase } from '../number/unit.ts';
import type { LineUnit } from './line-unit.ts';
import type { SheetUnit } from './sheet-unit.ts';

/** Both amounts in the base unit of the table and rounded as printed. */
export interface Line {
  /** Unique in its table. */
  readonly name: string;
  readonly current: Figure;
  readonly prior: Figure;
  /** Printed decimals. */
  readonly decimals: number;
  /** Not told: one of its cells is empty, and no total says that this means nothing was spent. */
  readonly isOneSided: boolean;
  /** 人数, 面积: no money, whatever the sheet says of its amounts. */
  readonly isMoney: boolean;
  /** A percentage: its change is told in percentage points. */
  readonly isRate: boolean;
  /** Whether the cells of a percentage hold 0.12 and show 12%; else they hold 12. */
  readonly isRatio: boolean;
  /** Printed behind the digits of what is no money: 人, %; empty where nobody can tell. */
  readonly suffix: string;
}

const FINEST = 4;
/** 0.12 is 12 %. */
const PERCENT_PLACES = 2;

export interface UnnamedLine {
  readonly current: Figure;
  readonly prior: Figure;
  readonly unit: LineUnit;
}

export function lineOf(
  figures: Pick<OrdinaryFigures, 'grid' | 'mark'>,
  { current, prior, unit: own }: UnnamedLine,
  name: string,
  { unit }: SheetUnit,
): Line {
  const isMoney = own.kind === 'money';
  const isRatio = own.kind === 'percent' && own.ratio;
  const both = [current, prior];
  const decimals = Math.min(FINEST, Math.max(...(isMoney ? both.map((of) => of.decimals) : ownDecimals(figures, both, own))));
  const isOneSided = both.some(({ ref }) => (figures.grid[ref.row]?.[ref.column] ?? '').trim() === '');
  // Hundredths of a yuan are exact; hundredths of a million dollars are rounded.
  const quantum = parseUnit(unit.name)?.name === unit.name ? quantumInBase(unit, decimals) : quantumOf(decimals);
  const shown = (figure: Figure): Figure => {
    const { reading } = figure;
    const value = reading.kind === 'number' ? roundTo(reading.value, decimals + (isRatio ? PERCENT_PLACES : 0)) : undefined;
    const rounded: Figure = { ...figure, row: name, decimals, reading: value === undefined ? reading : { kind: 'number', value } };
    return isMoney ? inMoney(rounded, unit, quantum) : rounded;
  };
  const suffix = own.kind === 'percent' ? '%' : own.kind === 'other' ? own.suffix : '';
  const isRate = own.kind === 'percent';
  return { name, current: shown(current), prior: shown(prior), decimals, isOneSided, isMoney, isRate, isRatio, suffix };
}

/** Of what is no money: what its own cells show, whatever stands above and below; 52.00 people are 52. */
function ownDecimals(
  { grid, mark }: Pick<OrdinaryFigures, 'grid' | 'mark'>,
  cells: readonly Figure[],
  { kind }: LineUnit,
): readonly number[] {
  if (kind === 'other' && cells.every(({ reading }) => reading.kind !== 'number' || reading.value.isInteger())) return [0];
  return cells.map(({ ref, decimals }) => readNumber(grid[ref.row]?.[ref.column] ?? '', mark)?.decimals ?? decimals);
}
