/** What differs between the printed tables of one place and another (版式): every switch, and the two presets 全国 and 上海. */
import type { Statement } from '../figures.ts';

export interface LayoutOptions {
  readonly unit: '元' | '万元';
  /** 行次 columns and the 栏次 row. */
  readonly lineNumbers: boolean;
  /** 行次 and 栏次 typed as numbers rather than text. */
  readonly numericLineNumbers: boolean;
  /** Function codes: one cell merged over 类款项, one column, three cells (208|05|01), or the whole code in the 类 cell of three. */
  readonly codes: 'merged' | 'one-cell' | 'split' | 'repeated';
  /** Economic codes of 06: one cell (30101) or two (301|01). */
  readonly economicCodes: 'one-cell' | 'split';
  /** Tables whose 合计 row is the last one. */
  readonly totalLast: readonly Statement[];
  readonly amounts: 'number' | 'text' | 'text-plain';
  readonly zero: '0.00' | 'blank' | 'dash';
  readonly names: 'plain' | 'indented' | 'wrapped';
  /** `titles` «收入支出决算总表», `numbered` «公开01表», `export` «GK01 收入支出决算总表» (31 characters at most), `bare` «01», `attached` «附表1». */
  readonly sheetNames: 'titles' | 'numbered' | 'export' | 'bare' | 'attached';
  /** Statements in the order of the sheets; one left out is not written. */
  readonly order: readonly Statement[];
  /** All tables under each other on one sheet. */
  readonly oneSheet: boolean;
  /** Where a table's first cell stands. */
  readonly origin: { readonly row: number; readonly column: number };
  /** «部门：…», «编制单位：…», «单位名称：…» and the words before the unit. */
  readonly departmentLabel: string;
  readonly unitLabel: string;
  /** Where the year is printed. */
  readonly year: 'head' | 'title' | 'none';
  /** The 公开NN表 mark. */
  readonly mark: boolean;
  /** A sentence under 08 or 09 when nothing is in it. */
  readonly emptySentence: boolean;
  readonly basicPanels: 2 | 3;
  readonly threePublic: 'wide' | 'pairs' | 'vertical';
  readonly stateCapital: 'six-columns' | 'three-columns';
  /** The 注 line under each table. */
  readonly notes: boolean;
  readonly extraNotes: readonly string[];
  /** Cells to be printed as given, by `statement/row/column`, instead of what the accounts say: for faults and odd cells. */
  readonly asPrinted: ReadonlyMap<string, number | string | null>;
  /** Sheet names in use already. */
  readonly takenNames: readonly string[];
}

export const ALL_STATEMENTS: readonly Statement[] = [
  'final-account-summary',
  'income',
  'expenditure',
  'fiscal-appropriation-summary',
  'general-budget-expenditure',
  'general-budget-basic-expenditure',
  'three-public-expenses',
  'government-fund',
  'state-capital',
];

/** The layout of the ministry's public tables (公开01–09), as most places print them. */
export const NATIONAL: LayoutOptions = {
  unit: '万元',
  lineNumbers: true,
  numericLineNumbers: false,
  codes: 'merged',
  economicCodes: 'one-cell',
  totalLast: [],
  amounts: 'number',
  zero: '0.00',
  names: 'plain',
  sheetNames: 'titles',
  order: ALL_STATEMENTS,
  oneSheet: false,
  origin: { row: 0, column: 0 },
  departmentLabel: '部门：',
  unitLabel: '金额单位：',
  year: 'head',
  mark: true,
  emptySentence: false,
  basicPanels: 3,
  threePublic: 'wide',
  stateCapital: 'six-columns',
  notes: true,
  extraNotes: [],
  asPrinted: new Map(),
  takenNames: [],
};

/** Shanghai's: no line numbers, codes in three cells, two panels in 06, pairs in 07, 合计 at the end of 05. */
export const SHANGHAI: LayoutOptions = {
  ...NATIONAL,
  lineNumbers: false,
  codes: 'split',
  economicCodes: 'split',
  totalLast: ['general-budget-expenditure'],
  zero: 'blank',
  departmentLabel: '编制单位：',
  unitLabel: '单位：',
  year: 'title',
  mark: false,
  emptySentence: true,
  basicPanels: 2,
  threePublic: 'pairs',
};

export type LayoutName = 'national' | 'shanghai';

export type LayoutChoice = { readonly layout?: LayoutName } & Partial<LayoutOptions>;

export function layoutOptions(choice: LayoutChoice): LayoutOptions {
  const { layout, ...switches } = choice;
  return { ...(layout === 'shanghai' ? SHANGHAI : NATIONAL), ...switches };
}
