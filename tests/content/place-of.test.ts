import { describe, expect, it } from 'vitest';
import { chapterName } from '../../src/content/entries/chapter-name.ts';
import { placeOf, speakerOf } from '../../src/content/entries/place-of.ts';
import { beginsWithPart, unitsInWords } from '../../src/words/unit-words.ts';
import { assessmentOf } from '../assessment/support.ts';
import { english, wordsIn } from '../words-in.ts';

/** A pack with one chapter and one quotation from it. */
function packWith(book: string, chapter: string, quotation: string) {
  const { pack, report } = assessmentOf({
    ...(book && {
      'book.md': `---\ntitle: B\nauthor: A. Author\npublished: 1900\nnarrator: ada\n${book}---\n`,
    }),
    'books.md':
      '## Ozymandias\nauthor: Percy Bysshe Shelley\n\n## The Prelude\nauthor: William Wordsworth\nunit: book\n',
    ...(chapter && { 'chapters.md': `${chapter}\n\nIt happens.\n` }),
    'characters.md': '## Ada\nrole: main\nclaim: Ada.\n\nAda.\n',
    'quotations.md': `## words\nthemes: []\nspeaker: narrator\nprovenance: book\n${quotation}\nThe words.\n`,
  });
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  return { entries: pack.entries, errors: errors.map(({ message }) => message) };
}

const plain = (text: string | undefined) => text?.replaceAll('\u00A0', ' ');

describe('the place of a quotation', () => {
  it.each([
    ['chapter: 6', '', '## 6\ntitle: The road', 'chapter 6'],
    ['chapter: 1.7\nlines: 1-3', 'unit: scene\n', '## 1.7\ntitle: The plan', 'Act 1, scene 7, lines 1–3'],
    ['chapter: 1-7\nlines: 4', 'unit: scene\n', '## 1.7\ntitle: The plan', 'Act 1, scene 7, line 4'],
    ['chapter: 1.7', 'unit: scene\n', '## The plan\nid: 1-7\ntitle: The plan', 'Act 1, scene 7'],
    ['chapter: i-vii', 'unit: scene\n', '## I.vii\ntitle: The plan', 'Act 1, scene 7'],
    ['chapter: act-1-scene-7', 'unit: scene\n', '## act-1-scene-7\ntitle: The plan', 'Act 1, scene 7'],
    ['chapter: 1.10', 'unit: scene\n', '## 1.10\ntitle: The plan', 'Act 1, scene 10'],
    ['chapter: 1.3\nlines: 12', 'unit: canto\n', '## 1.3\ntitle: C', 'Book 1, canto 3, line 12'],
    ['chapter: 2.1', 'unit: chapter\ndivision: volume\n', '## 2.1\ntitle: C', 'Volume 2, chapter 1'],
    ['chapter: 2.1', 'unit: verse\n', '## 2.1\ntitle: C', 'verse 2.1'],
    ['chapter: 2', 'unit: stave\n', '## 2\ntitle: The first spirit', 'stave 2'],
    ['chapter: letter-4', '', '## letter-4\ntitle: To Mrs. Saville', 'letter 4'],
    ['chapter: catch-22', '', '## Catch 22\ntitle: Catch-22', 'Catch-22'],
    ['chapter: prologue', '', '## prologue\ntitle: Prologue', 'Prologue'],
    ['chapter: 7\nlines: 3-4', 'unit: poem\n', '## 7\ntitle: London', 'London, lines 3–4'],
    ['page: 12', '', '', 'page 12'],
    ['lines: 12', '', '', 'line 12'],
  ])('of %j is named in the words of the book (%j)', (quotation, unit, chapter, place) => {
    const { entries, errors } = packWith(unit || 'unit: chapter\n', chapter, `${quotation}\n`);
    expect(errors).toEqual([]);
    expect(plain(placeOf(entries.quotations[0]!, entries, english))).toBe(place);
    expect(plain(speakerOf(entries.quotations[0]!, entries, (name) => `${name}, narrating`))).toBe(
      'Ada, narrating',
    );
  });

  it.each([
    ['book: ozymandias\nlines: 10-11', '', 'Ozymandias, lines 10–11', 'Percy Bysshe Shelley'],
    [
      'chapter: 1\nlines: 3',
      '## 1\nbook: the-prelude\ntitle: Childhood',
      'The Prelude, book 1, line 3',
      'William Wordsworth',
    ],
  ])('names the work and its author, of several: %j', (quotation, chapter, place, speaker) => {
    const { entries, errors } = packWith('', chapter, `${quotation}\n`);
    expect(errors).toEqual([]);
    expect(plain(placeOf(entries.quotations[0]!, entries, english))).toBe(place);
    expect(speakerOf(entries.quotations[0]!, entries, (name) => `${name}, narrating`)).toBe(speaker);
  });

  it('is the source, if the words are from one', () => {
    const { entries, errors } = packWith('unit: act\n', '', 'source: Letter, 1916\n');
    expect(errors).toHaveLength(2);
    expect(errors.join()).toContain('“source” is for words from something else');
    expect(placeOf(entries.quotations[0]!, entries, english)).toBe('Letter, 1916');
  });

  it.each([
    ['chapter: 2.1', 'there is no “2-1”'],
    ['chapter: 1.7\nlines: 9-3', 'Line 3 comes before line 9.'],
    ['chapter: 1.7\nlines: nine', 'lines'],
    ['book: ozymandia', 'there is no “ozymandia”'],
    ['note: no place', 'A quotation from the book needs its chapter.'],
  ])('is checked: %j', (quotation, message) => {
    const { errors } = packWith('unit: scene\n', '## 1.7\ntitle: The plan', `${quotation}\n`);
    expect(errors.join('\n')).toContain(message);
  });

  it('is short in a narrow column', () => {
    const { entries } = packWith('unit: scene\n', '## 1.7\ntitle: The plan', 'chapter: 1.7\n');
    expect(chapterName('1-7', entries).short).toBe('1.7');
  });
});

describe('the place of a quotation in another language', () => {
  const placeIn = (lang: string, book: string, id: string) => {
    const { entries, errors } = packWith(book, `## ${id}\ntitle: T`, `chapter: ${id}\n`);
    expect(errors).toEqual([]);
    return plain(placeOf(entries.quotations[0]!, entries, wordsIn(lang)));
  };

  it.each([
    ['de', 'unit: scene\n', '1.7', 'Akt 1, Szene 7'],
    ['de', 'unit: Szene\n', '1.7', 'Akt 1, Szene 7'],
    ['fr', 'unit: scène\n', '1.7', 'Acte 1, scène 7'],
    ['it', 'unit: canto\n', '1.3', 'Libro 1, canto 3'],
    ['pl', 'setting: X\n', '6', 'rozdział 6'],
    ['cy', 'setting: X\n', 'act-1-scene-7', 'Act 1, golygfa 7'],
    ['es', 'setting: X\n', 'letter-4', 'carta 4'],
    ['de', 'unit: Aventiure\n', '4', 'Aventiure 4'],
    ['fr', 'unit: poème\n', '4', 'T'],
  ])('is %s: %s%s is %s', (lang, book, id, place) => expect(placeIn(lang, book, id)).toBe(place));
});

describe('several places', () => {
  it.each([
    ['de', 'Szene', 'Szenen'],
    ['de', 'Gedicht', 'Gedichte'],
    ['pl', 'rozdział', 'rozdziały'],
    ['it', 'chapter', 'capitoli'],
    ['cy', 'pennod', 'penodau'],
    ['en-GB', 'entry', 'entries'],
    ['en-GB', 'tale', 'tales'],
  ])('in %s: %s, %s', (lang, unit, units) =>
    expect(unitsInWords(unit, lang === 'en-GB' ? english : wordsIn(lang))).toBe(units),
  );
});

it.each([
  ['en-GB', 'Act 1', true],
  ['de', 'Erster Akt', false],
  ['de', 'Akt 1', true],
  ['en-GB', 'Letter from home', false],
  ['fr', 'Partie 2', true],
  ['fr', 'Partir', false],
])('in %s, “%s” is the name of a part: %s', (lang, title, expected) =>
  expect(beginsWithPart(title, lang === 'en-GB' ? english : wordsIn(lang))).toBe(expected),
);
