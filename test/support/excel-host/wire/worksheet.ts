/** `Worksheet`, its names, its page and its panes. */
import type { Area } from '../../../../src/core/workbook/address.ts';
import { type HostName, type HostSheet, WHOLE_SHEET } from '../model/sheet.ts';
import { readArea, readAreas } from './addresses.ts';
import { type HostContext, needsSet } from './context.ts';
import { accessDenied, HostError, invalidArgument, itemNotFound, type Json } from './protocol.ts';
import { rangeAreas, rangeOf } from './range.ts';
import { integer, isWireObject, nullObject, type Scalar, text, type WireClass, wired, type WireObject } from './wire-class.ts';

export interface SheetTarget {
  readonly host: HostContext;
  readonly sheet: HostSheet;
}

const page: WireClass<SheetTarget> = {
  name: 'PageLayout',
  scalars: { Orientation: pageScalar('Orientation'), Zoom: pageScalar('Zoom') },
  methods: {
    SetPrintArea({ sheet }, args) {
      sheet.page['PrintArea'] = text(args, 0, 'PageLayout.setPrintArea');
    },
  },
};

function pageScalar(name: string): Scalar<SheetTarget> {
  return {
    get: ({ sheet }) => sheet.page[name] ?? null,
    set({ sheet }, value) {
      sheet.page[name] = value;
    },
  };
}

const panes: WireClass<SheetTarget> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows({ sheet }, args) {
      sheet.frozenRows = integer(args, 0, 'WorksheetFreezePanes.freezeRows');
    },
    Unfreeze({ sheet }) {
      sheet.frozenRows = 0;
    },
  },
};

interface NameTarget extends SheetTarget {
  readonly item: HostName;
}

const namedItem: WireClass<NameTarget> = {
  name: 'NamedItem',
  id: ({ item }) => item.name,
  scalars: {
    Name: { get: ({ item }) => item.name },
    Formula: { get: ({ item }) => item.formula },
    Comment: {
      get: ({ item }) => item.comment,
      set({ item }, comment) {
        if (typeof comment !== 'string' || comment.length > 255) throw invalidArgument('NamedItem.comment');
        item.comment = comment;
      },
    },
    Visible: {
      get: ({ item }) => item.visible,
      set({ item }, visible) {
        item.visible = visible === true;
      },
    },
  },
  methods: {
    Delete({ sheet, item }) {
      sheet.names = sheet.names.filter((other) => other !== item);
    },
  },
};

const names: WireClass<SheetTarget> = {
  name: 'NamedItemCollection',
  items: (target) => target.sheet.names.map((item) => wired(namedItem, { ...target, item })),
  item(target, args) {
    const found = findName(target, text(args, 0, 'NamedItemCollection.getItem'));
    if (found === undefined) throw itemNotFound('NamedItemCollection.getItem');
    return found;
  },
  methods: {
    GetItemOrNullObject: (target, args) => findName(target, text(args, 0, 'NamedItemCollection.getItemOrNullObject')) ?? nullObject,
    Add(target, args) {
      const name = text(args, 0, 'NamedItemCollection.add');
      const [, reference, comment = ''] = args;
      if (!/^[A-Za-z_\\][\w.\\]*$/.test(name) || name.length > 255 || findName(target, name) !== undefined)
        throw invalidArgument('NamedItemCollection.add');
      if (typeof comment !== 'string' || comment.length > 255) throw invalidArgument('NamedItemCollection.add');
      const formula = isWireObject(reference)
        ? `=${String(reference.read('Address')).replace(/([A-Z]+)(\d+)$/, '$$$1$$$2')}`
        : String(reference);
      const item: HostName = { name, formula, comment, visible: true };
      target.sheet.names.push(item);
      return wired(namedItem, { ...target, item });
    },
  },
};

function findName(target: SheetTarget, name: string): WireObject | undefined {
  const item = target.sheet.names.find((found) => found.name.toLowerCase() === name.toLowerCase());
  return item === undefined ? undefined : wired(namedItem, { ...target, item });
}

const properties: WireClass<SheetTarget> = {
  name: 'WorksheetCustomPropertyCollection',
  methods: {
    Add(target, args) {
      const key = text(args, 0, 'WorksheetCustomPropertyCollection.add');
      if (key.length > 255) throw invalidArgument('WorksheetCustomPropertyCollection.add');
      target.sheet.properties.set(key, text(args, 1, 'WorksheetCustomPropertyCollection.add'));
      return property(target, key);
    },
    GetItemOrNullObject: (target, args) => property(target, text(args, 0, 'WorksheetCustomPropertyCollection.getItemOrNullObject')),
  },
};

function property({ sheet }: SheetTarget, key: string): WireObject {
  const value = sheet.properties.get(key);
  if (value === undefined) return nullObject;
  return wired({ name: 'WorksheetCustomProperty', scalars: { Key: { get: () => key }, Value: { get: () => value } } }, sheet);
}

const worksheet: WireClass<SheetTarget> = {
  name: 'Worksheet',
  id: ({ sheet }) => sheet.id,
  scalars: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: {
      get: ({ sheet }) => sheet.name,
      set(target, name) {
        target.sheet.name = freeName(target.host, name);
      },
    },
    Position: { get: ({ host, sheet }) => host.book.sheets.indexOf(sheet) },
    Visibility: {
      get: ({ sheet }) => sheet.visibility,
      set({ host, sheet }, visibility) {
        if (host.book.structureProtected) throw accessDenied('Worksheet.visibility');
        if (visibility !== 'Visible' && visibility !== 'Hidden' && visibility !== 'VeryHidden')
          throw invalidArgument('Worksheet.visibility');
        sheet.visibility = visibility;
      },
    },
  },
  links: {
    Protection: ({ sheet }) => wired({ name: 'WorksheetProtection', scalars: { Protected: { get: () => sheet.isProtected } } }, sheet),
    Names: (target) => wired(names, target),
    CustomProperties(target) {
      needsSet(target.host, '1.12', 'Worksheet.customProperties');
      return wired(properties, target);
    },
    FreezePanes: (target) => wired(panes, target),
    PageLayout(target) {
      needsSet(target.host, '1.9', 'Worksheet.pageLayout');
      return wired(page, target);
    },
  },
  methods: {
    GetRange: ({ host, sheet }, args) =>
      rangeOf(
        host,
        sheet,
        args[0] === undefined || args[0] === null ? WHOLE_SHEET : readArea(text(args, 0, 'Worksheet.getRange'), 'Worksheet.getRange'),
      ),
    GetRangeByIndexes({ host, sheet }, args) {
      const [top, left, rows, columns] = [0, 1, 2, 3].map((at) => integer(args, at, 'Worksheet.getRangeByIndexes')) as [
        number,
        number,
        number,
        number,
      ];
      const area: Area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
      if (top < 0 || left < 0 || rows < 1 || columns < 1 || area.bottom > WHOLE_SHEET.bottom || area.right > WHOLE_SHEET.right)
        throw invalidArgument('Worksheet.getRangeByIndexes');
      return rangeOf(host, sheet, area);
    },
    GetRanges({ host, sheet }, args) {
      needsSet(host, '1.9', 'Worksheet.getRanges');
      return rangeAreas(host, sheet, readAreas(text(args, 0, 'Worksheet.getRanges'), 'Worksheet.getRanges'));
    },
    GetUsedRangeOrNullObject({ host, sheet }, [valuesOnly]) {
      const used = usedArea(sheet, valuesOnly === true);
      return used === undefined ? nullObject : rangeOf(host, sheet, used);
    },
    Activate({ host, sheet }) {
      if (sheet.visibility !== 'Visible')
        throw new HostError('InvalidOperation', 'The requested operation is invalid.', 'Worksheet.activate');
      host.toFront(sheet);
    },
    Delete: ({ host, sheet }) => deleteSheet(host, sheet),
    ...events('DataChanged'),
  },
};

/** Handlers of one event, asked for and given up. */
function events(name: string): Record<string, ({ host }: { readonly host: HostContext }) => void> {
  return {
    [`_Register${name}Event`]: ({ host }) => void host.listening.add(name),
    [`_Unregister${name}Event`]: ({ host }) => void host.listening.delete(name),
  };
}

function usedArea(sheet: HostSheet, valuesOnly: boolean): Area | undefined {
  const values = sheet.cells.extent();
  const looks = valuesOnly ? undefined : sheet.looks.extent();
  if (values === undefined || looks === undefined) return values ?? looks;
  return {
    top: Math.min(values.top, looks.top),
    left: Math.min(values.left, looks.left),
    bottom: Math.max(values.bottom, looks.bottom),
    right: Math.max(values.right, looks.right),
  };
}

function deleteSheet(host: HostContext, sheet: HostSheet): void {
  if (host.book.structureProtected) throw accessDenied('Worksheet.delete');
  const lastVisible = sheet.visibility === 'Visible' && host.book.sheets.filter(({ visibility }) => visibility === 'Visible').length === 1;
  if (sheet.visibility === 'VeryHidden' || lastVisible)
    throw new HostError('InvalidOperation', 'The requested operation is invalid.', 'Worksheet.delete');
  const at = host.book.sheets.indexOf(sheet);
  host.book.sheets.splice(at, 1);
  if (host.book.active === sheet) host.book.active = host.book.sheets.find(({ visibility }) => visibility === 'Visible');
}

/** A name Excel accepts for a new or renamed sheet. */
export function freeName(host: HostContext, name: Json): string {
  const location = 'Worksheet.name';
  if (host.book.structureProtected) throw accessDenied(location);
  if (typeof name !== 'string' || name === '' || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name) || /^history$/i.test(name))
    throw invalidArgument(location);
  if (host.book.sheets.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    throw new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', location);
  }
  return name;
}

export function worksheetOf(host: HostContext, sheet: HostSheet): WireObject {
  return wired(worksheet, { host, sheet });
}

export { events };
