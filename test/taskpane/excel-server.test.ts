/** `npm run excel` (在 Excel 中试用): the pane comes over HTTPS with a certificate for localhost, and without one the person learns what to do. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateCertificates } from 'office-addin-dev-certs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Certificate, PageServer } from '../../src/cli/serve-pages.ts';
import { buildPages } from '../support/build-pages.ts';

interface Words {
  readonly steps: (manifest: string) => readonly string[];
  readonly noCertificate: (reason: string) => readonly string[];
}

interface Script {
  serveForExcel(options: {
    readonly folder: string;
    readonly port: number;
    readonly certificates: () => Promise<Certificate>;
    readonly words: Words;
    readonly say: (line: string) => void;
  }): Promise<PageServer | undefined>;
}

let script: Script;
let words: Readonly<Record<'EN' | 'ZH_CN', Words>> & { readonly wordsOf: (environment: Readonly<Record<string, string>>) => Words };
let pages: string;
let folder: string;

beforeAll(async () => {
  script = (await import(pathToFileURL(resolve('.ci/excel.mjs')).href)) as Script;
  words = (await import(pathToFileURL(resolve('.ci/excel-words.mjs')).href)) as typeof words;
  pages = await buildPages();
  folder = mkdtempSync(join(tmpdir(), 'tieout-certificates-'));
}, 260_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fetches a page as a browser that trusts `ca` does. */
const fetched = (address: string, ca: Buffer): Promise<{ readonly status: number | undefined; readonly text: string }> =>
  new Promise((done, fail) => {
    get(address, { ca, family: 4 }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => done({ status: response.statusCode, text }));
    }).on('error', fail);
  });

describe('the pane for Excel', () => {
  it('comes over HTTPS with a certificate made out for localhost', async () => {
    // Made, but not added to what this machine trusts: that is for the person at it to decide.
    const [ca, cert, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name)) as [string, string, string];
    await generateCertificates(ca, cert, key, 1, ['localhost']);
    const certificates = (): Promise<Certificate> => Promise.resolve({ cert: readFileSync(cert), key: readFileSync(key) });
    const server = await script.serveForExcel({ folder: pages, port: 0, certificates, words: words.EN, say: () => undefined });
    expect(server?.origin).toMatch(/^https:\/\/localhost:\d+$/);
    const page = await fetched(`${server!.origin}/taskpane.html`, readFileSync(ca));
    expect(page.status).toBe(200);
    expect(page.text).toContain('taskpane.js');
    expect((await fetched(`${server!.origin}/%2e%2e/package.json`, readFileSync(ca))).status).toBe(404);
    await server!.stop();
  }, 60_000);

  it('is not served without a certificate, and the reason and the remedy are told', async () => {
    const said: string[] = [];
    const certificates = (): Promise<Certificate> => Promise.reject(new Error('sudo: command not found'));
    const server = await script.serveForExcel({ folder: pages, port: 0, certificates, words: words.ZH_CN, say: (line) => said.push(line) });
    expect(server).toBeUndefined();
    expect(said.join('\n')).toContain('sudo: command not found');
    expect(said.join('\n')).toContain('npm start');
  });

  it('is added by steps for Windows, Mac and the web, told in the language of the machine', () => {
    const en = words.wordsOf({ LANG: 'en_US.UTF-8' }).steps('manifest.xml').join('\n');
    for (const name of ['Windows', 'Mac', 'Web', 'manifest.xml', 'Trusted Add-in Catalogs', 'wef', 'Upload My Add-in'])
      expect(en).toContain(name);
    const zh = words.wordsOf({ LANG: 'C.UTF-8' }).steps('manifest.xml').join('\n');
    for (const name of ['Windows', 'Mac', '网页版', 'manifest.xml', '受信任的加载项目录', 'wef', '上传我的加载项'])
      expect(zh).toContain(name);
    expect(Object.keys(words.EN)).toEqual(Object.keys(words.ZH_CN));
  });
});
