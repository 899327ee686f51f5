/** Number formats as accountants meet them: what a cell shows, and how many decimals it promises. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalFromDouble, digitsOfDouble } from '../../../src/core/number/decimal.ts';
import { formatAmount, formatDigits } from '../../../src/core/number/format.ts';
import type { CellValue } from '../../../src/core/workbook/workbook.ts';
import { decimalsOfFormat, shownText } from '../../../src/core/workbook/number-format.ts';

const ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ';

describe('the text a cell shows', () => {
  it.each<[string | undefined, CellValue, string]>([
    [undefined, 0.1 + 0.2, '0.3'],
    [undefined, 123456789012.5, '123456789012.5'],
    [undefined, 1e-7, '0.0000001'],
    [undefined, -0, '0'],
    [undefined, '文本', '文本'],
    [undefined, true, 'TRUE'],
    [undefined, null, ''],
    [undefined, { error: '#REF!' }, '#REF!'],
    ['@', 201, '201'],
    ['0.00', 1.005, '1.01'],
    ['0.00', -0.001, '0.00'],
    ['#,##0.00', 1978.38, '1,978.38'],
    ['#,##0.00_ ', -1234567.891, '-1,234,567.89'],
    ['0.00%', 0.96605, '96.61%'],
    ['#,##0.00%', 12.5, '1,250.00%'],
    [ACCOUNTING, -1234.5, '-1,234.50'],
    [ACCOUNTING, 0, '-'],
    ['0.00_ ;[Red]\\-0.00\\ ', -3, '-3.00'],
    ['#,##0.00_);(#,##0.00)', -5, '(5.00)'],
    ['#,##0.00;\\-#,##0.00;', 0, ''],
    ['0.00"元"', 3, '3.00元'],
    ['"¥"#,##0.00', 3, '¥3.00'],
    ['0!.0,"万"', 123456, '12.3万'],
    ['[DBNum2]0', 12, '12'],
    ['yyyy"年"m"月"d"日"', 45000, '2023年3月15日'],
    ['yyyy\\年m\\月d\\日', 45000, '2023年3月15日'],
    ['这不是[格式', 5, '5'],
  ])('%j of %j is %j', (format, value, text) => {
    expect(shownText({ value, ...(format === undefined ? {} : { format }) })).toBe(text);
  });

  it("is the host's own where the host knows it", () => {
    expect(shownText({ value: 1, text: '壹' })).toBe('壹');
  });

  it('of a date counts from 1904 where the workbook does', () => {
    expect(shownText({ value: 45000 - 1462, format: 'yyyy/m/d' }, true)).toBe('2023/3/15');
  });
});

describe('a number that prints as it is', () => {
  const formats = fc.record({ decimals: fc.integer({ min: 0, max: 6 }), grouping: fc.boolean() });
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer().map((cents) => cents / 100),
    fc.integer({ min: -20, max: 20 }),
  );

  it('is printed like the decimal it stands for', () => {
    fc.assert(
      fc.property(numbers, formats, (value, format) => {
        const digits = digitsOfDouble(value);
        const exact = decimalFromDouble(value);
        if (digits !== undefined) expect(digits).toBe(exact.isZero() ? '0' : exact.toFixed());
        const shown = digits === undefined ? undefined : formatDigits(digits, format);
        if (shown !== undefined) expect(shown).toBe(formatAmount(exact, format));
      }),
    );
  });
});

describe('the decimals a format promises', () => {
  it.each<[string | undefined, number | undefined, boolean?]>([
    ['0.00', 2],
    ['#,##0', 0],
    ['#,##0.00', 2],
    ['0.00%', 2, true],
    ['0%', 0, true],
    [ACCOUNTING, 2],
    ['_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', 0],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', 2],
    ['0.0_ ', 1],
    ['"¥"#,##0.00;"¥"\\-#,##0.00', 2],
    ['0.00"元"', 2],
    ['[$¥-804]#,##0.00', 2],
    ['[红色]0.000', 3],
    ['#,##0.0#', 2],
    [undefined, undefined],
    ['General', undefined],
    ['@', undefined],
    ['yyyy/m/d', undefined],
    ['h:mm:ss.00', undefined],
    ['# ?/?', undefined],
    ['0.00E+00', undefined],
    ['#,##0,', undefined],
    ['0!.0,"万"', undefined],
    ['[>=10000]0.00;0', undefined],
    ['', undefined],
  ])('%j', (code, decimals, percent = false) => {
    expect(decimalsOfFormat(code)).toEqual(decimals === undefined ? undefined : { decimals, percent });
  });
});
