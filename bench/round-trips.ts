/** (e) What a command costs in Excel (往返次数): round trips and bytes, counted behind the genuine office.js client; deterministic, so tests hold them too. */
import { readFileSync } from 'node:fs';
import type { Edit } from '../src/core/edits/edit.ts';
import type { Sheet } from '../src/core/workbook/workbook.ts';
import { check, checkAndNarrate, clearMarks, narrate } from '../src/commands/commands.ts';
import type { Workspace } from '../src/commands/command.ts';
import { excelHost } from '../src/hosts/excel/excel-host.ts';
import { analyse } from '../src/taskpane/analysis/analyse.ts';
import { DEFAULT_SETTINGS } from '../src/taskpane/settings.ts';
import type { ExcelHost, SyncRecord } from '../test/support/excel-host/excel-host.ts';
import { bookFromFile } from '../test/support/excel-host/model/book-from-file.ts';
import { openInExcel } from '../test/support/excel-host/open-in-excel.ts';
import { ActionType as WireAction } from '../test/support/excel-host/wire/protocol.ts';

export interface RoundTrips {
  readonly work: string;
  readonly syncs: number;
  /** The most round trips it may take; undefined where none is set. */
  readonly atMost: number | undefined;
  /** Bytes of all requests, of those among them that write, and of all answers. */
  readonly sent: number;
  readonly written: number;
  readonly received: number;
  /** The most bytes that the writing requests may have. */
  readonly writtenAtMost: number | undefined;
}

export const SAMPLE = 'assets/samples/changji-2023-faulty.xlsx';
/** One round more for each piece of this size. */
const PIECE = 1_500_000;
const MARKS = 500;
const MARKED_SHEETS = 4;
const MARKS_AT_MOST = 10_000;

/** The work of an accountant with the sample workbook in Excel on the web, one after the other. */
export async function roundTrips(): Promise<readonly RoundTrips[]> {
  const found: RoundTrips[] = [];
  const note = async (
    host: ExcelHost,
    work: string,
    doing: () => Promise<unknown>,
    atMost?: (syncs: readonly SyncRecord[]) => number,
    writtenAtMost?: number,
  ): Promise<void> => {
    host.syncs.length = 0;
    await doing();
    const sum = (of: (sync: SyncRecord) => number): number => host.syncs.reduce((total, sync) => total + of(sync), 0);
    found.push({
      work,
      syncs: host.syncs.length,
      atMost: atMost?.(host.syncs),
      sent: sum(({ requestBytes }) => requestBytes),
      written: sum(({ request, requestBytes }) =>
        request.Actions.some(({ ActionType }) => ActionType === WireAction.setProperty) ? requestBytes : 0,
      ),
      received: sum(({ responseBytes }) => responseBytes),
      writtenAtMost,
    });
  };
  const reading = (syncs: readonly SyncRecord[]): number =>
    4 + Math.floor(syncs.reduce((total, { responseBytes }) => total + responseBytes, 0) / PIECE);
  const twice = (): number => 2;
  const four = (): number => 4;

  const bytes = new Uint8Array(readFileSync(SAMPLE));
  const open = async (): Promise<{ excel: ExcelHost; workspace: Workspace }> => {
    const excel = openInExcel(await bookFromFile(bytes, SAMPLE), 'web');
    return {
      excel,
      workspace: {
        host: excelHost(),
        analyse: async ({ workbook }) => Promise.resolve(analyse({ workbook, settings: DEFAULT_SETTINGS, locale: 'zh-CN' })),
      },
    };
  };

  const first = await open();
  const { host } = first.workspace;
  await note(first.excel, 'read the sample workbook', () => host.read(), reading);
  const { edits } = await first.workspace.analyse(await host.read());
  await note(first.excel, 'mark all its findings', () => host.apply(edits.marks), twice);
  await note(first.excel, 'mark them again', () => host.apply(edits.marks), twice);
  await note(first.excel, 'write the narrative sheet', () => host.apply(edits.narrative), four);
  await host.read();
  await note(first.excel, 'write it again, in place', () => host.apply(edits.narrative), four);
  await note(first.excel, 'clear the marks', () => host.apply([{ kind: 'clear-marks' }]), twice);

  const scattered = await open();
  const { sheets } = (await scattered.workspace.host.read()).workbook;
  await note(
    scattered.excel,
    `mark ${MARKS} scattered cells of ${MARKED_SHEETS} sheets`,
    () => scattered.workspace.host.apply(scatteredMarks(sheets, MARKS)),
    twice,
    MARKS_AT_MOST,
  );

  const commands = await open();
  for (const command of [checkAndNarrate, check, narrate, clearMarks]) {
    await note(commands.excel, `command ${command.label.en}`, () => command.run(commands.workspace));
  }
  return found;
}

/** No two of them touch, so that nothing is gathered into one area. */
function scatteredMarks(sheets: readonly Sheet[], count: number): readonly Edit[] {
  const large = sheets.filter(({ grid }) => grid.length > 10).slice(0, MARKED_SHEETS);
  return [
    { kind: 'clear-marks' },
    ...large.map(({ name }): Edit => ({
      kind: 'mark-cells',
      sheet: name,
      level: 'error',
      areas: Array.from({ length: count / large.length }, (_, index) => {
        const [row, column] = [2 * Math.floor(index / 4), 2 * (index % 4)];
        return { top: row, left: column, bottom: row, right: column };
      }),
    })),
  ];
}
