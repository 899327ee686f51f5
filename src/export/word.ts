/** 《决算公开说明》 as a document of Word (导出 Word): the text as it stands in the sheet, then every recognised table; what waits for a person is highlighted. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type TableOfContents,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Finding } from '../core/findings/finding.ts';
import { doubtfulCells, isDoubtful } from '../core/narrative/doubts.ts';
import type { Narrative, Paragraph as TextParagraph, Span } from '../core/narrative/narrative.ts';
import type { TableSet } from '../core/tables/table-set.ts';
import type { Workbook } from '../core/workbook/workbook.ts';
import { printable } from './printable.ts';
import { gridOf } from './table-grid.ts';
import { contents, type ContentsHeading, headingNumbersFor } from './word-contents.ts';
import { HEADING_NUMBERS, headingNumbering, numberHeadings } from './word-numbering.ts';
import { FONT_SUBSTITUTES, INDENT, STYLES, TEXT_PAGE } from './word-styles.ts';
import { tableSection } from './word-table.ts';

export interface WordInput {
  readonly narrative: Narrative;
  /** Whose tables follow the text; none where the text is to stand alone. */
  readonly accounts?: Pick<TableSet, 'tables'>;
  readonly workbook?: Workbook;
  /** Figures from cells that do not hold are highlighted too: they are not to be published as they are. */
  readonly findings?: readonly Finding[];
}

/** Characters of 二号 on a line. */
const TITLE_LINE = 20;

/** The section that names the statutory tables, in every wording. */
const TABLE_LIST = 'tables';

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** The bytes of a .docx. */
export async function writeWord(input: WordInput): Promise<Uint8Array> {
  const { narrative } = input;
  const document = new Document({
    title: narrative.title,
    creator: 'Tieout',
    description: '',
    styles: STYLES,
    numbering: headingNumbering([0, INDENT, INDENT]),
    pageNumbers: headingNumbersFor(contentsHeadings(narrative)),
    sections: sectionsOf(input),
  });
  return withFontSubstitutes(new Uint8Array(await Packer.toArrayBuffer(document)));
}

/** Those that are printed, as Word bookmarks them. */
function contentsHeadings({ sections }: Narrative): readonly ContentsHeading[] {
  const headings = numberHeadings(sections);
  return sections.flatMap(({ depth }, index) => {
    const { text = '', numbered = false } = headings[index] ?? {};
    return text === '' && !numbered ? [] : [{ depth, numbered }];
  });
}

/** The statutory tables follow the section that lists them, the evaluation forms the whole text. */
function sectionsOf(input: WordInput): readonly ISectionOptions[] {
  const { narrative, findings = [] } = input;
  const doubtful = doubtfulCells(findings);
  const headings = numberHeadings(narrative.sections);
  const parts = narrative.sections.map((section, index) => [
    ...headingOf(section.depth, headings[index] ?? { text: section.heading, numbered: false }),
    ...section.paragraphs.map((paragraph) => textOf(paragraph, doubtful)),
  ]);
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    children: titleLines(narrative.title).map((text, line) => new TextRun({ text: printable(text), break: line })),
  });
  const listed = narrative.sections.findIndex(({ id }) => id === TABLE_LIST) + 1;
  const [tables, forms] = [tableSections(input, false), tableSections(input, true)];
  const cut = listed === 0 || tables.length === 0 ? parts.length : listed;
  const after = parts.slice(cut).flat();
  // 目录 stands under the title; the text begins on the next page.
  return [
    textSection([title, ...contents()]),
    textSection(parts.slice(0, cut).flat()),
    ...tables,
    ...(after.length === 0 ? [] : [textSection(after)]),
    ...forms,
  ];
}

function textSection(children: readonly (Paragraph | TableOfContents)[]): ISectionOptions {
  const { width, height, margin } = TEXT_PAGE;
  const page = { size: { width, height, orientation: PageOrientation.PORTRAIT }, margin };
  return { properties: { type: SectionType.NEXT_PAGE, page }, footers: { default: pageNumbers() }, children };
}

/** A long title breaks between who and what, as a person would break it. */
function titleLines(title: string): readonly string[] {
  const year = title.search(/20\d\d年/);
  return title.length > TITLE_LINE && year > 0 ? [title.slice(0, year), title.slice(year)] : [title];
}

function headingOf(depth: number, { text, numbered }: { readonly text: string; readonly numbered: boolean }): readonly Paragraph[] {
  if (text === '' && !numbered) return [];
  const level = Math.min(LEVELS.length, Math.max(1, depth)) - 1;
  return [
    new Paragraph({
      heading: LEVELS[level] ?? HeadingLevel.HEADING_1,
      ...(numbered ? { numbering: { reference: HEADING_NUMBERS, level } } : {}),
      children: [new TextRun(printable(text))],
    }),
  ];
}

function textOf({ spans }: TextParagraph, doubtful: ReadonlySet<string>): Paragraph {
  return new Paragraph({ style: 'Narrative', children: spans.map((span) => runOf(span, doubtful)) });
}

function runOf(span: Span, doubtful: ReadonlySet<string>): TextRun {
  const text = printable(span.text);
  if (span.kind === 'gap') return new TextRun({ text, highlight: 'yellow' });
  return isDoubtful(span, doubtful) ? new TextRun({ text, highlight: 'cyan' }) : new TextRun(text);
}

function tableSections({ accounts, workbook }: WordInput, forms: boolean): readonly ISectionOptions[] {
  if (accounts === undefined || workbook === undefined) return [];
  return accounts.tables.flatMap((table) => {
    const isForm = table.indicators.length > 0;
    const grid = table.statement === null || isForm !== forms ? undefined : gridOf(table, workbook);
    return grid === undefined ? [] : [tableSection(grid, { default: pageNumbers() })];
  });
}

/** «— 3 —», counted through the whole document. */
function pageNumbers(): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: { ascii: 'Times New Roman', eastAsia: '宋体' } });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

/** Tells Word and WPS which font to take where one of the usual fonts is not installed; the library cannot say so. */
function withFontSubstitutes(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'word/fontTable.xml';
  const table = parts[path];
  if (table === undefined) return bytes;
  const fonts = Object.entries(FONT_SUBSTITUTES).map(
    ([name, substitute]) => `<w:font w:name="${name}"><w:altName w:val="${substitute}"/><w:charset w:val="86"/></w:font>`,
  );
  const text = strFromU8(table).replace(/<w:fonts([^>]*?)\/>$/, '<w:fonts$1></w:fonts>');
  return zipSync({ ...parts, [path]: strToU8(text.replace('</w:fonts>', `${fonts.join('')}</w:fonts>`)) });
}
