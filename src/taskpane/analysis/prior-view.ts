/** Last year's workbook as the pane asks about it (上年决算核对): questions with the answer that settles each, and the items to be matched by hand. */
import { FINAL_ACCOUNT_NAMES } from '../../core/narrative/final-account-names.ts';
import type { Narrative } from '../../core/narrative/narrative.ts';
import { priorMatches } from '../../core/narrative/prior-matches.ts';
import { PRIOR_SECTION } from '../../core/tables/facts.ts';
import { PRIOR_DEPARTMENT_LINE, type PriorQuestion } from '../../core/tables/prior-accounts.ts';
import type { TableSet } from '../../core/tables/table-set.ts';
import type { PriorItemView, PriorQuestionView } from './analysis.ts';

export function priorQuestionViews(questions: readonly PriorQuestion[]): readonly PriorQuestionView[] {
  return questions.map((question) =>
    question.kind === 'department'
      ? { ...question, answer: { ...PRIOR_DEPARTMENT_LINE, text: question.priorDepartment, year: question.year } }
      : { ...question, answer: undefined },
  );
}

export function priorItemViews(narrative: Narrative, accounts: TableSet): readonly PriorItemView[] {
  return priorMatches(accounts, FINAL_ACCOUNT_NAMES, narrative.carried).flatMap(({ table, items, left }) =>
    items.map(({ code, name, key, chosen, chosenText }): PriorItemView => {
      const own = /^\d+$/.test(chosen) ? [{ code: chosen, text: chosenText }] : [];
      return {
        table,
        name: `${code} ${name}（${table}）`,
        chosen,
        choices: [...own, ...left.map((item) => ({ code: item.code, text: `${item.code} ${item.name}` }))],
        answer: { key, label: `${code} ${name}在上年的科目编码`, section: PRIOR_SECTION, year: accounts.year },
      };
    }),
  );
}
