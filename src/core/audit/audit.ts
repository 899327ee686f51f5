/** Audits a narrative that somebody else wrote (说明核对): every number against the tables and against its own sentence, and what was left in from a template. */
import type { Narrative } from '../narrative/narrative.ts';
import type { Table } from '../tables/table.ts';
import type { CellRef } from '../workbook/address.ts';
import { judgeByArithmetic } from './arithmetic.ts';
import type { AuditFinding, Claim } from './claim.ts';
import { blocksOf, lineOf } from './flow.ts';
import { asForcedShare } from './forced-share.ts';
import { type Judgement, judgeByTables } from './judge-tables.ts';
import { matchClaims } from './match.ts';
import { judgeProjects } from './projects.ts';
import { readClaims } from './read-claims.ts';
import { expectedIn } from './reference.ts';
import { judgeWording } from './wording.ts';

export interface AuditSubject {
  readonly department: string;
  readonly year: number | undefined;
  /** What the known wordings say for these tables. */
  readonly references: readonly Narrative[];
  /** 项目支出绩效自评表. */
  readonly projects: readonly Table[];
  /** Whether 政府性基金 and 国有资本经营 have amounts; undefined where the table is missing. */
  readonly hasAmounts: Readonly<Record<'政府性基金' | '国有资本经营', boolean | undefined>>;
}

export interface Audit {
  /** How many numbers the text states. */
  readonly claims: number;
  /** In reading order. */
  readonly findings: readonly AuditFinding[];
  /** Numbers that neither the tables nor a neighbour could confirm or deny: listed, not alarmed. */
  readonly unplaced: readonly UnplacedNumber[];
}

export interface UnplacedNumber {
  readonly line: number;
  readonly offset: number;
  readonly text: string;
}

export function audit(original: string, subject: AuditSubject): Audit {
  const text = original.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n'));
  const blocks = blocksOf(text);
  const claims = readClaims(blocks, subject.department);
  const matches = matchClaims(
    claims,
    subject.references.map((narrative) => expectedIn(narrative, subject.department)),
  );
  const judged: Judgement[] = [];
  for (const [claim, expected] of matches) {
    const judgement = judgeByTables(claim, expected);
    if (judgement !== undefined) judged.push(asForcedShare(judgement, expected, claims));
  }
  const arithmetic = judgeByArithmetic(claims, new Set(matches.keys()));
  const sourcesOf = (claim: Claim): readonly CellRef[] => matches.get(claim)?.sources ?? [];
  const own = [...judged, ...arithmetic.judgements].map((judgement) => ({ ...judgement, sources: sourcesOf(judgement.claim) }));
  const projects = judgeProjects(claims, blocks, subject.projects);
  const findings = [...own, ...projects].map(({ claim, expected, verdict, message, sources }): AuditFinding => ({
    line: lineOf(text, claim.start),
    offset: claim.start,
    text: text.slice(claim.start, claim.end).replace(/\s+/g, ''),
    stated: claim.text,
    expected,
    verdict,
    sources,
    message,
  }));
  const placed = new Set([...matches.keys(), ...arithmetic.confirmed, ...projects.map(({ claim }) => claim)]);
  return {
    claims: claims.length,
    findings: [...findings, ...judgeWording(text, blocks, subject)].sort((a, b) => a.offset - b.offset),
    unplaced: claims
      .filter((claim) => !placed.has(claim))
      .map((claim) => ({
        line: lineOf(text, claim.start),
        offset: claim.start,
        text: text.slice(claim.start, claim.end).replace(/\s+/g, ''),
      })),
  };
}
