/** The task pane (任务窗格): what an accountant sees beside the workbook, in Excel and in the workbench alike. */
import { FluentProvider, makeStyles, teamsHighContrastTheme, tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { type ReactElement, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Locale } from '../core/locale.ts';
import type { WorkbookHost } from '../hosts/workbook-host.ts';
import { startAnalyser } from './analysis/analyser.ts';
import { PaneContext } from './pane-context.ts';
import type { ViewName } from './pane-state.ts';
import { createSession } from './session.ts';
import type { Settings } from './settings.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { AuditView } from './views/audit-view.tsx';
import { FindingsView } from './views/findings-view.tsx';
import { NarrativeView } from './views/narrative-view.tsx';
import { Notices } from './views/notices.tsx';
import { Overview } from './views/overview.tsx';
import { SettingsView } from './views/settings-view.tsx';
import { PANEL_ID, tabId, ViewTabs } from './views/view-tabs.tsx';
import { wordsFor } from './words/words.ts';

export interface TaskPaneProps {
  readonly host: WorkbookHost;
  /** The language of Office or of the browser; people may choose another in the settings. */
  readonly locale: Locale;
  readonly theme?: 'light' | 'dark' | 'high-contrast';
}

/** Links keep their colour where the system forces its own: yellow, good on black, would vanish on the white of a light contrast theme. */
const LINK = {
  colorBrandForegroundLink: 'LinkText',
  colorBrandForegroundLinkHover: 'LinkText',
  colorBrandForegroundLinkPressed: 'LinkText',
};
const THEMES = { light: webLightTheme, dark: webDarkTheme, 'high-contrast': { ...teamsHighContrastTheme, ...LINK } };
const FONT = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";
const VIEWS: Readonly<Record<ViewName, () => ReactElement>> = {
  overview: Overview,
  findings: FindingsView,
  narrative: NarrativeView,
  audit: AuditView,
  settings: SettingsView,
};
const NAMES = Object.keys(VIEWS) as ViewName[];

const useStyles = makeStyles({
  provider: { height: '100%', minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
  pane: { height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column', minWidth: 0 },
  unseen: { position: 'absolute', width: '1px', height: '1px', margin: 0, overflow: 'hidden', clipPath: 'inset(50%)' },
  view: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '12px', outlineOffset: '-2px' },
});

export function TaskPane({ host, locale, theme = 'light' }: TaskPaneProps): ReactElement {
  const styles = useStyles();
  const localeOf = (settings: Settings): Locale => (settings.language === 'auto' ? locale : settings.language);
  const session = useMemo(() => createSession(host, startAnalyser(), localeOf), [host, locale]);
  useEffect(() => session.start(), [session]);
  useShortcuts(session);
  const view = useStore(session.store, (state) => state.view);
  const chosen = useStore(session.store, (state) => localeOf(state.settings));
  const broken = useStore(session.store, (state) => state.analysis?.findings.length ?? 0);
  const pane = useMemo(() => ({ session, words: wordsFor(chosen), locale: chosen }), [session, chosen]);
  const { words } = pane;
  const View = VIEWS[view];
  return (
    <FluentProvider theme={{ ...THEMES[theme], fontFamilyBase: FONT }} className={styles.provider}>
      <PaneContext.Provider value={pane}>
        <main className={styles.pane} lang={chosen} aria-label={words.product} data-view={view}>
          <h1 className={styles.unseen}>{words.product}</h1>
          <ViewTabs
            names={NAMES}
            chosen={view}
            label={(name) => `${words.views[name]}${name === 'findings' && broken > 0 ? ` ${broken}` : ''}`}
            onChoose={(name) => session.show(name)}
          />
          <Notices />
          <div className={styles.view} role="tabpanel" id={PANEL_ID} aria-labelledby={tabId(view)} tabIndex={0}>
            <View />
          </div>
        </main>
      </PaneContext.Provider>
    </FluentProvider>
  );
}
