/** A finding of an ordinary table in words (说明): the arithmetic, the reasons to believe it, the likely culprit and what would put it right. */
import { printValue } from '../expressions/write-out.ts';
import type { LocalText } from '../locale.ts';
import type { Judgement } from '../relations/judge.ts';
import { cellAddress, refKey } from '../workbook/address.ts';
import { arithmetic, slipWords } from './explain.ts';
import type { Suspect } from './finding.ts';

export function messageOf(judgement: Judgement, { figure, repair, slip }: Suspect): LocalText {
  const own = refKey(figure.ref) === refKey(judgement.relation.stated.ref);
  const name = [figure.row, figure.column].filter((part) => part !== '').join(' ');
  const place = { 'zh-CN': `${cellAddress(figure.ref)}（${name}）`, en: `${cellAddress(figure.ref)} (${name})` };
  const value = repair === null ? '' : printValue(repair, figure.unit, figure.decimals);
  const held = figure.reading.kind === 'number' ? printValue(figure.reading.value, figure.unit, figure.decimals) : '';
  const now = { 'zh-CN': held === '' ? '现为空' : `现为 ${held}`, en: held === '' ? 'holds nothing' : `holds ${held}` };
  const zh =
    repair === null
      ? `请核对 ${place['zh-CN']}和算式中的各数。`
      : `${own ? '该数' : `${place['zh-CN']}${now['zh-CN']}，`}应改为 ${value}${slipWords(slip, 'zh-CN')}。`;
  const en =
    repair === null
      ? `Check ${place.en} and the figures of the sum.`
      : `${own ? '' : `${place.en} ${now.en}; `}${value} would put it right${slipWords(slip, 'en')}.`;
  return { 'zh-CN': arithmetic(judgement, 'zh-CN') + zh, en: `${arithmetic(judgement, 'en')} ${en}` };
}
