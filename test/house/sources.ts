/** What every source file keeps to: how it opens, what it exports, what it may never name. One function for each rule. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** The paths a file imports, re-exports or loads later, as written. */
export function importsOf(text: string): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** `any`, and default exports; a declaration of another kind of file (`declare module '*.liquid'`) may have one. */
export function syntaxFaults(file: string, text: string): readonly string[] {
  const faults: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const say = (node: ts.Node, what: string): void => {
    faults.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) say(node, '`any`');
    if (isDefaultExport(node) && !source.isDeclarationFile) say(node, 'default export');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false);
}

/** Every file opens with one or two sentences on what it is for. */
export function openingFault(file: string, text: string): string | null {
  return /^\uFEFF?(#!.*\n)?\/\*\*\s*(\*\s*)?[^\s*][\s\S]*?\*\//.test(text) ? null : `${file} does not open with a /** … */ comment`;
}

const machinePath = /(?<![\w.)\]}])\/(?:home|root|work|Users|tmp|mnt|srv)\/[\w.-]|\b[A-Z]:\\+(?:Users|Program|Windows|work)/;
const registryHost = /\bregistry\.[a-z]|\bnpmjs\.(?:org|com)|\bnpmmirror\b|\/artifactory\//i;

/** Names of one machine or of one package registry are useless to everybody else. */
export function foreignNameFaults(file: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = machinePath.exec(line) ?? registryHost.exec(line);
    return found ? [`${file}:${index + 1}: "${found[0].trim()}" names a machine's path or a registry`] : [];
  });
}

const testWords = ['it', 'test', 'describe', 'suite', 'bench'];
const leftOut = ['only', 'skip', 'todo', 'skipIf', 'runIf', 'fails'];

/** `it.only`, `describe.skip` and their like leave tests out without anyone seeing it. */
export function leftOutFaults(file: string, text: string): readonly string[] {
  const faults: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && leftOut.includes(node.name.text) && testWords.includes(rootName(node))) {
      faults.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: .${node.name.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function rootName(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return rootName(node.expression);
  return ts.isIdentifier(node) ? node.text : '';
}

/** Links to files of this repository that are not there. Code blocks and web addresses are left alone. */
export function linkFaults(file: string, text: string, exists: (path: string) => boolean = existsSync): readonly string[] {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)|^\[[^\]]+\]:\s*(\S+)|\b(?:src|href)="([^"]+)"/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  return targets
    .filter((target) => !/^(?:[a-z]+:|#|\/\/)/i.test(target))
    .filter((target) => !exists(resolve(dirname(file), decodeURI(target.replace(/[#?].*$/, '')))))
    .map((target) => `${file}: the link ${target} leads nowhere`);
}
