/** A wording as its authors define it (文本方案): sections in order, one template file each, and the conventions of the region. */
import { compileSections, type CompiledSection } from './engine.ts';
import type { LocalText } from '../locale.ts';
import type { TableSet } from '../tables/table-set.ts';
import { FINAL_ACCOUNT_NAMES, type AccountNames } from './final-account-names.ts';

/** How figures are put into words here (用语约定). */
export interface Conventions {
  /** Last year (or the budget) is 0 and this year is not: «增长100.00%», or «上年基数为0，不可比». */
  readonly zeroBase: '100' | 'incomparable';
  /** No change: «增加0.00万元，增长0.00%», or «持平». */
  readonly zeroChange: 'printed' | 'level';
  readonly thousands: boolean;
  readonly decimals: number;
  readonly rateDecimals: number;
  readonly words: {
    readonly more: string;
    readonly less: string;
    readonly grew: string;
    readonly fell: string;
    readonly level: string;
    readonly incomparable: string;
  };
  /** Stands for a reason where there is nothing to give a reason for. */
  readonly unchanged: string;
  readonly onBudget: string;
}

export const USUAL_CONVENTIONS: Conventions = {
  zeroBase: '100',
  zeroChange: 'printed',
  thousands: true,
  decimals: 2,
  rateDecimals: 2,
  words: { more: '增加', less: '减少', grew: '增长', fell: '下降', level: '持平', incomparable: '基数为0，不可比' },
  unchanged: '与上年相比无变化',
  onBudget: '严格按照预算执行，预决算无差异',
};

export interface SectionSource {
  /** Equals its file's name: `overall` is overall.liquid. */
  readonly id: string;
  /** May use `{{单位}}` and `{{年度}}`. */
  readonly heading: string;
  /** 1 第一部分, 2 一、, 3 （一）. */
  readonly depth: number;
  readonly template: string;
}

export interface NarrativeProfile {
  /** Equals its folder's name. */
  readonly id: string;
  readonly name: LocalText;
  /** The document's title; may use `{{单位}}` and `{{年度}}`. */
  readonly title: string;
  readonly conventions: Conventions;
  readonly sections: readonly SectionSource[];
  /** The names its templates may use; those of the departmental final account unless it says otherwise. */
  readonly names?: AccountNames;
  /** Whether accounts are of its region, by department or layout; left out by a wording that people choose themselves. */
  readonly suits?: (accounts: TableSet) => boolean;
}

export interface NarrativeDefinition {
  readonly id: string;
  readonly name: LocalText;
  readonly conventions: Conventions;
  readonly names: AccountNames;
  readonly title: CompiledSection;
  readonly sections: readonly CompiledSection[];
  /** The templates of the sections, in the same order. */
  readonly sources: readonly SectionSource[];
  readonly suits: (accounts: TableSet) => boolean;
}

/** The templates are read, all at once, when the first of them is wanted: who only checks a workbook does not wait for any. */
export function defineNarrative(profile: NarrativeProfile): NarrativeDefinition {
  const { id, name, conventions, names = FINAL_ACCOUNT_NAMES, suits = () => false } = profile;
  const titleSource: SectionSource = { id: 'title', heading: profile.title, depth: 0, template: '' };
  let compiled: Pick<NarrativeDefinition, 'title' | 'sections'> | undefined;
  const compile = (): Pick<NarrativeDefinition, 'title' | 'sections'> => {
    const [title, ...sections] = compileSections(id, [titleSource, ...profile.sections], names);
    if (title === undefined) throw new Error('a narrative has a title');
    return { title, sections };
  };
  return {
    id,
    name,
    conventions,
    names,
    sources: profile.sections,
    suits,
    get title() {
      return (compiled ??= compile()).title;
    },
    /** Throws TemplateError, with line and column, for a slip in any of the templates. */
    get sections() {
      return (compiled ??= compile()).sections;
    },
  };
}
