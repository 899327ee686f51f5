/** What people did to 补充资料 that must be put right (填写问题): where, what is wrong, and what to do about it. Nothing that was typed is dropped for it. */
import type { LocalText } from '../locale.ts';
import { type CellRef, cellAddress } from '../workbook/address.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { departmentKey } from './group-tables.ts';
import { readFigure } from './read-facts.ts';
import { isUnreadableSupplement, type SupplementLine, type SupplementSheet, supplementSheets } from './supplement-sheet.ts';

export interface SupplementFault {
  readonly kind: 'no-head' | 'no-keys' | 'merged' | 'not-a-number' | 'contradiction' | 'other-department';
  readonly ref: CellRef;
  /** Of the line, where it is one line's; as in the 标识. */
  readonly key?: string;
  /** Without the place, which `ref` gives. */
  readonly message: LocalText;
}

/** `departments`: those of the accounts in the workbook; a sheet of none of them is asked about, unless nobody's name is known. */
export function supplementFaults(workbook: Workbook, departments: readonly string[] = []): readonly SupplementFault[] {
  return [
    ...workbook.sheets.filter(isUnreadableSupplement).map(withoutHead),
    ...supplementSheets(workbook).flatMap((found) => [
      ...sheetFaults(found, departments),
      ...found.lines.flatMap((line) => numberFaults(line, found.sheet)),
      ...mergedFaults(found),
      ...contradictions(found),
    ]),
  ];
}

function withoutHead(sheet: Sheet): SupplementFault {
  return {
    kind: 'no-head',
    ref: at(sheet, 0, 0),
    message: {
      'zh-CN':
        '表头不在了，无法辨认各列，本表没有读取，也没有改动。请在内容上方补一行表头：章节、事项、内容、单位、说明、标识、上年内容、用于，然后重新运行。',
      en: 'The row of headings is gone and the columns cannot be told apart: this sheet was neither read nor changed. Put a row above the lines: Section, Item, Content, Unit, Note, Key, Last year, Used in; then run again.',
    },
  };
}

function sheetFaults({ sheet, department, headRow, hasKeys, lines }: SupplementSheet, departments: readonly string[]): SupplementFault[] {
  const faults: SupplementFault[] = [];
  if (headRow === undefined) {
    faults.push({
      kind: 'no-head',
      ref: at(sheet, 0, 0),
      message: {
        'zh-CN': '表头不在了，按原来的列次读取：章节、事项、内容、单位、说明、标识。各列如有移动，请先补上表头；重新写出后表头会恢复。',
        en: 'The row of headings is gone; the columns were read in their original order (Section, Item, Content, Unit, Note, Key). If any was moved, put the headings back first; writing the sheet again restores them.',
      },
    });
  } else if (!hasKeys && lines.some(({ text }) => text !== '')) {
    faults.push({
      kind: 'no-keys',
      ref: at(sheet, headRow, 0),
      message: {
        'zh-CN': '“标识”列不在了，各行按“章节”和“事项”的文字对应；请不要改动这两列文字，重新写出后标识会恢复。',
        en: 'The column 标识 (Key) is gone; the lines were matched by the words of Section and Item. Leave those as they are; writing the sheet again restores the keys.',
      },
    });
  }
  const known = departments.filter((name) => name !== '').map(departmentKey);
  if (department !== '' && known.length > 0 && !known.includes(departmentKey(department)))
    faults.push({
      kind: 'other-department',
      ref: at(sheet, 0, 0),
      message: {
        'zh-CN': `本表写的是“${department}”，报表是“${departments.join('”“')}”的，没有采用其中的内容。确属同一单位（例如改名）的，把表头上方的部门改成报表上的名称，再重新运行；否则内容保留在表末，不会用到。`,
        en: `This sheet is of “${department}”, the tables are of “${departments.join('”, “')}”: nothing in it was used. If it is the same department (renamed, say), change the name above the headings to that of the tables and run again; otherwise its lines are kept at the end of the sheet, unused.`,
      },
    });
  return faults;
}

function numberFaults(line: SupplementLine, sheet: Sheet): SupplementFault[] {
  const { unit, text, content, row, column, item, key } = line;
  if (unit === '' || text === '') return [];
  const ref = at(sheet, row, column);
  const figure = readFigure(content, text, unit, { ref, row: item, key });
  const fault = (message: LocalText): SupplementFault[] => [{ kind: 'not-a-number', ref, ...(key === '' ? {} : { key }), message }];
  if (figure === undefined || figure.reading.kind !== 'number')
    return fault({
      'zh-CN': `“${text}”不是数，没有采用。请只填数字（单位：${unit}）；没有的填 0。`,
      en: `“${text}” is not a number and was not used. Type digits only (in ${unit}); 0 where there is none.`,
    });
  return figure.unit.kind === 'count' && figure.reading.value.isNegative()
    ? fault({
        'zh-CN': `数量不能为负（${text}${unit}），请核对。`,
        en: `A number of things cannot be negative (${text} ${unit}): check it.`,
      })
    : [];
}

function mergedFaults({ sheet, lines }: SupplementSheet): SupplementFault[] {
  const column = lines[0]?.column;
  if (column === undefined) return [];
  const areas = sheet.merged.filter(({ top, bottom, left, right }) => bottom > top && left <= column && column <= right);
  return areas.flatMap(({ top, bottom }) => {
    const [first, ...rest] = lines.filter(({ row }) => row >= top && row <= bottom);
    if (first === undefined) return [];
    const place = cellAddress({ row: first.row, column });
    return rest.map((line): SupplementFault => ({
      kind: 'merged',
      ref: at(sheet, line.row, column),
      ...(line.key === '' ? {} : { key: line.key }),
      message: {
        'zh-CN': `“内容”与 ${place} 合并了，只有第一行读到内容。请取消合并，“${line.item}”另填；相同的也要各填一次。`,
        en: `The content is merged with ${place}, and only the first line was read. Unmerge the cells and fill in “${line.item}” too, even with the same words.`,
      },
    }));
  });
}

/** Lines of one 标识, or of one section and item, that say different things. */
function contradictions({ sheet, lines }: SupplementSheet): SupplementFault[] {
  const byKey = new Map<string, SupplementLine[]>();
  for (const line of lines) {
    const name = line.key === '' ? `@${line.section}|${line.item}` : line.key;
    if (line.text !== '' && line.item + line.key !== '') byKey.set(name, [...(byKey.get(name) ?? []), line]);
  }
  return [...byKey.values()].flatMap((same) => {
    if (new Set(same.map(({ text, unit }) => `${text}|${unit}`)).size < 2) return [];
    const places = same.map(({ row, column }) => cellAddress({ row, column })).join('、');
    return same.map(({ row, column, key, item }): SupplementFault => ({
      kind: 'contradiction',
      ref: at(sheet, row, column),
      ...(key === '' ? {} : { key }),
      message: {
        'zh-CN': `“${item}”填了几次而内容不同（${places}），都没有采用。请只留一行。`,
        en: `“${item}” was typed more than once and differently (${places}); none was used. Keep one line.`,
      },
    }));
  });
}

function at({ name }: Sheet, row: number, column: number): CellRef {
  return { book: 'current', sheet: name, row, column };
}
