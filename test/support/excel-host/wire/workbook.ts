/** `Workbook` and the collection of worksheets: the roots everything else hangs on. */
import { addSheet } from '../model/book.ts';
import { type HostContext } from './context.ts';
import { customXmlParts } from './custom-xml.ts';
import { accessDenied, HostError, itemNotFound } from './protocol.ts';
import { type Argument, nullObject, text, type WireClass, wired, type WireObject } from './wire-class.ts';
import { events, freeName, worksheetOf } from './worksheet.ts';

interface Target {
  readonly host: HostContext;
}

const worksheets: WireClass<Target> = {
  name: 'WorksheetCollection',
  items: ({ host }) => host.book.sheets.map((sheet) => worksheetOf(host, sheet)),
  item({ host }, args) {
    const sheet = find(host, args, 'WorksheetCollection.getItem');
    if (sheet.isNull) throw itemNotFound('WorksheetCollection.getItem');
    return sheet;
  },
  methods: {
    GetItemOrNullObject: ({ host }, args) => find(host, args, 'WorksheetCollection.getItemOrNullObject'),
    GetActiveWorksheet({ host }) {
      const { active } = host.book;
      // A chart sheet is in front (office-js issue 2444).
      if (active === undefined)
        throw new HostError(
          'UnsupportedSheet',
          'This operation does not support this sheet type.',
          'WorksheetCollection.getActiveWorksheet',
        );
      return worksheetOf(host, active);
    },
    Add({ host }, args) {
      if (host.book.structureProtected) throw accessDenied('WorksheetCollection.add');
      const name = freeName(host, text(args, 0, 'WorksheetCollection.add'));
      return worksheetOf(host, addSheet(host.book, name));
    },
    ...events('DataChanged'),
  },
};

/** By name or by id. */
function find(host: HostContext, args: readonly Argument[], location: string): WireObject {
  const key = text(args, 0, location);
  const sheet = host.book.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  return sheet === undefined ? nullObject : worksheetOf(host, sheet);
}

const workbook: WireClass<Target & { readonly release: (reference: string) => void }> = {
  name: 'Workbook',
  scalars: { Name: { get: ({ host }) => host.book.name }, ReadOnly: { get: ({ host }) => host.book.readOnly } },
  links: {
    CustomXmlParts: ({ host }) => customXmlParts(host),
    Worksheets: (target) => wired(worksheets, target),
    Protection: ({ host }) =>
      wired({ name: 'WorkbookProtection', scalars: { Protected: { get: () => host.book.structureProtected } } }, host),
  },
  methods: {
    _RemoveReference({ release }, args) {
      release(text(args, 0, 'Workbook._RemoveReference'));
    },
  },
};

export function workbookOf(host: HostContext, release: (reference: string) => void): WireObject {
  return wired(workbook, { host, release });
}
