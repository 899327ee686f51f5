/** The page that Excel opens in the pane (窗格页面): waits for office.js, then shows the task pane, or says what is wrong and what to do. */
import { createRoot } from 'react-dom/client';
import { excelHost } from '../hosts/excel/excel-host.ts';
import { isExcelRecentEnough } from '../hosts/excel/requirement.ts';
import { localeFrom } from '../locales/locale.ts';
import { officeAddress, officeLanguage, officeReady } from './office-ready.ts';
import { StartFault } from './start-fault.tsx';
import { TaskPane } from './task-pane.tsx';
import { followTheme } from './theme.ts';
import { wordsFor } from './words/words.ts';

async function start(): Promise<void> {
  const state = await officeReady();
  const page = document.getElementById('tieout');
  if (page === null) return;
  const root = createRoot(page);
  if (state !== 'excel') {
    const words = wordsFor(localeFrom(navigator.language));
    root.render(
      state === 'missing' ? (
        <StartFault text={words.officeMissing(officeAddress)} retry={words.retry} />
      ) : (
        <StartFault text={words.notExcel} />
      ),
    );
    return;
  }
  const locale = localeFrom(officeLanguage());
  document.documentElement.lang = locale;
  if (!isExcelRecentEnough()) {
    root.render(<StartFault text={wordsFor(locale).trouble['too-old']} />);
    return;
  }
  const host = excelHost();
  followTheme((theme) => root.render(<TaskPane host={host} locale={locale} theme={theme} />));
}

void start();
