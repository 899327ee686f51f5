/** The short-lived page behind the ribbon's buttons (功能区命令): runs one command and tells its result in the sheet 勾稽检查, for no pane need be open. */
import { startAnalyser } from '../taskpane/analysis/analyser.ts';
import { officeLanguage, officeReady } from '../taskpane/office-ready.ts';
import { readSettings, SETTINGS_NAME } from '../taskpane/settings.ts';
import { excelHost } from '../hosts/excel/excel-host.ts';
import { localeFrom } from '../locales/locale.ts';
import type { Command } from './command.ts';
import { ribbonCommands } from './commands.ts';
import { tellInSheet } from './tell-in-sheet.ts';

void officeReady().then((state) => {
  if (state !== 'excel') return;
  for (const command of ribbonCommands)
    Office.actions.associate(command.id, (event: Office.AddinCommands.Event) => void perform(command, event));
});

/** Excel shows its spinner until `completed` is called, whatever happens. */
async function perform(command: Command, event: Office.AddinCommands.Event): Promise<void> {
  const host = excelHost();
  const analyser = startAnalyser();
  try {
    const settings = readSettings(await host.recall(SETTINGS_NAME));
    const locale = settings.language === 'auto' ? localeFrom(officeLanguage()) : settings.language;
    await tellInSheet(command, { host, analyse: ({ workbook }) => analyser.analyse({ workbook, settings, locale }) }, locale);
  } finally {
    analyser.stop();
    event.completed();
  }
}
