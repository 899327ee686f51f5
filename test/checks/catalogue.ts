/** All checks and statements, for tests of the core that must not depend on the catalogue of the product. */
import { balance } from '../../src/checks/balance.ts';
import { carryForward } from '../../src/checks/carry-forward.ts';
import { codeHierarchy } from '../../src/checks/code-hierarchy.ts';
import { codeNames } from '../../src/checks/code-names.ts';
import { crossFooting } from '../../src/checks/cross-footing.ts';
import { economicItems } from '../../src/checks/economic-items.ts';
import { executionRate } from '../../src/checks/execution-rate.ts';
import { executionScore } from '../../src/checks/execution-score.ts';
import { fiscalPart } from '../../src/checks/fiscal-part.ts';
import { footing } from '../../src/checks/footing.ts';
import { grandTotal } from '../../src/checks/grand-total.ts';
import { indicatorConsistency } from '../../src/checks/indicator-consistency.ts';
import { indicatorScore } from '../../src/checks/indicator-score.ts';
import { indicatorTarget } from '../../src/checks/indicator-target.ts';
import { operatingExpenses } from '../../src/checks/operating-expenses.ts';
import { priorColumn } from '../../src/checks/prior-column.ts';
import { rollForward } from '../../src/checks/roll-forward.ts';
import { scoreTotal } from '../../src/checks/score-total.ts';
import { selfEvaluationFunds } from '../../src/checks/self-evaluation-funds.ts';
import { selfEvaluationTieOut } from '../../src/checks/self-evaluation-tie-out.ts';
import { threePublicBounds } from '../../src/checks/three-public-bounds.ts';
import { threePublicExpenses as threePublicExpensesCheck } from '../../src/checks/three-public-expenses.ts';
import { tieOut } from '../../src/checks/tie-out.ts';
import type { Check } from '../../src/core/relations/check.ts';
import type { Statement } from '../../src/core/tables/statement.ts';
import { departmentSelfEvaluation } from '../../src/statements/department-self-evaluation.ts';
import { expenditure } from '../../src/statements/expenditure.ts';
import { finalAccountSummary } from '../../src/statements/final-account-summary.ts';
import { fiscalAppropriationSummary } from '../../src/statements/fiscal-appropriation-summary.ts';
import { generalBudgetBasicExpenditure } from '../../src/statements/general-budget-basic-expenditure.ts';
import { generalBudgetExpenditure } from '../../src/statements/general-budget-expenditure.ts';
import { governmentFund } from '../../src/statements/government-fund.ts';
import { income } from '../../src/statements/income.ts';
import { projectSelfEvaluation } from '../../src/statements/project-self-evaluation.ts';
import { stateCapital } from '../../src/statements/state-capital.ts';
import { threePublicExpenses } from '../../src/statements/three-public-expenses.ts';

/** In the order of the rules. */
export const ALL_CHECKS: readonly Check[] = [
  footing,
  grandTotal,
  balance,
  crossFooting,
  codeHierarchy,
  codeNames,
  economicItems,
  threePublicExpensesCheck,
  rollForward,
  tieOut,
  fiscalPart,
  threePublicBounds,
  operatingExpenses,
  carryForward,
  priorColumn,
  selfEvaluationFunds,
  executionRate,
  executionScore,
  indicatorScore,
  scoreTotal,
  indicatorTarget,
  indicatorConsistency,
  selfEvaluationTieOut,
];

export const ALL_STATEMENTS: readonly Statement[] = [
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
