import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundle } from '../scripts/bundle.mjs';

const { outputs } = await bundle(undefined);

/** The packages that are loaded with a file of `src`, before anything is imported by `import()`. */
function packagesOf(source: string): string[] {
  const start = Object.keys(outputs).find((name) => outputs[name]!.entryPoint === source)!;
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const { kind, path } of outputs[name]!.imports)
      if (kind === 'import-statement' && path in outputs) load(path);
  };
  load(start);
  const inputs = [...loaded].flatMap((name) => Object.keys(outputs[name]!.inputs));
  return [...new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))];
}

describe('the bundle', () => {
  it.each([
    ['start', ['pdfkit', 'fontkit', 'zod', 'yaml', 'markdown-it', 'handlebars', 'chokidar']],
    ['init-command', ['pdfkit', 'fontkit', 'zod', 'markdown-it', 'handlebars', 'chokidar']],
    ['list-command', ['pdfkit', 'fontkit', 'markdown-it', 'chokidar']],
    ['schema-command', ['pdfkit', 'fontkit', 'chokidar']],
    ['check-command', ['jpeg-js', 'pdfkit', 'fontkit', 'chokidar']],
    [
      'build-command',
      ['jpeg-js', 'pdfkit', 'fontkit', 'markdown-it', 'handlebars', '@cantoo/pdf-lib', 'chokidar'],
    ],
    ['preflight-command', ['pdfkit', 'fontkit', 'yaml', 'markdown-it', 'handlebars', 'chokidar']],
    ['coverage-command', ['jpeg-js', 'pdfkit', 'fontkit', 'chokidar']],
    ['set-command', ['pdfkit', 'fontkit', 'chokidar']],
    ['print-command', ['jpeg-js', 'fontkit', 'handlebars', 'chokidar']],
    ['verify-command', ['pdfkit', 'fontkit', 'markdown-it', 'handlebars', 'chokidar']],
  ])('%s loads none of %j', (command, never) => {
    const packages = packagesOf(`src/cli/${command === 'start' ? command : `commands/${command}`}.ts`);
    expect(packages.filter((name) => never.includes(name))).toEqual([]);
  });

  it('is seen with the packages that a command does load', () => {
    expect(packagesOf('src/cli/commands/check-command.ts')).toEqual(
      expect.arrayContaining(['zod', 'yaml', 'handlebars']),
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
