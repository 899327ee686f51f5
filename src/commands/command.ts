/** A command (命令): one thing an accountant can ask for, the same from the ribbon, the pane and the keyboard. */
import type { LocalText } from '../core/locale.ts';
import type { HostApplied, HostReading, HostRunOptions, WorkbookHost } from '../hosts/workbook-host.ts';
import type { Analysis } from '../taskpane/analysis/analysis.ts';

/** What a command works on; whoever runs it says how the reading is analysed (language, settings, last year's workbook). */
export interface Workspace {
  readonly host: WorkbookHost;
  readonly analyse: (reading: HostReading) => Promise<Analysis>;
}

export interface Outcome {
  /** Absent where the workbook need not be read. */
  readonly found: { readonly reading: HostReading; readonly analysis: Analysis } | undefined;
  /** Absent where nothing was to be written. */
  readonly applied: HostApplied | undefined;
  /** Our marks are in the workbook now; undefined: as before. */
  readonly marked: boolean | undefined;
}

export type CommandId = 'check-and-narrate' | 'check' | 'narrate' | 'clear-marks' | 'clear-all';

export interface CommandRunOptions extends HostRunOptions {
  readonly onStep?: (step: 'reading' | 'checking' | 'writing') => void;
  readonly overwriteEdited?: readonly string[];
}

/** A key with its modifiers, as `aria-keyshortcuts` writes it; the keys are those of a pane or a page in front. */
export type Shortcut = 'F9' | 'Shift+F9';

export interface Command {
  /** Also the name of its function in manifest.xml. */
  readonly id: CommandId;
  readonly label: LocalText;
  /** What it does, in a sentence: the tip of its button. */
  readonly tip: LocalText;
  /** Its picture: `assets/icon-<icon>-<size>.png` on the ribbon, without a name the add-in's own; drawn alike in the pane. */
  readonly icon: '' | 'check' | 'narrate' | 'clear';
  readonly shortcut?: Shortcut;
  readonly run: (workspace: Workspace, options?: CommandRunOptions) => Promise<Outcome>;
}
