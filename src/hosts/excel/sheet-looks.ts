/** Gives the cells of our own sheets their looks in Excel (自有工作表的样式). */
import { DEFAULT_SIZE, FONT, type Look } from '../../core/edits/looks.ts';
import type { Area } from '../../core/workbook/address.ts';
import { areaChunks, gathered } from './area-addresses.ts';

const BORDER_COLOUR = '#BFBFBF';

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
