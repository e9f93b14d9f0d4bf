import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../src/content/entries/entry.ts';
import { characterNames } from '../../../src/content/verification/character-names.ts';
import { judge, pack, read } from './support.ts';

const CHAPTER = 'Chapter 1\n\n“The tide is nearly in,” said Ben.\n\n';
/** The verdict on words of Ben's (or somebody else's) in a book with one paragraph more. */
const inBook = (paragraph: string, words: string | readonly string[], speaker = 'ben') =>
  judge(words, { chapter: '1', speaker }, read('book.txt', `${CHAPTER}${paragraph}\n`).source!);

describe('speech', () => {
  it.each([
    ['with a dash after its mark', '“I could sit on this wall all day”—he looked up—“and mend nets.”'],
    ['with two hyphens after its mark', '"I could sit on this wall all day"--he looked up--"and mend nets."'],
    ['in single marks', '‘I could sit on this wall all day’—he looked up—‘and mend nets.’'],
    ['in straight single marks', "'I could sit on this wall all day'--he looked up--'and mend nets.'"],
    ['with no stop before its mark', '“I could sit on this wall all day” was his answer, “and mend nets.”'],
  ])('%s is nobody’s narration', (_, paragraph) => {
    const all = CHAPTER + paragraph;
    const marks = paragraph[0]!;
    const text =
      marks === '‘' || marks === "'"
        ? all.replace(/[“”]/g, marks === "'" ? "'" : '‘').replace('in,‘', 'in,’')
        : all;
    const book = read('book.txt', text).source!;
    const at = (speaker: string) => ({ chapter: '1', speaker });
    for (const speaker of ['ben', 'narrator'])
      expect(judge('I could sit on this wall all day', at(speaker), book)).toMatchObject({
        verdict: 'verified',
        speaker: { verdict: 'not checkable' },
      });
    expect(judge(['I could sit on this wall all day', 'and mend nets.'], at('ben'), book).verdict).toBe(
      'verified',
    );
  });

  it('may be two words in marks, which are not called narration either', () => {
    const paragraph = 'The boat was called “Grey Gull” by all of us.';
    expect(inBook(paragraph, 'Grey Gull', 'narrator').speaker.verdict).toBe('not checkable');
    expect(inBook(paragraph, 'was called “Grey Gull” by all of us', 'narrator').speaker.verdict).toBe(
      'confirmed',
    );
  });

  it.each([
    ['after a stop', '“Nothing but rain” “Never mind the rain.”'],
    ['in brackets', '(and said “Nothing but rain”) “Never mind the rain.”'],
    ['in the next paragraph', '“Nothing but rain”\n\n“Never mind the rain.”'],
  ])('that ends without a stop is not joined to another’s, %s', (_, paragraph) => {
    for (const words of [
      'Nothing but rain Never mind the rain.',
      ['Nothing but rain', 'Never mind the rain.'],
    ])
      expect(inBook(paragraph, words)).toMatchObject({
        verdict: 'altered',
        differences: expect.arrayContaining([expect.objectContaining({ turn: 'Never' })]) as unknown,
      });
  });
});

describe('the tag of a speech', () => {
  const WORDS = 'We shall row home tonight';
  it.each([
    // A sentence of its own.
    [`“${WORDS}.” Ben answered that it was so.`, 'not checkable'],
    [`“${WORDS}.” Ben said no more.`, 'not checkable'],
    [`“${WORDS}!” Ben said no more.`, 'not checkable'],
    [`“${WORDS}?” Ben began to laugh.`, 'not checkable'],
    [`“${WORDS}?” Ben answered the door.`, 'not checkable'],
    [`“${WORDS}!” Ben laughed.`, 'not checkable'],
    [`“${WORDS}?” Ben asked.`, 'confirmed'],
    [`“${WORDS}!” laughed Ben.`, 'confirmed'],
    [`“${WORDS},” Ben laughed.`, 'confirmed'],
    [`“${WORDS}.” said Ben.`, 'confirmed'],
    [`“${WORDS}?” Ben asked the old man.`, 'confirmed'],
    // More verbs, and what stands beside them.
    [`“${WORDS},” Ben went on.`, 'confirmed'],
    [`“${WORDS},” put in Ben quietly.`, 'confirmed'],
    [`“${WORDS},” rejoined poor Ben.`, 'confirmed'],
    [`“${WORDS},” inquired Mr. Tolley.`, 'contradicted'],
    // A tag that runs on over the end of a line, an hour or a mood before the name.
    [`“${WORDS},” said\nMr. Tolley.`, 'contradicted'],
    [`“${WORDS},” asked the astonished Ben.`, 'confirmed'],
    [`After supper on that day Ben said: “${WORDS}.”`, 'confirmed'],
    [`Presently Ben answered, “${WORDS}.”`, 'confirmed'],
    [`After supper with Mr. Tolley he said: “${WORDS}.”`, 'not checkable'],
    [`“${WORDS},” conjectured Ben.`, 'confirmed'],
    [`“${WORDS},” read Ben.`, 'confirmed'],
    [`“${WORDS}?” Ben read on.`, 'not checkable'],
    [`“${WORDS}?” Ben considered him.`, 'not checkable'],
    // Carried over narration in the middle.
    [`“Listen,” said Ben, taking off his cap. “${WORDS}.”`, 'confirmed'],
    [`“Listen,” said Ben. He gave no sign, but burst out with, “${WORDS}.”`, 'not checkable'],
    [`“Listen,” said Ben. The boat was ready. “${WORDS}.”`, 'not checkable'],
    [`“Oh,” Ben said, while the old man, mending his net, answered: “${WORDS}.”`, 'not checkable'],
    [`“Oh,” Ben said, and a man turned and answered: “${WORDS}.”`, 'not checkable'],
  ])('%s leaves Ben %s', (paragraph, verdict) => {
    expect(inBook(paragraph, WORDS)).toMatchObject({ verdict: 'verified', speaker: { verdict } });
  });

  it('is enough for the whole of an interrupted quotation, unless somebody begins anew', () => {
    const parts = ['Listen,', WORDS];
    const verdict = (between: string) =>
      inBook(`“Listen,” said Ben. ${between} “${WORDS}.”`, parts).speaker.verdict;
    expect(verdict('The boat was ready.')).toBe('confirmed');
    expect(verdict('He gave no sign, but burst out with,')).toBe('not checkable');
    expect(verdict('And Miss Ferris cried,')).toBe('contradicted');
  });

  it('may have a name with a small “the”, and a title with or without its stop', () => {
    const book = read(
      'book.txt',
      `${CHAPTER}“${WORDS},” said Mr. Tolley.\n\n“Not in this wind,” said the Gryphon.\n`,
    );
    const names = new Map([
      ['The Gryphon', ['gryphon']],
      ['Mr Tolley', ['tolley']],
    ]);
    const of = (words: string, speaker: string) =>
      judge(words, { chapter: '1', speaker }, book.source!, names).speaker.verdict;
    expect(of('Not in this wind', 'gryphon')).toBe('confirmed');
    expect(of('Not in this wind', 'tolley')).toBe('contradicted');
    expect(of(WORDS, 'tolley')).toBe('confirmed');
  });

  it('may be a word for somebody, which shows who speaks but not who does not', () => {
    const book = read('book.txt', `${CHAPTER}“${WORDS},” said the ferryman.\n`);
    const names = new Map([
      ['The Ferryman', ['ferryman']],
      ['Ben', ['ben']],
    ]);
    const of = (speaker: string) =>
      judge(WORDS, { chapter: '1', speaker }, book.source!, names).speaker.verdict;
    expect(of('ferryman')).toBe('confirmed');
    expect(of('ben')).toBe('not checkable');
    const begun = read('book.txt', `${CHAPTER}The ferryman said: “${WORDS}.”\n`);
    for (const [speaker, verdict] of [
      ['ferryman', 'confirmed'],
      ['ben', 'not checkable'],
    ] as const)
      expect(judge(WORDS, { chapter: '1', speaker }, begun.source!, names).speaker.verdict).toBe(verdict);
  });

  it('may have a first name or surname that only one character has, and a French title', () => {
    const character = (name: string, ...aliases: string[]) => ({ id: name, name, fields: { aliases } });
    const characters = [
      character('Émile Garnier'),
      character('Mlle. Aurore'),
      character('Ada Lane'),
      character('Tom Lane'),
      character('The Old Miller'),
    ] as unknown as Pick<Pack, 'entries'>['entries']['characters'];
    const names = characterNames({ entries: { ...pack.entries, characters } });
    expect([...names.keys()].filter((name) => !name.includes(' '))).toEqual([
      'Émile',
      'Garnier',
      'Aurore',
      'Ada',
      'Tom',
    ]);
    const of = (tag: string, speaker: string) =>
      judge(
        WORDS,
        { chapter: '1', speaker },
        read('book.txt', `${CHAPTER}“${WORDS},” said ${tag}.\n`).source!,
        names,
      ).speaker.verdict;
    expect(of('Garnier', 'Émile Garnier')).toBe('confirmed');
    expect(of('Mlle. Aurore', 'Mlle. Aurore')).toBe('confirmed');
    expect(of('Lane', 'Ada Lane')).toBe('not checkable');
  });
});

describe('an interruption', () => {
  const LONG =
    'said Ben, taking hold of the lamp with his left hand and putting the key so near to it that it shone';
  it('may have up to thirty words that nobody says', () => {
    const words = ['If you say one word,', 'you will walk home alone.'];
    const of = (more: string) =>
      inBook(`“If you say one word,” ${LONG}${more}, “you will walk home alone.”`, words).verdict;
    expect(of('')).toBe('verified');
    expect(of(' upon the wet stones of the old quay')).toBe('verified');
    expect(of(' upon the wet stones of the old quay and on all of us who stood there')).toBe('altered');
    expect(
      inBook('“If you say one word,” said Ben, “on the road, you will walk home alone.”', words).verdict,
    ).toBe('altered');
  });
});

describe('the differences', () => {
  const BOOK = '“Rubbish, Ben! Millers never agree about the price of wheat,” said Miss Ferris.';
  it.each([
    ['a changed first word', 'Nonsense, Ben! Millers never agree', [{ pack: 'Nonsense', source: 'Rubbish' }]],
    ['a changed last word', 'never agree about the price of corn', [{ pack: 'corn', source: 'wheat' }]],
    [
      'both',
      'Farmers never agree about the price of corn',
      [
        { pack: 'Farmers', source: 'Millers' },
        { pack: 'corn', source: 'wheat' },
      ],
    ],
    [
      'a dropped second word',
      'Millers agree about the price of wheat',
      [{ pack: '', source: 'never', after: 'Millers' }],
    ],
    [
      'a dropped word before the last',
      'agree about the price wheat',
      [{ pack: '', source: 'of', after: 'price' }],
    ],
    [
      'a word added at the end of the speech',
      'about the price of wheat today',
      [{ pack: 'today', source: '' }],
    ],
  ])('show %s, with the book’s word', (_, words, differences) => {
    expect(inBook(BOOK, words, 'miss-ferris')).toMatchObject({ verdict: 'altered', differences });
  });

  it('are looked for in the quotation’s own chapter first, where other chapters are full of its words', () => {
    const others = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple'].map(
      (name) =>
        `When the boats of ${name} left, and when the boats came in, everybody knew. ${'The bell rang in the mist on the quay until noon. '.repeat(4)}`,
    );
    const text = `Chapter 1\n\n${others.join('\n\n')}\n\nChapter 2\n\n“When she saw four boats,” said Ben, and sat down again.\n`;
    const book = read('book.txt', text).source!;
    const at = { chapter: '2', speaker: 'ben' };
    expect(judge('When she saw nine boats,', at, book)).toMatchObject({
      verdict: 'altered',
      places: [{ chapter: '2' }],
      differences: [{ pack: 'nine', source: 'four' }],
    });
    expect(judge('When she saw four boats,', at, book).verdict).toBe('verified');
    expect(judge('When the gulls of Larch left, and when', { chapter: '2' }, book)).toMatchObject({
      verdict: 'altered',
      places: [{ chapter: '1' }],
    });
  });
});
