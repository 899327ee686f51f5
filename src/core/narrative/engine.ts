/** Templates made to run (模板引擎): LiquidJS with Chinese names, only our own filters, a handful of tags, limits, and errors that name file, line and column. */
import { Liquid, type Template } from 'liquidjs/dist/liquid.browser.mjs';
import type { AccountNames } from './final-account-names.ts';
import { type Filter, FILTERS, output } from './filters.ts';
import { RESERVED } from './markers.ts';
import { runOf } from './run.ts';
import { knownNames } from './scope.ts';
import type { SectionSource } from './profile.ts';
import { explainLiquid, FilterMisuse, TemplateError } from './template-error.ts';

/** With `brief` it may take a tenth of the time and memory, as befits a text that is only tried out. */
export type CompiledTemplate = (scope: object, brief?: boolean) => string;

export interface CompiledSection {
  readonly id: string;
  readonly depth: number;
  readonly heading: CompiledTemplate;
  /** What an own heading stands for: lines of 补充资料 may still name it. */
  readonly standardHeading?: CompiledTemplate;
  readonly body: CompiledTemplate;
}

const TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'for', 'assign', 'comment', 'break', 'continue', '#']);

/** Characters, milliseconds, characters and list items. */
const LIMITS = { parseLimit: 200_000, renderLimit: 10_000, memoryLimit: 2_000_000 };
const BRIEF = { renderLimit: 1_000, memoryLimit: 200_000 };

/** What a template may use: names with what stands under each, and filters. */
export interface Vocabulary {
  readonly known: ReturnType<typeof knownNames>;
  readonly filters: Readonly<Record<string, Filter>>;
}

export function compileSections(narrative: string, sections: readonly SectionSource[], names: AccountNames): readonly CompiledSection[] {
  return compileWith(narrative, sections, { known: knownNames(names), filters: FILTERS });
}

export function compileWith(
  narrative: string,
  sections: readonly SectionSource[],
  { known, filters }: Vocabulary,
): readonly CompiledSection[] {
  const liquid = createLiquid(filters);
  const compile = (text: string, file: string): CompiledTemplate => {
    const template = parse(liquid, text, file);
    checkNames(liquid, template, file, known);
    return (scope, brief = false) => positioned(file, () => String(liquid.renderSync(template, scope, brief ? BRIEF : {})));
  };
  return sections.map(({ id, depth, heading, template }) => ({
    id,
    depth,
    heading: compile(heading, `${narrative}/${id} (heading)`),
    body: compile(template, `${narrative}/${id}.liquid`),
  }));
}

/** Throws TemplateError where a text is not a whole template by itself; names are not looked at. */
export function parseAlone(text: string): void {
  parse(createLiquid(FILTERS), text, '');
}

function createLiquid(filters: Vocabulary['filters']): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // A line that holds only a tag leaves no line behind.
    greedy: false,
    trimTagLeft: true,
    trimTagRight: true,
    locale: 'zh-CN',
    timezoneOffset: 0,
    templates: {},
    ...LIMITS,
    outputEscape: escapeOutput as never,
  });
  for (const name of Object.keys(liquid.filters)) delete liquid.filters[name];
  for (const name of Object.keys(liquid.tags)) if (!TAGS.has(name)) delete liquid.tags[name];
  for (const [name, filter] of Object.entries(filters)) {
    liquid.registerFilter(name, function (value: unknown, ...args: unknown[]) {
      return filter(runOf(this.context.environments), value, ...args);
    });
  }
  return liquid;
}

// LiquidJS calls it as it calls a filter.
function escapeOutput(this: { readonly context: { readonly environments: object } }, value: unknown): string {
  return output(runOf(this.context.environments), value);
}

function parse(liquid: Liquid, text: string, file: string): Template[] {
  const lines = text.split('\n');
  const bad = lines.findIndex((line) => RESERVED.test(line));
  if (bad >= 0) {
    throw new TemplateError(file, bad + 1, (lines[bad]?.search(RESERVED) ?? 0) + 1, {
      'zh-CN': '模板中有不可见的专用字符',
      en: 'the template contains a reserved private-use character',
    });
  }
  return positioned(file, () => liquid.parse(text, file));
}

// A slip in a branch that is seldom taken is found now, not in the year when it is.
function checkNames(liquid: Liquid, template: Template[], file: string, known: ReturnType<typeof knownNames>): void {
  const { globals } = positioned(file, () => liquid.analyzeSync(template, { partials: false }));
  for (const variable of Object.values(globals).flat()) {
    const [first, second] = variable.segments;
    const inner = typeof first === 'string' ? known.get(first) : undefined;
    const wrong =
      inner === undefined
        ? String(first)
        : typeof second === 'string' && (inner === 'plain' || !inner.has(second))
          ? `${String(first)}.${second}`
          : undefined;
    if (wrong !== undefined)
      throw new TemplateError(file, variable.location.row, variable.location.col, explainLiquid(`undefined variable: ${wrong}`));
  }
}

function positioned<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof TemplateError || !(error instanceof Error)) throw error;
    const { token, originalError } = error as {
      readonly token?: { readonly getPosition?: () => readonly number[] };
      readonly originalError?: unknown;
    };
    const [line = 1, column = 1] = token?.getPosition?.() ?? [];
    const explanation = originalError instanceof FilterMisuse ? originalError.explanation : explainLiquid(error.message);
    throw new TemplateError(file, line, column, explanation);
  }
}
