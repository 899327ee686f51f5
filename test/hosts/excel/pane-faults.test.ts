/** Whatever the accountant asks for and wherever Excel fails: no half sheet, no mark that cannot be cleared, and a message that says what to do. */
import { describe, expect, it } from 'vitest';
import { ACTIONS, type ActionName, failEverywhere } from './pane-faults.ts';

describe.each(['office2021', 'ltsc2024', 'm365'] as const)('%s: Excel fails at any one round trip of', (profile) => {
  it.each(Object.keys(ACTIONS) as ActionName[])(
    '%s',
    async (action) => {
      expect(await failEverywhere(action, profile, ['AccessDenied'])).toBeGreaterThan(0);
    },
    120_000,
  );
});
