/** What to tell when something went wrong (出错提示), whatever host it came from. */
import type { LocalText } from '../core/locale.ts';

/** The kinds a person can do something about; `file`: the file says itself, in both languages, what is wrong with it. */
export type Trouble =
  | { readonly kind: 'cell-edit' | 'protected' | 'too-large' | 'gone' | 'other-workbook' | 'busy' | 'too-old' | 'cancelled' }
  | { readonly kind: 'file'; readonly text: LocalText }
  | { readonly kind: 'unexpected'; readonly detail: string };

const KNOWN = ['cell-edit', 'protected', 'too-large', 'gone', 'other-workbook', 'busy', 'too-old', 'cancelled'] as const;

export function troubleFrom(error: unknown): Trouble {
  if (!(error instanceof Error)) return { kind: 'unexpected', detail: String(error) };
  if (error.name === 'AbortError') return { kind: 'cancelled' };
  const known = 'kind' in error ? KNOWN.find((kind) => kind === error.kind) : undefined;
  if (known !== undefined) return { kind: known };
  if ('text' in error && isLocalText(error.text)) return { kind: 'file', text: error.text };
  return { kind: 'unexpected', detail: error.message };
}

function isLocalText(text: unknown): text is LocalText {
  return typeof text === 'object' && text !== null && 'zh-CN' in text && 'en' in text;
}
