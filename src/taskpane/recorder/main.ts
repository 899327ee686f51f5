/** The developer's page (实测记录页): a list of steps with a button each, and the recording to take home. Nobody comes here by the ribbon. */
import { excelHost } from '../../hosts/excel/excel-host.ts';
import { isExcelRecentEnough } from '../../hosts/excel/requirement.ts';
import { localeFrom } from '../../locales/locale.ts';
import type { Locale } from '../../core/locale.ts';
import { startAnalyser } from '../analysis/analyser.ts';
import { download } from '../download.ts';
import { officeAddress, officeLanguage, officeReady } from '../office-ready.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { wordsFor } from '../words/words.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { profileOf } from './recording.ts';
import { type Step, STEPS } from './steps.ts';
import { RECORDER_WORDS } from './words.ts';

async function start(): Promise<void> {
  const page = document.getElementById('recorder');
  if (page === null) return;
  const state = await officeReady();
  const locale = localeFrom(state === 'excel' ? officeLanguage() : navigator.language);
  const words = wordsFor(locale);
  if (state !== 'excel') return page.replaceChildren(paragraph(state === 'missing' ? words.officeMissing(officeAddress) : words.notExcel));
  if (!isExcelRecentEnough()) return page.replaceChildren(paragraph(words.trouble['too-old']));
  document.documentElement.lang = locale;
  const host = excelHost();
  const analyser = startAnalyser();
  const { diagnostics, requirements } = Office.context;
  const { workbook } = await host.read();
  const recorder = await startRecorder({
    workspace: { host, analyse: (reading) => analyser.analyse({ workbook: reading.workbook, settings: DEFAULT_SETTINGS, locale }) },
    excel: `${diagnostics.host} ${diagnostics.version} ${diagnostics.platform}`,
    profile: profileOf({
      platform: String(Office.context.platform),
      isSetSupported: (set, version) => requirements.isSetSupported(set, version),
    }),
    workbook: workbook.name,
    onHeard: () => tellCounts(),
  });
  const counts = paragraph('');
  counts.setAttribute('role', 'status');
  const tellCounts = (): void => {
    const { exchanges, events } = recorder.counts();
    counts.textContent = RECORDER_WORDS.counts[locale](exchanges, events);
  };
  const items = STEPS.map((step) => stepItem(step, recorder, locale, tellCounts));
  const list = document.createElement('ol');
  list.append(...items.map(({ item }) => item));
  const automatic = button(RECORDER_WORDS.runAll[locale], async () => {
    for (const { step, run } of items) if (!step.byHand) await run();
  });
  const save = button(RECORDER_WORDS.save[locale], () => {
    const text = JSON.stringify(recorder.recording());
    download({ name: `${recorder.recording().excel}.json`, bytes: new TextEncoder().encode(text) }, 'application/json');
    return Promise.resolve();
  });
  tellCounts();
  page.replaceChildren(heading(), paragraph(RECORDER_WORDS.intro[locale]), automatic, list, counts, save);
  page.removeAttribute('aria-busy');
}

function stepItem(
  step: Step,
  recorder: Recorder,
  locale: Locale,
  told: () => void,
): { readonly step: Step; readonly item: HTMLElement; readonly run: () => Promise<void> } {
  const item = document.createElement('li');
  item.dataset.step = step.id;
  const title = document.createElement('strong');
  title.textContent = step.title[locale];
  const outcome = document.createElement('pre');
  // It scrolls: the keyboard must get there.
  outcome.tabIndex = 0;
  const run = async (): Promise<void> => {
    const note = await recorder.run(step);
    item.dataset.done = note.error === undefined ? 'yes' : 'failed';
    outcome.textContent = note.error ?? JSON.stringify(note.outcome, null, 1);
    told();
  };
  item.append(title);
  if (step.hint !== undefined) item.append(paragraph(step.hint[locale]));
  if (step.run !== undefined) item.append(button(RECORDER_WORDS.run[locale], run), outcome);
  if (step.byHand) {
    const saw = document.createElement('textarea');
    saw.ariaLabel = `${step.title[locale]}: ${RECORDER_WORDS.saw[locale]}`;
    saw.placeholder = RECORDER_WORDS.saw[locale];
    saw.addEventListener('change', () => recorder.note(step.id, saw.value));
    item.append(saw);
  }
  return { step, item, run };
}

function heading(): HTMLElement {
  const title = document.createElement('h1');
  title.textContent = RECORDER_WORDS.title;
  return title;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

/** Pressed once, it waits until its work is done. */
function button(text: string, work: () => Promise<void>): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', () => {
    element.disabled = true;
    void work().finally(() => (element.disabled = false));
  });
  return element;
}

void start();
