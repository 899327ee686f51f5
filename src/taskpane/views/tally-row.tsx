/** How many relations hold (勾稽关系统计): each state with its number and its name, never by colour alone. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Tally } from '../../core/findings/check-accounts.ts';
import { usePane } from '../pane-context.ts';

const STATES = ['total', 'exact', 'withinRounding', 'broken', 'notJudged'] as const;

const useStyles = makeStyles({
  row: { display: 'flex', gap: '4px', margin: 0 },
  state: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column-reverse',
    justifyContent: 'flex-end',
    textAlign: 'center',
    padding: '6px 2px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  broken: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  count: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  name: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

export function TallyRow({ tally }: { readonly tally: Tally }): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <dl className={styles.row} aria-label={words.tally} data-part="tally">
      {STATES.map((state) => (
        <div key={state} className={`${styles.state} ${state === 'broken' && tally.broken > 0 ? styles.broken : ''}`} data-state={state}>
          <dt className={styles.name}>{words.tallies[state]}</dt>
          <dd className={styles.count}>{tally[state]}</dd>
        </div>
      ))}
    </dl>
  );
}
