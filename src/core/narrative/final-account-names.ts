/** The Chinese names by which every wording of the departmental final account reaches a figure (取数名称): `总表.收入总计`. Keys: docs/keys.md. */

export interface TableNames {
  readonly statement: string;
  /** 公开01: part of the key of a typed last year's figure. */
  readonly number: string;
  /** As people call it: «缺少《收入支出决算总表》». */
  readonly title: string;
  /** 名称 → row key, column key. */
  readonly cells: Readonly<Record<string, readonly [row: string, column: string]>>;
  /** Column names of a coded row, the first deciding whether the row has money. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly lists?: Readonly<Record<string, ListNames>>;
  /** The column that holds last year's figure of another, where the table prints one. */
  readonly priorColumns?: Readonly<Record<string, string>>;
}

/** Coded rows with money: those of one level, in code order. */
export interface ListNames {
  readonly digits: 3 | 5 | 7;
  /** Only under these 类. */
  readonly under?: readonly string[];
  /** Under every 类 but these. */
  readonly notUnder?: readonly string[];
  /** Rows that have money this year, or these and after them the rows that had money only last year. */
  readonly have: 'this-year' | 'either-year';
}

/** Forms of which a workbook holds several: how many, and sums over all. */
export interface FormNames {
  readonly statement: string;
  readonly title: string;
  readonly sums: Readonly<Record<string, readonly [row: string, column: string]>>;
}

export interface AccountNames {
  readonly tables: Readonly<Record<string, TableNames>>;
  readonly forms: Readonly<Record<string, FormNames>>;
}

const three = (column: string): TableNames['cells'] => ({
  三公经费合计: ['total', column],
  因公出国费: ['abroad', column],
  公务用车费: ['vehicles', column],
  公务用车购置费: ['vehicle-purchase', column],
  公务用车运行费: ['vehicle-running', column],
  公务接待费: ['reception', column],
});

const functionLists: NonNullable<TableNames['lists']> = {
  类: { digits: 3, have: 'this-year' },
  项: { digits: 7, have: 'this-year' },
  各项: { digits: 7, have: 'either-year' },
};

const fund: Pick<TableNames, 'cells' | 'columns' | 'lists'> = {
  cells: {
    年初结转和结余: ['total', 'opening'],
    本年收入: ['total', 'income'],
    本年支出: ['total', 'total'],
    基本支出: ['total', 'basic'],
    项目支出: ['total', 'project'],
    年末结转和结余: ['total', 'closing'],
  },
  columns: { 支出: 'total', 基本支出: 'basic', 项目支出: 'project' },
  lists: functionLists,
};

export const FINAL_ACCOUNT_NAMES: AccountNames = {
  tables: {
    总表: {
      statement: 'final-account-summary',
      number: '公开01',
      title: '收入支出决算总表',
      cells: {
        收入总计: ['income-grand-total', 'amount'],
        本年收入合计: ['income-total', 'amount'],
        使用非财政拨款结余: ['non-fiscal-balance-used', 'amount'],
        年初结转和结余: ['opening-balance', 'amount'],
        支出总计: ['expenditure-grand-total', 'amount'],
        本年支出合计: ['expenditure-total', 'amount'],
        结余分配: ['balance-distribution', 'amount'],
        年末结转和结余: ['closing-balance', 'amount'],
      },
    },
    收入表: {
      statement: 'income',
      number: '公开02',
      title: '收入决算表',
      cells: {
        本年收入合计: ['total', 'total'],
        财政拨款收入: ['total', 'fiscal'],
        上级补助收入: ['total', 'superior-subsidy'],
        事业收入: ['total', 'institutional'],
        经营收入: ['total', 'business'],
        附属单位上缴收入: ['total', 'affiliate-remittance'],
        其他收入: ['total', 'other-income'],
      },
    },
    支出表: {
      statement: 'expenditure',
      number: '公开03',
      title: '支出决算表',
      cells: {
        本年支出合计: ['total', 'total'],
        基本支出: ['total', 'basic'],
        项目支出: ['total', 'project'],
        上缴上级支出: ['total', 'remittance-to-superior'],
        经营支出: ['total', 'business'],
        对附属单位补助支出: ['total', 'affiliate-subsidy'],
      },
    },
    财政拨款总表: {
      statement: 'fiscal-appropriation-summary',
      number: '公开04',
      title: '财政拨款收入支出决算总表',
      cells: {
        收入总计: ['income-grand-total', 'amount'],
        年初结转和结余: ['opening-balance', 'amount'],
        本年收入: ['income-total', 'amount'],
        支出总计: ['expenditure-grand-total', 'total'],
        年末结转和结余: ['closing-balance', 'total'],
        本年支出: ['expenditure-total', 'total'],
        政府性基金收入: ['government-fund', 'amount'],
        政府性基金支出: ['expenditure-total', 'fund'],
        国有资本经营年初结转和结余: ['opening-balance-state-capital', 'amount'],
        国有资本经营收入: ['state-capital', 'amount'],
        国有资本经营支出: ['expenditure-total', 'state-capital'],
        国有资本经营年末结转和结余: ['closing-balance', 'state-capital'],
      },
    },
    一般公共预算表: {
      statement: 'general-budget-expenditure',
      number: '公开05',
      title: '一般公共预算财政拨款支出决算表',
      cells: { 支出合计: ['total', 'total'], 基本支出: ['total', 'basic'], 项目支出: ['total', 'project'] },
      columns: { 支出: 'total', 基本支出: 'basic', 项目支出: 'project' },
      lists: functionLists,
    },
    基本支出表: {
      statement: 'general-budget-basic-expenditure',
      number: '公开06',
      title: '一般公共预算财政拨款基本支出决算表',
      cells: { 人员经费合计: ['personnel-total', 'amount'], 公用经费合计: ['operating-total', 'amount'] },
      columns: { 支出: 'amount' },
      lists: {
        人员经费科目: { digits: 5, under: ['301', '303'], have: 'this-year' },
        公用经费科目: { digits: 5, notUnder: ['301', '303'], have: 'this-year' },
        公用经费各科目: { digits: 5, notUnder: ['301', '303'], have: 'either-year' },
        各科目: { digits: 5, have: 'either-year' },
      },
    },
    三公表: {
      statement: 'three-public-expenses',
      number: '公开07',
      title: '财政拨款“三公”经费支出决算表',
      cells: three('actual'),
      priorColumns: { actual: 'prior' },
    },
    三公预算: { statement: 'three-public-expenses', number: '公开07', title: '财政拨款“三公”经费支出决算表', cells: three('budget') },
    政府性基金表: { statement: 'government-fund', number: '公开08', title: '政府性基金预算财政拨款收入支出决算表', ...fund },
    国有资本表: { statement: 'state-capital', number: '公开09', title: '国有资本经营预算财政拨款收入支出决算表', ...fund },
  },
  forms: {
    部门自评表: {
      statement: 'department-self-evaluation',
      title: '部门（单位）整体支出绩效目标自评表',
      sums: {
        年初预算数: ['source-total', 'initial-budget'],
        全年预算数: ['source-total', 'full-budget'],
        全年执行数: ['source-total', 'executed'],
      },
    },
    项目自评表: {
      statement: 'project-self-evaluation',
      title: '项目支出绩效自评表',
      sums: {
        年初预算数: ['funds-total', 'initial-budget'],
        全年预算数: ['funds-total', 'full-budget'],
        全年执行数: ['funds-total', 'executed'],
      },
    },
  },
};
