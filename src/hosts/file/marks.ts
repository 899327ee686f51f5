/** Our marks on a sheet (标记): conditional formats that carry our signature, put in and taken out without moving anything of the user's. */
import { type Area, areaAddress } from '../../core/workbook/address.ts';
import { MARK_SIGNATURE, markFormula, type MarkLevel } from '../../core/edits/edit.ts';
import { placeForChild } from './worksheet-order.ts';
import { splice, type Splice } from './splice.ts';
import { CLOSE, XmlScanner } from './xml.ts';
import { escapeXml } from './xml-text.ts';

export interface Mark {
  readonly level: MarkLevel;
  readonly areas: readonly Area[];
  readonly when?: string;
}

/** Where one cell has two marks the louder one must win, so it comes first. */
const LOUDEST_FIRST: readonly MarkLevel[] = ['error', 'warning', 'within-rounding'];
/** Areas to one element; Excel itself breaks long lists too. */
const AREAS_TOGETHER = 100;

/** The sheet's XML with the marks added; `formatOf` gives the index of a level's format in the styles part. */
export function addMarks(xml: string, part: string, marks: readonly Mark[], formatOf: (level: MarkLevel) => number): string {
  const place = placeForChild(xml, part, 'conditionalFormatting');
  let priority = highestPriority(xml, part);
  let added = '';
  const { prefix } = place;
  for (const [formula, { level, addresses }] of byFormula(marks)) {
    for (let at = 0; at < addresses.length; at += AREAS_TOGETHER) {
      priority++;
      added +=
        `<${prefix}conditionalFormatting sqref="${addresses.slice(at, at + AREAS_TOGETHER).join(' ')}">` +
        `<${prefix}cfRule type="expression" dxfId="${formatOf(level)}" priority="${priority}">` +
        `<${prefix}formula>${escapeXml(formula)}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`;
    }
  }
  return splice(xml, [{ start: place.at, end: place.at, text: added }]);
}

/** Marks of one formula share a rule; the loudest come first. */
function byFormula(marks: readonly Mark[]): ReadonlyMap<string, { readonly level: MarkLevel; readonly addresses: readonly string[] }> {
  const rules = new Map<string, { level: MarkLevel; addresses: string[] }>();
  for (const level of LOUDEST_FIRST) {
    for (const mark of marks.filter((one) => one.level === level)) {
      const formula = markFormula(mark);
      const known = rules.get(formula)?.addresses ?? [];
      rules.set(formula, { level, addresses: [...new Set([...known, ...mark.areas.map(areaAddress)])] });
    }
  }
  return rules;
}

/** The user's rules keep their priorities; ours come behind the last one, whichever list it is in. */
function highestPriority(xml: string, part: string): number {
  if (!xml.includes('cfRule')) return 0;
  const scanner = new XmlScanner(xml, part);
  let highest = 0;
  while (scanner.next()) if (scanner.is('cfRule')) highest = Math.max(highest, scanner.integer('priority') ?? 0);
  return highest;
}

/** The sheet's XML without our marks; a rule of the user's in the same element stays (Excel gathers rules of one range). */
export function clearMarks(xml: string, part: string): string {
  if (!xml.includes(MARK_SIGNATURE)) return xml;
  const scanner = new XmlScanner(xml, part);
  const cuts: Splice[] = [];
  let element = { start: 0, rules: 0, ours: [] as Splice[] };
  let rule = { start: 0, isOurs: false };
  while (scanner.next()) {
    const opening = scanner.kind !== CLOSE;
    if (scanner.depth === 1 && scanner.is('conditionalFormatting')) {
      if (opening) element = { start: scanner.start, rules: 0, ours: [] };
      else if (element.ours.length === element.rules && element.rules > 0) cuts.push({ start: element.start, end: scanner.end, text: '' });
      else cuts.push(...element.ours);
    } else if (scanner.depth === 2 && scanner.is('cfRule')) {
      if (opening) {
        rule = { start: scanner.start, isOurs: false };
        element.rules++;
      } else if (rule.isOurs) element.ours.push({ start: rule.start, end: scanner.end, text: '' });
    } else if (scanner.depth === 3 && !opening && scanner.is('formula') && scanner.text().includes(MARK_SIGNATURE)) rule.isOurs = true;
    else if (scanner.depth === 1 && opening && scanner.is('extLst')) scanner.skipElement();
  }
  return splice(xml, cuts);
}
