/** `check` and `relations` on workbooks that no statement knows (普通表格): findings, exit codes, and what is said where nothing adds up. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/hosts/file/open-workbook.ts';
import { unzipped, zipped } from '../support/packages.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

interface CheckJson {
  readonly tables: readonly { readonly sheet: string; readonly statement: string | null; readonly unit: string }[];
  readonly relations: { readonly total: number; readonly broken: number };
  readonly findings: readonly {
    readonly check: string;
    readonly verdict: string;
    readonly severity: string;
    readonly suspects: readonly { readonly address: string; readonly repair: string | null; readonly slip: string | null }[];
  }[];
}

interface RelationsJson {
  readonly relations: readonly {
    readonly sheet: string;
    readonly operator: string;
    readonly total: readonly [number, number];
    readonly parts: readonly (readonly [number, number])[];
    readonly verdict: string;
  }[];
}

const folder = temporaryFolder();
const BOOKS = 'test/workbooks/ordinary';
const SAMPLE = 'assets/samples/changji-2023.xlsx';
const relations = (...args: readonly string[]) => (JSON.parse(runCli('relations', ...args, '--json').stdout) as RelationsJson).relations;

describe('check on an ordinary table', () => {
  it('names the cell, the repair and the slip, and ends with 1', () => {
    const run = runCli('check', `${BOOKS}/fault-unit.xls`, '--json');
    const result = JSON.parse(run.stdout) as CheckJson;
    expect(run.code).toBe(1);
    expect(result.tables).toMatchObject([{ statement: null, unit: '万元' }]);
    expect(result.relations.broken).toBe(1);
    expect(result.findings.filter(({ verdict }) => verdict === 'broken').map(({ suspects }) => suspects)).toEqual([
      [expect.objectContaining({ address: 'C5', repair: '7402.96', slip: 'unit' })],
    ]);
  });

  it('ends with 0 and says so where all holds', () => {
    const run = runCli('check', `${BOOKS}/clean-code-tree.csv`);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('普通表格「clean-code-tree」');
    expect(run.stdout).toContain('没有发现不符');
  });

  it('marks the cells and writes the report in a copy', async () => {
    const out = join(folder, 'marked.xlsx');
    expect(runCli('check', `${BOOKS}/fault-formulas.xlsx`, '--out', out).code).toBe(1);
    const book = await openWorkbook(new Uint8Array(readFileSync(out)), 'marked.xlsx');
    const report = book.sheets.find(({ name }) => name === '勾稽检查');
    const words = report?.grid.flatMap((row) => row?.map((cell) => String(cell?.value ?? '')) ?? []).join('\n') ?? '';
    expect(words).toContain('公式应为 =SUM(B5:E5)');
    expect(words).toContain('公式应为 =SUM(B3:B9)');
  });

  it('says in one line that nothing can be checked', () => {
    const list = join(folder, 'names.csv');
    writeFileSync(list, '姓名,部门\n张三,财务\n李四,人事\n');
    const run = runCli('check', list);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('没有发现任何合计');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('checks tables that stand beside the statutory ones, which find nothing more in themselves', () => {
    const known = JSON.parse(runCli('check', SAMPLE, '--json').stdout) as CheckJson;
    expect(known.findings.filter(({ check }) => check === 'ordinary-table' || check.startsWith('formula-'))).toEqual([]);
    expect(known.tables.every(({ statement }) => statement !== null)).toBe(true);
  });
});

describe('a workbook whose program never computed its formulas', () => {
  it('is not called sound in silence: the formulas without a result are counted, and the remedy is named', () => {
    const path = join(folder, 'never-computed.xlsx');
    const parts = unzipped(new Uint8Array(readFileSync(`${BOOKS}/clean-formulas.xlsx`)));
    const bare = [...parts].map(([name, xml]) => [name, xml.replace(/(<f\b[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1')] as const);
    const formulas = [...parts.values()].reduce((sum, xml) => sum + (xml.match(/<\/f><v>/g) ?? []).length, 0);
    writeFileSync(path, zipped(Object.fromEntries(bare)));
    expect(formulas).toBeGreaterThan(0);
    expect(runCli('check', path).stdout).toContain(`有 ${formulas} 个公式单元格没有保存计算结果`);
    expect((JSON.parse(runCli('check', path, '--json').stdout) as { readonly waitingFormulas: number }).waitingFormulas).toBe(formulas);
  });
});

describe('relations', () => {
  it('lists what the cells of an ordinary table show, zero-based', () => {
    const found = relations(`${BOOKS}/clean-year-on-year.xlsx`);
    expect(found).toContainEqual(
      expect.objectContaining({
        operator: 'relative-change',
        total: [2, 4],
        parts: [
          [2, 2],
          [2, 1],
        ],
        verdict: 'exact',
      }),
    );
    expect(found.every(({ verdict }) => verdict === 'exact')).toBe(true);
  });

  it('states the statutory relations of known tables, and with --generic only what they show', () => {
    const statutory = relations(SAMPLE);
    const generic = relations(SAMPLE, '--generic');
    expect(statutory.length).toBeGreaterThan(300);
    expect(generic.length).toBeGreaterThan(50);
    expect(new Set(generic.map(({ verdict }) => verdict))).toEqual(new Set(['exact', 'within-rounding']));
  });
});
