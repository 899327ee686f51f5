/** An ordinary table with two periods (两期对照表): its lines with both amounts, and which lines are totals of which. */
import { discoverRelations } from '../discovery/discover.ts';
import { totalRank } from '../discovery/words.ts';
import type { Figure } from '../expressions/figure.ts';
import { ordinaryFigures, type OrdinaryFigures } from '../findings/ordinary-figures.ts';
import type { Locale, LocalText } from '../locale.ts';
import { yearIn } from '../tables/head-lines.ts';
import { isNote } from '../tables/labels.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { cellAddress } from '../workbook/address.ts';
import { type Compositions, compositionsOf } from './compositions.ts';
import { type Block, blocksOf, type Lane } from './layout.ts';
import { type Line, lineOf } from './line.ts';
import { isDoubtful, type LineUnit, lineUnit, namesCounts, type Surroundings, unitColumnOf, withoutWrittenUnit } from './line-unit.ts';
import { languageOf, lineName } from './names.ts';
import type { Pair } from './pair.ts';
import { sheetUnit, type SheetUnit } from './sheet-unit.ts';

export interface ComparedTable {
  readonly sheet: string;
  readonly title: string;
  readonly locale: Locale;
  readonly year: number | undefined;
  readonly pair: Pair;
  readonly unit: SheetUnit;
  readonly lines: readonly Line[];
  readonly compositions: Compositions;
  /** Lines that are not told: rates that are no percentages, and lines with words where an amount belongs. */
  readonly rates: number;
  readonly unreadable: number;
}

/** A sheet that compares nothing, and why, as the end of a sentence. */
export interface SilentSheet {
  readonly sheet: string;
  readonly why: LocalText;
}

const LONGEST_TITLE = 120;
/** Lines above the first heading that may hold a title and a unit. */
const HEAD_ROWS = 8;

export function comparedTables(sheet: Sheet, workbook: Pick<Workbook, 'date1904'>): readonly ComparedTable[] | SilentSheet {
  const figures = ordinaryFigures(sheet, workbook);
  const blocks = blocksOf(sheet, figures);
  const nothing: LocalText = { 'zh-CN': '表头中没有可以比较的两期', en: 'its headings name no two periods to compare' };
  let why: LocalText = nothing;
  const found = blocks.flatMap((block, index): readonly Draft[] => {
    if (!Array.isArray(block.lanes)) {
      why = block.lanes as LocalText;
      return [];
    }
    if (isOfRates(figures.grid, block, blocks[index - 1]?.bottom ?? -1)) {
      why = { 'zh-CN': '表中是比率或指数，不是金额', en: 'its figures are rates or indices, not amounts' };
      return [];
    }
    return [readBlock(sheet, figures, block, block.lanes as readonly Lane[], blocks[index - 1]?.bottom ?? -1)].filter(
      ({ lines }) => lines.length > 0,
    );
  });
  if (found.length === 0) return { sheet: sheet.name, why };
  const relations = discoverRelations(figures.grid, { mark: figures.mark });
  return found.map(({ hidden, lanes, doubtful, ...table }) => {
    const within = lanes.length < 2 ? [] : lanes.flatMap((lane) => discoverRelations(laneGrid(figures.grid, lane), { mark: figures.mark }));
    const compositions = compositionsOf(table.lines, hidden, [...relations, ...within], figures);
    const isProved = (index: number): boolean => compositions.wholeOf.has(index) || compositions.partsOf.has(index);
    const lines = table.lines.map((line, index) => {
      const told = isProved(index) ? line : (doubtful.get(index) ?? line);
      return { ...told, isOneSided: told.isOneSided && !isProved(index) };
    });
    return { ...table, lines, compositions };
  });
}

/** A table of rates says so over its heading: their changes are no amounts of anything. */
function isOfRates(grid: OrdinaryFigures['grid'], { heading }: Block, above: number): boolean {
  return grid
    .slice(above + 1, heading.top)
    .some((row) =>
      row.some((text) =>
        /单位[:：]\s*[%％]|^[(（]?[%％][)）]?$|增长率|增速|百分比|指数|\b(?:percentages?|per ?cent|index|indices)\b/i.test(
          text.slice(0, LONGEST_TITLE),
        ),
      ),
    );
}

type Draft = Omit<ComparedTable, 'compositions'> & {
  readonly lanes: readonly Lane[];
  /** Rows that the sheet hides: no text names them. */
  readonly hidden: ReadonlySet<number>;
  /** By index, lines that are told without a unit unless a sum proves them to be money. */
  readonly doubtful: ReadonlyMap<number, Line>;
};

/** Lines of two lanes share their rows; on its own a lane shows what its names and figures say. */
function laneGrid(grid: OrdinaryFigures['grid'], { labels, pair }: Lane): OrdinaryFigures['grid'] {
  const own = new Set([...labels, pair.current.column, pair.prior.column]);
  return grid.map((row) => row.map((text, column) => (own.has(column) ? text : '')));
}

interface RawLine {
  readonly label: string;
  /** The last row above with a name and no amounts (流动资产：), as far as no total has closed it. */
  readonly section: string;
  /** What stands over the names, where there are two lanes of them. */
  readonly lane: string;
  readonly current: Figure;
  readonly prior: Figure;
  readonly unit: LineUnit;
}

function readBlock(sheet: Sheet, figures: OrdinaryFigures, block: Block, lanes: readonly Lane[], above: number): Draft {
  const { heading, bottom } = block;
  const head = figures.grid.slice(Math.max(above + 1, 0), heading.bottom + 1).flat();
  const own = sheetUnit(head);
  const unit = own.words === '' ? sheetUnit(figures.grid.slice(0, Math.min(HEAD_ROWS, heading.bottom + 1)).flat()) : own;
  const headed = laneNames(figures.grid, block.heading, lanes);
  const around: Surroundings = {
    figures,
    unitColumn: unitColumnOf(
      figures,
      heading,
      bottom,
      lanes.map(({ names: column }) => column),
    ),
    sheetUnit: unit.unit.name,
    headNamesCounts: namesCounts(head),
  };
  const raw = lanes.flatMap((lane, index) =>
    rawLines(sheet, around, figures, lane, { top: heading.bottom + 1, bottom }, headed[index] ?? ''),
  );
  const isRate = ({ unit: { kind } }: RawLine): boolean => kind === 'unclear';
  const isReadable = ({ current, prior }: RawLine): boolean =>
    [current, prior].every((of) => of.reading.kind === 'number' || isNothing(figures, of));
  const told = raw.filter((line) => !isRate(line) && isReadable(line));
  const names = uniqueNames(told);
  const name = (line: RawLine, index: number): string => names[index] ?? line.label;
  const money = told.filter((line) => line.unit.kind === 'money');
  const doubtful = told.flatMap((line, index): readonly (readonly [number, Line])[] =>
    unit.unit.name !== '' && line.unit.kind === 'money' && line.unit.written !== true && isDoubtful(line, money)
      ? [[index, lineOf(figures, { ...line, unit: { kind: 'other', suffix: '' } }, name(line, index), unit)]]
      : [],
  );
  return {
    sheet: sheet.name,
    title: titleOf(figures, heading.top, above) ?? sheet.name,
    locale: languageOf(raw.map(({ label }) => label)),
    year: yearIn(head),
    pair: (lanes[0] as Lane).pair,
    unit,
    lines: told.map((line, index) => lineOf(figures, line, name(line, index), unit)),
    rates: raw.filter(isRate).length,
    unreadable: raw.filter((line) => !isRate(line) && !isReadable(line)).length,
    lanes,
    hidden: sheet.hiddenRows,
    doubtful: new Map(doubtful),
  };
}

/** What tells two lanes apart: the words over their names, 资产 and 负债, or one row higher; blank where nothing does. */
function laneNames(grid: OrdinaryFigures['grid'], { top, bottom }: Block['heading'], lanes: readonly Lane[]): readonly string[] {
  for (let row = bottom; lanes.length > 1 && row >= Math.max(0, top - 1); row -= 1) {
    const texts = lanes.map(({ names }) => (grid[row]?.[names] ?? '').trim());
    if (texts.every((text) => text !== '') && new Set(texts).size === texts.length) return texts;
  }
  return lanes.map(() => '');
}

function rawLines(
  sheet: Sheet,
  around: Surroundings,
  figures: OrdinaryFigures,
  { pair, labels, names }: Lane,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  headed: string,
): readonly RawLine[] {
  const lines: RawLine[] = [];
  let section = '';
  for (let row = top; row <= bottom; row += 1) {
    const text = (column: number): string => (figures.grid[row]?.[column] ?? '').trim();
    const label = text(names) !== '' ? text(names) : (labels.map(text).findLast((words) => /\p{L}/u.test(words)) ?? '');
    if (!/\p{L}/u.test(label)) continue;
    if (isNote(label)) break;
    const [current, prior] = [pair.current, pair.prior].map(({ column }) =>
      withoutWrittenUnit(sheet, figures, figures.figureAt([row, column])),
    ) as [Figure, Figure];
    if (current.reading.kind === 'blank' && prior.reading.kind === 'blank') {
      // A dash is an amount of nothing; only empty cells make a heading of the line.
      if (text(pair.current.column) === '' && text(pair.prior.column) === '') section = lineName(label);
      continue;
    }
    const unit = lineUnit({ label, current, prior }, around);
    if (!sheet.hiddenRows.has(row)) lines.push({ label, section, lane: headed, current, prior, unit });
    if (totalRank(label) > 0) section = '';
  }
  return lines;
}

/** 小计 stands in a table more than once: it is called by its section, then by what its lane is headed, and where that does not help by its cell. */
function uniqueNames(lines: readonly RawLine[]): readonly string[] {
  const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name);
  const inBrackets = (name: string, more: string): string => (isChinese(name) ? `${name}（${more}）` : `${name} (${more})`);
  const plain = lines.map(({ label }) => lineName(label));
  const steps: readonly ((name: string, line: RawLine) => string)[] = [
    (name, { section }) => {
      if (section === '') return name;
      return isChinese(name) && totalRank(name) > 0 ? `${section}${name}` : inBrackets(name, section);
    },
    (name, { lane }) => (lane === '' ? name : inBrackets(name, lane)),
    (name, { current }) => inBrackets(name, cellAddress(current.ref)),
  ];
  return steps.reduce((names, step) => {
    const repeated = repeatedIn(names);
    return names.map((name, index) => (repeated.has(name) ? step(name, lines[index] as RawLine) : name));
  }, plain);
}

function repeatedIn(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

/** An empty cell or a dash; «..» and «*» are no amounts. */
function isNothing({ grid }: Pick<OrdinaryFigures, 'grid'>, { reading, ref }: Figure): boolean {
  return reading.kind === 'blank' && /^[-－—–−\s]*$/.test(grid[ref.row]?.[ref.column] ?? '');
}

/** The lowest single words above the heading that are no unit and no department. */
function titleOf({ grid }: Pick<OrdinaryFigures, 'grid'>, top: number, above: number): string | undefined {
  for (let row = above + 1; row < top; row += 1) {
    const texts = (grid[row] ?? []).map((text) => text.replace(/[\s\u00A0\u3000]+/g, ' ').trim()).filter((text) => text !== '');
    const [text] = texts;
    if (text === undefined || !/\p{L}/u.test(text) || text.length > LONGEST_TITLE || isHeadLine(text)) continue;
    return text.replace(/[(（]\s*(?:金额)?单位\s*[:：].*?[)）]/, '').trim();
  }
  return undefined;
}

function isHeadLine(text: string): boolean {
  return (
    /^[(（].*[)）]$/.test(text) ||
    /^(?:编制|填报|金额|计量|货币)?(?:单位|部门|日期)\s*[:：]|^\(?(?:in|amounts|figures|unit|currency|as at|for the)\b/i.test(text)
  );
}
