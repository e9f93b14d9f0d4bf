import { describe, expect, it } from 'vitest';
import { judge, read, story, verdicts } from './support.ts';

describe('the verdicts of a pack', () => {
  it('say of each quotation what the book says of it', () => {
    expect(
      verdicts.map(({ id, verdict, places, speaker }) =>
        [
          id,
          verdict,
          places.map(({ chapter, paragraph, word }) => `${chapter}:${paragraph}:${word}`).join(' '),
          speaker.verdict,
          speaker.reason,
        ].join(' | '),
      ),
    ).toMatchInlineSnapshot(`
      [
        "never-early | verified | 1:2:1 | confirmed | the speech tag says “Ben”",
        "everybody-else | verified | 1:3:6 | confirmed | the speech tag says “I”",
        "leather-peak | verified | 1:4:11 | confirmed | nobody says it aloud",
        "first-thing | verified | 1:4:37 | confirmed | nobody says it aloud",
        "altered | altered | 2:4:26 | confirmed | the speech tag says “Miss Ferris”",
        "elsewhere | elsewhere | 3:6:1 | confirmed | the speech tag says “I”",
        "ambiguous | ambiguous | 2:5:31 2:6:4 | not checkable | the words occur more than once",
        "absent | absent |  | not checkable | the words were not found",
        "wrong-speaker | verified | 3:4:20 | contradicted | the speech tag says “Ben”",
        "film-line | no source |  | not checkable | the words were not found",
        "short | verified | 3:2:1 | confirmed | the speech tag says “Ben”",
      ]
    `);
  });

  it('show the smallest difference word by word', () => {
    expect(verdicts.find(({ id }) => id === 'altered')!.differences).toEqual([
      { pack: 'just', source: 'only', after: 'is' },
    ]);
  });
});

describe('what typography changes', () => {
  it.each([
    ['straight marks', `"You could have caught it," Mr Tolley told him.`],
    [
      'a double hyphen for a dash',
      'the wind took his cap--the good one, with the leather peak—and carried it',
    ],
    ['a hyphen at a line end, either way', 'The ferry came in well-laden that day, with flour'],
    ['the same without its hyphen', 'The ferry came in wellladen that day, with flour'],
    ['a word broken at a line end', 'You are late, and so is everybody else.'],
    ['ligatures', 'the ﬁrst thing that the sea took from us that year'],
    ['italics', 'the good one, with the *leather* peak'],
    ['line ends and spaces', 'A cap is  a\nsmall thing'],
    ['capitals at the head of a chapter', 'My brother always said that the ferry had a bell'],
    ['soft hyphens', 'I be\u00ADlieved him for years.'],
    ['a stop where the book goes on', 'On the morning when this begins.'],
  ])('%s is the same', (_, words) => {
    expect(judge(words, { chapter: '1' })).toMatchObject({ verdict: 'verified', differences: [] });
  });

  it.each([
    [
      'a capital',
      'a Cap is a small thing',
      [
        { pack: 'a', source: 'A' },
        { pack: 'Cap', source: 'cap' },
      ],
    ],
    ['a comma', 'He laughed at that and the wind took his cap', [{ pack: '', source: ',' }]],
    ['a hyphen', 'old Mr Tolley came down the hill with one-boot on', undefined],
    ['a question', 'We watched it go?', [{ pack: '?', source: '.' }]],
    ['a contraction', 'I do not think that either of us moved', undefined],
  ])('%s is not', (_, words, differences) => {
    const found = judge(words, { chapter: '1' });
    expect(found.verdict).toBe('altered');
    if (differences) expect(found.differences).toMatchObject(differences);
  });
});

describe('an interrupted quotation', () => {
  const ben = { chapter: '1', speaker: 'ben' };

  it('has only a speech tag between its parts', () => {
    expect(judge(['I could have caught it,', 'if I’d had a longer arm'], ben)).toMatchObject({
      verdict: 'verified',
      speaker: { verdict: 'confirmed' },
    });
  });

  it('is altered when spoken words are left out besides', () => {
    expect(
      judge(['I could have caught it,', 'and if I’d wanted to be in the water with it.'], ben),
    ).toMatchObject({
      verdict: 'altered',
      differences: [{ pack: '', source: "if I'd had a longer arm", after: 'it' }],
    });
    expect(judge(['I could have caught', 'if I’d had a longer arm'], ben).verdict).toBe('altered');
  });

  it('is altered when its parts are in the wrong order, or run into another’s speech', () => {
    expect(judge(['if I’d had a longer arm', 'I could have caught it,'], ben).verdict).not.toBe('verified');
    expect(
      judge(['Nobody has ever played.', 'Then it has come to the right place'], { chapter: '2' }),
    ).toMatchObject({ verdict: 'altered', differences: [{ turn: 'Then' }] });
    expect(judge(['Who plays?', 'Nobody plays,'], { chapter: '2', speaker: 'miss-ferris' })).toMatchObject({
      verdict: 'altered',
    });
  });

  it('leaves nothing of the narrator’s out', () => {
    expect(
      judge(['He laughed at that,', 'and carried it over the harbour wall.'], { chapter: '1' }).verdict,
    ).toBe('altered');
  });
});

describe('an elision', () => {
  it('stands for words that are left out', () => {
    expect(judge('the bell rang twice, […] and old Mr Tolley came down', { chapter: '1' }).verdict).toBe(
      'verified',
    );
    expect(judge(['the bell rang twice,', '[…]', 'old Mr Tolley came down'], { chapter: '1' }).verdict).toBe(
      'verified',
    );
  });

  it('hides no change beside it, and no wrong order', () => {
    expect(judge('the bell rang once, […] and old Mr Tolley came down', { chapter: '1' }).verdict).toBe(
      'altered',
    );
    expect(judge('old Mr Tolley came down […] the bell rang twice', { chapter: '1' }).verdict).not.toBe(
      'verified',
    );
  });

  it('puts no sentence together from scraps', () => {
    expect(judge('the sea […] gives […] back', { chapter: '1' }).verdict).not.toBe('verified');
    expect(judge('the bell […] rang twice, and then it rang again', { chapter: '1' }).verdict).toBe(
      'ambiguous',
    );
  });

  it('needs no more words beside it where only a speech tag is left out', () => {
    expect(
      judge('It’s early, […] It’s never been early in my life.', { chapter: '1', speaker: 'ben' }),
    ).toMatchObject({
      verdict: 'verified',
    });
  });

  it('is not what dots within a sentence are', () => {
    expect(judge('the bell rang twice, … and old Mr Tolley came down', { chapter: '1' }).verdict).toBe(
      'altered',
    );
  });
});

describe('a short quotation', () => {
  it('is found in its own chapter only', () => {
    expect(judge('They can’t.', { chapter: '3', speaker: 'ben' }).verdict).toBe('verified');
    expect(judge('They can’t.', { chapter: '2', speaker: 'ben' }).verdict).toBe('absent');
    expect(judge('They can’t.').verdict).toBe('ambiguous');
  });

  it('is told from others by its speaker, where only one is confirmed', () => {
    expect(judge('I wanted to say', { chapter: '3' })).toMatchObject({ verdict: 'ambiguous' });
    expect(judge('the one about the river', { chapter: '2', speaker: 'miss-ferris' }).verdict).toBe(
      'ambiguous',
    );
  });
});

describe('the speaker', () => {
  it.each([
    ['Nobody has ever played.', '2', 'ben', 'confirmed'],
    ['Nobody has ever played.', '2', 'miss-ferris', 'contradicted'],
    ['Then it has come to the right place', '2', 'miss-ferris', 'confirmed'],
    ['I don’t know the one about the river.', '2', 'miss-ferris', 'not checkable'],
    ['Play the one about the river', '2', 'mr-tolley', 'not checkable'],
    ['Who plays?', '2', 'miss-ferris', 'not checkable'],
    ['are you crying?', '2', 'ben', 'not checkable'],
    ['It isn’t early', '1', 'mara', 'confirmed'],
    ['It isn’t early', '1', 'ben', 'contradicted'],
    ['He did not understand me.', '2', 'narrator', 'confirmed'],
    ['He did not understand me.', '2', 'ben', 'contradicted'],
    ['He did not understand me.', '2', 'mara', 'not checkable'],
    ['Nobody has ever played.', '2', 'narrator', 'contradicted'],
    ['“They can’t,” said Ben.', '3', 'ben', 'not checkable'],
  ])('of “%s” in chapter %s as %s is %s', (words, chapter, speaker, verdict) => {
    expect(judge(words, { chapter, speaker }).speaker.verdict).toBe(verdict);
  });

  const tagged = (paragraph: string) =>
    read('tags.txt', `Chapter 1\n\n${paragraph}\n\n“No,” said Ben.\n`).source!;
  it.each([
    ['“We shall all go home now,” said Ben and Miss Ferris.', 'not checkable'],
    ['“We shall all go home now,” said Ben’s mother.', 'not checkable'],
    ['“We shall all go home now,” said Ben Harker.', 'not checkable'],
    ['“We shall all go home now,” said a man.', 'not checkable'],
    ['“We shall all go home now,” Ben never said.', 'not checkable'],
    ['“We shall all go home now.” Ben looked at the floor.', 'not checkable'],
    ['Ben was told by Miss Ferris, “We shall all go home now.”', 'not checkable'],
    ['Ben said nothing, and a man whispered, “We shall all go home now.”', 'not checkable'],
    ['Nobody but Ben said, “We shall all go home now.”', 'not checkable'],
    ['“Listen,” said Benjamin. “We shall all go home now.”', 'confirmed'],
    ['“Listen,” said Ben. Miss Ferris coughed. “We shall all go home now.”', 'not checkable'],
    ['Then Ben said softly, “We shall all go home now.”', 'confirmed'],
    ['“Listen,” said Ben, and Miss Ferris answered, “We shall all go home now.”', 'contradicted'],
    ['“We shall all go home now,” answered Mr Tolley.', 'contradicted'],
    ['“We shall all go home now, said Ben.', 'not checkable'],
    ['— We shall all go home now, said Ben.', 'not checkable'],
    ['“We shall all go home now” said Ben.', 'confirmed'],
    ['“We shall all go home now,” I said.', 'contradicted'],
    ['“We shall all go home now,” he said to Ben.', 'not checkable'],
    ['“We shall all go home now,” Ben told Miss Ferris.', 'confirmed'],
    ['“We shall all go home now,” said Ben, as Miss Ferris said later.', 'confirmed'],
    ['“We shall all go home now.” “No,” said Miss Ferris.', 'not checkable'],
    ['We shall all go home now.', 'contradicted'],
    ['‘We shall all go home now,’ said Ben.', 'not checkable'],
  ])('is judged by %s as %s', (paragraph, verdict) => {
    const found = judge('We shall all go home now', { chapter: '1', speaker: 'ben' }, tagged(paragraph));
    expect(found.verdict).toBe('verified');
    expect(found.speaker.verdict).toBe(verdict);
  });

  it('is not checkable in a text without quotation marks', () => {
    const bare = read('bare.txt', story.replace(/[“”‘’]/g, '')).source!;
    expect(judge('Nobody has ever played.', { chapter: '2', speaker: 'ben' }, bare).speaker.verdict).toBe(
      'not checkable',
    );
  });

  it.each(['Never while I live,', 'Until tonight, then,', 'Erase it,', 'Impossible,', 'Empty the boat,'])(
    'is found in a text with single marks, where “%s” begins like a clipped word',
    (words) => {
      const single = read('clipped.txt', `Chapter 1\n\n‘We shall see,’ said Ben.\n\n‘${words}’ said Ben.\n`)
        .source!;
      expect(judge(words, { chapter: '1', speaker: 'ben' }, single).speaker.verdict).toBe('confirmed');
    },
  );

  it('is found in a text with single marks, whose apostrophes are none', () => {
    const single = read(
      'single.txt',
      story.replaceAll('‘dry’', 'dry').replaceAll('“', '‘').replaceAll('”', '’'),
    ).source!;
    for (const [words, speaker] of [
      ['It’s never been early in my life.', 'ben'],
      ['when you’ve found your cap.', 'mara'],
    ] as const)
      expect(judge(words, { speaker, chapter: speaker === 'ben' ? '1' : '3' }, single)).toMatchObject({
        verdict: 'verified',
        speaker: { verdict: 'confirmed' },
      });
  });
});
