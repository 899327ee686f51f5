/** Whatever is typed wrongly on the command line is answered in one line with exit code 2, and nothing is written. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';

const SAMPLE = 'assets/samples/changji-2023.xlsx';
const folder = temporaryFolder();

describe('the command line', () => {
  it.each([
    [['chekc', SAMPLE], '没有「chekc」这个命令'],
    [['check'], 'check 需要一个工作簿'],
    [['check', SAMPLE, 'second.xlsx'], '多出的参数：second.xlsx'],
    [['check', 'no-such.xlsx'], '找不到文件 no-such.xlsx'],
    [['check', SAMPLE, '--frobnicate'], '参数有误'],
    [['narrate', SAMPLE, '--narrative', 'mars'], '没有「mars」这种写法'],
    [['check', SAMPLE, '--department', '不存在'], '没有部门「不存在」'],
    [['check', SAMPLE, '--out', SAMPLE], '输出文件不能就是输入文件'],
    [['check', SAMPLE, '--out', 'report.pdf'], '应以 .xlsx'],
    [['check', '.'], '是文件夹'],
    [['batch', 'src'], '--out'],
  ])('answers %j in one line', (args, line) => {
    const run = runCli(...args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(line);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('speaks English when asked', () => {
    expect(runCli('check', 'no-such.xlsx', '--lang', 'en').stderr).toContain('There is no file no-such.xlsx');
  });

  it('is quiet when whoever reads its output has seen enough', () => {
    // A few hundred kilobytes: more than a pipe holds.
    const line = `"${process.execPath}" src/cli/run.mjs narrate ${SAMPLE} --json | head -c 10`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
    expect(stdout).toHaveLength(10);
    expect(stderr).toBe('');
  });

  it('prints its usage', () => {
    const run = runCli('--help');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('narrate');
  });

  it.each([
    ['empty.xlsx', ''],
    ['words.xlsx', 'PK this is no workbook'],
    ['page.xls', '<html><body>登录</body></html>'],
  ])('refuses %s with a remedy and writes nothing', (name, content) => {
    const book = join(folder, name);
    const out = join(folder, `out-${name}.xlsx`);
    writeFileSync(book, content);
    const run = runCli('check', book, '--out', out, '--json');
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
  });

  it('says when a workbook holds no known table', () => {
    const book = join(folder, 'notes.csv');
    writeFileSync(book, '姓名,电话\n张三,123\n');
    const run = runCli('check', book);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('没有认出');
  });

  it('never touches the input', () => {
    const before = readFileSync(SAMPLE);
    runCli('narrate', SAMPLE, '--out', join(folder, 'narrated.xlsx'));
    expect(readFileSync(SAMPLE).equals(before)).toBe(true);
  });
});
