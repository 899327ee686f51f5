/** 表中所列上年数 = 上年决算. */
import { describe, expect, it } from 'vitest';
import { priorColumn } from '../../src/checks/prior-column.ts';
import { setOf, tableFrom } from '../support/tables.ts';
import { review } from './review.ts';

const last = setOf([tableFrom('three-public-expenses', ['actual'], { total: ['98.57'], reception: [0] }, { book: 'prior' })]);

function accounts(total: string) {
  return setOf([tableFrom('three-public-expenses', ['actual', 'prior'], { total: ['107.51', total], reception: [0, 0] })], { prior: last });
}

describe('prior-column', () => {
  it('compares a column of last year with last year’s table', () => {
    expect(review(priorColumn, accounts('98.57'))).toMatchObject({ held: 2, broken: [] });
    expect(review(priorColumn, accounts('95.87')).broken).toEqual(['total/prior']);
  });

  it('says nothing without last year or without the column', () => {
    expect(review(priorColumn, { ...accounts('95.87'), prior: undefined })).toMatchObject({ held: 0, broken: [] });
    expect(review(priorColumn, setOf([tableFrom('three-public-expenses', ['actual'], { total: [1] })], { prior: last }))).toMatchObject({
      held: 0,
    });
  });

  it('sees that a line of last year is missing: the changes would not add up', () => {
    const now = tableFrom('general-budget-expenditure', ['total'], { total: [5], '201': [5] });
    const then = (items: Readonly<Record<string, readonly number[]>>) =>
      setOf([tableFrom('general-budget-expenditure', ['total'], items, { book: 'prior' })]);
    expect(review(priorColumn, setOf([now], { prior: then({ total: [4], '201': [3], '208': [1] }) }))).toMatchObject({
      held: 1,
      broken: [],
    });
    expect(review(priorColumn, setOf([now], { prior: then({ total: [4], '201': [3] }) }))).toMatchObject({
      broken: ['total/total'],
      suspects: [expect.stringContaining('warning')],
    });
  });
});
