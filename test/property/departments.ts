/** Departments for property tests: sound to the 分, with amounts of at least 50 元, so that no figure in use prints 0.00 万元. */
import {
  type DepartmentAccounts,
  type Fen,
  type FundFlow,
  type OwnFlow,
  randomDepartment,
  seededRandom,
} from '../support/final-accounts/index.ts';
import { randomForms } from '../support/final-accounts/random-forms.ts';

// A prime, so that every pair of last digits occurs.
const STEP = 5003;
const LARGEST = 180_000;

export interface Choice {
  readonly seed: number;
  readonly items: number;
  readonly projectForms?: number;
}

export function soundDepartment({ seed, items, projectForms = 0 }: Choice): DepartmentAccounts {
  const model = randomDepartment(seededRandom(seed), { items, largest: LARGEST });
  const scaled: DepartmentAccounts = {
    ...model,
    items: model.items.map(({ general, fund, stateCapital, own, ...item }) => ({
      ...item,
      ...(general === undefined ? {} : { general: flow(general) }),
      ...(fund === undefined ? {} : { fund: flow(fund) }),
      ...(stateCapital === undefined ? {} : { stateCapital: flow(stateCapital) }),
      ...(own === undefined ? {} : { own: ownFlow(own) }),
    })),
    economic: new Map([...model.economic].map(([code, amount]) => [code, amount * STEP])),
    threePublic: { budget: scale(model.threePublic.budget), actual: scale(model.threePublic.actual) },
  };
  return projectForms === 0 ? scaled : randomForms(seededRandom(seed), scaled, projectForms);
}

function flow(of: FundFlow): FundFlow {
  return scale(of);
}

function ownFlow(of: OwnFlow): OwnFlow {
  return {
    opening: of.opening * STEP,
    balanceUsed: of.balanceUsed * STEP,
    distribution: of.distribution * STEP,
    income: scale(of.income),
    spending: scale(of.spending),
  };
}

function scale<T extends object>(amounts: T): T {
  return Object.fromEntries(Object.entries(amounts).map(([key, amount]: [string, Fen]) => [key, amount * STEP])) as T;
}
