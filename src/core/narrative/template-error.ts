/** What is wrong with a template (模板错误) and where: file, line and column, in words its author understands. */
import type { LocalText } from '../locale.ts';

export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly explanation: LocalText,
  ) {
    super(`${file}:${line}:${column}: ${explanation.en}`);
  }
}

/** Thrown by a filter that was given something it cannot print; the engine adds the position. */
export class FilterMisuse extends Error {
  override readonly name = 'FilterMisuse';

  constructor(readonly explanation: LocalText) {
    super(explanation.en);
  }
}

/** The words of LiquidJS, turned into ours. */
export function explainLiquid(message: string): LocalText {
  const plain = message.replace(/, (?:file|line):.*$/s, '');
  for (const [pattern, zh, en] of KNOWN) {
    const match = pattern.exec(plain);
    if (match !== null) return { 'zh-CN': zh.replace('$1', match[1] ?? ''), en: en.replace('$1', match[1] ?? '') };
  }
  return { 'zh-CN': `模板写法有误（${plain}）`, en: plain };
}

const KNOWN: readonly (readonly [RegExp, string, string])[] = [
  [/undefined filter: (.+)/, '没有名为“$1”的过滤器', 'there is no filter named “$1”'],
  [/undefined variable: (.+)/, '没有名为“$1”的数据', 'there is no value named “$1”'],
  [/tag "?(.+?)"? not found/, '不能使用“{% $1 %}”', 'the tag “{% $1 %}” is not available'],
  [/tag "?(.+?)"? not closed/, '“$1”没有结束标记', 'the tag “$1” is not closed'],
  [/output "?(.+?)\s*"? not closed/, '“$1”没有写完，缺少 }}', 'the output “$1” is not closed'],
  [/unexpected (.+)/, '此处不应出现 $1', 'unexpected $1'],
  [
    /(?:memory alloc|template render|parse length) limit exceeded/,
    '模板过大或循环过多，已停止',
    'the template is too large or loops too often; stopped',
  ],
];
