/** Where several ways of computing are in use (得分办法因地而异), a figure is right when one of them gives it. */
import type { RelationDraft } from './check.ts';
import { judge } from './judge.ts';

/** The first draft that is not broken; when all are, the first, which is the usual way. */
export function firstThatHolds(drafts: readonly RelationDraft[]): readonly RelationDraft[] {
  const usual = drafts[0];
  if (usual === undefined) return [];
  const fitting = drafts.find((draft) => judge({ severity: 'error', ...draft, check: '' }).verdict !== 'broken');
  return [fitting ?? usual];
}
