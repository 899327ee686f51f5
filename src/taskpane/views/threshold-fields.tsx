/** What 变动说明 thinks worth telling (重要性标准): from which rate and which amount on; what cannot be used is said at the field and not taken. */
import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactElement, useEffect, useState } from 'react';
import { plainThreshold } from '../../core/variance/read-threshold.ts';
import { usePane, usePaneState } from '../pane-context.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', border: 'none', padding: 0, margin: 0, minWidth: 0, gap: '8px' },
  legend: { padding: 0, marginBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  input: { minWidth: 0, width: '100%', '> input': { minWidth: 0, width: '100%' } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function ThresholdFields(): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.thresholds}</legend>
      <Text className={styles.quiet}>{words.thresholdsHelp}</Text>
      <Threshold name="thresholdPercent" of="rate" label={words.thresholdPercent} usual={words.thresholdPercentUsual} />
      <Threshold name="thresholdAmount" of="amount" label={words.thresholdAmount} usual={words.thresholdAmountUsual} />
    </fieldset>
  );
}

interface ThresholdProps {
  readonly name: 'thresholdPercent' | 'thresholdAmount';
  readonly of: 'rate' | 'amount';
  readonly label: string;
  readonly usual: string;
}

/** Taken when the field is left or Enter is pressed: half a number is no threshold. */
function Threshold({ name, of, label, usual }: ThresholdProps): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const kept = usePaneState((state) => state.settings[name]);
  const [draft, setDraft] = useState(kept);
  useEffect(() => setDraft(kept), [kept]);
  const isFaulty = plainThreshold(draft, of) === undefined;
  const keep = (): void => {
    if (!isFaulty && draft.trim() !== kept) void session.choose({ [name]: draft.trim() });
  };
  return (
    <Field
      label={label}
      size="small"
      validationState={isFaulty ? 'error' : 'none'}
      validationMessage={isFaulty ? words.thresholdFault[of] : null}
    >
      <Input
        className={styles.input}
        value={draft}
        placeholder={usual}
        inputMode="decimal"
        {...(of === 'rate' ? { contentAfter: '%' } : {})}
        onChange={(_, { value }) => setDraft(value)}
        onBlur={keep}
        onKeyDown={({ key }) => key === 'Enter' && keep()}
      />
    </Field>
  );
}
