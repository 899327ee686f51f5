/** `npm start`: serves the built workbench to this machine only, says where, needs no terminal, and ends when stopped. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, servePages } from '../../src/cli/serve-pages.ts';
import { temporaryFolder } from './run-cli.ts';

describe('the server behind npm start', () => {
  const folder = temporaryFolder();
  let first: PageServer;
  beforeAll(async () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'dist', 'workbench.html'), '<!doctype html>');
    first = await servePages(join(folder, 'dist'), 0);
  });
  afterAll(() => first.stop());

  /** Status and type of an answer to exactly this path, which `fetch` would tidy up first. */
  const ask = (path: string, headers: Record<string, string> = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      request(`${first.origin}`, { path, headers }, (response) => {
        response.resume();
        resolve(`${response.statusCode ?? 0} ${response.headers['content-type'] ?? ''}`.trim());
      })
        .on('error', reject)
        .end();
    });

  it('gives the pages and nothing outside their folder', async () => {
    expect(await ask('/workbench.html?sample')).toBe('200 text/html; charset=utf-8');
    expect(await ask('/')).toBe('200 text/html; charset=utf-8');
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/nothing', '/%'])
      expect(await ask(path), path).toBe('404');
  });

  it('answers nobody who comes under another name', async () => {
    expect(await ask('/workbench.html', { host: 'example.org' })).toBe('404');
  });

  it('takes another port when the wished one is taken', async () => {
    const second = await servePages(join(folder, 'dist'), Number(new URL(first.origin).port));
    expect(second.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(second.origin).not.toBe(first.origin);
    await second.stop();
  });
});

describe('npm start', () => {
  it('prints the address, also without a terminal and a browser, and ends well on Ctrl-C', async () => {
    const child = spawn(process.execPath, ['src/cli/run.mjs', 'start', '--lang', 'zh-CN'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, BROWSER: 'none' },
    });
    let said = '';
    let troubles = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.stderr.on('data', (chunk) => (troubles += String(chunk)));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await Promise.race([
      expect.poll(() => said, { timeout: 170_000 }).toContain('没有可用的浏览器'),
      ended.then((code) => expect(code, troubles).toBeUndefined()),
    ]);
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(said)?.[0] ?? '';
    expect(address).toContain('workbench.html?sample');
    expect(await (await fetch(address)).text()).toContain('workbench.js');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  }, 180_000);
});
