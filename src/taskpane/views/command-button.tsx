/** The button of a command (命令按钮): its name, picture, tip and key as the command itself says them, the same as on the ribbon. */
import { Button, type ButtonProps } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { EraserRegular } from '@fluentui/react-icons/svg/eraser';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import type { ComponentType, ReactElement } from 'react';
import type { Command } from '../../commands/command.ts';
import { usePane, usePaneState } from '../pane-context.ts';

const ICONS: Readonly<Record<Command['icon'], ComponentType>> = {
  '': PlayRegular,
  check: CheckmarkCircleRegular,
  narrate: DocumentTextRegular,
  clear: EraserRegular,
};

type Look = Pick<ButtonProps, 'appearance' | 'size' | 'className'>;

export function CommandButton({ command, ...look }: { readonly command: Command } & Look): ReactElement {
  const { session, locale } = usePane();
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const { id, label, tip, icon, shortcut } = command;
  const Icon = ICONS[icon];
  return (
    <Button
      {...look}
      icon={<Icon />}
      title={shortcut === undefined ? tip[locale] : `${tip[locale]} (${shortcut})`}
      aria-keyshortcuts={shortcut}
      data-command={id}
      disabledFocusable={isBusy}
      onClick={() => void session.run(command)}
    >
      {label[locale]}
    </Button>
  );
}
