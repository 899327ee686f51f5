/** A sound narrative gives no finding, whatever the department, the wording, the unit of the tables, or the way its lines are wrapped. */
import { describe, expect, it } from 'vitest';
import { auditNarrative } from '../../../src/engine.ts';
import { generated, WORDINGS } from './generated.ts';

describe('a sound narrative', () => {
  it.each(WORDINGS)('of the wording %s has no finding, over many departments in 元 and 万元', (wording) => {
    for (let seed = 1; seed <= 20; seed++) {
      const { accounts, text } = generated(seed, wording, seed % 2 === 0 ? '元' : '万元');
      const { findings, claims, unplaced } = auditNarrative(text, accounts);
      expect(
        findings.filter(({ text: found }) => !found.startsWith('【')),
        `seed ${seed}`,
      ).toEqual([]);
      expect(unplaced.length, `seed ${seed}`).toBeLessThanOrEqual(claims * 0.03 + 3);
    }
  });

  it('has none either when its lines are wrapped anywhere and its digits are full-width', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { accounts, text } = generated(seed, 'xinjiang', '万元');
      const wrapped = text
        .split('\n')
        .map((line) => line.replace(/.{26}(?=.)/g, (part) => `${part}\n\n`))
        .join('\n');
      const wide = wrapped.replace(/(?<=[，增加减少额]\d*)\d(?=[\d,]*\.)/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      const { findings, claims } = auditNarrative(wide, accounts);
      expect(
        findings.filter(({ text: found }) => !found.startsWith('【')),
        `seed ${seed}`,
      ).toEqual([]);
      expect(claims).toBe(auditNarrative(text, accounts).claims);
    }
  });
});
