/** A department's accounts of one year (部门决算), from the bottom: what every 项 received and spent, in exact 分; every total is derived, so it always ties. */

/** An amount of money in 分 (0.01 元): always a whole number. */
export type Fen = number;

/** Money of one budget (一般公共预算、政府性基金预算、国有资本经营预算) at one 项; what is left at the year's end is derived. */
export interface FundFlow {
  readonly opening: Fen;
  readonly income: Fen;
  readonly basic: Fen;
  readonly project: Fen;
}

export const OWN_INCOME_KINDS = ['superior-subsidy', 'institutional', 'business', 'affiliate-remittance', 'other-income'] as const;
export type OwnIncomeKind = (typeof OWN_INCOME_KINDS)[number];

export const OWN_SPENDING_KINDS = ['basic', 'project', 'remittance-to-superior', 'business', 'affiliate-subsidy'] as const;
export type OwnSpendingKind = (typeof OWN_SPENDING_KINDS)[number];

/** Money that is not a fiscal appropriation (非财政拨款资金) at one 项. */
export interface OwnFlow {
  readonly opening: Fen;
  /** 使用非财政拨款结余. */
  readonly balanceUsed: Fen;
  readonly income: Readonly<Partial<Record<OwnIncomeKind, Fen>>>;
  readonly spending: Readonly<Partial<Record<OwnSpendingKind, Fen>>>;
  /** 结余分配. */
  readonly distribution: Fen;
}

/** One 项 of the functional classification with everything that went through it. */
export interface Item {
  /** Seven digits. */
  readonly code: string;
  /** Names of 类, 款 and 项. */
  readonly names: readonly [string, string, string];
  readonly general?: FundFlow;
  readonly fund?: FundFlow;
  readonly stateCapital?: FundFlow;
  readonly own?: OwnFlow;
}

/** The four kinds of 三公 spending that are not sums. */
export const THREE_PUBLIC_PARTS = ['abroad', 'vehicle-purchase', 'vehicle-running', 'reception'] as const;
export type ThreePublicPart = (typeof THREE_PUBLIC_PARTS)[number];
export type ThreePublic = Readonly<Record<ThreePublicPart, Fen>>;

/** 年初预算数, 全年预算数 and 全年执行数 of one source of money. */
export interface FormAmounts {
  readonly initial: Fen;
  readonly full: Fen;
  readonly executed: Fen;
}

export interface FormIndicator {
  /** 一级、二级、三级指标. */
  readonly path: readonly [string, string, string];
  readonly target: string;
  readonly actual: string;
  readonly weight: number | null;
  readonly score: number | null;
  /** 指标值设定依据 (department form) or 偏差原因 (project form). */
  readonly remark?: string;
}

/** 部门（单位）整体支出绩效目标自评表. */
export interface DepartmentForm {
  readonly sources: Readonly<Record<'central' | 'region' | 'prefecture' | 'county' | 'other', FormAmounts>>;
  readonly weight: number;
  readonly goal: string;
  readonly outcome: string;
  readonly indicators: readonly FormIndicator[];
}

/** 项目支出绩效自评表. */
export interface ProjectForm {
  readonly name: string;
  readonly currentFiscal: FormAmounts;
  /** 上年结转资金: a row that only some regions print. */
  readonly carriedOver?: FormAmounts;
  readonly other: FormAmounts;
  readonly weight: number;
  readonly goal: string;
  readonly outcome: string;
  readonly indicators: readonly FormIndicator[];
}

export interface DepartmentAccounts {
  readonly department: string;
  readonly year: number;
  readonly items: readonly Item[];
  /** 经济分类款 (five digits) of the basic expenditure of the general budget: table 06. */
  readonly economic: ReadonlyMap<string, Fen>;
  readonly threePublic: { readonly budget: ThreePublic; readonly actual: ThreePublic };
  readonly departmentForm?: DepartmentForm;
  readonly projectForms: readonly ProjectForm[];
}

export const NO_THREE_PUBLIC: ThreePublic = { abroad: 0, 'vehicle-purchase': 0, 'vehicle-running': 0, reception: 0 };

export function sumOf(amounts: Iterable<Fen | undefined>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount ?? 0;
  return total;
}

export function fundSpending(flow: FundFlow | undefined): Fen {
  return flow === undefined ? 0 : flow.basic + flow.project;
}

export function fundClosing(flow: FundFlow | undefined): Fen {
  return flow === undefined ? 0 : flow.opening + flow.income - fundSpending(flow);
}

export function ownIncome(flow: OwnFlow | undefined): Fen {
  return sumOf(Object.values(flow?.income ?? {}));
}

export function ownSpending(flow: OwnFlow | undefined): Fen {
  return sumOf(Object.values(flow?.spending ?? {}));
}

export function ownClosing(flow: OwnFlow | undefined): Fen {
  return flow === undefined ? 0 : flow.opening + flow.balanceUsed + ownIncome(flow) - ownSpending(flow) - flow.distribution;
}

/** 全年 amounts of several rows of a form added up (合计, 年度资金总额). */
export function addFormAmounts(parts: readonly (FormAmounts | undefined)[]): FormAmounts {
  return {
    initial: sumOf(parts.map((part) => part?.initial)),
    full: sumOf(parts.map((part) => part?.full)),
    executed: sumOf(parts.map((part) => part?.executed)),
  };
}

/** Refuses accounts that cannot tie: the only things the bottom level could contradict itself in. */
export function accounts(model: DepartmentAccounts): DepartmentAccounts {
  const codes = new Set<string>();
  for (const { code, general, fund, stateCapital, own } of model.items) {
    if (!/^\d{7}$/.test(code)) throw new Error(`not a 项 code: ${code}`);
    if (codes.has(code)) throw new Error(`the same 项 twice: ${code}`);
    codes.add(code);
    const amounts = [general, fund, stateCapital].flatMap((flow) => Object.values<Fen>({ ...flow }));
    amounts.push(...Object.values({ ...own?.income }), ...Object.values({ ...own?.spending }), own?.opening ?? 0);
    if (!amounts.every(Number.isSafeInteger)) throw new Error(`not whole 分: ${code}`);
  }
  const basic = sumOf(model.items.map((item) => item.general?.basic));
  const economic = sumOf(model.economic.values());
  if (basic !== economic) throw new Error(`06 adds up to ${economic} 分, the basic expenditure of 05 to ${basic} 分`);
  return model;
}
