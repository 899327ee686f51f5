#!/usr/bin/env node
/** Starts the command line: installs what is missing, bundles src/cli/main.ts when a source file has changed, and runs it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setup } from '../../.ci/setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'tieout');
const keepOldBundlesMs = 60 * 60 * 1000;

/** Names the state of everything that goes into the bundle by path, size and time: quick, and no file is read. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node);
  const note = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${relative(root, path)}|${size}|${mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && !entry.name.endsWith('.md')) note(path);
    }
  };
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json']) note(join(root, file));
  walk(join(root, 'src'));
  return hash.digest('hex').slice(0, 16);
}

/** Bundles into a folder of our own and then renames it, so that two commands started together never see half a bundle. */
async function bundle(folder) {
  const { build } = await import('esbuild');
  const unfinished = `${folder}.${process.pid}.tmp`;
  mkdirSync(unfinished, { recursive: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: { main: 'src/cli/main.ts' },
      outdir: unfinished,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      loader: { '.liquid': 'text' },
      jsx: 'automatic',
      sourcemap: 'linked',
      legalComments: 'none',
      charset: 'utf8',
      logLevel: 'silent',
      // CommonJS packages inside an ES module still ask for Node's own modules by `require`.
      banner: {
        js: "import { createRequire as tieoutCreateRequire } from 'node:module'; const require = tieoutCreateRequire(import.meta.url);",
      },
    });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // The other process was first; its bundle is the same as ours.
    if (!existsSync(join(folder, 'main.mjs'))) throw error;
  }
  removeOldBundles(folder);
}

/** A bundle that is an hour old may go; a younger one may still be read by a command that is running. */
function removeOldBundles(current) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (!name.startsWith('cli-') || path === current) continue;
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > keepOldBundlesMs) rmSync(path, { recursive: true, force: true });
  }
}

/** One line for each thing esbuild could not understand: file, line, column, reason. */
function describe(error) {
  if (!Array.isArray(error?.errors)) return String(error?.stack ?? error);
  return error.errors
    .map(({ text, location }) => (location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text))
    .join('\n');
}

async function run(argv) {
  if (!setup()) return 2;
  const folder = join(cache, `cli-${fingerprint()}`);
  const main = join(folder, 'main.mjs');
  if (!existsSync(main)) {
    try {
      await bundle(folder);
    } catch (error) {
      process.stderr.write(`tieout: the program could not be built from src/.\n${describe(error)}\n`);
      return 2;
    }
  }
  // From Node 22 on the compiled program is kept beside the bundle, and goes with it; earlier ones compile it at every start.
  nodeModule.enableCompileCache?.(join(folder, 'compiled'));
  const program = await import(pathToFileURL(main).href);
  return program.main(argv);
}

// `tieout check … | head`: whoever reads the output has seen enough; that is no fault of anybody's.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2));
