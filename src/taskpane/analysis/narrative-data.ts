/** The narrative as the pane shows it (说明): sections of spans with their cells, gaps, hand edits, and the wording that can be changed. */
import type { Locale } from '../../core/locale.ts';
import type { Place } from './analysis.ts';

export interface SpanView {
  readonly kind: 'words' | 'figure' | 'direction' | 'fact' | 'gap';
  readonly text: string;
  readonly sources: readonly Place[];
  /** The figure comes from a cell that does not hold. */
  readonly isDoubtful: boolean;
}

export interface SectionView {
  readonly id: string;
  readonly depth: number;
  readonly heading: string;
  readonly paragraphs: readonly (readonly SpanView[])[];
}

export interface GapView {
  readonly key: string;
  readonly label: string;
  readonly section: string;
  readonly unit: string;
  /** `ask`: can be typed; otherwise the tables must be put right first. */
  readonly kind: 'ask' | 'table' | 'cell';
  readonly year: number | undefined;
  /** What the tables say of the reason; nobody's words until a person takes them. */
  readonly draft: string | undefined;
}

export interface HandEditView {
  /** `kept`: a person's words instead of ours; `settled`: knowing ours; `left`: in a paragraph that is generated no more; `deleted`: not written again. */
  readonly kind: 'kept' | 'settled' | 'left' | 'deleted';
  readonly key: string;
  /** Id of the section and place of the paragraph in it; −1 for its heading, '' where it has none. */
  readonly section: string;
  readonly index: number;
  readonly text: string;
  /** As it would read now. */
  readonly generated: string;
  readonly contradictions: readonly string[];
}

/** A paragraph of the wording that can be changed, or a convention (then with its choices). */
export interface WordingView {
  readonly key: string;
  /** Id of the section; '' of a convention. */
  readonly section: string;
  readonly number: number;
  readonly label: string;
  readonly choices: readonly string[];
  readonly standard: string;
  readonly own: string;
  readonly fault: WordingFaultView | undefined;
}

export interface WordingFaultView {
  /** From 1, in the own text. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** How a section reads with a wording that is still being typed. */
export interface WordingPreview {
  readonly paragraphs: readonly (readonly SpanView[])[];
  readonly fault: WordingFaultView | undefined;
}

export interface NarrativeView {
  readonly title: string;
  readonly department: string;
  /** Whether it can be written as formulas. */
  readonly followsCells: boolean;
  /** Of its sentences. */
  readonly locale: Locale;
  readonly sections: readonly SectionView[];
  readonly gaps: readonly GapView[];
  readonly handEdits: readonly HandEditView[];
}
