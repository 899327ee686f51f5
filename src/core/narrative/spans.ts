/** Pieces of text that a filter returns (文字、数字、方向词、待填): they never become plain characters until the paragraph is split. */
import type { Gap, Span } from './narrative.ts';

const SPANS = Symbol('spans');

/** What a template can print: spans, and the gaps they leave. A template can pass it on but not look inside. */
export interface Piece {
  readonly [SPANS]: readonly Span[];
}

export function piece(...spans: readonly Span[]): Piece {
  return Object.freeze(Object.assign(Object.create(null) as object, { [SPANS]: spans }));
}

export function spansOf(value: unknown): readonly Span[] | undefined {
  if (typeof value !== 'object' || value === null || !(SPANS in value)) return undefined;
  return (value as Piece)[SPANS];
}

export function words(text: string): Span {
  return { kind: 'words', text };
}

/** «【请填写：…】», «【缺少《…》】», «【…】»: what a reader sees where a figure or a sentence is missing. */
export function gapSpan(gap: Pick<Gap, 'id' | 'label' | 'kind'>): Span {
  return { kind: 'gap', text: gap.kind === 'ask' ? `【请填写：${gap.label}】` : `【${gap.label}】`, fact: gap.id };
}
