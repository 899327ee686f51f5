/** Accepting a finding (出错说明) on the sample: it is shown apart, survives saving, and comes back when the figures change. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planReport } from '../../../src/core/edits/plan-report.ts';
import { planSupplement } from '../../../src/core/edits/plan-supplement.ts';
import { acceptanceKey } from '../../../src/core/findings/accepted.ts';
import { typeFacts } from '../../../src/core/tables/type-facts.ts';
import { applyEdits, checkAccounts, checks, loadAccounts, narrate, narratives, openWorkbook } from '../../../src/engine.ts';

const SAMPLE = new Uint8Array(readFileSync('assets/samples/changji-2023.xlsx'));

async function review(bytes: Uint8Array) {
  const [accounts] = loadAccounts(await openWorkbook(bytes, 'changji-2023.xlsx')).sets;
  return { accounts: accounts!, result: checkAccounts(accounts!, checks) };
}

async function accepting(text: string) {
  const { accounts, result } = await review(SAMPLE);
  const finding = result.findings.find(({ judgement }) => judgement?.relation.check === 'self-evaluation-tie-out')!;
  const line = {
    key: acceptanceKey(finding),
    label: '自评表与决算表口径不同',
    section: '已核实的问题',
    note: finding.message['zh-CN'],
    text,
  };
  const facts = typeFacts(accounts.facts, [line], accounts.year);
  const edit = planSupplement(narrate({ ...accounts, facts }, narratives[0]!), { ...accounts, facts });
  return { before: result, finding, bytes: applyEdits(SAMPLE, [edit]) };
}

describe('an accepted finding', () => {
  it('is no finding any more, and the report gives the reason', async () => {
    const { before, finding, bytes } = await accepting('自评表按调整前口径填列，已与财政核对');
    const { result } = await review(bytes);
    expect(result.findings).toHaveLength(before.findings.length - 1);
    expect(result.accepted.map((accepted) => [accepted.finding.id, accepted.reason.text])).toEqual([
      [finding.id, '自评表按调整前口径填列，已与财政核对'],
    ]);
    const row = planReport([result], 'zh-CN', checks).content.rows.find(
      (cells) => cells[4]?.value === '自评表按调整前口径填列，已与财政核对',
    );
    expect(row?.[5]?.value).toBe('填报单位项目（绩效）负责人会同财务');
    expect(
      planReport([result], 'en', checks)
        .content.rows.flat()
        .map((cell) => cell?.value),
    ).toContain('The department’s project (performance) owner, with the accountant');
  });

  it('keeps its line when 补充资料 is written again', async () => {
    const { bytes } = await accepting('口径不同');
    const { accounts } = await review(bytes);
    const again = applyEdits(bytes, [planSupplement(narrate(accounts, narratives[0]!), accounts)]);
    expect((await review(again)).result.accepted).toHaveLength(1);
  });

  it('comes back when one of its figures changes', async () => {
    const { finding, bytes } = await accepting('口径不同');
    const { sheet, row, column } = finding.cell;
    const changed = applyEdits(bytes, [{ kind: 'set-value', sheet, row, column, value: 1800 }]);
    const { result } = await review(changed);
    expect(result.accepted).toEqual([]);
    expect(result.findings.some(({ cell }) => cell.sheet === sheet && cell.row === row)).toBe(true);
  });

  it('needs a reason: a dash is none', async () => {
    const { before, bytes } = await accepting('—');
    expect((await review(bytes)).result.findings).toHaveLength(before.findings.length);
  });
});

describe('what is typed', () => {
  it('is a number where it is one, in its unit, and words where it is not', () => {
    const typed = typeFacts(
      new Map(),
      [
        { key: '年初预算/财政拨款支出', text: '1,857.37', label: '年初预算数', unit: '万元' },
        { key: '年初预算/其他', text: '18,573,700元', label: '年初预算数', unit: '万元' },
        { key: '原因/甲', text: ' 人员增加 ', label: '原因' },
      ],
      2023,
    );
    const reading = (key: string) => typed.get(key)?.figure?.reading;
    expect(reading('2023/年初预算/财政拨款支出')).toMatchObject({ kind: 'number' });
    expect(String((reading('2023/年初预算/财政拨款支出') as { value: unknown }).value)).toBe('18573700');
    expect(String((reading('2023/年初预算/其他') as { value: unknown }).value)).toBe('18573700');
    expect(typed.get('2023/原因/甲')).toMatchObject({ text: '人员增加', figure: undefined });
    expect(typeFacts(typed, [{ key: '原因/甲', text: ' ', label: '原因' }], 2023).has('2023/原因/甲')).toBe(false);
  });
});
