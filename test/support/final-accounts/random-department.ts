/** Departments made up at random (随机部门): any number of 项, with or without own money, funds and state capital; always tied to the 分. */
import { ECONOMIC_CLASSES, FUNCTION_CLASSES } from './classification.ts';
import { randomForms } from './random-forms.ts';
import {
  accounts,
  type DepartmentAccounts,
  type Fen,
  type FundFlow,
  type Item,
  OWN_INCOME_KINDS,
  type OwnFlow,
  sumOf,
  type ThreePublic,
} from './model.ts';
import { between, chance, pick, type Random } from './random.ts';

export interface DepartmentSize {
  /** How many 项 (seven-digit codes). */
  readonly items: number;
  /** Money that is not a fiscal appropriation; by chance when not given. */
  readonly own?: boolean;
  readonly fund?: boolean;
  readonly stateCapital?: boolean;
  /** How many project self-evaluation forms; the department's own form is there whenever there are any. None when not given. */
  readonly projectForms?: number;
  readonly department?: string;
  readonly year?: number;
  /** At most so many 分 at one 项. */
  readonly largest?: Fen;
}

const FUND_CLASSES = ['207', '208', '211', '212', '213', '229'];

export function randomDepartment(random: Random, size: number | DepartmentSize): DepartmentAccounts {
  const wanted: DepartmentSize = typeof size === 'number' ? { items: size } : size;
  const largest = wanted.largest ?? 900_000_000;
  const withOwn = wanted.own ?? chance(random, 0.6);
  const withFund = wanted.fund ?? chance(random, 0.4);
  const withStateCapital = wanted.stateCapital ?? chance(random, 0.2);
  const items: Item[] = randomCodes(random, wanted.items, withStateCapital).map(({ code, names }) => {
    const isFund = withFund && FUND_CLASSES.includes(code.slice(0, 3)) && chance(random, 0.3);
    const isStateCapital = code.startsWith('223');
    return {
      code,
      names,
      ...(isStateCapital
        ? { stateCapital: randomFlow(random, largest) }
        : isFund
          ? { fund: randomFlow(random, largest) }
          : { general: randomFlow(random, largest) }),
      ...(withOwn && chance(random, 0.3) ? { own: randomOwnFlow(random, largest) } : {}),
    };
  });
  if (withFund)
    items.push(
      ...extraItem(items, '2120899', ['城乡社区支出', '国有土地使用权出让收入安排的支出', '其他国有土地使用权出让收入安排的支出'], {
        fund: randomFlow(random, largest),
      }),
    );
  if (withStateCapital)
    items.push(
      ...extraItem(items, '2230199', ['国有资本经营预算支出', '解决历史遗留问题及改革成本支出', '其他解决历史遗留问题及改革成本支出'], {
        stateCapital: randomFlow(random, largest),
      }),
    );
  const economic = spread(random, sumOf(items.map((item) => item.general?.basic)), economicCodes());
  const actual = randomThreePublic(random, economic, sumOf(items.map((item) => item.general?.project)));
  const model: DepartmentAccounts = {
    department:
      wanted.department ??
      `${pick(random, ['东湖', '西山', '南岭', '北川', '长宁'])}${pick(random, ['市', '县', '区'])}${pick(random, ['财政局', '教育局', '交通运输局', '卫生健康委员会', '林业和草原局'])}`,
    year: wanted.year ?? 2023,
    items,
    economic,
    threePublic: { budget: randomBudget(random, actual), actual },
    projectForms: [],
  };
  return accounts((wanted.projectForms ?? 0) > 0 ? randomForms(random, model, wanted.projectForms ?? 0) : model);
}

function extraItem(items: readonly Item[], code: string, names: Item['names'], money: Partial<Item>): Item[] {
  return items.some((item) => item.code === code) ? [] : [{ code, names, ...money }];
}

/** Distinct codes that cluster under few 类 and 款, as real ones do. */
function randomCodes(random: Random, count: number, withStateCapital: boolean): readonly Pick<Item, 'code' | 'names'>[] {
  const classCount = Math.min(FUNCTION_CLASSES.length, Math.max(1, Math.ceil(count / 4)));
  // 国有资本经营预算支出 never comes out of another budget.
  const possible = FUNCTION_CLASSES.filter(([code]) => withStateCapital || code !== '223');
  const classes = shuffled(random, possible).slice(0, Math.max(classCount, Math.ceil(count / 2500)));
  const perGroup = Math.max(3, Math.ceil(count / (classes.length * 40)));
  const codes = new Map<string, Pick<Item, 'code' | 'names'>>();
  const groupsPerClass = Math.max(1, Math.ceil(count / (classes.length * perGroup))) + 1;
  while (codes.size < count) {
    const [classCode, className] = pick(random, classes);
    // 款 that the official list does not use: made-up names must not contradict it.
    const group = 49 + between(random, 1, Math.min(49, groupsPerClass));
    const item = between(random, 1, 99);
    const code = `${classCode}${two(group)}${two(item)}`;
    const stem = className.replace(/支出$/, '');
    codes.set(code, {
      code,
      names: [className, `${stem}事务（${group}）`, item === 99 ? `其他${stem}事务支出` : `${stem}专项${group}-${item}`],
    });
  }
  return [...codes.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function shuffled<T>(random: Random, list: readonly T[]): readonly T[] {
  return list
    .map((entry) => [random(), entry] as const)
    .sort(([a], [b]) => a - b)
    .map(([, entry]) => entry);
}

/** Amounts of very different sizes: most departments mix 0.31 万元 with 30,000 万元. */
function randomAmount(random: Random, largest: Fen): Fen {
  return Math.max(1, Math.floor(largest * random() ** 4));
}

function randomFlow(random: Random, largest: Fen): FundFlow {
  const opening = chance(random, 0.2) ? randomAmount(random, largest / 10) : 0;
  const income = randomAmount(random, largest);
  const spent = chance(random, 0.7) ? opening + income : between(random, Math.ceil(income / 2), opening + income);
  const basic = pick(random, [0, spent, Math.floor(spent * random())]);
  return { opening, income, basic, project: spent - basic };
}

function randomOwnFlow(random: Random, largest: Fen): OwnFlow {
  const income = Object.fromEntries(
    OWN_INCOME_KINDS.filter(() => chance(random, 0.4)).map((kind) => [kind, randomAmount(random, largest / 20)]),
  );
  const opening = chance(random, 0.5) ? randomAmount(random, largest / 30) : 0;
  const balanceUsed = chance(random, 0.2) ? randomAmount(random, largest / 30) : 0;
  let left = opening + balanceUsed + sumOf(Object.values(income));
  const take = (probability: number): Fen => {
    const amount = chance(random, probability) ? between(random, 0, Math.floor(left / 2)) : 0;
    left -= amount;
    return amount;
  };
  const spending = {
    basic: take(0.5),
    project: take(0.8),
    'remittance-to-superior': take(0.15),
    business: take(0.15),
    'affiliate-subsidy': take(0.15),
  };
  return { opening, balanceUsed, income, spending, distribution: take(0.2) };
}

function economicCodes(): readonly string[] {
  return ECONOMIC_CLASSES.flatMap(({ code, groups }) => groups.map(([suffix]) => code + suffix));
}

/** Splits a total over some of the codes, to the 分. */
function spread(random: Random, total: Fen, codes: readonly string[]): ReadonlyMap<string, Fen> {
  const parts = new Map<string, Fen>();
  let left = total;
  const chosen = shuffled(random, codes).slice(0, between(random, 8, 30));
  chosen.forEach((code, index) => {
    const part = index === chosen.length - 1 ? left : Math.min(left, Math.floor((2 * random() * total) / chosen.length));
    left -= part;
    if (part > 0) parts.set(code, part);
  });
  return parts;
}

/** At least what 06 shows for the same purpose, and never more than there is project money beyond it. */
function randomThreePublic(random: Random, economic: ReadonlyMap<string, Fen>, project: Fen): ThreePublic {
  const more = (code: string): Fen => (economic.get(code) ?? 0) + (chance(random, 0.3) ? between(random, 0, Math.floor(project / 50)) : 0);
  return { abroad: more('30212'), 'vehicle-purchase': more('31013'), 'vehicle-running': more('30231'), reception: more('30217') };
}

function randomBudget(random: Random, actual: ThreePublic): ThreePublic {
  const budget = (amount: Fen): Fen => (chance(random, 0.5) ? amount : amount + between(random, 0, 5_000_000));
  return {
    abroad: budget(actual.abroad),
    'vehicle-purchase': budget(actual['vehicle-purchase']),
    'vehicle-running': budget(actual['vehicle-running']),
    reception: budget(actual.reception),
  };
}
