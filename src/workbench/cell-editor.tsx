/** Typing into a cell (单元格编辑): Enter and Tab commit and move on, Escape gives up, leaving the cell commits; an input method may compose first. A formula that is none stays. */
import { type KeyboardEvent, type ReactElement, useLayoutEffect, useRef } from 'react';
import { useGridStyles } from './grid-styles.ts';

interface CellEditorProps {
  readonly start: string;
  readonly label: string;
  /** Undefined: nothing is to change. Answers whether that was taken; otherwise the text stays to be put right. */
  readonly onEdited: (text: string | undefined, move: 'down' | 'right' | 'stay') => boolean;
}

export function CellEditor({ start, label, onEdited }: CellEditorProps): ReactElement {
  const styles = useGridStyles();
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useLayoutEffect(() => {
    const element = input.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const finish = (text: string | undefined, move: 'down' | 'right' | 'stay'): void => {
    // Taking the editor away blurs it: one edit must not be told twice.
    if (isDone.current) return;
    isDone.current = true;
    isDone.current = onEdited(text, move);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { value } = event.currentTarget;
    if (event.key === 'Enter') finish(value, 'down');
    else if (event.key === 'Tab') finish(value, 'right');
    else if (event.key === 'Escape') finish(undefined, 'stay');
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className={styles.editor}
      aria-label={label}
      defaultValue={start}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value, 'stay')}
    />
  );
}
