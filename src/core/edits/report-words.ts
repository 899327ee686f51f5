/** The words of the report sheet 勾稽检查, in both languages. */
import type { Slip } from '../findings/finding.ts';
import type { LocalText } from '../locale.ts';
import type { Severity } from '../relations/relation.ts';

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

export const SEVERITIES: Readonly<Record<Severity, LocalText>> = {
  error: text('错误', 'Error'),
  warning: text('核实', 'Check'),
  info: text('提示', 'Hint'),
};

export const SLIPS: Readonly<Record<Slip, LocalText>> = {
  'digits-swapped': text('数字颠倒', 'digits swapped'),
  'digit-wrong': text('一位数字有误', 'one digit wrong'),
  'digit-lost': text('漏了一位', 'a digit lost'),
  'digit-added': text('多了一位', 'a digit added'),
  sign: text('正负号', 'sign'),
  'power-of-ten': text('小数点错位', 'decimal point moved'),
  unit: text('元与万元混用', 'unit mixed up'),
  'missing-row': text('漏行', 'row missing'),
  'counted-twice': text('重复计算', 'counted twice'),
  'stale-subtotal': text('合计未更新', 'subtotal not updated'),
  'shifted-block': text('整段错行', 'block shifted'),
  'left-blank': text('漏填', 'left blank'),
};

export const REPORT = {
  sheet: text('勾稽检查', '勾稽检查'),
  title: text('勾稽检查报告', 'Tie-out report'),
  tally: text(
    '共核对 {total} 项关系：相符 {exact}，尾差 {withinRounding}，不符 {broken}，未判 {notJudged}',
    '{total} relations: {exact} exact, {withinRounding} rounding, {broken} broken, {notJudged} not judged',
  ),
  guide: text(
    '点击“位置”可到该单元格。应为值只是建议，请对照原始凭证。',
    'Click a place to go to its cell. A proposed value is a suggestion: compare it with the records.',
  ),
  findings: text('问题', 'Findings'),
  noFindings: text('没有发现问题。', 'Nothing found.'),
  rounding: text('尾差（四舍五入所致，无须改动）', 'Rounding differences (nothing to change)'),
  notJudged: text('未判', 'Not judged'),
  findingColumns: [
    text('级别', 'Level'),
    text('位置', 'Place'),
    text('问题', 'What is wrong'),
    text('规则', 'Rule'),
    text('算式', 'Arithmetic'),
    text('最可能有误', 'Most likely wrong'),
    text('应为', 'Should be'),
    text('差错类型', 'Slip'),
    text('受其牵连', 'Depends on it'),
  ],
  roundingColumns: [
    text('级别', 'Level'),
    text('位置', 'Place'),
    text('项目', 'Figure'),
    text('规则', 'Rule'),
    text('算式', 'Arithmetic'),
    text('差额', 'Difference'),
    text('容差', 'Tolerance'),
  ],
  notJudgedColumns: [text('级别', 'Level'), text('位置', 'Place'), text('项目', 'Figure'), text('规则', 'Rule'), text('原因', 'Why')],
  accepted: text(
    '已说明的问题（由谁、何时核实，以说明中写明的为准）',
    'Explained findings (by whom and when is known only where the explanation says so)',
  ),
  acceptedColumns: [
    text('级别', 'Level'),
    text('位置', 'Place'),
    text('问题', 'What is wrong'),
    text('规则', 'Rule'),
    text('说明', 'Explanation'),
    text('由谁处理', 'Who can act'),
    text('说明所在', 'Explained in'),
  ],
  withinRounding: text('尾差', 'Rounding'),
  unread: text('{cell} 的“{text}”不是数', '“{text}” in {cell} is not a number'),
  zeroBase: text('基数为 0，无法计算比率', 'the base is 0: no rate'),
  andMore: text('等 {count} 处', '{count} in all'),
} as const;

/** Fills {names}. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
