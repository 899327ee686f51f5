/** A paragraph of 决算公开说明 that a person has changed (手工修改): their words, what would stand there, what contradicts the tables, and the choice. */
import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { HandEditView } from '../analysis/narrative-data.ts';
import { usePane, usePaneState } from '../pane-context.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    margin: '0 0 12px',
    padding: '8px',
    borderLeft: `3px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  quiet: { borderLeftColor: tokens.colorNeutralStroke1 },
  words: { margin: 0, lineHeight: '1.7' },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

function HandEdit({ edit }: { readonly edit: HandEditView }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const { kind, key, text, generated, contradictions } = edit;
  const isOpen = kind === 'kept' || kind === 'settled';
  return (
    <div className={`${styles.box} ${kind === 'settled' ? styles.quiet : ''}`} data-hand-edit={key}>
      <span>
        <Badge appearance="tint" color={kind === 'settled' ? 'informative' : 'warning'}>
          {words.handEdit[kind]}
        </Badge>
      </span>
      {text !== '' && <p className={styles.words}>{text}</p>}
      {contradictions.map((message) => (
        <Text key={message} className={styles.wrong}>
          {message}
        </Text>
      ))}
      {isOpen && (
        <p className={styles.words}>
          <Text weight="semibold">{words.handEditNow}</Text>
          {generated}
        </p>
      )}
      {kind !== 'left' && (
        <span className={styles.buttons}>
          <Button size="small" disabledFocusable={isBusy} onClick={() => void session.decideHandEdit(key, 'restore')}>
            {words.handEditRestore[kind === 'deleted' ? 'deleted' : 'kept']}
          </Button>
          {kind === 'kept' && (
            <Button size="small" disabledFocusable={isBusy} onClick={() => void session.decideHandEdit(key, 'settle')}>
              {words.handEditSettle}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}

/** What a person has made of the paragraph stands in its place. */
export function HandEdits({
  edits,
  section,
  index,
  children,
}: {
  readonly edits: readonly HandEditView[];
  readonly section: string;
  readonly index: number;
  readonly children?: ReactElement;
}): ReactElement | undefined {
  const here = edits.filter((edit) => edit.section === section && edit.index === index);
  if (here.length === 0) return children;
  return (
    <>
      {here.map((edit) => (
        <HandEdit key={edit.key} edit={edit} />
      ))}
    </>
  );
}
