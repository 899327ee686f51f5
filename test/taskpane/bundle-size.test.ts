/** The weight of the pages (体积): what the pane must load before it can be used, compressed as a server sends it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../support/build-pages.ts';

let folder = '';
beforeAll(async () => {
  folder = await buildPages();
}, 260_000);

const weight = (file: string): number => gzipSync(readFileSync(join(folder, file))).length / 1024;

describe('the built pages', () => {
  it('bring the pane in at most 260 kB, and the ribbon’s commands in 40', () => {
    const first = [...readFileSync(join(folder, 'taskpane.html'), 'utf8').matchAll(/<script[^>]* src="([^"]+)"/g)].map(
      ([, src]) => src ?? '',
    );
    expect(first).toEqual(['taskpane.js']);
    expect(weight('taskpane.js')).toBeLessThanOrEqual(260);
    expect(weight('commands.js')).toBeLessThanOrEqual(40);
  });

  it('leave the reader of .xls, the writer of Word and the checks out of the first load', () => {
    // Chinese stands in the bundle as escapes.
    const pane = readFileSync(join(folder, 'taskpane.js'), 'utf8').replace(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    expect(pane.includes('检查并生成')).toBe(true);
    for (const part of ['财政拨款收入支出决算总表', 'SheetNames', 'w:document']) expect(pane.includes(part), part).toBe(false);
  });

  it('allow no connection and no script from elsewhere', () => {
    for (const page of ['taskpane.html', 'commands.html', 'help.html']) {
      const html = readFileSync(join(folder, page), 'utf8');
      expect(html).toContain("connect-src 'none'");
      expect(html).toContain("script-src 'self';");
    }
  });

  it('hold office.js with what it loads, and no debugging build', () => {
    const office = readdirSync(join(folder, 'office'));
    expect(office).toEqual(
      expect.arrayContaining(['office.js', 'excel-win32-16.01.js', 'excel-web-16.00.js', 'excel-mac-16.00.js', 'zh-cn', 'en-us']),
    );
    expect(office.filter((name) => name.includes('debug'))).toEqual([]);
  });
});
