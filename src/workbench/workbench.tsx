/** The workbench (工作台): the grid with a workbook on the left, the very pane of the add-in on the right; for everyone without a recent Excel. */
import {
  Button,
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { type ReactElement, useEffect, useState, useSyncExternalStore } from 'react';
import type { Locale } from '../core/locale.ts';
import type { FileHost } from '../hosts/file/file-host.ts';
import { TaskPane } from '../taskpane/task-pane.tsx';
import { BookView } from './book-view.tsx';
import { StartScreen } from './start-screen.tsx';
import { useDark } from './use-dark.ts';
import { type Files, useFiles } from './use-files.ts';
import { type WorkbenchWords, wordsFor } from './words.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100dvh', backgroundColor: tokens.colorNeutralBackground2 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: 0 },
  name: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  main: {
    display: 'grid',
    flexGrow: 1,
    minHeight: 0,
    gridTemplateColumns: 'minmax(0, 1fr) 380px',
    gridTemplateRows: 'minmax(0, 1fr)',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'minmax(0, 55fr) minmax(0, 45fr)' },
  },
  pane: {
    minWidth: 0,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media (max-width: 900px)': { borderLeft: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  grow: { flexGrow: 1, minHeight: 0 },
});

interface WorkbenchProps {
  readonly locale: Locale;
  /** Opens the sample at once. */
  readonly withSample: boolean;
}

export function Workbench({ locale, withSample }: WorkbenchProps): ReactElement {
  const styles = useStyles();
  const words = wordsFor(locale);
  const isDark = useDark();
  const files = useFiles(locale);
  const { host, opened, trouble, setTrouble, openSample } = files;
  const [note, setNote] = useState<string>();

  useEffect(() => {
    if (withSample) void openSample();
    // Once, when the page opens: later the person chooses.
  }, []);

  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <div className={styles.page} lang={locale} onDragOver={(event) => event.preventDefault()} onDrop={files.onDrop}>
        <TopBar files={files} words={words} onSaved={(name) => setNote(words.saved(name))} />
        <Message text={trouble} intent="error" words={words} onClose={() => setTrouble(undefined)} />
        <Message text={note} intent="success" words={words} onClose={() => setNote(undefined)} />
        {host === undefined || files.opening !== undefined ? (
          <main className={styles.grow}>
            <StartScreen words={words} opening={files.opening} onChoose={files.choose} onSample={() => void openSample()} />
          </main>
        ) : (
          <>
            <BookNotes host={host} words={words} />
            <div className={styles.main} key={opened}>
              <BookView host={host} locale={locale} onTrouble={setTrouble} />
              <div className={styles.pane} data-part="pane">
                <TaskPane host={host} locale={locale} theme={isDark ? 'dark' : 'light'} />
              </div>
            </div>
          </>
        )}
      </div>
    </FluentProvider>
  );
}

function TopBar({
  files,
  words,
  onSaved,
}: {
  readonly files: Files;
  readonly words: WorkbenchWords;
  readonly onSaved: (name: string) => void;
}): ReactElement {
  const styles = useStyles();
  const { host } = files;
  return (
    <header className={styles.bar}>
      <Text as="h1" size={300} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      <Button size="small" onClick={files.choose}>
        {words.open}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => void files.openSample()}>
        {words.openSample}
      </Button>
      {host === undefined ? <span className={styles.name} /> : <BookName host={host} words={words} />}
      <Button
        size="small"
        appearance="primary"
        title={words.saveHint}
        disabled={host === undefined || host.state().isReadOnly}
        onClick={() => {
          const name = files.save();
          if (name !== undefined) onSaved(name);
        }}
      >
        {words.save}
      </Button>
    </header>
  );
}

function BookName({ host, words }: { readonly host: FileHost; readonly words: WorkbenchWords }): ReactElement {
  const styles = useStyles();
  const { workbook, isUnsaved } = useSyncExternalStore(host.watch, host.state);
  return (
    <Text className={styles.name} title={workbook.name}>
      {workbook.name}
      {isUnsaved ? <Text size={200}> · {words.unsaved}</Text> : null}
    </Text>
  );
}

/** What holds for the whole workbook: it can only be looked at, or formulas wait for Excel. */
function BookNotes({ host, words }: { readonly host: FileHost; readonly words: WorkbenchWords }): ReactElement | null {
  const { waiting, isReadOnly } = useSyncExternalStore(host.watch, host.state);
  const text = isReadOnly ? words.readOnly : waiting > 0 ? words.waiting(waiting) : undefined;
  return text === undefined ? null : <Message text={text} intent="warning" words={words} />;
}

interface MessageProps {
  readonly text: string | undefined;
  readonly intent: 'error' | 'warning' | 'success';
  readonly words: WorkbenchWords;
  readonly onClose?: () => void;
}

function Message({ text, intent, words, onClose }: MessageProps): ReactElement | null {
  if (text === undefined) return null;
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {text}{' '}
        {onClose === undefined ? null : (
          <Button size="small" appearance="transparent" aria-label={words.close} onClick={onClose}>
            ✕
          </Button>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
