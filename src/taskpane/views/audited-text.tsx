/** The audited text (被核对的说明) as it stands, what was found and what could not be audited marked in it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { AuditView } from '../analysis/analysis.ts';
import { usePane } from '../pane-context.ts';

const useStyles = makeStyles({
  text: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '8px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    lineHeight: '1.7',
  },
  broken: { backgroundColor: tokens.colorStatusDangerBackground2, color: tokens.colorStatusDangerForeground2 },
  hint: { backgroundColor: tokens.colorStatusWarningBackground2, color: tokens.colorStatusWarningForeground2 },
  unplaced: {
    color: 'inherit',
    backgroundColor: 'transparent',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
  },
});

const markId = (id: string): string => `tieout-text-${id}`;

/** Brings a marked place of the text into view and puts the focus there, so that the keyboard goes on from it. */
export function showInText(id: string): void {
  const mark = document.getElementById(markId(id));
  mark?.scrollIntoView({ block: 'center' });
  mark?.focus({ preventScroll: true });
}

interface Stretch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly look: 'broken' | 'hint' | 'unplaced';
}

export function AuditedText({ audit }: { readonly audit: AuditView }): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  const { text } = audit;
  const pieces: (string | ReactElement)[] = [];
  let at = 0;
  for (const { id, start, end, look } of stretchesOf(audit)) {
    // Several findings at one place: a mark without width for the second.
    const from = Math.max(start, at);
    const to = Math.max(end, from);
    pieces.push(
      text.slice(at, from),
      <mark key={id} id={markId(id)} tabIndex={-1} className={styles[look]}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <article className={styles.text} aria-label={words.auditAudited} lang="zh-CN">
      {pieces}
      {text.slice(at)}
    </article>
  );
}

function stretchesOf({ findings, unplaced }: AuditView): readonly Stretch[] {
  return [
    ...findings.map(({ id, start, end, verdict }): Stretch => ({ id, start, end, look: verdict === 'broken' ? 'broken' : 'hint' })),
    ...unplaced.map(({ start, end }, index): Stretch => ({ id: `unplaced-${index}`, start, end, look: 'unplaced' })),
  ].sort((a, b) => a.start - b.start);
}
