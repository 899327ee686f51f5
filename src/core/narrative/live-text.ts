/** A paragraph as one Excel formula (活文字): its figures and 增加/减少 follow the cells in any Excel or WPS, without the add-in. */
import { evaluate } from '../expressions/evaluate.ts';
import type { Expression } from '../expressions/expression.ts';
import { HUNDRED, roundTo } from '../number/decimal.ts';
import { TEN_THOUSAND_YUAN, type Unit } from '../number/unit.ts';
import { COMPARISON } from './figure-spans.ts';
import { printedFormula } from './formula.ts';
import type { FigureFormat, Paragraph, Span } from './narrative.ts';
import { sourcesOf } from './sources.ts';

/** Excel's limits: characters of a formula, and of one text inside it. */
const LONGEST_FORMULA = 8192;
const LONGEST_LITERAL = 255;

/** Shown where the sentence itself would have to change: a base that was not 0 has become 0, or the other way round. */
const WRITE_AGAIN = '【基数已变，请重新生成】';

const OPPOSITES: Readonly<Record<string, string>> = { 增加: '减少', 增长: '下降', 上升: '下降', 高于: '低于' };

/**
 * Without the leading «=». Undefined when nothing in the paragraph comes from this workbook's cells, when a word has no opposite («持平»),
 * or when the formula would be longer than Excel takes: the paragraph then stays plain text.
 */
export function liveText(paragraph: Paragraph, unit: Unit = TEN_THOUSAND_YUAN): string | undefined {
  const { spans } = paragraph;
  if (!spans.some(isLive)) return undefined;
  const pieces: string[] = [];
  for (const span of spans) {
    const piece = isLive(span) ? livePiece(span, unit) : literal(span.text);
    if (piece === undefined) return undefined;
    if (piece !== '') pieces.push(piece);
  }
  const formula = pieces.join('&');
  return formula.length + 1 > LONGEST_FORMULA ? undefined : formula;
}

type LiveSpan = Extract<Span, { kind: 'figure' | 'direction' }>;

function isLive(span: Span): span is LiveSpan {
  return (
    (span.kind === 'figure' || span.kind === 'direction') &&
    span.expression.kind !== 'constant' &&
    sourcesOf(span).some(({ book }) => book === 'current')
  );
}

function livePiece(span: LiveSpan, unit: Unit): string | undefined {
  return span.kind === 'direction' ? liveDirection(span, unit) : liveFigure(span, unit);
}

// The rate has the sign of its numerator: a base below 0 is never printed as a rate.
function liveDirection({ text, expression }: Extract<Span, { kind: 'direction' }>, unit: Unit): string | undefined {
  const { above, below, equal } = COMPARISON;
  if (text === above || text === below || text === equal) {
    const delta = printedFormula(expression, unit.decimals, unit);
    return `IF(${delta}>0,${literal(above)},IF(${delta}<0,${literal(below)},${literal(equal)}))`;
  }
  const ups = Object.keys(OPPOSITES).filter((word) => OPPOSITES[word] === text && word.length === text.length);
  // 下降 stands for an amount (增长) and for percentage points (上升), which are a difference times 100.
  const more = text in OPPOSITES ? text : ((expression.kind === 'product' ? ups.at(-1) : undefined) ?? ups[0]);
  const less = more === undefined ? undefined : OPPOSITES[more];
  if (more === undefined || less === undefined) return undefined;
  const change = expression.kind === 'quotient' ? expression.numerator : expression;
  return `IF(${printedFormula(change, unit.decimals, unit)}<0,${literal(less)},${literal(more)})`;
}

function liveFigure({ text, expression, format }: Extract<Span, { kind: 'figure' }>, unit: Unit): string {
  const shown = shownFigure(expression, format, unit);
  if (expression.kind !== 'quotient') return shown;
  const base = printedFormula(expression.denominator, unit.decimals, unit);
  const baseIsZero = evaluate(expression).kind === 'blocked';
  // Of a base of 0 the sentence says what its region's convention wants; that holds only while the other side stays as it is.
  const part = printedFormula(expression.numerator, unit.decimals, unit);
  const partIsZero = isZero(expression.numerator, unit);
  const sameState = baseIsZero
    ? `IF((${part}=0)=${partIsZero ? 'TRUE' : 'FALSE'},${literal(text)},${literal(WRITE_AGAIN)})`
    : literal(WRITE_AGAIN);
  return `IF(${base}=0,${sameState},${shown})`;
}

function isZero(expression: Expression, unit: Unit): boolean {
  const result = evaluate(expression);
  return result.kind === 'value' && roundTo(result.value.div(unit.scale), unit.decimals).isZero();
}

function shownFigure(expression: Expression, format: FigureFormat, unit: Unit): string {
  const { kind, decimals, grouping, unsigned, suffix } = format;
  const places = kind === 'percent' ? decimals + HUNDRED.precision(true) - 1 : decimals;
  const rounded = `ROUND(${printedFormula(expression, kind === 'amount' ? decimals : 2, unit)},${places})`;
  const digits = `${grouping ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${kind === 'percent' ? '%' : ''}`;
  const number = `TEXT(${unsigned ? `ABS(${rounded})` : rounded},"${digits}")`;
  return kind === 'percent' || suffix === '' ? number : `${number}&${literal(suffix)}`;
}

/** A text in pieces that Excel allows, joined by &. */
function literal(text: string): string {
  const pieces: string[] = [];
  for (let rest = [...text]; rest.length > 0; rest = rest.slice(LONGEST_LITERAL)) {
    pieces.push(`"${rest.slice(0, LONGEST_LITERAL).join('').replace(/"/g, '""')}"`);
  }
  return pieces.join('&');
}
