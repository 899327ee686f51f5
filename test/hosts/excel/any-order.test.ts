/** Whatever is done in whatever order, by us and by the user: nothing of the user's is lost, and clearing brings back what was there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/core/edits/edit.ts';
import type { SheetContent } from '../../../src/core/edits/sheet-content.ts';
import { applyEdits } from '../../../src/hosts/excel/apply-edits.ts';
import { readWorkbook } from '../../../src/hosts/excel/read-workbook.ts';
import { picture } from '../../support/excel-host/model/book.ts';
import { Grid, type HostCell } from '../../support/excel-host/model/cells.ts';
import type { HostSheet, Looks } from '../../support/excel-host/model/sheet.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import { plain, richWorkbook } from './sample.ts';

type Step =
  | {
      readonly do: 'mark';
      readonly sheet: string;
      readonly level: 'error' | 'warning' | 'within-rounding';
      readonly cells: readonly (readonly [number, number])[];
    }
  | { readonly do: 'clear' }
  | { readonly do: 'write'; readonly tag: string; readonly texts: readonly string[]; readonly asks: boolean }
  | { readonly do: 'user types in ours'; readonly tag: string; readonly text: string }
  | { readonly do: 'user renames ours'; readonly tag: string }
  | { readonly do: 'user copies ours'; readonly tag: string };

const tag = fc.constantFrom('check-report', 'supplement');
const word = fc.constantFrom('甲', '乙', '=1+1', '1-2', '说明', '0.5');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('mark' as const),
    sheet: fc.constantFrom('公开01表', '隐藏的', '保护的', '深藏的'),
    level: fc.constantFrom('error' as const, 'warning' as const, 'within-rounding' as const),
    cells: fc.array(fc.tuple(fc.nat(8), fc.nat(3)), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({ do: fc.constant('clear' as const) }),
  fc.record({ do: fc.constant('write' as const), tag, texts: fc.array(word, { maxLength: 5 }), asks: fc.boolean() }),
  fc.record({ do: fc.constant('user types in ours' as const), tag, text: fc.constantFrom('我的', '批注') }),
  fc.record({ do: fc.constant('user renames ours' as const), tag }),
  fc.record({ do: fc.constant('user copies ours' as const), tag }),
);

function content(tagName: string, texts: readonly string[], asks: boolean): SheetContent {
  const rows = texts.map((value) => [{ value: `${tagName} ${value}` }, { value, ...(asks ? { style: 'input' as const } : {}) }]);
  return { tag: tagName, name: tagName === 'supplement' ? '补充资料' : '勾稽检查', rows, widths: [10, 20] };
}

describe('any order of steps', () => {
  it('loses nothing of the user and leaves nothing of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const host = openInExcel(richWorkbook());
        host.book.sheets[0]!.rules = [
          {
            id: 'u',
            type: 'Custom',
            areas: [{ top: 0, left: 0, bottom: 9, right: 2 }],
            formula: '=TRUE',
            fill: '#00FF00',
            stopIfTrue: true,
          },
        ];
        const users = host.book.sheets.length;
        const before = structuredClone(picture(host.book)) as unknown[];
        let typed = 0;
        const ours = (name: string) =>
          host.book.sheets
            .slice(users)
            .find(({ names }) => names.some((item) => item.name.startsWith(`_TIEOUT_${name.replace('-', '.002d')}`)));
        for (const one of steps) {
          const sheet = 'tag' in one ? ours(one.tag) : undefined;
          if (one.do === 'mark')
            await applyEdits([
              {
                kind: 'mark-cells',
                sheet: one.sheet,
                level: one.level,
                areas: one.cells.map(([row, column]) => ({ top: row, left: column, bottom: row, right: column })),
              },
            ]);
          else if (one.do === 'clear') await applyEdits([{ kind: 'clear-marks' }]);
          else if (one.do === 'write') await applyEdits([{ kind: 'write-sheet', content: content(one.tag, one.texts, one.asks) }]);
          else if (sheet === undefined) continue;
          else if (one.do === 'user types in ours') sheet.cells.set(20 + typed, 5, { value: `${one.text}${typed++}` });
          else if (one.do === 'user renames ours') sheet.name = `改名${host.book.nextId++}`;
          else if (one.do === 'user copies ours')
            host.book.sheets.push(copyOf(sheet, `copy${host.book.nextId}`, `副本${host.book.nextId++}`));
        }
        const kept = new Set(host.book.sheets.slice(users).flatMap(({ cells }) => cells.sorted().map(([, , { value }]) => String(value))));
        for (let number = 0; number < typed; number++)
          expect([...kept].some((value) => /^(我的|批注)/.test(value) && value.slice(2) === String(number))).toBe(true);
        expect(plain((await readWorkbook()).workbook)).toBeDefined();

        const undo: Edit[] = [
          { kind: 'clear-marks' },
          { kind: 'remove-sheet', tag: 'check-report' },
          { kind: 'remove-sheet', tag: 'supplement' },
        ];
        await applyEdits(undo);
        expect((picture(host.book) as unknown[]).slice(0, users)).toEqual(before);
        for (const left of host.book.sheets.slice(users)) {
          expect(left.rules).toEqual([]);
          expect(left.cells.sorted().some(([, , { value }]) => /^(我的|批注)/.test(String(value)))).toBe(true);
        }
      }),
      { numRuns: 100, seed: 20_231 },
    );
  });
});

/** A copied sheet shares nothing with the first. */
function copyOf(sheet: HostSheet, id: string, name: string): HostSheet {
  const { cells, looks, ...rest } = sheet;
  const copy = { ...structuredClone(rest), id, name, cells: new Grid<HostCell>(), looks: new Grid<Looks>() };
  for (const [row, column, cell] of cells.sorted()) copy.cells.set(row, column, cell);
  for (const [row, column, look] of looks.sorted()) copy.looks.set(row, column, look);
  return copy;
}
