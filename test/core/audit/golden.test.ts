/** A text with one fault of each kind, as an accountant might hand it in, and everything that is said of it. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { auditNarrative, loadAccounts, openWorkbook } from '../../../src/engine.ts';

const FOLDER = 'test/expected/changji-2023';
const open = async (path: string) => openWorkbook(new Uint8Array(readFileSync(path)), path);

it('finds what it should in the faulty text of Changji, and nothing else', async () => {
  const loaded = loadAccounts(await open('assets/samples/changji-2023.xlsx'), await open('assets/samples/changji-2022.xlsx'));
  const [accounts] = loaded.sets;
  if (accounts === undefined) throw new Error('no accounts');
  const { claims, findings, unplaced } = auditNarrative(readFileSync(`${FOLDER}/audit.txt`, 'utf8'), accounts);
  const said = findings.map(({ line, text, verdict, correction, message }) => ({
    line,
    text,
    verdict,
    correction: correction?.text ?? null,
    message: message['zh-CN'],
    english: message.en,
  }));
  expect({ claims, unplaced: unplaced.map(({ text }) => text), findings: said }).toEqual(
    JSON.parse(readFileSync(`${FOLDER}/audit.json`, 'utf8')),
  );
});
