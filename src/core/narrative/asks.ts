/** What a narrative asks people for (待填清单): one list, filled as the templates use it; the key says what it is and its label is read off the key. */
import { type Fact, type Facts, findFact, PRIOR_SECTION } from '../tables/facts.ts';
import type { Ask, Carried, Gap } from './narrative.ts';

/** The kinds of key, and how each reads as a line of 补充资料. */
const LABELS: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  // 原因/收入支出总体/与上年相比
  原因: ([subject = '', against = '']) => `${subject}${against}的主要原因`,
  // 事实/政府采购/货物支出
  事实: ([, item = '']) => item,
  // 年初预算/财政拨款支出
  年初预算: ([subject = '']) => `${subject}年初预算数`,
  // 上年/公开01/收入总计, 上年/公开05/2010301/支出, 上年/事实/机关运行/机关运行经费
  上年: (parts) => (parts[0] === '事实' ? `上年${parts[2] ?? ''}` : `上年${parts.slice(1).join(' ')}（${parts[0] ?? ''}）`),
};

export function labelOf(key: string): string {
  const [kind = '', ...parts] = key.split('/');
  return LABELS[kind]?.(parts) ?? key;
}

export interface AskOptions {
  readonly unit?: string;
  /** A name that says more than the key does. */
  readonly label?: string;
  readonly optional?: boolean;
  /** Words to begin from, made only when there is no answer. */
  readonly draft?: () => string | undefined;
}

export interface AskList {
  /** Files the question under the section being written and gives the answer where there is one. */
  readonly ask: (key: string, options?: AskOptions) => Fact | undefined;
  /** The answer without asking. */
  readonly peek: (key: string, options?: AskOptions) => Fact | undefined;
  /** Files something that keeps a sentence from being finished. */
  readonly miss: (gap: Pick<Gap, 'id' | 'label' | 'kind' | 'draft'>) => void;
  /** `standard`: what the heading is called where people have not reworded it. */
  readonly enter: (heading: string, standard?: string) => void;
  /** Notes a figure of last year's workbook that was used. */
  readonly carry: (carried: Carried) => void;
  readonly carried: () => readonly Carried[];
  readonly asks: () => readonly Ask[];
  readonly gaps: () => readonly Gap[];
}

export function askList(facts: Facts, year: number | undefined): AskList {
  const asks = new Map<string, Ask>();
  const gaps = new Map<string, Gap>();
  const carried = new Map<string, Carried>();
  let section = '';
  // Keys that say only where a line stands: in most workbooks there is none, and no place has to be looked up.
  const someByPlace = [...facts.keys()].some((key) => key.startsWith('@'));
  let standardSection: string | undefined;
  const peek = (key: string, options: AskOptions = {}): Fact | undefined => {
    if (!someByPlace) return findFact(facts, key, year);
    const item = options.label ?? labelOf(key);
    const here = standardSection === undefined ? [section] : [section, standardSection];
    const sections = [...(asks.get(key)?.sections ?? []), ...here, ...(/^(?:上年|名称)/.test(key) ? [PRIOR_SECTION] : [])];
    return findFact(
      facts,
      key,
      year,
      sections.map((heading) => ({ section: heading, item })),
    );
  };
  return {
    peek,
    ask: (key, options = {}) => {
      const before = asks.get(key);
      const sections = before?.sections ?? [];
      const fact = before?.fact ?? peek(key, options);
      asks.set(key, {
        key,
        label: before?.label ?? options.label ?? labelOf(key),
        sections: sections.includes(section) ? sections : [...sections, section],
        unit: before?.unit ?? options.unit ?? '',
        optional: (before?.optional ?? true) && options.optional === true,
        fact,
      });
      return fact;
    },
    miss: (gap) => {
      if (!gaps.has(gap.id)) gaps.set(gap.id, { ...gap, section });
    },
    enter: (heading, standard) => {
      section = heading;
      standardSection = standard;
    },
    carry: (figure) => {
      carried.set(figure.key, figure);
    },
    carried: () => [...carried.values()],
    asks: () => [...asks.values()],
    gaps: () => [...gaps.values()],
  };
}
