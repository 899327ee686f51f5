/** How the views reach the session and the words (窗格上下文). */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Locale } from '../core/locale.ts';
import type { PaneState } from './pane-state.ts';
import type { Session } from './session.ts';
import type { Words } from './words/words.ts';

export interface Pane {
  readonly session: Session;
  readonly words: Words;
  readonly locale: Locale;
}

export const PaneContext = createContext<Pane | undefined>(undefined);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === undefined) throw new Error('a view of the pane stands outside it');
  return pane;
}

export function usePaneState<T>(select: (state: PaneState) => T): T {
  return useStore(usePane().session.store, select);
}
