/** The keys of the commands (快捷键), from the one list: in the pane and in the workbench; Excel's ribbon gives add-ins without a shared runtime none. */
import type { Command } from './command.ts';
import { commands } from './commands.ts';

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The command that a key stands for. */
export function commandFor({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyPress): Command | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const pressed = shiftKey ? `Shift+${key}` : key;
  return commands.find(({ shortcut }) => shortcut === pressed);
}
