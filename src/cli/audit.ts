/** `audit`: compares an existing narrative with the tables and with itself (核对说明). */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Audit } from '../core/audit/audit.ts';
import type { AuditFinding } from '../core/audit/claim.ts';
import { currentSets } from '../core/tables/prior-accounts.ts';
import { auditNarrative } from '../engine.ts';
import { decodeText } from '../hosts/file/read-csv.ts';
import { type DocumentText, looksLikeDocument, readDocx, UnusableDocument } from '../hosts/file/read-docx.ts';
import { UnusableWorkbook } from '../hosts/file/unusable-workbook.ts';
import type { Arguments } from './arguments.ts';
import { cellJson } from './check-json.ts';
import { writeNotices } from './notices.ts';
import { openAccounts } from './select-accounts.ts';
import { UsageError } from './usage-error.ts';

export async function runAudit(options: Arguments): Promise<number> {
  const { messages } = options;
  const [path, extra] = options.operands;
  if (path === undefined) throw new UsageError(messages.auditMissingText);
  if (extra !== undefined) throw new UsageError(messages.tooManyArguments(extra));
  if (options.book === undefined) throw new UsageError(messages.missingBook('audit'));
  const { text, deletions } = await readText(path, options);
  const opened = await openAccounts(options.book, options);
  const [accounts, second] = currentSets(opened.sets);
  if (accounts === undefined) throw new UsageError(messages.noTables(options.book));
  if (second !== undefined)
    throw new UsageError(messages.severalDepartments(opened.sets.map((set) => set.department || messages.unnamedDepartment)));
  const result = auditNarrative(text, accounts);
  if (result.claims === 0) throw new UsageError(messages.auditNoNumbers(path));
  if (deletions > 0) process.stderr.write(`${messages.auditDeletions(deletions)}\n`);
  writeNotices(opened, options);
  process.stdout.write(options.json ? `${JSON.stringify(auditJson(result, options), null, 1)}\n` : auditText(result, options));
  return result.findings.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
}

async function readText(path: string, { locale, messages }: Arguments): Promise<DocumentText> {
  try {
    const bytes = path === '-' ? new Uint8Array(await buffer(process.stdin)) : await readFile(path);
    return looksLikeDocument(bytes) || /\.docx?$/i.test(path) ? readDocx(bytes) : { text: decodeText(bytes), deletions: 0 };
  } catch (error) {
    if (error instanceof UnusableDocument) throw new UsageError(messages.fileUnreadable(path, error.text[locale]));
    if (error instanceof UnusableWorkbook) throw new UsageError(messages.auditNotText(path));
    const { code } = error as { readonly code?: string };
    if (code === undefined) throw error;
    throw new UsageError(code === 'ENOENT' ? messages.fileNotFound(path) : messages.fileUnreadable(path, code));
  }
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
