/** Two cells off by the same amount (两处同差): booked on the wrong line (列错行) while their total is right, or a wrong cell and a total typed to agree with it; one cause. */
import { refKey } from '../workbook/address.ts';
import { attempt, type Cause, type Search, weigh } from './cause.ts';
import { currentValue } from './evidence.ts';

export function movedAmounts(search: Search, singles: readonly Cause[]): readonly Cause[] {
  // Each alone would break exactly the sum that holds both.
  const lone = singles.filter((cause) => cause.fixed.length > 0 && cause.spoiled.length > 0 && cause.changes.size === 1);
  return lone.flatMap((first, index) =>
    lone.slice(index + 1).flatMap((second) => {
      if (!first.spoiled.some((equation) => second.spoiled.includes(equation))) return [];
      if (first.fixed.some((equation) => second.fixed.includes(equation))) return [];
      const changes = new Map([...first.changes, ...second.changes]);
      const opposite = compareShifts(search, first, second);
      if (changes.size < 2 || opposite === undefined) return [];
      const outcome = attempt(search, changes);
      if (outcome.spoiled.length > 0 || outcome.fixed.length < 2) return [];
      const suspects = [...first.suspects, ...second.suspects].map((one) => ({
        ...one,
        repair: changes.get(refKey(one.figure.ref)) ?? null,
        slip: null,
      }));
      const [a, b] = suspects.map(({ figure }) => figure.row);
      return [
        {
          kind: 'moved' as const,
          suspects,
          changes,
          ...outcome,
          score: weigh(outcome) - 0.3,
          ...(opposite ? { note: wrongLine(a, b) } : {}),
        },
      ];
    }),
  );
}

function wrongLine(a = '', b = ''): NonNullable<Cause['note']> {
  return {
    'zh-CN': `「${a}」与「${b}」之间像是列错了行，合计不变`,
    en: `an amount seems to be booked between «${a}» and «${b}» the wrong way; their total is right`,
  };
}

/** Whether the two are off by the same amount in opposite directions (true) or in the same one (false); undefined when the amounts differ. */
function compareShifts(search: Search, first: Cause, second: Cause): boolean | undefined {
  const delta = (cause: Cause) => [...cause.changes].map(([key, value]) => value.minus(currentValue(search.evidence, key, search.base)))[0];
  const a = delta(first);
  const b = delta(second);
  if (a === undefined || b === undefined) return undefined;
  const quantum = first.suspects[0]?.figure.quantum ?? 0;
  if (a.plus(b).abs().lte(quantum)) return true;
  return a.minus(b).abs().lte(quantum) ? false : undefined;
}
