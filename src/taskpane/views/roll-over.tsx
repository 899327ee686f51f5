/** To next year (结转到下年): its 补充资料 as a file of its own, or in a copy of its workbook; works the same in Excel, for nothing is written into the open workbook. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactElement, useRef } from 'react';
import { usePane, usePaneState } from '../pane-context.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', border: 'none', padding: 0, margin: 0, minWidth: 0, gap: '4px' },
  legend: { padding: 0, marginBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function RollOver(): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.rollOver}</legend>
      <Text className={styles.quiet}>{words.rollOverHelp}</Text>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx,.xlsm"
        aria-label={words.rollOverInto}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void session.rollOver(file);
          target.value = '';
        }}
      />
      <span className={styles.buttons}>
        <Button disabledFocusable={isBusy} onClick={() => void session.rollOver(undefined)}>
          {words.rollOverAlone}
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => picker.current?.click()}>
          {words.rollOverInto}
        </Button>
      </span>
    </fieldset>
  );
}
