/** Builds the pages into dist/, a folder that any static server can hold: the Excel pane, the ribbon's commands, help, and the workbench. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import { EsbuildPlugin } from 'esbuild-loader';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Where office.js comes from: `self` copies it beside the pages; an add-in for AppSource must take `cdn`. */
const OFFICE_JS = {
  self: 'office/office.js',
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};
const officeChoice = process.env.TIEOUT_OFFICE_JS ?? 'self';
const office = OFFICE_JS[officeChoice];
if (office === undefined) throw new Error(`TIEOUT_OFFICE_JS must be one of ${Object.keys(OFFICE_JS).join(', ')}, not ${officeChoice}`);
/** Where the pages will be served; written into the manifest. */
const address = (process.env.TIEOUT_URL ?? 'https://localhost:3000').replace(/\/$/, '');
if (!address.startsWith('https://')) throw new Error(`TIEOUT_URL must begin with https://, unlike ${address}`);

const pages = [
  { name: 'taskpane', entry: './src/taskpane/main.tsx', template: './src/taskpane/taskpane.html', office: true },
  { name: 'commands', entry: './src/commands/main.ts', template: './src/commands/commands.html', office: true },
  // For developers: records what a real Excel answers. No ribbon and no page leads there.
  { name: 'recorder', entry: './src/taskpane/recorder/main.ts', template: './src/taskpane/recorder/recorder.html', office: true },
  { name: 'help', template: './src/taskpane/help.html' },
  { name: 'workbench', entry: './src/workbench/main.tsx', template: './src/workbench/workbench.html', wasm: true },
].filter(({ entry, template }) => [entry, template].every((file) => file === undefined || existsSync(join(root, file))));

/** Nothing is fetched and nothing comes from elsewhere; style elements are written by Fluent at run time; the workbench may compile its calculation engine. */
function contentSecurityPolicy({ office: needsOffice, wasm: needsWasm }) {
  const scripts = [
    "'self'",
    ...(needsWasm ? ["'wasm-unsafe-eval'"] : []),
    ...(needsOffice && office.startsWith('https://') ? [new URL(office).origin] : []),
  ];
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

const atAddress = (manifest) => manifest.replaceAll('https://localhost:3000', address);

/** An add-in of its own, without ribbon commands, that opens the recorder: to be sideloaded by a developer, never published. */
function recorderManifest(manifest) {
  return manifest
    .replace(/<Id>[^<]*<\/Id>/, '<Id>7c2f6b0e-5d0a-4f57-9b83-2f1d6f0f9a42</Id>')
    .replace('DefaultValue="勾稽 Tieout"', 'DefaultValue="勾稽 Tieout 实测记录"')
    .replace('Value="Tieout"', 'Value="Tieout recorder"')
    .replace('/taskpane.html" />', '/recorder.html" />')
    .replace(/\s*<VersionOverrides[\s\S]*<\/VersionOverrides>/, '');
}

const officeFolder = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
const officeFiles = [
  'office.js',
  'excel-*-16.??.js',
  'o15apptofilemappingtable.js',
  '*/office_strings.js',
  'telemetry/*.js',
  'ariatelemetry/*.js',
];

// webpack reads its configuration from the default export only.
export default (_env, { mode = 'production' } = {}) => ({
  mode,
  context: root,
  entry: Object.fromEntries(pages.flatMap(({ name, entry }) => (entry === undefined ? [] : [[name, entry]]))),
  target: ['web', 'es2022'],
  devtool: 'source-map',
  output: {
    path: join(root, 'dist'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } },
      { test: /\.liquid$/, type: 'asset/source' },
      // The sample inside the workbench: the page may ask no server for it.
      { test: /\.xlsx$/, type: 'asset/inline' },
      // Likewise the calculation engine, whose own loader would fetch its file.
      { test: /\.wasm$/, type: 'asset/inline' },
      { test: /[\\/]@ironcalc[\\/]wasm[\\/]wasm\.js$/, parser: { url: false } },
    ],
  },
  plugins: [
    new webpack.DefinePlugin({ OFFICE_JS: JSON.stringify(office) }),
    ...pages.map(
      (page) =>
        new HtmlPlugin({
          filename: `${page.name}.html`,
          template: page.template,
          chunks: page.entry === undefined ? [] : [page.name],
          scriptLoading: 'defer',
          templateParameters: { csp: contentSecurityPolicy(page) },
        }),
    ),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.png' },
        { from: 'manifest.xml', transform: (text) => atAddress(text.toString()) },
        { from: 'manifest.xml', to: 'recorder.xml', transform: (text) => recorderManifest(atAddress(text.toString())) },
        ...(officeChoice === 'self'
          ? officeFiles.map((from) => ({ from, context: officeFolder, to: 'office/[path][name][ext]', info: { minimized: true } }))
          : []),
      ],
    }),
  ],
  optimization: { minimizer: [new EsbuildPlugin({ target: 'es2022', legalComments: 'none' })] },
  performance: { hints: false },
  cache: {
    type: 'filesystem',
    buildDependencies: { config: [fileURLToPath(import.meta.url), join(root, 'package-lock.json')] },
  },
  stats: 'errors-warnings',
});
