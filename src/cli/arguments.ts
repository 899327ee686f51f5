/** Reads the command line (命令行参数): one command, its files and options; anything else is said in one line. */
import { parseArgs } from 'node:util';
import type { Locale } from '../core/locale.ts';
import { localeFrom, messagesFor } from '../locales/locale.ts';
import type { Messages } from '../locales/messages.ts';
import { Decimal } from '../core/number/decimal.ts';
import { type Thresholds, USUAL_THRESHOLDS } from '../core/variance/selection.ts';
import { UsageError } from './usage-error.ts';

export interface Arguments {
  readonly command: string;
  readonly operands: readonly string[];
  /** The workbook that `audit` compares a text with. */
  readonly book: string | undefined;
  readonly prior: string | undefined;
  /** The department's name in last year's workbook, where it is another and means the same. */
  readonly priorDepartment: string | undefined;
  readonly out: string | undefined;
  /** The audited text with the right figures in place. */
  readonly corrected: string | undefined;
  /** The narrative as a document of Word. */
  readonly docx: string | undefined;
  /** A folder for the annotated copy of every workbook of a batch. */
  readonly pages: string | undefined;
  readonly narrative: string | undefined;
  readonly department: string | undefined;
  /** What a change must reach to be told in 变动说明: a ratio, and an amount in the unit of the table. */
  readonly thresholds: Thresholds;
  readonly jobs: number | undefined;
  /** Without any knowledge of the statutory tables. */
  readonly generic: boolean;
  readonly json: boolean;
  readonly exact: boolean;
  /** The written narrative as formulas. */
  readonly live: boolean;
  /** The written copy gets the sheet 说明措辞. */
  readonly wording: boolean;
  readonly help: boolean;
  readonly locale: Locale;
  readonly messages: Messages;
}

const OPTIONS = {
  book: { type: 'string' },
  prior: { type: 'string' },
  'prior-department': { type: 'string' },
  out: { type: 'string' },
  corrected: { type: 'string' },
  docx: { type: 'string' },
  pages: { type: 'string' },
  narrative: { type: 'string' },
  department: { type: 'string' },
  'threshold-percent': { type: 'string' },
  'threshold-amount': { type: 'string' },
  jobs: { type: 'string' },
  lang: { type: 'string' },
  generic: { type: 'boolean' },
  json: { type: 'boolean' },
  text: { type: 'boolean' },
  exact: { type: 'boolean' },
  live: { type: 'boolean' },
  wording: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Throws UsageError (exit 2) for options that do not exist or have no value. */
export function readArguments(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Arguments {
  const fallback = messagesFor(localeFrom(environment['TIEOUT_LANG'] ?? environment['LC_ALL'] ?? environment['LANG']));
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
    const locale = localeFrom(values.lang ?? environment['TIEOUT_LANG'] ?? environment['LC_ALL'] ?? environment['LANG']);
    const messages = messagesFor(locale);
    const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
    if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64))
      throw new UsageError(messages.badOption(`--jobs ${values.jobs}`));
    if (values.json === true && values.text === true) throw new UsageError(messages.badOption('--text --json'));
    const [command = '', ...operands] = positionals;
    return {
      command,
      operands,
      book: values.book,
      prior: values.prior,
      priorDepartment: values['prior-department'],
      out: values.out,
      corrected: values.corrected,
      docx: values.docx,
      pages: values.pages,
      narrative: values.narrative,
      department: values.department,
      thresholds: {
        rate: threshold('--threshold-percent', values['threshold-percent'], messages)?.div(100) ?? USUAL_THRESHOLDS.rate,
        amount: threshold('--threshold-amount', values['threshold-amount'], messages),
      },
      jobs,
      generic: values.generic === true,
      json: values.json === true,
      exact: values.exact === true,
      live: values.live === true,
      wording: values.wording === true,
      help: values.help === true,
      locale,
      messages,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(fallback.badOption(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)));
  }
}

/** A plain number, 0 or more; a percent sign may follow. */
function threshold(option: string, given: string | undefined, messages: Messages): Decimal | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,15}(?:\.\d{1,6})?%?$/.test(given)) throw new UsageError(messages.badOption(`${option} ${given}`));
  return new Decimal(given.replace('%', ''));
}

/** The one workbook a command takes. */
export function onlyBook(options: Arguments): string {
  const [book, extra] = options.operands;
  if (book === undefined) throw new UsageError(options.messages.missingBook(options.command));
  if (extra !== undefined) throw new UsageError(options.messages.tooManyArguments(extra));
  return book;
}
