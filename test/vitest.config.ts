/** How the tests run: plain Node, with a narrative's wording (.liquid) read as text just as in the shipped bundle. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

const liquidAsText = {
  name: 'tieout-liquid-as-text',
  enforce: 'pre' as const,
  load(id: string): string | undefined {
    const file = id.split('?')[0] ?? id;
    return file.endsWith('.liquid') ? `export default ${JSON.stringify(readFileSync(file, 'utf8'))};` : undefined;
  },
};

const inFolders = (...folders: readonly string[]): string[] => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

/**
 * These folders touch nothing that belongs to a whole process, so their files load what they test once for all. The others do: office.js
 * lives in globals, and each file that loads it needs a process of its own.
 */
const SHARING = inFolders(
  ...['checks', 'cli', 'core', 'export', 'hosts/file', 'narratives', 'ordinary', 'property', 'statements', 'support', 'workbench'],
);

// Vitest reads its configuration from the default export only.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [liquidAsText],
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page shows comes when it comes: a busy machine must not decide a test.
    expect: { poll: { timeout: 15_000 } },
    allowOnly: false,
    cache: false,
    // Left to itself, vitest keeps one core free: on two that is half the machine.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'own process', include: ['test/**/*.test.{ts,tsx}'], exclude: SHARING } },
      { extends: true, test: { name: 'sharing', include: SHARING, isolate: false } },
    ],
  },
});
