/** `narrate`: writes the 《决算公开说明》 of a department (生成说明), every figure traced to its cell; what nobody has typed yet is listed. */
import { narrate, narratives } from '../engine.ts';
import { planNarrative } from '../core/edits/plan-narrative.ts';
import { supplementEdits } from '../core/edits/plan-supplement.ts';
import { type Narrative, type Span, textOf } from '../core/narrative/narrative.ts';
import { formulaOf } from '../core/narrative/formula.ts';
import { sourcesOf } from '../core/narrative/sources.ts';
import type { NarrativeDefinition } from '../core/narrative/profile.ts';
import { type Arguments, onlyBook } from './arguments.ts';
import { annotate, checkAll } from './check.ts';
import { cellJson } from './check-json.ts';
import { checkOutput, writeOutput } from './files.ts';
import { openAccounts } from './select-accounts.ts';
import { UsageError } from './usage-error.ts';

export async function runNarrate(options: Arguments): Promise<number> {
  const { messages } = options;
  const path = onlyBook(options);
  const definition = chooseWording(options);
  await checkOutput(options.out, path, options);
  const opened = await openAccounts(path, options);
  const [accounts, second] = opened.sets;
  if (accounts === undefined) throw new UsageError(messages.noTables(path));
  if (second !== undefined)
    throw new UsageError(messages.severalDepartments(opened.sets.map((set) => set.department || messages.unnamedDepartment)));
  const narrative = narrate(accounts, definition);
  if (options.out !== undefined) {
    const results = checkAll(opened, options);
    await writeOutput(
      options.out,
      annotate(opened, results, options, [
        planNarrative(
          narrative,
          results.flatMap(({ findings }) => findings),
          { live: options.live },
        ),
        ...supplementEdits(narrative, accounts, opened.loaded.workbook),
      ]),
      options,
    );
  }
  if (options.json) {
    process.stdout.write(`${JSON.stringify(narrativeJson(narrative), null, 1)}\n`);
    return 0;
  }
  process.stdout.write(narrativeText(narrative));
  if (narrative.gaps.length > 0) {
    const list = narrative.gaps.map((gap) => `  ${gap.section} · ${gap.label}`).join('\n');
    process.stderr.write(`${messages.gapsHead(narrative.gaps.length)}\n${list}\n${messages.gapsHint}\n`);
  }
  for (const department of opened.loaded.priorUnmatched) process.stderr.write(`${messages.priorUnmatched(department)}\n`);
  if (options.out !== undefined) process.stderr.write(`${messages.wrote(options.out)}\n`);
  return 0;
}

function chooseWording(options: Arguments): NarrativeDefinition {
  const { messages, narrative } = options;
  const found = narrative === undefined ? narratives[0] : narratives.find((definition) => definition.id === narrative);
  if (found === undefined)
    throw new UsageError(
      messages.unknownNarrative(
        narrative ?? '',
        narratives.map((definition) => definition.id),
      ),
    );
  return found;
}

export function narrativeText(narrative: Narrative): string {
  const parts = narrative.sections.map((section) =>
    [section.heading, ...section.paragraphs.map(textOf)].filter((line) => line !== '').join('\n'),
  );
  return `${narrative.title}\n\n${parts.join('\n\n')}\n`;
}

function narrativeJson(narrative: Narrative): object {
  return {
    sections: narrative.sections.map((section) => ({
      id: section.id,
      heading: section.heading,
      paragraphs: section.paragraphs.map((paragraph) => ({ text: textOf(paragraph), spans: paragraph.spans.map(spanJson) })),
    })),
    gaps: narrative.gaps.map(({ id, label, section }) => ({ id, label, section })),
  };
}

// The contract knows four kinds; what a person typed is words with a source.
function spanJson(span: Span): object {
  const formula = formulaOf(span);
  return {
    kind: span.kind === 'fact' ? 'words' : span.kind,
    text: span.text,
    sources: sourcesOf(span).map(cellJson),
    ...(formula === undefined ? {} : { formula: `=${formula}` }),
  };
}
