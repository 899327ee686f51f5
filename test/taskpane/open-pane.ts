/** Opens taskpane.html in Chromium with the genuine office.js client before our strict Excel; nothing else stands between. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { buildPages, type OfficeSource } from '../support/build-pages.ts';
import type { ExcelSetup } from './excel-page.ts';
import type { LargeSetup } from './large-page.ts';

const root = resolve(import.meta.dirname, '..', '..');
const ORIGIN = 'https://localhost:3000';
/** Three builds on a machine that has much else to do. */
const LONGEST_START = 600_000;
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
  /** Not there; never answering; or Microsoft's own files as shipped, with no Excel behind them. */
  readonly office?: 'missing' | 'silent' | 'as-shipped';
  /** A build that takes office.js from elsewhere; that address is answered here, and nothing leaves the machine. */
  readonly officeFrom?: OfficeSource;
  /** The page's clock stands still but for what the test does to it (`page.clock`): a long wait is over at once. */
  readonly stoppedClock?: boolean;
  /** Another page than the pane. */
  readonly at?: string;
  /** Instead of the workbook: one made on the spot, in an Excel with a thread of its own. */
  readonly large?: LargeSetup;
};

const OFFICE: Readonly<Record<OfficeSource, string>> = {
  self: `${ORIGIN}/office/`,
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/',
};
const DIST = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');

const bundles = new Map<string, Promise<string>>();

/** One of the scripts of this folder, for the page. */
function bundle(name: string): Promise<string> {
  const known = bundles.get(name);
  if (known !== undefined) return known;
  const built = build({
    entryPoints: [join(import.meta.dirname, name)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    loader: { '.liquid': 'text' },
    logLevel: 'error',
  }).then(({ outputFiles: [file] }) => file?.text ?? '');
  bundles.set(name, built);
  return built;
}

/** Microsoft's script as shipped, and what connects it with our host; `before` makes room for it. */
async function excelScript(client: string, ours: string, before?: string): Promise<string> {
  const room = before === undefined ? '' : await bundle(before);
  return `${room};${readFileSync(join(DIST, `${client}.js`), 'utf8')}\n;${await bundle(ours)}`;
}

/** To be called at the top of a test file: builds its pages and starts a browser before the first test, and stops it after the last. */
export function paneBrowser(...builds: readonly OfficeSource[]): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    for (const build of builds.length === 0 ? (['self'] as const) : builds) await buildPages(build);
    browser = await launchChromium();
  }, LONGEST_START);
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (browser === undefined) throw new Error('pages are opened within tests');
    return browser;
  };
}

export async function openPane(browser: Browser, book: string, options: PaneOptions = {}): Promise<OpenedPane> {
  const {
    width = 360,
    height = 800,
    zoom = 1,
    highContrast = false,
    office,
    officeFrom = 'self',
    stoppedClock = false,
    large,
    at = 'taskpane.html',
    ...more
  } = options;
  const folder = await buildPages(officeFrom);
  const client = large?.profile === 'web' ? 'excel-web-16.00' : 'excel-win32-16.01';
  const scripts = new Map([
    [`${OFFICE[officeFrom]}office.js`, await excelScript(client, large === undefined ? 'excel-page.ts' : 'large-page.ts')],
    [
      `${OFFICE[officeFrom]}excel-worker.js`,
      large === undefined ? '' : await excelScript(client, 'excel-worker.ts', 'excel-worker-page.ts'),
    ],
  ]);
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
  if (stoppedClock) {
    await context.clock.install({ time: 0 });
    await context.clock.pauseAt(1_000);
  }
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const address = url.origin + url.pathname;
    if (address.startsWith(OFFICE[officeFrom])) {
      if (office === 'missing') return route.abort();
      // Left without an answer.
      if (office === 'silent') return undefined;
      const shipped = join(DIST, address.slice(OFFICE[officeFrom].length));
      const script = office === 'as-shipped' && existsSync(shipped) ? readFileSync(shipped, 'utf8') : scripts.get(address);
      if (script !== undefined) return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
    }
    if (url.origin !== ORIGIN) {
      foreign.push(url.href);
      return route.abort();
    }
    const type = TYPES[extname(url.pathname)];
    if (type === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: type, body: readFileSync(join(folder, url.pathname)) });
  });
  await page.addInitScript(
    ({ setup, large }) => {
      window.excelSetup = setup;
      if (large !== undefined) window.largeSetup = large;
    },
    { setup, large },
  );
  await page.goto(`${ORIGIN}/${at}?_host_Info=Excel$Win32$16.01$zh-CN`, { waitUntil: office === 'silent' ? 'domcontentloaded' : 'load' });
  return { page, foreign, complaints };
}
