/** How cells look, read and written as Excel does: uniform over an area or null, «No Fill» shown as white, columns in points. */
import type { Area } from '../../../../src/core/workbook/address.ts';
import { invalidArgument, type Json } from '../wire/protocol.ts';
import { type HostSheet, isUnbounded, type Looks } from './sheet.ts';

/** What a cell has that nobody has formatted. */
export const PLAIN: Looks = {
  NumberFormat: 'General',
  'Fill/Color': '#FFFFFF',
  'Font/Name': '宋体',
  'Font/Size': 11,
  'Font/Bold': false,
  'Font/Italic': false,
  'Font/Color': '#000000',
  'Font/Underline': 'None',
  WrapText: false,
  HorizontalAlignment: 'General',
  VerticalAlignment: 'Center',
  IndentLevel: 0,
  'Protection/Locked': true,
  'Borders/EdgeTop/Style': 'None',
  'Borders/EdgeBottom/Style': 'None',
  'Borders/EdgeLeft/Style': 'None',
  'Borders/EdgeRight/Style': 'None',
  'Borders/InsideHorizontal/Style': 'None',
  'Borders/InsideVertical/Style': 'None',
  'Borders/EdgeTop/Color': '#000000',
  'Borders/EdgeBottom/Color': '#000000',
  'Borders/EdgeLeft/Color': '#000000',
  'Borders/EdgeRight/Color': '#000000',
  'Borders/InsideHorizontal/Color': '#000000',
  'Borders/InsideVertical/Color': '#000000',
};

export function lookAt(sheet: HostSheet, row: number, column: number, property: string): Json {
  return sheet.looks.get(row, column)?.[property] ?? PLAIN[property] ?? null;
}

/** The one value that all cells of the areas have; null when they differ. */
export function commonLook(sheet: HostSheet, areas: readonly Area[], property: string): Json {
  const seen = new Set<Json>();
  for (const area of areas) {
    let stored = 0;
    for (const [, , looks] of sheet.looks.within(area)) {
      stored++;
      seen.add(looks[property] ?? PLAIN[property] ?? null);
    }
    if (stored < (area.bottom - area.top + 1) * (area.right - area.left + 1)) seen.add(PLAIN[property] ?? null);
    if (seen.size > 1) return null;
  }
  return [...seen][0] ?? null;
}

export function setLook(sheet: HostSheet, areas: readonly Area[], property: string, value: Json, location: string): void {
  const known = PLAIN[property];
  if (value === null || typeof value !== typeof known) throw invalidArgument(location);
  const changed = (before: Looks | undefined): Looks | undefined => {
    const looks = { ...before } as Record<string, Json>;
    // A white fill is not the same as none, though both are read as #FFFFFF.
    if (value === known && property !== 'Fill/Color') delete looks[property];
    else looks[property] = value;
    return Object.keys(looks).length === 0 ? undefined : looks;
  };
  // Cells that look alike go on sharing one object: an area is as quick as the few looks in it.
  const done = new Map<Looks | undefined, Looks | undefined>();
  for (const area of areas) {
    if (isUnbounded(area)) throw invalidArgument(location, `this host formats no whole rows or columns (${property})`);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const before = sheet.looks.get(row, column);
        if (!done.has(before)) done.set(before, changed(before));
        sheet.looks.set(row, column, done.get(before));
      }
    }
  }
}
