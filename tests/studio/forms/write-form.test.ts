import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/build/tables/tables.ts';
import { readEntry } from '../../../src/content/entries/read-entry.ts';
import { splitEntries } from '../../../src/content/entries/split-entries.ts';
import { PACK_KIND } from '../../../src/content/kinds/pack-kind.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { takeOutComments } from '../../../src/diagnostics/take-out-comments.ts';
import { describeForm } from '../../../src/studio/forms/describe-form.ts';
import { fileEntries } from '../../../src/studio/forms/file-entries.ts';
import { fieldsIn, formData } from '../../../src/studio/forms/form-data.ts';
import { formHtml } from '../../../src/studio/forms/form-html.ts';
import { writeForm } from '../../../src/studio/forms/write-form.ts';
import { sentForm } from './sent-form.ts';

const KINDS = [PACK_KIND, ...TABLES.entryKinds];
const kindNamed = (name: string) => KINDS.find((kind) => kind.name === name)!;

const CHOICES = {
  chapters: [
    { value: '1', label: 'One' },
    { value: '2', label: 'Two' },
    { value: '1-2', label: 'Act 1, scene 2' },
  ],
  vocabulary: [{ value: 'irony', label: 'Irony' }],
};

/** Every file of entries of our packs, with its kind. */
const FILES = ['content/never-let-me-go', 'content/the-water-cycle', ...folders('tests/packs')].flatMap(
  (folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
      const kind = KINDS.find((one) => one.name === name.split('/')[0]!.replace(/\.md$/, ''));
      const path = `${folder}/${name}`;
      return kind && name.endsWith('.md') ? [{ path, kind, text: readFileSync(path, 'utf8') }] : [];
    }),
);

function folders(parent: string): string[] {
  return readdirSync(parent).map((name) => `${parent}/${name}`);
}

/** Fills in the form of an entry: values by names of fields. */
function filled(name: string, text: string, values: Record<string, string | readonly string[]>, index = 0) {
  const kind = kindNamed(name);
  const sent = Object.entries(values).map(([field, value]) => [
    /^(heading|body|section\..*)$/.test(field) ? field : `field.${field}`,
    typeof value === 'string' ? [value] : value,
  ]);
  const written = writeForm(kind, text, index, Object.fromEntries(sent), CHOICES);
  return 'text' in written ? written.text : `PROBLEM: ${written.problem}`;
}

const THEME = `---
name: Speech   # as on the poster
claim: "Those who talk most say least."
# The best ones first.
chapters: [1, '2'] # up to scene 2
vocabulary:
  - irony # of the narrator
  - symbol
---

What to know.

## Key moments

She speaks.
`;

const WORDS = `# Words

## irony
chapters: [1, 2]
example: It was ironic.

Saying the opposite.

## symbol

Something that stands for another.

## verse
A line.
`;

describe('a form that nothing was changed in', () => {
  it('leaves the bytes of the first and the last entry of every file of our packs as they are', () => {
    expect(FILES.length).toBeGreaterThan(80);
    for (const { path, kind, text } of FILES)
      for (const index of new Set([0, fileEntries(text)!.entries.length - 1])) {
        const form = describeForm(kind, text, index, CHOICES);
        expect(form, `${path} ${index}`).toBeDefined();
        expect(writeForm(kind, text, index, formData(form!), CHOICES)).toEqual({ text });
        expect(writeForm(kind, text, index, sentForm(String(formHtml(form!))), CHOICES)).toEqual({ text });
      }
  });

  it('leaves line ends and a mark at the beginning', () => {
    const text = `\uFEFF${THEME.replaceAll('\n', '\r\n')}`;
    expect(filled('themes', text, {})).toBe(text);
    expect(filled('themes', text, { claim: 'Talk.' })).toBe(
      text.replace('"Those who talk most say least."', '"Talk."'),
    );
  });

  it.each(['title: *other', 'title: &other A\nlang: *other', 'title: *^'])('is not made of %j', (fields) => {
    const pack = KINDS.find(({ name }) => name === 'pack')!;
    expect(describeForm(pack, `---\n${fields}\n---\n\nText.\n`, 0, CHOICES)).toBeUndefined();
  });

  it('leaves any fields that can be read, whatever they hold', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'yes',
        '1.10',
        '"x: y"',
        "'it''s'",
        '[1, 2]',
        '{ a: b }',
        '# c',
        '| \n  two\n  lines\n',
        '',
        '*a',
        '&a b',
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.array(value, { maxLength: 5 }),
        fc.boolean(),
        (kind, values, alone) => {
          const names = Object.keys(kind.fields.shape);
          const fields = values.map((one, at) => `${names[at % names.length]}: ${one}\n`).join('');
          const text = alone ? `---\n${fields}---\n\nText.\n` : `## A\n${fields}\nText.\n`;
          const form = describeForm(kind, text, 0, CHOICES);
          if (!form) return;
          expect(writeForm(kind, text, 0, formData(form), CHOICES)).toEqual({ text });
          expect(writeForm(kind, text, 0, sentForm(String(formHtml(form))), CHOICES)).toEqual({ text });
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a field that was changed', () => {
  it('is the only thing that changes, with its comments and its quotation marks', () => {
    expect(filled('themes', THEME, { name: 'Silence' })).toBe(THEME.replace('Speech', 'Silence'));
    expect(filled('themes', THEME, { claim: 'So: what?' })).toBe(
      THEME.replace('Those who talk most say least.', 'So: what?'),
    );
    expect(filled('themes', THEME, { chapters: ['2', '1'] })).toBe(THEME.replace("[1, '2']", "['2', 1]"));
    expect(filled('themes', THEME, { vocabulary: ['symbol', 'verse', 'irony'] })).toBe(
      THEME.replace(
        '  - irony # of the narrator\n  - symbol\n',
        '  - symbol\n  - verse\n  - irony # of the narrator\n',
      ),
    );
  });

  it('is taken out if it is emptied, and put where it belongs if it is new', () => {
    expect(filled('themes', THEME, { chapters: [''] })).toBe(THEME.replace(/chapters.*\n/, ''));
    expect(filled('themes', THEME, { mark: '●', reached: '2' })).toBe(
      THEME.replace('# The best', 'mark: ●\n# The best').replace('  - symbol\n', '  - symbol\nreached: 2\n'),
    );
    expect(filled('vocabulary', WORDS, { example: 'Now.', chapters: ['1-2'] }, 1)).toBe(
      WORDS.replace('## symbol\n', '## symbol\nexample: Now.\nchapters: [1-2]\n'),
    );
    expect(filled('vocabulary', WORDS, { example: 'Now.' }, 2)).toBe(
      WORDS.replace('## verse\n', '## verse\nexample: Now.\n\n'),
    );
  });

  it('keeps comments of the file, but makes no change that would lose one', () => {
    const text = WORDS.replace('## verse\n', '## verse\n<!-- from\nlast year -->\n').replace(
      '## symbol\n',
      '## symbol\nplural: symbols <!-- sure? -->\n',
    );
    expect(filled('vocabulary', text, { example: 'Now.' }, 2)).toBe(
      text.replace('year -->\n', 'year -->\nexample: Now.\n\n'),
    );
    expect(filled('vocabulary', text, { example: 'Now.' }, 1)).toBe(
      text.replace('sure? -->\n', 'sure? -->\nexample: Now.\n'),
    );
    expect(filled('vocabulary', text, { plural: 'signs' }, 1)).toMatch(/^PROBLEM/);
  });

  it.each(KINDS.map(({ name }) => name))('of %s can hold any text, and no other line changes', (name) => {
    const kind = kindNamed(name);
    const line = fieldsIn(partsOf(name, '---\n---\n\nText.\n')).find(
      ({ name: field, input }) =>
        !['name', 'title'].includes(field) && (input.kind === 'line' || input.kind === 'text'),
    );
    if (!line) return;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.boolean(), (value, alone) => {
        const text = alone ? '---\n# c\n---\n\nText.\n' : '## A\n<!-- c -->\n\nText.\n\n## B\n\nMore.\n';
        const after = filled(name, text, { [line.name]: value });
        expect(after).not.toMatch(/^PROBLEM/);
        const kept = alone
          ? [/^---\n# c\n/, /---\n\nText.\n$/]
          : [/^## A\n<!-- c -->\n/, /\n\nText.\n\n## B\n\nMore.\n$/];
        for (const pattern of kept) expect(after).toMatch(pattern);
        const form = describeForm(kind, after, 0, CHOICES)!;
        const [has = ''] = formData(form)[`field.${line.name}`] ?? [];
        expect(has.replace(/\r\n?/g, '\n')).toBe(value.replace(/\r\n?/g, '\n').trim());
      }),
      { numRuns: 8 },
    );
  });

  const partsOf = (name: string, text: string) => {
    const form = describeForm(kindNamed(name), text, 0, CHOICES)!;
    return [...form.parts, ...form.more];
  };
});

describe('what a form writes', () => {
  it('is read as it was meant', () => {
    const value = 'A <!-- b --> #c: [d] “e”\n## f\n\n---\ng';
    for (const text of ['---\nname: A\nclaim: B\n---\n\nText.\n', '## A\nclaim: B\n\nText.\n']) {
      const after = filled('themes', text, { claim: value, see: ['x'] });
      const plain = takeOutComments(after);
      const report = createReport();
      const split = splitEntries({ path: 'a.md', ...plain }, report);
      const file = {
        stem: 'a',
        inOwnFile: text.startsWith('-'),
        isFirst: true,
        isNumbered: false,
        lang: 'en',
      };
      const entry = readEntry(split.entries[0]!, kindNamed('themes'), file, report);
      expect(report.diagnostics).toEqual([]);
      expect(split.entries).toHaveLength(1);
      expect(Object(entry?.fields).claim).toBe(value);
      expect(Object(entry?.fields).see).toEqual(['x']);
      expect(entry?.body.text).toBe('Text.');
    }
  });

  it('may be a text, at any place in the file', () => {
    expect(filled('vocabulary', WORDS, { body: 'One.\n\nTwo.\n' }, 1)).toBe(
      WORDS.replace('Something that stands for another.', 'One.\n\nTwo.'),
    );
    expect(filled('vocabulary', '## a\n## b\n', { body: 'New.' })).toBe('## a\n\nNew.\n\n## b\n');
    expect(filled('vocabulary', '## a', { body: 'New.', plural: 'as' })).toContain('## a\nplural: as\n');
    expect(filled('themes', '---\nname: A\n---', { body: 'New.' })).toBe('---\nname: A\n---\n\nNew.\n');
    expect(filled('vocabulary', WORDS, { body: 'a\n## b' })).toMatch(/^PROBLEM: A line that begins with ##/);
    expect(filled('vocabulary', WORDS, { body: 'a <!-- b' })).toMatch(/^PROBLEM: This text has a <!--/);
  });

  it('may be a part of a text, which has its heading where its kind has it', () => {
    const [intro, moments] = ['What to know.', '## Key moments\n\nShe speaks.\n'];
    expect(filled('themes', THEME, { 'section.Key moments': 'He speaks.\n\n### Then\n\nShe.' })).toBe(
      THEME.replace('She speaks.', 'He speaks.\n\n### Then\n\nShe.'),
    );
    const two = { 'section.Key facts': 'It is old.', 'section.Questions to think about': '1. Why?' };
    const longer = filled('themes', THEME, two);
    expect(longer).toBe(`${THEME}\n## Key facts\n\nIt is old.\n\n## Questions to think about\n\n1. Why?\n`);
    expect(filled('themes', longer, two)).toBe(longer);
    expect(filled('themes', longer, { 'section.Key facts': '', body: '' })).toBe(
      longer.replace('## Key facts\n\nIt is old.\n\n', '').replace(`${intro}\n\n`, ''),
    );
    expect(filled('themes', THEME, { 'section.Key moments': '' })).toBe(THEME.replace(`\n${moments}`, ''));
    const late = THEME.replace('Key moments', 'Common mistakes');
    expect(filled('themes', late, { 'section.Key facts': 'Old.' })).toBe(
      late.replace('## Common', '## Key facts\n\nOld.\n\n## Common'),
    );
    expect(filled('themes', '---\nname: A\n---\n', { 'section.Key facts': 'Old.' })).toBe(
      '---\nname: A\n---\n\n## Key facts\n\nOld.\n',
    );
    expect(filled('themes', THEME, { 'section.Key moments': 'a\n## b' })).toMatch(/^PROBLEM: .*part of the/);
    expect(filled('themes', THEME, { body: 'a\n## Key facts' })).toMatch(/^PROBLEM: .*part of the text/);
  });

  it('keeps the comments around a part, and takes none out with it', () => {
    const noted = THEME.replace('## Key moments\n', '## Key moments\n<!-- the best -->\n');
    expect(filled('themes', noted, { 'section.Key moments': 'He speaks.' })).toBe(
      noted.replace('She speaks', 'He speaks'),
    );
    expect(filled('themes', noted, { 'section.Key moments': '' })).toMatch(/^PROBLEM/);
    const inside = THEME.replace(
      'She speaks.',
      'She <!-- or he --> speaks.\n\n<!-- ## Key facts -->\n\nOften.',
    );
    expect(filled('themes', inside, { 'section.Key facts': 'Old.' })).toBe(
      `${inside}\n## Key facts\n\nOld.\n`,
    );
  });

  it('is the whole text where that has other headings', () => {
    const other = THEME.replace('Key moments', 'Moments');
    expect(filled('themes', other, { body: 'Text.\n\n## Moments\n\nHe.' })).toBe(
      other.replace('What to know.', 'Text.').replace('She speaks.', 'He.'),
    );
  });

  it('may be a heading', () => {
    expect(filled('vocabulary', WORDS, { heading: ' verbal  irony ' })).toBe(
      WORDS.replace('irony', 'verbal irony'),
    );
    expect(filled('vocabulary', WORDS, { heading: ' ' })).toMatch(/^PROBLEM: Write a heading/);
  });

  it('may be part of a group, or a group more', () => {
    const paper = `---
title: Paper 1
duration: 45
sections:
  # The easy ones.
  - title: Section A
    items: [one, two] # in this order
  - title: Section B
    pick: { count: 3, tag: easy }
---
`;
    expect(filled('papers', paper, { 'sections.0.title': 'Part A', 'sections.1.pick.count': '4' })).toBe(
      paper.replace('Section A', 'Part A').replace('{ count: 3, tag: easy }', '{count: 4, tag: easy}'),
    );
    expect(filled('papers', paper, { 'sections.2.title': 'Section C', 'sections.2.items': 'three' })).toBe(
      paper
        .replace('easy }\n', 'easy }\n  - title: Section C\n    items: [three]\n')
        .replace('{ count: 3, tag: easy }', '{count: 3, tag: easy}'),
    );
    const more = {
      'sections.2.title': 'C',
      'sections.2.items': ['a', 'b'],
      'sections.3.title': 'D',
      'sections.4.title': '',
    };
    const longer = filled('papers', paper, more);
    expect(longer).toContain('  - title: C\n    items: [a, b]\n  - title: D\n---');
    // A page that was not loaded again sends the same once more.
    expect(filled('papers', longer, more)).toBe(longer);
    expect(
      filled('papers', paper, {
        'sections.1.title': '',
        'sections.1.pick.count': '',
        'sections.1.pick.tag': '',
      }),
    ).toBe(paper.replace(/ {2}- title: Section B\n.*\n/, ''));
    expect(
      filled('papers', paper, { 'weights.name': ['ao1', 'ao2', ''], 'weights.value': ['60', '40', ''] }),
    ).toContain('\nweights: {ao1: 60, ao2: 40}\nsections:');
  });

  it('is refused where there is no form', () => {
    for (const text of [
      '---\nname: A\n',
      'Text of no entry.\n',
      '## A\nname: "b\n\nText.\n',
      '## A\nname: b\nname: c\n\nText.\n',
    ])
      expect(filled('themes', text, { name: 'B' })).toMatch(/^PROBLEM/);
    expect(filled('themes', THEME, { name: 'B' }, 1)).toMatch(/^PROBLEM/);
  });
});
