/** All known statements, for the tests of recognition. */
import type { Statement } from '../../../src/core/tables/statement.ts';
import { departmentSelfEvaluation } from '../../../src/statements/department-self-evaluation.ts';
import { expenditure } from '../../../src/statements/expenditure.ts';
import { finalAccountSummary } from '../../../src/statements/final-account-summary.ts';
import { fiscalAppropriationSummary } from '../../../src/statements/fiscal-appropriation-summary.ts';
import { generalBudgetBasicExpenditure } from '../../../src/statements/general-budget-basic-expenditure.ts';
import { generalBudgetExpenditure } from '../../../src/statements/general-budget-expenditure.ts';
import { governmentFund } from '../../../src/statements/government-fund.ts';
import { income } from '../../../src/statements/income.ts';
import { projectSelfEvaluation } from '../../../src/statements/project-self-evaluation.ts';
import { stateCapital } from '../../../src/statements/state-capital.ts';
import { threePublicExpenses } from '../../../src/statements/three-public-expenses.ts';

export const ALL: readonly Statement[] = [
  finalAccountSummary,
  income,
  expenditure,
  fiscalAppropriationSummary,
  generalBudgetExpenditure,
  generalBudgetBasicExpenditure,
  threePublicExpenses,
  governmentFund,
  stateCapital,
  departmentSelfEvaluation,
  projectSelfEvaluation,
];
