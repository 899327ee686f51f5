/** Writes the worksheet part of one of our own sheets (自有工作表): inline texts, widths, merges, links, and a page that prints. */
import { areaAddress, type Area, cellAddress, columnName, qualifiedAddress } from '../../core/workbook/address.ts';
import { LOOKS, type Look } from '../../core/edits/looks.ts';
import type { ContentCell, InputRule, SheetContent } from '../../core/edits/sheet-content.ts';
import { STRICT_MAIN, TRANSITIONAL_MAIN } from './namespaces.ts';
import type { StyleBook } from './style-book.ts';
import { escapeXml } from './xml-text.ts';

/** Excel's own limits. */
const LONGEST_TEXT = 32767;
const MOST_LINKS = 65000;

export function ownSheetXml(content: SheetContent, styles: StyleBook, isStrict: boolean): string {
  const merged = soundMerges(content.merged ?? []);
  const rows = content.rows.map((row, index) => rowXml(content, row, index, merged, styles)).join('');
  const last = { row: Math.max(0, content.rows.length - 1), column: Math.max(0, ...content.rows.map((row) => row.length - 1)) };
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${isStrict ? STRICT_MAIN : TRANSITIONAL_MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${areaAddress({ top: 0, left: 0, bottom: last.row, right: last.column })}"/>`,
    viewXml(content.frozenRows ?? 0),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(content),
    `<sheetData>${rows}</sheetData>`,
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`).join('')}</mergeCells>`,
    inputRulesXml(content),
    linksXml(content),
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${content.orientation ?? 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
    '</worksheet>',
  ].join('');
}

function viewXml(frozenRows: number): string {
  if (frozenRows <= 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const below = cellAddress({ row: frozenRows, column: 0 });
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function columnsXml(content: SheetContent): string {
  const hidden = new Set(content.hiddenColumns ?? []);
  const count = Math.max(content.widths.length, ...[...hidden].map((column) => column + 1));
  const columns = Array.from({ length: count }, (_, column) => {
    const width = content.widths[column] ?? 9;
    return `<col min="${column + 1}" max="${column + 1}" width="${width}"${hidden.has(column) ? ' hidden="1"' : ''} customWidth="1"/>`;
  });
  return count === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

function rowXml(
  content: SheetContent,
  row: readonly (ContentCell | null)[],
  index: number,
  merged: readonly Area[],
  styles: StyleBook,
): string {
  const height = content.heights?.get(index);
  const cells = row.map((cell, column) => (cell === null ? '' : cellXml(cell, index, column, merged, styles))).join('');
  if (cells === '' && height === undefined) return '';
  return `<row r="${index + 1}"${height === undefined ? '' : ` ht="${Math.min(height, 409)}" customHeight="1"`}>${cells}</row>`;
}

function cellXml(cell: ContentCell, row: number, column: number, merged: readonly Area[], styles: StyleBook): string {
  const start = `<c r="${columnName(column)}${row + 1}" s="${styles.indexOf(lookOf(cell, row, column, merged))}"`;
  const { value, formula } = cell;
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  if (formula !== undefined) {
    const cached = value === null ? '' : isNumber ? `<v>${value}</v>` : `<v>${textXml(String(value))}</v>`;
    return `${start}${typeof value === 'string' ? ' t="str"' : ''}><f>${escapeXml(formula)}</f>${cached}</c>`;
  }
  if (isNumber) return `${start}><v>${value}</v></c>`;
  if (value === null || value === '') return `${start}/>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${textXml(String(value))}</t></is></c>`;
}

/** OOXML reads `_x000D_` as a character; our own texts that look like that must not be taken for one. */
export function textXml(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return escapeXml(cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/\r\n?/g, '\n'));
}

function lookOf(cell: ContentCell, row: number, column: number, merged: readonly Area[]): Look {
  const look = LOOKS[cell.style ?? (cell.link === undefined ? 'text' : 'link')];
  // A title stands in the middle of what it is merged over; alone it would run out of its column to the left.
  const centred = cell.style === 'title' && merged.some((area) => area.top === row && area.left === column);
  return { ...look, ...(centred ? { horizontal: 'center' } : {}), ...(cell.format === undefined ? {} : { format: cell.format }) };
}

function linksXml(content: SheetContent): string {
  const links: string[] = [];
  content.rows.forEach((row, index) =>
    row.forEach((cell, column) => {
      if (cell?.link === undefined || links.length >= MOST_LINKS) return;
      links.push(
        `<hyperlink ref="${cellAddress({ row: index, column })}" location="${escapeXml(qualifiedAddress(cell.link))}" display="${escapeXml(String(cell.value ?? ''))}"/>`,
      );
    }),
  );
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** A list offers and never refuses: after the lines have been sorted it may stand at another one. */
function inputRulesXml({ inputRules = [] }: SheetContent): string {
  const ruleXml = ({ area, rule, title, message }: InputRule): string => {
    const isList = rule.kind === 'list';
    const formula = isList ? `"${rule.options.join(',').replaceAll('"', '""')}"` : rule.formula;
    const refuses = isList ? '' : ` showErrorMessage="1" errorTitle="${escapeXml(title)}" error="${escapeXml(message)}"`;
    const prompt = isList ? ` showInputMessage="1" promptTitle="${escapeXml(title)}" prompt="${escapeXml(message)}"` : '';
    return `<dataValidation type="${isList ? 'list' : 'custom'}" allowBlank="1"${prompt}${refuses} sqref="${areaAddress(area)}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
  };
  return inputRules.length === 0
    ? ''
    : `<dataValidations count="${inputRules.length}">${inputRules.map(ruleXml).join('')}</dataValidations>`;
}

/** Excel «repairs» a workbook whose merges are single cells or overlap. */
function soundMerges(areas: readonly Area[]): Area[] {
  const sound: Area[] = [];
  for (const area of areas) {
    const single = area.top === area.bottom && area.left === area.right;
    const meets = (other: Area): boolean =>
      area.top <= other.bottom && other.top <= area.bottom && area.left <= other.right && other.left <= area.right;
    if (!single && !sound.some(meets)) sound.push(area);
  }
  return sound;
}
