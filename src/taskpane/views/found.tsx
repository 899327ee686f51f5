/** What the last check saw (检查结果): the tally, the tables it recognised, the sheets that took no part and why, rounding differences, what was not judged. */
import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Analysis } from '../analysis/analysis.ts';
import { usePane } from '../pane-context.ts';
import { Fold } from './fold.tsx';
import { PlaceLink } from './place-link.tsx';
import { PriorQuestions, SupplementFaults } from './prior-matching.tsx';
import { TallyRow } from './tally-row.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

export function Found({ analysis }: { readonly analysis: Analysis }): ReactElement {
  const { session, words } = usePane();
  const styles = useStyles();
  const { tally, findings, tables, skipped, rounding, notJudged, priorUnmatched, priorQuestions, supplementFaults } = analysis;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  if (tables.length === 0) {
    return (
      <>
        <h2 className={styles.heading}>{words.noTables}</h2>
        <Text>{words.noTablesHelp}</Text>
        <Skipped skipped={skipped} open />
      </>
    );
  }
  return (
    <>
      <TallyRow tally={tally} />
      <div className={styles.line}>
        <Text weight="semibold">{findings.length === 0 ? words.allHold : words.foundCount(counts)}</Text>
        {findings.length > 0 && (
          <Button size="small" onClick={() => session.show('findings')}>
            {words.showFindings}
          </Button>
        )}
      </div>
      {priorUnmatched.map((department) => (
        <Text key={department}>{words.priorUnmatched(department === '' ? words.unnamedDepartment : department)}</Text>
      ))}
      <PriorQuestions questions={priorQuestions} />
      <SupplementFaults faults={supplementFaults} />
      <Fold title={words.tables(tables.length)} open>
        {tables.map(({ title, place, range, unit, isOrdinary, notices }) => (
          <li key={`${place.sheet}!${range}`}>
            <PlaceLink place={{ ...place, address: range }} /> {title === place.sheet ? '' : title} {unit}{' '}
            {isOrdinary && (
              <Badge appearance="outline" color="informative">
                {words.ordinary}
              </Badge>
            )}
            {notices.map((notice) => (
              <div key={notice} className={styles.quiet}>
                {notice}
              </div>
            ))}
          </li>
        ))}
      </Fold>
      <Skipped skipped={skipped} />
      <Remarks title={words.roundingList} remarks={rounding} />
      <Remarks title={words.notJudgedList} remarks={notJudged} />
    </>
  );
}

function Skipped({ skipped, open = false }: { readonly skipped: Analysis['skipped']; readonly open?: boolean }): ReactElement | null {
  const { words } = usePane();
  if (skipped.length === 0) return null;
  return (
    <Fold title={words.skipped(skipped.length)} open={open}>
      {skipped.map(({ sheet, reason }) => (
        <li key={sheet}>
          {sheet} — {words.skipReasons[reason]}
        </li>
      ))}
    </Fold>
  );
}

function Remarks({
  title,
  remarks,
}: {
  readonly title: (count: number) => string;
  readonly remarks: Analysis['rounding'];
}): ReactElement | null {
  if (remarks.length === 0) return null;
  return (
    <Fold title={title(remarks.length)}>
      {remarks.map(({ place, text }, index) => (
        <li key={`${place.sheet}!${place.address}#${index}`}>
          <PlaceLink place={place} /> {text}
        </li>
      ))}
    </Fold>
  );
}
