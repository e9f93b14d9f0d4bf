import { describe, expect, it } from 'vitest';
import { layOutPack } from '../support.ts';

const PRODUCTS = ['knowledge-organiser'];

/** A claim of so many letters. */
const claimOf = (letters: number) => `It ${'goes on '.repeat(letters / 8).slice(0, letters - 4)}.`;
const character = (name: string, role: 'main' | 'minor', letters: number) =>
  `## ${name}\nrole: ${role}\nclaim: ${claimOf(letters)}\n\n${name} is here.\n`;
const aboutWith = (more: string) =>
  `---\ntitle: Demo\nlang: en-GB\ndate: 2026-01-05\n${more}---\n\nA pack to try things with.\n`;

const BOOK =
  '---\ntitle: The Lamp\nauthor: Ann Author\npublished: At home, 1990\n---\n\nIt is about a lamp.\n';
const VOCABULARY = Array.from({ length: 8 }, (_, index) => `## word${index}\n\nA word.\n`).join('\n');
/** A pack whose box of characters is full after those named here; a box holds 2,400 letters. */
const packOf = (characters: readonly string[], more = '') => ({
  'pack.md': aboutWith(more),
  'book.md': BOOK,
  'characters.md': characters.join('\n'),
  'vocabulary.md': VOCABULARY,
});

const leftOut = (texts: Readonly<Record<string, string>>, products = PRODUCTS) => {
  const { report, documents } = layOutPack(texts, { products });
  const found = report.diagnostics.filter(({ code }) => code === 'organiser-entry-left-out');
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { found, documents };
};

const FULL = [character('Ada', 'main', 1200), character('Ben', 'main', 1000), character('Cal', 'main', 900)];

describe('the knowledge organiser', () => {
  it('names a main character that does not fit, with its line and what to do', () => {
    const texts = packOf(FULL);
    const line = texts['characters.md'].split('\n').indexOf('## Cal') + 1;
    expect(leftOut(texts).found).toMatchObject([
      {
        severity: 'warning',
        where: { file: 'demo/characters.md', line },
        message:
          '“Cal” is left out of the knowledge organiser, because the box “Characters” has no room for it.',
        hint: expect.stringMatching(
          /^Shorten it, or entries above it in the box, by about \d+ letters; name the entries to print in “organiser-entries” in pack\.md; or name fewer boxes in “organiser”\.$/,
        ),
      },
    ]);
  });

  it('names an entry that is chosen although its box is left out, at the line of the choice', () => {
    const more = 'organiser: [vocabulary]\norganiser-entries: [word1, ada]\n';
    const texts = packOf([character('Ada', 'main', 40)], more);
    const line = texts['pack.md'].split('\n').findIndex((one) => one.startsWith('organiser-entries')) + 1;
    const { found } = leftOut(texts);
    expect(found.map(({ where }) => [where.file, where.line])).toEqual([['demo/pack.md', line]]);
    expect(found).toMatchObject([
      {
        message: '“ada” is not on the knowledge organiser: “organiser” does not name its box, “characters”.',
        hint: 'Add “characters” to “organiser”, or remove “ada” from “organiser-entries”.',
      },
    ]);
    expect(
      leftOut(packOf([character('Ada', 'main', 40)], 'organiser-entries: [word1, ada]\n')).found,
    ).toEqual([]);
  });

  it('names a highlight that is too long for it, unless it is chosen', () => {
    const quotation = (id: string, letters: number) =>
      `## ${id}\nspeaker: ada\nsource: A letter\nprovenance: source\n\n${'so '.repeat(letters / 3)}it goes.\n`;
    const withChoice = (more: string) => ({
      ...packOf([character('Ada', 'main', 40)], `highlights: [short, long]\n${more}`),
      'quotations.md': `${quotation('short', 60)}\n${quotation('long', 240)}`,
    });
    const { found } = leftOut(withChoice(''));
    expect(found.map(({ where, message }) => [where.file, where.line, message])).toEqual([
      [
        'demo/quotations.md',
        8,
        'The quotation “long” is one of the “highlights”, but too long for the knowledge organiser: it has more than 190 letters.',
      ],
    ]);
    expect(leftOut(withChoice('organiser-entries: [long]\n')).found).toEqual([]);
    expect(leftOut(withChoice('organiser: [characters, vocabulary]\n')).found).toEqual([]);
  });

  it('says by how many letters it is too long, up to the next ten', () => {
    const [found] = leftOut(packOf(FULL)).found;
    const over = Number(/about (\d+) letters/.exec(found!.hint!)![1]);
    const withLast = (letters: number) => packOf([...FULL.slice(0, 2), character('Cal', 'main', letters)]);
    expect(leftOut(withLast(900 - over)).found).toEqual([]);
    expect(leftOut(withLast(900 - over + 10)).found).toHaveLength(1);
  });

  it('names one that is passed over for a shorter one after it', () => {
    const minor = ['Dot', 'Eve'].map((name) => character(name, 'minor', name === 'Dot' ? 900 : 40));
    const { found } = leftOut(packOf([...FULL.slice(0, 2), ...minor]));
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('“Dot” is left out')]);
  });

  it('lets minor entries at the end give way, as documented', () => {
    expect(leftOut(packOf([...FULL.slice(0, 2), character('Dot', 'minor', 900)])).found).toEqual([]);
  });

  it('prints what “organiser-entries” names, however long', () => {
    expect(leftOut(packOf(FULL, 'organiser-entries: [ada, ben, cal]\n')).found).toEqual([]);
  });

  it('says so of a box in which nothing fits, and of texts without names', () => {
    const texts = {
      ...packOf(FULL.slice(0, 1), 'organiser: [context, characters]\n'),
      'book.md': `---\ntitle: The Lamp\nauthor: Ann Author\npublished: At home, 1990\n---\n\n${'It is about a lamp, '.repeat(200)}and more.\n`,
    };
    expect(leftOut(texts).found).toMatchObject([
      {
        where: { file: 'demo/book.md', line: 7 },
        message: expect.stringContaining('“It is about a lamp, It is about a lamp, …” is left out'),
        hint: expect.stringMatching(
          /^Shorten it, or entries above it in the box, by about \d+ letters; or name fewer boxes/,
        ),
      },
    ]);
  });

  it('prints no empty page if nothing fits at all', () => {
    const { found, documents } = leftOut(
      packOf([character('Ada', 'main', 7000)], 'organiser: [characters]\n'),
    );
    expect(found).toHaveLength(1);
    expect(documents).toEqual([]);
  });

  it('says the same of its pages with gaps, and nothing if neither is printed', () => {
    expect(leftOut(packOf(FULL), ['organiser-with-gaps']).found).toHaveLength(1);
    expect(leftOut(packOf(FULL), ['vocabulary-cards']).found).toEqual([]);
  });
});
