/** Comments (批注) of a .docx: the part that holds them, the way to it, and those of other people left as they are. */
import { appended, CONTENT_TYPES, PACKAGE_RELATIONSHIPS } from './edited-package.ts';
import { type OpcPackage, relationshipsPartOf } from './opc-package.ts';
import { escapeXml } from './xml-text.ts';

export interface NumberedComment {
  readonly id: number;
  readonly text: string;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The part with the comments of `document`, if it has one. */
export function commentsPart(file: OpcPackage, document: string): string | undefined {
  return file.relationships(document).find(({ type, external, target }) => type === 'comments' && !external && file.has(target))?.target;
}

/** The XML of every part that comments need, by name; parts that `file` does not have are new. */
export function withComments(
  file: OpcPackage,
  document: string,
  comments: readonly NumberedComment[],
  author: string,
): ReadonlyMap<string, string> {
  const children = (w: string): string => comments.map((comment) => commentXml(w, comment, author)).join('');
  const known = commentsPart(file, document);
  if (known !== undefined) return new Map([[known, appended(file.text(known), known, children)]]);
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  const part = freeName(file, folder);
  const relsPart = relationshipsPartOf(document);
  const rels = file.has(relsPart) ? file.text(relsPart) : `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`;
  const taken = file.relationships(document).map(({ id }) => Number(/^rId(\d+)$/.exec(id)?.[1] ?? 0));
  const relationship = (p: string): string =>
    `<${p}Relationship Id="rId${Math.max(0, ...taken) + 1}" Type="${TYPE}" Target="${part.slice(folder.length)}"/>`;
  const override = (p: string): string => `<${p}Override PartName="/${part}" ContentType="${CONTENT}"/>`;
  return new Map([
    [part, `${DECLARATION}<w:comments xmlns:w="${WORD}">${children('w:')}</w:comments>`],
    [relsPart, appended(rels, relsPart, relationship)],
    [CONTENT_TYPES, appended(file.text(CONTENT_TYPES), CONTENT_TYPES, override)],
  ]);
}

function freeName(file: OpcPackage, folder: string): string {
  let number = 1;
  const name = (): string => `${folder}comments${number === 1 ? '' : number}.xml`;
  while (file.has(name())) number++;
  return name();
}

function commentXml(w: string, { id, text }: NumberedComment, author: string): string {
  const words = `<${w}p><${w}r><${w}t xml:space="preserve">${escapeXml(text)}</${w}t></${w}r></${w}p>`;
  return `<${w}comment ${w}id="${id}" ${w}author="${author}" ${w}initials="T">${words}</${w}comment>`;
}
