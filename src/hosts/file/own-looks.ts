/** How our own sheets look (自有工作表的样式): each look by its meaning, in fonts that Chinese Excel and WPS always have. */
import type { CellStyle } from '../../core/edits/sheet-content.ts';

export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** Font and fill colours as RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly format?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly top?: boolean;
  /** Stays open for typing when the sheet is protected. */
  readonly unlocked?: boolean;
}

export const FONT = '宋体';
const DEFAULT_SIZE = 11;
const AMOUNT = '#,##0.00';

export const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { size: 16, bold: true },
  subtitle: { size: 10, color: '595959' },
  heading: { size: 12, bold: true },
  'table-head': { bold: true, fill: 'F2F2F2', border: true, horizontal: 'center', wrap: true },
  text: {},
  wrapped: { wrap: true, top: true },
  paragraph: { size: 12, wrap: true, top: true },
  note: { size: 9, color: '7F7F7F', wrap: true, top: true },
  amount: { format: AMOUNT },
  'bordered-text': { border: true, wrap: true },
  'bordered-amount': { border: true, format: AMOUNT },
  percent: { format: '0.00%' },
  input: { fill: 'FFFBE6', border: true, wrap: true, unlocked: true },
  gap: { fill: 'FCE4D6', color: 'C00000', border: true, wrap: true, unlocked: true },
  group: { bold: true, fill: 'EAF1F8', border: true, wrap: true },
  'group-again': { size: 10, color: '8C8C8C', border: true, wrap: true },
  offered: { color: '44546A', fill: 'F7F9FB', border: true, wrap: true },
  link: { color: '0563C1', underline: true },
  error: { fill: 'FFC7CE', color: '9C0006', wrap: true, top: true },
  warning: { fill: 'FFEB9C', color: '7F6000', wrap: true, top: true },
  rounding: { fill: 'DDEBF7', color: '1F4E78', wrap: true, top: true },
};

/** The elements a look is made of, each as Excel writes it; `p` is the prefix of the styles part. */
export function fontXml(look: Look, p: string): string {
  const bold = look.bold === true ? `<${p}b/>` : '';
  const underline = look.underline === true ? `<${p}u/>` : '';
  const color = look.color === undefined ? '' : `<${p}color rgb="FF${look.color}"/>`;
  return `<${p}font>${bold}${underline}<${p}sz val="${look.size ?? DEFAULT_SIZE}"/>${color}<${p}name val="${FONT}"/><${p}family val="3"/><${p}charset val="134"/></${p}font>`;
}

export function fillXml(look: Look, p: string): string {
  if (look.fill === undefined) return `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`;
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${look.fill}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

export function borderXml(look: Look, p: string): string {
  if (look.border !== true) return `<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`;
  const sides = ['left', 'right', 'top', 'bottom'].map((side) => `<${p}${side} style="thin"><${p}color rgb="FFBFBFBF"/></${p}${side}>`);
  return `<${p}border>${sides.join('')}<${p}diagonal/></${p}border>`;
}

export function alignmentXml(look: Look, p: string): string {
  const horizontal = look.horizontal === undefined ? '' : ` horizontal="${look.horizontal}"`;
  return `<${p}alignment${horizontal} vertical="${look.top === true ? 'top' : 'center'}"${look.wrap === true ? ' wrapText="1"' : ''}/>`;
}

/** The opening of a cell format as we write it, up to its optional attributes; also the pattern by which ours are known again. */
export function xfOpening(
  p: string,
  format: number | string,
  font: number | string,
  fill: number | string,
  border: number | string,
): string {
  const applied = ['NumberFormat', 'Font', 'Fill', 'Border', 'Alignment'].map((what) => ` apply${what}="1"`).join('');
  return `<${p}xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
}
