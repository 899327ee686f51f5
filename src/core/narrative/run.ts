/** One narration under way (一次生成): what the filters and the names of a template have at hand. */
import type { TableSet } from '../tables/table-set.ts';
import type { AskList } from './asks.ts';
import type { AccountNames } from './final-account-names.ts';
import type { Conventions } from './profile.ts';
import type { SpanShelf } from './markers.ts';
import type { PrintUnit } from './printed.ts';

export interface Run {
  readonly accounts: TableSet;
  /** Those the templates may use. */
  readonly names: AccountNames;
  readonly conventions: Conventions;
  readonly print: PrintUnit;
  readonly asks: AskList;
  readonly shelf: SpanShelf;
}

const RUN = Symbol('run');

/** Hides the run in a template's scope, where no template can name it. */
export function withRun<T extends object>(scope: T, run: Run): T {
  return Object.assign(scope, { [RUN]: run });
}

export function runOf(scope: object): Run {
  const run = (scope as { readonly [RUN]?: Run })[RUN];
  if (run === undefined) throw new Error('a filter was used outside a narration');
  return run;
}
