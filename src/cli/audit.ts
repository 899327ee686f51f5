/** `audit`: compares an existing narrative with the tables and with itself (核对说明), and writes it with the right figures in place. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Audit } from '../core/audit/audit.ts';
import type { AuditFinding } from '../core/audit/claim.ts';
import { correctionsIn, documentMarks, markedText } from '../core/audit/corrected-text.ts';
import { currentSets } from '../core/tables/prior-accounts.ts';
import { auditNarrative, sheetTextIn } from '../engine.ts';
import { correctDocx } from '../hosts/file/correct-docx.ts';
import { decodeText } from '../hosts/file/read-csv.ts';
import { looksLikeDocument, readDocx, UnusableDocument } from '../hosts/file/read-docx.ts';
import { UnusableWorkbook } from '../hosts/file/unusable-workbook.ts';
import type { Arguments } from './arguments.ts';
import { cellJson } from './check-json.ts';
import { checkDocument, checkText, writeOutput } from './files.ts';
import { writeNotices } from './notices.ts';
import { type Opened, openAccounts } from './select-accounts.ts';
import { UsageError } from './usage-error.ts';

interface AuditInput {
  readonly text: string;
  /** Tracked deletions that were not read. */
  readonly deletions: number;
  /** The document itself, where the text comes from one of Word. */
  readonly document: Uint8Array | undefined;
}

export async function runAudit(options: Arguments): Promise<number> {
  const { messages } = options;
  const [path, extra] = options.operands;
  if (path === undefined) throw new UsageError(messages.auditMissingText);
  if (extra !== undefined) throw new UsageError(messages.tooManyArguments(extra));
  const isBook = options.book === undefined && /\.(?:xlsx|xlsm|xls)$/i.test(path);
  const book = isBook ? path : options.book;
  if (book === undefined) throw new UsageError(messages.missingBook('audit'));
  const given = isBook ? undefined : await readText(path, options);
  await checkCorrected(given, [path, book], options);
  const opened = await openAccounts(book, options);
  const [accounts, second] = currentSets(opened.sets);
  if (accounts === undefined) throw new UsageError(messages.noTables(book));
  if (second !== undefined)
    throw new UsageError(messages.severalDepartments(opened.sets.map((set) => set.department || messages.unnamedDepartment)));
  const input = given ?? sheetText(opened, options);
  const result = auditNarrative(input.text, accounts, opened.loaded.workbook);
  if (result.claims === 0) throw new UsageError(messages.auditNoNumbers(path));
  if (input.deletions > 0) process.stderr.write(`${messages.auditDeletions(input.deletions)}\n`);
  writeNotices(opened, options);
  process.stdout.write(options.json ? `${JSON.stringify(auditJson(result, options), null, 1)}\n` : auditText(result, options));
  if (options.corrected !== undefined) await writeCorrected(options.corrected, input, result, options);
  return result.findings.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
}

async function readText(path: string, { locale, messages }: Arguments): Promise<AuditInput> {
  try {
    const bytes = path === '-' ? new Uint8Array(await buffer(process.stdin)) : await readFile(path);
    if (!looksLikeDocument(bytes) && !/\.docx?$/i.test(path)) return { text: decodeText(bytes), deletions: 0, document: undefined };
    return { ...readDocx(bytes), document: bytes };
  } catch (error) {
    if (error instanceof UnusableDocument) throw new UsageError(messages.fileUnreadable(path, error.text[locale]));
    if (error instanceof UnusableWorkbook) throw new UsageError(messages.auditNotText(path));
    const { code } = error as { readonly code?: string };
    if (code === undefined) throw error;
    throw new UsageError(code === 'ENOENT' ? messages.fileNotFound(path) : messages.fileUnreadable(path, code));
  }
}

function sheetText({ input, loaded }: Opened, { messages }: Arguments): AuditInput {
  const found = sheetTextIn(loaded);
  if (found === undefined) throw new UsageError(messages.auditNoSheet(input.path));
  process.stderr.write(`${messages.auditSheet(found.sheet)}\n`);
  return { text: found.text, deletions: 0, document: undefined };
}

async function checkCorrected(given: AuditInput | undefined, inputs: readonly string[], options: Arguments): Promise<void> {
  const { corrected } = options;
  if (given?.document === undefined) await checkText(corrected, inputs, options);
  else await checkDocument(corrected, inputs, options);
}

async function writeCorrected(path: string, { text, document }: AuditInput, { findings }: Audit, options: Arguments): Promise<void> {
  const { locale, messages } = options;
  if (document === undefined) {
    await writeOutput(path, new TextEncoder().encode(markedText(text, findings, locale)), options);
    process.stderr.write(`${messages.auditCorrected(path, correctionsIn(findings).length, 0, 0)}\n`);
    return;
  }
  const { changes, comments } = documentMarks(findings, locale);
  const { bytes, applied, commented } = correctDocx(document, changes, comments);
  await writeOutput(path, bytes, options);
  process.stderr.write(`${messages.auditCorrected(path, applied, changes.length - applied, commented)}\n`);
}

function auditJson({ claims, findings, unplaced }: Audit, { locale }: Arguments): object {
  const shown = findings.map((finding) => ({ ...finding, sources: finding.sources.map(cellJson), message: finding.message[locale] }));
  return { claims, findings: shown, unplaced };
}

function auditText({ claims, findings, unplaced }: Audit, { locale, messages }: Arguments): string {
  const lines = findings.map((finding) => `  ${messages.auditLine(finding.line)} ${mark(finding)} ${finding.message[locale]}`);
  const rest = unplaced.map(({ line, text }) => `  ${messages.auditLine(line)} ${text}`);
  const head = messages.auditHead(claims, findings.filter(({ verdict }) => verdict === 'broken').length);
  const listed = rest.length === 0 ? [] : [messages.auditUnplaced(rest.length), ...rest];
  return `${[head, ...lines, ...listed].join('\n')}\n`;
}

function mark({ verdict }: AuditFinding): string {
  return verdict === 'broken' ? '✗' : '·';
}
