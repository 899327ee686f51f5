/** An opened workbook (打开的工作簿): the content line, the grid and the tabs; follows the file and goes where the pane points. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactElement, startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import { cellAt, type Sheet } from '../core/workbook/workbook.ts';
import type { FileHost } from '../hosts/file/file-host.ts';
import { editText } from '../hosts/file/typed-text.ts';
import { UnusableWorkbook } from '../hosts/file/unusable-workbook.ts';
import type { Locale } from '../core/locale.ts';
import type { Place } from './geometry.ts';
import { NameBox } from './name-box.tsx';
import { only, type Selection } from './selection.ts';
import { SheetGrid } from './sheet-grid.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { StatusLine } from './status-line.tsx';
import { wordsFor } from './words.ts';

const useStyles = makeStyles({
  book: { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, height: '100%' },
  line: {
    display: 'flex',
    flexShrink: 0,
    height: '30px',
    alignItems: 'center',
    fontSize: '13px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  content: { padding: '0 8px', overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' },
});

interface BookViewProps {
  readonly host: FileHost;
  readonly locale: Locale;
  /** Something that the person must be told; undefined takes the message away. */
  readonly onTrouble: (text: string | undefined) => void;
}

interface At {
  readonly sheet: string;
  readonly selected: Selection;
  readonly revealed: number;
}

const FIRST = only({ row: 0, column: 0 });

export function BookView({ host, locale, onTrouble }: BookViewProps): ReactElement {
  const styles = useStyles();
  const words = wordsFor(locale);
  const { workbook, layouts, isReadOnly } = useSyncExternalStore(host.watch, host.state);
  const [at, setAt] = useState<At>(() => ({ sheet: firstSheet(workbook.sheets), selected: FIRST, revealed: 0 }));
  // Every sheet keeps its own selection, as in Excel.
  const [places, setPlaces] = useState<ReadonlyMap<string, Selection>>(new Map());
  const [zoom, setZoom] = useState(1);

  useEffect(
    () =>
      host.onReveal(({ sheet, row, column }) =>
        setAt((before) => ({ sheet, selected: only({ row, column }), revealed: before.revealed + 1 })),
      ),
    [host],
  );

  const sheet = workbook.sheets.find(({ name }) => name === at.sheet) ?? workbook.sheets.find(({ visibility }) => visibility === 'visible');
  if (sheet === undefined) return <div className={styles.book} />;
  const selected = sheet.name === at.sheet ? at.selected : FIRST;
  const choose = (name: string): void => {
    setPlaces(new Map([...places, [sheet.name, selected]]));
    // All cells are new: drawn in slices, so that a click between them is answered.
    startTransition(() => setAt({ sheet: name, selected: places.get(name) ?? FIRST, revealed: at.revealed + 1 }));
  };
  const type = async (place: Place, text: string): Promise<void> => {
    try {
      const outcome = await host.type({ sheet: sheet.name, row: place.row, column: place.column }, text);
      onTrouble(outcome === 'typed' || outcome === 'unchanged' ? undefined : words.refused[outcome]);
    } catch (error) {
      onTrouble(error instanceof UnusableWorkbook ? error.text[locale] : words.failed(String(error)));
    }
  };
  const cell = cellAt(sheet, selected.row, selected.column);
  return (
    <section className={styles.book} aria-label={words.book}>
      <div className={styles.line} role="group" aria-label={words.cellContent}>
        <NameBox
          sheet={sheet}
          selected={selected}
          words={words}
          onGo={(to) => setAt({ sheet: sheet.name, selected: to, revealed: at.revealed + 1 })}
        />
        <span className={styles.content}>{editText(cell)}</span>
      </div>
      <SheetGrid
        sheet={sheet}
        layout={layouts.get(sheet.name)}
        date1904={workbook.date1904}
        isReadOnly={isReadOnly}
        words={words}
        zoom={zoom}
        selected={selected}
        revealed={at.revealed}
        onSelect={(to) => setAt({ sheet: sheet.name, selected: to, revealed: at.revealed })}
        onType={(place, text) => void type(place, text)}
        onRefused={(why) => onTrouble(words.refused[why])}
      />
      <SheetTabs sheets={workbook.sheets} active={sheet.name} words={words} onChoose={choose} />
      <StatusLine sheet={sheet} selected={selected} zoom={zoom} words={words} onZoom={setZoom} />
    </section>
  );
}

function firstSheet(sheets: readonly Sheet[]): string {
  return (sheets.find(({ visibility }) => visibility === 'visible') ?? sheets[0])?.name ?? '';
}
