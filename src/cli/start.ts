/** `npm start` (打开工作台): builds the workbench when its sources have changed, serves it to this machine only, and opens it with the sample. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Arguments } from './arguments.ts';
import { servePages } from './serve-pages.ts';
import { UsageError } from './usage-error.ts';

const PAGES = 'dist';
const PAGE = 'workbench.html';
const SOURCES = ['src', join('assets', 'samples'), 'webpack.config.js', 'package-lock.json'];
const PORT = 4210;

/** Ends with exit code 0 when the person stops it (Ctrl-C); a terminal is not needed. */
export async function runStart({ messages, locale }: Arguments): Promise<number> {
  if (isStale()) {
    process.stderr.write(`${messages.startBuilding}\n`);
    build(messages.startBuildFailed);
  }
  const server = await servePages(PAGES, PORT);
  const address = `${server.origin}/${PAGE}?sample&lang=${locale}`;
  process.stdout.write(`${messages.startReady(address)}\n`);
  if (!(await openBrowser(address))) process.stdout.write(`${messages.startNoBrowser}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.stop();
  return 0;
}

/** Whether a source is younger than the built page. */
function isStale(): boolean {
  const page = join(PAGES, PAGE);
  if (!existsSync(page) || !existsSync(join(PAGES, 'workbench.js'))) return true;
  const built = statSync(join(PAGES, 'workbench.js')).mtimeMs;
  return SOURCES.some((path) => youngest(path) > built);
}

function youngest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => youngest(join(path, name))));
}

/** Its own words go to stderr, so that stdout says nothing but where the page is. */
function build(failed: string): void {
  const webpack = join('node_modules', 'webpack', 'bin', 'webpack.js');
  const { status } = spawnSync(process.execPath, [webpack, '--config', 'webpack.config.js'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new UsageError(failed);
}

/** False where no browser can be opened: no screen, none installed, or `BROWSER=none`. */
async function openBrowser(address: string): Promise<boolean> {
  if (process.env['BROWSER'] === 'none') return false;
  const [command, ...args] = opener();
  if (command === undefined) return false;
  return new Promise((resolve) => {
    const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
    // An opener that cannot do it says so soon; one that can may stay as long as the browser.
    const patience = setTimeout(() => resolve(true), 3000);
    const settle = (opened: boolean): void => {
      clearTimeout(patience);
      resolve(opened);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
    child.unref();
  });
}

function opener(): readonly string[] {
  if (process.platform === 'darwin') return ['open'];
  // Not `cmd /c start`: there the `&` of the address would end the command.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasScreen = (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';
  return hasScreen ? ['xdg-open'] : [];
}
