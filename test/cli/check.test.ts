/** `check` on the sample workbook and its faulty copy, through the real command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/hosts/file/open-workbook.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

interface FindingJson {
  readonly check: string;
  readonly severity: string;
  readonly verdict: string;
  readonly cell: { readonly sheet: string; readonly address: string };
  readonly stated: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  readonly suspects: readonly {
    readonly sheet: string;
    readonly address: string;
    readonly repair: string | null;
    readonly slip: string | null;
  }[];
  readonly message: string;
}
interface CheckJson {
  readonly tables: readonly { readonly statement: string | null; readonly unit: string; readonly year: number | null }[];
  readonly relations: Readonly<Record<'total' | 'exact' | 'withinRounding' | 'broken' | 'notJudged', number>>;
  readonly findings: readonly FindingJson[];
}

const folder = temporaryFolder();
const SAMPLE = 'assets/samples/changji-2023.xlsx';
const PRIOR = 'assets/samples/changji-2022.xlsx';
const FAULTY = 'assets/samples/changji-2023-faulty.xlsx';
const checkJson = (...args: readonly string[]): CheckJson => JSON.parse(runCli('check', ...args, '--json').stdout) as CheckJson;

describe('check on the sound sample', () => {
  const result = checkJson(SAMPLE, '--prior', PRIOR);

  it('reads nine tables and five forms in 万元 of 2023', () => {
    expect(result.tables).toHaveLength(14);
    expect(new Set(result.tables.map((table) => table.year))).toEqual(new Set([2023]));
  });

  it('calls nothing in the nine tables broken', () => {
    expect(result.findings.filter((finding) => finding.verdict === 'broken' && finding.severity === 'error')).toEqual([]);
  });

  it('lists the sums that are 0.01 off as rounding differences', () => {
    const rounding = result.findings.filter((finding) => finding.verdict === 'within-rounding');
    expect(rounding.length).toBe(result.relations.withinRounding);
    expect(rounding.map((finding) => finding.stated)).toEqual(expect.arrayContaining(['1939.86', '1449.56', '1407.64']));
    expect(new Set(rounding.map((finding) => finding.severity))).toEqual(new Set(['info']));
  });

  it('reports the real contradictions of the published document as warnings', () => {
    const pairs = result.findings
      .filter((finding) => finding.severity === 'warning')
      .map((finding) => `${finding.stated} ${finding.expected}`);
    expect(pairs).toEqual(expect.arrayContaining(['1871.78 1874.02', '61.08 58.84']));
    expect(result.findings.some((finding) => finding.message.includes('572.47') && finding.message.includes('525.22'))).toBe(true);
  });
});

describe('check on the faulty copy', () => {
  const faults = JSON.parse(readFileSync('assets/samples/faults.json', 'utf8')) as readonly {
    readonly sheet: string;
    readonly address: string;
    readonly kind: string;
  }[];
  const result = checkJson(FAULTY, '--prior', PRIOR);

  it('has at least ten faults, and each is pointed at', () => {
    expect(faults.length).toBeGreaterThanOrEqual(10);
    const pointed = result.findings.flatMap((finding) =>
      [finding.cell, ...finding.suspects].map((cell) => `${cell.sheet}!${cell.address}`),
    );
    for (const fault of faults) expect(pointed, fault.kind).toContain(`${fault.sheet}!${fault.address}`);
  });

  it('ends with exit code 1 and writes marks and the report into the copy', async () => {
    const out = join(folder, 'annotated.xlsx');
    const run = runCli('check', FAULTY, '--prior', PRIOR, '--out', out);
    expect(run.code).toBe(1);
    const book = await openWorkbook(readFileSync(out), 'annotated.xlsx');
    expect(book.sheets.map((sheet) => sheet.name)).toContain('勾稽检查');
  });
});
