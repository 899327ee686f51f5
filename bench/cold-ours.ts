/** One process that reads, recognises, checks and narrates one workbook, and ends. */
import { readFileSync } from 'node:fs';
import { ourWork } from './work-ours.ts';

const [, , path = ''] = process.argv;
const outcome = await ourWork(readFileSync(path), path);
if (outcome.relations === 0) process.exitCode = 1;
