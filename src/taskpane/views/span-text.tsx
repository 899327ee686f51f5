/** A piece of the narrative (文本片段): a figure leads to its cell, a gap is coloured, a doubtful figure is underlined with a wave. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement } from 'react';
import type { SpanView } from '../analysis/narrative-data.ts';
import { usePane } from '../pane-context.ts';

/** Whole sentences of 补充资料 are read, not followed. */
const LONGEST_FACT = 12;

const useStyles = makeStyles({
  figure: {
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  doubtful: { textDecorationStyle: 'wavy', textDecorationColor: tokens.colorStatusDangerForeground1 },
  gap: { backgroundColor: tokens.colorStatusWarningBackground2, color: tokens.colorStatusWarningForeground2 },
});

export function SpanText({ span }: { readonly span: SpanView }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const { kind, text, sources, isDoubtful } = span;
  if (kind === 'gap') return <mark className={styles.gap}>{text}</mark>;
  const isFigure = kind === 'figure' || (kind === 'fact' && text.length <= LONGEST_FACT);
  const place = isFigure ? sources.find(({ isPrior }) => !isPrior) : undefined;
  if (place === undefined) return <>{text}</>;
  const from = words.figureFrom(text, `${place.sheet}!${place.address}`);
  const go = (): void => void session.reveal(place);
  // Not a <button>: browsers set its words as one block, and paragraphs have to wrap.
  return (
    <span
      role="button"
      tabIndex={0}
      className={`${styles.figure} ${isDoubtful ? styles.doubtful : ''}`}
      title={from}
      aria-label={from}
      data-figure={`${place.sheet}!${place.address}`}
      onClick={go}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        go();
      }}
    >
      {text}
    </span>
  );
}
