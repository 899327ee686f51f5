/** A real Chromium for end-to-end tests (真实浏览器), quiet and without a network of its own. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '..', '..');
const places = JSON.parse(readFileSync(join(root, '.ci', 'browsers.json'), 'utf8')) as readonly string[];
const { devDependencies: dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>;
};
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The first that starts: the one asked for by CHROME_PATH, those of the system, the one that comes as a package. */
export async function launchChromium(): Promise<Browser> {
  const installed = [process.env.CHROME_PATH ?? '', ...places].filter((place) => place !== '' && existsSync(place));
  const faults: string[] = [];
  for (const find of [...installed.map((place) => () => Promise.resolve(place)), packagedChromium]) {
    try {
      return await chromium.launch({ executablePath: await find(), headless: true, args: FLAGS });
    } catch (error) {
      faults.push(String(error).slice(0, 400));
    }
  }
  throw new Error(`no browser starts; install Chromium or Chrome, or set CHROME_PATH.\n${faults.join('\n')}`);
}

/** It unpacks itself once, and takes whatever an older version has left: so into a folder of this version's own. */
async function packagedChromium(): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', `chromium-${dependencies['@sparticuz/chromium']}`);
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
