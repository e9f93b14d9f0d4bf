import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRODUCT_TAGS } from '../../../../src/assessment/item-bank/tags-of.ts';
import { addedPhrase } from '../../../../src/exchange/in/added-phrases.ts';
import type { FieldData } from '../../../../src/exchange/in/imported.ts';
import { plainAsMarkdown } from '../../../../src/exchange/in/rich-text/plain-as-markdown.ts';
import { wordsIn } from '../../../words-in.ts';
import { EMPTY_PACK, findings, importedOf, importInto, readBack } from '../support.ts';

const word = fc.constantFrom(
  'a',
  'Ada',
  'is',
  ': ',
  ' #',
  '# ',
  '- ',
  "'",
  '"',
  '\\',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a',
  '*',
  '!x',
  '%',
  '@',
  '`',
  '|',
  '>',
  '~',
  'null',
  'yes',
  '3.10',
  '0123',
  '<!-- a',
  '-->',
  '“',
  '’',
  'é',
  ' ',
  '---',
  '?',
  '\u00a0',
  '水',
  'id: x',
  '$',
);
/** Text on one line, with the signs that YAML or Markdown may mistake. */
const text = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').replace(/ +/g, ' ').trim())
  .filter((value) => /[A-Za-z]/.test(value) && !value.includes('\u00a0\u00a0'));

describe('a file of items', () => {
  const filesFrom = (source: string) => {
    const item = { kind: 'items', fields: { kind: 'short', marks: 1 }, name: 'Why?', body: 'Because.' };
    return importInto(EMPTY_PACK, importedOf(item), { source }).plan.files.map(({ name }) => name);
  };

  it.each(PRODUCT_TAGS)('is not named “%s”, which would be a tag that a product takes', (tag) => {
    expect(filesFrom(`${tag}.html`)).toContain(`items/${tag}-imported.md`);
  });

  it('is named as its source otherwise', () => {
    expect(filesFrom('readers-and-more.html')).toContain('items/readers-and-more.md');
  });
});

describe('entries written as Markdown', () => {
  it('read back as they were, whatever is in their fields and their text', () => {
    const entry = fc.record({
      name: text.filter((name) => !name.includes('<!--') && name.trim() === name),
      fields: fc.record({ plural: text, example: text }, { requiredKeys: [] }) as fc.Arbitrary<
        Record<string, FieldData>
      >,
      plain: text,
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        const imported = importedOf(
          ...entries.map(({ name, fields, plain }) => ({ name, fields, body: plainAsMarkdown(plain) })),
        );
        const { pack } = importInto(EMPTY_PACK, imported);
        const read = readBack(pack);
        expect(findings(read.report)).toEqual([]);
        const words = read.pack!.entries['vocabulary']!;
        expect(words.map(({ name }) => name)).toEqual(entries.map(({ name }) => name.replace(/\s+/g, ' ')));
        for (const [index, { fields, plain }] of entries.entries()) {
          expect(words[index]!.fields).toMatchObject(fields);
          expect(words[index]!.body.text.replace(/\\(?=[!-/:-@[-`{-~])/g, '')).toBe(
            plain.replace(/\\(?=[!-/:-@[-`{-~])/g, ''),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep text that looks like a field or another entry in its place', () => {
    const { pack } = importInto(
      EMPTY_PACK,
      importedOf(
        { name: 'one', body: 'Chapters: 3 and 4.' },
        { name: 'two', body: '```\n## no heading\n```' },
      ),
    );
    const read = readBack(pack);
    expect(findings(read.report)).toEqual([]);
    expect(read.pack!.entries['vocabulary']!.map(({ body }) => body.text)).toEqual([
      'Chapters\\: 3 and 4.',
      '```\n ## no heading\n```',
    ]);
  });

  it('have ids that nothing else has, and refer to one another by them', () => {
    const { pack } = importInto(
      EMPTY_PACK,
      importedOf(
        {
          kind: 'quotations',
          id: 'Q 1',
          name: 'One',
          fields: { provenance: 'unverified', speaker: 'narrator' },
        },
        {
          kind: 'quotations',
          id: 'Q 1',
          name: 'Two',
          fields: { provenance: 'unverified', speaker: 'narrator' },
        },
        { kind: 'themes', name: 'Fear', fields: { claim: 'It rules.', quotations: ['Q 1'] } },
      ),
    );
    const read = readBack(pack);
    expect(findings(read.report).filter((finding) => !finding.includes('unreferenced'))).toEqual([]);
    expect(read.pack!.entries['quotations']!.map(({ id }) => id)).toEqual(['q-1', 'q-1-2']);
    expect(read.pack!.entries['themes']![0]!.fields['quotations']).toEqual(['q-1']);
  });
});

describe('a second import of a source', () => {
  const first = importedOf(
    { name: 'atom', body: 'The smallest piece of an element.' },
    { name: 'ion', body: 'An atom that has lost or gained electrons.' },
    { id: 'm', name: 'molecule', body: 'Some atoms that hold together.' },
  );
  const once = importInto(EMPTY_PACK, first).pack;
  const textOf = (pack: typeof once) => pack.files.find(({ name }) => name === 'vocabulary/notes.md')!.text;
  const edit = (from: string, to: string) => ({
    ...once,
    files: once.files.map((file) => ({ ...file, text: file.text.replace(from, to) })),
  });

  it('changes nothing if the source is the same', () => {
    const { plan, report } = importInto(once, first);
    expect([plan.files, plan.added, plan.updated, plan.same]).toEqual([[], [], [], 3]);
    expect(plan.record).toEqual(once.record);
    expect(findings(report)).toEqual([]);
  });

  it('updates what was edited, also its heading, and puts what is new in its place', () => {
    const { pack, plan } = importInto(
      once,
      importedOf(
        { name: 'atom', body: 'The smallest piece of an element that there is.' },
        { name: 'electron', body: 'A particle around the nucleus.' },
        { name: 'an ion', body: 'An atom that has lost or gained electrons.' },
        { id: 'm', name: 'Molecules', body: 'Quite other words.' },
      ),
    );
    expect(plan.updated.map(({ id }) => id)).toEqual(['atom', 'ion', 'm']);
    expect(plan.added.map(({ id }) => id)).toEqual(['electron']);
    expect(textOf(pack)).toBe(`# Notes

## atom
id: atom

The smallest piece of an element that there is.

## electron
id: electron

A particle around the nucleus.

## an ion
id: ion

An atom that has lost or gained electrons.

## Molecules
id: m

Quite other words.
`);
  });

  it('knows hundreds of entries of one name again, each edited, and one put between them', () => {
    const bank = (edition: string, ...more: { name: string; body: string }[]) =>
      importedOf(
        ...Array.from({ length: 150 }, (_, i) => ({
          name: 'Choose one',
          body: `${edition} is right in ${i}?`,
        })),
        ...more,
        ...Array.from({ length: 150 }, (_, i) => ({
          name: 'Choose one',
          body: `${edition} is wrong in ${i}?`,
        })),
      );
    const { pack } = importInto(EMPTY_PACK, bank('Which'));
    const same = importInto(pack, bank('Which')).plan;
    expect([same.files, same.same, same.added, same.updated]).toEqual([[], 300, [], []]);
    const { plan } = importInto(
      pack,
      bank('What', { name: 'Choose one', body: 'Something else altogether.' }),
    );
    expect([plan.updated.length, plan.added.length]).toEqual([300, 1]);
    const ids = plan.updated.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['choose-one', 'choose-one-2', 'choose-one-3']);
    expect(new Set(ids).size).toBe(300);
    expect(plan.files[0]!.text.match(/^id: .*|What is .* in \d+\?|Something/gm)!.slice(298, 304)).toEqual([
      'id: choose-one-150',
      'What is right in 149?',
      'id: choose-one-301',
      'Something',
      'id: choose-one-151',
      'What is wrong in 0?',
    ]);
  });

  it('takes what somebody has written in the same words for the entry, whatever its number', () => {
    const written = ['One.', 'Two.'].map((body, i) => `## atom\nid: atom${i === 0 ? '' : '-2'}\n\n${body}\n`);
    const pack = {
      ...EMPTY_PACK,
      files: [...EMPTY_PACK.files, { name: 'vocabulary/own.md', text: written.join('\n') }],
    };
    const { plan } = importInto(
      pack,
      importedOf(...['Two.', 'Three.'].map((body) => ({ name: 'atom', body }))),
    );
    expect([plan.same, plan.added.map(({ id }) => id)]).toEqual([1, ['atom-3']]);
  });

  it('keeps what a teacher has changed, and names it only if the source has changed as well', () => {
    const changed = edit('An atom that has lost', 'An atom, or a group of them, that has lost');
    expect(findings(importInto(changed, first).report)).toEqual([]);
    expect(textOf(importInto(changed, first).pack)).toBe(textOf(changed));
    const { pack, report } = importInto(
      changed,
      importedOf(...first.entries.map((entry) => ({ ...entry, body: entry.body.replace('.', '!') }))),
    );
    expect(textOf(pack)).toContain('An atom, or a group of them, that has lost or gained electrons.');
    expect(textOf(pack)).toContain('The smallest piece of an element!');
    expect(findings(report)).toEqual([
      'content/demo/vocabulary/notes.md:8 import-kept: “ion” (vocabulary/ion) has changed both in the source and in the pack. The pack keeps its own version.',
    ]);
  });

  it('still knows that a teacher changed it in a third import, and takes it again if asked', () => {
    const changed = edit('An atom that has lost', 'What has lost');
    const other = importedOf({ name: 'ion', body: 'An atom that has lost or gained an electron or two.' });
    const second = importInto(changed, other).pack;
    const third = importInto(second, other);
    expect(findings(third.report).filter((finding) => finding.includes('“ion”'))).toHaveLength(1);
    const { plan } = importInto(second, other, { replace: true });
    expect(plan.updated.map(({ id }) => id)).toEqual(['ion']);
  });

  it('leaves deleted what a teacher has deleted, and what is gone from the source in the pack', () => {
    const deleted = edit('## ion\nid: ion\n\nAn atom that has lost or gained electrons.\n\n', '');
    expect(importInto(deleted, first).plan.files).toEqual([]);
    const { plan, report } = importInto(once, importedOf(first.entries[0]!));
    expect(plan.files).toEqual([]);
    expect(findings(report)).toEqual([
      'content/demo/vocabulary/notes.md:1 import-kept: “vocabulary/ion” is no longer in notes.html. It stays in the pack.',
      'content/demo/vocabulary/notes.md:1 import-kept: “vocabulary/m” is no longer in notes.html. It stays in the pack.',
    ]);
  });

  it('follows an entry into another file', () => {
    const moved = {
      ...once,
      files: [
        ...edit('## atom\nid: atom\n\nThe smallest piece of an element.\n\n', '').files,
        { name: 'vocabulary/mine.md', text: '## atom\nid: atom\n\nThe smallest piece of an element.\n' },
      ],
    };
    const { plan } = importInto(
      moved,
      importedOf({ name: 'atom', body: 'The smallest piece of any element.' }),
    );
    expect(plan.files).toEqual([
      { name: 'vocabulary/mine.md', text: '## atom\nid: atom\n\nThe smallest piece of any element.\n' },
    ]);
  });
});

describe('two sources in one pack', () => {
  it('do not overwrite one another, and say the same thing once', () => {
    const one = importInto(
      EMPTY_PACK,
      importedOf({ id: 'q1', name: 'atom', body: 'From one.' }, { name: 'ion' }),
    ).pack;
    const { pack, plan } = importInto(
      one,
      importedOf({ id: 'q1', name: 'atom', body: 'From the other.' }, { name: 'ion' }),
      { source: 'other.csv' },
    );
    expect(plan.added.map(({ id, file }) => [id, file])).toEqual([['q1-2', 'vocabulary/other.md']]);
    expect(plan.same).toBe(1);
    expect(findings(readBack(pack).report)).toEqual([]);
    const again = importInto(pack, importedOf({ id: 'q1', name: 'atom', body: 'Edited.' }), {
      source: 'other.csv',
    });
    expect(again.plan.updated.map(({ id }) => id)).toEqual(['q1-2']);
  });
});

describe('pictures of a source', () => {
  const river = (body = 'It flows.\n\n![A river](pictures/river.png)') => ({
    ...importedOf({ name: 'river', body }),
    pictures: [{ path: 'pictures/river.png', bytes: new Uint8Array([1]) }],
  });

  it('are named from the folder of the file that an entry is in', () => {
    const { pack } = importInto(EMPTY_PACK, river());
    const file = pack.files.find(({ name }) => name === 'vocabulary/notes.md')!;
    expect(file.text).toContain('![A river](../pictures/river.png)');
    const again = importInto(pack, river());
    expect(again.plan).toMatchObject({ same: 1, added: [], updated: [] });
    expect(importInto(pack, river('It flows.\n\n`](pictures/other.png)`')).pack.files.at(-1)!.text).toContain(
      '`](pictures/other.png)`',
    );
  });

  it('are named from the folder of the pack where a teacher has moved the entry there', () => {
    const { pack } = importInto(EMPTY_PACK, river());
    const moved = {
      ...pack,
      files: pack.files.map(({ name, text }) =>
        name === 'vocabulary/notes.md'
          ? { name: 'vocabulary.md', text: text.replace('../pictures', 'pictures') }
          : { name, text },
      ),
    };
    expect(importInto(moved, river('It runs.\n\n![A river](pictures/river.png)')).pack.files).toContainEqual(
      expect.objectContaining({
        name: 'vocabulary.md',
        text: expect.stringContaining('It runs.\n\n![A river](pictures/river.png)'),
      }),
    );
  });

  const picture = (byte: number) => [{ path: 'pictures/river.png', bytes: new Uint8Array([byte]) }];

  it('are written again if they have changed, unless somebody has put another in their place', () => {
    const source = importedOf({ name: 'river' });
    const once = importInto(EMPTY_PACK, { ...source, pictures: picture(1) });
    expect([...once.plan.pictures.keys()]).toEqual(['pictures/river.png']);
    expect(importInto(once.pack, { ...source, pictures: picture(1) }).plan.pictures.size).toBe(0);
    expect(importInto(once.pack, { ...source, pictures: picture(2) }).plan.pictures.size).toBe(1);
    const other = { ...once.pack, pictures: new Map([['pictures/river.png', new Uint8Array([9])]]) };
    const { plan, report } = importInto(other, { ...source, pictures: picture(2) });
    expect(plan.pictures.size).toBe(0);
    expect(findings(report)[0]).toContain('There is another picture with this name');
  });
});

describe('what an import adds', () => {
  it.each([
    ['en-GB', 'True or false?', 'No model answer yet.'],
    ['de', 'Richtig oder falsch?', 'Noch keine Musterantwort.'],
    ['pl', 'Prawda czy fałsz?', 'Nie ma jeszcze wzorcowej odpowiedzi.'],
  ])('is in the language of the pack: %s', (lang, question, answer) => {
    const imported = importedOf({
      kind: 'items',
      name: addedPhrase('import-true-or-false'),
      body: addedPhrase('import-no-answer'),
    });
    const { pack } = importInto(EMPTY_PACK, imported, { words: wordsIn(lang) });
    expect(pack.files.find(({ name }) => name === 'items/notes.md')?.text).toMatch(
      new RegExp(`## ${question.replace('?', '\\?')}\\nid: [a-z-]+\\n\\n${answer}\\n$`),
    );
  });
});
