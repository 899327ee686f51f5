/** A template taken apart into the paragraphs that people may reword (措辞段落): whole loops and conditions, without the lines that only name quantities. */

export interface TemplatePiece {
  /** Lines of tags that only prepare (赋值): not for people to change. */
  readonly lead: string;
  /** What is printed. */
  readonly body: string;
}

const BLOCKS = 'if|unless|case|for|comment';
const ONLY_TAGS = /^\s*(?:\{%.*?%\}\s*)+$/;

/** Cut at blank lines outside every loop and condition; together, in order, they are the template. */
export function piecesOf(template: string): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let lines: string[] = [];
  let depth = 0;
  const close = (): void => {
    if (lines.length > 0) pieces.push(withLead(lines));
    lines = [];
  };
  for (const line of template.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '' && depth === 0) {
      close();
      continue;
    }
    lines.push(line);
    depth += depthChange(line);
  }
  close();
  return pieces;
}

/** The template with other bodies, by the number of the piece (from 0), and the line on which the body of each piece begins (from 1). */
export function composeTemplate(
  pieces: readonly TemplatePiece[],
  bodies: ReadonlyMap<number, string>,
): { readonly template: string; readonly firstLines: readonly number[] } {
  const firstLines: number[] = [];
  let template = '';
  pieces.forEach(({ lead, body }, index) => {
    if (index > 0) template += '\n\n';
    if (lead !== '') template += `${lead}\n`;
    firstLines.push(template.split('\n').length);
    template += bodies.get(index) ?? body;
  });
  return { template, firstLines };
}

/** Blocks opened less blocks closed on a line. */
export function depthChange(line: string): number {
  const count = (pattern: RegExp): number => line.match(pattern)?.length ?? 0;
  return count(new RegExp(`\\{%-?\\s*(?:${BLOCKS})\\b`, 'g')) - count(new RegExp(`\\{%-?\\s*end(?:${BLOCKS})\\b`, 'g'));
}

function withLead(lines: readonly string[]): TemplatePiece {
  let end = 0;
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    if (!ONLY_TAGS.test(line)) break;
    depth += depthChange(line);
    if (depth === 0) end = index + 1;
  }
  return { lead: lines.slice(0, end).join('\n'), body: lines.slice(end).join('\n') };
}
