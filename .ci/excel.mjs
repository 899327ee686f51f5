/** `npm run excel` (在 Excel 中试用): serves the built pane to this machine over HTTPS and prints how Excel is told of it; without a certificate it says why and still prints the steps. */
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleTs } from './run-ts.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
/** The address in manifest.xml. */
const PORT = 3000;
const DAYS = 365;

/** What is left to do by hand, with the manifest at `manifest`. */
export function steps(manifest) {
  return [
    `Add the manifest once: ${manifest}`,
    '  Windows  Put it into a folder, share that folder (Properties > Sharing), and in Excel enter the share under File > Options > Trust Center >',
    '           Trust Center Settings > Trusted Add-in Catalogs, «Show in Menu» ticked. Start Excel again: Home > Add-ins > More Add-ins > Shared Folder.',
    '  Mac      Copy it to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef (make the folder if it is missing). Start Excel again: Home > Add-ins.',
    '  Web      Open a workbook in Excel on the web: Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in, and choose it.',
    'Then press 勾稽 in the ribbon. In Excel 2021 or later the pane works; with an older one or WPS use: npm start',
  ].join('\n');
}

/** Asks `certificates` for a key that this machine trusts and serves `folder`; undefined, after saying why, when it cannot. */
export async function serveForExcel({ folder, port, certificates, say }) {
  let certificate;
  try {
    const { cert, key } = await certificates();
    certificate = { cert, key };
  } catch (error) {
    say(`No trusted certificate for https://localhost could be made: ${error instanceof Error ? error.message : String(error)}`);
    say('Excel loads a pane only over HTTPS. Run «npm run excel» in a terminal where you may answer the question about the certificate');
    say('(on Linux it needs sudo), or use the workbench, which needs none: npm start');
    return undefined;
  }
  const bundle = await bundleTs('src/cli/serve-pages.ts');
  try {
    const { servePages } = await import(pathToFileURL(bundle.file).href);
    const server = await servePages(folder, port, certificate);
    if (port === 0 || server.origin === `https://localhost:${port}`) return server;
    await server.stop();
    say(`Another program uses port ${port}, which manifest.xml names. End it and run «npm run excel» again.`);
    return undefined;
  } finally {
    bundle.remove();
  }
}

async function main() {
  const say = (line) => process.stdout.write(`${line}\n`);
  const certificates = async () => (await import('office-addin-dev-certs')).getHttpsServerOptions(DAYS, ['localhost']);
  const server = await serveForExcel({ folder: `${root}/dist`, port: PORT, certificates, say });
  if (server !== undefined) say(`The pane is served at ${server.origin}/taskpane.html to this machine only. Ctrl-C stops it.`);
  say(steps(resolve(root, 'manifest.xml')));
  if (server === undefined) return 2;
  await new Promise((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await server.stop();
  return 0;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.chdir(root);
  process.exitCode = await main();
}
