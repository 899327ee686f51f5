/** `npm run bench`: how long our work takes beside merely parsing the same files, as ratios within one run. `-- --quick` takes fewer turns. */
import { pathToFileURL } from 'node:url';
import { bundleTs } from '../.ci/run-ts.mjs';

const [main, ours, theirs] = await Promise.all(['bench/main.ts', 'bench/cold-ours.ts', 'bench/cold-parse.ts'].map(bundleTs));
try {
  const script = await import(pathToFileURL(main.file).href);
  process.exitCode = await script.main(process.argv.slice(2), { ours: ours.file, theirs: theirs.file });
} finally {
  for (const bundle of [main, ours, theirs]) bundle.remove();
}
