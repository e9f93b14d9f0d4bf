import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { badWording, type Kind, PHRASES, paragraphsIn, stringsIn, type Text } from './wording.ts';

/** The folders and files whose English is checked. Add one when all of it is rewritten. */
const CHECKED: readonly string[] = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'README.md',
  'bench/README.md',
  'content',
  'docs',
  'src/assessment',
  'src/blocks',
  'src/build',
  'src/cli',
  'src/content',
  'src/diagnostics',
  'src/layout',
  'src/pages',
  'src/pdf',
  'src/templates',
  'templates',
];

/** What may use a phrase all the same, with the reason. */
const ALLOWED: readonly { readonly text: string; readonly reason: string }[] = [
  { text: 'letters-stand-for', reason: 'the key of a phrase' },
  { text: 'as it lies open', reason: 'of a booklet on a table' },
  { text: 'a header that lies', reason: 'of one that gives a false size' },
  { text: 'what lies ahead', reason: 'an idiom' },
];

/** Files of a pack that print papers and mark schemes. */
const PAPERS = /\/(?:items|papers|levels|objectives)(?:\.md|\/)/;

/** Files of a pack that hold other people's words. */
const OTHERS_WORDS = /\/(?:quotations|misquotations|stimuli)(?:\.md|\/)/;

function kindOf(path: string): Kind {
  if (path.startsWith('content/')) return PAPERS.test(path) ? 'paper' : 'pack';
  return path.startsWith('templates/') ? 'program' : 'manual';
}

/** The program’s words in other languages, whose words may look like English ones. */
const OTHER_LANGUAGES = /^templates\/words\/(?!en-)/;

/** The texts of a file, or of all files of a folder. */
function textsIn(path: string): Text[] {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .sort()
      .flatMap((name) => textsIn(join(path, name)));
  if (/^src\/.*\.ts$/.test(path)) return stringsIn(path);
  return /\.(?:md|hbs|yaml)$/.test(path) && !OTHERS_WORDS.test(path) && !OTHER_LANGUAGES.test(path)
    ? paragraphsIn(path, kindOf(path))
    : [];
}

describe('the English of', () => {
  it.each(CHECKED)('%s has none of the phrases that must not come back', (path) => {
    expect(existsSync(path)).toBe(true);
    const texts = textsIn(path);
    expect(texts.length).toBeGreaterThan(0);
    expect(
      badWording(
        texts,
        ALLOWED.map(({ text }) => text),
      ),
    ).toEqual([]);
  });
});

describe('a phrase that must not come back', () => {
  it.each(PHRASES.map((phrase) => [phrase.bad, phrase] as const))('is found in “%s”', (bad, phrase) => {
    const [kind = 'program'] = phrase.kinds ?? [];
    const found = badWording([{ file: 'a.md', line: 1, text: bad, kind }]);
    expect(found.some((line) => line.endsWith(`→ ${phrase.instead}`))).toBe(true);
    expect(badWording([{ file: 'a.md', line: 1, text: phrase.good, kind }])).toEqual([]);
  });

  it('is found in strings of code, but not in comments, names and imports', () => {
    const code = [
      "import { whoever } from './so many.ts';",
      '// This is no field.',
      "const isNoField = { 'stands': whoever };",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the code to be read
      'const message = `“${name}” is no field.`;',
      "report('Mend it.');",
    ].join('\n');
    expect(badWording(stringsIn('src/a.ts', code))).toEqual([
      'src/a.ts:4: “is no” in ““…” is no field.” → is not a',
      'src/a.ts:5: “Mend” in “Mend it.” → fix, correct',
    ]);
  });

  it('is found in prose with its line, but not in comments, quotations and code', () => {
    const text = [
      'The marks',
      'stand in brackets.',
      '',
      '<!-- whoever -->',
      '> The lamp stands.',
      '',
      'He says “whoever\nstands there”, and `stands` is a name.',
      '',
      '~~~',
      'so many',
      '~~~',
      '',
      'One line, for whoever reads it.',
    ].join('\n');
    expect(
      badWording(paragraphsIn('docs/a.md', 'manual', text)).map((line) => line.split(' in ')[0]),
    ).toEqual(['docs/a.md:2: “stand”', 'docs/a.md:14: “whoever”']);
  });

  it('may be allowed', () => {
    const text: Text = { file: 'a.md', line: 1, text: 'The lamp stands here.', kind: 'manual' };
    expect(badWording([text], ['lamp stands'])).toEqual([]);
    expect(badWording([text], ['desk stands'])).toHaveLength(1);
  });
});
