/** How our own sheets look in Excel (自有工作表的样式): the same looks as in a file we write ourselves. */
import type { CellStyle } from '../../core/edits/sheet-content.ts';
import type { Area } from '../../core/workbook/address.ts';
import { areaChunks, gathered } from './area-addresses.ts';

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

const FONT = '宋体';
const DEFAULT_SIZE = 11;
const AMOUNT = '#,##0.00';
const BORDER_COLOUR = '#BFBFBF';

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

/** Queues one look for all its cells. The number format goes with the values, not here. */
export function applyLook(sheet: Excel.Worksheet, look: Look, areas: readonly Area[]): void {
  for (const addresses of areaChunks(areas)) {
    const ranges = sheet.getRanges(addresses);
    const { format } = ranges;
    if (look.size !== undefined && look.size !== DEFAULT_SIZE) format.font.size = look.size;
    if (look.bold === true) format.font.bold = true;
    if (look.underline === true) format.font.underline = 'Single';
    if (look.color !== undefined) format.font.color = `#${look.color}`;
    if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
    if (look.wrap === true) format.wrapText = true;
    if (look.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[look.horizontal];
    if (look.top === true) format.verticalAlignment = 'Top';
    if (look.unlocked === true) format.protection.locked = false;
    ranges.untrack();
  }
  if (look.border === true) applyBorders(sheet, areas);
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;

/** What all cells of ours have in common. */
export function applyBase(range: Excel.Range): void {
  range.format.font.name = FONT;
  range.format.font.size = DEFAULT_SIZE;
  range.format.verticalAlignment = 'Center';
}

/** Lines inside an area exist only where it has more than one row or column, so areas of the same kind go together. */
function applyBorders(sheet: Excel.Worksheet, areas: readonly Area[]): void {
  const blocks = gathered(areas);
  for (const tall of [false, true]) {
    for (const wide of [false, true]) {
      const same = blocks.filter((area) => area.bottom > area.top === tall && area.right > area.left === wide);
      for (const addresses of areaChunks(same)) {
        const ranges = sheet.getRanges(addresses);
        const sides: Excel.BorderIndex[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as Excel.BorderIndex[];
        if (tall) sides.push('InsideHorizontal' as Excel.BorderIndex);
        if (wide) sides.push('InsideVertical' as Excel.BorderIndex);
        for (const side of sides) {
          const border = ranges.format.borders.getItem(side);
          border.style = 'Continuous';
          border.color = BORDER_COLOUR;
        }
        ranges.untrack();
      }
    }
  }
}
