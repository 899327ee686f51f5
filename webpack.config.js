/** Bundles the engine for the browser into dist/, so that a page can read, check and narrate a workbook without any server. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EsbuildPlugin } from 'esbuild-loader';

const root = fileURLToPath(new URL('.', import.meta.url));
const entries = { engine: './src/engine.ts' };

/** An entry whose source is not written yet is left out and said, instead of breaking the build. */
function presentEntries() {
  return Object.fromEntries(
    Object.entries(entries).filter(([name, file]) => {
      const there = existsSync(new URL(file, import.meta.url));
      if (!there) console.warn(`tieout: ${file} does not exist, so dist/${name}.js is not built.`);
      return there;
    }),
  );
}

// webpack reads its configuration from the default export only.
export default (_env, { mode = 'production' } = {}) => ({
  mode,
  context: root,
  entry: presentEntries(),
  target: ['web', 'es2022'],
  devtool: 'source-map',
  output: {
    path: fileURLToPath(new URL('dist', import.meta.url)),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    library: { type: 'module' },
    module: true,
    clean: true,
  },
  experiments: { outputModule: true },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } },
      { test: /\.liquid$/, type: 'asset/source' },
    ],
  },
  optimization: { minimizer: [new EsbuildPlugin({ target: 'es2022', legalComments: 'none' })] },
  performance: { hints: false },
  cache: {
    type: 'filesystem',
    buildDependencies: { config: [fileURLToPath(import.meta.url), fileURLToPath(new URL('package-lock.json', import.meta.url))] },
  },
  stats: 'errors-warnings',
});
