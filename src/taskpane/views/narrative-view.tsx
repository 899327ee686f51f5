/** The narrative (说明): as it will read, each figure a way to its cell; what is missing can be typed in right here. */
import { Button, Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { memo, type ReactElement } from 'react';
import { narrate } from '../../commands/commands.ts';
import type { PriorItemView } from '../analysis/analysis.ts';
import type { NarrativeView as Narrative } from '../analysis/narrative-data.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import { CommandButton } from './command-button.tsx';
import { GapForm } from './gap-form.tsx';
import { useGrowing } from './growing.ts';
import { HandEdits } from './hand-edit.tsx';
import { Rewording } from './rewording.tsx';
import { PriorMatching } from './prior-matching.tsx';
import { SpanText } from './span-text.tsx';
import { WordingConventions } from './wording-conventions.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: '12px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  field: { minWidth: 0, maxWidth: '100%' },
  select: { width: '100%', minWidth: 0, '> select': { minWidth: 0, textOverflow: 'ellipsis' } },
  page: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '8px' },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, textAlign: 'center', margin: '4px 0 12px' },
  part: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, margin: '16px 0 8px' },
  heading: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, margin: '12px 0 4px' },
  paragraph: { margin: '0 0 8px', textIndent: '2em', lineHeight: '1.7', overflowWrap: 'anywhere' },
});

const NO_ITEMS: readonly PriorItemView[] = [];

export function NarrativeView(): ReactElement {
  const { words } = usePane();
  const analysis = usePaneState((state) => state.analysis);
  if (analysis === undefined) return <Text>{words.narrativeFirst}</Text>;
  return (
    <>
      {analysis.narrative === undefined ? <Nothing /> : <Preview narrative={analysis.narrative} />}
      {analysis.silent.map(({ sheet, why }) => (
        <Text key={sheet}>{words.silentSheet(sheet, why)}</Text>
      ))}
    </>
  );
}

/** Where another wording would have something to say, it can be chosen. */
function Nothing(): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  const hasAccounts = usePaneState((state) => (state.analysis?.departments ?? []).length > 0);
  return (
    <div className={styles.view}>
      {hasAccounts && <Choices department={undefined} followsCells={false} />}
      <Text>{words.narrativeNone}</Text>
    </div>
  );
}

/** The first sections, as far as there is room for their paragraphs. */
function firstOf(sections: Narrative['sections'], room: number): Narrative['sections'] {
  let left = room;
  return sections.flatMap((section) => {
    if (left <= 0) return [];
    const paragraphs = section.paragraphs.slice(0, left);
    left -= Math.max(1, paragraphs.length);
    return [{ ...section, paragraphs }];
  });
}

/** Drawn again only when it has changed. */
const Paragraph = memo(function Paragraph({
  spans,
}: {
  readonly spans: Narrative['sections'][number]['paragraphs'][number];
}): ReactElement {
  const styles = useStyles();
  return (
    <p className={styles.paragraph}>
      {spans.map((span, at) => (
        <SpanText key={at} span={span} />
      ))}
    </p>
  );
});

function Preview({ narrative }: { readonly narrative: Narrative }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const isBusy = usePaneState((state) => state.phase.kind === 'busy');
  const { title, sections, gaps, handEdits } = narrative;
  const room = useGrowing(sections.reduce((sum, { paragraphs }) => sum + Math.max(1, paragraphs.length), 0));
  const items = usePaneState((state) => state.analysis?.priorItems) ?? NO_ITEMS;
  const doubtful = sections.flatMap(({ paragraphs }) => paragraphs.flat()).filter((span) => span.isDoubtful).length;
  const copy = (): void => void navigator.clipboard.writeText(textOf(narrative)).then(() => session.copied());
  return (
    <div className={styles.view}>
      <Choices department={narrative.department} followsCells={narrative.followsCells} />
      <WordingConventions />
      <div className={styles.actions}>
        <CommandButton command={narrate} appearance="primary" />
        <Button disabledFocusable={isBusy} onClick={() => void session.saveWord()}>
          {words.saveWord}
        </Button>
        <Button onClick={copy}>{words.copyText}</Button>
      </div>
      {doubtful > 0 && <Text>{words.doubtful(doubtful)}</Text>}
      {handEdits.length > 0 && <Text>{words.handEdits(handEdits.length)}</Text>}
      <PriorMatching items={items} />
      {gaps.length > 0 && <GapForm gaps={gaps} />}
      <article className={styles.page} aria-label={words.preview} lang={narrative.locale}>
        <h2 className={styles.title}>{title}</h2>
        <HandEdits edits={handEdits} section="" index={-1} />
        {firstOf(sections, room).map(({ id, depth, heading, paragraphs }) => (
          <section key={id} aria-label={heading}>
            <Rewording section={id} heading={heading}>
              {depth <= 1 ? <h3 className={styles.part}>{heading}</h3> : <h4 className={styles.heading}>{heading}</h4>}
            </Rewording>
            <HandEdits edits={handEdits} section={id} index={-1} />
            {paragraphs.map((spans, index) => (
              <HandEdits key={index} edits={handEdits} section={id} index={index}>
                <Paragraph spans={spans} />
              </HandEdits>
            ))}
          </section>
        ))}
      </article>
    </div>
  );
}

interface ChoicesProps {
  /** The one that is told about; none in a narrative about ordinary tables. */
  readonly department: string | undefined;
  readonly followsCells: boolean;
}

function Choices({ department, followsCells }: ChoicesProps): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const analysis = usePaneState((state) => state.analysis);
  const settings = usePaneState((state) => state.settings);
  const { wordings = [], departments = [] } = analysis ?? {};
  return (
    <div className={styles.fields}>
      <Field label={words.wording} size="small" className={styles.field}>
        <Select
          size="small"
          className={styles.select}
          value={settings.wording}
          onChange={(_, { value }) => void session.choose({ wording: value })}
        >
          <option value="">{words.wordingAuto}</option>
          {wordings.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {department !== undefined && departments.length > 1 && departments.includes(department) && (
        <Field label={words.department} size="small" className={styles.field}>
          <Select
            size="small"
            className={styles.select}
            value={department}
            onChange={(_, { value }) => void session.choose({ department: value })}
          >
            {departments.map((name) => (
              <option key={name} value={name}>
                {name === '' ? words.unnamedDepartment : name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {followsCells && (
        <Checkbox
          label={words.liveText}
          checked={settings.liveText}
          onChange={(_, { checked }) => void session.choose({ liveText: checked === true })}
        />
      )}
    </div>
  );
}

/** As it stands on the sheet. */
function textOf({ title, sections, handEdits }: Narrative): string {
  const shown = (section: string, index: number, text: string): readonly string[] => {
    const edit = handEdits.find((one) => one.section === section && one.index === index);
    return edit === undefined ? [text] : edit.text === '' ? [] : [edit.text];
  };
  const lines = sections.flatMap(({ id, heading, paragraphs }) => [
    ...shown(id, -1, heading),
    ...paragraphs.flatMap((spans, index) => shown(id, index, spans.map(({ text }) => text).join(''))),
  ]);
  return [title, ...lines].join('\n');
}
