/** What is still missing (待填): one input for each fact, all written to 补充资料 at once. */
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { GapView } from '../analysis/analysis.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import { Fold } from './fold.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  section: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  input: { minWidth: 0 },
});

export function GapForm({ gaps }: { readonly gaps: readonly GapView[] }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const isReadOnly = usePaneState((state) => state.reading?.isReadOnly === true);
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const asks = gaps.filter(({ kind }) => kind === 'ask');
  const answers = asks.flatMap(({ kind: _, ...gap }) => {
    const text = typed[gap.key]?.trim() ?? '';
    return text === '' ? [] : [{ ...gap, text }];
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (answers.length > 0) void session.fill(answers).then(() => setTyped({}));
      }}
    >
      <Fold title={words.gaps(gaps.length)}>
        {gaps
          .filter(({ kind }) => kind !== 'ask')
          .map(({ key, label }) => (
            <li key={key}>
              {words.gapFix}
              {label}
            </li>
          ))}
        {asks.map(({ key, label, section, unit }) => (
          <li key={key}>
            <Field label={label} size="small">
              <Input
                size="small"
                className={styles.input}
                value={typed[key] ?? ''}
                disabled={isReadOnly}
                {...(unit === '' ? {} : { contentAfter: unit })}
                onChange={(_, { value }) => setTyped({ ...typed, [key]: value })}
              />
            </Field>
            <Text className={styles.section}>{section}</Text>
          </li>
        ))}
      </Fold>
      {answers.length > 0 && (
        <span>
          <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
            {words.save}
          </Button>
        </span>
      )}
    </form>
  );
}
