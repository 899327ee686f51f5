/** Formula faults as findings (公式问题): judged like any relation, with the formula that would put each right; the same fault along a row is one finding. */
import { findFormulaFaults, type FormulaFault, type FormulaFaultKind } from '../formulas/find-formula-faults.ts';
import type { FigureAt } from '../formulas/parse.ts';
import { sheetFormulas, type SheetFormulas } from '../formulas/sheet-formulas.ts';
import type { Position } from '../formulas/tokens.ts';
import type { Figure } from '../expressions/figure.ts';
import { figuresOf } from '../expressions/sources.ts';
import type { LocalText } from '../locale.ts';
import { asPrinted, judge, type Judgement, type JudgeOptions, type Verdict } from '../relations/judge.ts';
import type { Severity } from '../relations/relation.ts';
import { areaAddress, cellAddress, type CellRef, refKey } from '../workbook/address.ts';
import type { Sheet } from '../workbook/workbook.ts';
import { arithmetic, slipWords } from './explain.ts';
import type { Finding, Slip, Suspect } from './finding.ts';
import { asFineAs } from './ordinary-figures.ts';

const SLIPS: Readonly<Record<FormulaFaultKind, Slip | null>> = {
  'range-short': 'missing-row',
  'counted-twice': 'counted-twice',
  'text-number': null,
  'typed-number': null,
  differs: null,
};

const MOST_NAMED = 4;

export function formulaFindings(
  sheet: Sheet,
  figureAt: FigureAt,
  options: JudgeOptions,
  formulas: SheetFormulas = sheetFormulas(sheet),
): readonly Finding[] {
  const found = findFormulaFaults(sheet, figureAt, formulas).flatMap((fault) => {
    const finding = findingOf(fault, sheet.name, figureAt, options);
    return finding === undefined ? [] : [{ fault, finding }];
  });
  // One formula filled to the right is one slip, however many columns it spoils.
  const leads = new Map<string, Finding>();
  for (const { fault, finding } of found) {
    const alone = fault.kind === 'typed-number' || fault.kind === 'differs';
    const where = fault.kind === 'text-number' ? cellAddress(finding.cell) : `${fault.at.row}|${alone ? fault.at.column : ''}`;
    const key = `${fault.kind}|${where}|${finding.verdict}`;
    const lead = leads.get(key);
    leads.set(key, lead === undefined ? finding : { ...lead, ...joined(lead, finding) });
  }
  return [...leads.values()];
}

export function hasFormulas({ grid }: Sheet): boolean {
  return grid.some((row) => row?.some((cell) => cell?.formula !== undefined));
}

function joined(lead: Finding, other: Finding): Pick<Finding, 'judgements' | 'dependants'> {
  return {
    judgements: [...lead.judgements, ...other.judgements],
    dependants: [...new Set([...lead.dependants, other.cell, ...other.dependants])].filter((ref) => refKey(ref) !== refKey(lead.cell)),
  };
}

function findingOf(fault: FormulaFault, sheet: string, figureAt: FigureAt, options: JudgeOptions): Finding | undefined {
  const own = figureAt([fault.at.row, fault.at.column]);
  const stated = fault.expected?.kind === 'sum' ? asFineAs(own, figuresOf(fault.expected)) : own;
  if (stated.reading.kind !== 'number') return undefined;
  const severity: Severity = fault.definite ? 'error' : 'warning';
  const why = reasonOf(fault);
  const check = `formula-${fault.kind}`;
  const judgement: Judgement | undefined =
    fault.expected === undefined ? undefined : judge({ check, stated, must: 'equal', expected: fault.expected, why, severity }, options);
  const outcome = outcomeOf(fault, judgement, severity);
  if (outcome === undefined) return undefined;
  const expected = judgement?.expected;
  const repair = outcome.verdict === 'broken' && expected !== undefined ? asPrinted(expected, stated) : null;
  const [text] = fault.kind === 'text-number' ? fault.cells : [];
  const suspect: Suspect =
    text === undefined ? { figure: stated, repair, slip: SLIPS[fault.kind] } : asNumber(figureAt([text.row, text.column]));
  const at: CellRef = { book: 'current', sheet, ...fault.at };
  const cell: CellRef = text === undefined ? at : suspect.figure.ref;
  const isBroken = outcome.verdict === 'broken' && judgement !== undefined;
  const where: LocalText = {
    'zh-CN': `「${sheet}」${cellAddress(at)}「${stated.row}」${stated.column}：`,
    en: `«${sheet}» ${cellAddress(at)} «${stated.row}» ${stated.column}: `,
  };
  const sentence = (locale: 'zh-CN' | 'en'): string =>
    isBroken
      ? arithmetic(judgement, locale) + slipSentence(suspect.slip, locale)
      : `${where[locale]}${why[locale]}${locale === 'zh-CN' ? '。' : '.'}`;
  return {
    id: `${check}|${stated.table}|${stated.rowKey}|${stated.columnKey}`,
    check,
    severity: outcome.severity,
    verdict: outcome.verdict,
    cell,
    judgement: isBroken ? judgement : undefined,
    judgements: isBroken ? [judgement] : [],
    observation: undefined,
    suspects: [suspect],
    dependants: text === undefined ? [] : [at],
    message: {
      'zh-CN': `${sentence('zh-CN')}${text === undefined ? `公式应为 ${fault.proposal}` : `请把 ${placesOf(fault.cells)} 改为数值`}。`,
      en: `${sentence('en')} ${text === undefined ? `The formula should be ${fault.proposal}` : `Turn ${placesOf(fault.cells)} into numbers`}.`,
    },
  };
}

/** The digits are right, only their kind is wrong. */
function asNumber(figure: Figure): Suspect {
  return { figure, repair: figure.reading.kind === 'number' ? figure.reading.value : null, slip: null };
}

interface Outcome {
  readonly verdict: Verdict;
  readonly severity: Severity;
}

/** A fault that changes nothing today is a hint only where the next change would go wrong: a typed number. */
function outcomeOf({ kind }: FormulaFault, judgement: Judgement | undefined, severity: Severity): Outcome | undefined {
  if (judgement?.verdict === 'broken') return { verdict: 'broken', severity };
  // 0 typed where the formula would divide by zero is no slip.
  if (kind === 'typed-number' && judgement?.verdict !== 'not-judged')
    return { verdict: judgement?.verdict ?? 'not-judged', severity: 'info' };
  return undefined;
}

function slipSentence(slip: Slip | null, locale: 'zh-CN' | 'en'): string {
  const words = slipWords(slip, locale).replace(/^ ?[（(]|[）)]$/g, '');
  if (words === '') return '';
  return locale === 'zh-CN' ? `${words}。` : ` Slip: ${words}.`;
}

function reasonOf({ kind, cells }: FormulaFault): LocalText {
  const list = placesOf(cells);
  switch (kind) {
    case 'range-short':
      return { 'zh-CN': `求和区域没有到合计行，漏了 ${list}`, en: `the summed range stops before ${list}` };
    case 'counted-twice':
      return { 'zh-CN': `求和区域既含小计 ${list} 又含其明细，重复相加`, en: `the sum holds the subtotal ${list} and its parts as well` };
    case 'text-number':
      return {
        'zh-CN': `求和区域中 ${list} 是文本型数字，SUM 不计入`,
        en: `${list} in the sum holds digits as text, which SUM passes over`,
      };
    case 'typed-number':
      return {
        'zh-CN': `相邻的 ${list} 都是同一公式，此处却是键入的数字`,
        en: `its neighbours ${list} hold one formula, but here a number was typed`,
      };
    case 'differs':
      return { 'zh-CN': `公式与相邻的 ${list} 不一致`, en: `the formula differs from its neighbours ${list}` };
  }
}

function placesOf(cells: readonly Position[]): string {
  const [first, last] = [cells[0], cells[cells.length - 1]];
  const isRun = first !== undefined && last !== undefined && last.column === first.column && last.row - first.row === cells.length - 1;
  if (isRun && cells.length > 1) return areaAddress({ top: first.row, bottom: last.row, left: first.column, right: last.column });
  const shown = cells.slice(0, MOST_NAMED).map(cellAddress).join(', ');
  return cells.length > MOST_NAMED ? `${shown} …` : shown;
}
