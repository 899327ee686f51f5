/** A narrative (说明): sections, paragraphs, spans. A span is words, a figure, a direction word, or a gap that waits for a person; nothing is ever invented. */
import type { Expression } from '../expressions/expression.ts';
import type { Locale } from '../locale.ts';
import type { Unit } from '../number/unit.ts';
import type { Fact } from '../tables/facts.ts';
import type { CellRef } from '../workbook/address.ts';

export type Span =
  | { readonly kind: 'words'; readonly text: string }
  /** An amount, share, rate or count, with the expression it prints; `evidence` are the cells behind a count (the title of each form). */
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly expression: Expression;
      readonly format: FigureFormat;
      readonly evidence?: readonly CellRef[];
    }
  /** 增加/减少, 增长/下降: chosen by the sign of the expression. */
  | { readonly kind: 'direction'; readonly text: string; readonly expression: Expression }
  /** Typed by a person in 补充资料: a reason, a fact. */
  | { readonly kind: 'fact'; readonly text: string; readonly fact: string; readonly source: CellRef }
  /** A fact that no table holds and nobody has typed yet; printed as 【请填写…】. */
  | { readonly kind: 'gap'; readonly text: string; readonly fact: string };

export interface FigureFormat {
  readonly kind: 'amount' | 'percent' | 'count';
  readonly decimals: number;
  readonly grouping: boolean;
  /** Printed without its sign, because a direction word precedes it. */
  readonly unsigned: boolean;
  /** Words that follow the digits and belong to the figure: 万元, %, 辆. */
  readonly suffix: string;
}

export interface Paragraph {
  readonly spans: readonly Span[];
}

export interface Section {
  readonly id: string;
  /** Outline depth of the heading: 0 the document's title, 1 第一部分, 2 一、, 3 （一）. */
  readonly depth: number;
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
  /** What its amounts are printed in; 万元 where it says nothing. */
  readonly unit?: Unit;
}

/** What keeps a sentence from being finished: a line of 补充资料 to fill, or a table or a cell to put right first. */
export interface Gap {
  /** The fact's key, bound by meaning; `缺表/…`, `缺行/…`, `单元格/…` where no typing helps. */
  readonly id: string;
  readonly label: string;
  /** The heading of the section where it is first missed. */
  readonly section: string;
  readonly kind: 'ask' | 'table' | 'cell';
  /** Of a reason: what the tables suggest. It stays a gap until a person has typed it, this or other words. */
  readonly draft?: string;
}

/** A fact the narrative uses, typed or not: one line of 补充资料. */
export interface Ask {
  /** Without the year. */
  readonly key: string;
  readonly label: string;
  /** Headings of the sections that print it, in reading order. */
  readonly sections: readonly string[];
  /** 万元, 辆 …; empty for words. */
  readonly unit: string;
  /** Used when typed, not missed when not. */
  readonly optional: boolean;
  readonly fact: Fact | undefined;
}

/** A figure or a name of last year's workbook that the text uses: kept in 补充资料, so that the next run needs no file. */
export interface Carried {
  /** Without the year; the same under which it would be asked for. */
  readonly key: string;
  readonly label: string;
  /** An amount in 万元 with all its digits, or the name of an item that only last year's tables print. */
  readonly content: { readonly amount: string } | { readonly name: string };
}

export interface Narrative {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly Section[];
  /** Each once, in reading order. */
  readonly gaps: readonly Gap[];
  /** Each once, in reading order. */
  readonly asks: readonly Ask[];
  /** Each once, in the order of first use. */
  readonly carried: readonly Carried[];
  /** Of a narrative about ordinary tables (变动说明): what its sheet is called, and the language of its sentences. Its choice of lines depends on the figures. */
  readonly variance?: { readonly sheet: string; readonly locale: Locale };
}

export function textOf(paragraph: Paragraph): string {
  return paragraph.spans.map((span) => span.text).join('');
}
