import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwantedWords } from '../../src/blocks/puzzles/fill-squares.ts';
import { squaresOf } from '../../src/blocks/puzzles/hidden-word.ts';
import { lettersInSquares } from '../../src/blocks/puzzles/letters-in-squares.ts';
import { linesOf as linesOfCard, makeBingo } from '../../src/blocks/puzzles/make-bingo.ts';
import { type Crossword, makeCrossword } from '../../src/blocks/puzzles/make-crossword.ts';
import { makeSeries } from '../../src/blocks/puzzles/make-series.ts';
import { makeWordSearch, type WordSearch } from '../../src/blocks/puzzles/make-word-search.ts';
import { rudePattern } from '../../src/blocks/puzzles/rude-pattern.ts';

const inEnglish = (words: readonly string[]) => words.map((text) => ({ text, lang: 'en' }));

/** Words that share letters and contain one another, and what is not a word: short, long, with digits, twice. */
const word = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[aeiorstln]{3,9}$/) },
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z]{3,12}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('no', 'CO2', 'rain gauge', 'run-off', 'café', 'x'.repeat(40), 'a&b'),
  },
);
const list = fc.array(word, { minLength: 1, maxLength: 16 });

/** What each word of a list became. */
const isAccountedFor = (
  words: readonly string[],
  placed: readonly { readonly index: number }[],
  leftOut: readonly { readonly index: number }[],
) =>
  expect([...placed, ...leftOut].map(({ index }) => index).toSorted((a, b) => a - b)).toEqual([
    ...words.keys(),
  ]);

/** The letters of a crossword by their places. */
function lettersOf({ entries }: Crossword): Map<string, string> {
  const letters = new Map<string, string>();
  for (const { row, column, across, squares } of entries)
    for (const [step, letter] of squares.entries()) {
      const key = across ? `${row}/${column + step}` : `${row + step}/${column}`;
      expect(letters.get(key) ?? letter).toBe(letter);
      letters.set(key, letter);
    }
  return letters;
}

/** Each run of two letters or more, across and down. */
function runsIn(letters: ReadonlyMap<string, string>, { rows, columns }: Crossword): string[] {
  const lines = [
    ...Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => letters.get(`${row}/${column}`) ?? ' ').join(''),
    ),
    ...Array.from({ length: columns }, (_, column) =>
      Array.from({ length: rows }, (_, row) => letters.get(`${row}/${column}`) ?? ' ').join(''),
    ),
  ];
  return lines.flatMap((line) => line.split(/ +/)).filter((run) => run.length > 1);
}

/** How many squares can be reached from the first by squares that touch. */
function reached(letters: ReadonlyMap<string, string>): number {
  const [first] = letters.keys();
  const seen = new Set<string>();
  const waiting = first === undefined ? [] : [first];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key) || !letters.has(key)) continue;
    seen.add(key);
    const [row = 0, column = 0] = key.split('/').map(Number);
    waiting.push(
      `${row - 1}/${column}`,
      `${row + 1}/${column}`,
      `${row}/${column - 1}`,
      `${row}/${column + 1}`,
    );
  }
  return seen.size;
}

describe('letters in squares', () => {
  it.each([
    ['run-off', 'en', 'RUNOFF'],
    ['water cycle', 'en', 'WATERCYCLE'],
    ['café’s', 'en', 'CAFES'],
    ['Straße', 'de', 'STRASSE'],
    ['Bahnhöfe', 'de', 'BAHNHOEFE'],
    ['Bahnhöfe', 'en', 'BAHNHOFE'],
    ['el niño', 'es', 'ELNIÑO'],
    ['él', 'es', 'EL'],
    ['żółw', 'pl', 'ŻÓŁW'],
    ['złoty', 'en', 'ZLOTY'],
    ['œuf', 'fr', 'OEUF'],
    ['Ἀθῆναι', 'el', 'ΑΘΗΝΑΙ'],
    ['Чайковский', 'ru', 'ЧАЙКОВСКИЙ'],
  ])('of %s in %s are %s', (text, lang, letters) => {
    expect(lettersInSquares(text, lang)?.join('')).toBe(letters);
  });

  it.each(['CO2', 'AT&T', 'C#', '50 %'])('are none for %s', (text) => {
    expect(lettersInSquares(text, 'en')).toBeUndefined();
  });
});

describe('a crossword', () => {
  const make = (words: readonly string[], seed = 'a') =>
    makeCrossword(inEnglish(words), { columns: 13, rows: 13, seed });

  it('places every word or says why not, in one connected grid whose runs are its words', () => {
    fc.assert(
      fc.property(list, fc.string(), (words, seed) => {
        const made = make(words, seed);
        isAccountedFor(words, made.entries, made.leftOut);
        expect(Math.max(made.rows, made.columns)).toBeLessThanOrEqual(13);
        const letters = lettersOf(made);
        expect(reached(letters)).toBe(letters.size);
        expect(runsIn(letters, made).toSorted()).toEqual(
          made.entries.map(({ squares }) => squares.join('')).toSorted(),
        );
        for (const { index, squares } of made.entries)
          expect(squares).toEqual(lettersInSquares(words[index]!, 'en'));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same seed, and another for another', () => {
    const words = ['particle', 'reservoir', 'aquifer', 'flood', 'gravity', 'humidity'];
    expect(make(words)).toEqual(make(words));
    expect(JSON.parse(JSON.stringify(make(words)))).toEqual(make(words));
    expect(make(words, 'b')).not.toEqual(make(words));
  });

  it('numbers squares row by row, one number for two words that begin in one', () => {
    const { entries } = make(['stone', 'salt', 'tide', 'oat', 'note', 'east', 'sand']);
    for (const [index, entry] of entries.entries()) {
      const before = entries[index - 1];
      if (!before) expect(entry.number).toBe(1);
      else if (before.row === entry.row && before.column === entry.column)
        expect(entry.number).toBe(before.number);
      else expect(entry.number).toBe(before.number + 1);
    }
  });

  it('says what is wrong with a word', () => {
    const { leftOut } = make(['river', 'no', 'x'.repeat(40), 'CO2', 'River', 'fjcz', 'over']);
    expect(leftOut.map(({ index, obstacle }) => [index, obstacle.kind])).toEqual([
      [1, 'short'],
      [2, 'long'],
      [3, 'sign'],
      [4, 'twice'],
      [5, 'apart'],
    ]);
  });
});

describe('a series of crosswords', () => {
  it('has every word in one of them, or says why not', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 24 }), (words) => {
        const given = inEnglish(words);
        const { puzzles, leftOut } = makeSeries(given, { perPuzzle: 8, most: 13 }, (chosen, number) =>
          makeCrossword(chosen, { columns: 13, rows: 13, seed: String(number) }),
        );
        const placed = puzzles.flatMap(({ puzzle, indices }) =>
          puzzle.entries.map(({ index }) => ({ index: indices[index]! })),
        );
        isAccountedFor(words, placed, leftOut);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a word search', () => {
  const make = (words: readonly string[], seed = 'a', directions = 8, langs = ['en']): WordSearch =>
    makeWordSearch(inEnglish(words), { columns: 13, rows: 13, seed, directions, langs });

  /** Every line of a grid in every direction, as text; read here by other means than where grids are made. */
  function linesOf({ rows, columns, letters }: WordSearch): string[] {
    const at = (row: number, column: number) => letters[row * columns + column];
    const lines: string[] = [];
    for (let start = -rows; start < rows + columns; start++) {
      const cells: string[][] = [[], [], [], []];
      for (let step = 0; step < Math.max(rows, columns); step++) {
        cells[0]!.push(start >= 0 && start < rows && step < columns ? at(start, step)! : '');
        cells[1]!.push(start >= 0 && start < columns && step < rows ? at(step, start)! : '');
        for (const [which, column] of [
          [2, start + step],
          [3, start - step],
        ] as const)
          cells[which]!.push(column >= 0 && column < columns && step < rows ? at(step, column)! : '');
      }
      for (const line of cells.map((letters) => letters.join('')).filter((text) => text.length > 2))
        lines.push(line, [...line].toReversed().join(''));
    }
    return lines;
  }

  const count = (lines: readonly string[], letters: string) =>
    lines.reduce((sum, line) => {
      let found = 0;
      for (let at = line.indexOf(letters); at >= 0; at = line.indexOf(letters, at + 1)) found++;
      return sum + found;
    }, 0);

  it('hides every word once or says why not, and nothing rude beside them: 300 grids', () => {
    let seed = 0;
    fc.assert(
      fc.property(
        list,
        fc.constantFrom(2, 4, 8),
        fc.constantFrom('en', 'fr', 'de'),
        (words, directions, lang) => {
          const made = make(words, String(seed++), directions, [lang]);
          isAccountedFor(words, made.hidden, made.leftOut);
          const lines = linesOf(made);
          for (const { squares } of made.hidden) {
            const letters = squares.join('');
            const isPalindrome = letters === [...letters].toReversed().join('');
            expect(count(lines, letters)).toBe(isPalindrome ? 2 : 1);
          }
          expect(unwantedWords(made.letters, made.hidden, { rows: 13, columns: 13, langs: [lang] })).toEqual(
            [],
          );
          const own = new Set(made.hidden.flatMap((one) => squaresOf(one, 13)));
          if (own.size === 0) for (const line of lines) expect(line).not.toMatch(rudePattern([lang]));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same for the same seed, and runs only in the directions of its level', () => {
    const words = ['particle', 'reservoir', 'aquifer', 'flood', 'gravity', 'humidity'];
    expect(make(words)).toEqual(make(words));
    expect(make(words, 'b')).not.toEqual(make(words));
    const ways = make(words, 'a', 2).hidden.map(({ direction }) => direction.join(','));
    expect(ways.filter((way) => way !== '0,1' && way !== '1,0')).toEqual([]);
  });

  it('finds a word in a longer one, and leaves out one that would be found twice', () => {
    const { hidden, leftOut } = make(['dramatic irony', 'irony', 'narrator', 'rat', 'star', 'rats']);
    const [dramatic, irony] = hidden;
    expect(irony).toMatchObject({ index: 1, direction: dramatic!.direction });
    expect(leftOut.map(({ index, obstacle }) => [index, obstacle.kind])).toEqual([
      [3, 'inside'],
      [4, 'inside'],
      [5, 'inside'],
    ]);
  });

  it('leaves out the longest words if there is no room for all', () => {
    const words = [...'abcdefghijklmnop'].map((letter) => `${letter}word${letter}s`);
    const made = makeWordSearch(inEnglish(words), {
      columns: 8,
      rows: 8,
      seed: 'a',
      directions: 8,
      langs: ['en'],
    });
    isAccountedFor(words, made.hidden, made.leftOut);
    expect(new Set(made.leftOut.map(({ obstacle }) => obstacle.kind))).toEqual(new Set(['full']));
  });

  it('allows a rude word only as part of a word of the list', () => {
    const grid = { rows: 3, columns: 5, langs: ['en'] };
    const squares = [...'GLASS'];
    const hidden = [{ index: 0, squares, row: 0, column: 0, direction: [0, 1] as const }];
    expect(unwantedWords([...'GLASSQQQQQQQQQQ'], hidden, grid)).toEqual([]);
    expect(unwantedWords([...'GLASSQQSSAQQQQQ'], hidden, grid)).toEqual([[9, 8, 7]]);
    const french = { ...grid, langs: ['fr'] };
    expect(unwantedWords([...'GLASSEDREMQQQQQ'], hidden, french)).toEqual([[9, 8, 7, 6, 5]]);
    expect(unwantedWords([...'GLASSEDREMQQQQQ'], hidden, grid)).toEqual([]);
  });
});

describe('bingo', () => {
  it('has no two cards alike, calls every word once, and knows who wins and when', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 24, max: 80 }),
        fc.integer({ min: 2, max: 60 }),
        fc.constantFrom(2, 3, 4),
        fc.string(),
        (words, cards, size, seed) => {
          const game = makeBingo(words, cards, size, seed);
          expect(game).toEqual(makeBingo(words, cards, size, seed));
          expect(game.calls.toSorted((a, b) => a - b)).toEqual(
            Array.from({ length: words }, (_, word) => word),
          );
          expect(new Set(game.cards.map((card) => card.toSorted().join(' '))).size).toBe(cards);
          for (const card of game.cards) expect(new Set(card).size).toBe(size * size);
          // Played call by call, as a class does.
          const heard = new Set<number>();
          const wins = (lines: readonly (readonly number[])[]) =>
            game.cards.flatMap((card, index) =>
              lines.some((line) => line.every((square) => heard.has(card[square]!))) ? [index] : [],
            );
          const found: Record<string, { calls: number; cards: number[] }> = {};
          for (const [index, call] of game.calls.entries()) {
            heard.add(call);
            for (const [name, lines] of [
              ['line', linesOfCard(size)],
              ['full', [[...Array(size * size).keys()]]],
            ] as const) {
              const won = wins(lines);
              if (won.length > 0) found[name] ??= { calls: index + 1, cards: won };
            }
          }
          expect(found).toEqual({ line: game.line, full: game.full });
        },
      ),
      { numRuns: 60 },
    );
  });
});
