/** Changes to a text by position (按位置替换): everything between them stays exactly as it was. */

/** A change to a text by position. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies changes that do not overlap; those at one position keep their order. */
export function splice(source: string, changes: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    pieces.push(source.slice(at, change.start), change.text);
    at = change.end;
  }
  pieces.push(source.slice(at));
  return pieces.join('');
}
