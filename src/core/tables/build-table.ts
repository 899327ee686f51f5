/** Puts a table together (成表): unit, year and department from its head, figures from its cells. */
import type { Figure } from '../expressions/figure.ts';
import { TEN_THOUSAND_YUAN, type Unit } from '../number/unit.ts';
import { areaAddress, cellAddress } from '../workbook/address.ts';
import { type FigureCell, readFigures } from './amounts.ts';
import { type HeadLines, unitInBrackets } from './head-lines.ts';
import { spreadText } from './sheet-view.ts';
import type { Statement } from './statement.ts';
import { type Indicator, isEmptyTable, type Table, type TableNotice } from './table.ts';
import type { IndicatorCells, TableReading, TableSource } from './table-reading.ts';

export interface TableHead extends HeadLines {
  readonly title: string;
}

export function buildTable(source: TableSource, statement: Statement, reading: TableReading, head: TableHead): Table {
  const { view, book, region } = source;
  const area = { top: region.top, left: reading.left, bottom: Math.max(reading.lastRow, region.top), right: reading.right };
  const id = `${view.sheet.name}!${areaAddress(area)}`;
  const printed = head.unit ?? unitInHeader(source, reading);
  const unit = printed ?? TEN_THOUSAND_YUAN;
  const indicatorCells = reading.indicators ?? [];
  const points = indicatorCells.flatMap((line) => [line.weight, line.score]).filter((cell) => cell !== undefined);
  const read = readFigures([...reading.cells, ...points], { view, book, table: id, unit });
  const figures = new Map<string, Map<string, Figure>>();
  const pointsByCell = new Map<FigureCell, Figure>();
  read.forEach((figure, index) => {
    const cell = reading.cells[index];
    if (cell === undefined) {
      const point = points[index - reading.cells.length];
      if (point !== undefined) pointsByCell.set(point, figure);
      return;
    }
    const row = figures.get(cell.rowKey);
    if (row === undefined) figures.set(cell.rowKey, new Map([[cell.columnKey, figure]]));
    else if (!row.has(cell.columnKey)) row.set(cell.columnKey, figure);
  });
  const table: Table = {
    id,
    book,
    sheet: view.sheet.name,
    area,
    statement: statement.id,
    title: head.title,
    department: head.department || (reading.fields?.get('department-name') ?? ''),
    year: head.year,
    unit,
    rows: reading.rows,
    columns: reading.columns,
    figures,
    indicators: indicatorCells.map((line) => indicatorOf(line, pointsByCell)),
    fields: reading.fields ?? new Map(),
    notes: reading.notes,
    notices: [],
  };
  const notices = [
    ...reading.notices,
    ...read.filter((figure) => figure.reading.kind === 'unreadable').map(unreadable),
    ...(printed === undefined ? [assumedUnit(unit)] : []),
    ...(isEmptyTable(table) ? [emptyTable(reading.notes)] : []),
    ...(view.sheet.visibility === 'visible' ? [] : [hiddenSheet(view.sheet.name)]),
  ];
  return { ...table, notices };
}

/** 金额（万元） in a heading, 部门资金（万元） beside the funds. */
function unitInHeader({ view, region }: TableSource, reading: TableReading): Unit | undefined {
  for (let row = reading.headerTop; row <= Math.min(reading.lastRow, reading.headerTop + 12); row++) {
    for (let column = reading.left; column <= Math.min(reading.right, region.right); column++) {
      const text = spreadText(view, row, column);
      const unit = text.includes('元') && text.length < 30 ? unitInBrackets(text) : undefined;
      // An indicator may be counted in 万元 of its own; the funds block comes before it.
      if (unit !== undefined) return unit;
    }
  }
  return undefined;
}

function indicatorOf(line: IndicatorCells, figures: ReadonlyMap<FigureCell, Figure>): Indicator {
  const { weight, score, ...rest } = line;
  return {
    ...rest,
    weight: weight === undefined ? undefined : figures.get(weight),
    score: score === undefined ? undefined : figures.get(score),
  };
}

function unreadable({ ref, reading, row, column }: Figure): TableNotice {
  const text = reading.kind === 'unreadable' ? reading.text : '';
  return {
    kind: 'unreadable-amount',
    message: {
      'zh-CN': `${cellAddress(ref)}（${row}，${column}）写的是「${text}」，不是金额，与它有关的关系没有核对。`,
      en: `${cellAddress(ref)} (${row}, ${column}) holds «${text}», which is no amount; what depends on it was not checked.`,
    },
    ref,
  };
}

function assumedUnit({ name }: Unit): TableNotice {
  return {
    kind: 'unit-assumed',
    message: { 'zh-CN': `没有找到金额单位，按「${name}」读取。`, en: `No unit is printed; amounts are taken to be in ${name}.` },
  };
}

function emptyTable(notes: readonly string[]): TableNotice {
  const sentence = notes.find((note) => /空表|无数据|没有|无/.test(note));
  return {
    kind: 'empty',
    message:
      sentence === undefined
        ? { 'zh-CN': '表中没有数据，也没有说明。', en: 'The table holds no data and no sentence explains it.' }
        : { 'zh-CN': `表中没有数据：${sentence}`, en: `The table holds no data: ${sentence}` },
  };
}

function hiddenSheet(name: string): TableNotice {
  return {
    kind: 'hidden-sheet',
    message: { 'zh-CN': `工作表「${name}」是隐藏的，仍然参加了核对。`, en: `Sheet «${name}» is hidden; it was read all the same.` },
  };
}
