/** How our own sheets are known again after a rename (自有工作表标识): a hidden name of the sheet, `_TIEOUT_` and the tag. */

const PREFIX = '_TIEOUT_';

/** The defined name that says which of our sheets this is. Names hold letters, digits, `_` and `.` only, so the rest is written `.002d`. */
export function tagName(tag: string): string {
  return PREFIX + tag.replace(/[^A-Za-z0-9]/g, (char) => `.${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The tag in a defined name; undefined when the name is not one of ours. */
export function tagFromName(name: string): string | undefined {
  if (!name.toUpperCase().startsWith(PREFIX)) return undefined;
  return name.slice(PREFIX.length).replace(/\.([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
