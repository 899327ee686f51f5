/** How the tests run: plain Node, with a narrative's wording (.liquid) read as text just as in the shipped bundle. */
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const liquidAsText = {
  name: 'tieout-liquid-as-text',
  enforce: 'pre' as const,
  load(id: string): string | undefined {
    const file = id.split('?')[0] ?? id;
    return file.endsWith('.liquid') ? `export default ${JSON.stringify(readFileSync(file, 'utf8'))};` : undefined;
  },
};

// Vitest reads its configuration from the default export only.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [liquidAsText],
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What a page shows comes when it comes: a busy machine must not decide a test.
    expect: { poll: { timeout: 15_000 } },
    allowOnly: false,
    cache: false,
  },
});
