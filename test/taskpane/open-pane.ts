/** Opens taskpane.html in Chromium with the genuine office.js client before our strict Excel; nothing else stands between. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { buildPages } from '../support/build-pages.ts';
import type { ExcelSetup } from './excel-page.ts';

const root = resolve(import.meta.dirname, '..', '..');
const ORIGIN = 'https://localhost:3000';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

export interface OpenedPane {
  readonly page: Page;
  /** Addresses asked for outside our own folder. */
  readonly foreign: readonly string[];
  /** What the page complained of. */
  readonly complaints: readonly string[];
}

export type PaneOptions = Partial<Omit<ExcelSetup, 'book'>> & {
  readonly width?: number;
  readonly height?: number;
  /** 2 is 200 %: half the room, twice the pixels, as a browser zooms. */
  readonly zoom?: number;
  /** The system's high-contrast theme. */
  readonly highContrast?: boolean;
  readonly office?: 'missing';
};

let excel: Promise<string> | undefined;

/** Microsoft's script as shipped, and our host behind it. */
function excelScript(): Promise<string> {
  excel ??= build({
    entryPoints: [join(import.meta.dirname, 'excel-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    loader: { '.liquid': 'text' },
    logLevel: 'error',
  }).then(({ outputFiles: [ours] }) => {
    const folder = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'));
    return `${readFileSync(join(folder, 'dist', 'excel-win32-16.01.js'), 'utf8')}\n;${ours?.text ?? ''}`;
  });
  return excel;
}

export async function openPane(browser: Browser, book: string, options: PaneOptions = {}): Promise<OpenedPane> {
  const folder = await buildPages();
  const script = await excelScript();
  const { width = 360, height = 800, zoom = 1, highContrast = false, office, ...more } = options;
  const setup: ExcelSetup = {
    book: readFileSync(resolve(root, book)).toString('base64'),
    name: '决算.xlsx',
    profile: 'm365',
    language: 'zh-CN',
    background: '#FFFFFF',
    ...more,
  };
  const context = await browser.newContext({
    viewport: { width: width / zoom, height: height / zoom },
    deviceScaleFactor: zoom,
    forcedColors: highContrast ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
      foreign.push(url.href);
      return route.abort();
    }
    if (url.pathname === '/office/office.js') {
      return office === 'missing' ? route.abort() : route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
    }
    const type = TYPES[extname(url.pathname)];
    if (type === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: type, body: readFileSync(join(folder, url.pathname)) });
  });
  await page.addInitScript((given) => {
    window.excelSetup = given;
  }, setup);
  await page.goto(`${ORIGIN}/taskpane.html?_host_Info=Excel$Win32$16.01$zh-CN`);
  return { page, foreign, complaints };
}
