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

export interface Command {
  /** Also the name of its function in manifest.xml. */
  readonly id: CommandId;
  readonly label: LocalText;
  readonly run: (workspace: Workspace, options?: CommandRunOptions) => Promise<Outcome>;
}
