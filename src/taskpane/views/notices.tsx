/** What was just done and what went wrong (提示条), with the way back where there is one; read out by screen readers. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactElement } from 'react';
import { usePane, usePaneState } from '../pane-context.ts';
import type { Notice } from '../pane-state.ts';
import type { Trouble } from '../trouble.ts';
import type { Words } from '../words/words.ts';
import type { Locale } from '../../core/locale.ts';

const useStyles = makeStyles({ bars: { display: 'flex', flexDirection: 'column', flexShrink: 0 } });

export function Notices(): ReactElement {
  const { session, words, locale } = usePane();
  const styles = useStyles();
  const notice = usePaneState((state) => state.notice);
  const trouble = usePaneState((state) => state.trouble);
  const waitingFor = usePaneState((state) => state.waitingFor);
  const reading = usePaneState((state) => state.reading);
  const lasting = [
    ...(reading?.isReadOnly === true ? [words.readOnly] : []),
    ...(reading?.isStructureProtected === true ? [words.structureProtected] : []),
    ...(reading?.cutShort ?? []).map(({ sheet, rows }) => words.cutShort(sheet, rows)),
  ];
  return (
    <div className={styles.bars} aria-live="polite" data-part="notices">
      {lasting.map((text) => (
        <MessageBar key={text} intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      ))}
      {waitingFor !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.waiting[waitingFor]}</MessageBarBody>
        </MessageBar>
      )}
      {trouble !== undefined && (
        <MessageBar intent="error" layout="multiline" data-part="trouble">
          <MessageBarBody>{troubleText(trouble, words, locale)}</MessageBarBody>
          <MessageBarActions containerAction={<Dismiss />} />
        </MessageBar>
      )}
      {notice !== undefined && (
        <MessageBar intent={isWarning(notice) ? 'warning' : 'success'} layout="multiline" data-part="notice">
          <MessageBarBody>{noticeText(notice, words)}</MessageBarBody>
          <MessageBarActions containerAction={<Dismiss />}>
            {notice.kind === 'value-written' && notice.undo !== undefined && (
              <Button size="small" onClick={() => void session.undo()}>
                {words.undo}
              </Button>
            )}
            {notice.kind === 'revealed' && notice.how === 'sheet-hidden' && (
              <Button size="small" onClick={() => void session.reveal(notice.place, true)}>
                {words.showSheet}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

function Dismiss(): ReactElement {
  const { session, words } = usePane();
  return (
    <Button appearance="transparent" size="small" aria-label={words.close} icon={<DismissRegular />} onClick={() => session.dismiss()} />
  );
}

function isWarning(notice: Notice): boolean {
  return notice.kind === 'revealed' || notice.kind === 'not-rolled-over' || (notice.kind === 'done' && notice.skipped.length > 0);
}

function noticeText(notice: Notice, words: Words): string {
  switch (notice.kind) {
    case 'done': {
      const skipped = [...new Set(notice.skipped.map(({ sheet, why }) => words.skippedWhy[why](sheet)))];
      const written = notice.written.length === 0 ? '' : words.written(notice.written);
      return [words.done[notice.said], written, ...skipped].filter((part) => part !== '').join(' ');
    }
    case 'value-written':
      return words.valueWritten(`${notice.sheet}!${notice.address}`);
    case 'revealed':
      return words.revealed[notice.how](notice.place.sheet);
    case 'saved':
      return words.saved(notice.name);
    case 'rolled-over':
      return words.rolledOver(notice.name, notice.year);
    case 'not-rolled-over': {
      const { rolled } = notice;
      return rolled.why === 'other' || rolled.why === 'typed'
        ? words.notRolledOver[rolled.why](rolled.name, rolled.department, rolled.year)
        : words.notRolledOver[rolled.why];
    }
    default:
      return words[notice.kind];
  }
}

function troubleText(trouble: Trouble, words: Words, locale: Locale): string {
  if (trouble.kind === 'file') return trouble.text[locale];
  return trouble.kind === 'unexpected' ? words.unexpected(trouble.detail) : words.trouble[trouble.kind];
}
