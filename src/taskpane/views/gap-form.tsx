/** What is still missing (待填): one input for each fact, all written to 补充资料 at once; a reason may come with a draft to take or leave. */
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { GapView } from '../analysis/narrative-data.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import { Fold } from './fold.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  section: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  input: { minWidth: 0 },
  draft: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px', fontSize: tokens.fontSizeBase200 },
});

export function GapForm({ gaps }: { readonly gaps: readonly GapView[] }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const isReadOnly = usePaneState((state) => state.reading?.isReadOnly === true);
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const asks = gaps.filter(({ kind }) => kind === 'ask');
  const answers = asks.flatMap(({ kind: _kind, draft: _draft, ...gap }) => {
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
        {asks.map(({ key, label, section, unit, draft }) => (
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
            {draft !== undefined && (
              <div className={styles.draft}>
                <span>{words.draft(draft)}</span>
                <Button
                  size="small"
                  appearance="transparent"
                  aria-label={words.takeDraftFor(label)}
                  disabledFocusable={isReadOnly || typed[key] === draft}
                  onClick={() => setTyped({ ...typed, [key]: draft })}
                >
                  {words.takeDraft}
                </Button>
              </div>
            )}
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
