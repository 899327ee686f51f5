/** Installs what is missing: when node_modules does not match package-lock.json, runs `npm ci` once; otherwise says and does nothing. For the tests, a browser too. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.tieout-setup');
const oldestNode = [20, 19];

/** Makes the packages of package-lock.json available; answers false after explaining what is wrong and what to do. */
export function setup() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    return fail(`Node ${process.versions.node} is too old.`, `Install Node ${oldestNode.join('.')} or later.`);
  }
  const lock = readIfThere(join(root, 'package-lock.json'));
  if (lock === null) return fail('package-lock.json is missing.', 'Restore it with: git checkout package-lock.json');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (readIfThere(stampFile) === wanted) return true;
  return (alreadyInstalled(lock) || install()) && stamp(wanted);
}

/**
 * Makes a browser available for the end-to-end tests: one that is there, else Debian's by apt where we may install it, else the one that
 * came with the packages (no fonts of its own, so Chinese is boxes in pictures; the tests do not mind).
 */
export function setupBrowser() {
  const places = JSON.parse(readFileSync(join(root, '.ci', 'browsers.json'), 'utf8'));
  if ([process.env.CHROME_PATH, ...places].some((place) => place && existsSync(place))) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('tieout: installing a browser for the end-to-end tests (apt-get install chromium) …\n');
    const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    const install = () => spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options).status === 0;
    if (install() || (spawnSync('apt-get', ['update', '-q'], options).status === 0 && install())) return;
  }
  process.stderr.write('tieout: no Chromium, Chrome or Edge found; the tests use the one in node_modules (set CHROME_PATH for another).\n');
}

/** Someone may have run `npm ci` by hand: npm's own record of what it installed then agrees with the lock. */
function alreadyInstalled(lock) {
  const record = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (record === null) return false;
  try {
    const installed = JSON.parse(record).packages;
    return Object.entries(JSON.parse(lock).packages).every(([path, entry]) => {
      if (path === '' || entry.optional || entry.devOptional) return true;
      return installed[path]?.integrity === entry.integrity && existsSync(join(root, path, 'package.json'));
    });
  } catch {
    return false;
  }
}

/** All of npm's output goes to stderr, so that stdout stays clean for `--json`. */
function install() {
  process.stderr.write('tieout: installing packages (npm ci), about a minute …\n');
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const run =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (run.status === 0) return true;
  // A half-finished install must not be taken for a good one next time.
  rmSync(stampFile, { force: true });
  const cause = run.error ? run.error.message : `it ended with exit code ${run.status ?? run.signal}`;
  return fail(
    `npm ci did not succeed (${cause}).`,
    'See the npm lines above; check the network and the npm registry setting, then run `npm ci` by hand.',
  );
}

function stamp(hash) {
  try {
    writeFileSync(stampFile, hash);
  } catch {
    // A read-only node_modules (a shared or packaged installation) works without the stamp: the check is only slower.
  }
  return true;
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function fail(problem, remedy) {
  process.stderr.write(`tieout: ${problem} ${remedy}\n`);
  return false;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = setup() ? 0 : 1;
