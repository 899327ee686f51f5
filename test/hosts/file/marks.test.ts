/** Marks: they colour what they should, leave everything of the user's as it was, and one edit takes them all away again. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Edit, MARK_SIGNATURE, type MarkCells, type MarkLevel } from '../../../src/core/edits/edit.ts';
import { parseArea } from '../../../src/core/workbook/address.ts';
import { applyEdits } from '../../../src/hosts/file/apply-edits.ts';
import { readLayouts } from '../../../src/hosts/file/read-layout.ts';
import { readZipDirectory } from '../../../src/hosts/file/zip.ts';
import { packageFaults } from '../../support/package-faults.ts';
import { all, differingParts, handMade, type HandMade, parsed, partsOf, unzipped, zipped } from '../../support/packages.ts';

const CLEAR: Edit = { kind: 'clear-marks' };
const SHEET = 'xl/worksheets/sheet1.xml';
const realBook = (): Uint8Array => new Uint8Array(readFileSync('test/workbooks/files/libreoffice.xlsx'));

function mark(addresses: string, level: MarkLevel = 'error', sheet = '收支总表'): MarkCells {
  const areas = addresses.split(' ').map((address) => {
    const area = parseArea(address);
    if (area === undefined) throw new Error(address);
    return area;
  });
  return { kind: 'mark-cells', sheet, areas, level };
}

const text = (bytes: Uint8Array, part: string): string => unzipped(bytes).get(part) ?? '';

/** What is marked on a sheet: level, addresses, colour. */
function marksOf(bytes: Uint8Array, part = SHEET): string[] {
  const formats = all(parsed(text(bytes, 'xl/styles.xml')), 'dxf');
  return all(parsed(text(bytes, part)), 'conditionalFormatting').flatMap(({ attributes, children }) =>
    children.flatMap((rule) => {
      const formula = rule.children[0]?.text ?? '';
      if (!formula.includes(MARK_SIGNATURE)) return [];
      const format = formats[Number(rule.attributes.dxfId)];
      const colour = format === undefined ? '' : (all(format, 'bgColor')[0]?.attributes.rgb ?? '');
      return [`${/\|(\w[\w-]*)"/.exec(formula)?.[1] ?? ''} ${attributes.sqref ?? ''} ${colour}`];
    }),
  );
}

describe('marking a workbook of LibreOffice with a chart, a picture, a comment, a validation and formats of the user', () => {
  const before = realBook();
  const edits = [CLEAR, mark('B7'), mark('B4:B5', 'warning'), mark('C4 C6', 'within-rounding'), mark('B5')];
  const marked = applyEdits(before, edits);

  it('colours the cells by level', () => {
    expect(marksOf(marked)).toEqual(['error B7 B5 FFFFC7CE', 'warning B4:B5 FFFFEB9C', 'within-rounding C4 C6 FFDDEBF7']);
  });

  it('takes the condition of a live mark along, for Excel and for the grid, and clears it like any other', () => {
    const when = 'AND(ROUND($B$7,2)<>ROUND($B$5+$B$6,2),$B$7>0)';
    const live = applyEdits(before, [CLEAR, { ...mark('B7'), when }, mark('B4')]);
    const rules = all(parsed(text(live, SHEET)), 'formula').map((formula) => formula.text);
    expect(rules.filter((formula) => formula.includes(MARK_SIGNATURE))).toEqual([
      `AND(N("TIEOUT|1|error")=0,${when})`,
      'N("TIEOUT|1|error")=0',
    ]);
    expect(readLayouts(live).get('收支总表')?.marks).toEqual([
      { level: 'error', when, areas: mark('B7').areas },
      { level: 'error', areas: mark('B4').areas },
    ]);
    expect(differingParts(before, applyEdits(live, [CLEAR]))).toEqual([]);
  });

  it('touches the sheet and the styles only, and gives a sound package', () => {
    expect(differingParts(before, marked).sort()).toEqual(['xl/styles.xml', SHEET]);
    expect(packageFaults(before)).toEqual([]);
    expect(packageFaults(marked)).toEqual([]);
  });

  it('copies untouched parts with their compressed bytes, in their order, with their times', () => {
    const [old, young] = [readZipDirectory(before), readZipDirectory(marked)];
    expect(young.entries.map(({ name }) => name)).toEqual(old.entries.map(({ name }) => name));
    for (const entry of old.entries) {
      const twin = young.entries.find(({ name }) => name === entry.name);
      if (twin === undefined) throw new Error(entry.name);
      expect(marked.subarray(twin.recordStart + 12, twin.recordStart + 16)).toEqual(
        before.subarray(entry.recordStart + 12, entry.recordStart + 16),
      );
      if (entry.name === SHEET || entry.name === 'xl/styles.xml') continue;
      expect(marked.subarray(twin.start, twin.end)).toEqual(before.subarray(entry.start, entry.end));
    }
  });

  it('keeps the rules of the user: their places, priorities and formats', () => {
    const rules = (bytes: Uint8Array): unknown =>
      all(parsed(text(bytes, SHEET)), 'cfRule').filter((rule) => !rule.children[0]?.text.includes(MARK_SIGNATURE));
    expect(rules(marked)).toEqual(rules(before));
    expect(all(parsed(text(marked, 'xl/styles.xml')), 'dxf')[0]).toEqual(all(parsed(text(before, 'xl/styles.xml')), 'dxf')[0]);
  });

  it('is undone by one edit: every part is what it was, byte for byte', () => {
    expect(differingParts(before, applyEdits(marked, [CLEAR]))).toEqual([]);
  });

  it('done again after clearing gives the same bytes', () => {
    expect(applyEdits(marked, edits)).toEqual(marked);
    expect(applyEdits(before, edits)).toEqual(marked);
  });

  it('clears one sheet alone when asked to', () => {
    const two = applyEdits(marked, [mark('A1', 'error', '说明')]);
    const one = applyEdits(two, [{ kind: 'clear-marks', sheet: '收支总表' }]);
    expect(marksOf(one)).toEqual([]);
    expect(marksOf(one, 'xl/worksheets/sheet2.xml')).toEqual(['error A1 FFFFC7CE']);
    expect(differingParts(before, applyEdits(one, [CLEAR]))).toEqual([]);
  });

  it('leaves a workbook without marks as it is', () => {
    expect(applyEdits(before, [CLEAR])).toEqual(before);
    expect(applyEdits(before, [])).toEqual(before);
  });
});

describe('sheets of every shape', () => {
  const rows = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const dxfs = '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>';
  const styles = `<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs>`;
  const prefixed =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/></x:worksheet>';
  const books: Record<string, HandMade> = {
    'an empty one': { sheets: ['<sheetData/>'], styles: `${styles}<dxfs count="0"/>` },
    'with line breaks between elements': {
      sheets: [`\n  ${rows}\n  <pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>\n`],
      styles: `${styles}\n<dxfs count="0" />\n<tableStyles count="0"/>`,
    },
    'with a validation and links': {
      sheets: [`${rows}<phoneticPr fontId="0"/><dataValidations count="0"/><hyperlinks/>`],
      styles: `${styles}${dxfs}`,
    },
    'with formats in an extension': {
      sheets: [
        `${rows}<conditionalFormatting sqref="A1"><cfRule type="duplicateValues" dxfId="0" priority="7"/></conditionalFormatting><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>` +
          '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{1}" priority="12"/></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
      ],
      styles: `${styles}${dxfs}`,
    },
    'without any styles list': { sheets: [rows], styles },
    'with prefixes': { sheets: [prefixed], styles: `${styles}${dxfs}` },
  };

  it.each(Object.entries(books))('%s: sound when marked, the same when cleared', (_, made) => {
    const before = handMade(made);
    const marked = applyEdits(before, [mark('A1 B2:C3', 'error', 'Sheet1'), mark('A1', 'warning', 'Sheet1')]);
    expect(packageFaults(marked)).toEqual([]);
    expect(marksOf(marked)).toEqual(['error A1 B2:C3 FFFFC7CE', 'warning A1 FFFFEB9C']);
    expect(differingParts(before, applyEdits(marked, [CLEAR]))).toEqual([]);
  });

  it('our rules come behind the last priority of the user, wherever that one stands', () => {
    const marked = applyEdits(handMade(books['with formats in an extension'] as HandMade), [mark('A1', 'error', 'Sheet1')]);
    expect(all(parsed(text(marked, SHEET)), 'cfRule').map(({ attributes }) => attributes.priority)).toEqual(['7', '13', '12']);
  });

  it('a rule of the user that Excel has put together with ours stays', () => {
    const sheet =
      `${rows}<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="2"><formula>N("TIEOUT|1|error")=0</formula></cfRule>` +
      '<cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>';
    const cleared = applyEdits(handMade({ sheets: [sheet], styles: styles + dxfs }), [CLEAR]);
    expect(text(cleared, SHEET)).toContain(
      '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>',
    );
    expect(text(cleared, SHEET)).not.toContain(MARK_SIGNATURE);
  });

  it('a format of ours that a table of the user has come to use is kept', () => {
    const marked = applyEdits(handMade({ sheets: [rows], styles: styles + dxfs }), [mark('A1', 'error', 'Sheet1')]);
    const parts = Object.fromEntries(unzipped(marked));
    const cleared = applyEdits(zipped({ ...parts, 'xl/tables/table1.xml': '<table headerRowDxfId="1"/>' }), [CLEAR]);
    expect(all(parsed(text(cleared, 'xl/styles.xml')), 'dxf')).toHaveLength(2);
  });

  it('a workbook without a styles part gets one', () => {
    const marked = applyEdits(handMade({ sheets: [rows] }), [mark('A1', 'error', 'Sheet1')]);
    expect(packageFaults(marked)).toEqual([]);
    expect(marksOf(marked)).toEqual(['error A1 FFFFC7CE']);
  });

  it('many cells are listed in pieces that Excel takes', () => {
    const addresses = Array.from({ length: 950 }, (_, index) => `A${index * 2 + 1}`).join(' ');
    const marked = applyEdits(handMade({ sheets: [rows], styles }), [mark(addresses, 'error', 'Sheet1')]);
    const lists = all(parsed(text(marked, SHEET)), 'conditionalFormatting').map(({ attributes }) => attributes.sqref ?? '');
    expect(lists.join(' ')).toBe(addresses);
    expect(Math.max(...lists.map((list) => list.length))).toBeLessThan(1000);
  });
});

it('the bytes that were given are never written to, be they a Buffer of Node', () => {
  const given = readFileSync('test/workbooks/files/libreoffice.xlsx');
  const before = Buffer.from(given);
  const marked = applyEdits(given, [mark('B7')]);
  applyEdits(given, [CLEAR]).fill(0);
  expect(given.equals(before)).toBe(true);
  expect(differingParts(before, applyEdits(Buffer.from(marked), [CLEAR]))).toEqual([]);
});

describe('what is refused', () => {
  it('a signed workbook', () => {
    const parts = partsOf({ sheets: ['<sheetData/>'], more: { '_xmlsignatures/origin.sigs': '' } });
    expect(() => applyEdits(zipped(parts), [CLEAR])).toThrow(/digital signature/);
  });

  it('a sheet that is not there', () => {
    expect(() => applyEdits(realBook(), [mark('A1', 'error', '别的表')])).toThrow(/别的表/);
  });

  it('a csv file', () => {
    expect(() => applyEdits(new TextEncoder().encode('a,b\n1,2'), [CLEAR])).toThrow(/can be read but not marked/);
  });
});

it('macros pass through as they are', () => {
  const parts = {
    ...partsOf({ sheets: ['<sheetData/>'], styles: '' }),
    'xl/vbaProject.bin': '\u0001\u0002macro',
    'xl/vbaProjectSignature.bin': 'signed',
  };
  const before = zipped(parts);
  const after = applyEdits(before, [mark('A1', 'error', 'Sheet1')]);
  expect(differingParts(before, after).sort()).toEqual(['xl/styles.xml', SHEET]);
});
