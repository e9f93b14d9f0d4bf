import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const CONFIG = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config;
const { options } = ts.parseJsonConfigFileContent({ ...CONFIG, include: [] }, ts.sys, process.cwd());

/** What breaks with what an author may write, in files of `src`, or in a text that stands for one. */
function faultsOf(paths: readonly string[], texts: ReadonlyMap<string, string> = new Map()): string[] {
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => texts.get(path) ?? read(path);
  host.fileExists = (path) => texts.has(path) || ts.sys.fileExists(path);
  const program = ts.createProgram([...paths], options, host);
  const checker = program.getTypeChecker();
  return paths.flatMap((path) => {
    const file = program.getSourceFile(path)!;
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const problem = lookUp(node, checker) ?? spread(node, checker);
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      if (problem !== undefined)
        found.push(`${path.replace(`${process.cwd()}/`, '')}:${line + 1} ${problem}: ${node.getText(file)}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

/** `table[name]` and `name in table` with a name that may be any text: `constructor` would be found in each table. */
function lookUp(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  const isIn = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword;
  const name = isIn ? node.left : ts.isElementAccessExpression(node) ? node.argumentExpression : undefined;
  // No object has a property by birth that has a slash in its name.
  if (name && ts.isTemplateExpression(name) && name.head.text.includes('/')) return undefined;
  if (name === undefined || !isAnyText(checker.getTypeAtLocation(name), checker)) return undefined;
  if (ts.isElementAccessExpression(node) && isGuarded(node)) return undefined;
  return 'a name that may be any text is looked up; use ownValue or a Map';
}

function isAnyText(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.some((one) => isAnyText(one, checker));
  const is = (flags: ts.TypeFlags) => (type.flags & flags) !== 0;
  if (is(ts.TypeFlags.TypeParameter | ts.TypeFlags.Index)) {
    const bound = checker.getBaseConstraintOfType(type);
    return bound === undefined || isAnyText(bound, checker);
  }
  const { TypeFlags } = ts;
  return is(TypeFlags.Any | TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping);
}

/** Whether `Object.hasOwn` has been asked of the same table and name, in a condition around it. */
function isGuarded(node: ts.ElementAccessExpression): boolean {
  const asked = `Object.hasOwn(${node.expression.getText()}, ${node.argumentExpression.getText()})`;
  for (let here: ts.Node = node; here.parent; here = here.parent) {
    const { parent } = here;
    const condition =
      ts.isConditionalExpression(parent) && parent.condition !== here
        ? parent.condition
        : ts.isIfStatement(parent) && parent.expression !== here
          ? parent.expression
          : undefined;
    if (condition?.getText().includes(asked)) return true;
  }
  return false;
}

/**
 * `f(...list)`: arguments go onto the stack, which has room for about a hundred thousand. Tuples, what came as arguments
 * itself, and bytes that are cut where they are used are short.
 */
function spread(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  if (!ts.isSpreadElement(node) || ts.isArrayLiteralExpression(node.parent)) return undefined;
  const list = node.expression;
  const type = checker.getTypeAtLocation(list);
  const isTuple =
    checker.isTupleType(type) &&
    ((type as ts.TypeReference).target as ts.TupleType).elementFlags.every(
      (flags) => (flags & ts.ElementFlags.Variable) === 0,
    );
  const declared = checker.getSymbolAtLocation(list)?.valueDeclaration;
  const isRest = declared !== undefined && ts.isParameter(declared) && declared.dotDotDotToken !== undefined;
  // A path of a file has few folders.
  const isPath = ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'join';
  const isCut =
    ts.isCallExpression(list) && /\.subarray$/.test(list.expression.getText()) && list.arguments.length === 2;
  if (isTuple || isRest || isCut || isPath) return undefined;
  return 'a list of any length is spread into arguments; use append, largest or smallest';
}

/** The faults of a piece of code, without where they are. */
const faultsIn = (text: string): string[] => {
  const path = resolve('src/example.ts');
  return faultsOf([path], new Map([[path, text]])).map((fault) => fault.replace(/^\S+ (?:.*): /, ''));
};

describe('what authors write may be', () => {
  it('any name, and any length', () => {
    const paths = ts.sys.readDirectory('src', ['.ts']).map((path) => resolve(path));
    expect(paths.length).toBeGreaterThan(400);
    const allowed = /^src\/diagnostics\/collections\/own-value\.ts:/;
    expect(faultsOf(paths).filter((fault) => !allowed.test(fault))).toEqual([]);
  });
});

describe('a look-up', () => {
  it('by any text is found', () => {
    const code = `const table: Record<string, number> = { a: 1 };
      export const one = (name: string) => table[name];
      export const two = (name: string) => name in table;
      export const three = <K extends string>(name: K) => table[name + '-x'];
      export function four(name: string) { table[name] = 2; }`;
    expect(faultsIn(code)).toEqual(['table[name]', 'name in table', "table[name + '-x']", 'table[name]']);
  });

  it('by known names, by numbers, or with a guard is well', () => {
    const code = `const table: Record<string, number> = { a: 1 };
      export const one = (name: 'a' | 'b') => table[name];
      export const two = (at: number) => [1, 2][at];
      export const three = (name: string) => (Object.hasOwn(table, name) ? table[name] : 0);
      export const four = (shape: { a: 1 } | { b: 2 }) => 'a' in shape;
      export function five(name: string) { if (!Object.hasOwn(table, name)) table[name] = 1; }`;
    expect(faultsIn(code)).toEqual([]);
  });

  it('with a guard for another name is found', () => {
    const code = `const table: Record<string, number> = { a: 1 };
      export const one = (name: string, other: string) => (Object.hasOwn(table, other) ? table[name] : 0);`;
    expect(faultsIn(code)).toEqual(['table[name]']);
  });
});

describe('a spread', () => {
  it('of a list into arguments is found', () => {
    const code = `export const one = (list: number[]) => Math.max(0, ...list);
      export const two = (list: string[], more: readonly string[]) => list.push(...more.map((x) => x));
      export const three = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(4));
      export const four = (list: [number, ...number[]]) => new Date(...(list as unknown as [number]), ...list);`;
    expect(faultsIn(code)).toEqual(['...list', '...more.map((x) => x)', '...bytes.subarray(4)', '...list']);
  });

  it('into a list, of a tuple, of arguments, or of bytes that are cut is well', () => {
    const code = `export const one = (list: number[]) => [0, ...list];
      export const two = (pair: readonly [number, number]) => Math.max(...pair);
      export const three = (...list: number[]) => Math.max(...list);
      export const four = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(4, 8));`;
    expect(faultsIn(code)).toEqual([]);
  });
});
