/** What people typed, put into sentences (原因、事实): as they typed it, or a visible gap; never anything of our own. */
import type { Fact } from '../tables/facts.ts';
import { labelOf, type AskOptions } from './asks.ts';
import type { Span } from './narrative.ts';
import { printedValue } from './printed.ts';
import type { Amount } from './quantity.ts';
import type { Run } from './run.ts';
import { gapSpan, words } from './spans.ts';
import { cellAddress } from '../workbook/address.ts';

/** Within a sentence: one line, without the full stop that the template sets itself. */
export function factSpans(run: Run, key: string, options: AskOptions = {}): readonly Span[] {
  return typed(run, key, options, (text) => text.replace(/\s*\n\s*/g, '').replace(/[。；，、.;,\s]+$/u, ''));
}

/** As paragraphs of its own, line by line. */
export function fullTextSpans(run: Run, key: string, options: AskOptions = {}): readonly Span[] {
  return typed(run, key, options, (text) => text.replace(/\n\s*\n+/g, '\n'));
}

/** 主要原因: asked for when the figures differ in print; where they do not there is nothing to explain, unless somebody did. */
export function reasonSpans(
  run: Run,
  key: string,
  figures: readonly [Amount, Amount] | undefined,
  otherwise: string,
  options: AskOptions,
): readonly Span[] {
  if (figures === undefined || !alike(run, figures)) return factSpans(run, key, options);
  const fact = run.asks.ask(key, { ...options, optional: true });
  return fact === undefined ? [words(otherwise)] : factSpans(run, key, { ...options, optional: true });
}

function alike(run: Run, [one, other]: readonly [Amount, Amount]): boolean {
  if (one.kind === 'missing' || other.kind === 'missing') return false;
  const [a, b] = [printedValue(one.expression, run.print), printedValue(other.expression, run.print)];
  return a !== undefined && b !== undefined && a.eq(b);
}

function typed(run: Run, key: string, options: AskOptions, shape: (text: string) => string): readonly Span[] {
  const fact = run.asks.ask(key, options);
  if (fact === undefined) return [missing(run, key, options)];
  if (fact.figure?.reading.kind === 'unreadable') return [unusable(run, fact)];
  const text = shape(fact.text);
  // Punctuation alone explains nothing.
  return /[\p{L}\p{N}]/u.test(text) ? [{ kind: 'fact', text, fact: key, source: fact.ref }] : [missing(run, key, options)];
}

function missing(run: Run, key: string, options: AskOptions): Span {
  const gap = { id: key, label: options.label ?? labelOf(key), kind: 'ask' } as const;
  const draft = options.draft?.();
  run.asks.miss(draft === undefined ? gap : { ...gap, draft });
  return gapSpan(gap);
}

function unusable(run: Run, fact: Fact): Span {
  const at = `${fact.ref.sheet}!${cellAddress(fact.ref)}`;
  const gap = { id: `单元格/${at}`, label: `${at} 的“${fact.text}”不能使用`, kind: 'cell' } as const;
  run.asks.miss(gap);
  return gapSpan(gap);
}
