/** The way to the wording of a section (改措辞), and what has become of it. */
import { Button, makeStyles } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useState } from 'react';
import { usePane, usePaneState } from '../pane-context.ts';
import { WordingEditor } from './wording-editor.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px' },
  button: { flexShrink: 0, minWidth: 0 },
});

interface RewordingProps {
  readonly section: string;
  readonly heading: string;
  /** The heading as the page shows it. */
  readonly children: ReactNode;
}

/** A heading with the button that opens the wording of its section; own wordings that cannot be used are said at once. */
export function Rewording({ section, heading, children }: RewordingProps): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const pieces = (usePaneState((state) => state.analysis?.wording) ?? []).filter((piece) => piece.section === section);
  if (pieces.length === 0) return <>{children}</>;
  const isFaulty = pieces.some(({ fault }) => fault !== undefined);
  const isChanged = pieces.some(({ own }) => own !== '');
  return (
    <>
      <div className={styles.line}>
        {children}
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          aria-label={`${words.reword}：${heading}`}
          onClick={() => setOpen(!isOpen)}
        >
          {words.reword}
          {isFaulty ? `（${words.rewordFaulty}）` : isChanged ? `（${words.rewordOwn}）` : ''}
        </Button>
      </div>
      {isOpen && <WordingEditor pieces={pieces} />}
    </>
  );
}
