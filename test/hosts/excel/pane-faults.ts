/** Everything the pane can be asked for, with Excel failing at each of its round trips in turn: what must hold afterwards, whatever happened. */
import { expect } from 'vitest';
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { check, checkAndNarrate, clearAll, clearMarks, narrate } from '../../../src/commands/commands.ts';
import { excelHost } from '../../../src/hosts/excel/excel-host.ts';
import { fingerprintOf, UNFINISHED } from '../../../src/hosts/excel/fingerprint.ts';
import type { Analyser } from '../../../src/taskpane/analysis/analyser.ts';
import { analyse } from '../../../src/taskpane/analysis/analyse.ts';
import { createSession, type Session } from '../../../src/taskpane/session.ts';
import { wordsFor } from '../../../src/taskpane/words/words.ts';
import type { ExcelHost, Fault } from '../../support/excel-host/excel-host.ts';
import { picture } from '../../support/excel-host/model/book.ts';
import type { HostSheet } from '../../support/excel-host/model/sheet.ts';
import { openInExcel } from '../../support/excel-host/open-in-excel.ts';
import type { ProfileName } from '../../support/excel-host/profiles.ts';
import { randomDepartment, seededRandom, toWorkbook, writeTables } from '../../support/final-accounts/index.ts';

const patience = { cellEditEvery: 1, cellEditAtMost: 3, busy: [1, 1] };
/** Refused for good; refused for now. */
const CODES: readonly string[] = ['AccessDenied', 'RequestAborted'];

export const ACTIONS = {
  检查并生成: (session: Session) => session.run(checkAndNarrate),
  检查: (session: Session) => session.run(check),
  生成说明: (session: Session) => session.run(narrate),
  清除标记: (session: Session) => session.run(clearMarks),
  清除标记和生成的工作表: (session: Session) => session.run(clearAll),
  改为应为值: (session: Session) => session.writeValue(offered(session)),
  注明原因: (session: Session) => session.accept(session.store.getState().analysis!.findings[0]!, '财政已批复'),
  填写待填: (session: Session) => {
    const ask = session.store.getState().analysis!.narrative!.gaps.find(({ kind }) => kind === 'ask')!;
    return session.fill([{ ...ask, text: '工作需要' }]);
  },
} as const;
export type ActionName = keyof typeof ACTIONS;

function offered(
  session: Session,
): NonNullable<ReturnType<Session['store']['getState']>['analysis']>['findings'][number]['suspects'][number] {
  const suspects = session.store.getState().analysis!.findings.flatMap((finding) => finding.suspects);
  return suspects.find(({ value }) => value !== undefined)!;
}

/** Two tables of a small department; one subtotal is wrong, and there is something to ask about. */
function smallAccounts(): Workbook {
  const accounts = randomDepartment(seededRandom(3), { items: 4, own: false, fund: false, stateCapital: false });
  const tables = writeTables(accounts, { order: ['final-account-summary', 'general-budget-expenditure'] });
  const workbook = toWorkbook(tables);
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, grid: sheet.grid.map((row) => row?.map((cell) => cell && { ...cell })) }));
  const cells = sheets[1]!.grid.flatMap((row, at) =>
    (row ?? []).flatMap((cell) => (typeof cell?.value === 'number' && at > 6 ? [cell] : [])),
  );
  const [wrong] = cells as { value: number }[];
  wrong!.value += 9;
  return { ...workbook, sheets };
}

const known = new Map<string, ReturnType<typeof analyse>>();
/** The same cells come to the same: worked out once for hundreds of runs. */
const inPage: Analyser = {
  analyse(request) {
    const key = JSON.stringify([request.workbook, request.typed, request.settings]);
    const found = known.get(key) ?? analyse(request);
    known.set(key, found);
    return Promise.resolve(found);
  },
  word: () => Promise.reject(new Error('not asked for')),
  audit: () => Promise.reject(new Error('not asked for')),
  preview: () => Promise.reject(new Error('not asked for')),
  rollOver: () => Promise.reject(new Error('not asked for')),
  open: () => Promise.reject(new Error('not asked for')),
  stop: () => undefined,
};

interface Prepared {
  readonly host: ExcelHost;
  readonly session: Session;
  /** The user's sheets and the cells they hold, before anything of ours. */
  readonly before: readonly unknown[];
}

/** A pane that has checked and written once, so that there is something to rewrite, to clear and to repair. */
async function prepared(profile: ProfileName): Promise<Prepared> {
  const host = openInExcel(smallAccounts(), profile);
  host.book.sheets[0]!.rules = [
    { id: 'u', type: 'Custom', areas: [{ top: 0, left: 0, bottom: 9, right: 2 }], formula: '=$C1<0', fill: '#00FF00', stopIfTrue: false },
  ];
  const before = structuredClone(picture(host.book)) as unknown[];
  const session = createSession(excelHost({ patience }), inPage, () => 'zh-CN');
  await session.run(checkAndNarrate);
  host.syncs.length = 0;
  return { host, session, before };
}

/** Every round trip of the action fails in turn, refused or with its answer lost; answers how many failures were told to the user. */
export async function failEverywhere(action: ActionName, profile: ProfileName, codes: readonly string[] = CODES): Promise<number> {
  const clean = await prepared(profile);
  await ACTIONS[action](clean.session);
  expect(clean.session.store.getState().trouble).toBeUndefined();
  const rounds = clean.host.syncs.length;
  expect(rounds).toBeGreaterThan(1);
  let told = 0;
  for (let at = 0; at < rounds; at++) {
    for (const code of codes) {
      for (const when of ['before', 'after', { action: 12 }] as const) {
        if (await failOnce(action, profile, at, { code, when })) told++;
      }
    }
  }
  return told;
}

async function failOnce(action: ActionName, profile: ProfileName, at: number, fault: Fault): Promise<boolean> {
  const where = `${action}, ${profile}, round ${at}, ${JSON.stringify(fault)}`;
  const { host, session, before } = await prepared(profile);
  const rightValue = action === '改为应为值' ? offered(session) : undefined;
  host.fault = (index) => (index === at ? fault : undefined);
  await ACTIONS[action](session);
  host.fault = undefined;

  const { trouble, phase } = session.store.getState();
  expect(phase, where).toEqual({ kind: 'ready' });
  if (trouble !== undefined) {
    const words = wordsFor('zh-CN');
    expect(trouble.kind, where).not.toBe('unexpected');
    if (trouble.kind !== 'file' && trouble.kind !== 'unexpected') expect(words.trouble[trouble.kind], where).toMatch(/请/);
  }
  for (const sheet of host.book.sheets.slice(before.length)) expect(isWhole(sheet), `${where}: ${sheet.name}`).toBe(true);
  for (const { rules } of host.book.sheets)
    expect(
      rules.filter(({ formula }) => formula === ''),
      where,
    ).toEqual([]);

  // Clearing finds every mark, and the user's sheets are what they were but for the value he asked for.
  await session.run(clearMarks);
  expect(session.store.getState().trouble, where).toBeUndefined();
  if (rightValue !== undefined) {
    const { sheet, row, column } = rightValue.place;
    const cells = host.book.sheets.find(({ name }) => name === sheet)!.cells;
    const held = Number(cells.get(row, column)?.value);
    expect([rightValue.value, held - 9, held], where).toContain(held);
    cells.set(row, column, { value: Number(rightValue.held.replaceAll(',', '')) });
  }
  expect((picture(host.book) as unknown[]).slice(0, before.length), where).toEqual(before);
  expect(host.keptReferences, where).toBe(0);

  // And the same again simply works.
  await session.run(checkAndNarrate);
  expect(session.store.getState().trouble, where).toBeUndefined();
  const { findings = [], accepted = [] } = session.store.getState().analysis ?? {};
  expect(findings.length + accepted.length, where).toBeGreaterThan(0);
  return trouble !== undefined;
}

/** Either empty and known as unfinished, or just what we wrote. */
function isWhole({ names, cells }: HostSheet): boolean {
  const comment = names.find(({ name }) => name.startsWith('_TIEOUT_'))?.comment;
  if (comment === undefined || comment === UNFINISHED) return cells.extent() === undefined;
  const held = cells
    .sorted()
    .map(([row, column, { value, formula }]) => ({ row, column, held: formula ?? (value as string | number | boolean) }));
  return fingerprintOf(held) === comment;
}
