/** The same on the web, where another build of office.js is loaded, with Excel refusing for good and for now: no half sheet, no lost mark, and a message that says what to do. */
import { describe, expect, it } from 'vitest';
import { ACTIONS, type ActionName, failEverywhere } from './pane-faults.ts';

describe('web: Excel fails at any one round trip of', () => {
  it.each(Object.keys(ACTIONS) as ActionName[])(
    '%s',
    async (action) => {
      expect(await failEverywhere(action, 'web')).toBeGreaterThan(0);
    },
    120_000,
  );
});
