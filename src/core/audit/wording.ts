/** What was left in from a template or from last year (文字检查): both options, placeholders, empty reasons, doubled punctuation, a wrong year, sentences about empty tables. */
import type { LocalText } from '../locale.ts';
import type { AuditSubject } from './audit.ts';
import type { AuditFinding } from './claim.ts';
import { type Block, lineOf } from './flow.ts';
import { sectionOf } from './read-claims.ts';

interface Rule {
  readonly pattern: RegExp;
  readonly message: (found: string) => LocalText;
}

const say = (chinese: string, en: string): LocalText => ({ 'zh-CN': chinese, en });

const RULES: readonly Rule[] = [
  {
    pattern:
      /减增加|增减少|增加减少|减少增加|增加[/／]减少|减少[/／]增加|增长[/／]下降|下降[/／]增长|增长下降|下降增长|大小于|大于[/／]小于|高低于|高于[/／]低于/g,
    message: (found) => say(`模板选项未删净：“${found}”`, `Both options of a template were left in: “${found}”`),
  },
  {
    pattern: /【[^】]*】|[×X]{2,}|_{2,}|＿{2,}/g,
    message: (found) => say(`占位未填写：“${found}”`, `A placeholder was left in: “${found}”`),
  },
  {
    pattern: /[，,、；;：:]{2,}|。{2}(?!。)|[，；：、]。|。[，；、]|%{2,}/g,
    message: (found) => say(`标点重复：“${found}”`, `Doubled punctuation: “${found}”`),
  },
];
const REASON = /(增加|减少)(?:了)?([\d,.]+)(?:万元|元)[^。；]*?(?:主要)?原因是?[：:]?(?:无)?(?=[。；;]|$)/g;

export function judgeWording(text: string, blocks: readonly Block[], subject: AuditSubject): readonly AuditFinding[] {
  const findings: AuditFinding[] = [];
  const report = (block: Block, index: number, found: string, expected: string, message: LocalText): void => {
    const offset = block.at[index] ?? 0;
    findings.push({ line: lineOf(text, offset), offset, text: found, stated: found, expected, verdict: 'broken', sources: [], message });
  };
  let section = '';
  for (const block of blocks) {
    section = sectionOf(block.text) ?? section;
    if (section === 'forms') continue;
    for (const { pattern, message } of RULES) {
      for (const match of block.text.matchAll(pattern)) report(block, match.index, match[0], '', message(match[0]));
    }
    for (const match of block.text.matchAll(REASON)) {
      const [found, , digits = ''] = match;
      if (!/[1-9]/.test(digits)) continue;
      report(block, match.index, found, '', say(`有增减而未写原因：“${found}”`, `A change without a reason: “${found}”`));
    }
    judgeYear(block, subject, report);
    judgeEmptySentence(block, section, subject, report);
  }
  return findings;
}

type Report = (block: Block, index: number, found: string, expected: string, message: LocalText) => void;

// Only where the text speaks of the accounts' own year: reasons and plans may name any year.
function judgeYear(block: Block, { year }: AuditSubject, report: Report): void {
  if (year === undefined) return;
  for (const match of block.text.matchAll(/(?:^|[。；])(\d{4})年度|(\d{4})年度(?:部门|单位)决算|截至(\d{4})年12月31日/g)) {
    const stated = match[1] ?? match[2] ?? match[3] ?? '';
    if (stated === String(year)) continue;
    const message = say(`年度不符：文中${stated}年，报表为${year}年度`, `Wrong year: ${stated} in the text, ${year} in the tables`);
    report(block, match.index + match[0].indexOf(stated), stated, String(year), message);
  }
}

function judgeEmptySentence(block: Block, section: string, { hasAmounts }: AuditSubject, report: Report): void {
  const fund = section === 'government-fund' ? '政府性基金' : section === 'state-capital' ? '国有资本经营' : undefined;
  if (fund === undefined || hasAmounts[fund] !== true) return;
  const match = /(?:本年度?)?(?:无|没有)[^。；]*预算财政拨款[^。；]*|为空表/.exec(block.text);
  if (match === null) return;
  const message = say(
    `《${fund}预算财政拨款收入支出决算表》有数据，文中却写没有`,
    `The table of ${fund} has amounts, but the text says there are none`,
  );
  report(block, match.index, match[0], '', message);
}
