/** The workbench in a real Chromium (真实浏览器里的工作台) for the tests of one file: pages and browser once, a page of its own for each test. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type PageServer, servePages } from '../../src/cli/serve-pages.ts';
import { launchChromium } from './browser.ts';
import { buildPages } from './build-pages.ts';

const MINUTES = 60_000;

export interface WorkbenchPages {
  /** A new page at `search`, such as «?sample&lang=zh-CN»; its context is closed after the test. */
  open(search: string, how?: OpenOptions): Promise<Page>;
  origin(): string;
  /** What the page has asked for since it was opened, and what went wrong in it: errors nobody caught and those of its console. */
  readonly requests: string[];
  readonly complaints: string[];
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly permissions?: readonly string[];
}

/** To be called at the top of a test file: it serves the pages before the first test and stops after the last. */
export function workbenchPages(): WorkbenchPages {
  let server: PageServer | undefined;
  let browser: Browser | undefined;
  const requests: string[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    server = await servePages(await buildPages(), 0);
    browser = await launchChromium();
  }, 5 * MINUTES);
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const origin = (): string => server?.origin ?? '';
  return {
    origin,
    requests,
    complaints,
    async open(search, { width = 1400, height = 850, permissions = [] } = {}) {
      if (browser === undefined) throw new Error('pages are opened within tests');
      const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, permissions: [...permissions] });
      const page = await context.newPage();
      requests.length = 0;
      complaints.length = 0;
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(`${origin()}/workbench.html${search}`);
      return page;
    },
  };
}
