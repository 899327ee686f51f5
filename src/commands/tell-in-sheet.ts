/** Runs a command without a pane (无窗格运行) and leaves the user looking at its result; what went wrong stands in the sheet 勾稽检查. */
import type { Edit } from '../core/edits/edit.ts';
import { NARRATIVE_TAGS } from '../core/edits/narrative-place.ts';
import { REPORT } from '../core/edits/report-words.ts';
import type { Locale } from '../core/locale.ts';
import type { WorkbookHost } from '../hosts/workbook-host.ts';
import { troubleFrom } from '../taskpane/trouble.ts';
import { wordsFor } from '../taskpane/words/words.ts';
import type { Command, Workspace } from './command.ts';

export async function tellInSheet(command: Command, workspace: Workspace, locale: Locale): Promise<void> {
  const { host } = workspace;
  const words = wordsFor(locale);
  try {
    const { found, applied } = await command.run(workspace);
    if (command.id === 'clear-marks') return;
    if (found !== undefined && found.analysis.tables.length === 0)
      return await write(host, `${words.noTables}。${words.noTablesHelp}`, locale);
    const wanted: readonly string[] = command.id === 'narrate' ? NARRATIVE_TAGS : ['report'];
    const name = applied?.written.find(({ tag }) => wanted.includes(tag))?.name;
    if (name !== undefined) await host.reveal({ sheet: name, row: 0, column: 0 });
    else if (command.id === 'narrate') await write(host, words.narrativeNone, locale);
  } catch (error) {
    const trouble = troubleFrom(error);
    if (trouble.kind === 'cancelled') return;
    const text =
      trouble.kind === 'file'
        ? trouble.text[locale]
        : trouble.kind === 'unexpected'
          ? words.unexpected(trouble.detail)
          : words.trouble[trouble.kind];
    await write(host, text, locale);
  }
}

async function write(host: WorkbookHost, text: string, locale: Locale): Promise<void> {
  const report: Edit = {
    kind: 'write-sheet',
    content: {
      tag: 'report',
      name: REPORT.sheet[locale],
      rows: [[{ value: REPORT.title[locale], style: 'title' }], [{ value: text, style: 'wrapped' }]],
      widths: [100],
    },
  };
  try {
    const { written } = await host.apply([report]);
    const name = written.find(({ tag }) => tag === 'report')?.name;
    if (name !== undefined) await host.reveal({ sheet: name, row: 0, column: 0 });
  } catch {
    // Excel takes no sheet now (a cell being edited, a protected structure): there is no other place to speak from.
  }
}
