/** Long lists come piece by piece (逐步显示): the first screens at once, the rest while the pane goes on answering. */
import { startTransition, useEffect, useState } from 'react';

/** More than a pane shows without scrolling; few enough to be drawn before anybody notices. */
const PIECE = 30;

/** How many of `count` items to draw now; grows by halves until it is all of them, for the items before are gone through each time. */
export function useGrowing(count: number): number {
  const [room, setRoom] = useState(PIECE);
  useEffect(() => {
    if (room >= count) return undefined;
    const timer = setTimeout(() => startTransition(() => setRoom(room + Math.max(PIECE, Math.floor(room / 2)))), 0);
    return () => clearTimeout(timer);
  }, [room, count]);
  return Math.min(room, count);
}
