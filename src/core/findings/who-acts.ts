/** Who can act on a finding (由谁处理): read off the kind of rule it breaks. Nobody is named; it says whose desk the paper goes to. */
import type { LocalText } from '../locale.ts';

/** By the letter that begins a rule's number. */
const BY_RULE: Readonly<Record<string, LocalText>> = {
  Y: {
    'zh-CN': '填报单位财务：核对上年公开稿；上年有误或有调整的，附说明',
    en: 'The department’s accountant: compare last year’s published accounts; explain errors and adjustments of last year',
  },
  P: {
    'zh-CN': '填报单位项目（绩效）负责人会同财务',
    en: 'The department’s project (performance) owner, with the accountant',
  },
};
const OWN_TABLES: LocalText = { 'zh-CN': '填报单位财务', en: 'The department’s accountant' };
const OTHER_TABLES: LocalText = { 'zh-CN': '制表人', en: 'Whoever made the table' };

/** `rules`: of the check (R08, X11, Y01 …); none for a table or a formula that no statute knows. */
export function whoActs(rules: readonly string[] = []): LocalText {
  const [first] = rules;
  return first === undefined ? OTHER_TABLES : (BY_RULE[first.charAt(0)] ?? OWN_TABLES);
}
