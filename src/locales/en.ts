/** The command line in English. */
import type { Messages } from './messages.ts';

export const en: Messages = {
  usage: `Tieout (勾稽): checks final accounts and writes their narrative

Usage (in the project folder: npm run --silent cli -- …)
  check   BOOK [--prior BOOK] [--out ANNOTATED.xlsx] [--json]
  narrate BOOK [--prior BOOK] [--narrative ID] [--out OUT.xlsx] [--text|--json]
  batch   FOLDER… --out SUMMARY.xlsx [--jobs N] [--json]

  BOOK is .xlsx, .xls or .csv; the input file is never written to.
  --department NAME   which department, when the workbook holds several
  --exact             count rounding differences as broken
  --live              with narrate --out: figures in the text as Excel formulas that follow the cells
  --lang zh-CN|en     language of the output
Exit codes: 0 nothing broken; 1 something broken; 2 the input or the arguments cannot be used.`,
  unknownCommand: (command) => `There is no command «${command}». Use check, narrate or batch.`,
  badOption: (detail) => `Wrong arguments: ${detail}. See --help.`,
  missingBook: (command) => `${command} needs a workbook, for example: ${command} accounts.xlsx.`,
  tooManyArguments: (extra) => `Unexpected argument: ${extra}. Quote file names that contain spaces.`,
  fileNotFound: (path) => `There is no file ${path}; please check the path.`,
  fileUnreadable: (path, detail) => `${path} cannot be read: ${detail}`,
  isFolder: (path) => `${path} is a folder; name a workbook, or use the batch command.`,
  outIsInput: (path) => `The output must not be the input ${path}; choose another name, the original is never changed.`,
  outNotXlsx: (path) => `The output ${path} should end in .xlsx (or in .xlsm like its input).`,
  cannotWrite: (path, detail) => `${path} cannot be written: ${detail}. It may be open in Excel; close it and run again.`,
  editsNeedXlsx: (path) => `${path} is not an .xlsx file, so a copy of it cannot be marked; save it as .xlsx first, or leave out --out.`,
  noTables: (path) =>
    `No final-accounts table or self-evaluation form was recognised in ${path}; make sure the tables keep their titles and headers.`,
  severalDepartments: (names) => `The workbook holds several departments: ${names.join(', ')}. Choose one with --department.`,
  unknownDepartment: (name, names) => `The workbook has no department «${name}»; it has: ${names.join(', ')}.`,
  unknownNarrative: (id, ids) => `There is no wording «${id}»; use one of: ${ids.join(', ')}.`,
  priorUnmatched: (department) => `Last year's workbook has no tables of «${department}»; last year's figures are listed as missing.`,
  internal: (detail) => `Something went wrong in the program: ${detail}. Nothing was written; please report this line.`,

  accountsHead: (department, year, tables) =>
    `${department}${year === undefined ? '' : ` ${year}`} · ${tables} table${tables === 1 ? '' : 's'}`,
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
  roundingHead: (count) => `${count} rounding difference${count === 1 ? '' : 's'} (nothing to correct):`,
  notJudgedHead: (count) => `${count} not judged:`,
  notices: 'Notes:',
  skippedSheet: (sheet, reason) => `sheet «${sheet}» took no part: ${reason}`,
  skipReasons: { empty: 'empty', 'no-known-table': 'no known table', 'own-sheet': 'written by Tieout', hidden: 'hidden' },
  wrote: (path) => `Wrote ${path}`,
  gapsHead: (count) => `${count} fact${count === 1 ? '' : 's'} still to be filled in:`,
  gapsHint: 'Fill them in on the sheet 补充资料 and run again.',

  batchNothing: (folder) => `${folder} holds no .xlsx, .xls or .csv file.`,
  batchProgress: (done, total) => `${done}/${total} checked`,
  batchDone: (c) => `${c.books} workbooks: ${c.broken} with something broken, ${c.failed} not readable.`,
  batchColumns: ['File', 'Department', 'Year', 'Tables', 'Relations', 'Exact', 'Within rounding', 'Broken', 'Not judged', 'First finding'],
  batchTitle: 'Batch check',
  startDone: (narrated, checked, faulty) =>
    `The sample is done:\n  narrative and marks: ${narrated}\n  check report:        ${checked}\n  the faulty copy:     ${faulty}\nOpen them in Excel, WPS or LibreOffice.`,
};
