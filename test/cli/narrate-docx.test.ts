/** `narrate --docx`: the document beside the printed text, written whole, and refused where it cannot be what was meant. */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';

const BOOK = 'assets/samples/changji-2023.xlsx';

describe('narrate --docx', () => {
  const folder = temporaryFolder();

  it('writes the document in the wording that was chosen, and leaves nothing else behind', () => {
    const out = join(folder, '说明.docx');
    const run = runCli('narrate', BOOK, '--prior', 'assets/samples/changji-2022.xlsx', '--narrative', 'national', '--docx', out);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain(out);
    const document = strFromU8(unzipSync(readFileSync(out))['word/document.xml'] ?? new Uint8Array());
    expect(document).toContain('1978.38万元');
    expect(run.stdout).toContain('1978.38万元');
    expect(readdirSync(folder)).toEqual(['说明.docx']);
  });

  it('refuses another ending, and a name that is the workbook itself', () => {
    const wrong = runCli('narrate', BOOK, '--docx', join(folder, '说明.doc'));
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('.docx')]);
    expect(existsSync(join(folder, '说明.doc'))).toBe(false);
    const same = join(folder, 'book.docx');
    copyFileSync(BOOK, same);
    expect(runCli('narrate', same, '--docx', same).code).toBe(2);
    expect(readFileSync(same)).toEqual(readFileSync(BOOK));
  });
});
