/** One process that merely parses one workbook, and ends. */
import { readFileSync } from 'node:fs';
import { parseOnly } from './work-parse.ts';

const [, , path = ''] = process.argv;
if (parseOnly(readFileSync(path)) === 0) process.exitCode = 1;
