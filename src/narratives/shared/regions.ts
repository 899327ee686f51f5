/** Where accounts come from (地区): read off the department's name first, off the layout of its tables only where the name says nothing. */
import { figureAt } from '../../core/tables/table.ts';
import { type TableSet, tableOf } from '../../core/tables/table-set.ts';

const XINJIANG =
  /新疆|乌鲁木齐|克拉玛依|吐鲁番|哈密|昌吉|博尔塔拉|巴音郭楞|阿克苏|克孜勒苏|喀什|和田|伊犁|塔城|阿勒泰|石河子|阿拉尔市|图木舒克|五家渠|铁门关|可克达拉/;
const SHANGHAI = /上海|浦东新区|黄浦区|徐汇区|长宁区|静安区|虹口区|杨浦区|闵行区|嘉定区|松江区|青浦区|奉贤区|崇明区/;
/** Names that place a department somewhere else, whatever its tables look like. */
const ELSEWHERE = /省|自治区|自治州|自治县|北京|天津|重庆|内蒙古|广西|西藏|宁夏/;

export function isXinjiang({ department }: TableSet): boolean {
  return XINJIANG.test(department);
}

export function isShanghai(accounts: TableSet): boolean {
  const { department } = accounts;
  if (SHANGHAI.test(department)) return true;
  return !XINJIANG.test(department) && !ELSEWHERE.test(department) && hasPairedBudget(accounts);
}

/** Shanghai prints 预算数 and 决算数 of 公开07 side by side under each kind; elsewhere all budgets stand before all finals. */
function hasPairedBudget(accounts: TableSet): boolean {
  const table = tableOf(accounts, 'three-public-expenses');
  return ['total', 'abroad', 'reception'].every((row) => {
    const budget = figureAt(table, row, 'budget')?.ref;
    const final = figureAt(table, row, 'actual')?.ref;
    return budget !== undefined && final !== undefined && budget.row === final.row && final.column === budget.column + 1;
  });
}
