/** One finding (问题卡片): a click goes to its cell and opens what is known of it; writing a value or a reason is never more than one more click. */
import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { memo, type ReactElement } from 'react';
import type { FindingView, SuspectView } from '../analysis/analysis.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import { AcceptForm } from './accept-form.tsx';
import { Fold } from './fold.tsx';
import { PlaceLink } from './place-link.tsx';

const COLOURS = { error: 'danger', warning: 'warning', info: 'informative' } as const;

const useStyles = makeStyles({
  card: { border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, overflow: 'hidden' },
  open: { border: `1px solid ${tokens.colorBrandStroke1}` },
  head: {
    display: 'flex',
    gap: '8px',
    alignItems: 'baseline',
    width: '100%',
    padding: '8px',
    border: 'none',
    textAlign: 'start',
    cursor: 'pointer',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  badge: { flexShrink: 0, whiteSpace: 'nowrap' },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  address: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold, flexShrink: 0 },
  body: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 8px 8px' },
  suspect: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  wide: { overflowWrap: 'anywhere' },
});

/** Drawn again only when its own finding has changed: there may be thousands. */
export const FindingCard = memo(function FindingCard({ finding }: { readonly finding: FindingView }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const isOpen = usePaneState((state) => state.selected === finding.id);
  const { severity, place, name, message, rule, suspects, dependants } = finding;
  const choose = (): void => {
    session.select(finding.id);
    if (!place.isPrior) void session.reveal(place);
  };
  return (
    <li className={`${styles.card} ${isOpen ? styles.open : ''}`} data-finding={finding.id}>
      <button type="button" className={styles.head} data-finding-head aria-expanded={isOpen} onClick={choose}>
        <Badge appearance="tint" color={COLOURS[severity]} className={styles.badge}>
          {words.severities[severity]}
        </Badge>
        <span className={styles.name}>{name}</span>
        <span className={styles.address}>{place.isPrior ? `${words.priorBook} ${place.address}` : place.address}</span>
      </button>
      {isOpen && (
        <div className={styles.body}>
          <Text className={styles.wide}>{message}</Text>
          {suspects.length === 0 && rule !== '' && (
            <Text className={styles.quiet}>
              {words.rule}：{rule}
            </Text>
          )}
          {suspects.map((suspect) => (
            <Suspect key={`${suspect.place.sheet}!${suspect.place.address}`} suspect={suspect} />
          ))}
          {dependants.length > 0 && (
            <Fold title={words.dependants(dependants.length)}>
              {dependants.map((dependant) => (
                <li key={`${dependant.sheet}!${dependant.address}`}>
                  <PlaceLink place={dependant} />
                </li>
              ))}
            </Fold>
          )}
          <AcceptForm finding={finding} />
        </div>
      )}
    </li>
  );
});

function Suspect({ suspect }: { readonly suspect: SuspectView }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const isReadOnly = usePaneState((state) => state.reading?.isReadOnly === true);
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const { place, name, held, repair, value, isFormula, slip } = suspect;
  return (
    <div className={styles.suspect}>
      <span>
        {words.suspect} <PlaceLink place={place} /> {name}
      </span>
      <Text weight="semibold">
        {words.holds(held === '' ? words.empty : held)}
        {repair === undefined ? '' : ` → ${words.shouldBe(repair)}`}
        {slip === undefined ? '' : ` · ${slip}`}
      </Text>
      {isFormula && <Text className={styles.quiet}>{words.isFormula}</Text>}
      {value !== undefined && repair !== undefined && !isReadOnly && (
        <span>
          <Button size="small" disabledFocusable={isBusy} onClick={() => void session.writeValue(suspect)}>
            {words.writeValue(repair)}
          </Button>
        </span>
      )}
    </div>
  );
}
