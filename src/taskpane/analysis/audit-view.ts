/** An audit as the pane shows it (核对说明), made where the analysis is made: the text, what is wrong with it and where, and the corrected text. */
import type { AuditFinding } from '../../core/audit/claim.ts';
import { correctedText, correctionsIn, documentMarks } from '../../core/audit/corrected-text.ts';
import { currentSets } from '../../core/tables/prior-accounts.ts';
import type { Locale } from '../../core/locale.ts';
import { auditNarrative, loadAccounts, type LoadedAccounts, sheetTextIn } from '../../engine.ts';
import { decodeText } from '../../hosts/file/read-csv.ts';
import { looksLikeDocument, readDocx } from '../../hosts/file/read-docx.ts';
import { correctDocx } from '../../hosts/file/correct-docx.ts';
import type { AuditFindingView, AuditRequest, AuditSource, AuditView, WordFile } from './analysis.ts';
import { placeOf } from './finding-view.ts';

/** Characters before and behind the wrong words. */
const EXCERPT = 24;

interface SourceText {
  readonly text: string;
  readonly name: string;
  readonly document: Uint8Array | undefined;
  readonly deletions: number;
}

/** Undefined when the workbook holds no tables, or no text where one was looked for in it. Throws for a file that cannot be used. */
export function auditView({ workbook, prior, settings, source, locale }: AuditRequest): AuditView | undefined {
  const loaded = loadAccounts(workbook, prior);
  const current = currentSets(loaded.sets);
  const accounts = current.find(({ department }) => department === settings.department) ?? current[0];
  const given = sourceText(source, loaded);
  if (accounts === undefined || given === undefined) return undefined;
  const { text, name, document, deletions } = given;
  const { claims, findings, unplaced } = auditNarrative(text, accounts, workbook);
  return {
    name,
    text,
    claims,
    deletions,
    findings: findings.map((finding, index) => findingView(finding, index, text, locale)),
    unplaced: unplaced.map(({ offset, end, line, text: number }) => ({ start: offset, end, line, text: number })),
    corrections: correctionsIn(findings).length,
    corrected: correctedText(text, findings),
    document: document === undefined ? undefined : correctedDocument(name, document, findings, locale),
  };
}

function sourceText(source: AuditSource, loaded: LoadedAccounts): SourceText | undefined {
  if (source.kind === 'text') return { text: source.text, name: '', document: undefined, deletions: 0 };
  if (source.kind === 'sheet') {
    const found = sheetTextIn(loaded);
    return found === undefined ? undefined : { text: found.text, name: found.sheet, document: undefined, deletions: 0 };
  }
  const { bytes, name } = source;
  const isDocument = looksLikeDocument(bytes) || /\.docx?$/i.test(name);
  return isDocument ? { ...readDocx(bytes), name, document: bytes } : { text: decodeText(bytes), name, document: undefined, deletions: 0 };
}

function correctedDocument(name: string, document: Uint8Array, findings: readonly AuditFinding[], locale: Locale): WordFile {
  const { changes, comments } = documentMarks(findings, locale);
  return { name: `${name.replace(/\.docx?$/i, '')}-核对.docx`, bytes: correctDocx(document, changes, comments).bytes };
}

function findingView(finding: AuditFinding, index: number, text: string, locale: Locale): AuditFindingView {
  const { offset, end, line, verdict, message, sources, correction } = finding;
  const before = text.slice(Math.max(0, offset - EXCERPT), offset);
  const after = text.slice(end, end + EXCERPT);
  const places = new Map(sources.map((source) => [JSON.stringify(source), placeOf(source)]));
  return {
    id: `audit-${index}`,
    start: offset,
    end,
    line,
    verdict,
    message: message[locale],
    excerpt: { before: oneLine(before), wrong: oneLine(text.slice(offset, end)), after: oneLine(after) },
    correction: correction?.text,
    places: [...places.values()],
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, '');
}
