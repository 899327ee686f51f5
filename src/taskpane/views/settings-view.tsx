/** The settings (设置): rounding, marks, language, last year's workbook; kept with the workbook. */
import { Button, Checkbox, Field, makeStyles, Radio, RadioGroup, Select, Text, tokens } from '@fluentui/react-components';
import { type ReactElement, useRef } from 'react';
import { clearAll, clearMarks } from '../../commands/commands.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import type { Settings } from '../settings.ts';
import { CommandButton } from './command-button.tsx';
import { RollOver } from './roll-over.tsx';
import { ThresholdFields } from './threshold-fields.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: '16px' },
  group: { display: 'flex', flexDirection: 'column', border: 'none', padding: 0, margin: 0, minWidth: 0, gap: '4px' },
  legend: { padding: 0, marginBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function SettingsView(): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const settings = usePaneState((state) => state.settings);
  return (
    <div className={styles.view}>
      <Field label={words.rounding}>
        <RadioGroup
          value={settings.rounding}
          onChange={(_, { value }) => void session.choose({ rounding: value === 'exact' ? 'exact' : 'tolerated' })}
        >
          <Radio value="tolerated" label={words.roundingTolerated} />
          <Radio value="exact" label={words.roundingExact} />
        </RadioGroup>
      </Field>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.marking}</legend>
        <Text className={styles.quiet}>{words.markErrors}</Text>
        <Choice name="markWarnings" label={words.markWarnings} />
        <Choice name="markHints" label={words.markHints} />
        <Choice name="markRounding" label={words.markRounding} />
        <Choice name="liveMarks" label={words.liveMarks} />
      </fieldset>
      <PriorBook />
      <RollOver />
      <ThresholdFields />
      <Field label={words.language}>
        <Select value={settings.language} onChange={(_, { value }) => void session.choose({ language: value as Settings['language'] })}>
          <option value="auto">{words.languageAuto}</option>
          <option value="zh-CN">中文</option>
          <option value="en">English</option>
        </Select>
      </Field>
      <Clearing />
      <Text className={styles.quiet}>{words.local}</Text>
    </div>
  );
}

interface ChoiceProps {
  readonly name: 'markWarnings' | 'markHints' | 'markRounding' | 'liveMarks';
  readonly label: string;
}

function Choice({ name, label }: ChoiceProps): ReactElement {
  const { session } = usePane();
  const checked = usePaneState((state) => state.settings[name]);
  return <Checkbox label={label} checked={checked} onChange={(_, data) => void session.choose({ [name]: data.checked === true })} />;
}

function PriorBook(): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const name = usePaneState((state) => state.prior?.name);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.prior}</legend>
      <Text className={styles.quiet}>{words.priorHelp}</Text>
      {name !== undefined && <Text weight="semibold">{name}</Text>}
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.xls,.csv"
        aria-label={words.prior}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void session.choosePrior(file);
          target.value = '';
        }}
      />
      <span className={styles.buttons}>
        <Button onClick={() => picker.current?.click()}>{words.priorChoose}</Button>
        {name !== undefined && <Button onClick={() => void session.choosePrior(undefined)}>{words.priorRemove}</Button>}
      </span>
    </fieldset>
  );
}

function Clearing(): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.clearing}</legend>
      <Text className={styles.quiet}>{words.clearHelp}</Text>
      <span className={styles.buttons}>
        {[clearMarks, clearAll].map((command) => (
          <CommandButton key={command.id} command={command} />
        ))}
      </span>
    </fieldset>
  );
}
