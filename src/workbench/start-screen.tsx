/** Before a workbook is open (起始页): where to drop it, how to choose it, and that it stays on this computer. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { WorkbenchWords } from './words.ts';

const useStyles = makeStyles({
  start: { display: 'grid', placeItems: 'center', height: '100%', padding: '24px', boxSizing: 'border-box' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    width: 'min(560px, 100%)',
    boxSizing: 'border-box',
    padding: '48px 24px',
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'center', marginTop: '8px' },
});

interface StartScreenProps {
  readonly words: WorkbenchWords;
  readonly opening: string | undefined;
  readonly onChoose: () => void;
  readonly onSample: () => void;
}

export function StartScreen({ words, opening, onChoose, onSample }: StartScreenProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.start}>
      <div className={styles.card}>
        {opening === undefined ? (
          <>
            <Text as="h2" size={600} weight="semibold">
              {words.drop}
            </Text>
            <Text>{words.dropHint}</Text>
            <div className={styles.buttons}>
              <Button appearance="primary" onClick={onChoose}>
                {words.open}
              </Button>
              <Button onClick={onSample}>{words.openSample}</Button>
            </div>
            <Text size={200}>{words.private}</Text>
          </>
        ) : (
          <Spinner label={words.opening(opening)} />
        )}
      </div>
    </div>
  );
}
