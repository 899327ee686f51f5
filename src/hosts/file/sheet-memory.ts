/** Sheets already read (已读工作表): after an edit only the parts that it changed are read again. */
import type { Sheet } from '../../core/workbook/workbook.ts';
import type { OpcPackage } from './opc-package.ts';
import type { SheetLayout } from './read-layout.ts';

/** Keeps what the last reading gave, by the contents of the parts it was read from. */
export class SheetMemory {
  private before = new Map<string, Sheet | SheetLayout>();
  private now = new Map<string, Sheet | SheetLayout>();

  /** What was not asked for since the last reading is forgotten. */
  nextReading(): void {
    this.before = this.now;
    this.now = new Map();
  }

  sheet(signature: string, read: () => Sheet): Sheet {
    return this.recall(`sheet ${signature}`, read);
  }

  layout(signature: string, read: () => SheetLayout): SheetLayout {
    return this.recall(`layout ${signature}`, read);
  }

  // The key says which of the two it is.
  private recall<Kind extends Sheet | SheetLayout>(key: string, read: () => Kind): Kind {
    const known = (this.before.get(key) ?? this.now.get(key) ?? read()) as Kind;
    this.now.set(key, known);
    return known;
  }
}

/** Equal for equal parts: name, length and checksum of each. */
export function signatureOf(book: OpcPackage, parts: readonly (string | undefined)[]): string {
  return parts
    .map((part) => {
      const entry = part === undefined ? undefined : book.entry(part);
      return entry === undefined ? '-' : `${entry.name}:${entry.size}:${entry.crc}`;
    })
    .join(' ');
}
