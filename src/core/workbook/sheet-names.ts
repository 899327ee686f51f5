/** What Excel allows as a sheet name (工作表名称): 31 characters, seven forbidden ones, no two alike. */

const LONGEST = 31;

/** A name that Excel accepts and no other sheet bears: «名称 (2)» when it is taken. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted
    .replace(/[[\]:*?/\\\u0000-\u001F]/g, '_')
    .replace(/^'+|'+$/g, '')
    .trim();
  // Excel keeps «History» for itself.
  const base = clean === '' ? 'Sheet' : /^history$/i.test(clean) ? `${clean}_` : clean;
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const name = cut(base, LONGEST - suffix.length) + suffix;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

/** Never in the middle of a character outside the basic plane. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}
