/** The built pages for end-to-end tests (构建页面): webpack runs once for all test files, and not at all while nothing has changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');
const store = join(root, 'node_modules', '.cache', 'tieout-pages');
const LONGEST_BUILD = 240_000;

/** Where the pages take office.js from, as `TIEOUT_OFFICE_JS` names it. */
export type OfficeSource = 'self' | 'cdn' | '21vianet';

/** The folder that holds taskpane.html and its neighbours. */
export async function buildPages(office: OfficeSource = 'self'): Promise<string> {
  const folder = join(store, `${office}-${stateOfSources()}`);
  const done = join(folder, '.done');
  mkdirSync(store, { recursive: true });
  const until = Date.now() + LONGEST_BUILD;
  while (!existsSync(done)) {
    if (takeLock()) {
      try {
        if (!existsSync(done)) await build(folder, done, office);
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    } else if (Date.now() > until) throw new Error(`another build has not ended; if none is running, remove ${lock}`);
    else await new Promise((next) => setTimeout(next, 200));
  }
  return folder;
}

const lock = join(store, 'lock');

/** Making a folder either succeeds or fails, also when several ask at once; one left by a build that was killed grows old. */
function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
    if (age > LONGEST_BUILD) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

async function build(folder: string, done: string, office: OfficeSource): Promise<void> {
  for (const old of readdirSync(store)) if (old.startsWith(`${office}-`)) rmSync(join(store, old), { recursive: true, force: true });
  const output: string[] = [];
  const code = await new Promise<number | null>((ended) => {
    const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
    const child = spawn(process.execPath, [webpack, '--output-path', folder], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TIEOUT_OFFICE_JS: office },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.on('close', ended);
  });
  if (code !== 0) throw new Error(`the pages could not be built:\n${output.join('')}`);
  writeFileSync(done, '');
}

function stateOfSources(): string {
  const hash = createHash('sha256');
  const note = (path: string): void => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}|${mtimeMs}|${size}\n`);
  };
  for (const file of ['webpack.config.js', 'package-lock.json', 'manifest.xml']) note(join(root, file));
  for (const folder of ['src', 'assets']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) note(join(entry.parentPath, entry.name));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
