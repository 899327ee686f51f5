/** `npm test`: types, lint, format, manifest and every test, each step said in one line; the last line is the count. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setup, setupBrowser } from '../.ci/setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitestReport = join(tmpdir(), `tieout-vitest-${process.pid}.json`);
const lanes = 2;

/** The steps, longest first. A step is the package script of that name, and counts as one test unless it brings a report. */
const steps = [
  {
    title: 'tests',
    script: 'test:unit',
    extra: `--reporter=default --reporter=json --outputFile.json="${vitestReport}"`,
    count: countVitest,
  },
  { title: 'types', script: 'typecheck:all' },
  { title: 'types of the core alone', script: 'typecheck:core' },
  { title: 'lint', script: 'lint:code' },
  { title: 'format', script: 'lint:format', remedy: 'npm run format' },
  { title: 'manifest', script: 'validate' },
];

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const env = {
  ...process.env,
  PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH,
  FORCE_COLOR: '0',
  NO_COLOR: '1',
  CI: process.env.CI ?? 'true',
};

/** Runs one step to its end, without input, keeping what it prints for the case that it fails. */
function run(step) {
  return new Promise((resolve) => {
    const started = Date.now();
    const command = step.extra ? `${scripts[step.script]} ${step.extra}` : scripts[step.script];
    const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      const succeeded = code === 0;
      const counts = step.count ? step.count(succeeded) : { passed: Number(succeeded), failed: Number(!succeeded), skipped: 0 };
      resolve({ step, counts, output: Buffer.concat(output).toString('utf8'), seconds: (Date.now() - started) / 1000 });
    });
  });
}

/** Counts from vitest's own report; a file that cannot even be loaded, and an error outside any test, count as one failure each. */
function countVitest(succeeded) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const file of JSON.parse(readFileSync(vitestReport, 'utf8')).testResults) {
      if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) counts.failed += 1;
      for (const { status } of file.assertionResults) {
        counts[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1;
      }
    }
  } catch {
    counts.failed += 1;
  }
  if (!succeeded && counts.failed === 0) counts.failed += 1;
  rmSync(vitestReport, { force: true });
  return counts;
}

function report({ step, counts, output, seconds }) {
  const tally = step.count ? `: ${summary(counts)}` : '';
  console.log(`${counts.failed === 0 ? '✓' : '✗'} ${step.title}${tally} (${seconds.toFixed(1)} s)`);
  if (counts.failed === 0) return;
  console.log(output.trimEnd().replace(/^/gm, '    '));
  console.log(`    → ${step.remedy ? `put right by: ${step.remedy}` : `again on its own: npm run ${step.script}`}\n`);
}

const summary = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const total = { passed: 0, failed: 0, skipped: 0 };
if (setup()) {
  setupBrowser();
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await run(step);
      report(result);
      for (const key of Object.keys(total)) total[key] += result.counts[key];
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
} else {
  total.failed = 1;
}
console.log(summary(total));
process.exitCode = total.failed === 0 ? 0 : 1;
