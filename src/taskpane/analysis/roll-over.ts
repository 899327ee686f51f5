/** Next year's 补充资料 out of this year's accounts (结转到下年): a file to be saved, alone or in a copy of next year's workbook; this year's is left as it is. */
import { planRollOver, whyNotRolledInto } from '../../core/edits/plan-roll-over.ts';
import { currentSets } from '../../core/tables/prior-accounts.ts';
import { applyEdits, loadAccounts, narrativeFor, narratives, openWorkbook } from '../../engine.ts';
import { createWorkbook } from '../../hosts/file/create-workbook.ts';
import type { RolledOver, RollOverRequest } from './analysis.ts';

/** Rejects with UnusableWorkbook when next year's file cannot be read or written. */
export async function rollOver({ workbook, prior, settings, locale, next }: RollOverRequest): Promise<RolledOver> {
  const current = currentSets(loadAccounts(workbook, prior).sets);
  const accounts = current.find(({ department }) => department === settings.department) ?? current[0];
  if (accounts === undefined) return { kind: 'refused', why: 'no-accounts' };
  const narrative = narratives.find(({ id }) => id === settings.wording) ?? narrativeFor(accounts);
  const edit = planRollOver(accounts, { narratives, narrative, locale });
  if (edit === undefined || accounts.year === undefined) return { kind: 'refused', why: 'no-year' };
  const year = accounts.year + 1;
  const { department } = accounts;
  if (next === undefined) {
    const name = `${year}年度${edit.content.name}${department === '' ? '' : `-${department}`}.xlsx`;
    return { kind: 'file', year, file: { name, bytes: createWorkbook([edit.content], { tagged: true }) } };
  }
  const why = whyNotRolledInto(loadAccounts(await openWorkbook(next.bytes, next.name)).sets, accounts);
  if (why !== undefined) return { kind: 'refused', why, name: next.name, department, year };
  const name = next.name.replace(/(\.\w+)?$/, (ending) => `-结转${ending === '' ? '.xlsx' : ending}`);
  return { kind: 'file', year, file: { name, bytes: applyEdits(next.bytes, [edit]) } };
}
