/** The way to the wording of a section (改措辞), and what has become of it. */
import { Button } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { usePane, usePaneState } from '../pane-context.ts';
import { WordingEditor } from './wording-editor.tsx';

/** Opens the wording of a section; its own wordings that cannot be used are said at once. */
export function Rewording({ section, heading }: { readonly section: string; readonly heading: string }): ReactElement | null {
  const { words } = usePane();
  const [isOpen, setOpen] = useState(false);
  const pieces = (usePaneState((state) => state.analysis?.wording) ?? []).filter((piece) => piece.section === section);
  if (pieces.length === 0) return null;
  const isFaulty = pieces.some(({ fault }) => fault !== undefined);
  const isChanged = pieces.some(({ own }) => own !== '');
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        aria-expanded={isOpen}
        aria-label={`${words.reword}：${heading}`}
        onClick={() => setOpen(!isOpen)}
      >
        {words.reword}
        {isFaulty ? `（${words.rewordFaulty}）` : isChanged ? `（${words.rewordOwn}）` : ''}
      </Button>
      {isOpen && <WordingEditor pieces={pieces} />}
    </>
  );
}
