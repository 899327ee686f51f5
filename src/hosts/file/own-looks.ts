/** The looks of our own sheets (自有工作表的样式) as elements of a styles part. */
import { DEFAULT_SIZE, FONT, type Look } from '../../core/edits/looks.ts';

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
