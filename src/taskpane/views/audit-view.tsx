/** An existing narrative against the tables (核对说明): paste it, choose a file or take the sheet; each finding leads to its words and to its cells. */
import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { type ReactElement, useRef } from 'react';
import type { AuditView as Audit } from '../analysis/analysis.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import { AuditCard } from './audit-card.tsx';
import { AuditedText, showInText } from './audited-text.tsx';
import { Fold } from './fold.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: '12px' },
  // A text area asks for twenty columns of its own.
  area: { minWidth: 0, '> textarea': { minWidth: 0, width: '100%' } },
  button: { minWidth: 0, maxWidth: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  number: {
    border: 'none',
    padding: 0,
    font: 'inherit',
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export function AuditView(): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  const audited = usePaneState((state) => state.audited);
  return (
    <div className={styles.view}>
      <h2 className={styles.heading}>{words.auditTitle}</h2>
      <Text className={styles.quiet}>{words.auditIntro}</Text>
      <Source />
      {audited !== undefined && (audited.view === undefined ? <Text>{words.auditNothing}</Text> : <Result audit={audited.view} />)}
    </div>
  );
}

function Source(): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const draft = usePaneState((state) => state.auditDraft);
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const open = async (file: File): Promise<void> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await session.audit({ kind: 'file', name: file.name, bytes });
  };
  return (
    <form
      className={styles.view}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.trim() !== '') void session.audit({ kind: 'text', text: draft });
      }}
    >
      <Field label={words.auditText}>
        <Textarea className={styles.area} value={draft} rows={4} resize="vertical" onChange={(_, { value }) => session.draftAudit(value)} />
      </Field>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".docx,.txt"
        aria-label={words.auditFile}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void open(file);
          target.value = '';
        }}
      />
      <span className={styles.buttons}>
        <Button type="submit" className={styles.button} appearance="primary" disabledFocusable={isBusy || draft.trim() === ''}>
          {words.auditRun}
        </Button>
        <Button className={styles.button} disabledFocusable={isBusy} onClick={() => picker.current?.click()}>
          {words.auditFile}
        </Button>
        <Button className={styles.button} disabledFocusable={isBusy} onClick={() => void session.audit({ kind: 'sheet' })}>
          {words.auditSheet}
        </Button>
      </span>
    </form>
  );
}

function Result({ audit }: { readonly audit: Audit }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const { claims, findings, unplaced, corrections, corrected, document, deletions, name } = audit;
  const copy = (): void => void navigator.clipboard.writeText(corrected).then(() => session.copied());
  if (claims === 0) return <Text>{words.auditNoNumbers}</Text>;
  return (
    <section className={styles.view} aria-label={words.auditTitle} data-part="audit">
      <h3 className={styles.heading}>{findings.length === 0 ? words.auditSound(claims) : words.auditHead(claims, findings.length)}</h3>
      {name !== '' && <Text className={styles.quiet}>{name}</Text>}
      {deletions > 0 && <Text>{words.auditDeletions(deletions)}</Text>}
      {findings.length > 0 && (
        <span className={styles.buttons}>
          {corrections > 0 && (
            <Button className={styles.button} onClick={copy}>
              {words.auditCopy(corrections)}
            </Button>
          )}
          {document !== undefined && (
            <Button className={styles.button} onClick={() => session.saveCorrected()}>
              {words.auditSave}
            </Button>
          )}
        </span>
      )}
      <ul className={styles.list}>
        {findings.map((finding) => (
          <AuditCard key={finding.id} finding={finding} />
        ))}
      </ul>
      {unplaced.length > 0 && (
        <Fold title={words.auditUnplaced(unplaced.length)}>
          {unplaced.map(({ start, line, text }, index) => (
            <li key={start}>
              <button type="button" className={styles.number} onClick={() => showInText(`unplaced-${index}`)}>
                {`${words.auditLine(line)} ${text}`}
              </button>
            </li>
          ))}
        </Fold>
      )}
      <AuditedText audit={audit} />
    </section>
  );
}
