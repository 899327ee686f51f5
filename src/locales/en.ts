/** The command line in English. */
import type { Messages } from './messages.ts';

export const en: Messages = {
  usage: `Tieout (勾稽): checks final accounts and writes their narrative

Usage (in the project folder: npm run --silent cli -- …)
  check   BOOK [--prior BOOK] [--out ANNOTATED.xlsx] [--json]
  narrate BOOK [--prior BOOK] [--narrative ID] [--out OUT.xlsx] [--docx OUT.docx] [--text|--json]
  audit TEXT.txt|.docx|- --book BOOK [--prior BOOK] [--corrected FILE] [--json]
  relations BOOK [--generic] [--json]
  roll-over BOOK --out NEXT-SUPPLEMENT.xlsx [--book NEXT-BOOK]
  batch   FOLDER… --out SUMMARY.xlsx [--pages FOLDER] [--jobs N] [--json]

  BOOK is .xlsx, .xls or .csv; the input file is never written to.
  --generic           with relations: only what the tables show themselves
  --department NAME   which department, when the workbook holds several
  --narrative variance    variance notes about tables with two periods; used by itself where no final accounts are recognised
  --threshold-percent 10  variance notes tell only changes of 10% or more (10 unless said otherwise)
  --threshold-amount N    and of N or more, in the unit of the table (otherwise 1% of the total)
  --prior-department NAME  the department's name in last year's workbook (it was renamed)
  --exact             count rounding differences as broken
  --live              with --out: marks and the figures in the text as formulas that follow the cells
  --wording           with narrate --out: adds the sheet 说明措辞, in which the wording can be changed
  --lang zh-CN|en     language of the output
Exit codes: 0 nothing broken; 1 something broken; 2 the input or the arguments cannot be used.`,
  unknownCommand: (command) => `There is no command «${command}». Use check, narrate, audit, relations, batch or roll-over.`,
  badOption: (detail) => `Wrong arguments: ${detail}. See --help.`,
  missingBook: (command) => `${command} needs a workbook, for example: ${command} accounts.xlsx.`,
  tooManyArguments: (extra) => `Unexpected argument: ${extra}. Quote file names that contain spaces.`,
  fileNotFound: (path) => `There is no file ${path}; please check the path.`,
  fileUnreadable: (path, detail) => `${path} cannot be read: ${detail}`,
  isFolder: (path) => `${path} is a folder; name a workbook, or use the batch command.`,
  outIsInput: (path) => `The output must not be the input ${path}; choose another name, the original is never changed.`,
  outNotXlsx: (path) => `The output ${path} should end in .xlsx (or in .xlsm like its input).`,
  outNotDocx: (path) => `The Word document ${path} should end in .docx.`,
  cannotWrite: (path, detail) => `${path} cannot be written: ${detail}. It may be open in Excel; close it and run again.`,
  editsNeedXlsx: (path) => `${path} is not an .xlsx file, so a copy of it cannot be marked; save it as .xlsx first, or leave out --out.`,
  noTables: (path) =>
    `No final-accounts table or self-evaluation form was recognised in ${path}; make sure the tables keep their titles and headers.`,
  noRelations: (path) =>
    `${path} holds no known statement or self-evaluation form, and nothing in it adds up, divides or grows: there is nothing to check.`,
  noComparison: (path, sheets) => `${path} holds no table to write about${sheets.length === 0 ? '.' : `: ${sheets.join(' ')}`}`,
  varianceNotLive: 'Which lines the variance notes tell depends on the figures, so they are not written as formulas; --live had no effect.',
  silentSheet: (sheet, why) => `Sheet “${sheet}” has no variance notes: ${why}.`,
  severalDepartments: (names) => `The workbook holds several departments: ${names.join(', ')}. Choose one with --department.`,
  unknownDepartment: (name, names) => `The workbook has no department «${name}»; it has: ${names.join(', ')}.`,
  unknownNarrative: (id, ids) => `There is no wording «${id}»; use one of: ${ids.join(', ')}.`,
  priorUnmatched: (department) => `Last year's workbook has no tables of «${department}»; last year's figures are listed as missing.`,
  priorQuestions: {
    department: ({ department, priorDepartment }) =>
      `Last year's workbook is of «${priorDepartment}», this year's of «${department}»: it was not used. If it is the same department (renamed, say), run again with --prior-department ${priorDepartment}; otherwise choose the right workbook.`,
    year: ({ year, priorYear }) =>
      priorYear === year
        ? `Last year's workbook is of ${year ?? ''} as well: it was not used. Choose the workbook of ${(year ?? 0) - 1}.`
        : `Last year's workbook is of ${priorYear ?? ''}, this year's of ${year ?? ''}: it was not used. Choose the workbook of ${(year ?? 0) - 1}, or correct the year printed above its tables.`,
    missing: ({ department }) => `Last year's workbook has no tables of «${department}»; last year's figures are listed as missing.`,
  },
  otherNarrative: (path) =>
    `The sheet 决算公开说明 of ${path} is another department's and has been edited by hand; it is not written over. Keep a copy of the workbook, delete the sheet in the other, and run again.`,
  waitingFormulas: (count) =>
    `${count} formula cell(s) hold no stored result, and what reads them was not judged. Open and save the workbook once in Excel or WPS, then check again.`,
  priorItems: (table, items, left) =>
    `${table}: these items have no figure of last year: ${items}; nothing has taken these of last year: ${left}. Where a code has changed, choose last year's in 补充资料 under 上年数; 无 (none) if the item is new.`,
  comma: ', ',
  colon: ': ',
  rollOverNeedsOut: 'roll-over needs --out, for example: roll-over 2023.xlsx --out 2024-supplement.xlsx.',
  rollOverNoYear: (path) => `The tables in ${path} do not say which year they are of; print it above them (2023年度) first.`,
  rollOverOther: (path, department, year) =>
    `${path} does not hold the accounts ${department === '' ? '' : `of «${department}» `}for ${year}; nothing was written.`,
  rollOverTyped: (path) =>
    `${path} already has a 补充资料 in which people have typed; it was not overwritten. narrate --prior brings last year's answers along.`,
  rolledOver: (path, year) =>
    `Wrote ${path}: 补充资料 for ${year}. This year's figures are its last year's, this year's texts stand beside the empty fields; copy the sheet into the workbook of ${year}.`,
  internal: (detail) => `Something went wrong in the program: ${detail}. Nothing was written; please report this line.`,

  accountsHead: (department, year, tables) =>
    `${department}${year === undefined ? '' : ` ${year}`} · ${tables} table${tables === 1 ? '' : 's'}`,
  ordinaryHead: (sheet, title) => `Ordinary table «${sheet}»${title === '' || title === sheet ? '' : ` ${title}`}`,
  unnamedDepartment: '(no department named)',
  tally: (c) =>
    `${c.total} relations: ${c.exact} exact, ${c.withinRounding} within rounding, ${c.broken} broken, ${c.notJudged} not judged`,
  allHold: 'Nothing is broken.',
  severity: { error: 'error', warning: 'verify', info: 'note' },
  suspects: 'most likely wrong',
  repairTo: (value) => `should be ${value}`,
  slips: {
    'digits-swapped': 'digits swapped',
    'digit-wrong': 'one digit wrong',
    'digit-lost': 'a digit lost',
    'digit-added': 'a digit too many',
    sign: 'sign',
    'power-of-ten': 'decimal point moved',
    unit: '元 and 万元 mixed up',
    'missing-row': 'row missing',
    'counted-twice': 'counted twice',
    'stale-subtotal': 'stale subtotal',
    'shifted-block': 'block shifted',
    'left-blank': 'left blank',
  },
  dependants: (list) => `broken because of it: ${list}`,
  relationsHead: (count) => `${count} relations:`,
  verdicts: { exact: 'exact', 'within-rounding': 'rounding', broken: 'BROKEN', 'not-judged': 'not judged' },
  roundingHead: (count) => `${count} rounding difference${count === 1 ? '' : 's'} (nothing to correct):`,
  notJudgedHead: (count) => `${count} not judged:`,
  notices: 'Notes:',
  skippedSheet: (sheet, reason) => `sheet «${sheet}» took no part: ${reason}`,
  skipReasons: { empty: 'empty', 'no-known-table': 'no known table', 'own-sheet': 'written by Tieout', hidden: 'hidden' },
  wrote: (path) => `Wrote ${path}`,
  gapsHead: (count) => `${count} fact${count === 1 ? '' : 's'} still to be filled in:`,
  gapsHint: 'Fill them in on the sheet 补充资料 and run again.',
  wordingFault: (key, text) => `Sheet 说明措辞, ${key}: ${text}`,
  docxDoubts: (count) =>
    `${count} figure${count === 1 ? '' : 's'} in the document come from cells that do not hold (highlighted in cyan); put the tables right first.`,

  batchNothing: (folder) => `${folder} holds no .xlsx, .xls or .csv file.`,
  batchProgress: (done, total) => `${done}/${total} checked`,
  batchDone: (c) =>
    `${c.books} workbook${c.books === 1 ? '' : 's'}: ${c.broken} with something broken, ${c.failed} that could not be used${c.reused === 0 ? '' : `; ${c.reused} unchanged since the last run and not read again`}.`,
  batchPageSuffix: '-checked',
  batchPagesInside: (folder) =>
    `The folder for the annotated copies, ${folder}, must not be (or hold) the folder to be checked; choose another.`,
  batchTooLong: (seconds) => `It was not done within ${seconds} seconds and was skipped.`,
  batchCrashed: (detail) => `The program failed on it and went on without it: ${detail}`,
  batchTotal: (books) => `Total (${books} workbook${books === 1 ? '' : 's'})`,
  batchColumns: [
    'File',
    'Department',
    'Year',
    'Tables',
    'Relations',
    'Exact',
    'Within rounding',
    'Broken',
    'Not judged',
    'Annotated copy',
    'First finding',
  ],
  batchTitle: 'Batch check',
  auditMissingText: 'audit takes a narrative (.txt or .docx, - for standard input): tieout audit TEXT.docx --book BOOK.xlsx',
  auditNotText: (path) => `${path}: this is not a text. Use a .txt or .docx file.`,
  auditNoNumbers: (path) => `${path}: there is no number to audit.`,
  auditNoSheet: (path) => `${path}: no narrative was found in the workbook. Give its file: audit TEXT.docx --book ${path}`,
  auditSheet: (sheet) => `Auditing the narrative in the sheet «${sheet}»; line numbers are its rows.`,
  auditCorrected: (path, applied, left, commented) =>
    `Wrote ${path}: ${applied} corrected${left === 0 ? '' : `, ${left} reach over a paragraph and were left`}${commented === 0 ? '' : `, ${commented} commented`}.`,
  outNotTxt: (path) => `${path}: the corrected text needs the extension .txt (.docx where the text is a Word document).`,
  auditDeletions: (count) => `${count} tracked deletions have not been accepted; the text was audited without what they delete.`,
  auditLine: (line) => `line ${line}`,
  auditHead: (claims, broken) => `${claims} numbers audited, ${broken} faults.`,
  auditUnplaced: (count) => `${count} numbers match nothing in the tables or the text and were not audited:`,
  startBuilding: 'Building the workbench; the first time takes about half a minute …',
  startBuildFailed: 'The workbench could not be built, for the reason above; run npm ci and try again.',
  startReady: (address) => `The workbench is at ${address}\nStop it with Ctrl-C.`,
  startNoBrowser: 'No browser could be opened: copy the address above into one.',
};
