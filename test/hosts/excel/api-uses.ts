/** Every member of the Excel API that a program uses, with the requirement set its documentation names: accesses, destructuring, object literals and load paths. */
import { basename } from 'node:path';
import ts from 'typescript';

export interface ApiUse {
  /** «Range.values», as declared. */
  readonly member: string;
  /** «ExcelApi 1.1»; 'untagged' when neither the member nor its class says so. */
  readonly sets: readonly string[];
  readonly at: string;
}

export interface ApiReport {
  readonly uses: readonly ApiUse[];
  /** Load paths that lead nowhere, or that cannot be read off the source. */
  readonly faults: readonly string[];
}

export function apiUses(files: readonly string[], options: ts.CompilerOptions): ApiReport {
  const program = ts.createProgram([...files], options);
  const checker = program.getTypeChecker();
  const uses: ApiUse[] = [];
  const faults: string[] = [];

  const place = (node: ts.Node): string => {
    const source = node.getSourceFile();
    return `${basename(source.fileName)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  };
  const note = (symbol: ts.Symbol | undefined, node: ts.Node): void => {
    const target = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
    const sets = target === undefined ? [] : setsOf(target);
    if (target !== undefined && sets.length > 0) uses.push({ member: qualified(target), sets, at: place(node) });
  };

  function visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), node.name);
    else if (ts.isObjectBindingPattern(node)) {
      const type = checker.getTypeAtLocation(node);
      for (const { propertyName, name } of node.elements) {
        const key = propertyName ?? name;
        if (ts.isIdentifier(key)) note(checker.getPropertyOfType(checker.getNonNullableType(type), key.text), key);
      }
    } else if (ts.isObjectLiteralExpression(node)) {
      const type = checker.getContextualType(node);
      for (const property of node.properties) {
        if (type !== undefined && property.name !== undefined && ts.isIdentifier(property.name))
          note(checker.getPropertyOfType(type, property.name.text), property);
      }
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'load')
      loaded(node, node.expression);
    ts.forEachChild(node, visit);
  }

  function loaded(call: ts.CallExpression, access: ts.PropertyAccessExpression): void {
    const [argument] = call.arguments;
    if (argument === undefined || !ts.isStringLiteralLike(argument)) {
      faults.push(`${place(call)}: what is loaded must be written out as one text`);
      return;
    }
    const type = checker.getTypeAtLocation(access.expression);
    for (const path of argument.text.split(',')) followPath(path.trim(), checker.getNonNullableType(type), argument);
  }

  function followPath(path: string, start: ts.Type, node: ts.Node): void {
    let type = start;
    for (const segment of path.split('/')) {
      const property =
        checker.getPropertyOfType(type, segment) ?? (elementOf(type) && checker.getPropertyOfType(elementOf(type) ?? type, segment));
      if (property === undefined) {
        faults.push(`${place(node)}: «${path}» leads nowhere at «${segment}»`);
        return;
      }
      note(property, node);
      const next = checker.getNonNullableType(checker.getTypeOfSymbol(property));
      type = segment === 'items' ? (checker.getIndexTypeOfType(next, ts.IndexKind.Number) ?? next) : next;
    }
  }

  /** A collection's path may leave out `items`. */
  function elementOf(type: ts.Type): ts.Type | undefined {
    const items = checker.getPropertyOfType(type, 'items');
    return items && checker.getIndexTypeOfType(checker.getTypeOfSymbol(items), ts.IndexKind.Number);
  }

  function qualified(symbol: ts.Symbol): string {
    const parent = (symbol as ts.Symbol & { readonly parent?: ts.Symbol }).parent;
    return parent === undefined ? symbol.name : `${checker.symbolToString(parent)}.${symbol.name}`;
  }

  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source !== undefined) visit(source);
  }
  return { uses, faults };
}

/** The nearest tag above the declaration: the member's own, else its class's. */
function setsOf(symbol: ts.Symbol): string[] {
  const found = new Set<string>();
  for (const declaration of symbol.declarations ?? []) {
    if (!declaration.getSourceFile().fileName.includes('@types/office-js')) continue;
    found.add(tagAbove(declaration) ?? 'untagged');
  }
  return [...found];
}

function tagAbove(declaration: ts.Node): string | undefined {
  for (let node = declaration; !ts.isSourceFile(node); node = node.parent) {
    const comment = node.getSourceFile().text.slice(node.getFullStart(), node.getStart());
    const tags = [...comment.matchAll(/\[Api set:\s*([A-Za-z]+)(?:\s+(\d[\d.]*|BETA))?/g)];
    const tag = tags[tags.length - 1];
    if (tag !== undefined) return `${tag[1]} ${tag[2] ?? '?'}`;
  }
  return undefined;
}

/** Whether the set is the Excel API, and not later than `most`. */
export function within(set: string, most: string): boolean {
  const [name = '', version = ''] = set.split(' ');
  return name === 'untagged' || (name === 'ExcelApi' && rank(version) <= rank(most));
}

function rank(version: string): number {
  const [major = '', minor = '0'] = version.split('.');
  return /^\d+$/.test(major) ? Number(major) * 1000 + Number(minor) : Infinity;
}
