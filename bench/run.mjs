/** `npm run bench`: how long our work takes beside merely parsing the same files, as ratios within one run. `-- --quick` takes fewer turns. */
import { pathToFileURL } from 'node:url';
import { bundleTs } from '../.ci/run-ts.mjs';

const bundles = await Promise.all(
  ['main', 'cold-ours', 'cold-parse', 'table-ours', 'table-parse'].map((name) => bundleTs(`bench/${name}.ts`)),
);
const [main, ours, theirs, tableOurs, tableTheirs] = bundles.map(({ file }) => file);
try {
  const script = await import(pathToFileURL(main).href);
  process.exitCode = await script.main(process.argv.slice(2), { ours, theirs }, { ours: tableOurs, theirs: tableTheirs });
} finally {
  for (const bundle of bundles) bundle.remove();
}
