/** Last year's workbook (上年决算核对): whether it is the right one, and which of its items this year's without a figure of last year were. Answers go to 补充资料. */
import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Analysis, PriorItemView } from '../analysis/analysis.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import { Fold } from './fold.tsx';
import { PlaceLink } from './place-link.tsx';

const useStyles = makeStyles({
  question: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
  help: { color: tokens.colorNeutralForeground2 },
  select: { width: '100%', minWidth: 0, '> select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

export function PriorQuestions({ questions }: { readonly questions: Analysis['priorQuestions'] }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const isReadOnly = usePaneState((state) => state.reading?.isReadOnly === true);
  return (
    <>
      {questions.map(({ kind, department, year, priorDepartment, priorYear, answer }) => (
        <div key={`${department} ${year ?? ''}`} className={styles.question}>
          <Text>{words.priorQuestion(kind, { department, year, priorDepartment, priorYear })}</Text>
          {answer !== undefined && (
            <Button size="small" disabled={isReadOnly} disabledFocusable={isBusy} onClick={() => void session.fill([answer])}>
              {words.priorSame}
            </Button>
          )}
        </div>
      ))}
    </>
  );
}

export function PriorMatching({ items }: { readonly items: readonly PriorItemView[] }): ReactElement | null {
  const { words } = usePane();
  const styles = useStyles();
  const open = items.filter(({ chosen }) => chosen === '').length;
  if (items.length === 0) return null;
  return (
    <Fold title={words.priorItems(open, items.length)} open={open > 0}>
      <li className={styles.help}>{words.priorItemsHelp}</li>
      {items.map((item) => (
        <li key={`${item.table} ${item.answer.key}`}>
          <Choice item={item} />
        </li>
      ))}
    </Fold>
  );
}

function Choice({ item }: { readonly item: PriorItemView }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const isReadOnly = usePaneState((state) => state.reading?.isReadOnly === true);
  const { name, chosen, choices, answer } = item;
  return (
    <Field label={name} size="small">
      <Select
        size="small"
        className={styles.select}
        value={chosen}
        disabled={isReadOnly}
        onChange={(_, { value }) => void session.fill([{ ...answer, text: choices.find(({ code }) => code === value)?.text ?? value }])}
      >
        <option value="">{words.priorUndecided}</option>
        <option value="无">{words.priorNone}</option>
        {choices.map(({ code, text }) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What must be put right in 补充资料, each a way to its cell. */
export function SupplementFaults({ faults }: { readonly faults: Analysis['supplementFaults'] }): ReactElement | null {
  const { words } = usePane();
  if (faults.length === 0) return null;
  return (
    <Fold title={words.supplementFaults(faults.length)} open>
      {faults.map(({ place, text }, index) => (
        <li key={`${place.sheet}!${place.address}#${index}`}>
          <PlaceLink place={place} /> {text}
        </li>
      ))}
    </Fold>
  );
}
