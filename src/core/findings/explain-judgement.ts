/** What is not a finding but deserves a line (尾差、未判): a difference that rounding explains, and a relation that could not be judged, with the reason. */
import type { LocalText } from '../locale.ts';
import type { Judgement } from '../relations/judge.ts';
import { cellAddress } from '../workbook/address.ts';
import { arithmetic } from './explain.ts';

export function explainJudgement(judgement: Judgement): LocalText {
  const { reason, relation } = judgement;
  if (reason === undefined) return { 'zh-CN': arithmetic(judgement, 'zh-CN'), en: arithmetic(judgement, 'en') };
  const { stated, why } = relation;
  const place = `${cellAddress(stated.ref)}`;
  if (reason.kind === 'zero-base') {
    return {
      'zh-CN': `「${stated.ref.sheet}」${place}「${stated.row}」${stated.column}：“${why['zh-CN']}”的分母为 0，无从判断。`,
      en: `«${stated.ref.sheet}» ${place} «${stated.row}» ${stated.column}: “${why.en}” divides by zero and cannot be judged.`,
    };
  }
  const { figure } = reason;
  const held = figure.reading.kind === 'unreadable' ? figure.reading.text : '';
  return {
    'zh-CN': `「${stated.ref.sheet}」${place}「${stated.row}」${stated.column}：“${why['zh-CN']}”没有判断，因为「${figure.ref.sheet}」${cellAddress(figure.ref)} 不是金额（${held}）；请改为数字后重新核对。`,
    en: `«${stated.ref.sheet}» ${place} «${stated.row}» ${stated.column}: “${why.en}” was not judged, because «${figure.ref.sheet}» ${cellAddress(figure.ref)} holds no amount (${held}); type a number and check again.`,
  };
}
