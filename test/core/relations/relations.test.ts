/** The helpers of the checks: relations from figures that may be missing, the code tree, one key for one relation, indicator values. */
import { describe, expect, it } from 'vitest';
import { difference, figure, sum } from '../../../src/core/expressions/expression.ts';
import { codeTree, isBelow, repeatedCodes } from '../../../src/core/relations/code-tree.ts';
import { sameAmount, sumRelation } from '../../../src/core/relations/draft.ts';
import { relationKey } from '../../../src/core/relations/identity.ts';
import { indicatorName, readIndicatorValue } from '../../../src/core/relations/indicator-value.ts';
import { judge } from '../../../src/core/relations/judge.ts';
import type { Relation } from '../../../src/core/relations/relation.ts';
import { tableFrom } from '../../support/tables.ts';

const NO_WORDS = { 'zh-CN': '', en: '' };
const table = tableFrom('t', ['amount'], { a: ['0.01'], b: [0], c: [0], d: [null], total: [3] });
const at = (row: string) => table.figures.get(row)!.get('amount')!;
const relation = (stated: string, expected: Relation['expected'], must: Relation['must'] = 'equal'): Relation => ({
  check: '',
  severity: 'error',
  stated: at(stated),
  must,
  expected,
  why: NO_WORDS,
});

describe('drafts', () => {
  it('are none when a part is missing, or when a cell would be compared with itself', () => {
    expect(sumRelation(at('total'), [at('a'), undefined], NO_WORDS)).toEqual([]);
    expect(sumRelation(undefined, [at('a')], NO_WORDS)).toEqual([]);
    expect(sumRelation(at('total'), [], NO_WORDS)).toEqual([]);
    expect(sameAmount(at('a'), at('a'), NO_WORDS)).toEqual([]);
    expect(sumRelation(at('total'), [at('a'), at('b')], NO_WORDS)).toHaveLength(1);
  });
});

describe('one relation', () => {
  it('has one key however it is turned', () => {
    const keys = [
      relation('total', sum([figure(at('a')), figure(at('b'))])),
      relation('a', difference(figure(at('total')), figure(at('b')))),
      relation('b', difference(figure(at('total')), figure(at('a')))),
    ].map(relationKey);
    expect(new Set(keys).size).toBe(1);
    expect(relationKey(relation('a', figure(at('b')), 'at-most'))).toBe(relationKey(relation('b', figure(at('a')), 'at-least')));
    expect(relationKey(relation('a', figure(at('b')), 'at-most'))).not.toBe(relationKey(relation('a', figure(at('b')), 'at-least')));
  });
});

describe('several lines of some 元', () => {
  it('may add up to 0.01 万元 where each prints 0.00', () => {
    expect(judge(relation('a', sum([figure(at('b')), figure(at('c'))]))).verdict).toBe('within-rounding');
    expect(judge(relation('a', figure(at('b')))).verdict).toBe('broken');
    expect(judge(relation('a', sum([figure(at('d')), figure(at('b'))]))).verdict).toBe('broken');
  });
});

describe('the code tree', () => {
  const coded = tableFrom(
    't',
    ['total'],
    [
      ['total', [1]],
      ['201', [1]],
      ['20103', [1]],
      ['2010301', [1]],
      ['2013404', [1]],
      ['2013404', [1]],
    ],
  );
  it('passes over a level that is not printed and counts a repeated code twice', () => {
    const tree = codeTree(coded);
    expect(tree.roots.map(({ key }) => key)).toEqual(['201']);
    expect(tree.children.get('201')?.map(({ key }) => key)).toEqual(['20103', '2013404', '2013404#2']);
    expect([...repeatedCodes(coded)]).toEqual(['2013404']);
    expect([isBelow('2010301', '201'), isBelow('201', '201'), isBelow('201', 'total')]).toEqual([true, false, true]);
  });
});

describe('indicator values', () => {
  it.each([
    ['=83人', '=', '83', '人'],
    ['>=15 万页', '>=', '15', '万页'],
    ['≥90%', '>=', '90', '%'],
    ['<=16.60万元', '<=', '16.6', '万元'],
    ['＝1,200 户', '=', '1200', '户'],
    ['5次', undefined, '5', '次'],
    ['不低于95%', '>=', '95', '%'],
    ['提高', undefined, undefined, ''],
    ['=2023年2月28日前', '=', undefined, ''],
  ] as const)('%s', (text, operator, number, unit) => {
    const value = readIndicatorValue(text);
    expect([value.operator, value.number?.toString(), value.unit]).toEqual([operator, number, unit]);
  });

  it('compares names without units and punctuation', () => {
    expect(indicatorName('参加体检的人数（人）')).toBe('参加体检的人数');
  });
});
