/** What the add-in remembers in the workbook (记住的设置): small texts in its settings, saved when the user saves; seen by this add-in only. */
import { inExcel, type RunOptions } from './retry.ts';

/** Excel fails somewhere about a million characters; what people type belongs into 补充资料 anyhow. */
const LONGEST = 256 * 1024;
const PREFIX = 'tieout.';

/** Undefined when nothing was remembered under that name. */
export async function recall(name: string, options: RunOptions = {}): Promise<string | undefined> {
  return inExcel(
    async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(PREFIX + name);
      setting.load('value');
      await context.sync();
      return setting.isNullObject || typeof setting.value !== 'string' ? undefined : setting.value;
    },
    { repeatable: true },
    options,
  );
}

/** Throws RangeError before anything is sent when the text is too long for a workbook's settings. */
export async function remember(name: string, text: string, options: RunOptions = {}): Promise<void> {
  if (text.length > LONGEST) throw new RangeError(`too long to be remembered in the workbook: ${text.length} characters`);
  await inExcel(
    async (context) => {
      context.workbook.settings.add(PREFIX + name, text);
      await context.sync();
    },
    { repeatable: true, writes: true },
    options,
  );
}
