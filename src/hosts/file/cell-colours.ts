/** The colours a workbook names (颜色): plain ones, those of its theme (主题颜色) with their tint, and the numbered ones of old Excel. */
import { CLOSE, XmlScanner } from './xml.ts';

/** The scheme of Office 2013 and later, for files that bring no theme; in the order of the theme part. */
const OFFICE_SCHEME = [
  '000000',
  'FFFFFF',
  '44546A',
  'E7E6E6',
  '5B9BD5',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '4472C4',
  '70AD47',
  '0563C1',
  '954F72',
];

/** Numbers 8 to 63 (ECMA-376 part 1, 18.8.27); 0 to 7 repeat the first eight. */
const NUMBERED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** «#RRGGBB» of the colour element the scanner stands on; undefined for an automatic one, which is left to the page. */
export type ReadColour = (scanner: XmlScanner) => string | undefined;

/** `theme`: the XML of the theme part; `own`: the colours a workbook has put in place of the numbered ones (`indexedColors`). */
export function colourReader(theme: string | undefined, own: readonly string[] = []): ReadColour {
  const scheme = theme === undefined ? OFFICE_SCHEME : readScheme(theme);
  return (scanner) => {
    const plain = /^(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})$/.exec(scanner.attribute('rgb') ?? '')?.[1]?.toUpperCase();
    const number = scanner.integer('indexed');
    const place = scanner.integer('theme');
    const found =
      plain ?? (number === undefined ? undefined : numbered(number, own)) ?? (place === undefined ? undefined : scheme[swapped(place)]);
    return found === undefined ? undefined : `#${tinted(found, Number(scanner.attribute('tint') ?? 0))}`;
  };
}

/** Replaces the palette of numbered colours: the `rgbColor` elements of the styles part, in order. */
export function readOwnPalette(xml: string, part: string): string[] {
  const scanner = new XmlScanner(xml, part);
  const own: string[] = [];
  while (scanner.next())
    if (scanner.kind !== CLOSE && scanner.is('rgbColor')) own.push((scanner.attribute('rgb') ?? '').slice(-6).toUpperCase());
  return own;
}

function numbered(number: number, own: readonly string[]): string | undefined {
  return own[number] ?? NUMBERED[number < 8 ? number : number - 8];
}

/** Styles count light before dark, the theme part dark before light. */
function swapped(place: number): number {
  return place < 4 ? place ^ 1 : place;
}

function readScheme(xml: string): string[] {
  const scanner = new XmlScanner(xml, 'theme');
  const scheme: string[] = [];
  let isInside = false;
  while (scanner.next()) {
    if (scanner.is('clrScheme')) isInside = scanner.kind !== CLOSE;
    else if (isInside && scanner.kind !== CLOSE && scanner.is('srgbClr')) scheme.push((scanner.attribute('val') ?? '').toUpperCase());
    else if (isInside && scanner.kind !== CLOSE && scanner.is('sysClr')) scheme.push((scanner.attribute('lastClr') ?? '').toUpperCase());
  }
  return scheme.map((colour, place) => (/^[0-9A-F]{6}$/.test(colour) ? colour : (OFFICE_SCHEME[place] ?? '000000')));
}

/** Lighter towards white (tint above 0) or darker towards black; hue and saturation stay (18.8.19). */
function tinted(colour: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return colour;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (most + least) / 2;
  const goal = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  // The distance of each channel from the lightness scales with the room that saturation has at that lightness.
  const room = (at: number): number => 1 - Math.abs(2 * at - 1);
  const stretch = room(light) === 0 ? 0 : room(goal) / room(light);
  return [red, green, blue]
    .map((channel) => Math.round(Math.min(1, Math.max(0, goal + (channel - light) * stretch)) * 255))
    .map((channel) => channel.toString(16).padStart(2, '0').toUpperCase())
    .join('');
}
