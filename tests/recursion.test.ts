import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const CONFIG = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config;
const { options } = ts.parseJsonConfigFileContent({ ...CONFIG, include: [] }, ts.sys, process.cwd());

type Declared = ts.FunctionLikeDeclaration & { readonly body: ts.ConciseBody };

/** A function with a name, and what it mentions. */
interface Named {
  readonly name: string;
  readonly declared: Declared;
  readonly mentions: Set<ts.Symbol>;
}

/** The functions of some files that call themselves, or one another in a circle, each circle with the types that they are given. */
function circlesOf(paths: readonly string[], texts: ReadonlyMap<string, string> = new Map()) {
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => texts.get(path) ?? read(path);
  host.fileExists = (path) => texts.has(path) || ts.sys.fileExists(path);
  const program = ts.createProgram([...paths], options, host);
  const checker = program.getTypeChecker();
  const known = new Map<ts.Symbol, Named>();
  for (const path of paths) collect(program.getSourceFile(path)!, checker, known);
  for (const one of known.values()) addMentions(one, checker, known);
  return circles(known).map((circle) => ({
    at: circle.map(({ name }) => name).sort(),
    given: circle.flatMap(({ declared }) =>
      declared.parameters.map((parameter) => parameterText(parameter, checker)),
    ),
  }));
}

/** `depth: number`, with the type as it is written, or as it is inferred. */
const parameterText = (parameter: ts.ParameterDeclaration, checker: ts.TypeChecker) =>
  `${parameter.name.getText()}: ${parameter.type?.getText() ?? checker.typeToString(checker.getTypeAtLocation(parameter))}`;

function collect(file: ts.SourceFile, checker: ts.TypeChecker, known: Map<ts.Symbol, Named>): void {
  const path = file.fileName.replace(`${process.cwd()}/src/`, '');
  const visit = (node: ts.Node): void => {
    const named = namedFunction(node);
    const symbol = named && checker.getSymbolAtLocation(named.name);
    if (named && symbol)
      known.set(symbol, {
        name: `${path} ${named.name.getText()}`,
        declared: named.declared,
        mentions: new Set(),
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function namedFunction(node: ts.Node): { name: ts.Node; declared: Declared } | undefined {
  if (
    (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isGetAccessor(node)) &&
    node.name &&
    node.body
  )
    return { name: node.name, declared: node as Declared };
  const hasInitializer =
    ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);
  if (!hasInitializer || !node.initializer) return undefined;
  const value = node.initializer;
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value)
    ? { name: node.name, declared: value }
    : undefined;
}

/** Adds the functions that a function mentions: called, or handed to another, as in `list.map(walk)`. */
function addMentions(one: Named, checker: ts.TypeChecker, known: ReadonlyMap<ts.Symbol, Named>): void {
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      let symbol = ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
      if (symbol && known.has(symbol) && known.get(symbol)!.declared !== node.parent && !isName(node))
        one.mentions.add(symbol);
    }
    ts.forEachChild(node, visit);
  };
  visit(one.declared.body);
}

/** Whether an identifier is where its function gets its name. */
const isName = (node: ts.Identifier): boolean =>
  'name' in node.parent && node.parent.name === node && !ts.isPropertyAccessExpression(node.parent);

/** Groups of functions that can reach one another. */
function circles(known: ReadonlyMap<ts.Symbol, Named>): Named[][] {
  const index = new Map<ts.Symbol, number>();
  const low = new Map<ts.Symbol, number>();
  const stack: ts.Symbol[] = [];
  const found: Named[][] = [];
  const visit = (symbol: ts.Symbol): void => {
    index.set(symbol, index.size);
    low.set(symbol, index.get(symbol)!);
    stack.push(symbol);
    for (const next of known.get(symbol)!.mentions) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(symbol, Math.min(low.get(symbol)!, low.get(next)!));
    }
    if (low.get(symbol) !== index.get(symbol)) return;
    const group = stack.splice(stack.indexOf(symbol));
    const isCircle = group.length > 1 || known.get(symbol)!.mentions.has(symbol);
    if (isCircle) found.push(group.map((one) => known.get(one)!));
  };
  for (const symbol of known.keys()) if (!index.has(symbol)) visit(symbol);
  return found;
}

/** What holds the trees that functions may walk by calling themselves: no deeper than `bound` in `file` says, as `test` shows. */
const TREES: readonly {
  readonly types: RegExp;
  readonly file: string;
  readonly bound: string;
  readonly test: string;
}[] = [
  {
    // Blocks are made of Markdown, and all that is laid out is made of blocks.
    types:
      /\b(?:Block|B|Inline|Token|TokenReader|Columns|Group|Quote|BoxBlock|TableCell|Strip|Mark|GroupMark|Picture|StructureNode|DraftNode|Span)\b/,
    file: 'src/blocks/markdown/tokens/tokenize.ts',
    bound: 'maxNesting',
    test: 'tests/bad/nesting-too-deep',
  },
  {
    types: /\b(?:HtmlNode|HtmlElement)\b/,
    file: 'src/blocks/markdown/html/read-flow.ts',
    bound: 'DEEPEST',
    test: 'tests/blocks',
  },
  {
    // Drawings, and what is imported as XML.
    types: /\bSvgElement\b/,
    file: 'src/pages/pictures/svg/document/svg-tree.ts',
    bound: 'MAX_DEPTH',
    test: 'tests/pages/pictures/picture-limits.test.ts',
  },
  {
    types: /\bXmlElement\b/,
    file: 'src/exchange/in/xml/read-xml.ts',
    bound: 'DEEPEST',
    test: 'tests/exchange/in/hostile-imports.test.ts',
  },
  {
    // Web pages that are imported, and what is found in them.
    types: /\b(?:PageNode|PageElement|Element|TextSection)\b/,
    file: 'src/exchange/in/html/page-tree.ts',
    bound: 'DEEPEST',
    test: 'tests/exchange/in/hostile-imports.test.ts',
  },
  {
    types: /\b(?:Node|Element)\b/,
    file: 'src/exchange/in/rich-text/shallow-html.ts',
    bound: 'DEEPEST',
    test: 'tests/exchange/in/hostile-imports.test.ts',
  },
  {
    types: /\b(?:ReadNode|PDFDict)\b/,
    file: 'src/pdf/reading/read-structure.ts',
    bound: 'DEEPEST',
    test: 'tests/pdf/reading/read-pdf.test.ts',
  },
  {
    // A part has a letter, its parts have numbers, and these have none.
    types: /\b(?:Task|TaskSource)\b/,
    file: 'src/assessment/tasks/split-task.ts',
    bound: 'depth > 3 && part ? part : root',
    test: 'tests/assessment',
  },
  {
    // What YAML holds, and plain data that is made of it.
    types: /\b(?:unknown|FieldData|Written|Issue|T)\b/,
    file: 'src/diagnostics/yaml/library/parse-yaml.ts',
    bound: 'DEEPEST',
    test: 'tests/diagnostics/yaml/check-yaml.test.ts',
  },
  {
    // Schemas are the program's own.
    types: /\b(?:z\.ZodType|JsonField|FormPart)\b/,
    file: 'src/diagnostics/json-schema.ts',
    bound: 'z.ZodType',
    test: 'tests/diagnostics',
  },
];

/** Says how deep it is: somebody counts. */
const DEPTH = /^(?:depth|level|uses|\{.*\bdepth\b.*\}):? /;

/** Circles that walk no tree, each with what ends it. */
const OTHERS: Readonly<Record<string, string>> = {
  'assessment/tasks/letter-of.ts letterOf': 'a letter for each power of 26',
  'blocks/markdown/html/read-html-list.ts lettersOf': 'a letter for each power of 26',
  'blocks/puzzle-blocks/matching-cards.ts lettersFor': 'a letter for each power of 26',
  'diagnostics/yaml/read-plain-yaml.ts readBlock': 'indents are no further than FURTHEST',
  'content/entries/rejoin-fields.ts rejoinFields':
    'it joins a field that the entry does not have yet, of which there are few',
  'diagnostics/report.ts createReport': 'a report makes one when it is asked to, and only then',
  'layout/strips/blocks/board-columns.ts from': 'once for each column of a board',
  'layout/sheets/larger-grids.ts largerGrids': 'the larger side of a grid is halved',
  'cli/files/reading/read-files.ts walk': 'a path has 4,096 bytes',
  'cli/files/reading/read-pictures.ts walk': 'a path has 4,096 bytes',
  'cli/files/reading/list-unread.ts walk': 'a path has 4,096 bytes',
  'cli/files/studio/open-studio-disk.ts walk': 'a path has 4,096 bytes',
  'cli/files/writing/make-folder.ts makeFolder': 'a path has 4,096 bytes',
  'pages/fonts/open-faces.ts find': 'a name without features asks for no other',
  'cli/code-cache/run-cached.ts load': 'the files of the program itself',
  'studio-client/show-conflict.ts showConflict': 'it is shown again when somebody clicks',
};

const isBounded = ({ at, given }: { at: readonly string[]; given: readonly string[] }): boolean =>
  given.some((one) => DEPTH.test(one)) ||
  TREES.some(({ types }) => given.some((one) => types.test(one.slice(one.indexOf(': ') + 2)))) ||
  at.some((name) => Object.hasOwn(OTHERS, name));

describe('functions that call themselves', () => {
  const files = ts.sys.readDirectory('src', ['.ts']).map((path) => resolve(path));
  const all = circlesOf(files);

  it('walk trees whose depth is bounded where they are read, or count how deep they are', () => {
    expect(all.length).toBeGreaterThan(100);
    const loose = all.filter((one) => !isBounded(one));
    expect(loose.map(({ at, given }) => `${at.join(', ')} (${given.join(', ')})`)).toEqual([]);
  });

  it('are all there that are listed, and so are the bounds', () => {
    const names = new Set(all.flatMap(({ at }) => at));
    expect(Object.keys(OTHERS).filter((name) => !names.has(name))).toEqual([]);
    for (const { file, bound, test } of TREES) {
      expect(ts.sys.readFile(file), file).toContain(bound);
      expect(ts.sys.fileExists(test) || ts.sys.directoryExists(test), test).toBe(true);
    }
  });
});

describe('a circle', () => {
  const found = (code: string) => {
    const path = resolve('src/example.ts');
    return circlesOf([path], new Map([[path, code]]))
      .filter((one) => !isBounded(one))
      .map(({ at }) => at.map((name) => name.replace(/^\S+ /, '')));
  };

  it('is found whether functions call or hand on one another', () => {
    expect(
      found('export const all = (texts: string[]): string[] => texts.flatMap((one) => all([one]));'),
    ).toEqual([['all']]);
    expect(
      found(
        'function even(n: number): boolean { return odd(n - 1); }\nfunction odd(n: number): boolean { return [n].some(even); }',
      ),
    ).toEqual([['even', 'odd']]);
    expect(
      found(
        'export class Reader { read(text: string): string { return this.again(text); } again(text: string): string { return this.read(text); } }',
      ),
    ).toEqual([['again', 'read']]);
  });

  it('is well if it counts, or walks a bounded tree', () => {
    expect(
      found(
        'export const deep = (text: string, depth: number): string => (depth > 9 ? text : deep(text, depth + 1));',
      ),
    ).toEqual([]);
    expect(
      found(
        'interface Block { blocks: Block[] }\nexport const count = (block: Block): number => block.blocks.map(count).length;',
      ),
    ).toEqual([]);
  });

  it('is not what only has the name of another', () => {
    expect(
      found(
        'const walk = (n: number) => n;\nexport const run = (walk: number) => walk + 1;\nexport const go = () => walk(1);',
      ),
    ).toEqual([]);
  });
});
