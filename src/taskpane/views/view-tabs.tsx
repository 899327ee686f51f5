/** The tabs of the pane (页签): one stop for the Tab key, arrows between them; Fluent's own leaves unnamed focus traps for screen readers behind. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import type { ViewName } from '../pane-state.ts';

export interface ViewTabsProps {
  readonly names: readonly ViewName[];
  readonly chosen: ViewName;
  readonly label: (name: ViewName) => string;
  readonly onChoose: (name: ViewName) => void;
}

export const PANEL_ID = 'tieout-view';
export const tabId = (name: ViewName): string => `tieout-tab-${name}`;

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', flexShrink: 0, padding: '0 4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    padding: '10px 8px 8px',
    border: 'none',
    borderBottom: '3px solid transparent',
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // Where the system forces its colours a transparent line is drawn too, and every tab would look chosen.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

export function ViewTabs({ names, chosen, label, onChoose }: ViewTabsProps): ReactElement {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = names.indexOf(chosen);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
    const name = next === undefined ? undefined : names[(next + names.length) % names.length];
    if (name === undefined) return;
    event.preventDefault();
    onChoose(name);
    list.current?.querySelector<HTMLElement>(`#${tabId(name)}`)?.focus();
  };
  return (
    <div className={styles.list} role="tablist" ref={list} onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          aria-selected={name === chosen}
          aria-controls={PANEL_ID}
          tabIndex={name === chosen ? 0 : -1}
          className={`${styles.tab} ${name === chosen ? styles.chosen : ''}`}
          onClick={() => onChoose(name)}
        >
          {label(name)}
        </button>
      ))}
    </div>
  );
}
