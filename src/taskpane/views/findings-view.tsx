/** The findings (问题): grouped by sheet, the most serious first; filtered by level and text; the arrow keys move, Enter goes to the cell. */
import { Field, makeStyles, SearchBox, Select, Text, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import type { FindingView } from '../analysis/analysis.ts';
import { usePane, usePaneState } from '../pane-context.ts';
import { FindingCard } from './finding-card.tsx';
import { Fold } from './fold.tsx';
import { useGrowing } from './growing.ts';
import { PlaceLink } from './place-link.tsx';

type Level = 'all' | FindingView['severity'];
const LEVELS: readonly Level[] = ['all', 'error', 'warning', 'info'];
const LOUDNESS = { error: 0, warning: 1, info: 2 } as const;

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: '10px' },
  filters: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  text: { flexGrow: 1, minWidth: '120px' },
  search: { width: '100%', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  heading: { margin: '8px 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
});

export function FindingsView(): ReactElement {
  const { words } = usePane();
  const styles = useStyles();
  const analysis = usePaneState((state) => state.analysis);
  const [level, setLevel] = useState<Level>('all');
  const [text, setText] = useState('');
  if (analysis === undefined) return <Text>{words.notChecked}</Text>;
  const { findings, accepted } = analysis;
  const shown = findings.filter((finding) => (level === 'all' || finding.severity === level) && mentions(finding, text));
  return (
    <div className={styles.view}>
      {findings.length > 0 && (
        <div className={styles.filters}>
          <Field label={words.filterSeverity} size="small">
            <Select size="small" value={level} onChange={(_, { value }) => setLevel(value as Level)}>
              {LEVELS.map((each) => (
                <option key={each} value={each}>
                  {words.severities[each]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={words.filterText} size="small" className={styles.text}>
            <SearchBox className={styles.search} size="small" value={text} onChange={(_, { value }) => setText(value)} />
          </Field>
        </div>
      )}
      {findings.length === 0 ? <Text>{words.allHold}</Text> : <Text className={styles.quiet}>{words.keys}</Text>}
      {findings.length > 0 && shown.length === 0 && <Text>{words.noMatch}</Text>}
      <Cards key={`${level} ${text}`} findings={shown} />
      {accepted.length > 0 && (
        <Fold title={words.acceptedList(accepted.length)}>
          {accepted.map(({ finding, reason }) => (
            <li key={finding.id}>
              <PlaceLink place={finding.place} /> {finding.name} — {words.reason}: {reason}
            </li>
          ))}
        </Fold>
      )}
    </div>
  );
}

function Cards({ findings }: { readonly findings: readonly FindingView[] }): ReactElement {
  const styles = useStyles();
  const room = useGrowing(findings.length);
  return (
    <div className={styles.view} onKeyDown={moveAlong} data-part="findings">
      {firstOf(bySheet(findings), room).map(({ sheet, count, group }) => (
        <section key={sheet} aria-label={sheet}>
          <h2 className={styles.heading}>
            {sheet}（{count}）
          </h2>
          <ul className={styles.list}>
            {group.map((finding) => (
              <FindingCard key={finding.id} finding={finding} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function mentions({ name, message, place, rule }: FindingView, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return wanted === '' || `${name} ${message} ${place.sheet} ${place.address} ${rule}`.toLowerCase().includes(wanted);
}

/** The sheet with the most serious finding first; within it likewise. */
function bySheet(findings: readonly FindingView[]): readonly (readonly [string, readonly FindingView[]])[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of [...findings].sort((a, b) => LOUDNESS[a.severity] - LOUDNESS[b.severity])) {
    const sheet = finding.place.sheet;
    const group = groups.get(sheet);
    if (group === undefined) groups.set(sheet, [finding]);
    else group.push(finding);
  }
  return [...groups];
}

/** The first groups with as many findings as there is room for; `count` is that of the whole group. */
function firstOf(
  groups: readonly (readonly [string, readonly FindingView[]])[],
  room: number,
): readonly { readonly sheet: string; readonly count: number; readonly group: readonly FindingView[] }[] {
  let left = room;
  return groups.flatMap(([sheet, all]) => {
    const group = all.slice(0, left);
    left -= group.length;
    return group.length === 0 ? [] : [{ sheet, count: all.length, group }];
  });
}

/** Down and up go from one finding to the next, whatever lies between; Home and End to the first and the last. */
function moveAlong(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  const from = (event.target as HTMLElement).closest('[data-finding-head]');
  if (step === undefined || from === null) return;
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-finding-head]')];
  const at = Math.min(heads.length - 1, Math.max(0, heads.indexOf(from as HTMLElement) + step));
  heads[at]?.focus();
  event.preventDefault();
}
