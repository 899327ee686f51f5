/** Accepts a finding with a reason (注明原因): kept in 补充资料, bound to the finding by its meaning. */
import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { FindingView } from '../analysis/analysis.ts';
import { usePane, usePaneState } from '../pane-context.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '6px', alignItems: 'stretch' },
  buttons: { display: 'flex', gap: '8px' },
});

export function AcceptForm({ finding }: { readonly finding: FindingView }): ReactElement | null {
  const { session, words } = usePane();
  const styles = useStyles();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const isReadOnly = usePaneState((state) => state.reading?.isReadOnly === true);
  if (isReadOnly) return null;
  if (!isAsking) {
    return (
      <span>
        <Button size="small" appearance="subtle" onClick={() => setAsking(true)}>
          {words.accept}
        </Button>
      </span>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') void session.accept(finding, reason.trim());
      }}
    >
      <Field label={words.acceptReason} size="small">
        <Textarea autoFocus value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <span className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={reason.trim() === ''}>
          {words.acceptSave}
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          {words.cancel}
        </Button>
      </span>
    </form>
  );
}
