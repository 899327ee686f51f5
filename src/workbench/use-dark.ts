/** Whether the person's system is dark (深色模式), followed as it changes. */
import { useSyncExternalStore } from 'react';

const query = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

function watch(tell: () => void): () => void {
  const dark = query();
  dark.addEventListener('change', tell);
  return () => dark.removeEventListener('change', tell);
}

export function useDark(): boolean {
  return useSyncExternalStore(watch, () => query().matches);
}
