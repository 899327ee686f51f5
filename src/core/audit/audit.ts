/** Audits a narrative that somebody else wrote (说明核对): every number against the tables and against its own sentence, what was left in, and what is missing. */
import type { Narrative } from '../narrative/narrative.ts';
import { isMoney } from '../narrative/printed.ts';
import type { Table } from '../tables/table.ts';
import { refKey } from '../workbook/address.ts';
import { judgeByArithmetic } from './arithmetic.ts';
import type { AuditFinding, Claim } from './claim.ts';
import { judgeConsistency } from './consistency.ts';
import { correctionOf } from './correction.ts';
import { type Fund, judgeEmptyTables } from './empty-tables.ts';
import { blocksOf, lineOf } from './flow.ts';
import { asForcedShare } from './forced-share.ts';
import { judgeItemNames } from './item-names.ts';
import { type Judgement, judgeByTables, workedOut } from './judge-tables.ts';
import { judgeNames, judgeYears } from './left-over.ts';
import { type Matches, matchClaims } from './match.ts';
import { type AuditedText, judgeMissing } from './missing.ts';
import { judgeProjects } from './projects.ts';
import { readClaims, sectionsOf } from './read-claims.ts';
import { referenceFrom } from './reference.ts';
import { judgeWording } from './wording.ts';

export interface AuditSubject {
  readonly department: string;
  readonly year: number | undefined;
  /** What the known wordings say for these tables. */
  readonly references: readonly Narrative[];
  /** 项目支出绩效自评表. */
  readonly projects: readonly Table[];
  /** 公开07. */
  readonly threePublic: Table | undefined;
  /** 公开08 and 公开09. */
  readonly funds: Readonly<Record<Fund, Table | undefined>>;
  /** `refKey` of cells of which a check says that something does not hold: nothing is corrected by them. */
  readonly doubtful: ReadonlySet<string>;
  /** Every number of the tables as it may be printed, without separators: what pasted tables are looked up in. */
  readonly printed: ReadonlySet<string>;
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
  readonly end: number;
  readonly text: string;
}

/** Sections of tables and forms that were pasted into the text: `check` judges those of the workbook. */
const PASTED: ReadonlySet<string> = new Set(['forms', 'tables']);

export function audit(original: string, subject: AuditSubject): Audit {
  const text = original.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n'));
  const blocks = blocksOf(text);
  const claims = readClaims(blocks, subject.department);
  const audited: AuditedText = { text, blocks, sections: sectionsOf(blocks), claims };
  const references = subject.references.map((narrative) => referenceFrom(narrative, subject.department));
  const matches = matchClaims(
    claims,
    references.map(({ expected }) => expected),
  );
  const arithmetic = judgeByArithmetic(claims, new Set(matches.keys()));
  const projects = judgeProjects(claims, blocks, subject.projects);
  const byTables = judgedByTables(audited, matches, subject.doubtful);
  const judged = new Set(byTables.map(({ offset }) => offset));
  const findings = [
    ...byTables,
    ...arithmetic.judgements.map((judgement) => numberFinding(audited, judgement)),
    ...projects.map((judgement) => ({ ...numberFinding(audited, judgement), sources: judgement.sources })),
    ...judgeWording(audited, matches),
    ...judgeYears(audited, subject.year),
    ...judgeNames(audited, subject.department),
    ...judgeEmptyTables(audited, subject.funds),
    ...judgeItemNames(audited, references),
    ...judgeConsistency(audited, subject.threePublic, new Set(matches.keys())).filter(({ offset }) => !judged.has(offset)),
    ...judgeMissing(audited, matches, references),
  ];
  const placed = new Set([...matches.keys(), ...arithmetic.confirmed, ...projects.map(({ claim }) => claim)]);
  return {
    claims: claims.length,
    findings: findings.sort((a, b) => a.offset - b.offset),
    unplaced: claims
      .filter((claim) => !placed.has(claim) && !(PASTED.has(claim.section) && subject.printed.has(claim.value.toString())))
      .map(({ start, end }) => ({ line: lineOf(text, start), offset: start, end, text: text.slice(start, end).replace(/\s+/g, '') })),
  };
}

function judgedByTables(audited: AuditedText, matches: Matches, doubtful: ReadonlySet<string>): readonly AuditFinding[] {
  return [...matches].flatMap(([claim, expected]) => {
    // A template prints no guests where there is no money: a guess, not a count of the tables.
    if (claim.role === 'count' && expected.expression !== undefined && isMoney(expected.expression)) return [];
    const judgement = judgeByTables(claim, expected, audited.blocks[claim.block]);
    if (judgement === undefined) return [];
    const shown = asForcedShare(judgement, expected, audited.claims);
    const isDoubtful = expected.sources.some((source) => doubtful.has(refKey(source)));
    return [
      {
        ...numberFinding(audited, isDoubtful ? asDoubtful(shown) : shown),
        sources: expected.sources,
        arithmetic: workedOut(expected),
        correction: isDoubtful || shown.verdict !== 'broken' ? undefined : correctionOf(claim, expected, audited.blocks[claim.block]),
      },
    ];
  });
}

function asDoubtful({ message, ...judgement }: Judgement): Judgement {
  return {
    ...judgement,
    message: {
      'zh-CN': `${message['zh-CN']}；该单元格本身勾稽不符，请先核对报表`,
      en: `${message.en}; that cell does not hold itself, so check the tables first`,
    },
  };
}

function numberFinding({ text }: AuditedText, { claim, expected, verdict, message }: Judgement & { readonly claim: Claim }): AuditFinding {
  const { start, end } = claim;
  return {
    line: lineOf(text, start),
    offset: start,
    end,
    text: text.slice(start, end).replace(/\s+/g, ''),
    stated: claim.text,
    expected,
    verdict,
    sources: [],
    arithmetic: '',
    correction: undefined,
    message,
  };
}
