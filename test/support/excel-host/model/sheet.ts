/** One worksheet as Excel keeps it: cells, looks, merges, what is hidden, rules, names. */
import type { Area } from '../../../../src/core/workbook/address.ts';
import type { Json } from '../wire/protocol.ts';
import { Grid, type HostCell } from './cells.ts';

/** How a cell looks, by the property's path on the wire («Fill/Color»); only what differs from a new workbook. */
export type Looks = Readonly<Record<string, Json>>;

export interface HostRule {
  readonly id: string;
  readonly type: string;
  areas: readonly Area[];
  formula: string;
  fill: string;
  stopIfTrue: boolean;
  /** Rules copied by hand make newer builds throw when they are loaded (office-js issues 6827, 6835). */
  unreadable?: boolean;
}

export interface HostInputRule {
  readonly area: Area;
  rule: Json;
  errorAlert: Json;
  prompt: Json;
}

export interface HostName {
  readonly name: string;
  readonly formula: string;
  comment: string;
  visible: boolean;
}

export interface HostSheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  isProtected: boolean;
  readonly cells: Grid<HostCell>;
  readonly looks: Grid<Looks>;
  merged: Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly rowHeights: Map<number, number>;
  readonly columnWidths: Map<number, number>;
  /** The loudest first: priority 0. */
  rules: HostRule[];
  /** Data validation, the newest last. */
  inputRules: HostInputRule[];
  names: HostName[];
  readonly properties: Map<string, string>;
  frozenRows: number;
  readonly page: Record<string, Json>;
}

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;
export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export function newSheet(id: string, name: string): HostSheet {
  return {
    id,
    name,
    visibility: 'Visible',
    isProtected: false,
    cells: new Grid(),
    looks: new Grid(),
    merged: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    rowHeights: new Map(),
    columnWidths: new Map(),
    rules: [],
    inputRules: [],
    names: [],
    properties: new Map(),
    frozenRows: 0,
    page: {},
  };
}

/** Whole rows or columns: Excel answers null for their cells and refuses to write them. */
export function isUnbounded(area: Area): boolean {
  return area.bottom - area.top === LAST_ROW || area.right - area.left === LAST_COLUMN;
}

export function meets(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

export function contains(area: Area, row: number, column: number): boolean {
  return area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;
}
