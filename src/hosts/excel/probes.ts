/** Questions that only a real Excel can answer (实测项): what the documentation leaves open, asked on a sheet of our own. For developers only. */

export const PROBE_SHEET = '实测_TIEOUT';

/** What came of it: a value, or Excel's code. */
export interface Answered {
  readonly probe: string;
  readonly outcome: unknown;
}

type Probe = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>;

const PROBES: Readonly<Record<string, Probe>> = {
  async 'a matrix of another shape'(sheet, context) {
    sheet.getRange('A1:B1').values = [[1]];
    await context.sync();
    return 'written';
  },
  async 'texts that look like something else'(sheet, context) {
    const range = sheet.getRange('A2:A7');
    range.numberFormat = Array.from({ length: 6 }, () => ['@']);
    range.formulas = [["'=1+1"], ["'1-2"], ["'3月5日"], ["'TRUE"], ["'#REF!"], ["'-3"]];
    range.load('values,text,formulas,valueTypes');
    await context.sync();
    return { values: range.values, text: range.text, formulas: range.formulas, types: range.valueTypes };
  },
  async 'the same texts in cells of the General format'(sheet, context) {
    const range = sheet.getRange('B2:B4');
    range.formulas = [["'=1+1"], ["'1-2"], ["'3月5日"]];
    range.load('values,text,formulas');
    await context.sync();
    return { values: range.values, text: range.text, formulas: range.formulas };
  },
  async 'a link by formula'(sheet, context) {
    const range = sheet.getRange('A8');
    range.formulas = [[`=HYPERLINK("#'${PROBE_SHEET}'!A1","A1")`]];
    range.load('formulas');
    await context.sync();
    return range.formulas;
  },
  async 'a whole column'(sheet, context) {
    const range = sheet.getRange('A:A');
    range.load('values');
    await context.sync();
    return range.values;
  },
  async 'a list of areas too long'(sheet, context) {
    const range = sheet.getRanges(Array.from({ length: 2_000 }, (_, row) => `A${row * 2 + 1}`).join(','));
    range.load('address');
    await context.sync();
    return 'taken';
  },
  async 'no fill'(sheet, context) {
    const { fill } = sheet.getRange('D1').format;
    fill.load('color');
    await context.sync();
    return fill.color;
  },
  async 'a mark: its rule as Excel gives it back'(sheet, context) {
    const format = sheet.getRanges('A1,C3').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=N("TIEOUT|1|probe")=0';
    format.custom.format.fill.color = '#FFC7CE';
    format.load('id,type,priority,stopIfTrue');
    const { rule } = format.custom;
    rule.load('formula');
    await context.sync();
    return { formula: rule.formula, type: format.type, priority: format.priority, stopIfTrue: format.stopIfTrue };
  },
  async 'what came before a fault stays'(sheet, context) {
    sheet.getRange('E1').values = [['before']];
    sheet.getRange('E2:F2').values = [[1]];
    await context.sync();
    return 'written';
  },
  async 'and is it there'(sheet, context) {
    const range = sheet.getRange('E1');
    range.load('values');
    await context.sync();
    return range.values;
  },
  async 'widths and heights'(sheet, context) {
    sheet.getRange('G:G').format.columnWidth = 59;
    const { format } = sheet.getRange('G1');
    format.rowHeight = 30;
    format.load('columnWidth,rowHeight');
    await context.sync();
    return { columnWidth: format.columnWidth, rowHeight: format.rowHeight };
  },
  async 'a property of 30,000 characters'(sheet, context) {
    sheet.customProperties.add('tieout-probe', 'x'.repeat(30_000));
    await context.sync();
    return 'taken';
  },
  async 'a sheet that is not there'(_, context) {
    const gone = context.workbook.worksheets.getItemOrNullObject('没有这张表');
    gone.load('name');
    await context.sync();
    return { isNullObject: gone.isNullObject };
  },
};

/** Each in a run of its own: one that fails takes nothing along. The sheet is made before and removed after. */
export async function askProbes(): Promise<readonly Answered[]> {
  const found: Answered[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItemOrNullObject(PROBE_SHEET).delete();
    context.workbook.worksheets.add(PROBE_SHEET);
    await context.sync();
  });
  for (const [probe, ask] of Object.entries(PROBES)) {
    const outcome = await Excel.run((context) => ask(context.workbook.worksheets.getItem(PROBE_SHEET), context)).catch((error: unknown) =>
      error instanceof OfficeExtension.Error ? { code: error.code, location: error.debugInfo.errorLocation ?? '' } : String(error),
    );
    found.push({ probe, outcome });
  }
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(PROBE_SHEET).delete();
    await context.sync();
  });
  return found;
}

/** Every edit as Excel tells it, our own among them; answers how to stop. */
export async function hearRawEdits(tell: (event: unknown) => void): Promise<() => Promise<void>> {
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(async ({ type, address, changeType, source, triggerSource, details }) => {
      tell({ type, address, changeType, source, triggerSource, details });
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return async () => {
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
  };
}
