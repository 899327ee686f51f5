/** Stands behind the genuine office.js client inside the page: the strict Excel of the tests, and what a user does in it. */
import { parseAddress } from '../../src/core/workbook/address.ts';
import { connectable } from '../support/excel-host/client-connection.ts';
import { type ExcelHost, startHost } from '../support/excel-host/excel-host.ts';
import { picture } from '../support/excel-host/model/book.ts';
import { bookFromFile } from '../support/excel-host/model/book-from-file.ts';
import { type ProfileName, PROFILES } from '../support/excel-host/profiles.ts';

/** What the test says before the page loads. */
export interface ExcelSetup {
  /** The workbook, in base64. */
  readonly book: string;
  readonly name: string;
  readonly profile: ProfileName;
  readonly language: string;
  readonly background: string;
  readonly structureProtected?: boolean;
  readonly readOnly?: boolean;
  /** The client speaks by the door that it uses in Excel. */
  readonly transport?: boolean;
}

export interface ExcelUser {
  readonly host: ExcelHost;
  sheets(): readonly string[];
  value(sheet: string, address: string): unknown;
  type(sheet: string, address: string, value: string | number): void;
  selection(): string | undefined;
  /** Addresses of our marks on a sheet. */
  marks(sheet: string): number;
  isMarked(sheet: string, address: string): boolean;
  picture(): unknown;
}

declare global {
  interface Window {
    excelSetup: ExcelSetup;
    excelUser: ExcelUser;
  }
}

const setup = window.excelSetup;
const client = connectable();
const office = globalThis.Office as unknown as Record<PropertyKey, unknown>;

const opened = open();
office.onReady = async (tell?: (info: object) => void) => {
  await opened;
  const info = { host: 'Excel', platform: 'PC' };
  tell?.(info);
  return info;
};
office.actions = { associate: () => undefined };

async function open(): Promise<void> {
  const bytes = Uint8Array.from(atob(setup.book), (char) => char.charCodeAt(0));
  const book = await bookFromFile(bytes, setup.name);
  book.structureProtected = setup.structureProtected ?? false;
  book.readOnly = setup.readOnly ?? false;
  const host = startHost(book, PROFILES[setup.profile], client, { transport: setup.transport ?? false });
  const connected = globalThis.Office as unknown as Record<PropertyKey, unknown>;
  const context = {
    ...(connected.context as object),
    displayLanguage: setup.language,
    officeTheme: { bodyBackgroundColor: setup.background },
  };
  Object.assign(globalThis, { Office: new Proxy(connected, { get: (target, key) => (key === 'context' ? context : target[key]) }) });
  window.excelUser = userOf(host);
}

function userOf(host: ExcelHost): ExcelUser {
  const { book } = host;
  const sheetOf = (name: string): (typeof book.sheets)[number] => {
    const found = book.sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  };
  const cellOf = (address: string): { row: number; column: number } => parseAddress(address) ?? { row: -1, column: -1 };
  return {
    host,
    sheets: () => book.sheets.map(({ name }) => name),
    value(sheet, address) {
      const { row, column } = cellOf(address);
      return sheetOf(sheet).cells.get(row, column)?.value;
    },
    type(sheet, address, value) {
      const { row, column } = cellOf(address);
      sheetOf(sheet).cells.set(row, column, { value });
      host.userChanges(sheetOf(sheet), { top: row, left: column, bottom: row, right: column });
    },
    selection: () => book.selection,
    marks: (sheet) => sheetOf(sheet).rules.filter(({ formula }) => formula.includes('TIEOUT|')).length,
    isMarked(sheet, address) {
      const { row, column } = cellOf(address);
      return sheetOf(sheet).rules.some(
        ({ formula, areas }) =>
          formula.includes('TIEOUT|') &&
          areas.some((area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right),
      );
    },
    picture: () => picture(book),
  };
}
