/** Small Word documents (测试用 Word 文档), part by part, as Word would pack them. */
import { strToU8, zipSync } from 'fflate';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONSHIPS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

export function docx(body: string, footnotes?: string): Uint8Array {
  const wrap = (root: string, inner: string): Uint8Array => strToU8(`<w:${root} xmlns:w="${NAMESPACE}">${inner}</w:${root}>`);
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONSHIPS),
    'word/document.xml': wrap('document', `<w:body>${body}</w:body>`),
    ...(footnotes === undefined ? {} : { 'word/footnotes.xml': wrap('footnotes', footnotes) }),
  });
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
}

export function paragraph(inner: string): string {
  return `<w:p>${inner}</w:p>`;
}
