/** What the pane knows at a moment (窗格状态). One store holds it; the views only read it. */
import type { CommandId } from '../commands/command.ts';
import type { Workbook } from '../core/workbook/workbook.ts';
import type { HostReading, HostRevealed, HostSkipped } from '../hosts/workbook-host.ts';
import type { Analysis, AuditSource, AuditView, Place, RolledOver } from './analysis/analysis.ts';
import type { Settings } from './settings.ts';
import type { Trouble } from './trouble.ts';

export type ViewName = 'overview' | 'findings' | 'narrative' | 'audit' | 'settings';

export type Phase =
  | { readonly kind: 'ready' }
  /** `share`: from 0 to 1, while the cells are being read. */
  | { readonly kind: 'busy'; readonly step: 'reading' | 'checking' | 'writing'; readonly share: number | undefined };

/** What came of a command; `checked-only`: there was nothing to write about. */
export type Done = CommandId | 'checked-only' | 'nothing-to-tell' | 'not-written';

/** The last thing done, told until the next. */
export type Notice =
  | { readonly kind: 'done'; readonly said: Done; readonly written: readonly string[]; readonly skipped: readonly HostSkipped[] }
  | { readonly kind: 'value-written'; readonly sheet: string; readonly address: string; readonly undo: (() => Promise<void>) | undefined }
  | { readonly kind: 'accepted' | 'filled' | 'copied' | 'undone' | 'reworded' }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'rolled-over'; readonly name: string; readonly year: number }
  | { readonly kind: 'not-rolled-over'; readonly rolled: Extract<RolledOver, { readonly kind: 'refused' }> }
  | {
      readonly kind: 'revealed';
      readonly how: Exclude<HostRevealed, 'shown'>;
      readonly place: Place;
    };

export interface PaneState {
  readonly view: ViewName;
  readonly phase: Phase;
  readonly analysis: Analysis | undefined;
  readonly reading: Omit<HostReading, 'workbook'> | undefined;
  /** Milliseconds since 1970. */
  readonly checkedAt: number | undefined;
  /** Edited since, and not read again yet. */
  readonly isStale: boolean;
  readonly isMarked: boolean;
  readonly settings: Settings;
  readonly prior: { readonly name: string; readonly workbook: Workbook } | undefined;
  readonly trouble: Trouble | undefined;
  readonly notice: Notice | undefined;
  /** The text that was last audited, and what came of it; `undefined` with a source: nothing to audit was found. */
  readonly audited: { readonly source: AuditSource; readonly view: AuditView | undefined } | undefined;
  /** What is being typed or pasted, kept while another view is open. */
  readonly auditDraft: string;
  /** Id of the finding whose card is open. */
  readonly selected: string | undefined;
  readonly waitingFor: 'cell-edit' | 'busy' | undefined;
}
