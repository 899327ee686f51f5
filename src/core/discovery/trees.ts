/** The tree that codes, numbering and indents draw over the rows (层级): which lines stand directly under which. */
import type { Lines } from './lines.ts';
import type { Witness } from './signature.ts';

/** A line and the lines directly under it. */
export interface Branch {
  readonly witness: Witness;
  readonly aggregate: number;
  readonly parts: readonly number[];
}

/** Codes (201, 20103, 2010301), numbering (一、（一）1.) and indents make a tree. */
export function branchesOf(lines: Lines): readonly Branch[] {
  return [
    ...branches(codeParents(lines), 'code'),
    ...branches(
      levelParents(lines, (line) => numberingLevel(lines.label[line] ?? '')),
      'numbering',
    ),
    ...branches(
      levelParents(lines, (line) => 1 + (lines.indent[line] ?? 0)),
      'indent',
    ),
  ];
}

function branches(parents: ReadonlyMap<number, number>, witness: Witness): readonly Branch[] {
  const children = new Map<number, number[]>();
  for (const [child, parent] of parents) {
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [child]);
    else list.push(child);
  }
  return [...children].filter(([, parts]) => parts.length >= 2).map(([aggregate, parts]) => ({ witness, aggregate, parts }));
}

/** The parent of a code is its longest proper prefix that is there. */
function codeParents({ active, label }: Lines): ReadonlyMap<number, number> {
  const lineOf = new Map<string, number>();
  const codes: (readonly [number, string])[] = [];
  for (const line of active) {
    const code = /^\d{3,15}(?!\d|[.,]\d)|^\d{1,3}(?:\.\d{1,3})+(?!\d)/.exec(label[line] ?? '')?.[0];
    if (code === undefined) continue;
    codes.push([line, code]);
    // A code that stands twice names nothing.
    lineOf.set(code, lineOf.has(code) ? -1 : line);
  }
  const parents = new Map<number, number>();
  for (const [line, code] of codes) {
    for (let length = code.length - 1; length > 0; length--) {
      const parent = lineOf.get(code.slice(0, length));
      if (parent === undefined) continue;
      if (parent >= 0 && parent !== line) parents.set(line, parent);
      break;
    }
  }
  return parents;
}

/** The parent of a line is the nearest line above with a smaller level. Level 0: none. */
function levelParents({ active }: Lines, level: (line: number) => number): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  const open: number[] = [];
  for (const line of active) {
    const own = level(line);
    if (own === 0) continue;
    while (open.length > 0 && level(open.at(-1) ?? 0) >= own) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) parents.set(line, parent);
    open.push(line);
  }
  return parents;
}

const NUMBERINGS = [/^[一二三四五六七八九十]+、/, /^[（(][一二三四五六七八九十]+[）)]/, /^\d{1,2}[.．、](?!\d)/, /^[（(]\d{1,2}[）)]/];

/** 一、 1, （一） 2, 1. 3, (1) 4; 0 without numbering. */
function numberingLevel(label: string): number {
  return NUMBERINGS.findIndex((numbering) => numbering.test(label)) + 1;
}
