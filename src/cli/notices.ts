/** What is said beside a result (提示): last year's workbook that was not used, items without last year's figure, and what must be put right in 补充资料. */
import type { PriorMatches } from '../core/narrative/prior-matches.ts';
import { cellAddress, qualifiedAddress } from '../core/workbook/address.ts';
import { countWaiting } from '../hosts/file/waiting-cells.ts';
import type { LoadedAccounts } from '../engine.ts';
import type { Arguments } from './arguments.ts';

type Loaded = Pick<LoadedAccounts, 'workbook' | 'priorUnmatched' | 'priorQuestions' | 'supplementFaults'>;

export function noticeLines(
  { loaded }: { readonly loaded: Loaded },
  { messages, locale }: Pick<Arguments, 'messages' | 'locale'>,
  matches: readonly PriorMatches[] = [],
): readonly string[] {
  const waiting = countWaiting(loaded.workbook);
  return [
    ...(waiting === 0 ? [] : [messages.waitingFormulas(waiting)]),
    ...loaded.priorUnmatched.map((department) => messages.priorUnmatched(department || messages.unnamedDepartment)),
    ...loaded.priorQuestions.map((question) => messages.priorQuestions[question.kind](question)),
    ...matches.flatMap(({ table, items, left }) => {
      const open = items.filter(({ chosen }) => chosen === '');
      const list = (all: readonly { readonly code: string; readonly name: string }[]): string =>
        all.map(({ code, name }) => `${code} ${name}`).join(messages.comma);
      return open.length === 0 || left.length === 0 ? [] : [messages.priorItems(table, list(open), list(left))];
    }),
    ...loaded.supplementFaults.map(({ ref, message }) => `${qualifiedAddress(ref)}${messages.colon}${message[locale]}`),
  ];
}

export function writeNotices(...args: Parameters<typeof noticeLines>): void {
  for (const line of noticeLines(...args)) process.stderr.write(`${line}\n`);
}

/** The same for machines; fields without anything to say are left out. */
export function noticeJson({ loaded }: { readonly loaded: Loaded }, matches: readonly PriorMatches[] = []): object {
  const prior = {
    ...(loaded.priorUnmatched.length === 0 ? {} : { unmatchedDepartments: loaded.priorUnmatched }),
    ...(loaded.priorQuestions.length === 0 ? {} : { questions: loaded.priorQuestions }),
    ...(matches.length === 0 ? {} : { items: matches.map(({ table, items, left }) => ({ table, withoutPrior: items, priorLeft: left })) }),
  };
  const waiting = countWaiting(loaded.workbook);
  return {
    ...(waiting === 0 ? {} : { waitingFormulas: waiting }),
    ...(Object.keys(prior).length === 0 ? {} : { prior }),
    ...(loaded.supplementFaults.length === 0
      ? {}
      : {
          supplement: loaded.supplementFaults.map(({ kind, ref, message }) => ({
            kind,
            sheet: ref.sheet,
            address: cellAddress(ref),
            message,
          })),
        }),
  };
}
