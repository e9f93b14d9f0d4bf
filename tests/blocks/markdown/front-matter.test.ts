import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/blocks/markdown/read-document.ts';
import { TABLES } from '../../../src/build/tables/tables.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { english } from '../../words-in.ts';

function read(text: string, lenient = true) {
  const report = createReport(() => text, lenient);
  const document = readDocument({ path: 'page.md', text }, TABLES.blocks, () => english, report);
  return { document, settings: document?.settings, found: report.diagnostics };
}

const kindsIn = (text: string) => read(text).document?.blocks.map(({ kind }) => kind);
const named = (names: string) => ({
  code: 'front-matter-ignored',
  severity: 'warning',
  message: `The front matter has fields that are not used when a file is printed: ${names}.`,
});

describe('front matter of other programs', () => {
  it.each([
    [
      'Jekyll',
      '---\nlayout: page\ntitle: Course outline\npermalink: /outline/\ntags: [year9, light]\n---\n\n## Weeks',
      { title: 'Course outline' },
      named('layout, permalink, tags'),
    ],
    [
      'Quarto',
      '---\ntitle: "Practical 2"\nsubtitle: "Shadows"\nauthor: [R. Moss, T. Field]\ndate: 2026-02-03\nlang: zh-Hans\nformat:\n  pdf:\n    toc: true\n---\n\n## Aim',
      {
        title: 'Practical 2',
        subtitle: 'Shadows',
        author: 'R. Moss, T. Field',
        date: '2026-02-03',
        lang: 'zh-Hans',
      },
      named('format'),
    ],
    [
      'Quarto, with what it says of authors',
      '---\ntitle: A\nauthor:\n  - name: R. Moss\n    affiliation: X\n  - name:\n      given: T.\n      family: Field\n---\n',
      { author: 'R. Moss, T. Field' },
      undefined,
    ],
    [
      'R Markdown',
      '---\ntitle: A\ndate: "`r Sys.Date()`"\noutput: html_document\nparams:\n  x: !r c(1)\n---\n',
      { title: 'A' },
      named('date, output, params'),
    ],
    [
      'Marp',
      '---\nmarp: true\nstyle: |\n  section { color: red }\n---\n\n# A',
      { style: 'standard' },
      named('marp, style'),
    ],
    [
      'Obsidian',
      '---\ntags:\n  - a\n  - b\ncssclasses: [x]\nTitle: A\n---\n',
      { title: 'A' },
      named('tags, cssclasses'),
    ],
    [
      'Hugo',
      '+++\ntitle = "Shadows"\ndraft = false\nauthors = ["A", "B"]\ndate = 2026-02-03\n[menu]\nx = 1\n+++\n\n# Shadows',
      { title: 'Shadows', author: 'A, B', date: '2026-02-03' },
      named('draft, menu'),
    ],
    [
      'Pandoc',
      '% Shadows\n  of trees\n% A; B\n% May 2026\n\nText.',
      { title: 'Shadows of trees', author: 'A, B', date: 'May 2026' },
      undefined,
    ],
    [
      'YAML ended by dots',
      '---\ntitle: Shadows\nlang: de\n...\n\n# Shadows\n\nText.',
      { title: 'Shadows', lang: 'de' },
      undefined,
    ],
  ])('%s', (_, text, settings, warning) => {
    const read1 = read(text);
    expect(read1.settings).toMatchObject(settings);
    expect(read1.found).toMatchObject(warning ? [warning] : []);
    expect(read(text, false).found.map(({ severity }) => severity)).toEqual(warning ? ['error'] : []);
  });

  it.each([
    ['en-gb', 'en-GB'],
    ['de_DE', 'de-DE'],
    ['zh-hans', 'zh-Hans'],
    ['PT-br', 'pt-BR'],
    ['cy', 'cy'],
  ])('reads the language %s as %s', (written, lang) => {
    expect(read(`---\nlang: ${written}\n---\n`).settings).toMatchObject({ lang });
  });

  it('takes the paper in any case', () => {
    expect(read('---\npaper: A4\n---\n').settings).toMatchObject({ paper: 'a4' });
    expect(read('---\npapersize: Letter\n---\n').settings).toMatchObject({ paper: 'letter' });
  });

  it.each(['math: katex', 'note: x', 'type: lesson', 'date: "`r Sys.Date()`"', 'theme: dark', 'level: 3'])(
    'guesses nothing about %s of another program',
    (field) => {
      const [finding] = read(`---\n${field}\n---\n`).found;
      expect(finding!.hint).not.toContain('Did you mean');
    },
  );

  it('names a field that looks misspelt, with what is meant', () => {
    const [finding] = read('---\nsubtitel: A\n---\n').found;
    expect(finding).toMatchObject({ where: { line: 2, column: 1 } });
    expect(finding!.hint).toContain('Did you mean “subtitle” by “subtitel”?');
  });

  it('says a placeholder at its line, and nothing of its own on the terminal', () => {
    for (const text of ['{{ title }}', '"{{ title }}"', '{% title %}', '<%= title %>'])
      expect(read(`---\nlang: en\ntitle: ${text}\n---\n\nText.`).found).toMatchObject([
        {
          code: 'placeholder-unfilled',
          severity: 'error',
          where: { line: 3, column: text[0] === '"' ? 9 : 8 },
        },
      ]);
    expect(read('---\nlayout: {{ layout }}\n---\n\nText.').found).toMatchObject([named('layout')]);
  });

  it('says where TOML is wrong', () => {
    expect(read('+++\ntitle = Shadows\n+++\n').found).toMatchObject([
      { code: 'toml-broken', where: { line: 2, column: 9 } },
    ]);
  });
});

describe('a file that opens with a line of hyphens', () => {
  it.each([
    '---\n\nA line above.\n\n---\n\nA line below.',
    '---\nA line above.\n\n---\n\nA line below.',
    '---\n> A: quoted\n\n---\n\nA line below.',
  ])('has rules, if no field follows: %j', (text) => {
    expect(kindsIn(text)).toEqual(['rule', expect.any(String), 'rule', 'paragraph']);
    expect(read(text).found).toEqual([]);
  });

  it('ends front matter that is never closed where its fields end', () => {
    const { document, settings, found } = read('---\ntitle: A\ntags:\n  - b\n\n# Heading\n\nText.');
    expect(settings).toMatchObject({ title: 'A' });
    expect(document!.blocks.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'paragraph']);
    expect(found.map(({ code }) => code)).toEqual(['front-matter-unclosed', 'front-matter-ignored']);
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});

describe('what front matter says', () => {
  it('is above the text: title, subtitle, authors and date', () => {
    const { document } = read('---\ntitle: A\nsubtitle: B\nauthor: C\ndate: 2026-02-03\n---\n\nText.');
    expect(document!.blocks).toMatchObject([
      { kind: 'heading', text: [{ text: 'A' }] },
      { look: 'lead', text: [{ text: 'B' }] },
      { look: 'small', text: [{ text: expect.stringMatching(/^C · Tue\s3\sFebruary\s2026$/) }] },
      { look: 'body' },
    ]);
  });

  it('has no title twice that the text begins with', () => {
    expect(kindsIn('---\ntitle: A\n---\n\n# A\n\nText.')).toEqual(['heading', 'paragraph']);
    expect(kindsIn('---\ntitle: A\n---\n\n# B\n\nText.')).toEqual(['heading', 'heading', 'paragraph']);
  });
});
