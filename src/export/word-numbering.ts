/** The headings' own numbers (第一部分, 一、, （一）) handed over to Word's automatic numbering (自动编号), where Word would count just as the text does. */
import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';

export const HEADING_NUMBERS = 'headings';

const DIGITS = '零一二三四五六七八九';

/** By depth of the heading, 1 to 3. */
const PATTERNS: readonly RegExp[] = [
  /^第([一二三四五六七八九十]+)部分[\s\u3000]*/,
  /^([一二三四五六七八九十]+)、/,
  /^（([一二三四五六七八九十]+)）/,
];

export interface NumberedHeading {
  readonly text: string;
  /** Counted by Word: the text goes without its number. */
  readonly numbered: boolean;
}

/**
 * Splits the numbers off, all or none: one heading that Word would count otherwise than the text says, and every heading keeps its number as words.
 */
export function numberHeadings(headings: readonly { readonly depth: number; readonly heading: string }[]): readonly NumberedHeading[] {
  const counts = [0, 0, 0];
  const split = headings.map(({ depth, heading }): NumberedHeading | undefined => {
    const match = PATTERNS[depth - 1]?.exec(heading);
    if (match?.[1] === undefined) return { text: heading, numbered: false };
    counts[depth - 1] = (counts[depth - 1] ?? 0) + 1;
    counts.fill(0, depth);
    return match[1] === chineseNumber(counts[depth - 1] ?? 0) ? { text: heading.slice(match[0].length), numbered: true } : undefined;
  });
  const whole = split.flatMap((heading) => heading ?? []);
  return whole.length === split.length ? whole : headings.map(({ heading }) => ({ text: heading, numbered: false }));
}

/** 1 to 99 as headings count: 一, 十, 十一, 二十一. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** Each level starts anew under the one above it. */
export function headingNumbering(indents: readonly number[]): INumberingOptions {
  const texts = ['第%1部分', '%2、', '（%3）'];
  return {
    config: [
      {
        reference: HEADING_NUMBERS,
        levels: texts.map((text, level) => ({
          level,
          text,
          format: LevelFormat.CHINESE_COUNTING_THOUSAND,
          alignment: AlignmentType.LEFT,
          suffix: level === 0 ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
          style: { paragraph: { indent: { left: 0, firstLine: indents[level] ?? 0 } } },
        })),
      },
    ],
  };
}
