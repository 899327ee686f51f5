/** The pages for each place that office.js may come from (office.js 的三个来源): each page names just that place, and nothing else from outside. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, afterAll, describe, expect, it, vi } from 'vitest';
import webpack, { type Configuration } from 'webpack';

const OFFICE = ['taskpane.html', 'commands.html', 'recorder.html'];
const OTHERS = ['help.html', 'workbench.html'];

let folder = '';
let stub = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tieout-pages-'));
  stub = join(folder, 'stub.js');
  // The address is written into the scripts; what else is in them has no part in this.
  writeFileSync(stub, 'document.title = OFFICE_JS;');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

/** The configuration as a build in that environment sees it. */
async function configured(env: Readonly<Record<string, string>>): Promise<Configuration> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.resetModules();
  const { default: make } = (await import(resolve('webpack.config.js'))) as { default: (env: object, argv: object) => Configuration };
  return make({}, { mode: 'production' });
}

/** Builds the pages, with next to nothing behind them. */
async function pages(choice: string): Promise<(file: string) => string> {
  const config = await configured({ TIEOUT_OFFICE_JS: choice, TIEOUT_URL: 'https://tieout.example' });
  const path = join(folder, choice);
  const entry = Object.fromEntries(Object.keys(config.entry as object).map((name) => [name, stub]));
  await new Promise<void>((done, fail) => {
    webpack({ ...config, entry, cache: false, devtool: false, output: { ...config.output, path } }, (error, stats) => {
      if (error !== null) fail(error);
      else if (stats?.hasErrors() === true) fail(new Error(stats.toString('errors-only')));
      else done();
    });
  });
  return (file) => readFileSync(join(path, file), 'utf8');
}

const policyOf = (html: string): Readonly<Record<string, string>> => {
  const content = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? '';
  return Object.fromEntries(content.split(';').map((part) => [part.trim().split(' ')[0] ?? '', part.trim().split(' ').slice(1).join(' ')]));
};
const STRICT = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'connect-src': "'none'",
  'form-action': "'none'",
  'base-uri': "'none'",
};

// The workbench recalculates by WebAssembly, which comes with its own scripts.
const COMPUTING = { ...STRICT, 'script-src': "'self' 'wasm-unsafe-eval'" };

describe('office.js from', () => {
  it.each([
    ['self', 'office/office.js', undefined],
    ['cdn', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', 'https://appsforoffice.microsoft.com'],
    [
      '21vianet',
      'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
      'https://appsforoffice.cdn.partner.office365.cn',
    ],
  ])(
    '%s: the pages load it and allow no other place',
    async (choice, address, origin) => {
      const read = await pages(choice);
      const withOffice = { ...STRICT, 'script-src': origin === undefined ? "'self'" : `'self' ${origin}` };
      for (const file of OFFICE) expect(policyOf(read(file)), file).toEqual(withOffice);
      for (const file of OTHERS) expect(policyOf(read(file)), file).toEqual(file === 'workbench.html' ? COMPUTING : STRICT);
      for (const file of [...OFFICE, ...OTHERS]) {
        const elsewhere = [...read(file).matchAll(/https?:\/\/[^\s"'<;)]+/g)].map(([url]) => url).filter((url) => url !== origin);
        expect(elsewhere, file).toEqual([]);
      }
      expect(read('taskpane.js')).toContain(JSON.stringify(address));
      expect(readdirSync(join(folder, choice)).includes('office')).toBe(choice === 'self');
      expect(read('manifest.xml')).toContain('https://tieout.example/taskpane.html');
      expect(read('manifest.xml')).not.toContain('localhost');
    },
    60_000,
  );

  it.each([
    ['TIEOUT_OFFICE_JS', 'elsewhere', /must be one of self, cdn, 21vianet/],
    ['TIEOUT_URL', 'http://tieout.example', /must begin with https/],
  ])('nowhere else: %s=%s is refused', async (name, value, words) => {
    await expect(configured({ [name]: value })).rejects.toThrow(words);
  });
});
