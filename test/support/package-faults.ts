/** What makes Excel offer a «repair» at opening, looked for without Excel: relationships, content types, element order, indexes out of range. */
import { all, parsed, unzipped } from './packages.ts';

const WORKSHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );
const WORKBOOK_ORDER =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst'.split(
    ' ',
  );
const STYLES_ORDER = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');

/** One sentence per fault; none for a package that Excel opens as it is. */
export function packageFaults(bytes: Uint8Array): string[] {
  const parts = unzipped(bytes);
  const faults: string[] = [];
  const expectTrue = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const text = (name: string): string => parts.get(name) ?? '';
  for (const [name, xml] of parts) {
    if (!/\.(?:xml|rels|vml)$/.test(name)) continue;
    try {
      parsed(xml);
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
  }
  if (faults.length > 0) return faults;

  const types = parsed(text('[Content_Types].xml'));
  const overrides = all(types, 'Override').map(({ attributes }) => attributes.PartName ?? '');
  expectTrue(new Set(overrides).size === overrides.length, 'a part has two content types');
  for (const part of overrides) expectTrue(parts.has(part.slice(1)), `content type for the missing part ${part}`);
  for (const [name, xml] of parts) {
    if (!name.endsWith('.rels')) continue;
    const relationships = all(parsed(xml), 'Relationship').map(({ attributes }) => attributes);
    expectTrue(new Set(relationships.map(({ Id }) => Id)).size === relationships.length, `${name}: two relationships of one id`);
    const folder = name.replace(/_rels\/[^/]*$/, '');
    for (const { Target = '', TargetMode } of relationships) {
      if (TargetMode === 'External') continue;
      const target = Target.startsWith('/') ? Target.slice(1) : new URL(Target, `file:///${folder}`).pathname.slice(1);
      expectTrue(parts.has(target), `${name}: points to the missing part ${target}`);
    }
  }

  const workbook = parsed(text('xl/workbook.xml'));
  faults.push(
    ...orderFaults(
      'xl/workbook.xml',
      workbook.children.map(({ name }) => name),
      WORKBOOK_ORDER,
    ),
  );
  const sheets = all(workbook, 'sheet').map(({ attributes }) => attributes);
  const lower = sheets.map(({ name = '' }) => name.toLowerCase());
  expectTrue(new Set(lower).size === lower.length, 'two sheets of one name');
  expectTrue(new Set(sheets.map(({ sheetId }) => sheetId)).size === sheets.length, 'two sheets of one sheetId');
  for (const { name = '' } of sheets) expectTrue(name.length <= 31 && !/[[\]:*?/\\]/.test(name), `sheet name «${name}»`);
  for (const { attributes } of all(workbook, 'definedName')) {
    if (attributes.localSheetId !== undefined)
      expectTrue(Number(attributes.localSheetId) < sheets.length, `${attributes.name}: no such sheet`);
  }
  for (const { attributes } of all(workbook, 'workbookView'))
    expectTrue(Number(attributes.activeTab ?? 0) < sheets.length, 'activeTab out of range');

  const styles = parts.has('xl/styles.xml') ? parsed(text('xl/styles.xml')) : undefined;
  if (styles !== undefined)
    faults.push(
      ...orderFaults(
        'xl/styles.xml',
        styles.children.map(({ name }) => name),
        STYLES_ORDER,
      ),
    );
  const countOf = (list: string): number => styles?.children.find(({ name }) => name === list)?.children.length ?? 0;
  for (const list of styles?.children ?? []) {
    if (list.attributes.count !== undefined && list.name !== 'tableStyles')
      expectTrue(Number(list.attributes.count) === list.children.length, `${list.name}: wrong count`);
  }
  for (const xf of styles?.children.find(({ name }) => name === 'cellXfs')?.children ?? []) {
    expectTrue(Number(xf.attributes.fontId) < countOf('fonts'), 'fontId out of range');
    expectTrue(Number(xf.attributes.fillId) < countOf('fills'), 'fillId out of range');
    expectTrue(Number(xf.attributes.borderId) < countOf('borders'), 'borderId out of range');
  }
  for (const [name, xml] of parts) {
    if (!/worksheets\/[^/]*\.xml$/.test(name)) continue;
    const sheet = parsed(xml);
    faults.push(
      ...orderFaults(
        name,
        sheet.children.map((child) => child.name),
        WORKSHEET_ORDER,
      ),
    );
    for (const { attributes } of all(sheet, 'c'))
      if (attributes.s !== undefined && styles !== undefined)
        expectTrue(Number(attributes.s) < countOf('cellXfs'), `${name}: style ${attributes.s}`);
    for (const { attributes } of all(sheet, 'cfRule')) {
      if (attributes.dxfId !== undefined) expectTrue(Number(attributes.dxfId) < countOf('dxfs'), `${name}: dxfId ${attributes.dxfId}`);
    }
    const priorities = all(sheet, 'cfRule').map(({ attributes }) => attributes.priority);
    expectTrue(new Set(priorities).size === priorities.length, `${name}: two rules of one priority`);
    const rows = all(sheet, 'row').flatMap(({ attributes }) => (attributes.r === undefined ? [] : [Number(attributes.r)]));
    expectTrue(
      rows.every((row, index) => index === 0 || row > (rows[index - 1] ?? 0)),
      `${name}: rows out of order`,
    );
  }
  return faults;
}

function orderFaults(part: string, names: readonly string[], order: readonly string[]): string[] {
  const ranks = names.map((name) => order.indexOf(name)).filter((rank) => rank >= 0);
  const sorted = ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
  return sorted ? [] : [`${part}: children out of order: ${names.join(' ')}`];
}
