/** The rules of the house catch what they are there to catch: each is shown a file that keeps it and one that breaks it. */
import { describe, expect, it } from 'vitest';
import { catalogueFiles, entryFault, expectedId, goldenFaults, listed, repeatedIds } from './catalogue.ts';
import { importFault } from './imports.ts';
import { foreignNameFaults, importsOf, leftOutFaults, linkFaults, openingFault, syntaxFaults } from './sources.ts';

const dependencies = ['decimal.js', 'liquidjs', 'numfmt', 'fflate', '@e965/xlsx', 'react'];
const fault = (file: string, target: string): string | null => importFault(file, target, dependencies);

describe('the table of imports', () => {
  it.each([
    ['core/relations/judge.ts', '../number/interval.ts'],
    ['core/relations/judge.ts', './relation.ts'],
    ['core/edits/edit.ts', '../narrative/narrative.ts'],
    ['core/tables/table.ts', '../locale.ts'],
    ['core/index.ts', './edits/edit.ts'],
    ['core/number/decimal.ts', 'decimal.js'],
    ['statements/income.ts', '../core/index.ts'],
    ['checks/footing.ts', './shared/columns.ts'],
    ['narratives/xinjiang/profile.ts', './income.liquid'],
    ['narratives/xinjiang/profile.ts', '../shared/phrases.ts'],
    ['catalog.ts', './checks/footing.ts'],
    ['hosts/file/read.ts', '@e965/xlsx'],
    ['hosts/file/read.ts', 'node:fs'],
    ['cli/main.ts', '../hosts/file/read.ts'],
    ['cli/main.ts', '../catalog.ts'],
    ['cli/main.ts', '../engine.ts'],
    ['cli/main.ts', '../../package.json'],
    ['engine.ts', './hosts/file/read.ts'],
  ])('%s may import %s', (file, target) => {
    expect(fault(file, target)).toBeNull();
  });

  it.each([
    ['core/number/decimal.ts', '../workbook/workbook.ts'],
    ['core/relations/judge.ts', '../findings/finding.ts'],
    ['core/relations/judge.ts', '../index.ts'],
    ['core/locale.ts', './number/decimal.ts'],
    ['core/stray/x.ts', '../number/decimal.ts'],
    ['core/number/decimal.ts', '../stray/x.ts'],
    ['core/number/decimal.ts', '../../statements/income.ts'],
    ['core/number/decimal.ts', 'fflate'],
    ['core/number/decimal.ts', 'node:fs'],
    ['statements/income.ts', '../checks/footing.ts'],
    ['statements/income.ts', './expenditure.ts'],
    ['checks/footing.ts', '../narratives/xinjiang/profile.ts'],
    ['checks/footing.ts', 'decimal.js'],
    ['checks/footing.ts', '../catalog.ts'],
    ['narratives/xinjiang/profile.ts', '../shanghai/profile.ts'],
    ['hosts/file/read.ts', '../../statements/income.ts'],
    ['hosts/file/read.ts', '../excel/read.ts'],
    ['hosts/excel/read.ts', 'node:fs'],
    ['hosts/file/read.ts', 'xlsx'],
    ['catalog.ts', './hosts/file/read.ts'],
    ['taskpane/App.tsx', '../cli/main.ts'],
    ['cli/main.ts', '../hosts/excel/read.ts'],
    ['cli/main.ts', '../taskpane/App.tsx'],
    ['cli/main.ts', '../core/index'],
    ['cli/main.ts', '../../test/house/imports.ts'],
    ['helpers/x.ts', '../core/index.ts'],
  ])('%s may not import %s', (file, target) => {
    expect(fault(file, target)).toContain(file);
  });

  it('sees static, type, re-exported and late imports', () => {
    const text =
      "import a from './a.ts';\nimport type { B } from './b.ts';\nexport { c } from './c.ts';\nconst d = () => import('./d.ts');";
    expect(importsOf(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts']);
  });
});

describe('the rules for one source file', () => {
  it('find `any` and default exports', () => {
    expect(syntaxFaults('x.ts', '/** any */\nexport const any = "any"; export type T = unknown;')).toEqual([]);
    expect(syntaxFaults('x.ts', 'let a: any;\nexport default a;')).toEqual(['x.ts:1: `any`', 'x.ts:2: default export']);
    expect(syntaxFaults('x.ts', 'export default function f(): void {}')).toHaveLength(1);
    expect(syntaxFaults('x.ts', 'const a = 1;\nexport { a as default };')).toHaveLength(1);
    expect(syntaxFaults('x.d.ts', "declare module '*.liquid' { const text: string; export default text; }")).toEqual([]);
  });

  it('ask for an opening comment', () => {
    expect(openingFault('x.ts', '/** 类 = Σ款. */\nexport const a = 1;')).toBeNull();
    expect(openingFault('x.ts', '/**\n * 类 = Σ款.\n */\n')).toBeNull();
    for (const text of ['', 'export const a = 1;', '// words\n', '/* words */', '/** */', "import 'x';\n/** late */"]) {
      expect(openingFault('x.ts', text)).toBe('x.ts does not open with a /** … */ comment');
    }
  });

  it('find paths of a machine and registries', () => {
    const at = (...parts: string[]): string => parts.join('/');
    for (const text of [
      at('"', 'home', 'me'),
      at("'", 'Users', 'me'),
      `C:${'\\'}Users`,
      at('https://registry', '').replace('/', '.npmjs.org'),
    ]) {
      expect(foreignNameFaults('x.ts', text), text).toHaveLength(1);
    }
    for (const text of [
      "'../core/work/x.ts'",
      'a / root / b',
      'https://localhost:3000/home.html',
      '`${base}/tmp/a`',
      'the registry.',
      '`公开：\\n`',
    ]) {
      expect(foreignNameFaults('x.ts', text), text).toEqual([]);
    }
  });

  it('find tests that are left out, but not the words in a string', () => {
    expect(leftOutFaults('x.test.ts', "it('.only', () => { list.skip(1); });")).toEqual([]);
    expect(
      leftOutFaults('x.test.ts', "it.only('a', f);\ndescribe.skip('b', f);\ntest.concurrent.only('c', f);\nit.skip.each([1])('d', f);"),
    ).toHaveLength(4);
  });

  it('find links that lead nowhere', () => {
    const exists = (path: string): boolean => path === resolvePath('docs/there.md');
    const text = '[a](docs/there.md#part) [b](https://example.org) [c](#part) `[d](nowhere.md)`\n```\n[e](nowhere.md)\n```\n';
    expect(linkFaults(resolvePath('README.md'), text, exists)).toEqual([]);
    expect(linkFaults(resolvePath('README.md'), '[a](docs/gone.md)\n<img src="gone.png">\n[x]: gone.md', exists)).toHaveLength(3);
  });
});

describe('the rules for the catalogue', () => {
  it('know which files are entries, and the id each owes', () => {
    const files = [
      'statements/income.ts',
      'checks/footing.ts',
      'checks/shared/rows.ts',
      'narratives/xinjiang/profile.ts',
      'narratives/xinjiang/a.ts',
      'core/a.ts',
    ];
    expect(catalogueFiles(files).map(expectedId)).toEqual(['income', 'footing', 'xinjiang']);
    expect(repeatedIds(['statements/income.ts', 'checks/income.ts'])).toEqual([]);
    expect(repeatedIds(['statements/a/income.ts', 'statements/b/income.ts'])).toHaveLength(1);
  });

  it('find a wrong id and an entry that is not listed', () => {
    const footing = { id: 'footing' };
    expect(entryFault('checks/footing.ts', { footing }, listed({ checks: [footing] }))).toBeNull();
    expect(entryFault('checks/footing.ts', { footing }, null)).toBeNull();
    expect(entryFault('checks/footing.ts', { footing }, listed({ checks: [{ id: 'footing' }] }))).toContain('none of the lists');
    expect(entryFault('checks/balance.ts', { footing, helper: () => 1 }, null)).toContain("id is 'balance'");
  });

  it('find a check without workbooks or without a test', () => {
    const workbooks = ['workbooks/footing/clean-small.xlsx', 'workbooks/footing/fault-total.xlsx'];
    expect(goldenFaults('footing', [...workbooks, 'checks/footing.test.ts'])).toEqual([]);
    expect(goldenFaults('footing', [...workbooks, 'expected/footing/fault-total.json'])).toEqual([]);
    expect(goldenFaults('footing', workbooks)).toHaveLength(1);
    expect(goldenFaults('footing', ['workbooks/footing/clean-small.xlsx', 'checks/footing.test.ts'])).toEqual([
      'test/workbooks/footing/ has no fault-… workbook',
    ]);
    expect(goldenFaults('cross-footing', [...workbooks, 'checks/footing.test.ts'])).toHaveLength(3);
  });
});

function resolvePath(path: string): string {
  return `${import.meta.dirname}/${path}`;
}
