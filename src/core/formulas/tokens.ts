/** A formula taken apart (公式拆解): its words and its references, so that two formulas can be compared as they look from their own cells (R1C1). */
import { columnName, parseAddress } from '../workbook/address.ts';

export interface Reference {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export type Token =
  | { readonly kind: 'reference'; readonly text: string; readonly to: Reference }
  | { readonly kind: 'sheet' | 'function' | 'number' | 'text' | 'other'; readonly text: string };

export interface Position {
  readonly row: number;
  readonly column: number;
}

const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*!|\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.(])|[\p{L}_][\p{L}\p{N}_.]*(?=\()|[\p{L}_$\\][\p{L}\p{N}_.$]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+|\s+|./gsu;

export function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [text] of formula.matchAll(PIECE)) {
    const first = text.charAt(0);
    if (text.trim() === '') continue;
    if (first === '"') tokens.push({ kind: 'text', text });
    else if (text.endsWith('!') && text.length > 1) tokens.push({ kind: 'sheet', text });
    else if (/^[\d.]/.test(text)) tokens.push({ kind: 'number', text });
    else tokens.push(wordToken(text));
  }
  // A name is a function only before its bracket.
  return tokens.map((token, index) =>
    token.kind === 'function' && tokens[index + 1]?.text !== '(' ? { kind: 'other', text: token.text } : token,
  );
}

function wordToken(text: string): Token {
  const place = parseAddress(text);
  if (place !== undefined) {
    return { kind: 'reference', text, to: { ...place, rowFixed: /\$\d/.test(text), columnFixed: text.startsWith('$') } };
  }
  return { kind: /^[\p{L}_]/u.test(text) ? 'function' : 'other', text };
}

/** The formula as seen from its own cell: equal for cells into which one formula was filled. */
export function relativeForm(tokens: readonly Token[], at: Position): string {
  return tokens
    .map((token) => {
      if (token.kind !== 'reference') return token.text.toUpperCase();
      const { row, column, rowFixed, columnFixed } = token.to;
      return `R${rowFixed ? row : `[${row - at.row}]`}C${columnFixed ? column : `[${column - at.column}]`}`;
    })
    .join(' ');
}

/** The same formula filled from one cell into another; undefined when a reference would leave the sheet. */
export function movedTokens(tokens: readonly Token[], from: Position, to: Position): readonly Token[] | undefined {
  const moved = tokens.map((token): Token | undefined => {
    if (token.kind !== 'reference') return token;
    const row = token.to.rowFixed ? token.to.row : token.to.row + to.row - from.row;
    const column = token.to.columnFixed ? token.to.column : token.to.column + to.column - from.column;
    if (row < 0 || column < 0) return undefined;
    const text = `${token.to.columnFixed ? '$' : ''}${columnName(column)}${token.to.rowFixed ? '$' : ''}${row + 1}`;
    return { kind: 'reference', text, to: { ...token.to, row, column } };
  });
  return moved.every((token) => token !== undefined) ? moved : undefined;
}

export function formulaText(tokens: readonly Token[]): string {
  return `=${tokens.map(({ text }) => text).join('')}`;
}
