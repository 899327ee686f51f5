/** The overview (概况): the one button, how many relations hold, which tables were recognised and which sheets were not. */
import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { check, checkAndNarrate } from '../../commands/commands.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import { CommandButton } from './command-button.tsx';
import { Found } from './found.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: '12px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  main: { flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  stale: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

export function Overview(): ReactElement {
  const { session, words, locale } = usePane();
  const styles = useStyles();
  const analysis = usePaneState((state) => state.analysis);
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const checkedAt = usePaneState((state) => state.checkedAt);
  const isStale = usePaneState((state) => state.isStale);
  return (
    <div className={styles.view}>
      <div className={styles.actions}>
        <CommandButton command={checkAndNarrate} appearance="primary" size="large" className={styles.main} />
        <CommandButton command={check} size="large" />
      </div>
      <Progress />
      {checkedAt === undefined || analysis === undefined ? (
        <Text className={styles.quiet}>{words.intro}</Text>
      ) : (
        <>
          <div className={styles.stale}>
            <Text className={styles.quiet}>{words.checkedAt(new Date(checkedAt).toLocaleTimeString(locale))}</Text>
            {isStale && <Text>{words.stale}</Text>}
            <Button size="small" disabledFocusable={isBusy} onClick={() => void session.refresh()}>
              {words.recheck}
            </Button>
          </div>
          <Found analysis={analysis} />
        </>
      )}
    </div>
  );
}

function Progress(): ReactElement | null {
  const { session, words } = usePane();
  const styles = useStyles();
  const phase = usePaneState((state) => state.phase);
  if (phase.kind !== 'busy') return null;
  return (
    <div className={styles.view} role="status">
      <Text>{words.steps[phase.step]}</Text>
      <ProgressBar aria-label={words.steps[phase.step]} {...(phase.share === undefined ? {} : { value: phase.share })} />
      {phase.step !== 'writing' && (
        <Button size="small" onClick={() => session.cancel()}>
          {words.cancel}
        </Button>
      )}
    </div>
  );
}
