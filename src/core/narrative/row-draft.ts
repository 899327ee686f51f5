/**
 * A draft of 主要原因 for one coded row (五（三）各项): its 基本支出 and 项目支出, the former by 经济分类 where 公开06, less what is the 经济分类 of
 * another row by law (养老保险缴费, 住房公积金 …), is this row's alone.
 */
import { codedRows } from './coded-rows.ts';
import { draftOf, isDivided, type NamedPart, partOf, presentTable, quietly, tolerance } from './draft-parts.ts';
import type { TableNames } from './final-account-names.ts';
import { type Quantity, quantityOf } from './quantity.ts';
import type { Run } from './run.ts';
import { codedQuantity } from './table-amounts.ts';
import { type Decimal, ZERO } from '../number/decimal.ts';

/** The table whose rows a subject is about. */
const TABLES: Readonly<Record<string, string>> = {
  一般公共预算支出: '一般公共预算表',
  政府性基金支出: '政府性基金表',
  国有资本经营支出: '国有资本表',
};

/** Rows of 公开05 that are one 经济分类 of 公开06 by definition (政府收支分类科目). */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  '2080505': '30108',
  '2080506': '30109',
  '2101103': '30111',
  '2210201': '30113',
};

/** Against last year; undefined where the tables hold no parts of the row, or where it has only one. */
export function rowDraft(run: Run, subject: string, code: string, total: Quantity): string | undefined {
  const quiet = quietly(run);
  const names = presentTable(quiet, TABLES[subject] ?? '');
  if (names === undefined || code === '') return undefined;
  const basic = columnPart(quiet, names, code, '基本支出');
  const project = columnPart(quiet, names, code, '项目支出');
  if (basic === undefined || project === undefined) return undefined;
  const items = subject === '一般公共预算支出' ? economicParts(quiet, names, code, basic) : undefined;
  const parts = [...(items ?? [basic]), project];
  return isDivided(parts) ? draftOf(quiet, partOf(quiet, total.name, total.current(), total.prior()), parts) : undefined;
}

function columnPart(run: Run, names: TableNames, code: string, column: string): NamedPart | undefined {
  const quantity = codedQuantity(run, names, code, column, column);
  return partOf(run, column, quantity.current(), quantity.prior());
}

/** The 经济分类 of a row's 基本支出: those that are left when every other row has taken its own; undefined unless they add up to it in both years. */
function economicParts(run: Run, names: TableNames, code: string, basic: NamedPart): readonly NamedPart[] | undefined {
  const economic = presentTable(run, '基本支出表');
  const list = economic?.lists?.各科目;
  const rows = names.lists?.各项;
  if (economic === undefined || list === undefined || rows === undefined) return undefined;
  const items = new Map(codedRows(run, economic, list).map((row) => [row.编码, itemPart(run, row.名称, quantityOf(row.支出))] as const));
  for (const { 编码: other } of codedRows(run, names, rows)) {
    if (other === code) continue;
    const part = columnPart(run, names, other, '基本支出');
    if (part === undefined) return undefined;
    if (part.current.isZero() && part.prior.isZero()) continue;
    const counterpart = COUNTERPARTS[other] ?? '';
    const item = items.get(counterpart);
    if (item === undefined || !item.current.eq(part.current) || !item.prior.eq(part.prior)) return undefined;
    items.delete(counterpart);
  }
  const known = [...items.values()].filter((item) => item !== undefined);
  const room = tolerance(run, known.length);
  const adds = (which: 'current' | 'prior'): boolean => sumOf(known, which).minus(basic[which]).abs().lte(room);
  return known.length === items.size && known.length > 0 && adds('current') && adds('prior') ? known : undefined;
}

function itemPart(run: Run, name: unknown, quantity: Quantity | undefined): NamedPart | undefined {
  return typeof name === 'string' && quantity !== undefined ? partOf(run, name, quantity.current(), quantity.prior()) : undefined;
}

function sumOf(parts: readonly NamedPart[], which: 'current' | 'prior'): Decimal {
  return parts.reduce((sum, part) => sum.plus(part[which]), ZERO);
}
