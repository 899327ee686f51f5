/** After a writing that broke off (收拾残局): no half sheet stays, and no half set of marks; best effort, for Excel may be gone altogether. */
import { tagName } from '../../core/workbook/sheet-tag.ts';
import type { EditPlan } from './edit-plan.ts';
import { UNFINISHED } from './fingerprint.ts';
import { deleteOurs, searchCarefully } from './marks.ts';

/** `sheetsBefore`: the ids of the sheets there were before we wrote. */
export async function tidyUp(plan: EditPlan, sheetsBefore: ReadonlySet<string>): Promise<void> {
  try {
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name,items/protection/protected');
      await context.sync();
      if (plan.sheets.size > 0) await tidySheets(context, worksheets.items, plan, sheetsBefore);
      for (const sheet of worksheets.items) {
        if (!plan.marks.has(sheet.name) || sheet.protection.protected) continue;
        const { search } = await searchCarefully(context, sheet);
        deleteOurs(search);
      }
      await context.sync();
    });
  } catch {
    // What is left is still known as ours: by the tag «unfinished», and by the signature.
  }
}

async function tidySheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  plan: EditPlan,
  sheetsBefore: ReadonlySet<string>,
): Promise<void> {
  const names = [...plan.sheets.values()].flatMap((content) => (content === undefined ? [] : [content.name]));
  const asked = sheets.map((sheet) => {
    const tags = [...plan.sheets.keys()].map((tag) => sheet.names.getItemOrNullObject(tagName(tag)));
    for (const tag of tags) tag.load('comment');
    const used = sheet.getUsedRangeOrNullObject(false);
    used.load('address');
    used.untrack();
    return { sheet, tags, used };
  });
  await context.sync();
  for (const { sheet, tags, used } of asked) {
    const found = tags.filter((tag) => !tag.isNullObject);
    const isNew = !sheetsBefore.has(sheet.id);
    // Made, but not yet tagged when it broke off.
    const isStray = isNew && found.length === 0 && used.isNullObject && names.some((name) => sheet.name.startsWith(name));
    if (!isStray && !found.some(({ comment }) => comment === UNFINISHED)) continue;
    // One that was there before stays, empty and known as unfinished; other sheets may refer to it.
    if (isNew) sheet.delete();
    else sheet.getRange().clear();
  }
  await context.sync();
}
