/** One process that reads a workbook of ordinary tables and checks it, and says what that took. */
import { readFileSync } from 'node:fs';
import { loadAccounts, openWorkbook, reviewWorkbook } from '../src/engine.ts';
import { milliseconds, peakMemory } from './measure.ts';

const [, , path = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(path));
let findings = 0;
const time = await milliseconds(async () => {
  const { ordinary } = reviewWorkbook(loadAccounts(await openWorkbook(bytes, '大表.xlsx')));
  findings = ordinary.flatMap((one) => one.findings).length;
});
console.log(JSON.stringify({ time, memory: peakMemory(), findings }));
