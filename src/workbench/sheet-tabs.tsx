/** The tabs of the sheets (工作表标签) under the grid; hidden sheets are named as such, and only shown when somebody goes there. */
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { type ReactElement, useEffect, useRef } from 'react';
import type { Sheet } from '../core/workbook/workbook.ts';
import type { WorkbenchWords } from './words.ts';

const useStyles = makeStyles({
  strip: {
    overflowX: 'auto',
    overflowY: 'hidden',
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    scrollbarWidth: 'thin',
  },
  list: { width: 'max-content' },
});

interface SheetTabsProps {
  readonly sheets: readonly Sheet[];
  readonly active: string;
  readonly words: WorkbenchWords;
  readonly onChoose: (sheet: string) => void;
}

export function SheetTabs({ sheets, active, words, onChoose }: SheetTabsProps): ReactElement {
  const styles = useStyles();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // By its name: which tab counts as selected is told to the tabs a moment later.
    const tabs = [...(strip.current?.querySelectorAll('[role=tab]') ?? [])];
    tabs.find((tab) => tab.getAttribute('value') === active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const shown = sheets.filter(({ visibility, name }) => visibility === 'visible' || name === active);
  return (
    <div ref={strip} className={styles.strip}>
      <TabList
        className={styles.list}
        size="small"
        aria-label={words.sheets}
        selectedValue={active}
        onTabSelect={(_event, { value }) => onChoose(String(value))}
      >
        {shown.map(({ name, visibility }) => (
          <Tab key={name} value={name}>
            {visibility === 'visible' ? name : `${name}（${words.hiddenSheet}）`}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}
