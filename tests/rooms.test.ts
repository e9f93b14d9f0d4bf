import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUESTION_KINDS } from '../src/assessment/kinds/question-kinds.ts';

/** Which wings of the house a wing may import, besides itself. */
const WINGS: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  words: ['diagnostics'],
  pages: ['diagnostics'],
  blocks: ['diagnostics', 'words', 'pages'],
  content: ['diagnostics', 'words'],
  assessment: ['diagnostics', 'words', 'pages', 'blocks', 'content'],
  layout: ['diagnostics', 'words', 'pages', 'blocks'],
  pdf: ['diagnostics', 'pages'],
  templates: ['diagnostics', 'words', 'content', 'assessment'],
  exchange: ['diagnostics', 'words', 'pages', 'blocks', 'content', 'assessment', 'layout'],
  build: [
    'diagnostics',
    'words',
    'pages',
    'blocks',
    'content',
    'assessment',
    'layout',
    'pdf',
    'templates',
    'exchange',
  ],
  studio: [
    'diagnostics',
    'words',
    'pages',
    'blocks',
    'content',
    'assessment',
    'layout',
    'pdf',
    'templates',
    'exchange',
    'build',
  ],
  'studio-client': ['diagnostics', 'studio'],
  cli: [
    'diagnostics',
    'words',
    'pages',
    'blocks',
    'content',
    'assessment',
    'layout',
    'pdf',
    'templates',
    'exchange',
    'build',
    'studio',
  ],
};

/** The rooms from the ground up, each with the libraries and Node modules that it alone may import. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'diagnostics/collections': [],
  'diagnostics/archives': ['fflate'],
  diagnostics: ['yaml', 'zod', 'fastest-levenshtein', 'picocolors'],
  words: ['zod'],
  pages: ['fflate', 'node:crypto', 'node:zlib'],
  'pages/places': [],
  'pages/fonts/opentype': [],
  'pages/fonts': ['fontkit', 'node:module'],
  'pages/pictures/svg/document': ['saxes'],
  'pages/pictures/svg/style': [],
  'pages/pictures/svg/shapes': ['svg-pathdata'],
  'pages/pictures/svg/drawing': [],
  'pages/pictures/svg': [],
  'pages/pictures/jpeg': [],
  'pages/pictures/late': [
    '@jsquash/webp/codec/dec/webp_dec.js',
    'jpeg-js',
    'node:fs',
    'node:module',
    'omggif',
  ],
  'pages/pictures': ['fflate', 'node:module', 'node:worker_threads'],
  blocks: [],
  'blocks/puzzles': ['obscenity'],
  'blocks/named': ['zod'],
  'blocks/exam': ['zod'],
  'blocks/puzzle-blocks': ['zod'],
  'blocks/wall-blocks': ['zod'],
  'blocks/drawing-blocks': ['d3-scale', 'zod'],
  'blocks/markdown/dialects': [
    'markdown-it',
    'markdown-it-abbr',
    'markdown-it-emoji/lib/data/full.mjs',
    'markdown-it-mark',
  ],
  'blocks/markdown': [
    'markdown-it',
    'markdown-it-deflist',
    'markdown-it-footnote',
    'parse5',
    'smol-toml',
    'zod',
  ],
  'content/kinds': ['zod'],
  'content/entries': ['zod'],
  'content/checks': [],
  content: [],
  'content/sources': ['saxes', 'fflate', 'entities'],
  'content/verification': ['node:crypto', 'zod'],
  'assessment/tasks': ['zod'],
  'assessment/boards': ['zod'],
  'assessment/kinds': ['zod'],
  'assessment/item-bank': ['zod'],
  'assessment/papers': [],
  assessment: [],
  'assessment/for-pupils': [],
  'assessment/for-teachers': ['node:crypto'],
  'assessment/lint': [],
  'assessment/class-sets': ['csv-parse/sync', 'read-excel-file/universal', 'uqr'],
  'layout/style': ['zod'],
  'layout/language': ['eld/extrasmall', 'linebreak', 'node:fs', 'node:os', 'node:path', 'node:url'],
  'layout/lines': [],
  'layout/graphs': ['@dagrejs/dagre'],
  'layout/strips': [],
  'layout/strips/text': [],
  'layout/strips/tables': [],
  'layout/strips/blocks': [],
  'layout/paging': [],
  layout: [],
  'layout/sheets': [],
  'pdf/inks': [],
  'pdf/painting': ['pdfkit', 'node:crypto'],
  'pdf/content/syntax': ['@cantoo/pdf-lib', 'node:zlib'],
  'pdf/content/fonts': ['@cantoo/pdf-lib/standard-fonts'],
  'pdf/content': [],
  'pdf/content/operators': [],
  'pdf/reading': ['@cantoo/pdf-lib', 'saxes', 'node:zlib'],
  'pdf/preflight': ['picocolors'],
  'pdf/preflight/checks': [],
  'pdf/proof': ['@hyzyla/pdfium', 'node:zlib'],
  'templates/organiser': [],
  templates: ['handlebars', 'zod'],
  'exchange/losses': [],
  'exchange/archives': ['fflate'],
  'exchange/sqlite': ['sql.js/dist/sql-wasm-inline.js'],
  'exchange/in': [],
  'exchange/in/opening': [],
  'exchange/in/xml': ['saxes'],
  'exchange/in/rich-text': ['parse5'],
  'exchange/in/study-notes': [],
  'exchange/in/text': [],
  'exchange/in/html': ['@mozilla/readability', 'linkedom', 'parse5'],
  'exchange/in/word': ['fflate', 'mammoth', 'saxes'],
  'exchange/in/questions': [],
  'exchange/in/aiken': [],
  'exchange/in/gift': ['gift-pegjs'],
  'exchange/in/moodle': [],
  'exchange/in/qti': [],
  'exchange/in/words': [],
  'exchange/in/spreadsheets': ['csv-parse/sync', 'read-excel-file/universal'],
  'exchange/in/anki': [],
  'exchange/in/quizlet': [],
  'exchange/in/tables': [],
  'exchange/in/pack-writing': ['node:crypto', 'zod'],
  'exchange/out': [],
  'exchange/out/xml': [],
  'exchange/out/rich-text': [],
  'exchange/out/questions': ['node:crypto'],
  'exchange/out/moodle': [],
  'exchange/out/gift': [],
  'exchange/out/qti': [],
  'exchange/out/words': [],
  'exchange/out/spreadsheets': [],
  'exchange/out/anki': ['node:crypto'],
  'exchange/out/quizlet': [],
  'exchange/out/tables': [],
  'exchange/out/markdown': ['zod'],
  'exchange/out/products': [],
  'exchange/out/word/settings': ['docx'],
  'exchange/out/word/blocks': ['docx'],
  'exchange/out/word': ['docx', 'docx/layout', 'fflate'],
  'exchange/out/html': [],
  'exchange/out/epub': ['fflate', 'node:crypto'],
  exchange: [],
  'build/tables': [],
  'build/ledger': ['zod'],
  'build/print-list': ['zod'],
  'build/memory': ['node:crypto'],
  'build/jobs': [],
  'build/key-check': [],
  'build/read-back': [],
  'build/class-set': [],
  'build/exporting': [],
  build: [],
  'studio/wording': [],
  'studio/forms': ['hono/html', 'yaml', 'zod'],
  'studio/page-text': [],
  'studio/wire': [],
  'studio/security': ['node:crypto'],
  'studio/live': ['node:crypto', 'yaml', 'zod'],
  'studio/screens': ['hono/html'],
  'studio/routes': ['hono', 'hono/body-limit', 'node:crypto', 'zod'],
  studio: ['@hono/node-server', 'hono', 'node:crypto', 'node:http'],
  'studio-client/editor': [
    '@codemirror/commands',
    '@codemirror/lang-markdown',
    '@codemirror/language',
    '@codemirror/lint',
    '@codemirror/search',
    '@codemirror/state',
    '@codemirror/view',
    '@lezer/highlight',
  ],
  'studio-client': [],
  'cli/files': ['node:fs', 'node:module', 'node:path', 'node:url'],
  'cli/files/reading': ['node:crypto', 'node:fs', 'node:module', 'node:path'],
  'cli/files/writing': ['node:crypto', 'node:fs', 'node:os', 'node:path', 'zod'],
  'cli/files/starters': ['node:fs', 'node:path'],
  'cli/files/printers': ['node:fs', 'node:path', 'zod'],
  'cli/files/studio': ['node:fs', 'node:module', 'node:os', 'node:path', 'zod'],
  'cli/code-cache': ['node:crypto', 'node:fs', 'node:module', 'node:os', 'node:path', 'node:url', 'node:vm'],
  cli: ['zod', 'node:child_process', 'node:fs', 'node:net', 'node:path', 'node:util', 'node:v8'],
  'cli/shards': ['zod', 'node:child_process', 'node:fs', 'node:path'],
  'cli/importing': ['node:fs', 'node:path'],
  'cli/printing': ['node:path', 'yocto-spinner'],
  'cli/commands': ['zod', 'node:path', 'chokidar'],
};

/** Rooms of one trade: a list of things, and the things, which share a type. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'pdf/content': ['pdf/content/operators'],
  'pdf/preflight': ['pdf/preflight/checks'],
  cli: ['cli/commands'],
};

/** Rooms of one wing that know nothing of each other, with all that is in them. */
const STRANGERS: readonly (readonly [string, string])[] = [['exchange/in', 'exchange/out']];

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );

const texts = new Map(sources('src').map((path) => [path, readFileSync(path, 'utf8')]));

/** What a file imports, types included: files of src by their path, and packages by their name. */
function importsOf(path: string, text: string): { files: string[]; libraries: string[] } {
  const names = [
    ...text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3]!);
  const isOurs = (name: string) => name.startsWith('.');
  return {
    files: names.filter(isOurs).map((name) => posix.join(posix.dirname(path), name)),
    libraries: names.filter((name) => !isOurs(name)),
  };
}

/** The room of a file: the longest path that matches. */
const roomOf = (path: string): string | undefined =>
  Object.keys(ROOMS)
    .filter((room) => path.startsWith(`src/${room}/`))
    .sort((a, b) => b.length - a.length)[0];

const wingOf = (room: string) => room.split('/')[0]!;

const isWithin = (room: string, wing: string) => room === wing || room.startsWith(`${wing}/`);

const areStrangers = (from: string, to: string) =>
  STRANGERS.some(
    ([one, other]) =>
      (isWithin(from, one) && isWithin(to, other)) || (isWithin(from, other) && isWithin(to, one)),
  );

const floorOf = (room: string) => Object.keys(ROOMS).indexOf(room);

/** Whether a file of one room may import a file of another. */
function mayImport(from: string, to: string): boolean {
  if (from === to || LISTS[from]?.includes(to)) return true;
  if (wingOf(from) !== wingOf(to)) return WINGS[wingOf(from)]!.includes(wingOf(to));
  return floorOf(to) < floorOf(from) && !areStrangers(from, to);
}

/** What a file does that its room may not. */
function trespasses(path: string, text: string): string[] {
  const room = roomOf(path);
  if (!room) return [`${path}: there is no such room`];
  const { files, libraries } = importsOf(path, text);
  return [
    ...files
      .filter((file) => !mayImport(room, roomOf(file) ?? ''))
      .map((file) => `${path} imports from ${roomOf(file)}`),
    ...libraries.filter((name) => !ROOMS[room]!.includes(name)).map((name) => `${path} uses ${name}`),
  ];
}

/** The first way round in which files import one another, as a list of paths; undefined if there is none. */
function importCycle(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of imports.keys()) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('the house', () => {
  it('casts nothing by way of unknown, which would hide what the compiler knows', () => {
    const casts = sources('src').filter((path) => readFileSync(path, 'utf8').includes('as unknown as'));
    expect(casts).toEqual([]);
  });

  it('has its wings, and a floor for each room', () => {
    expect(readdirSync('src').sort()).toEqual(Object.keys(WINGS).sort());
    expect(
      Object.keys(ROOMS).filter((room) => ![...texts.keys()].some((path) => roomOf(path) === room)),
    ).toEqual([]);
  });

  it('imports only downwards, and libraries only where they belong', () => {
    expect([...texts].flatMap(([path, text]) => trespasses(path, text))).toEqual([]);
  });

  it('would tell a trespass', () => {
    expect(
      trespasses(
        'src/layout/x.ts',
        "import { a } from 'pdfkit';\nimport type { b } from '../pdf/painting/paint.ts';\n",
      ),
    ).toEqual(['src/layout/x.ts imports from pdf/painting', 'src/layout/x.ts uses pdfkit']);
    expect(trespasses('src/layout/lines/x.ts', "import { a } from '../strips/strip.ts';\n")).toEqual([
      'src/layout/lines/x.ts imports from layout/strips',
    ]);
    expect(trespasses('src/pdf/preflight/checks/x.ts', "import '../../reading/y.ts';\n")).toEqual([]);
    expect(trespasses('src/exchange/out/word/x.ts', "import '../../in/word/y.ts';\n")).toEqual([
      'src/exchange/out/word/x.ts imports from exchange/in/word',
    ]);
    expect(trespasses('src/utils/x.ts', '')).toEqual(['src/utils/x.ts: there is no such room']);
  });

  it('has no import cycles, types included', () => {
    const imports = new Map([...texts].map(([path, text]) => [path, importsOf(path, text).files]));
    expect(importCycle(imports)).toBeUndefined();
  });

  it('would find a cycle', () => {
    const imports = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['b']],
      ['d', []],
    ]);
    expect(importCycle(imports)).toEqual(['b', 'c', 'b']);
    expect(
      importCycle(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toBeUndefined();
  });

  it('knows nothing of the first pack', () => {
    const telling = /hailsham|ishiguro|never let me go|kathy/i;
    expect([...texts].filter(([, text]) => telling.test(text)).map(([path]) => path)).toEqual([]);
  });
});

describe('a named block', () => {
  it('is one file and one line: nothing else imports it but kinds of question that are printed in it', () => {
    const list = 'src/blocks/markdown/named-blocks.ts';
    const blocks = [...texts].filter(
      ([path, text]) =>
        /^src\/blocks\/(named|exam|puzzle-blocks|drawing-blocks)\//.test(path) &&
        text.includes('defineBlock({'),
    );
    expect(blocks.length).toBeGreaterThan(3);
    for (const [block] of blocks) {
      const users = [...texts].filter(([path, text]) => importsOf(path, text).files.includes(block));
      expect(users.map(([path]) => path)).toContain(list);
      const exported = /export const (\w+) = defineBlock/.exec(texts.get(block)!)![1]!;
      const names = new RegExp(
        `import \\{[^}]*\\b${exported}\\b[^}]*\\} from '[^']*${posix.basename(block)}'`,
      );
      expect(
        users
          .filter(([path, text]) => names.test(text) && !path.startsWith('src/assessment/kinds/'))
          .map(([path]) => path),
      ).toEqual([list]);
    }
  });
});

describe('a kind of question', () => {
  const folder = 'src/assessment/kinds/';
  const list = `${folder}question-kinds.ts`;

  it('is one file and one line: nothing else imports it', () => {
    const kinds = [...texts.get(list)!.matchAll(/^ {2}(\w+),$/gm)].map((match) => match[1]!);
    expect(kinds).toHaveLength(QUESTION_KINDS.length);
    for (const exported of kinds) {
      const imported = new RegExp(`import \\{[^}]*\\b${exported}\\b[^}]*\\} from './[a-z-]+\\.ts'`);
      const users = [...texts].filter(([path, text]) => path.startsWith(folder) && imported.test(text));
      expect(users.map(([path]) => path)).toEqual([list]);
    }
    const outside = [...texts].filter(([path]) => !path.startsWith(folder));
    const known = ['parts.ts', 'question-kind.ts', 'question-kinds.ts'].map((name) => folder + name);
    const imported = outside.flatMap(([path, text]) =>
      importsOf(path, text).files.filter((file) => file.startsWith(folder)),
    );
    expect(imported.filter((file) => !known.includes(file))).toEqual([]);
  });

  it('is asked for by name nowhere else', () => {
    const names = QUESTION_KINDS.map(({ name }) => name).join('|');
    const asking = new RegExp(`body\\.kind|(?:===|!==|case) '(?:${names})'`);
    const asks = [...texts].filter(
      ([path, text]) => /^src\/(assessment|templates|build)\//.test(path) && asking.test(text),
    );
    expect(asks.map(([path]) => path).filter((path) => !path.startsWith(folder))).toEqual([]);
  });
});
