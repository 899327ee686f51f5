/** One process that merely parses a workbook of ordinary tables, and says what that took. */
import { readFileSync } from 'node:fs';
import { milliseconds, peakMemory } from './measure.ts';
import { parseOnly } from './work-parse.ts';

const [, , path = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(path));
const time = await milliseconds(() => parseOnly(bytes));
console.log(JSON.stringify({ time, memory: peakMemory(), findings: 0 }));
