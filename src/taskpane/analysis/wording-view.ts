/** The wording as the pane lets people change it (措辞): conventions and paragraphs with their standard and own text. */
import { faultText } from '../../core/edits/plan-wording.ts';
import type { Locale } from '../../core/locale.ts';
import { CONVENTION_CHOICES, CONVENTION_KEYS } from '../../core/narrative/conventions.ts';
import { type WordingFault, wordingPieces } from '../../core/narrative/own-wording.ts';
import type { BookNarrative } from '../../engine.ts';
import type { WordingFaultView, WordingView } from './narrative-data.ts';

export function wordingViews({ wording, definition, faults }: BookNarrative, locale: Locale): readonly WordingView[] {
  const conventions = CONVENTION_KEYS.map((key): WordingView => {
    const { label, choices, standard } = CONVENTION_CHOICES[key];
    const wrong = wording.misread.get(key)?.[locale];
    return {
      key,
      section: '',
      number: 0,
      label: label[locale],
      choices,
      standard: standard(definition.conventions),
      own: wording.own.get(key) ?? '',
      fault: wrong === undefined ? undefined : { line: 1, column: 1, text: wrong },
    };
  });
  const pieces = wordingPieces(definition).map(({ key, section, number, standard }): WordingView => ({
    key,
    section,
    number,
    label: '',
    choices: [],
    standard,
    own: wording.own.get(key) ?? '',
    fault: faultView(
      faults.find((fault) => fault.key === key),
      locale,
    ),
  }));
  return [...conventions, ...pieces];
}

export function faultView(fault: WordingFault | undefined, locale: Locale): WordingFaultView | undefined {
  return fault === undefined ? undefined : { line: fault.line, column: fault.column, text: faultText(fault)[locale] };
}
