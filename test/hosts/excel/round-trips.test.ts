/** How often Excel is asked, and how much is sent, for the work of every day: counted behind the genuine office.js client on the web. */
import { beforeAll, describe, expect, it } from 'vitest';
import { roundTrips, type RoundTrips } from '../../../bench/round-trips.ts';

describe('round trips on the web', () => {
  let found: readonly RoundTrips[] = [];
  beforeAll(async () => {
    found = await roundTrips();
  });

  it('stay within the goals: 4 to read, 2 to mark, 4 for a sheet', () => {
    const held = found.filter(({ atMost }) => atMost !== undefined);
    expect(held.length).toBeGreaterThanOrEqual(7);
    expect(held.filter(({ syncs, atMost }) => syncs > (atMost ?? 0)).map(({ work, syncs }) => `${work}: ${syncs}`)).toEqual([]);
  });

  it('send at most 10 kB for 500 marks', () => {
    const held = found.filter(({ writtenAtMost }) => writtenAtMost !== undefined);
    expect(held.map(({ work }) => work)).toEqual(['mark 500 scattered cells of 4 sheets']);
    expect(held[0]?.written).toBeLessThanOrEqual(10_000);
  });

  it('come to the same in every run', async () => {
    expect(await roundTrips()).toEqual(found);
  });
});
