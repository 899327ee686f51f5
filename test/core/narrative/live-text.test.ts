/** Live paragraphs (活文字): a formula engine that is not ours computes them, and they say what we say, before and after a cell changes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { liveText } from '../../../src/core/narrative/live-text.ts';
import { type Paragraph, textOf } from '../../../src/core/narrative/narrative.ts';
import { loadAccounts, narrate, narratives, openWorkbook } from '../../../src/engine.ts';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { pick, seededRandom } from '../../support/final-accounts/index.ts';

const require = createRequire(import.meta.url);
const paragraphsOf = (workbook: Workbook, prior: Workbook): readonly Paragraph[] =>
  narrate(loadAccounts(workbook, prior).sets[0]!, narratives[0]!).sections.flatMap(({ paragraphs }) => paragraphs);

/** The workbook in a formula engine, every cell as its value; a last sheet computes formulas. */
function calculator(workbook: Workbook) {
  const model = new Model('book', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  workbook.sheets.forEach((sheet, index) => {
    if (index > 0) model.newSheet();
    model.renameSheet(index, sheet.name);
    sheet.grid.forEach((row, at) =>
      row?.forEach((cell, column) => {
        if (typeof cell?.value === 'number') model.setUserInput(index, at + 1, column + 1, String(cell.value));
      }),
    );
  });
  model.newSheet();
  const last = workbook.sheets.length;
  return {
    set: (sheet: number, row: number, column: number, value: number) => model.setUserInput(sheet, row + 1, column + 1, String(value)),
    compute: (formulas: readonly string[]): readonly string[] => {
      formulas.forEach((formula, row) => model.setUserInput(last, row + 1, 1, `=${formula}`));
      model.evaluate();
      return formulas.map((_, row) => model.getFormattedCellValue(last, row + 1, 1));
    },
  };
}

function withValue(workbook: Workbook, sheet: number, row: number, column: number, value: number): Workbook {
  const sheets = workbook.sheets.map((old, index) => {
    if (index !== sheet) return old;
    const grid = old.grid.map((cells, at) => (at === row ? cells?.map((cell, c) => (c === column ? { ...cell, value } : cell)) : cells));
    return { ...old, grid };
  });
  return { ...workbook, sheets };
}

const shape = (paragraph: Paragraph): string =>
  paragraph.spans.map((span) => (span.kind === 'figure' || span.kind === 'direction' ? span.kind : span.text)).join('|');

let book: Workbook;
let prior: Workbook;
beforeAll(async () => {
  initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
  book = await openWorkbook(new Uint8Array(readFileSync('assets/samples/changji-2023.xlsx')), 'book.xlsx');
  prior = await openWorkbook(new Uint8Array(readFileSync('assets/samples/changji-2022.xlsx')), 'prior.xlsx');
});

describe('a live paragraph', () => {
  it('reads as the plain one does', () => {
    const live = paragraphsOf(book, prior).flatMap((paragraph) => {
      const formula = liveText(paragraph);
      return formula === undefined ? [] : [{ paragraph, formula }];
    });
    expect(live.length).toBeGreaterThan(25);
    expect(calculator(book).compute(live.map(({ formula }) => formula))).toEqual(live.map(({ paragraph }) => textOf(paragraph)));
  });

  it('says after any change of a cell what a new narrative would say, or asks for one', () => {
    const random = seededRandom(11);
    const before = paragraphsOf(book, prior);
    const cells = book.sheets.flatMap((sheet, index) =>
      /决算/.test(sheet.name)
        ? sheet.grid.flatMap((row, at) =>
            (row ?? []).flatMap((cell, column) =>
              typeof cell?.value === 'number' && cell.value > 1 ? [{ index, at, column, value: cell.value }] : [],
            ),
          )
        : [],
    );
    const engine = calculator(book);
    let compared = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const { index, at, column, value } = pick(random, cells);
      const changed = Number((value * (turn % 4 === 0 ? 0.4 : 1.37)).toFixed(2));
      engine.set(index, at, column, changed);
      const after = paragraphsOf(withValue(book, index, at, column, changed), prior);
      const live = before.flatMap((paragraph, position) => {
        const formula = liveText(paragraph);
        const now = after[position];
        return formula === undefined || now === undefined || shape(now) !== shape(paragraph) ? [] : [{ formula, now }];
      });
      const read = engine.compute(live.map(({ formula }) => formula));
      const wrong = live.flatMap(({ now }, position) => (read[position] === textOf(now) ? [] : [[read[position], textOf(now)]]));
      expect(wrong).toEqual([]);
      compared += live.length;
      engine.set(index, at, column, value);
    }
    expect(compared).toBeGreaterThan(1500);
  });

  it('keeps to what any Excel and WPS can compute', () => {
    for (const paragraph of paragraphsOf(book, prior)) {
      const formula = liveText(paragraph);
      if (formula === undefined) continue;
      expect(formula.length).toBeLessThan(8192);
      const bare = formula.replace(/"(?:[^"]|"")*"/g, (text) => (text.length > 257 ? '!' : ''));
      expect(bare).not.toContain('!"');
      expect(new Set(bare.match(/[A-Z]{2,}(?=\()/g))).toEqual(
        new Set([...(bare.match(/\b(?:IF|TEXT|ROUND|ABS|MAX|VALUE|N)(?=\()/g) ?? [])]),
      );
    }
  });
});
