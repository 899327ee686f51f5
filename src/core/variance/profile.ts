/** The wording of a narrative about ordinary tables as its authors define it (变动说明的写法): one template for each language, and the words around it. */
import type { Locale, LocalText } from '../locale.ts';
import { compileWith, type CompiledSection } from '../narrative/engine.ts';
import { FILTERS } from './filters.ts';
import { NAMES } from './views.ts';

/** How one language says it. */
export interface VarianceLanguage {
  /** Of the document. */
  readonly title: string;
  /** Of the sheet it is written to. */
  readonly sheet: string;
  /** The text of a .liquid file; it is filled once for each table. */
  readonly template: string;
  readonly rateDecimals: number;
  /** Whether amounts carry their unit: 120.00万元; where not, the template says it once. */
  readonly unitBehindAmounts: boolean;
  /** Behind the change of a percentage: 个百分点. */
  readonly points: string;
  /** What a line break inside a paragraph stands for. */
  readonly between: '' | ' ';
  /** A line of 补充资料: what is asked for. */
  readonly reasonLabel: (line: string, current: string, prior: string) => string;
  /** In the place of what nobody has typed: 【请填写：…】. */
  readonly fillIn: (label: string) => string;
}

export interface VarianceProfile {
  /** Equals its folder's name. */
  readonly id: string;
  readonly name: LocalText;
  readonly languages: Readonly<Record<Locale, VarianceLanguage>>;
}

export interface VarianceDefinition extends VarianceProfile {
  readonly templates: Readonly<Record<Locale, CompiledSection>>;
}

/** A template is read when it is wanted; a slip in it then throws TemplateError, with line and column. */
export function defineVariance(profile: VarianceProfile): VarianceDefinition {
  const compiled = new Map<Locale, CompiledSection>();
  const template = (locale: Locale): CompiledSection => {
    const known = compiled.get(locale);
    if (known !== undefined) return known;
    const section = { id: locale, heading: '', depth: 2, template: profile.languages[locale].template };
    const [read] = compileWith(profile.id, [section], { known: NAMES, filters: FILTERS });
    if (read === undefined) throw new Error('a wording has a template');
    compiled.set(locale, read);
    return read;
  };
  return {
    ...profile,
    templates: {
      get 'zh-CN'() {
        return template('zh-CN');
      },
      get en() {
        return template('en');
      },
    },
  };
}
