/** The paragraphs of a section as people word them (改措辞): each text with its figures' places, how it reads now, and what is wrong with it where it is wrong. */
import { Badge, Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { WordingFaultView, WordingPreview, WordingView } from '../analysis/narrative-data.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import { SpanText } from './span-text.tsx';

/** Milliseconds without a key before the preview is made. */
const PAUSE = 400;

const useStyles = makeStyles({
  editor: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    margin: '4px 0 12px',
    padding: '8px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  piece: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  text: { width: '100%', minWidth: 0, '> textarea': { fontFamily: tokens.fontFamilyMonospace, minHeight: '120px', maxHeight: '360px' } },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center', maxHeight: '96px', overflowY: 'auto' },
  chip: { minWidth: 0, fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightRegular },
  fault: { color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
  place: { display: 'block', fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  paragraph: { margin: 0, textIndent: '2em', lineHeight: '1.7', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export function WordingEditor({ pieces }: { readonly pieces: readonly WordingView[] }): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.editor} data-part="wording">
      <Text>{words.rewordHelp}</Text>
      {pieces.map((piece) => (
        <PieceEditor key={piece.key} piece={piece} />
      ))}
    </div>
  );
}

function PieceEditor({ piece }: { readonly piece: WordingView }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const { key, standard, own, number } = piece;
  const name = number === 0 ? words.rewordHeading : words.rewordParagraph(number);
  const stands = own === '' ? standard : own;
  const [text, setText] = useState(stands);
  useEffect(() => setText(stands), [stands]);
  const preview = usePreview(key, text, stands);
  const fault = preview === undefined ? piece.fault : preview.fault;
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const isReadOnly = usePaneState((state) => state.reading?.isReadOnly === true);
  const isStandard = text.trim() === standard.trim();
  const save = (chosen: string): void => void session.saveWording({ [key]: chosen });
  const insert = (placeholder: string): void => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {};
    setText(text.slice(0, selectionStart) + placeholder + text.slice(selectionEnd));
    area.current?.focus();
  };
  return (
    <section className={styles.piece} aria-label={name} data-wording={key}>
      <div className={styles.head}>
        <Text weight="semibold">{name}</Text>
        {own !== '' && <Badge appearance="tint">{words.rewordOwn}</Badge>}
        {piece.fault !== undefined && (
          <Badge appearance="tint" color="danger">
            {words.rewordFaulty}
          </Badge>
        )}
      </div>
      <Textarea
        textarea={{ ref: area }}
        className={styles.text}
        resize="vertical"
        lang="zh-CN"
        aria-label={name}
        aria-invalid={fault !== undefined}
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      <Placeholders standard={standard} onInsert={insert} />
      {fault !== undefined && <Fault fault={fault} text={text} />}
      {preview !== undefined && preview.fault === undefined && (
        <div aria-live="polite">
          <Text weight="semibold">{words.rewordPreview}</Text>
          {preview.paragraphs.map((spans, index) => (
            <p key={index} className={styles.paragraph} lang="zh-CN">
              {spans.map((span, at) => (
                <SpanText key={at} span={span} />
              ))}
            </p>
          ))}
        </div>
      )}
      <span className={styles.buttons}>
        <Button
          appearance="primary"
          size="small"
          disabledFocusable={isBusy || isReadOnly || fault !== undefined || text === stands}
          onClick={() => save(isStandard ? '' : text)}
        >
          {words.rewordSave}
        </Button>
        {(own !== '' || !isStandard) && (
          <Button size="small" disabledFocusable={isBusy} onClick={() => (own === '' ? setText(standard) : save(''))}>
            {words.rewordStandard}
          </Button>
        )}
      </span>
    </section>
  );
}

/** Made when the typing pauses; undefined for a text as it stands. */
function usePreview(key: string, text: string, stands: string): WordingPreview | undefined {
  const { session } = usePane();
  const [preview, setPreview] = useState<WordingPreview>();
  useEffect(() => {
    setPreview(undefined);
    if (text === stands) return undefined;
    let isLatest = true;
    const timer = setTimeout(() => {
      void session.previewWording(key, text).then((made) => (isLatest ? setPreview(made) : undefined));
    }, PAUSE);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [session, key, text, stands]);
  return preview;
}

/** The places of figures that the standard wording has, to be put in again or elsewhere. */
function Placeholders({
  standard,
  onInsert,
}: {
  readonly standard: string;
  readonly onInsert: (placeholder: string) => void;
}): ReactElement | null {
  const { words } = usePane();
  const styles = useStyles();
  const found = [...new Set(standard.match(/\{\{.*?\}\}/g) ?? [])];
  if (found.length === 0) return null;
  return (
    <div className={styles.chips}>
      <Text size={200}>{words.rewordInsert}</Text>
      {found.map((placeholder) => {
        const shown = placeholder.replace(/^\{\{\s*|\s*\}\}$/g, '');
        return (
          <Button
            key={placeholder}
            size="small"
            className={styles.chip}
            aria-label={words.rewordInsertAt(shown)}
            onClick={() => onInsert(placeholder)}
          >
            {shown}
          </Button>
        );
      })}
    </div>
  );
}

/** The sentence, and under it the line with its faulty end set off. */
function Fault({ fault, text }: { readonly fault: WordingFaultView; readonly text: string }): ReactElement {
  const styles = useStyles();
  const line = text.split('\n')[fault.line - 1] ?? '';
  const from = Math.max(0, fault.column - 1);
  // A place of a figure or a tag as a whole, otherwise a few characters.
  const part = /^\{[{%].*?[}%]\}/.exec(line.slice(from))?.[0] ?? line.slice(from, from + 12);
  return (
    <div className={styles.fault} role="alert" data-part="wording-fault">
      {fault.text}
      <code className={styles.place}>
        {line.slice(Math.max(0, from - 20), from)}
        <mark>{part}</mark>
      </code>
    </div>
  );
}
