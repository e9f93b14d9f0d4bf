import * as z from 'zod';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import { mm } from '../../pages/length.ts';
import { say } from '../../words/say.ts';
import type { Block, GridSquare, List, SquareGrid } from '../block.ts';
import { defineBlock, type ExpandTools } from '../named/named-block.ts';
import { lettersInSquares } from '../puzzles/letters-in-squares.ts';
import { type Crossword, type CrosswordEntry, makeCrossword } from '../puzzles/make-crossword.ts';
import { FEWEST_WORDS, makeSeries } from '../puzzles/make-series.ts';
import { clueOf, hasClue } from './clue-of.ts';
import { notInPuzzles } from './not-in-puzzles.ts';
import { puzzleFields, type WordWithMeaning } from './puzzle-fields.ts';
import { puzzleHead } from './puzzle-head.ts';
import { reportLeftOut } from './report-left-out.ts';
import { wordText } from './word-text.ts';

/** The side of a square, in points: on a sheet to write on, and on the key. */
const SIDE = mm(9);
const SIDE_ON_KEY = mm(7);

/** Crosswords of words and their meanings, each on a page, as many as the words need; or their keys. */
export const crossword = defineBlock({
  name: 'crossword',
  fields: z.strictObject({
    ...puzzleFields,
    columns: wholeNumber(5, 30).default(15).describe('the most columns of a grid'),
    rows: wholeNumber(5, 40).default(15).describe('the most rows of a grid'),
    'per-grid': wholeNumber(3, 40).default(14).describe('how many words a grid has at most'),
  }),
  expand({ title, seed, labels, answers, words, columns, rows, 'per-grid': perPuzzle }, tools) {
    const { at, report, words: phrases, placeIn } = tools;
    const given = words.map((word) => ({
      text: withoutOriginMarks(word.word),
      lang: word.lang ?? phrases.lang,
      clueless: !hasClue(word, tools),
    }));
    const most = Math.max(columns, rows);
    const { puzzles, leftOut } = makeSeries(given, { perPuzzle, most }, (chosen, number) =>
      makeCrossword(chosen, { columns, rows, seed: `${withoutOriginMarks(seed)}/${number}` }),
    );
    if (puzzles.length === 0)
      report.add(
        'puzzle-too-few',
        placeIn(words[0]!.word),
        `A crossword needs at least ${FEWEST_WORDS} words that cross one another; this one has ${countInWords(words.length, 'word')} in all.`,
        'Add words with their meanings, or make another product.',
      );
    const told = leftOut.filter(({ obstacle }) => puzzles.length > 0 || obstacle.kind !== 'apart');
    reportLeftOut(told, words, 'crossword', tools);
    const lead = answers ? '' : say(phrases, 'crossword-lead');
    const pages = puzzles.flatMap(({ puzzle, indices }, number): Block[] => {
      const own = (entry: CrosswordEntry) => words[indices[entry.index]!]!;
      return [
        ...puzzleHead({ title, labels, number, count: puzzles.length, answers, lead }, tools),
        gridOf(puzzle, answers, tools),
        { kind: 'space', at, height: mm(3), fill: 0 },
        {
          kind: 'columns',
          at,
          least: 15,
          columns: [true, false].map((across) => ({
            share: 0.5,
            blocks: cluesOf(
              puzzle.entries.filter((entry) => entry.across === across),
              { across, answers, own },
              tools,
            ),
          })),
        },
      ];
    });
    return [...pages, ...(answers ? notInPuzzles(leftOut, words, tools) : [])];
  },
});

function gridOf(
  { rows, columns, entries }: Crossword,
  answers: boolean,
  { at, words }: ExpandTools,
): SquareGrid {
  const squares: (GridSquare | null)[][] = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => null),
  );
  for (const { row, column, across, squares: letters, number } of entries)
    for (const [step, letter] of letters.entries()) {
      const [r, c] = [row + (across ? 0 : step), column + (across ? step : 0)];
      squares[r]![c] = {
        ...squares[r]![c],
        ...(answers && { letter }),
        ...(step === 0 && { number }),
      };
    }
  const told = entries.map(({ number, across, row, column, squares: letters }) =>
    say(words, across ? 'across-at' : 'down-at', {
      number,
      row: row + 1,
      column: column + 1,
      word: answers ? letters.join('') : say(words, 'letters-counted', { count: letters.length }),
    }),
  );
  return {
    kind: 'square-grid',
    at,
    rows: withFilled(squares),
    alt: [say(words, 'grid-size', { rows, columns }), ...told].join(' '),
    lined: true,
    side: answers ? SIDE_ON_KEY : SIDE,
  };
}

/** The longest gap between words side by side that is filled: a longer one is not taken for a square. */
const LONGEST_FILLED = 2;

/** Fills short gaps between words on two opposite sides: the lines around them would look like more squares. */
function withFilled(squares: readonly (readonly (GridSquare | null)[])[]): (GridSquare | null)[][] {
  const at = (row: number, column: number) => squares[row]?.[column];
  const isGap = (row: number, column: number, down: number, right: number): boolean =>
    at(row, column) === null && !!at(row - right, column - down) && !!at(row + right, column + down);
  const lengthOf = (row: number, column: number, down: number, right: number): number => {
    let length = 0;
    for (const way of [1, -1])
      for (let step = way; isGap(row + down * step, column + right * step, down, right); step += way)
        length++;
    return isGap(row, column, down, right) ? length + 1 : 0;
  };
  const isFilled = (length: number) => length > 0 && length <= LONGEST_FILLED;
  return squares.map((row, r) =>
    row.map(
      (square, c) =>
        square ??
        (isFilled(lengthOf(r, c, 0, 1)) || isFilled(lengthOf(r, c, 1, 0)) ? { filled: true } : null),
    ),
  );
}

/** The clues of one direction, or on the key the words. */
function cluesOf(
  entries: readonly CrosswordEntry[],
  {
    across,
    answers,
    own,
  }: {
    readonly across: boolean;
    readonly answers: boolean;
    readonly own: (entry: CrosswordEntry) => WordWithMeaning;
  },
  tools: ExpandTools,
): Block[] {
  const { at, plain, placeIn, words } = tools;
  if (entries.length === 0) return [];
  const list: List = {
    kind: 'list',
    at,
    look: 'small',
    tight: true,
    labels: { texts: entries.map(({ number }) => String(number)), room: '00' },
    items: entries.map((entry) => {
      const word = own(entry);
      const text = answers
        ? wordText(word, tools)
        : [...clueOf(word, tools), ...plain(` (${lengthOf(word, words.lang)})`)];
      return [{ kind: 'paragraph', at: placeIn(word.word), look: 'small', ragged: true, text }];
    }),
  };
  return [{ kind: 'heading', at, level: 2, text: plain(say(words, across ? 'across' : 'down')) }, list];
}

/** The letters of a word, as crosswords say them: `5, 3-4`. */
function lengthOf({ word, lang }: WordWithMeaning, documentLang: string): string {
  const count = (part: string) => lettersInSquares(part, lang ?? documentLang)?.length ?? 0;
  return withoutOriginMarks(word)
    .trim()
    .split(/\s+/)
    .map((part) =>
      part
        .split(/\p{Pd}/u)
        .map(count)
        .filter((letters) => letters > 0)
        .join('-'),
    )
    .filter(Boolean)
    .join(', ');
}
