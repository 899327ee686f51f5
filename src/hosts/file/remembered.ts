/** The texts that a workbook file keeps for us (记住的设置): a custom XML part beside the sheets, which Excel and LibreOffice carry along. */
import { readRememberedXml, REMEMBERED_NAMESPACE, rememberedXml } from '../../core/workbook/remembered-texts.ts';
import type { EditedPackage } from './edited-package.ts';
import { isStrict, relationshipNamespace } from './namespaces.ts';
import { OpcPackage } from './opc-package.ts';
import { findWorkbookPart } from './workbook-part.ts';

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** Any will do that no other part of the workbook bears. */
const ITEM_ID = '{7C2F6B0E-5D0A-4F57-9B83-2F1D6F0F9A42}';

/** All that the file remembers, by name; nothing for files of other kinds. */
export function readRemembered(bytes: Uint8Array): ReadonlyMap<string, string> {
  const book = new OpcPackage(bytes);
  const part = ownPart(book, findWorkbookPart(book));
  return part === undefined ? new Map() : readRememberedXml(book.text(part.target));
}

/** Keeps a text under a name, or forgets it; with the last one the part goes, and the package is as it was. */
export function setRemembered(book: EditedPackage, workbook: string, name: string, text: string | undefined): void {
  const own = ownPart(book, workbook);
  const texts = new Map(own === undefined ? [] : readRememberedXml(book.text(own.target)));
  if (text === undefined) texts.delete(name);
  else texts.set(name, text);
  if (own === undefined) {
    if (texts.size > 0) addPart(book, workbook, rememberedXml(texts));
  } else if (texts.size > 0) book.set(own.target, rememberedXml(texts));
  else {
    book.removeRelationship(own.source, own.id);
    book.removeDependants(own.target);
    book.remove(own.target);
  }
}

type Parts = Pick<EditedPackage, 'relationships' | 'has' | 'text'>;

interface OwnPart {
  /** What points to it: the workbook part, or with LibreOffice the package itself (''). */
  readonly source: string;
  readonly id: string;
  readonly target: string;
}

function ownPart(book: Parts, workbook: string): OwnPart | undefined {
  for (const source of [workbook, '']) {
    const own = book
      .relationships(source)
      .find(
        ({ type, target, external }) =>
          type === 'customXml' && !external && book.has(target) && book.text(target).includes(REMEMBERED_NAMESPACE),
      );
    if (own !== undefined) return { source, ...own };
  }
  return undefined;
}

function addPart(book: EditedPackage, workbook: string, xml: string): void {
  let number = 1;
  while (book.has(`customXml/item${number}.xml`) || book.has(`customXml/itemProps${number}.xml`)) number++;
  const [part, properties] = [`customXml/item${number}.xml`, `customXml/itemProps${number}.xml`];
  const relationships = relationshipNamespace(book.text(workbook));
  const vocabulary = isStrict(book.text(workbook))
    ? 'http://purl.oclc.org/ooxml/officeDocument/customXml'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
  book.add(part, xml, 'application/xml');
  book.add(
    properties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${vocabulary}">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${REMEMBERED_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    PROPERTIES_TYPE,
  );
  book.addRelationship(workbook, `${relationships}/customXml`, part);
  book.addRelationship(part, `${relationships}/customXmlProps`, properties);
}
