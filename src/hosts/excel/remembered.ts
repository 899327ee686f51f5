/** What the add-in remembers in the workbook (记住的设置): small texts in a custom XML part, saved when the user saves, and read from the file in the workbench too. */
import { readRememberedXml, REMEMBERED_NAMESPACE, rememberedXml } from '../../core/workbook/remembered-texts.ts';
import { inExcel, type RunOptions } from './retry.ts';

/** What people type belongs into 补充资料; a text this long is our own mistake. */
const LONGEST = 256 * 1024;

/** Undefined when nothing was remembered under that name. */
export async function recall(name: string, options: RunOptions = {}): Promise<string | undefined> {
  return inExcel(async (context) => (await look(context)).texts.get(name), { repeatable: true }, options);
}

/** `undefined` forgets; with the last text the part goes. Throws RangeError before anything is sent when the text is too long. */
export async function remember(name: string, text: string | undefined, options: RunOptions = {}): Promise<void> {
  if (text !== undefined && text.length > LONGEST)
    throw new RangeError(`too long to be remembered in the workbook: ${text.length} characters`);
  await inExcel(
    async (context) => {
      const { parts, texts } = await look(context);
      const next = new Map(texts);
      if (text === undefined) next.delete(name);
      else next.set(name, text);
      if (next.size === texts.size && next.get(name) === texts.get(name)) return;
      // Two panes at once may have added a part each: the first one stays.
      const [first, ...others] = parts;
      for (const part of next.size === 0 ? parts : others) part.delete();
      if (next.size > 0) {
        if (first === undefined) context.workbook.customXmlParts.add(rememberedXml(next));
        else first.setXml(rememberedXml(next));
      }
      await context.sync();
    },
    { repeatable: true, writes: true },
    options,
  );
}

interface Found {
  readonly parts: readonly Excel.CustomXmlPart[];
  readonly texts: ReadonlyMap<string, string>;
}

async function look(context: Excel.RequestContext): Promise<Found> {
  const ours = context.workbook.customXmlParts.getByNamespace(REMEMBERED_NAMESPACE);
  ours.load('items/id');
  await context.sync();
  const [first] = ours.items;
  if (first === undefined) return { parts: [], texts: new Map() };
  const xml = first.getXml();
  await context.sync();
  return { parts: ours.items, texts: readRememberedXml(xml.value) };
}
