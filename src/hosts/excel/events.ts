/** Hears when cells are edited (监听修改): by the user, a macro, a colleague; not by ourselves; several edits at once are told once. */
import { inExcel, type RunOptions } from './retry.ts';

export interface HeardEdit {
  /** Excel's id of the sheet; it outlives renaming. */
  readonly sheetId: string;
  /** As Excel says it; rows may have moved since, so it is a hint and no address to compute with. */
  readonly address: string;
  /** A colleague in the same workbook. */
  readonly remote: boolean;
}

export interface EditListener {
  /** Grows with every edit heard, before anybody is told. */
  revision(): number;
  stop(): Promise<void>;
}

export interface ListenOptions extends RunOptions {
  /** Milliseconds of quiet before the edits are told. */
  readonly quiet?: number;
}

const QUIET = 250;
/** Somebody who types without a pause still sees the findings move. */
const LONGEST_SILENCE = 4;

/** Excel raises no event for cells that a formula recalculates, and some builds none for drop-downs: a button «check again» stays needed. */
export async function hearEdits(
  tell: (edits: readonly HeardEdit[]) => void,
  { quiet = QUIET, ...options }: ListenOptions = {},
): Promise<EditListener> {
  let revision = 0;
  let heard: HeardEdit[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let stopped = false;

  const flush = (): void => {
    timer = undefined;
    const edits = heard;
    heard = [];
    if (!stopped && edits.length > 0) tell(edits);
  };
  const hear = async (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (stopped || event.triggerSource === 'ThisLocalAddin') return;
    revision += 1;
    heard.push({ sheetId: event.worksheetId, address: event.address, remote: event.source === 'Remote' });
    const now = Date.now();
    if (timer === undefined) since = now;
    else clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(quiet, since + quiet * LONGEST_SILENCE - now)));
  };

  const handler = await inExcel(
    async (context) => {
      const registered = context.workbook.worksheets.onChanged.add(hear);
      await context.sync();
      return registered;
    },
    { repeatable: true },
    options,
  );
  return {
    revision: () => revision,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
    },
  };
}
