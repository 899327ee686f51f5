/** Boots the genuine office.js client in plain Node: the script Microsoft ships, unchanged, with just enough of a page around it to load. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { definePage } from './bare-page.ts';
import { type Client, connectable } from './client-connection.ts';

/** Excel on the web and Excel for Windows load different builds of the same library. */
export type ClientBuild = 'excel-web-16.00' | 'excel-win32-16.01';

let loaded: { readonly build: ClientBuild; readonly client: Client } | undefined;

/** Loads the client once; a second build in the same process would share its globals with the first. */
export function loadClient(build: ClientBuild): Client {
  if (loaded !== undefined) {
    if (loaded.build !== build) throw new Error(`this process has already loaded ${loaded.build}; use one build in each test file`);
    return loaded.client;
  }
  const folder = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'));
  const file = join(folder, 'dist', `${build}.js`);
  definePage();
  runInThisContext(readFileSync(file, 'utf8'), { filename: file });
  const client = connectable();
  loaded = { build, client };
  return client;
}
