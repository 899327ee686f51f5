/** The whole work of the engine for the pane (分析), as one pure function of plain data: read by the overview, the findings and the preview alike. */
import type { Edit } from '../../core/edits/edit.ts';
import { planLiveMarks } from '../../core/edits/plan-live-marks.ts';
import { planMarks, rectangles } from '../../core/edits/plan-marks.ts';
import { planNarrative } from '../../core/edits/plan-narrative.ts';
import { planReport } from '../../core/edits/plan-report.ts';
import { planSupplement, supplementEdits } from '../../core/edits/plan-supplement.ts';
import { planWording } from '../../core/edits/plan-wording.ts';
import { NARRATIVE_TAGS } from '../../core/edits/narrative-place.ts';
import { standingNarrative } from '../../core/edits/standing-narrative.ts';
import type { AccountsReview, Tally } from '../../core/findings/check-accounts.ts';
import { explainJudgement } from '../../core/findings/explain-judgement.ts';
import type { Finding } from '../../core/findings/finding.ts';
import { WORDING_TAG } from '../../core/narrative/read-wording.ts';
import type { Narrative } from '../../core/narrative/narrative.ts';
import type { Judgement, Verdict } from '../../core/relations/judge.ts';
import type { Severity } from '../../core/relations/relation.ts';
import { currentSets } from '../../core/tables/prior-accounts.ts';
import { readFacts } from '../../core/tables/read-facts.ts';
import type { TableSet } from '../../core/tables/table-set.ts';
import { typeFacts } from '../../core/tables/type-facts.ts';
import type { Facts } from '../../core/tables/facts.ts';
import { thresholdsFrom } from '../../core/variance/selection.ts';
import { areaAddress } from '../../core/workbook/address.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';
import {
  checks,
  loadAccounts,
  narrateBook,
  narrateTables,
  narratives,
  reviewWorkbook,
  tableNarratives,
  wantsVariance,
  type WorkbookReview,
} from '../../engine.ts';
import type { Settings } from '../settings.ts';
import type { Analysis, AnalysisRequest, RemarkView, TableView, TypedAnswer } from './analysis.ts';
import { findingView, placeOf } from './finding-view.ts';
import { handEditViews } from './hand-edits.ts';
import { narrativeView } from './narrative-view.ts';
import { priorItemViews, priorQuestionViews } from './prior-view.ts';
import { wordingViews } from './wording-view.ts';

const NOTHING_TO_TELL: Narrative = { id: '', title: '', sections: [], gaps: [], asks: [], carried: [] };

/** What the engine makes of a workbook, before it is put into plain data. */
export function workOut({ workbook, prior, settings, typed = [], handEdits, wording = {} }: Omit<AnalysisRequest, 'locale'>) {
  const loaded = loadAccounts(workbook, prior, { typed });
  const { sets } = loaded;
  const review = reviewWorkbook(loaded, { rounding: settings.rounding });
  const reviews = [...review.accounts, ...review.ordinary];
  const findings = reviews.flatMap((each) => each.findings);
  const current = currentSets(sets);
  const statutory = current.find(({ department }) => department === settings.department) ?? current[0];
  const facts = statutory?.facts ?? withTyped(readFacts(workbook), typed);
  const told = wantsVariance(loaded, settings.wording)
    ? narrateTables(loaded, facts, thresholdsFrom(settings.thresholdPercent, settings.thresholdAmount))
    : undefined;
  const accounts = told?.accounts ?? statutory;
  const chosen = narratives.find(({ id }) => id === settings.wording);
  const written = accounts === undefined || told !== undefined ? undefined : narrateBook(accounts, workbook, chosen, wording);
  const narrative = told?.narrative ?? written?.narrative;
  const standing =
    accounts === undefined || narrative === undefined ? undefined : standingNarrative(narrative, accounts, workbook, handEdits);
  return { loaded, facts, sets, current, review, reviews, findings, accounts, narrative, standing, written, silent: told?.silent ?? [] };
}

export function analyse(request: AnalysisRequest): Analysis {
  const { workbook, settings, locale } = request;
  const { loaded, facts, sets, current, review, reviews, findings, accounts, narrative, standing, written, silent } = workOut(request);
  const yearOf = new Map(
    review.accounts.flatMap((each, index) =>
      [...each.findings, ...each.accepted.map(({ finding }) => finding)].map((finding) => [finding, sets[index]?.year]),
    ),
  );
  const view = (finding: Finding): ReturnType<typeof findingView> => findingView(finding, workbook, locale, yearOf.get(finding));
  const listed = new Set(review.ordinary.map(({ sheet }) => sheet));
  return {
    departments: current.map(({ department }) => department),
    priorUnmatched: loaded.priorUnmatched,
    priorQuestions: priorQuestionViews(loaded.priorQuestions),
    priorItems: narrative === undefined || accounts === undefined ? [] : priorItemViews(narrative, accounts),
    supplementFaults: loaded.supplementFaults.map(({ ref, message }) => ({ place: placeOf(ref), text: message[locale] })),
    tables: tableViews(sets, review, locale),
    skipped: loaded.recognised.unrecognised.flatMap(({ sheet, reason }) =>
      reason === 'own-sheet' || listed.has(sheet) ? [] : [{ sheet, reason }],
    ),
    tally: addTallies(reviews),
    findings: findings.map(view),
    accepted: reviews.flatMap((each) => each.accepted).map(({ finding, reason }) => ({ finding: view(finding), reason: reason.text })),
    rounding: remarks(reviews, 'within-rounding', locale),
    notJudged: remarks(reviews, 'not-judged', locale),
    narrative:
      narrative === undefined || accounts === undefined || standing === undefined
        ? undefined
        : narrativeView(narrative, accounts, findings, handEditViews(standing, locale)),
    wording: written === undefined ? [] : wordingViews(written, locale),
    silent: silent.map(({ sheet, why }) => ({ sheet, why: why[locale] })),
    wordings: [...narratives, ...tableNarratives].map(({ id, name }) => ({ id, name: name[locale] })),
    edits: {
      marks: marks(reviews, workbook, settings),
      report: reviews.length === 0 ? [] : [planReport(reviews, locale, checks)],
      narrative:
        narrative === undefined || standing === undefined
          ? []
          : [planNarrative(narrative, findings, { live: settings.liveText, standing, about: accounts?.department ?? '' })],
      supplement:
        narrative !== undefined && accounts !== undefined
          ? supplementEdits(narrative, accounts, workbook, { locale })
          : facts.size === 0
            ? []
            : [planSupplement(NOTHING_TO_TELL, { department: '', year: undefined, tables: [], facts, prior: undefined }, { locale })],
      wording:
        written === undefined || (written.wording.sheet === undefined && request.wording === undefined)
          ? []
          : [planWording(written.definition, written.wording, written.faults, written.headings)],
      clear: [
        { kind: 'clear-marks' },
        { kind: 'remove-sheet', tag: 'report' },
        ...NARRATIVE_TAGS.map((tag) => ({ kind: 'remove-sheet', tag }) as const),
        { kind: 'remove-sheet', tag: WORDING_TAG },
        ...(holdsTyped(facts, workbook) ? [] : [{ kind: 'remove-sheet', tag: 'supplement' } as const]),
      ],
    },
  };
}

function withTyped(facts: Facts, typed: readonly TypedAnswer[]): Facts {
  return typed.reduce((known, { year, ...line }) => typeFacts(known, [line], year), facts);
}

/** Whether anybody has typed into the 补充资料 that we wrote; one that people keep themselves is never removed anyhow. */
function holdsTyped(facts: Facts, { sheets }: Workbook): boolean {
  const ours = new Set(sheets.filter(({ tag }) => tag === 'supplement').map(({ name }) => name));
  return [...facts.values()].some(({ ref }) => ours.has(ref.sheet));
}

function tableViews(sets: readonly TableSet[], review: WorkbookReview, locale: AnalysisRequest['locale']): readonly TableView[] {
  const known = sets
    .flatMap(({ tables }) => tables)
    .map(({ title, sheet, area, unit, notices }): TableView => ({
      title,
      place: placeOf({ book: 'current', sheet, row: area.top, column: area.left }),
      range: areaAddress(area),
      unit: unit.name,
      isOrdinary: false,
      notices: notices.map(({ message }) => message[locale]),
    }));
  const ordinary = review.ordinary.map(({ title, sheet, area, unit }): TableView => ({
    title: title === '' ? sheet : title,
    place: placeOf({ book: 'current', sheet, row: area.top, column: area.left }),
    range: areaAddress(area),
    unit,
    isOrdinary: true,
    notices: [],
  }));
  return [...known, ...ordinary];
}

function addTallies(reviews: readonly AccountsReview[]): Tally {
  const count = (name: keyof Tally): number => reviews.reduce((sum, { tally }) => sum + tally[name], 0);
  return {
    total: count('total'),
    exact: count('exact'),
    withinRounding: count('withinRounding'),
    broken: count('broken'),
    notJudged: count('notJudged'),
  };
}

function judged(reviews: readonly AccountsReview[], verdict: Verdict): readonly Judgement[] {
  return reviews.flatMap(({ judgements }) => judgements.filter((judgement) => judgement.verdict === verdict));
}

function remarks(reviews: readonly AccountsReview[], verdict: Verdict, locale: AnalysisRequest['locale']): readonly RemarkView[] {
  return judged(reviews, verdict).map((judgement) => ({
    place: placeOf(judgement.relation.stated.ref),
    text: explainJudgement(judgement)[locale],
  }));
}

/** Clears what we marked before, then marks anew: done twice it comes to the same. */
function marks(reviews: readonly AccountsReview[], workbook: Workbook, settings: Settings): readonly Edit[] {
  const isMarked = (severity: Severity): boolean =>
    severity === 'error' || (severity === 'warning' ? settings.markWarnings : settings.markHints);
  const rounding = new Map<string, Set<string>>();
  for (const { relation } of settings.markRounding ? judged(reviews, 'within-rounding') : []) {
    const { book, sheet, row, column } = relation.stated.ref;
    if (book === 'prior') continue;
    rounding.set(sheet, (rounding.get(sheet) ?? new Set()).add(`${row},${column}`));
  }
  const quiet = [...rounding].map(([sheet, cells]): Edit => ({
    kind: 'mark-cells',
    sheet,
    areas: rectangles([...cells]),
    level: 'within-rounding',
  }));
  const loud = settings.liveMarks
    ? planLiveMarks(reviews, workbook, { rounding: settings.rounding, isMarked })
    : planMarks(reviews.flatMap(({ findings }) => findings).filter(({ severity }) => isMarked(severity)));
  return [{ kind: 'clear-marks' }, ...quiet, ...loud];
}
