/** How a cell looks (对齐、字体与底色): the side its text stands on, bold, wrapped, its fill; by style index, for hosts that draw the cells themselves. */
import { CLOSE, XmlScanner } from './xml.ts';

export interface CellManner {
  /** Undefined: numbers to the right, text to the left. */
  readonly align: 'start' | 'center' | 'end' | undefined;
  readonly isBold: boolean;
  readonly isWrapped: boolean;
  /** «#FFEB9C», where the file says a plain colour. */
  readonly fill: string | undefined;
}

const SIDES: Readonly<Record<string, CellManner['align']>> = {
  left: 'start',
  center: 'center',
  centerContinuous: 'center',
  distributed: 'center',
  right: 'end',
};

/** By index into `cellXfs`; undefined where there is nothing to say. */
export function readCellManners(xml: string, part: string): (CellManner | undefined)[] {
  const scanner = new XmlScanner(xml, part);
  const bold: boolean[] = [];
  const fills: (string | undefined)[] = [];
  const manners: (CellManner | undefined)[] = [];
  let group = '';
  let isSolid = false;
  while (scanner.next()) {
    if (scanner.kind === CLOSE) continue;
    if (scanner.depth === 1) group = ['fonts', 'fills', 'cellXfs'].find((name) => scanner.is(name)) ?? '';
    else if (group === 'fonts' && scanner.depth === 2) bold.push(false);
    else if (group === 'fonts' && scanner.depth === 3 && scanner.is('b')) bold[bold.length - 1] = scanner.attribute('val') !== '0';
    else if (group === 'fills' && scanner.depth === 2) fills.push(undefined);
    else if (group === 'fills' && scanner.depth === 3 && scanner.is('patternFill')) isSolid = scanner.attribute('patternType') === 'solid';
    else if (group === 'fills' && scanner.depth === 4 && isSolid && scanner.is('fgColor'))
      fills[fills.length - 1] = colourOf(scanner.attribute('rgb'));
    else if (group === 'cellXfs' && scanner.depth === 2) {
      const isBold = bold[scanner.integer('fontId') ?? 0] === true;
      const fill = fills[scanner.integer('fillId') ?? 0];
      manners.push(isBold || fill !== undefined ? { align: undefined, isBold, isWrapped: false, fill } : undefined);
    } else if (group === 'cellXfs' && scanner.depth === 3 && scanner.is('alignment')) {
      const align = SIDES[scanner.attribute('horizontal') ?? ''];
      const isWrapped = scanner.flag('wrapText');
      const { isBold = false, fill } = manners[manners.length - 1] ?? {};
      if (align !== undefined || isWrapped) manners[manners.length - 1] = { align, isBold, isWrapped, fill };
    }
  }
  return manners;
}

/** «FFRRGGBB»; colours of the theme are left to the page. */
function colourOf(rgb: string | undefined): string | undefined {
  const colour = /^(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})$/.exec(rgb ?? '')?.[1]?.toUpperCase();
  return colour === undefined || colour === 'FFFFFF' ? undefined : `#${colour}`;
}
