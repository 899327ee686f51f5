/** `npm run excel` (在 Excel 中试用): serves the built pane to this machine over HTTPS and prints how Excel is told of it; without a certificate it says why and still prints the steps. */
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { wordsOf } from './excel-words.mjs';
import { bundleTs } from './run-ts.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
/** The address in manifest.xml. */
const PORT = 3000;
const DAYS = 365;

/** Asks `certificates` for a key that this machine trusts and serves `folder`; undefined, after saying why, when it cannot. */
export async function serveForExcel({ folder, port, certificates, words, say }) {
  let certificate;
  try {
    const { cert, key } = await certificates();
    certificate = { cert, key };
  } catch (error) {
    for (const line of words.noCertificate(error instanceof Error ? error.message : String(error))) say(line);
    return undefined;
  }
  const bundle = await bundleTs('src/cli/serve-pages.ts');
  try {
    const { servePages } = await import(pathToFileURL(bundle.file).href);
    const server = await servePages(folder, port, certificate);
    if (port === 0 || server.origin === `https://localhost:${port}`) return server;
    await server.stop();
    say(words.portTaken(port));
    return undefined;
  } finally {
    bundle.remove();
  }
}

async function main() {
  const say = (line) => process.stdout.write(`${line}\n`);
  const certificates = async () => (await import('office-addin-dev-certs')).getHttpsServerOptions(DAYS, ['localhost']);
  const words = wordsOf(process.env);
  const server = await serveForExcel({ folder: `${root}/dist`, port: PORT, certificates, words, say });
  if (server !== undefined) say(words.served(server.origin));
  for (const line of words.steps(resolve(root, 'manifest.xml'))) say(line);
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
