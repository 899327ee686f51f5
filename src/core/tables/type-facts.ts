/** Adds what somebody has just typed (填写) to the facts, so that the sheet 补充资料 can be written with it; a blank takes a line back. */
import { parseAmount } from '../number/parse-amount.ts';
import type { Cell } from '../workbook/workbook.ts';
import { type Fact, type Facts, yearKey } from './facts.ts';
import { readFigure } from './read-facts.ts';

export interface TypedLine {
  /** Without the year, as an ask, a gap or `acceptanceKey` names it. */
  readonly key: string;
  readonly text: string;
  readonly label: string;
  readonly section?: string;
  readonly unit?: string;
  readonly note?: string;
}

/** The facts as they will be read once the sheet is written. */
export function typeFacts(facts: Facts, lines: readonly TypedLine[], year: number | undefined): Facts {
  const typed = new Map(facts);
  for (const { key, text, ...more } of lines) {
    typed.delete(key);
    const dated = yearKey(key, year);
    typed.delete(dated);
    if (text.trim() !== '') typed.set(dated, factOf(dated, text.trim(), more));
  }
  return typed;
}

function factOf(key: string, text: string, more: Omit<TypedLine, 'key' | 'text'>): Fact {
  // Where the line will stand is known only when the sheet has been written and read again.
  const ref = { book: 'current', sheet: '', row: 0, column: 0 } as const;
  return {
    ...more,
    key,
    text,
    figure: readFigure(numberCell(text, more.unit ?? ''), text, more.unit ?? '', { ref, row: more.label, key }),
    ref,
  };
}

/** «1,857.37» under 万元 goes into the sheet as a number, as if it had been typed there; with words beside it («18,573,700元») it stays text. */
function numberCell(text: string, unit: string): Cell | undefined {
  const parsed = unit === '' || !/^[-+]?[\d,，]*[.]?\d+$/.test(text) ? undefined : parseAmount(text);
  return parsed?.kind === 'number' ? { value: parsed.value.toNumber() } : undefined;
}
