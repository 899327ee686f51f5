/** The Word export over the sample workbook: opened again as XML, its text is the narrative's, its tables hold the sheets' figures, and what is missing is seen. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { narrate } from '../../src/core/narrative/narrate.ts';
import { type Narrative, textOf } from '../../src/core/narrative/narrative.ts';
import { checkAccounts, checks, loadAccounts, type LoadedAccounts, openWorkbook } from '../../src/engine.ts';
import { writeWord } from '../../src/export/word.ts';
import { shanghai } from '../../src/narratives/shanghai/profile.ts';
import { xinjiang } from '../../src/narratives/xinjiang/profile.ts';
import { accounts } from '../core/narrative/tables.ts';
import { randomDepartment, seededRandom, toWorkbook, writeTables } from '../support/final-accounts/index.ts';

interface Written {
  readonly narrative: Narrative;
  readonly loaded: LoadedAccounts;
  readonly parts: Readonly<Record<string, string>>;
  readonly document: string;
}

async function write(path: string, prior?: string, wording = xinjiang): Promise<Written> {
  const open = async (file: string) => openWorkbook(readFileSync(file), file.slice(file.lastIndexOf('/') + 1));
  const loaded = loadAccounts(await open(path), prior === undefined ? undefined : await open(prior));
  const [accounts] = loaded.sets;
  if (accounts === undefined) throw new Error(`no accounts in ${path}`);
  const narrative = narrate(accounts, wording);
  const { findings } = checkAccounts(accounts, checks);
  const bytes = await writeWord({ narrative, accounts, workbook: loaded.workbook, findings });
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  return { narrative, loaded, parts, document: parts['word/document.xml'] ?? '' };
}

const plain = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>/g)]
    .map(([run]) => run.replace(/<[^>]+>/g, ''))
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");

const paragraphs = (xml: string, style: string): readonly string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].filter(([p]) => p.includes(`<w:pStyle w:val="${style}"/>`)).map(([p]) => plain(p));

const tables = (xml: string): readonly string[] => [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);

describe('the Word document of the sample workbook', () => {
  let written: Written;
  beforeAll(async () => {
    written = await write('assets/samples/changji-2023.xlsx', 'assets/samples/changji-2022.xlsx');
  });

  it('says word for word what the narrative says', () => {
    expect(paragraphs(written.document, 'Narrative')).toEqual(
      written.narrative.sections.flatMap((section) => section.paragraphs.map(textOf)),
    );
    expect(paragraphs(written.document, 'Title')).toEqual([written.narrative.title]);
  });

  it('counts the headings itself, and prints no number twice', () => {
    const heads = ['Heading1', 'Heading2', 'Heading3'].flatMap((style) => paragraphs(written.document, style));
    expect(heads).toContain('收入支出决算总体情况说明');
    expect(heads).toHaveLength(written.narrative.sections.length);
    expect(heads.filter((text) => /^(第.部分|[一二三四五六七八九十]+、|（)/.test(text))).toEqual([]);
    expect(written.document.match(/<w:numPr>/g)).toHaveLength(written.narrative.sections.length);
    for (const text of ['第%1部分', '%2、', '（%3）']) expect(written.parts['word/numbering.xml']).toContain(`w:val="${text}"`);
  });

  it('holds every recognised table, each figure as its cell shows it', () => {
    const [accounts] = written.loaded.sets;
    const found = tables(written.document);
    expect(found).toHaveLength(accounts?.tables.length ?? 0);
    for (const [index, table] of (accounts?.tables ?? []).entries()) {
      const cells = [...(found[index] ?? '').matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => plain(cell));
      const sheet = written.loaded.workbook.sheets.find(({ name }) => name === table.sheet);
      for (const figure of [...table.figures.values()].flatMap((row) => [...row.values()])) {
        const value = sheet?.grid[figure.ref.row]?.[figure.ref.column]?.value;
        if (typeof value === 'number' && figure.unit.kind === 'money' && value >= 0) {
          const [whole, decimals] = value.toFixed(2).split('.');
          const shown = `${(whole ?? '').replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals ?? ''}`;
          expect(cells, `${table.title} ${figure.rowKey} ${figure.columnKey}`).toContain(shown);
        }
      }
    }
  });

  it('repeats the header rows, keeps merged cells, sets figures at the right and turns wide pages', () => {
    const [summary = '', income = ''] = tables(written.document);
    expect(summary.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(income).toContain('<w:gridSpan w:val="4"/>');
    expect(income).toContain('<w:vMerge w:val="restart"/>');
    const figure = /<w:tc>(?:(?!<\/w:tc>).)*1,939\.86.*?<\/w:tc>/s.exec(income)?.[0] ?? '';
    expect(figure).toMatch(/<w:jc w:val="(right|end)"\/>/);
    expect(written.document).toContain('w:orient="landscape"');
    // Rows of a table with header cells that reach into it must not be counted as header.
    expect(income.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  });

  it('is set as public documents are, and numbers its pages', () => {
    const styles = written.parts['word/styles.xml'] ?? '';
    for (const name of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) expect(styles).toContain(`w:eastAsia="${name}"`);
    expect(styles).toContain('w:line="560"');
    expect(written.parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    expect(written.parts['word/footer1.xml']).toContain('PAGE');
  });

  it('marks nothing where nothing is missing', () => {
    expect(written.document).not.toContain('<w:highlight');
  });
});

describe('a document that is not finished', () => {
  it('highlights what people have to fill in', async () => {
    const { document, narrative } = await write('test/workbooks/changji/changji-2023-yuan.xlsx');
    expect(narrative.gaps.length).toBeGreaterThan(0);
    const marked = [...document.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:highlight w:val="yellow"\/>.*?<\/w:r>/gs)].map(([run]) => plain(run));
    const gaps = narrative.sections.flatMap(({ paragraphs: all }) =>
      all.flatMap(({ spans }) => spans.filter(({ kind }) => kind === 'gap')),
    );
    expect(marked).toEqual(gaps.map(({ text }) => text));
  });

  it('highlights figures from cells that do not hold', async () => {
    const { document } = await write('assets/samples/changji-2023-faulty.xlsx', 'assets/samples/changji-2022.xlsx');
    expect(document).toContain('<w:highlight w:val="cyan"/>');
  });
});

it('leaves out control characters, with which Word would not open the file', async () => {
  const words = { kind: 'words', text: '人员\u000B经费\u0000\uD800' } as const;
  const narrative = {
    ...narrate(accounts([]), xinjiang),
    title: '说\u0001明',
    sections: [{ id: 's', depth: 1, heading: '一\u0002', paragraphs: [{ spans: [words] }] }],
  };
  const document = strFromU8(unzipSync(await writeWord({ narrative }))['word/document.xml'] ?? new Uint8Array());
  expect(plain(document)).toBe('说明目　录一一人员经费');
});

describe('目录', () => {
  it.each([
    ['xinjiang', 'assets/samples/changji-2023.xlsx', xinjiang],
    ['shanghai', 'test/workbooks/changji/changji-2023-shanghai.xlsx', shanghai],
  ] as const)('names every heading of %s with its number, leads to it, and leaves the pages to Word', async (_, path, wording) => {
    const { document, narrative } = await write(path, undefined, wording);
    const contents = /<w:sdt>.*?<\/w:sdt>/s.exec(document)?.[0] ?? '';
    const entries = [1, 2, 3].flatMap((level) => paragraphs(contents, `TOC${level}`));
    const bare = (text: string): string => text.replace(/\s/g, '');
    expect(entries.map(bare).sort()).toEqual(narrative.sections.map(({ heading }) => bare(heading)).sort());
    const anchors = [...contents.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(new Set(anchors).size).toBe(entries.length);
    expect(anchors.filter((anchor) => !document.includes(`w:name="${anchor}"`))).toEqual([]);
    expect(contents).toMatch(/<w:fldChar w:fldCharType="begin" w:dirty="true"\/><w:instrText[^>]*>TOC /);
  });
});

describe('a long table', () => {
  it('runs over the pages with its header on each, and no row is cut', async () => {
    const made = randomDepartment(seededRandom(7), { items: 120, department: '某某局', year: 2023 });
    const workbook = toWorkbook(writeTables(made, { unit: '万元' }));
    const [set] = loadAccounts(workbook).sets;
    const bytes = await writeWord({ narrative: narrate(set!, xinjiang), accounts: set!, workbook });
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const long = tables(document).filter((table) => table.split('<w:tr>').length > 120);
    expect(long.length).toBeGreaterThanOrEqual(3);
    for (const table of long) {
      const rows = table.split('<w:tr>').slice(1);
      const headers = rows.findIndex((row) => !row.includes('<w:tblHeader/>'));
      expect(headers).toBeGreaterThanOrEqual(2);
      expect(rows.slice(headers).filter((row) => row.includes('<w:tblHeader/>'))).toEqual([]);
      expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
    }
  });
});

describe('the tables in other layouts', () => {
  it('stand in the document of the Shanghai layout too, where its wording lists them', async () => {
    const { document, narrative } = await write('test/workbooks/changji/changji-2023-shanghai.xlsx', undefined, shanghai);
    const found = tables(document);
    expect(found.length).toBeGreaterThanOrEqual(9);
    expect(plain(found[6] ?? '')).toContain('107.51');
    expect(document).toContain('故本表无数据');
    // 第二部分 with the nine tables, then 第三部分, then the evaluation forms.
    const nth = (index: number): number => document.indexOf(found[index] ?? '?');
    // The first stands in 目录.
    const explanation = document.lastIndexOf('>2023年度部门决算情况说明<');
    expect(nth(8)).toBeLessThan(explanation);
    expect(explanation).toBeGreaterThan(0);
    expect(nth(found.length - 1)).toBeGreaterThan(explanation);
    expect(paragraphs(document, 'Narrative')).toEqual(narrative.sections.flatMap((section) => section.paragraphs.map(textOf)));
  });
});
