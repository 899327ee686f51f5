/** The worker (后台线程): puts the pieces of a workbook together and makes the analysis, out of the way of the pane. */
import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook.ts';
import { analyse } from './analyse.ts';
import { previewWording } from './preview-wording.ts';
import type { Answer, Book, Outcome, Question } from './worker-messages.ts';

interface Pieces {
  workbook: Omit<Workbook, 'sheets'>;
  readonly sheets: { readonly sheet: Omit<Sheet, 'grid'>; readonly grid: (readonly (Cell | undefined)[] | undefined)[] }[];
}

const pieces = new Map<Book, Pieces>();

self.onmessage = async ({ data }: MessageEvent<Question>): Promise<void> => {
  if (data.kind === 'workbook') pieces.set(data.book, { workbook: data.workbook, sheets: [] });
  else if (data.kind === 'sheet') pieces.get(data.book)?.sheets.push({ sheet: data.sheet, grid: [] });
  else if (data.kind === 'rows') for (const row of data.rows) pieces.get(data.book)?.sheets.at(-1)?.grid.push(row);
  else tell(await answer(data), data.kind === 'analyse');
};

/** An analysis goes over in parts, sheets to be written apart from the rest. */
function tell(whole: Outcome, isAnalysis: boolean): void {
  const post = (answer: Answer): void => self.postMessage(answer);
  if (!isAnalysis || !('value' in whole)) return post(whole);
  const { id } = whole;
  for (const [name, value] of Object.entries(whole.value as object)) {
    if (name !== 'edits') post({ id, part: [name], content: value });
    else for (const [inner, edits] of Object.entries(value as object)) post({ id, part: [name, inner], content: edits });
  }
  post({ id, value: undefined });
}

async function answer(question: Extract<Question, { readonly id: number }>): Promise<Outcome> {
  const { id } = question;
  try {
    return { id, value: await valueOf(question) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const text = typeof error === 'object' && error !== null && 'text' in error ? { text: error.text } : {};
    return { id, error: { name, message, ...text } };
  }
}

async function valueOf(
  question: Extract<Question, { readonly id: number }>,
): Promise<Extract<Outcome, { readonly value: unknown }>['value']> {
  if (question.kind === 'open') return open(question);
  const workbook = together('current');
  if (workbook === undefined) throw new Error('no workbook was sent');
  if (question.kind === 'audit') {
    const prior = question.withPrior ? together('prior') : undefined;
    return (await import('./audit-view.ts')).auditView({ ...question.request, workbook, prior });
  }
  if (question.kind === 'roll-over') {
    const prior = question.withPrior ? together('prior') : undefined;
    return (await import('./roll-over.ts')).rollOver({ ...question.request, workbook, prior });
  }
  const request = { ...question.request, workbook, prior: question.withPrior ? together('prior') : undefined };
  if (question.kind === 'preview') return previewWording(request, question.key ?? '');
  return question.kind === 'analyse' ? analyse(request) : (await import('./word-file.ts')).wordFile(request);
}

/** Only here are the readers of files needed: they come as a piece of their own. */
async function open({ bytes, name }: Extract<Question, { readonly kind: 'open' }>): Promise<Workbook> {
  const { openWorkbook } = await import('../../hosts/file/open-workbook.ts');
  return openWorkbook(bytes, name);
}

function together(book: Book): Workbook | undefined {
  const found = pieces.get(book);
  return found === undefined ? undefined : { ...found.workbook, sheets: found.sheets.map(({ sheet, grid }) => ({ ...sheet, grid })) };
}
