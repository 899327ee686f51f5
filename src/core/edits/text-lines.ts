/** How high a wrapped cell must be (行高): counted from the width of its text, because not every program that opens the file does so itself. */

const LINE_POINTS = 16;
/** Excel refuses rows higher than this. */
const MOST_POINTS = 409;

/** Width in characters of the column font: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text)
    width += /[\u1100-\u115F\u2018-\u201F\u2026\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(char)
      ? 2
      : 1;
  return width;
}

/** Points for `text` in a column of `columnWidth` characters whose letters are `scale` times the usual size. */
export function rowHeight(text: string, columnWidth: number, scale = 1): number {
  const usable = Math.max(1, columnWidth - 2);
  const lines = text.split('\n').reduce((total, line) => total + Math.max(1, Math.ceil((textWidth(line) * scale) / usable)), 0);
  return Math.min(MOST_POINTS, Math.ceil(lines * LINE_POINTS * scale) + 4);
}
