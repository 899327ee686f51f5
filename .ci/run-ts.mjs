/** Runs a TypeScript script of the repository: bundles it with esbuild as the command line is bundled, and calls its `main(arguments)`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bundles `entry` (a path from the repository's root) into a folder of its own; `remove` takes it away again. */
export async function bundleTs(entry) {
  const { build } = await import('esbuild');
  const cache = join(root, 'node_modules', '.cache', 'tieout-scripts');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, `${basename(entry, '.ts')}-`));
  try {
    await build({
      absWorkingDir: root,
      entryPoints: { script: entry },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      loader: { '.liquid': 'text' },
      sourcemap: 'linked',
      legalComments: 'none',
      charset: 'utf8',
      logLevel: 'error',
      // CommonJS packages inside an ES module still ask for Node's own modules by `require`.
      banner: { js: "import { createRequire as scriptRequire } from 'node:module'; const require = scriptRequire(import.meta.url);" },
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { file: join(folder, 'script.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the script from the repository's root and answers the exit code. */
export async function runTs(entry, argv = []) {
  process.chdir(root);
  const bundle = await bundleTs(entry);
  try {
    const script = await import(pathToFileURL(bundle.file).href);
    return (await script.main(argv)) ?? 0;
  } finally {
    bundle.remove();
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [entry, ...argv] = process.argv.slice(2);
  if (entry === undefined) {
    process.stderr.write('usage: node .ci/run-ts.mjs SCRIPT.ts [arguments]\n');
    process.exitCode = 2;
  } else {
    process.exitCode = await runTs(entry, argv);
  }
}
