/** A statutory table as a real table of Word (报表): merged cells, figures at the right, header rows repeated, its page turned where it is wide. */
import {
  AlignmentType,
  BorderStyle,
  type ISectionOptions,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { GridCell, TableGrid } from './table-grid.ts';
import { type Page, TABLE_PAGE, WIDE_PAGE } from './word-styles.ts';

/** Half of a 小五 character in twips. */
const CHARACTER = 90;
/** Digits are wider where another font stands in for the usual one, and a figure must never wrap. */
const DIGIT = 108;
/** The air beside the text of a cell. */
const PADDING = 60;
/** Words wrap to no less than this many characters, and a label needs no more than that. */
const NARROWEST = 4;
const LABEL = 20;

const ALIGNMENT = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** The table on pages of its own. */
export function tableSection(grid: TableGrid, footers: ISectionOptions['footers']): ISectionOptions {
  const page = pageFor(grid);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // Given upright: the library turns the paper itself.
        size:
          page === WIDE_PAGE
            ? { width: page.height, height: page.width, orientation: PageOrientation.LANDSCAPE }
            : { width: page.width, height: page.height },
        margin: page.margin,
      },
    },
    ...(footers === undefined ? {} : { footers }),
    children: [
      new Paragraph({ style: 'TableTitle', children: [new TextRun(grid.title)] }),
      ...grid.head.map((line) => headLine(line, page)),
      ...(grid.rows.length === 0 ? [] : [wordTable(grid, page)]),
      ...grid.notes.map((note) => new Paragraph({ style: 'TableHead', children: [new TextRun(note)] })),
    ],
  };
}

/** Turned where the labels would be squeezed upright. */
export function pageFor({ columns }: Pick<TableGrid, 'columns'>): Page {
  const needed = columns.reduce((total, column) => total + least(column), 0);
  return needed > TABLE_PAGE.usable ? WIDE_PAGE : TABLE_PAGE;
}

/** Twips of each column, together as wide as the page: what each needs at least, then whole labels, then all alike. */
export function columnWidths({ columns }: Pick<TableGrid, 'columns'>, usable: number): readonly number[] {
  const needed = columns.map(least);
  const total = sum(needed);
  if (total >= usable) return needed.map((width) => Math.floor((width * usable) / total));
  const missing = columns.map((column, index) => Math.max(0, whole(column) - (needed[index] ?? 0)));
  const given = Math.min(1, (usable - total) / Math.max(1, sum(missing)));
  const labelled = needed.map((width, index) => width + given * (missing[index] ?? 0));
  const scale = usable / sum(labelled);
  return labelled.map((width) => Math.floor(width * scale));
}

function least(column: TableGrid['columns'][number]): number {
  return column.fixed ? whole(column) : whole({ ...column, characters: Math.max(NARROWEST, Math.min(LABEL, column.characters)) });
}

function whole({ characters, fixed }: TableGrid['columns'][number]): number {
  return characters * (fixed ? DIGIT : CHARACTER) + 2 * PADDING + 40;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function headLine({ texts, right }: TableGrid['head'][number], page: Page): Paragraph {
  const [first = '', ...more] = texts;
  const style = 'TableHead';
  if (more.length === 0) {
    const alignment = right ? AlignmentType.RIGHT : /^[（(]20/.test(first) ? AlignmentType.CENTER : AlignmentType.LEFT;
    return new Paragraph({ style, alignment, children: [new TextRun(first)] });
  }
  const stops = more.map((_, index) => {
    const last = index === more.length - 1;
    const position = Math.floor((page.usable * (index + 1)) / more.length);
    return { type: last ? TabStopType.RIGHT : TabStopType.CENTER, position };
  });
  const rest = more.map((text) => new TextRun({ children: [new Tab(), text] }));
  return new Paragraph({ style, tabStops: stops, children: [new TextRun(first), ...rest] });
}

function wordTable(grid: TableGrid, page: Page): WordTable {
  const widths = columnWidths(grid, page.usable);
  return new WordTable({
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: { left: PADDING, right: PADDING, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: grid.rows.map(
      (cells, index) => new TableRow({ cantSplit: true, tableHeader: index < grid.headerRows, children: cells.map(wordCell) }),
    ),
  });
}

function wordCell({ text, columns, rows, align, indent }: GridCell): TableCell {
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          style: 'TableCell',
          alignment: ALIGNMENT[align],
          ...(indent > 0 && align === 'left' ? { indent: { left: indent * 2 * CHARACTER } } : {}),
          children: [new TextRun(line)],
        }),
    ),
  });
}
