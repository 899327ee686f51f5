/** Who may import whom under src/ (the table of src/README.md), as a function from one import to what is wrong with it. */
import { dirname, normalize } from 'node:path/posix';

/** The core's folders in the order the data flows: each may import only itself and those before it. */
export const pipeline = [
  'number',
  'workbook',
  'expressions',
  'tables',
  'relations',
  'discovery',
  'formulas',
  'findings',
  'narrative',
  'variance',
  'audit',
  'edits',
];

const engine = ['core', 'statements', 'checks', 'narratives'];

/** Which areas an area may import besides itself. An area is a folder of src, a folder of src/hosts, or a file directly in src. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  statements: ['core'],
  checks: ['core'],
  narratives: ['core'],
  'catalog.ts': engine,
  locales: ['core'],
  'hosts/workbook-host.ts': ['core'],
  'hosts/excel': ['core', 'hosts/workbook-host.ts'],
  'hosts/file': ['core', 'hosts/workbook-host.ts'],
  export: ['core'],
  'engine.ts': ['core', 'catalog.ts', 'hosts/file', 'export', 'locales'],
  commands: ['core', 'catalog.ts', 'engine.ts', 'hosts/workbook-host.ts', 'hosts/excel', 'taskpane', 'locales'],
  taskpane: ['core', 'catalog.ts', 'engine.ts', 'hosts/workbook-host.ts', 'hosts/excel', 'hosts/file', 'commands', 'export', 'locales'],
  workbench: ['core', 'catalog.ts', 'engine.ts', 'hosts/workbook-host.ts', 'hosts/file', 'commands', 'taskpane', 'export', 'locales'],
  cli: ['core', 'catalog.ts', 'engine.ts', 'hosts/file', 'export', 'locales'],
};

const packagesOfCore = ['decimal.js', 'liquidjs', 'numfmt'];
const withoutPackages = ['statements', 'checks', 'narratives', 'catalog.ts', 'locales'];
const withNode = ['cli', 'hosts/file'];

/** What is wrong with `file` (a path below src) importing `target` as written, or null. */
export function importFault(file: string, target: string, dependencies: readonly string[]): string | null {
  const area = areaOf(file);
  const mayImport = allowed[area];
  if (mayImport === undefined) return `${file}: "${area}" is not in the import table; add it to test/house/imports.ts and src/README.md`;
  if (!target.startsWith('.')) return packageFault(file, area, target, dependencies);
  if (!/\.(ts|tsx|liquid|json|css|xlsx)$/.test(target)) return `${file}: write the import "${target}" with its extension (.ts)`;
  const imported = normalize(`${dirname(file)}/${target}`);
  if (imported.startsWith('..'))
    return imported === '../package.json' || isSample(area, imported) ? null : `${file} imports ${target} from outside src`;
  const importedArea = areaOf(imported);
  if (area !== importedArea) return mayImport.includes(importedArea) ? null : `${file}: ${area} may not import ${importedArea}`;
  return insideFault(area, file, imported);
}

/** The workbench brings the sample workbook along, inside its bundle. */
function isSample(area: string, imported: string): boolean {
  return area === 'workbench' && /^\.\.\/assets\/samples\/[^/]+\.xlsx$/.test(imported);
}

function areaOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'hosts' ? `hosts/${second}` : first;
}

/** Inside the core the order of the pipeline holds; inside the catalogue every file can be read alone. */
function insideFault(area: string, file: string, imported: string): string | null {
  if (area === 'core') return coreFault(file, imported);
  if (area !== 'statements' && area !== 'checks' && area !== 'narratives') return null;
  const sameFolder =
    area === 'narratives' && file.split('/').length > 2 && dirname(imported).startsWith(file.split('/').slice(0, 2).join('/'));
  const shared = /\/shared(\/|\.ts$)/.test(imported);
  return sameFolder || shared ? null : `${file} may not import ${imported}: what ${area} have in common belongs in src/${area}/shared`;
}

/** Files directly in core/ (locale.ts) are the ground everything stands on, except index.ts, the door, which sees everything. */
function coreFault(file: string, imported: string): string | null {
  const from = coreFolder(file);
  const to = coreFolder(imported);
  if (from === 'index.ts' || from === to) return null;
  if (to === 'index.ts') return `${file}: inside the core import the file itself, not core/index.ts`;
  if (to.endsWith('.ts')) return null;
  if (!pipeline.includes(from) && !from.endsWith('.ts')) return `${file}: core/${from} is not a folder of the pipeline`;
  const earlier = pipeline.indexOf(to) !== -1 && pipeline.indexOf(to) < pipeline.indexOf(from);
  return earlier ? null : `${file}: core/${from} may not import core/${to}, which does not stand before it in the pipeline`;
}

const coreFolder = (file: string): string => file.split('/')[1] ?? '';

function packageFault(file: string, area: string, target: string, dependencies: readonly string[]): string | null {
  if (target.startsWith('node:')) return withNode.includes(area) ? null : `${file}: ${area} may not import ${target}`;
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
  if (area === 'core' && !packagesOfCore.includes(name))
    return `${file}: the core may import no package but ${packagesOfCore.join(', ')}, not ${name}`;
  if (withoutPackages.includes(area)) return `${file}: ${area} may not import the package ${name}`;
  return dependencies.includes(name) ? null : `${file}: ${name} is not among the dependencies of package.json`;
}
