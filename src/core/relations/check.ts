/** A check (审核规则): which relations the tables of one department must satisfy. One file each under src/checks. */
import type { LocalText } from '../locale.ts';
import type { TableSet } from '../tables/table-set.ts';
import type { Observation, Relation, Severity } from './relation.ts';

export interface Check {
  /** Equals its file's name. */
  readonly id: string;
  readonly title: LocalText;
  readonly severity: Severity;
  /** The rule's number in the catalogue of rules (R08, X11 …), for people who know it by that. */
  readonly rules: readonly string[];
  readonly relations: (accounts: TableSet) => readonly Relation[];
  readonly observations?: (accounts: TableSet) => readonly Observation[];
}

/** What a check file writes: relations without the check's own name and default severity, which are filled in here. */
export type RelationDraft = Omit<Relation, 'check' | 'severity'> & { readonly severity?: Severity };
export type ObservationDraft = Omit<Observation, 'check' | 'severity'> & { readonly severity?: Severity };

export interface CheckDefinition {
  readonly id: string;
  readonly title: LocalText;
  readonly severity: Severity;
  readonly rules: readonly string[];
  readonly relations?: (accounts: TableSet) => readonly RelationDraft[];
  readonly observations?: (accounts: TableSet) => readonly ObservationDraft[];
}

export function defineCheck(definition: CheckDefinition): Check {
  const { id, title, severity, rules, relations, observations } = definition;
  const fill = <T extends object>(draft: T): T & { check: string; severity: Severity } => ({ severity, ...draft, check: id });
  return {
    id,
    title,
    severity,
    rules,
    relations: (accounts) => relations?.(accounts).map(fill) ?? [],
    ...(observations === undefined ? {} : { observations: (accounts: TableSet) => observations(accounts).map(fill) }),
  };
}
