/** Self-evaluation forms for made-up departments: they agree with the accounts, with themselves, and weigh 100. */
import { figuresOf } from './figures.ts';
import { type DepartmentAccounts, type Fen, type FormAmounts, type FormIndicator, type ProjectForm } from './model.ts';
import { between, chance, pick, type Random } from './random.ts';

/** Forms are always printed in 万元 with two decimals: 100 元 is their smallest step. */
const STEP: Fen = 10_000;
const NOTHING: FormAmounts = { initial: 0, full: 0, executed: 0 };

export function randomForms(random: Random, accounts: DepartmentAccounts, count: number): DepartmentAccounts {
  const { amounts } = figuresOf(accounts);
  const printed = (key: string): Fen => Math.floor(((amounts.get(key) ?? 0) + STEP / 2) / STEP) * STEP;
  const full = printed('final-account-summary/expenditure-grand-total/amount');
  const executed = printed('final-account-summary/expenditure-total/amount');
  const fiscalExecuted = Math.min(executed, printed('fiscal-appropriation-summary/expenditure-total/total'));
  const fiscalFull = Math.min(full, printed('fiscal-appropriation-summary/expenditure-grand-total/total'));
  const projectMoney = printed('expenditure/total/project');
  return {
    ...accounts,
    departmentForm: {
      sources: {
        central: NOTHING,
        region: NOTHING,
        prefecture: NOTHING,
        county: { initial: fiscalFull, full: fiscalFull, executed: fiscalExecuted },
        other: { initial: full - fiscalFull, full: full - fiscalFull, executed: executed - fiscalExecuted },
      },
      weight: 10,
      goal: '目标1：完成年度工作任务。',
      outcome: '年度任务已经完成。',
      indicators: randomIndicators(random),
    },
    projectForms: Array.from({ length: count }, (_, index) => randomProject(random, index + 1, Math.floor(projectMoney / STEP / count))),
  };
}

function randomProject(random: Random, number: number, mostSteps: number): ProjectForm {
  const executedSteps = between(random, 0, Math.max(0, mostSteps));
  const fullSteps = executedSteps + between(random, 0, 2000);
  const otherSteps = chance(random, 0.5) ? 0 : between(random, 0, executedSteps);
  const other = { initial: otherSteps * STEP, full: otherSteps * STEP, executed: otherSteps * STEP };
  return {
    name: `专项业务项目${number}`,
    currentFiscal: {
      initial: (fullSteps - otherSteps) * STEP,
      full: (fullSteps - otherSteps) * STEP,
      executed: (executedSteps - otherSteps) * STEP,
    },
    other,
    weight: 10,
    goal: '按计划完成项目。',
    outcome: '项目已经完成。',
    indicators: randomIndicators(random),
  };
}

/** Nine indicators of ten points each, every one met in full. */
function randomIndicators(random: Random): readonly FormIndicator[] {
  const levels = [
    ['产出指标', '数量指标'],
    ['产出指标', '质量指标'],
    ['产出指标', '时效指标'],
    ['成本指标', '经济成本指标'],
    ['效益指标', '社会效益指标'],
    ['满意度指标', '满意度指标'],
  ] as const;
  return Array.from({ length: 9 }, (_, index): FormIndicator => {
    const [first, second] = levels[Math.min(levels.length - 1, Math.floor(index / 2) + (index % 2))] ?? levels[0];
    const value = between(random, 1, 300);
    const unit = pick(random, ['次', '人', '个', '%']);
    return {
      path: [first, second, `工作内容${index + 1}（${unit}）`],
      target: `>=${value}${unit}`,
      actual: `=${value}${unit}`,
      weight: 10,
      score: 10,
    };
  });
}
