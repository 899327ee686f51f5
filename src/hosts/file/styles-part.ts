/** Finds the styles part of a package (样式部件), or makes one where a writer left it out. */
import type { EditedPackage } from './edited-package.ts';
import { isStrict, relationshipNamespace, STRICT_MAIN, TRANSITIONAL_MAIN } from './namespaces.ts';

export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
/** The least that Excel accepts. */
export const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<styleSheet xmlns="${TRANSITIONAL_MAIN}">` +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';

/** The styles part, where there is one. */
export function findStylesPart(book: EditedPackage, workbook: string): string | undefined {
  const target = book.relationships(workbook).find(({ type }) => type === 'styles')?.target;
  return target !== undefined && book.has(target) ? target : undefined;
}

/** The styles part, made when there is none. */
export function stylesPart(book: EditedPackage, workbook: string): string {
  const found = book.relationships(workbook).find(({ type }) => type === 'styles')?.target;
  if (found !== undefined && book.has(found)) return found;
  const part = found ?? `${workbook.slice(0, workbook.lastIndexOf('/') + 1)}styles.xml`;
  const workbookXml = book.text(workbook);
  book.add(part, isStrict(workbookXml) ? EMPTY_STYLES.replace(TRANSITIONAL_MAIN, STRICT_MAIN) : EMPTY_STYLES, STYLES_TYPE);
  if (found === undefined) book.addRelationship(workbook, `${relationshipNamespace(workbookXml)}/styles`, part);
  return part;
}
