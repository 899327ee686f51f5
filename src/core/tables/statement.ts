/** A known table (报表定义): how it is recognised, what its rows and columns mean and what they are called. Data only; one file each under src/statements. */
import type { LocalText } from '../locale.ts';

export interface RowDefinition {
  readonly key: string;
  /** What messages and paragraphs call it: 「本年收入合计」. */
  readonly name: string;
  /** Other ways to print it, of other years and regions. */
  readonly labels?: readonly string[];
  /** The same words mean this row only once that row has been read (04: 一般公共预算财政拨款 under 年初结转和结余). */
  readonly after?: string;
  /** Missed when absent. */
  readonly required?: boolean;
}

/** What a column's figures are: money, a percentage (执行率), or points (分值、得分). */
export type Measure = 'money' | 'rate' | 'points';

export interface ColumnDefinition {
  readonly key: string;
  readonly name: string;
  readonly labels?: readonly string[];
  /** The columns whose heading may stand above this one; under any other known column the same words mean something else. */
  readonly under?: readonly string[];
  /** May be absent without a notice. */
  readonly optional?: boolean;
  readonly measure?: Measure;
}

export interface ClassificationEntry {
  readonly code: string;
  readonly name: string;
  /** Older or shorter names of the same code. */
  readonly others?: readonly string[];
}

/** 功能分类 or 经济分类: codes and their names. */
export interface Classification {
  readonly name: LocalText;
  readonly entries: readonly ClassificationEntry[];
}

/** 编码 | 名称 | measures (02, 03, 05, 08, 09). */
export interface CodedListLayout {
  readonly kind: 'coded-list';
  readonly rows: readonly RowDefinition[];
  readonly columns: readonly ColumnDefinition[];
  readonly classification: Classification;
}

export interface LaneDefinition {
  readonly side: 'income' | 'expenditure';
  readonly rows: readonly RowDefinition[];
  readonly columns: readonly ColumnDefinition[];
  readonly classification?: Classification;
}

/** 收入 ‖ 支出, each with its own labels (01, 04). */
export interface TwoLanesLayout {
  readonly kind: 'two-lanes';
  readonly lanes: readonly LaneDefinition[];
}

/** Two or three panels of 编码 | 名称 | 金额 (06). */
export interface CodedLanesLayout {
  readonly kind: 'coded-lanes';
  readonly rows: readonly RowDefinition[];
  readonly columns: readonly ColumnDefinition[];
  readonly classification: Classification;
  /** Where the table is one list with 人员经费 and 公用经费 beside 合计: which row the total line's figure in such a column is. */
  readonly totalsBeside: readonly RowDefinition[];
}

/** Subjects crossed with measures, either way round (07). */
export interface SubjectsLayout {
  readonly kind: 'subjects';
  readonly rows: readonly RowDefinition[];
  readonly columns: readonly ColumnDefinition[];
}

export interface FieldDefinition {
  readonly key: string;
  readonly labels: readonly string[];
  /** Where the text stands: beside its label, or in the rows below it. */
  readonly at: 'right' | 'below';
}

export type IndicatorPart = 'level-1' | 'level-2' | 'level-3' | 'target' | 'basis' | 'weight' | 'actual' | 'score' | 'reason';

export interface IndicatorColumn {
  readonly part: IndicatorPart;
  readonly labels: readonly string[];
}

/** A performance self-evaluation form (绩效自评表): head fields, a block of funds, a block of indicators. */
export interface FormLayout {
  readonly kind: 'form';
  readonly fields: readonly FieldDefinition[];
  /** The lines of the funds block. */
  readonly rows: readonly RowDefinition[];
  readonly columns: readonly ColumnDefinition[];
  /** The row that 分值, 执行率 and 得分 belong to, wherever they are printed. */
  readonly rated: string;
  readonly indicators: readonly IndicatorColumn[];
  /** 总分 under the indicators. */
  readonly total: RowDefinition;
  /** A cell with this label starts another form, when forms follow each other without a title. */
  readonly begins?: string;
}

export type Layout = CodedListLayout | TwoLanesLayout | CodedLanesLayout | SubjectsLayout | FormLayout;

export interface Statement {
  /** Equals its file's name. */
  readonly id: string;
  /** 公开01 …; empty for a form without a number. */
  readonly number: string;
  readonly name: LocalText;
  /** Matched against a title without spaces and quotation marks; the longest match of all statements wins. */
  readonly titles: readonly RegExp[];
  readonly layout: Layout;
  /** Several in one set of accounts are normal (项目自评表). */
  readonly repeats?: boolean;
}

export function defineStatement(statement: Statement): Statement {
  return statement;
}

export function rowDefinitionsOf({ layout }: Statement): readonly RowDefinition[] {
  switch (layout.kind) {
    case 'two-lanes':
      return layout.lanes.flatMap((lane) => lane.rows);
    case 'form':
      return [...layout.rows, layout.total];
    default:
      return layout.rows;
  }
}

export function columnDefinitionsOf({ layout }: Statement): readonly ColumnDefinition[] {
  return layout.kind === 'two-lanes' ? layout.lanes.flatMap((lane) => lane.columns) : layout.columns;
}

export function classificationOf({ layout }: Statement): Classification | undefined {
  switch (layout.kind) {
    case 'two-lanes':
      return layout.lanes.find((lane) => lane.classification !== undefined)?.classification;
    case 'coded-list':
    case 'coded-lanes':
      return layout.classification;
    default:
      return undefined;
  }
}

/** 「本年收入合计」 for `income-total`, 「公共安全支出」 for `204`; undefined for a code that the dictionary does not hold. */
export function rowNameOf(statement: Statement, key: string): string | undefined {
  const named = rowDefinitionsOf(statement).find((row) => row.key === key);
  return named?.name ?? classificationOf(statement)?.entries.find((entry) => entry.code === key)?.name;
}

/** 「基本支出」 for `basic`. */
export function columnNameOf(statement: Statement, key: string): string | undefined {
  return columnDefinitionsOf(statement).find((column) => column.key === key)?.name;
}
