/** After a value was typed in, formulas that read it are out of date (重新计算): Excel is asked to calculate once at the next opening. */
import type { EditedPackage } from './edited-package.ts';
import { placeForChild } from './worksheet-order.ts';
import { splice } from './splice.ts';
import { CLOSE, XmlScanner } from './xml.ts';

/** Sets `fullCalcOnLoad`; Excel drops it again when it saves. `worksheets`: the parts in which to look for formulas at all. */
export function requestRecalculation(book: EditedPackage, workbook: string, worksheets: readonly string[]): void {
  // Without formulas there is nothing to ask, and one part less to touch.
  if (!worksheets.some((part) => /<(?:\w+:)?f[\s>]/.test(book.text(part)))) return;
  const xml = book.text(workbook);
  const scanner = new XmlScanner(xml, workbook);
  while (scanner.next()) {
    if (scanner.depth !== 1 || scanner.kind === CLOSE || !scanner.is('calcPr')) continue;
    const span = scanner.attributeSpan('fullCalcOnLoad');
    const change =
      span === undefined
        ? { start: scanner.nameEnd, end: scanner.nameEnd, text: ' fullCalcOnLoad="1"' }
        : { start: span.start, end: span.end, text: '1' };
    book.set(workbook, splice(xml, [change]));
    return;
  }
  const { at, prefix } = placeForChild(xml, workbook, 'calcPr');
  book.set(workbook, splice(xml, [{ start: at, end: at, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }]));
}
