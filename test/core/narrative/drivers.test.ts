/** What a change comes from: the largest contributions that explain 80 % of it, exact, in order, with their signs; nothing where the parts do not add up. */
import { describe, expect, it } from 'vitest';
import { driversOf } from '../../../src/core/narrative/drivers.ts';
import { Decimal } from '../../../src/core/number/decimal.ts';

type Line = readonly [name: string, current: string, prior: string];

function analyse(total: readonly [string, string], lines: readonly Line[], tolerance = '0') {
  const parts = lines.map(([name, current, prior]) => ({ name, current: new Decimal(current), prior: new Decimal(prior) }));
  const found = driversOf({ current: new Decimal(total[0]), prior: new Decimal(total[1]) }, parts, new Decimal(tolerance));
  const told = (drivers: NonNullable<typeof found>['drivers']) =>
    drivers.map(({ part, contribution }) => `${part.name} ${contribution.toString()}`);
  return found === undefined ? undefined : { change: found.change.toString(), drivers: told(found.drivers), offsets: told(found.offsets) };
}

describe('the drivers of a change', () => {
  it('are the fewest of the largest that explain 80 %, exactly', () => {
    const lines: Line[] = [
      ['a', '20.1', '10'],
      ['b', '79.8', '10'],
      ['c', '30.1', '10'],
    ];
    expect(analyse(['130', '30'], lines)).toEqual({ change: '100', drivers: ['b 69.8', 'c 20.1'], offsets: [] });
    // 80 % itself is enough.
    expect(analyse(['10', '0'], [['x', '8', '0'], ['y', '2', '0']])?.drivers).toEqual(['x 8']); // prettier-ignore
  });

  it('of a fall are falls, the largest first', () => {
    expect(analyse(['10', '20'], [['x', '4', '7'], ['y', '6', '13']])?.drivers).toEqual(['y -7', 'x -3']); // prettier-ignore
  });

  it('are measured by all that moved that way, and what ran against it is told beside them', () => {
    const lines: Line[] = [
      ['rise', '200', '0'],
      ['also', '100', '0'],
      ['fall', '0', '95'],
    ];
    // «rise» alone is 97 % of what is left over, but two thirds of what rose.
    expect(analyse(['300', '95'], lines)).toEqual({ change: '205', drivers: ['rise 200', 'also 100'], offsets: ['fall -95'] });
  });

  it('leave out a small opposite movement', () => {
    expect(analyse(['99', '10'], [['x', '99', '0'], ['y', '0', '10']])?.offsets).toEqual([]); // prettier-ignore
  });

  it('keep the order of the parts where they are equal', () => {
    expect(analyse(['4', '0'], [['x', '1', '0'], ['y', '1', '0'], ['z', '2', '0']])?.drivers).toEqual(['z 2', 'x 1', 'y 1']); // prettier-ignore
  });

  it('do not exist without a change, or where the parts miss the total by more than the tolerance', () => {
    expect(analyse(['5', '5'], [['x', '9', '5'], ['y', '1', '5']])).toBeUndefined(); // prettier-ignore
    expect(analyse(['10', '5'], [['x', '8', '5']], '1.99')).toBeUndefined();
    expect(analyse(['10', '5'], [['x', '8', '5']], '2')?.drivers).toEqual(['x 3']);
    expect(analyse(['10', '5'], [])).toBeUndefined();
  });
});
