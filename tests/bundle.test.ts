import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bundle, lateParts } from '../scripts/bundle.mjs';
import { scriptOfPart } from '../scripts/script-of-part.mjs';

const metafile = await bundle(undefined);
const { outputs } = metafile;
const late = lateParts(metafile).map((path) => `dist/${path}`);

/** The packages that are loaded with a file of `src`, before anything is imported by `import()`. */
function packagesOf(source: string): string[] {
  const start = Object.keys(outputs).find((name) => outputs[name]!.entryPoint === source)!;
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const { kind, path } of outputs[name]!.imports)
      if (kind === 'import-statement' && path in outputs && !late.includes(path)) load(path);
  };
  load(start);
  const inputs = [...loaded].flatMap((name) => Object.keys(outputs[name]!.inputs));
  return [...new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))];
}

describe('the bundle', () => {
  it.each([
    ['run-process', ['pdfkit', 'fontkit', 'zod', 'yaml', 'markdown-it', 'handlebars', 'chokidar']],
    ['init-command', ['pdfkit', 'fontkit', 'markdown-it', 'handlebars', 'chokidar']],
    ['list-command', ['pdfkit', 'fontkit', 'markdown-it', 'chokidar']],
    ['schema-command', ['pdfkit', 'fontkit', 'chokidar']],
    ['check-command', ['@dagrejs/dagre', 'jpeg-js', 'pdfkit', 'fontkit', 'chokidar']],
    [
      'build-command',
      [
        '@dagrejs/dagre',
        'jpeg-js',
        'pdfkit',
        'fontkit',
        'markdown-it',
        'handlebars',
        '@cantoo/pdf-lib',
        'chokidar',
      ],
    ],
    ['preflight-command', ['pdfkit', 'fontkit', 'yaml', 'markdown-it', 'handlebars', 'chokidar']],
    ['coverage-command', ['jpeg-js', 'pdfkit', 'fontkit', 'chokidar']],
    ['set-command', ['pdfkit', 'fontkit', 'chokidar']],
    [
      'print-command',
      ['@dagrejs/dagre', 'jpeg-js', 'fontkit', 'handlebars', 'chokidar', 'obscenity', 'yaml'],
    ],
    ['export-command', ['sql.js', 'docx', 'jpeg-js', 'pdfkit', 'fontkit', 'chokidar', '@dagrejs/dagre']],
    ['verify-command', ['pdfkit', 'fontkit', 'markdown-it', 'handlebars', 'chokidar']],
  ])('%s loads none of %j', (command, never) => {
    const packages = packagesOf(`src/cli/${command === 'run-process' ? command : `commands/${command}`}.ts`);
    expect(packages.filter((name) => never.includes(name))).toEqual([]);
  });

  it('is seen with the packages that a command does load', () => {
    expect(packagesOf('src/cli/commands/check-command.ts')).toEqual(
      expect.arrayContaining(['zod', 'markdown-it', 'handlebars']),
    );
  });

  it('tells the licence of every package that is in it', () => {
    const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
    for (const name of ['pdfkit', 'fontkit', 'zod', 'yaml', '@swc/helpers', 'entities'])
      expect(notices).toMatch(new RegExp(`^${name} [0-9.]+ \\(`, 'm'));
    expect(notices).not.toMatch(/undefined/);
  });

  it('lies two folders deep, where the program looks for its templates', () => {
    for (const name of Object.keys(outputs)) expect(name.split('/')).toHaveLength(3);
  });
});

/** Two parts, the first of which changes some of what it exports. */
const parts = new Map([
  [
    'parts/count.js',
    'var n=0,total=1;function add(){n++;total=total+n}var first="ä–";var is=/^[ä–]+$/;export{n,total as sum,add,first,is};',
  ],
  [
    'cli/main.js',
    'import{n,sum,add,first,is}from"../parts/count.js";add();add();var late=async()=>(await import("../parts/count.js")).n;export{n,sum,first,is,late};',
  ],
]);
const scripts = new Map(
  await Promise.all([...parts.keys()].map(async (path) => [path, await scriptOfPart(path, parts)] as const)),
);

describe('a part as a script', () => {
  const run = (path: string): Record<string, unknown> => {
    const module = { exports: {} };
    const loaded: Record<string, unknown> = {};
    const require = (name: string) => (loaded[name] ??= run(name.replace('../', '')));
    runInNewContext(scripts.get(path)!, { module, require });
    return module.exports;
  };

  it('sees what other parts change, and copies what they do not', async () => {
    const main = run('cli/main.js');
    expect([main['n'], main['sum'], await (main['late'] as () => Promise<number>)()]).toEqual([2, 4, 2]);
    expect(scripts.get('cli/main.js')).toContain(',import_count$add=import_count.add');
    expect(scripts.get('cli/main.js')).not.toMatch(/import_count\$(n|sum)\b/);
  });

  it('loads a part that may come late when something of it is first used', async () => {
    const text = 'import{Box}from"../parts/box.js";var make=value=>new Box(value).value;export{make};';
    const late = { late: ['parts/box.js'] };
    const script = await scriptOfPart('cli/main.js', new Map([['cli/main.js', text]]), late);
    const module = { exports: {} as { make: (value: number) => number } };
    let loads = 0;
    class Box {
      constructor(readonly value: number) {}
    }
    const require = () => {
      loads += 1;
      return { Box };
    };
    runInNewContext(script, { module, require });
    expect(loads).toBe(0);
    expect(module.exports.make(3)).toBe(3);
    expect(loads).toBe(1);
  });

  it('keeps its letters, also in regular expressions, and is in ASCII', () => {
    const { first, is } = run('cli/main.js') as { first: string; is: RegExp };
    expect(first).toBe('ä–');
    expect(is.test(first)).toBe(true);
    for (const script of scripts.values()) expect(script).toMatch(/^[\0-\x7f]*$/);
    for (const folder of ['dist/cli/', 'dist/parts/'])
      for (const name of readdirSync(folder).filter((name) => name.endsWith('.js')))
        expect(/[^\0-\x7f]/.exec(readFileSync(folder + name, 'latin1'))).toBeNull();
  });

  it('has no letters beyond ASCII in what is read as it is written', () => {
    // `String.raw` would see the escapes.
    for (const name of readdirSync('dist/parts').filter((name) => name.endsWith('.js')))
      expect(/String\.raw`[^`]*\\u[0-9a-f]{4}/.exec(readFileSync(`dist/parts/${name}`, 'latin1'))).toBeNull();
  });
});
