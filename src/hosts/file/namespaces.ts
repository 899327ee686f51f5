/** The two vocabularies of .xlsx files (命名空间): transitional, which everybody writes, and strict, which Excel can write. */

export const TRANSITIONAL_MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** Whether a workbook part is written in the strict vocabulary; then new parts must be too. */
export function isStrict(workbookXml: string): boolean {
  return workbookXml.includes(STRICT_MAIN);
}

export function relationshipNamespace(workbookXml: string): string {
  return `${isStrict(workbookXml) ? 'http://purl.oclc.org/ooxml/officeDocument' : 'http://schemas.openxmlformats.org/officeDocument/2006'}/relationships`;
}
