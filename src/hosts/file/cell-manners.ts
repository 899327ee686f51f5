/** How a cell looks (对齐、字体、边框与底色), by style index, for hosts that draw the cells themselves. */
import { colourReader, type ReadColour, readOwnPalette } from './cell-colours.ts';
import { CLOSE, XmlScanner } from './xml.ts';

/** One edge of a cell. «hair», «dashDot» and their like are drawn as the kind that comes nearest. */
export interface Edge {
  readonly kind: 'solid' | 'dashed' | 'dotted' | 'double';
  /** In pixels at 100 %. */
  readonly width: 1 | 2 | 3;
  /** «#RRGGBB»; undefined: the colour of letters. */
  readonly colour: string | undefined;
}

export interface Borders {
  readonly left?: Edge;
  readonly right?: Edge;
  readonly top?: Edge;
  readonly bottom?: Edge;
  /** The slanted line of a table's head (斜线表头): from the upper left, or from the lower left. */
  readonly down?: Edge;
  readonly up?: Edge;
}

export interface CellManner {
  /** Undefined: numbers to the right, text to the left. */
  readonly align?: 'start' | 'center' | 'end' | 'across';
  /** Undefined: at the foot of the cell. */
  readonly vertical?: 'top' | 'center';
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isStruck?: boolean;
  readonly underline?: 'solid' | 'double';
  /** «#9C0006»; undefined: the colour of letters. */
  readonly colour?: string;
  /** In points, where it is not that of the workbook's usual font. */
  readonly size?: number;
  readonly isWrapped?: boolean;
  readonly isShrunk?: boolean;
  /** Letters below each other (竖排), or the whole text turned up or down. */
  readonly turned?: 'upright' | 'up' | 'down';
  /** «#FFEB9C»; white is left to the page. */
  readonly fill?: string;
  readonly borders?: Borders;
}

export interface CellManners {
  /** By index into `cellXfs`; undefined where there is nothing to say. */
  readonly manners: readonly (CellManner | undefined)[];
  /** Points of the workbook's usual font. */
  readonly fontSize: number;
  /** Pixels of a digit in that font: the unit of column widths. */
  readonly digitWidth: number;
}

/** What Excel takes when a file brings no styles. */
export const PLAIN_MANNERS: CellManners = { manners: [], fontSize: 11, digitWidth: 7 };

const SIDES: Readonly<Record<string, CellManner['align']>> = {
  left: 'start',
  center: 'center',
  centerContinuous: 'across',
  distributed: 'center',
  right: 'end',
};
const VERTICAL: Readonly<Record<string, CellManner['vertical']>> = { top: 'top', center: 'center', distributed: 'center', justify: 'top' };
const EDGES: Readonly<Record<string, Pick<Edge, 'kind' | 'width'>>> = {
  hair: { kind: 'dotted', width: 1 },
  thin: { kind: 'solid', width: 1 },
  dotted: { kind: 'dotted', width: 1 },
  dashed: { kind: 'dashed', width: 1 },
  dashDot: { kind: 'dashed', width: 1 },
  dashDotDot: { kind: 'dotted', width: 1 },
  medium: { kind: 'solid', width: 2 },
  mediumDashed: { kind: 'dashed', width: 2 },
  mediumDashDot: { kind: 'dashed', width: 2 },
  mediumDashDotDot: { kind: 'dotted', width: 2 },
  slantDashDot: { kind: 'dashed', width: 2 },
  thick: { kind: 'solid', width: 3 },
  double: { kind: 'double', width: 3 },
};
/** Fonts whose digits are half as wide as a Chinese character. */
const HALF_WIDTH = /宋|仿|楷|黑|SimSun|FangSong|KaiTi|SimHei/i;

type Open<Kind> = { -readonly [Key in keyof Kind]: Kind[Key] };
interface Font extends Open<CellManner> {
  name?: string;
  points?: number;
}

/** `theme`: the XML of the theme part, where there is one. */
export function readCellManners(xml: string, part: string, theme?: string): CellManners {
  const reader = new MannerReader(new XmlScanner(xml, part), colourReader(theme, readOwnPalette(xml, part)));
  return reader.read();
}

class MannerReader {
  private readonly scanner: XmlScanner;
  private readonly colour: ReadColour;
  private readonly fonts: Font[] = [];
  private readonly fills: (string | undefined)[] = [];
  private readonly borders: Open<Borders>[] = [];
  private readonly manners: Open<CellManner>[] = [];
  private pattern = '';
  private slants = { down: false, up: false };
  private edge: Pick<Edge, 'kind' | 'width'> | undefined;
  private side = '';

  constructor(scanner: XmlScanner, colour: ReadColour) {
    this.scanner = scanner;
    this.colour = colour;
  }

  read(): CellManners {
    const { scanner } = this;
    let group = '';
    while (scanner.next()) {
      if (scanner.kind === CLOSE) continue;
      if (scanner.depth === 1) group = scanner.name;
      else if (group === 'fonts') this.readFont();
      else if (group === 'fills') this.readFill();
      else if (group === 'borders') this.readBorder();
      else if (group === 'cellXfs') this.readFormat();
    }
    const [usual] = this.fonts;
    const fontSize = usual?.points ?? PLAIN_MANNERS.fontSize;
    const pixels = (fontSize * 4) / 3;
    const digitWidth = HALF_WIDTH.test(usual?.name ?? '') ? Math.round(Math.round(pixels) / 2) : Math.round(pixels * 0.507);
    return { manners: this.manners.map((manner) => (Object.keys(manner).length === 0 ? undefined : manner)), fontSize, digitWidth };
  }

  private readFont(): void {
    const { scanner, fonts } = this;
    if (scanner.depth === 2) fonts.push({});
    const font = fonts[fonts.length - 1];
    if (scanner.depth !== 3 || font === undefined) return;
    const value = scanner.attribute('val');
    const isOn = value !== '0' && value !== 'false';
    if (scanner.is('b') && isOn) font.isBold = true;
    else if (scanner.is('i') && isOn) font.isItalic = true;
    else if (scanner.is('strike') && isOn) font.isStruck = true;
    else if (scanner.is('u') && value !== 'none') font.underline = value?.startsWith('double') === true ? 'double' : 'solid';
    else if (scanner.is('sz')) font.points = Number(value) || PLAIN_MANNERS.fontSize;
    else if (scanner.is('name')) font.name = value ?? '';
    else if (scanner.is('color')) {
      const colour = this.colour(scanner);
      // Black is the colour of letters, which the dark page has in white.
      if (colour !== undefined && colour !== '#000000' && scanner.attribute('auto') === undefined) font.colour = colour;
    }
  }

  private readFill(): void {
    const { scanner, fills } = this;
    if (scanner.depth === 2) fills.push(undefined);
    const last = fills.length - 1;
    if (scanner.depth === 3 && scanner.is('patternFill')) this.pattern = scanner.attribute('patternType') ?? 'none';
    else if (scanner.depth === 3 && scanner.is('gradientFill')) this.pattern = 'gradient';
    else if (scanner.depth === 4 && this.pattern !== 'none') {
      // Of a pattern the ground is taken, of a gradient the first colour.
      const isMeant = this.pattern === 'solid' ? scanner.is('fgColor') : scanner.is('bgColor');
      if (isMeant) fills[last] = this.ground();
    } else if (scanner.depth === 5 && this.pattern === 'gradient' && scanner.is('color')) fills[last] ??= this.ground();
  }

  private ground(): string | undefined {
    const colour = this.scanner.integer('indexed') === 64 ? undefined : this.colour(this.scanner);
    return colour === '#FFFFFF' ? undefined : colour;
  }

  private readBorder(): void {
    const { scanner, borders } = this;
    if (scanner.depth === 2) {
      borders.push({});
      this.slants = { down: scanner.flag('diagonalDown'), up: scanner.flag('diagonalUp') };
    } else if (scanner.depth === 3) {
      this.side = scanner.name;
      this.edge = EDGES[scanner.attribute('style') ?? ''];
      this.setEdge(undefined);
    } else if (scanner.depth === 4 && scanner.is('color')) {
      const colour = this.colour(scanner);
      this.setEdge(colour === '#000000' ? undefined : colour);
    }
  }

  private setEdge(colour: string | undefined): void {
    const border = this.borders[this.borders.length - 1];
    if (border === undefined || this.edge === undefined) return;
    const edge = { ...this.edge, colour };
    // Strict files say start and end.
    if (this.side === 'left' || this.side === 'start') border.left = edge;
    else if (this.side === 'right' || this.side === 'end') border.right = edge;
    else if (this.side === 'top') border.top = edge;
    else if (this.side === 'bottom') border.bottom = edge;
    else if (this.side === 'diagonal') {
      if (this.slants.down) border.down = edge;
      if (this.slants.up) border.up = edge;
    }
  }

  private readFormat(): void {
    const { scanner, manners } = this;
    if (scanner.depth === 2) {
      const { name: _name, points, ...font } = this.fonts[scanner.integer('fontId') ?? 0] ?? {};
      const fill = this.fills[scanner.integer('fillId') ?? 0];
      const borders = this.borders[scanner.integer('borderId') ?? 0] ?? {};
      manners.push({
        ...font,
        ...(points === undefined || points === this.fonts[0]?.points ? {} : { size: points }),
        ...(fill === undefined ? {} : { fill }),
        ...(Object.keys(borders).length === 0 ? {} : { borders }),
      });
    } else if (scanner.depth === 3 && scanner.is('alignment')) {
      const align = SIDES[scanner.attribute('horizontal') ?? ''];
      const vertical = VERTICAL[scanner.attribute('vertical') ?? ''];
      const manner = manners[manners.length - 1] ?? {};
      if (align !== undefined) manner.align = align;
      if (vertical !== undefined) manner.vertical = vertical;
      if (scanner.flag('wrapText') || scanner.attribute('horizontal') === 'justify') manner.isWrapped = true;
      if (scanner.flag('shrinkToFit')) manner.isShrunk = true;
      const degrees = scanner.integer('textRotation') ?? 0;
      if (degrees === 255) manner.turned = 'upright';
      // 91 to 180 turn the other way; slight slants are drawn straight.
      else if (degrees >= 45 && degrees <= 90) manner.turned = 'up';
      else if (degrees >= 135) manner.turned = 'down';
    }
  }
}
