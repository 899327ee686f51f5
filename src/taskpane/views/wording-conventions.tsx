/** The conventions a workbook's disclosure follows (用语约定): thousands separators, a base of zero, no change; kept in the sheet 说明措辞. */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane, usePaneState } from '../pane-context.ts';
import { Fold } from './fold.tsx';

const useStyles = makeStyles({ select: { width: '100%', minWidth: 0 } });

export function WordingConventions(): ReactElement | null {
  const { session, words } = usePane();
  const styles = useStyles();
  const isReadOnly = usePaneState((state) => state.reading?.isReadOnly === true);
  const wording = usePaneState((state) => state.analysis?.wording) ?? [];
  const conventions = wording.filter(({ choices }) => choices.length > 0);
  if (conventions.length === 0) return null;
  return (
    <Fold title={words.conventions}>
      {conventions.map(({ key, label, choices, standard, own, fault }) => (
        <li key={key}>
          <Field label={label} size="small" {...(fault === undefined ? {} : { validationMessage: fault.text })}>
            <Select
              size="small"
              className={styles.select}
              disabled={isReadOnly}
              value={choices.includes(own) ? own : ''}
              onChange={(_, { value }) => void session.saveWording({ [key]: value })}
            >
              <option value="">{words.conventionStandard(standard)}</option>
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
            </Select>
          </Field>
        </li>
      ))}
    </Fold>
  );
}
