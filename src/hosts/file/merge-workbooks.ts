/** Several files of one table each (一表一文件) read as one workbook. */
import type { Sheet, Workbook } from '../../core/workbook/workbook.ts';

/** One workbook out of several files of one table each; sheet names stay apart. */
export function mergeWorkbooks(name: string, books: readonly Workbook[]): Workbook {
  const taken = new Set<string>();
  const sheets = books
    .flatMap((book) => book.sheets)
    .map((sheet): Sheet => {
      const free = freeName(sheet.name, taken);
      taken.add(free.toLowerCase());
      return free === sheet.name ? sheet : { ...sheet, name: free };
    });
  return { name, sheets, date1904: books[0]?.date1904 ?? false };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name} (${count})`;
  return free;
}
