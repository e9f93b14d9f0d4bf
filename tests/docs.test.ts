import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FILES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'bench/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Files that a reader is told to make. */
const TO_BE_MADE = [
  'templates/word-list.md.hbs',
  'src/blocks/named/remember.ts',
  'src/assessment/kinds/odd-one-out.ts',
  'src/pdf/preflight/checks/short-titles.ts',
  'src/assessment/lint/options-many.ts',
];

const withoutFences = (text: string) => text.replace(/^( *)(```|~~~)[^\n]*\n[\s\S]*?^\1\2.*$/gm, '');

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsIn = (path: string): string[] =>
  [...withoutFences(readFileSync(path, 'utf8')).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    anchorOf(heading!),
  );

/** What a text of a file in a folder names that isn't there: paths of this repository, files and headings of links. */
function missingIn(text: string, folder: string, own: readonly string[]): string[] {
  const prose = withoutFences(text);
  const paths = [...prose.matchAll(/`((?:src|tests|scripts|bench|docs)\/[\w./-]+)`/g)]
    .map(([, path]) => path!)
    .filter((path) => !/[A-Z]{2,}/.test(path) && !TO_BE_MADE.includes(path) && !existsSync(path));
  const links = [...prose.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s:]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => {
      const [path, anchor] = link.split('#') as [string, string?];
      const target = join(folder, path);
      if (path !== '' && !existsSync(target)) return true;
      return anchor !== undefined && !(path === '' ? own : anchorsIn(target)).includes(anchor);
    });
  return [...paths, ...links];
}

describe('the docs', () => {
  for (const path of FILES)
    it(`${path} names only files and headings that exist`, () => {
      expect(missingIn(readFileSync(path, 'utf8'), dirname(path), anchorsIn(path))).toEqual([]);
    });

  it('would be caught out otherwise', () => {
    const text =
      'See `src/build/nothing.ts`, [a file](nothing.md), [a heading](decisions.md#nothing) and [here](#nowhere).';
    expect(missingIn(text, 'docs', ['here'])).toEqual([
      'src/build/nothing.ts',
      'nothing.md',
      'decisions.md#nothing',
      '#nowhere',
    ]);
  });

  it('give each decision a heading of its own', () => {
    const anchors = anchorsIn('docs/decisions.md');
    expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) < index)).toEqual([]);
  });

  it('keep the list of words that the spelling checker does not know in order', () => {
    const words = readFileSync('project-words.txt', 'utf8').trimEnd().split('\n');
    const inOrder = [...new Set(words.map((word) => word.toLowerCase()))].sort();
    expect(words.map((word) => word.toLowerCase())).toEqual(inOrder);
  });
});
