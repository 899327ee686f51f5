/** What the reader needs of the styles part (样式): the number format and the indent behind each style index. */
import { CLOSE, XmlScanner } from './xml.ts';

export interface CellLook {
  /** Absent means General (常规). */
  readonly format: string | undefined;
  readonly indent: number | undefined;
}

/** Format codes that files refer to by number only. 27–36 and 50–58 mean dates in Chinese Excel. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;[Red]"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;\\-#,##0',
  38: '#,##0;[Red]\\-#,##0',
  39: '#,##0.00;\\-#,##0.00',
  40: '#,##0.00;[Red]\\-#,##0.00',
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The look of every entry of `cellXfs`, in order. */
export function readCellLooks(xml: string, part: string): CellLook[] {
  const scanner = new XmlScanner(xml, part);
  const formats = new Map<number, string>();
  const looks: { format: string | undefined; indent: number | undefined }[] = [];
  let inCellXfs = false;
  while (scanner.next()) {
    if (scanner.depth === 1) inCellXfs = scanner.is('cellXfs') && scanner.kind !== CLOSE;
    else if (scanner.kind === CLOSE) continue;
    else if (scanner.depth === 2 && scanner.is('numFmt'))
      formats.set(scanner.integer('numFmtId') ?? 0, scanner.attribute('formatCode') ?? '');
    else if (inCellXfs && scanner.depth === 2)
      looks.push({ format: formatOf(scanner.integer('numFmtId') ?? 0, formats), indent: undefined });
    else if (inCellXfs && scanner.depth === 3 && scanner.is('alignment')) {
      const look = looks[looks.length - 1];
      const indent = scanner.integer('indent') ?? 0;
      if (look !== undefined && indent > 0) look.indent = indent;
    }
  }
  return looks;
}

function formatOf(id: number, formats: ReadonlyMap<number, string>): string | undefined {
  const code = formats.get(id) ?? BUILT_IN[id];
  return code === undefined || code === '' || /^general$/i.test(code) ? undefined : code;
}
