import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom. `libraries` are npm packages and node modules that a room may use. */
const ROOMS: Readonly<Record<string, { rooms: readonly string[]; libraries: readonly string[] }>> = {
  // Any room may import it.
  collections: { rooms: [], libraries: [] },
  diagnostics: { rooms: [], libraries: ['yaml', 'zod', 'fastest-levenshtein', 'picocolors'] },
  files: {
    rooms: ['diagnostics'],
    libraries: ['node:fs', 'node:os', 'node:path', 'node:url', 'node:module'],
  },
  content: { rooms: ['diagnostics'], libraries: ['zod'] },
  sources: { rooms: ['content', 'diagnostics'], libraries: ['saxes', 'fflate'] },
  verification: {
    rooms: ['sources', 'content', 'diagnostics'],
    libraries: ['node:crypto', 'zod'],
  },
  tasks: { rooms: ['content', 'diagnostics'], libraries: ['zod'] },
  'item-bank': { rooms: ['tasks', 'content', 'diagnostics'], libraries: ['zod'] },
  papers: { rooms: ['tasks', 'content', 'diagnostics'], libraries: ['zod'] },
  worksheets: { rooms: ['papers', 'tasks', 'content', 'diagnostics'], libraries: [] },
  assessment: {
    rooms: ['worksheets', 'papers', 'item-bank', 'tasks', 'content', 'diagnostics'],
    libraries: ['node:crypto'],
  },
  answers: {
    rooms: ['assessment', 'worksheets', 'papers', 'tasks', 'content', 'diagnostics'],
    libraries: [],
  },
  lint: { rooms: ['assessment', 'answers', 'papers', 'tasks', 'content', 'diagnostics'], libraries: [] },
  rosters: { rooms: ['diagnostics'], libraries: ['csv-parse/sync'] },
  sets: {
    rooms: ['rosters', 'assessment', 'papers', 'content', 'blocks', 'pages', 'diagnostics'],
    libraries: ['uqr'],
  },
  template: { rooms: ['assessment', 'answers', 'content', 'diagnostics'], libraries: ['handlebars', 'zod'] },
  ticket: { rooms: ['diagnostics', 'content', 'template', 'pages'], libraries: ['zod'] },
  blocks: { rooms: ['diagnostics', 'pages'], libraries: ['zod'] },
  'named-blocks': { rooms: ['diagnostics', 'blocks'], libraries: ['zod'] },
  'exam-blocks': { rooms: ['diagnostics', 'blocks', 'named-blocks'], libraries: ['zod'] },
  markdown: {
    rooms: ['diagnostics', 'blocks', 'named-blocks', 'exam-blocks'],
    libraries: ['markdown-it', 'markdown-it-deflist', 'markdown-it-footnote', 'zod'],
  },
  drawings: { rooms: ['diagnostics', 'pages'], libraries: ['saxes', 'svg-pathdata'] },
  pictures: { rooms: ['diagnostics', 'pages', 'drawings'], libraries: ['fflate', 'jpeg-js'] },
  fonts: { rooms: ['diagnostics'], libraries: ['fontkit'] },
  language: { rooms: [], libraries: ['hyphen', 'linebreak', 'node:module'] },
  pages: { rooms: [], libraries: [] },
  lines: { rooms: ['diagnostics', 'blocks', 'fonts', 'language', 'pages'], libraries: [] },
  strips: { rooms: ['diagnostics', 'blocks', 'fonts', 'language', 'pages', 'lines'], libraries: [] },
  layout: {
    rooms: ['diagnostics', 'blocks', 'fonts', 'language', 'pages', 'lines', 'strips'],
    libraries: [],
  },
  'key-check': {
    rooms: ['diagnostics', 'content', 'tasks', 'papers', 'pdf-reading'],
    libraries: [],
  },
  imposition: { rooms: ['diagnostics', 'pages'], libraries: [] },
  icc: { rooms: ['diagnostics'], libraries: [] },
  proof: {
    rooms: ['diagnostics', 'pages', 'pdf-reading', 'preflight'],
    libraries: ['@hyzyla/pdfium', 'fast-png'],
  },
  prepress: { rooms: ['diagnostics', 'pages', 'pictures', 'icc'], libraries: [] },
  pdf: { rooms: ['pages', 'fonts'], libraries: ['pdfkit', 'fflate', 'node:crypto'] },
  'pdf-content': {
    rooms: ['pages'],
    libraries: ['@cantoo/pdf-lib', '@cantoo/pdf-lib/standard-fonts', 'node:zlib'],
  },
  'pdf-reading': {
    rooms: ['diagnostics', 'pages', 'pdf-content'],
    libraries: ['@cantoo/pdf-lib', 'saxes'],
  },
  preflight: { rooms: ['diagnostics', 'pages', 'pdf-content', 'pdf-reading'], libraries: ['picocolors'] },
  cli: {
    rooms: [
      'diagnostics',
      'files',
      'content',
      'sources',
      'verification',
      'assessment',
      'lint',
      'template',
      'ticket',
      'blocks',
      'named-blocks',
      'markdown',
      'fonts',
      'language',
      'pages',
      'pictures',
      'layout',
      'imposition',
      'icc',
      'prepress',
      'pdf',
      'pdf-reading',
      'rosters',
      'sets',
      'proof',
      'preflight',
      'build.ts',
      'build-set.ts',
      'jobs',
      'exams',
      'print-document.ts',
    ],
    libraries: ['cac', 'node:fs', 'node:path', 'node:v8', 'yocto-spinner', 'chokidar'],
  },
  jobs: {
    rooms: [
      'diagnostics',
      'content',
      'verification',
      'assessment',
      'template',
      'ticket',
      'blocks',
      'markdown',
      'fonts',
      'language',
      'pages',
      'pictures',
      'layout',
      'imposition',
      'icc',
      'preflight',
    ],
    libraries: [],
  },
  'read-back': {
    rooms: [
      'diagnostics',
      'blocks',
      'pages',
      'papers',
      'assessment',
      'answers',
      'template',
      'jobs',
      'pdf-reading',
      'key-check',
      'preflight',
    ],
    libraries: [],
  },
  exams: {
    rooms: [
      'diagnostics',
      'content',
      'papers',
      'assessment',
      'template',
      'sets',
      'pages',
      'pdf',
      'jobs',
      'read-back',
    ],
    libraries: [],
  },
  'build.ts': {
    rooms: ['diagnostics', 'content', 'template', 'ticket', 'pages', 'prepress', 'pdf', 'jobs', 'read-back'],
    libraries: [],
  },
  'build-set.ts': {
    rooms: ['diagnostics', 'content', 'answers', 'rosters', 'sets', 'prepress', 'jobs', 'exams'],
    libraries: [],
  },
  'print-document.ts': {
    rooms: [
      'diagnostics',
      'blocks',
      'markdown',
      'fonts',
      'language',
      'pages',
      'pictures',
      'layout',
      'imposition',
      'prepress',
      'imposition',
      'template',
      'pdf',
      'jobs',
    ],
    libraries: [],
  },
};

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );

/** What a file imports: rooms, and packages. */
function importsOf(text: string): { rooms: string[]; libraries: string[] } {
  const names = [
    ...text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3]!);
  const rooms = names.filter((name) => name.startsWith('../')).map((name) => name.split('/')[1]!);
  const fromBuild = names.filter((name) => /^\.\/[a-z-]+\//.test(name)).map((name) => name.split('/')[1]!);
  return { rooms: [...rooms, ...fromBuild], libraries: names.filter((name) => !name.startsWith('.')) };
}

/** What a file does that its room may not. */
function trespasses(path: string, text: string): string[] {
  const room = path.split('/')[1]!;
  const rule = ROOMS[room];
  if (!rule) return [`${path}: there is no room “${room}”`];
  const { rooms, libraries } = importsOf(text);
  return [
    ...rooms
      .filter((name) => name !== room && name !== 'collections' && !rule.rooms.includes(name))
      .map((name) => `${path} imports from ${name}`),
    ...libraries.filter((name) => !rule.libraries.includes(name)).map((name) => `${path} uses ${name}`),
  ];
}

describe('the rooms', () => {
  it('import only what they may', () => {
    expect(sources('src').flatMap((path) => trespasses(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('would be told apart', () => {
    expect(
      trespasses('src/layout/x.ts', "import { a } from 'pdfkit';\nimport { b } from '../pdf/paint.ts';\n"),
    ).toEqual(['src/layout/x.ts imports from pdf', 'src/layout/x.ts uses pdfkit']);
    expect(trespasses('src/utils/x.ts', '')).toEqual(['src/utils/x.ts: there is no room “utils”']);
  });

  it('know nothing of the first pack', () => {
    const telling = /hailsham|ishiguro|never let me go|kathy/i;
    expect(sources('src').filter((path) => telling.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});

describe('a named block', () => {
  it('is one file and one line: nothing else imports it', () => {
    const list = readFileSync('src/markdown/named-blocks.ts', 'utf8');
    const own = [...sources('src/named-blocks'), ...sources('src/exam-blocks')].filter((path) =>
      readFileSync(path, 'utf8').includes('defineBlock({'),
    );
    expect(own.length).toBeGreaterThan(3);
    for (const path of own) {
      const file = `../${path.split('/').slice(1).join('/')}`;
      expect(list).toContain(`from '${file}'`);
      const exported = /export const (\w+) = defineBlock/.exec(readFileSync(path, 'utf8'))![1]!;
      const users = sources('src').filter((other) =>
        new RegExp(`import \\{[^}]*\\b${exported}\\b[^}]*\\} from '[^']*${path.split('/').at(-1)}'`).test(
          readFileSync(other, 'utf8'),
        ),
      );
      expect(users).toEqual(['src/markdown/named-blocks.ts']);
    }
  });
});
