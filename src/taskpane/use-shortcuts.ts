/** Listens for the keys of the commands (快捷键) wherever the focus is, but not while somebody is typing. */
import { useEffect } from 'react';
import { commandFor } from '../commands/shortcuts.ts';
import type { Session } from './session.ts';

export function useShortcuts(session: Session): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const command = commandFor(event);
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox],[type=radio]), textarea, select') !== null;
      if (command === undefined || typing || event.repeat || event.defaultPrevented) return;
      event.preventDefault();
      if (session.store.getState().phase.kind === 'ready') void session.run(command);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [session]);
}
