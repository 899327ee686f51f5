/** `npm run validate`: says, without any network, whether Excel would take manifest.xml; every fault comes with its line. */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseManifest } from './parse-manifest.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const secondLocale = 'en-US';
const stringLimits = { ShortStrings: 125, LongStrings: 250 };
// Excel refuses children in another order with no word about the reason.
const childOrder = {
  OfficeApp:
    'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides',
  VersionOverrides: 'Description Requirements Hosts Resources',
  DesktopFormFactor: 'GetStarted FunctionFile ExtensionPoint',
  Group: 'Label Icon Control',
  Control: 'Label Supertip Icon Action',
  Action: 'TaskpaneId SourceLocation Title FunctionName',
  Resources: 'Images Urls ShortStrings LongStrings',
};
const required =
  'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides';

const faults = [];
const fault = (node, message) => faults.push({ line: node?.line ?? 1, message });

/** The size of a PNG file, or null when it cannot be read as one. */
function pngSize(file) {
  try {
    const bytes = readFileSync(file);
    return bytes.toString('latin1', 1, 4) === 'PNG' ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
  } catch {
    return null;
  }
}

function checkFrame(app) {
  if (app.name !== 'OfficeApp' || app.attributes['xsi:type'] !== 'TaskPaneApp')
    fault(app, 'the root must be <OfficeApp xsi:type="TaskPaneApp">.');
  for (const name of required.split(' ')) if (!app.child(name)) fault(app, `<${name}> is missing.`);
  if (app.child('Id') && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(app.child('Id').text))
    fault(app.child('Id'), '<Id> must be a GUID.');
  const version = app.child('Version');
  if (version && !/^\d{1,5}(\.\d{1,5}){3}$/.test(version.text)) {
    fault(version, `<Version> is ${version.text}; it must have four parts, such as 1.0.0.0: Excel on the web refuses three.`);
  }
  for (const overrides of app.all('VersionOverrides')) {
    if (overrides.attributes['xsi:type'] !== 'VersionOverridesV1_0')
      fault(overrides, 'a task pane add-in knows VersionOverridesV1_0 only.');
    if (!overrides.attributes.xmlns?.endsWith('/taskpaneappversionoverrides')) fault(overrides, 'VersionOverrides has the wrong xmlns.');
  }
  const hosts = app.child('Hosts')?.all('Host') ?? [];
  if (!hosts.some((host) => host.attributes.Name === 'Workbook')) fault(app.child('Hosts'), '<Host Name="Workbook" /> is missing.');
  const sets = app.child('Requirements')?.all('Set') ?? [];
  if (!sets.some((set) => set.attributes.Name === 'ExcelApi' && /^1\.\d+$/.test(set.attributes.MinVersion ?? ''))) {
    fault(app.child('Requirements'), 'the requirement set ExcelApi with its MinVersion is missing.');
  }
}

function checkOrder(node) {
  const order = childOrder[node.name]?.split(' ');
  let last = -1;
  for (const child of order ? node.children : []) {
    const place = order.indexOf(child.name);
    if (place === -1) fault(child, `<${child.name}> is not known inside <${node.name}>.`);
    else if (place < last) fault(child, `<${child.name}> must stand before <${order[last]}> inside <${node.name}>.`);
    else last = place;
  }
  for (const child of node.children) checkOrder(child);
}

/** Every resid has its resource of the right kind, every resource is used, and ids do not repeat. */
function checkResources(app) {
  const resources = new Map();
  for (const kind of app.all('Resources').flatMap((node) => node.children)) {
    for (const entry of kind.children) {
      const id = entry.attributes.id ?? '';
      if (id === '' || id.length > 32) fault(entry, `the resource id "${id}" must have 1 to 32 characters.`);
      if (resources.has(id)) fault(entry, `the resource id "${id}" occurs twice.`);
      resources.set(id, { entry, kind: kind.name, used: false });
    }
  }
  for (const node of app.descendants().filter((each) => each.attributes.resid !== undefined)) {
    const resource = resources.get(node.attributes.resid);
    if (!resource) {
      fault(node, `resid "${node.attributes.resid}" of <${node.name}> has no resource of that id.`);
      continue;
    }
    resource.used = true;
    const wanted = kindWanted(node);
    if (resource.kind !== wanted)
      fault(node, `resid "${node.attributes.resid}" of <${node.name}> must be among <bt:${wanted}>, not <bt:${resource.kind}>.`);
  }
  for (const [id, { entry, used }] of resources) if (!used) fault(entry, `nothing uses the resource "${id}".`);
}

function kindWanted({ name }) {
  if (name === 'Image') return 'Images';
  if (/Url$|^SourceLocation$|^FunctionFile$|^Runtime$/.test(name)) return 'Urls';
  return name === 'Description' ? 'LongStrings' : 'ShortStrings';
}

/** Words are within Excel's limits, and exist in the second language too. */
function checkWords(app) {
  const limits = Object.entries(stringLimits);
  const texts = limits.flatMap(([kind, limit]) => app.all(kind).flatMap((node) => node.children.map((entry) => ({ entry, limit, kind }))));
  const named = { DisplayName: 125, Description: 250 };
  for (const [name, limit] of Object.entries(named)) if (app.child(name)) texts.push({ entry: app.child(name), limit, kind: name });
  for (const { entry, limit, kind } of texts) {
    const label = entry.attributes.id ?? entry.name;
    const values = [[entry, entry.attributes.DefaultValue], ...entry.children.map((override) => [override, override.attributes.Value])];
    for (const [node, value = ''] of values) {
      if (value.trim() === '') fault(node, `"${label}" has no text.`);
      if ([...value].length > limit) fault(node, `"${label}" has ${[...value].length} characters; ${kind} allows ${limit}.`);
    }
    const locales = entry.children.map((override) => override.attributes.Locale);
    if (!locales.includes(secondLocale)) fault(entry, `"${label}" has no <Override Locale="${secondLocale}">.`);
  }
  const locale = app.child('DefaultLocale');
  if (locale && locale.text !== 'zh-CN') fault(locale, '<DefaultLocale> must be zh-CN; English is an override.');
}

/** Addresses are https and of a declared domain; pictures exist under assets/ with the size Excel expects. */
function checkAddresses(app) {
  const domains = app.all('AppDomain').map((node) => node.text);
  const icons = { IconUrl: 32, HighResolutionIconUrl: 64 };
  const sized = app.all('Image').filter((node) => node.attributes.resid !== undefined);
  const sizes = new Map(sized.map((node) => [node.attributes.resid, Number(node.attributes.size)]));
  for (const node of app.descendants()) {
    const values = [node.attributes.DefaultValue, node.attributes.Value, node.name === 'AppDomain' ? node.text : undefined];
    for (const address of values.filter((value) => /^[a-z]+:\/\//i.test(value ?? ''))) {
      if (!address.startsWith('https://')) fault(node, `${address} must begin with https://.`);
      if (!domains.includes(new URL(address).origin)) fault(node, `${new URL(address).origin} is not among <AppDomains>.`);
      const size = icons[node.name] ?? (node.name === 'Image' ? sizes.get(node.attributes.id) : undefined);
      if (size !== undefined) checkIcon(node, address, size);
    }
    const expectsAddress = ['Url', 'Image', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl'].includes(node.name) && !node.attributes.resid;
    if (expectsAddress && !/^[a-z]+:\/\//i.test(node.attributes.DefaultValue ?? '')) fault(node, `<${node.name}> has no address.`);
  }
  for (const icon of app.all('Icon')) {
    const present = icon.all('Image').map((node) => node.attributes.size);
    for (const size of ['16', '32', '80']) if (!present.includes(size)) fault(icon, `<Icon> needs a picture of size ${size}.`);
  }
}

function checkIcon(node, address, size) {
  const file = resolve(root, `.${new URL(address).pathname}`);
  const actual = pngSize(file);
  if (actual === null) fault(node, `${relative(root, file)} does not exist or is no PNG.`);
  else if (actual[0] !== size || actual[1] !== size)
    fault(node, `${relative(root, file)} is ${actual.join(' × ')} pixels; ${size} × ${size} is wanted.`);
}

/** Buttons have ids of their own; each function is one of our commands, each command has its button, and their page is named. */
function checkCommands(app) {
  const ids = new Set();
  for (const control of app.all('Control')) {
    if (ids.has(control.attributes.id)) fault(control, `the control id "${control.attributes.id}" occurs twice.`);
    ids.add(control.attributes.id);
  }
  const known = readFileSync(resolve(root, 'src/commands/commands.ts'), 'utf8');
  const names = [...known.matchAll(/^ {2}id: '([\w-]+)'/gm)].map(([, id]) => id);
  const functions = app.all('FunctionName');
  if (functions.length > 0 && app.all('FunctionFile').length === 0)
    fault(functions[0], '<Action> has a function, but there is no <FunctionFile>.');
  for (const node of functions)
    if (!names.includes(node.text)) fault(node, `"${node.text}": src/commands/commands.ts has no command of that name.`);
}

const file = resolve(process.argv[2] ?? resolve(root, 'manifest.xml'));
try {
  const app = parseManifest(readFileSync(file, 'utf8'));
  for (const check of [checkFrame, checkOrder, checkResources, checkWords, checkAddresses, checkCommands]) check(app);
} catch (error) {
  faults.push({ line: error.line ?? 1, message: error.message });
}
faults.sort((a, b) => a.line - b.line);
for (const { line, message } of faults) console.error(`${relative(process.cwd(), file)}:${line}: ${message}`);
if (faults.length === 0) console.log(`${relative(process.cwd(), file)} is valid.`);
process.exitCode = faults.length === 0 ? 0 : 1;
