/** Which cell is wrong, on tables small enough to see it. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/catalog.ts';
import { checkAccounts } from '../../../src/core/findings/check-accounts.ts';
import type { Finding } from '../../../src/core/findings/finding.ts';
import type { Table } from '../../../src/core/tables/table.ts';
import { cellAddress } from '../../../src/core/workbook/address.ts';
import { YUAN } from '../../../src/core/number/unit.ts';
import { type Amount, setOf, tableFrom } from '../../support/tables.ts';

type Rows = readonly (readonly [string, readonly Amount[]])[];

const SOUND: Rows = [
  ['total', [175, 130, 45]],
  ['201', [100, 70, 30]],
  ['20103', [100, 70, 30]],
  ['2010301', [60, 60, 0]],
  ['2010302', [40, 10, 30]],
  ['208', [75, 60, 15]],
  ['20805', [75, 60, 15]],
  ['2080501', [25, 25, 0]],
  ['2080505', [50, 35, 15]],
];

function expenditure(rows: Rows, statement = 'general-budget-expenditure'): Table {
  return tableFrom(statement, ['total', 'basic', 'project'], rows);
}

function changed(change: Readonly<Record<string, readonly Amount[]>>): Rows {
  return SOUND.map(([key, values]) => [key, change[key] ?? values]);
}

function findings(...tables: readonly Table[]): readonly Finding[] {
  return checkAccounts(setOf(tables), checks).findings;
}

/** «B4 → 60 sign» for each suspect. */
function suspects(finding: Finding | undefined): readonly string[] {
  return (finding?.suspects ?? []).map(({ figure, repair, slip }) =>
    `${cellAddress(figure.ref)} → ${repair?.div(figure.unit.scale).toString() ?? '?'} ${slip ?? ''}`.trim(),
  );
}

describe('localisation', () => {
  it('says nothing of a sound table', () => {
    expect(findings(expenditure(SOUND))).toEqual([]);
  });

  it.each([
    ['a part', { '2010302': [40, 100, 30] }, 'C6 → 10 power-of-ten'],
    ['a sign', { '2080505': [50, -35, 15] }, 'C10 → 35 sign'],
    ['a subtotal', { '20805': [75, 60, 51] }, 'D8 → 15 digits-swapped'],
    ['the grand total', { total: [157, 130, 45] }, 'B2 → 175 digits-swapped'],
    ['a blank', { '208': [75, null, 15] }, 'C7 → 60 left-blank'],
    ['元 in 万元', { '2080501': [25, 250_000, 0] }, 'C9 → 25 unit'],
  ] as const)('names %s at the crossing of a row and a column', (_, change, expected) => {
    const found = findings(expenditure(changed(change)));
    expect(found).toHaveLength(1);
    expect(suspects(found[0])).toEqual([expected]);
    expect(found[0]?.severity).toBe('error');
  });

  it('keeps two independent faults apart', () => {
    const found = findings(expenditure(changed({ '2010302': [40, 13, 30], '2080501': [25, 52, 0] })));
    expect(found.map((finding) => suspects(finding)[0])).toEqual(['C6 → 10 digit-wrong', 'C9 → 25 digits-swapped']);
  });

  it('reports a row whose total was typed to agree with its wrong part once', () => {
    const found = findings(expenditure(changed({ '2080505': [53, 38, 15] })));
    expect(found).toHaveLength(1);
    expect(found[0]?.judgements).toHaveLength(2);
  });

  it('names a row that another table has', () => {
    const found = findings(expenditure(SOUND.filter(([key]) => key !== '2080505')), expenditure(SOUND, 'expenditure'));
    expect(found).toHaveLength(1);
    expect(found[0]?.suspects[0]?.slip).toBe('missing-row');
    expect(found[0]?.message['zh-CN']).toContain('2080505');
  });

  it('names a row entered twice', () => {
    const found = findings(expenditure([...SOUND, ['2080505', [50, 35, 15]]]));
    expect(found.filter(({ severity }) => severity === 'error').map((finding) => suspects(finding)[0])).toEqual(['B11 → 0 counted-twice']);
  });

  it('takes a shifted paste for one fault', () => {
    const found = findings(
      expenditure(
        changed({ '2010301': [60, 70, 0], '2010302': [40, 60, 30], '208': [75, 10, 15], '2080501': [25, 60, 0], '2080505': [50, 25, 15] }),
      ),
      expenditure(SOUND, 'expenditure'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.suspects[0]).toMatchObject({ slip: 'shifted-block' });
    expect(found[0]?.message['zh-CN']).toContain('下移了一行');
  });

  it('lists every plausible cell when one relation says too little', () => {
    const table = tableFrom('three-public-expenses', ['budget'], {
      total: [30],
      abroad: [5],
      vehicles: [12],
      'vehicle-purchase': [null],
      'vehicle-running': [12],
      reception: [10],
    });
    const [found, ...more] = findings(table);
    expect(more).toEqual([]);
    expect(suspects(found)).toContain('B2 → 27 stale-subtotal');
    expect(suspects(found)).toContain('B7 → 13 digit-wrong');
    expect(found?.message['zh-CN']).toContain('也可能是');
  });

  it('never lets a limit that a person must look at drag along an error', () => {
    const items = tableFrom('general-budget-basic-expenditure', ['amount'], { '302': [9], '30217': [9] });
    const expenses = tableFrom('three-public-expenses', ['actual'], {
      total: [7],
      abroad: [0],
      vehicles: [0],
      'vehicle-purchase': [0],
      'vehicle-running': [0],
      reception: [7],
    });
    const found = findings(items, expenses);
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
    expect(found[0]?.suspects.every(({ repair }) => repair === null)).toBe(true);
  });
});

describe('rounding', () => {
  it('explains half a step for each figure, and no more', () => {
    const parts: Rows = [
      ['total', ['0.04', '0.04', 0]],
      ['201', ['0.01', '0.01', 0]],
      ['208', ['0.01', '0.01', 0]],
      ['210', ['0.01', '0.01', 0]],
    ];
    expect(findings(expenditure(parts))).toEqual([]);
    expect(checkAccounts(setOf([expenditure(parts)]), checks).tally.withinRounding).toBe(2);
    expect(findings(expenditure([['total', ['0.06', '0.06', 0]], ...parts.slice(1)]))).toHaveLength(1);
  });

  it('does not exist in 元', () => {
    const table = tableFrom(
      'three-public-expenses',
      ['actual'],
      { total: ['3.01'], abroad: [1], vehicles: [1], 'vehicle-purchase': [0], 'vehicle-running': [1], reception: [1] },
      { unit: YUAN },
    );
    expect(findings(table)).toHaveLength(1);
  });

  it('is reported when exact figures are wanted', () => {
    const table = expenditure([
      ['total', ['0.03', '0.03', 0]],
      ['201', ['0.01', '0.01', 0]],
      ['208', ['0.01', '0.01', 0]],
    ]);
    expect(checkAccounts(setOf([table]), checks).findings).toEqual([]);
    expect(checkAccounts(setOf([table]), checks, { rounding: 'exact' }).findings).not.toEqual([]);
  });
});

describe('a figure that cannot be read', () => {
  it('is not judged and not counted as zero', () => {
    const { tally, findings: found } = checkAccounts(setOf([expenditure(changed({ '2080505': [50, '见附表', 15] }))]), checks);
    expect(tally.notJudged).toBe(2);
    expect(found).toEqual([]);
  });
});
