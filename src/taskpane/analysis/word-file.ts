/** The disclosure as a Word document (导出 Word), made where the analysis is made: the same text, the same findings, the same wording. */
import { workOut } from './analyse.ts';
import type { AnalysisRequest, WordFile } from './analysis.ts';

/** Undefined when the workbook holds nothing to write about. The library comes as a piece of its own, and only now. */
export async function wordFile(request: Omit<AnalysisRequest, 'locale'>): Promise<WordFile | undefined> {
  const { accounts, standing, findings } = workOut(request);
  if (accounts === undefined || standing === undefined) return undefined;
  const { narrative } = standing;
  const { writeWord } = await import('../../export/word.ts');
  return { name: `${narrative.title}.docx`, bytes: await writeWord({ narrative, accounts, workbook: request.workbook, findings }) };
}
