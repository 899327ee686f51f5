/** 《决算公开说明》 of Xinjiang over the sample workbook: every published figure in the published order, each with its cells, and nothing left to fill. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { formulaOf } from '../../src/core/narrative/formula.ts';
import { narrate } from '../../src/core/narrative/narrate.ts';
import { type Narrative, type Section, type Span, textOf } from '../../src/core/narrative/narrative.ts';
import { sourcesOf } from '../../src/core/narrative/sources.ts';
import { loadAccounts } from '../../src/engine.ts';
import { openWorkbook } from '../../src/hosts/file/open-workbook.ts';
import { xinjiang } from '../../src/narratives/xinjiang/profile.ts';

type Published = readonly [role: string, value: string, unit: string];
type FigureSpan = Extract<Span, { kind: 'figure' }>;

const published = JSON.parse(readFileSync('test/expected/changji-2023/figures.json', 'utf8')) as Readonly<
  Record<string, readonly Published[]>
>;

async function narrateFile(path: string, priorPath?: string): Promise<Narrative> {
  const open = async (file: string) => openWorkbook(readFileSync(file), file.slice(file.lastIndexOf('/') + 1));
  const accounts = loadAccounts(await open(path), priorPath === undefined ? undefined : await open(priorPath)).sets[0];
  if (accounts === undefined) throw new Error(`no accounts in ${path}`);
  return narrate(accounts, xinjiang);
}

function figuresIn(section: Section | undefined): readonly FigureSpan[] {
  return (section?.paragraphs ?? []).flatMap(({ spans }) => spans.filter((span): span is FigureSpan => span.kind === 'figure'));
}

/** The number alone: 100% and 100.00% are one. */
function numberOf(text: string): string {
  return String(Number(/^-?[\d,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '') ?? Number.NaN));
}

describe('the narrative of the sample workbook', () => {
  let narrative: Narrative;
  beforeAll(async () => {
    narrative = await narrateFile('assets/samples/changji-2023.xlsx', 'assets/samples/changji-2022.xlsx');
  });

  it.each(Object.keys(published))('prints the published figures of %s in their order', (id) => {
    const section = narrative.sections.find((candidate) => candidate.id === id);
    const printed = figuresIn(section).map((span) => [numberOf(span.text), span.format.suffix]);
    expect(printed).toEqual((published[id] ?? []).map(([, value, unit]) => [numberOf(value), unit]));
  });

  it('leaves nothing to fill', () => {
    expect(narrative.gaps).toEqual([]);
    expect(narrative.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)).join('')).not.toMatch(/【|undefined|null|NaN|object/);
  });

  it('traces every figure to a cell', () => {
    const orphans = narrative.sections.flatMap(figuresIn).filter((span) => sourcesOf(span).length === 0);
    expect(orphans.map(({ text }) => text)).toEqual([]);
  });

  it('names the spending items that have money, in the order of the table', () => {
    const [staff, operating] = narrative.sections.find(({ id }) => id === 'basic-expenditure')?.paragraphs.map(textOf) ?? [];
    expect(staff).toMatch(/包括：基本工资、津贴补贴、奖金、绩效工资、.*、离休费、退休费、抚恤金、生活补助、奖励金。$/);
    expect(operating).toMatch(/包括：办公费、印刷费、邮电费、.*、其他商品和服务支出、专用设备购置、公务用车购置。$/);
  });

  it('says of empty tables that they are empty', () => {
    const text = (id: string): string =>
      narrative.sections
        .find((section) => section.id === id)
        ?.paragraphs.map(textOf)
        .join('') ?? '';
    expect(text('government-fund')).toContain('政府性基金预算财政拨款收入支出决算表为空表');
    expect(text('state-capital')).toContain('国有资本经营预算财政拨款收入支出决算表为空表');
  });

  it('keeps last year’s workbook apart in the sources of a change', () => {
    const overall = figuresIn(narrative.sections.find(({ id }) => id === 'overall'));
    const growth = overall[overall.length - 1];
    expect(growth?.text).toBe('12.14%');
    expect(growth === undefined ? [] : sourcesOf(growth).map(({ book }) => book)).toEqual(['current', 'prior']);
    expect(growth === undefined ? '' : formulaOf(growth)).toMatch(/^ABS\(ROUND\(\(.+-1764\.17\)\/1764\.17,4\)\)$/);
  });

  it('asks for last year’s figures when there is no workbook of last year', async () => {
    const alone = await narrateFile('test/workbooks/changji/changji-2023-yuan.xlsx');
    expect(alone.gaps.map(({ id }) => id)).toContain('上年/公开01/收入总计');
    expect(alone.gaps.every(({ kind }) => kind === 'ask')).toBe(true);
    expect(new Set(alone.gaps.map(({ id }) => id)).size).toBe(alone.gaps.length);
  });

  it('needs no workbook of last year where 补充资料 keeps its figures', async () => {
    const text = (from: Narrative): string => from.sections.flatMap(({ paragraphs }) => paragraphs.map(textOf)).join('\n');
    expect(text(await narrateFile('assets/samples/changji-2023.xlsx'))).toBe(text(narrative));
  });

  it('has the published outline', () => {
    expect(narrative.title).toBe('昌吉回族自治州人民政府办公室2023年度部门决算公开说明');
    expect(narrative.sections.filter(({ depth }) => depth === 1).map(({ heading }) => heading)).toEqual([
      '第一部分 单位概况',
      '第二部分 部门决算情况说明',
      '第三部分 专业名词解释',
      '第四部分 部门决算报表（见附表）',
    ]);
    expect(narrative.sections.find(({ id }) => id === 'glossary')?.paragraphs).toHaveLength(14);
    expect(narrative.sections.find(({ id }) => id === 'tables')?.paragraphs).toHaveLength(9);
  });
});

describe('the same accounts in 元', () => {
  it('prints the same figures in 万元', async () => {
    const narrative = await narrateFile('test/workbooks/changji/changji-2023-yuan.xlsx', 'assets/samples/changji-2022.xlsx');
    for (const id of ['overall', 'income', 'expenditure', 'general-budget-structure', 'basic-expenditure']) {
      const printed = figuresIn(narrative.sections.find((section) => section.id === id)).map((span) => numberOf(span.text));
      expect(printed).toEqual(published[id]?.map(([, value]) => numberOf(value)));
    }
  });
});
