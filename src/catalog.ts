/** The lists of everything a domain expert adds (目录): known tables, checks, and wordings. The only place where they are named together. */
import { balance } from './checks/balance.ts';
import { carryForward } from './checks/carry-forward.ts';
import { codeHierarchy } from './checks/code-hierarchy.ts';
import { codeNames } from './checks/code-names.ts';
import { crossFooting } from './checks/cross-footing.ts';
import { economicItems } from './checks/economic-items.ts';
import { executionRate } from './checks/execution-rate.ts';
import { executionScore } from './checks/execution-score.ts';
import { fiscalPart } from './checks/fiscal-part.ts';
import { footing } from './checks/footing.ts';
import { grandTotal } from './checks/grand-total.ts';
import { indicatorConsistency } from './checks/indicator-consistency.ts';
import { indicatorScore } from './checks/indicator-score.ts';
import { indicatorTarget } from './checks/indicator-target.ts';
import { operatingExpenses } from './checks/operating-expenses.ts';
import { priorColumn } from './checks/prior-column.ts';
import { rollForward } from './checks/roll-forward.ts';
import { scoreTotal } from './checks/score-total.ts';
import { selfEvaluationFunds } from './checks/self-evaluation-funds.ts';
import { selfEvaluationTieOut } from './checks/self-evaluation-tie-out.ts';
import { threePublicBounds } from './checks/three-public-bounds.ts';
import { threePublicExpenses as threePublicExpensesCheck } from './checks/three-public-expenses.ts';
import { tieOut } from './checks/tie-out.ts';
import type { NarrativeDefinition } from './core/narrative/profile.ts';
import type { Check } from './core/relations/check.ts';
import type { Statement } from './core/tables/statement.ts';
import type { VarianceDefinition } from './core/variance/profile.ts';
import { national } from './narratives/national/profile.ts';
import { shanghai } from './narratives/shanghai/profile.ts';
import { variance } from './narratives/variance/profile.ts';
import { xinjiang } from './narratives/xinjiang/profile.ts';
import { departmentSelfEvaluation } from './statements/department-self-evaluation.ts';
import { expenditure } from './statements/expenditure.ts';
import { finalAccountSummary } from './statements/final-account-summary.ts';
import { fiscalAppropriationSummary } from './statements/fiscal-appropriation-summary.ts';
import { generalBudgetBasicExpenditure } from './statements/general-budget-basic-expenditure.ts';
import { generalBudgetExpenditure } from './statements/general-budget-expenditure.ts';
import { governmentFund } from './statements/government-fund.ts';
import { income } from './statements/income.ts';
import { projectSelfEvaluation } from './statements/project-self-evaluation.ts';
import { stateCapital } from './statements/state-capital.ts';
import { threePublicExpenses } from './statements/three-public-expenses.ts';

/** 公开01 … 公开09, then the self-evaluation forms. */
export const statements: readonly Statement[] = [
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

/** Inside a table, across tables, year on year, the forms. */
export const checks: readonly Check[] = [
  footing,
  grandTotal,
  balance,
  crossFooting,
  codeHierarchy,
  economicItems,
  threePublicExpensesCheck,
  rollForward,
  tieOut,
  fiscalPart,
  threePublicBounds,
  operatingExpenses,
  carryForward,
  priorColumn,
  codeNames,
  selfEvaluationFunds,
  executionRate,
  executionScore,
  indicatorScore,
  scoreTotal,
  indicatorTarget,
  indicatorConsistency,
  selfEvaluationTieOut,
];

/** The first that suits the accounts is used where none is chosen; `national` suits all, what follows it is for people to choose. */
export const narratives: readonly NarrativeDefinition[] = [xinjiang, shanghai, national];

/** About tables that no statement knows; the first is used where a workbook holds no others. */
export const tableNarratives: readonly VarianceDefinition[] = [variance];
