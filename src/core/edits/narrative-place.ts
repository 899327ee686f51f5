/** Which sheet of ours a narrative stands on (说明所在的工作表): 变动说明 never takes the place of 决算公开说明. */
import type { Narrative } from '../narrative/narrative.ts';

const NARRATIVE_SHEET = '决算公开说明';

/** Of final accounts, and of ordinary tables. */
export const NARRATIVE_TAGS = ['narrative', 'variance'] as const;

export interface NarrativePlace {
  readonly tag: (typeof NARRATIVE_TAGS)[number];
  readonly name: string;
}

export function narrativePlace({ variance }: Narrative): NarrativePlace {
  return variance === undefined ? { tag: 'narrative', name: NARRATIVE_SHEET } : { tag: 'variance', name: variance.sheet };
}
