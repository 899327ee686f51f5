/** Addresses as Excel reads them: A1, A1:B2, whole rows and columns, several areas in one string. */
import { type Area, areaAddress, columnName, parseArea, quoteSheetName } from '../../../../src/core/workbook/address.ts';
import { isUnbounded, LAST_COLUMN, LAST_ROW } from '../model/sheet.ts';
import { invalidArgument } from './protocol.ts';

/** Where `getRanges` gives up (office-js issue 5198). */
const LONGEST_ADDRESS = 8192;

export function readArea(address: string, location: string): Area {
  const bare = address.replace(/^.*!/, '');
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(bare);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(bare);
  const cells = parseArea(columns === null ? (rows === null ? bare : `A${rows[1]}:A${rows[2]}`) : `${columns[1]}1:${columns[2]}1`);
  if (cells === undefined || cells.bottom > LAST_ROW || cells.right > LAST_COLUMN) throw invalidArgument(location);
  if (columns !== null) return { ...cells, bottom: LAST_ROW };
  return rows === null ? cells : { ...cells, right: LAST_COLUMN };
}

export function readAreas(addresses: string, location: string): Area[] {
  if (addresses.length > LONGEST_ADDRESS) throw invalidArgument(location);
  return addresses.split(',').map((address) => readArea(address.trim(), location));
}

/** «'表 1'!A1:B2», as `range.address` spells it. */
export function fullAddress(sheet: string, area: Area): string {
  return `${quoteSheetName(sheet)}!${bareAddress(area)}`;
}

export function bareAddress(area: Area): string {
  if (!isUnbounded(area)) return areaAddress(area);
  if (area.bottom - area.top === LAST_ROW) return `${columnName(area.left)}:${columnName(area.right)}`;
  return `${area.top + 1}:${area.bottom + 1}`;
}
