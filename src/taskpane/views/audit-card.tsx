/** One finding of an audit (核对结果): the words in their sentence, what the tables say, the cells to go to. */
import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { AuditFindingView } from '../analysis/analysis.ts';
import { usePane } from '../pane-context.ts';
import { showInText } from './audited-text.tsx';
import { PlaceLink } from './place-link.tsx';

const COLOURS = { broken: 'danger', 'within-rounding': 'informative', hint: 'warning' } as const;

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px',
    overflowWrap: 'anywhere',
  },
  head: {
    display: 'block',
    width: '100%',
    padding: 0,
    border: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    lineHeight: '1.6',
    overflowWrap: 'anywhere',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  line: { color: tokens.colorNeutralForeground2 },
  wrong: { backgroundColor: tokens.colorStatusDangerBackground2, color: tokens.colorStatusDangerForeground2 },
  places: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
});

export function AuditCard({ finding }: { readonly finding: AuditFindingView }): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  const { id, verdict, line, excerpt, message, correction, places } = finding;
  return (
    <li className={styles.card} data-audit={id}>
      <button type="button" className={styles.head} title={words.auditShow(line)} onClick={() => showInText(id)}>
        <Badge appearance="tint" color={COLOURS[verdict]}>
          {words.auditVerdicts[verdict]}
        </Badge>{' '}
        <span className={styles.line}>{words.auditLine(line)}</span>{' '}
        <span lang="zh-CN">
          …{excerpt.before}
          <mark className={styles.wrong}>{excerpt.wrong}</mark>
          {excerpt.after}…
        </span>
      </button>
      <Text>{message}</Text>
      {correction !== undefined && <Text weight="semibold">{words.auditInstead(correction)}</Text>}
      {places.length > 0 && (
        <span className={styles.places}>
          {places.map((place) => (
            <PlaceLink key={`${place.isPrior}${place.sheet}!${place.address}`} place={place} />
          ))}
        </span>
      )}
    </li>
  );
}
