import * as z from 'zod';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import { mm } from '../../pages/length.ts';
import { say } from '../../words/say.ts';
import type { Block, SquareGrid, Table } from '../block.ts';
import { LEVEL_SIGN } from '../exam/sheet-title.ts';
import { defineBlock, type ExpandTools } from '../named/named-block.ts';
import { squaresOf } from '../puzzles/hidden-word.ts';
import { FEWEST_WORDS, makeSeries } from '../puzzles/make-series.ts';
import { makeWordSearch, type WordSearch } from '../puzzles/make-word-search.ts';
import { notInPuzzles } from './not-in-puzzles.ts';
import { puzzleFields, type WordWithMeaning } from './puzzle-fields.ts';
import { puzzleHead } from './puzzle-head.ts';
import { reportLeftOut } from './report-left-out.ts';
import { wordText } from './word-text.ts';

/** The side of a square, in points: on a sheet to write on, and on the key. */
const SIDE = mm(10.5);
const SIDE_ON_KEY = mm(7);

/** The directions of words at each level, and what pupils are told of them. */
const LEVELS = {
  support: { level: 1, directions: 2, lead: 'word-search-lead-support' },
  core: { level: 2, directions: 4, lead: 'word-search-lead-core' },
  stretch: { level: 3, directions: 8, lead: 'word-search-lead-stretch' },
} as const;

/** Word searches, each on a page, as many as the words need; or their keys. */
export const wordSearch = defineBlock({
  name: 'word-search',
  fields: z.strictObject({
    ...puzzleFields,
    level: z.enum(['support', 'core', 'stretch']).default('core'),
    columns: wholeNumber(5, 30).default(14),
    rows: wholeNumber(5, 40).default(15),
    'per-grid': wholeNumber(3, 60).default(14).describe('how many words a grid has at most'),
  }),
  expand({ title, seed, labels, answers, words, level, columns, rows, 'per-grid': perPuzzle }, tools) {
    const { at, report, words: phrases, placeIn, plain } = tools;
    const given = words.map(({ word, lang }) => ({
      text: withoutOriginMarks(word),
      lang: lang ?? phrases.lang,
    }));
    const langs = [...new Set([phrases.lang, ...given.map(({ lang }) => lang)])];
    const { level: marks, directions, lead } = LEVELS[level];
    const most = Math.max(columns, rows);
    const { puzzles, leftOut } = makeSeries(given, { perPuzzle, most }, (chosen, number) =>
      makeWordSearch(chosen, {
        columns,
        rows,
        langs,
        directions,
        seed: `${withoutOriginMarks(seed)}/${level}/${number}`,
      }),
    );
    if (puzzles.length === 0)
      report.add(
        'puzzle-too-few',
        placeIn(words[0]!.word),
        `A word search needs at least ${FEWEST_WORDS} words that can be in it; this one has ${countInWords(words.length, 'word')} in all.`,
        'Add words, or make another product.',
      );
    const told = leftOut.filter(({ obstacle }) => puzzles.length > 0 || obstacle.kind !== 'apart');
    reportLeftOut(told, words, 'word search', tools);
    const pages = puzzles.flatMap(({ puzzle, indices }, number): Block[] => {
      const own = (index: number) => words[indices[index]!]!;
      const head = {
        title,
        labels,
        answers,
        number,
        count: puzzles.length,
        lead: answers ? '' : say(phrases, lead),
        level: [
          ...plain('\u00A0\u00A0'),
          {
            kind: 'text' as const,
            text: LEVEL_SIGN.repeat(marks),
            small: true,
            alt: say(phrases, 'level-of-levels', { level: marks, levels: 3 }),
          },
        ],
      };
      return [
        ...puzzleHead(head, tools),
        gridOf(puzzle, answers, tools),
        { kind: 'space', at, height: mm(4), fill: 0 },
        answers ? placesTable(puzzle, own, tools) : wordList(puzzle, own, tools),
      ];
    });
    return [...pages, ...(answers ? notInPuzzles(leftOut, words, tools) : [])];
  },
});

function gridOf(puzzle: WordSearch, answers: boolean, { at, words }: ExpandTools): SquareGrid {
  const { rows, columns, letters, hidden } = puzzle;
  const found = new Set(hidden.flatMap((word) => squaresOf(word, columns)));
  const row = (r: number) => letters.slice(r * columns, (r + 1) * columns);
  const lines = Array.from({ length: rows }, (_, r) =>
    say(words, 'grid-row', { row: r + 1, letters: row(r).join(' ') }),
  );
  return {
    kind: 'square-grid',
    at,
    rows: Array.from({ length: rows }, (_, r) =>
      row(r).map((letter, c) => ({ letter, ...(answers && { found: found.has(r * columns + c) }) })),
    ),
    alt: [say(words, 'grid-size', { rows, columns }), ...lines].join(' '),
    lined: false,
    side: answers ? SIDE_ON_KEY : SIDE,
    ...(answers && { rings: hidden.map((word) => ({ from: word, to: endOf(word) })).map(plainPlaces) }),
  };
}

type Hidden = WordSearch['hidden'][number];

const endOf = ({ row, column, direction, squares }: Hidden) => ({
  row: row + direction[0] * (squares.length - 1),
  column: column + direction[1] * (squares.length - 1),
});

const plainPlaces = ({ from, to }: { from: { row: number; column: number }; to: typeof from }) => ({
  from: { row: from.row, column: from.column },
  to: { row: to.row, column: to.column },
});

/** The words to find, in columns, each with a box to tick. */
function wordList(
  { hidden }: WordSearch,
  own: (index: number) => WordWithMeaning,
  tools: ExpandTools,
): Block {
  const { at, placeIn } = tools;
  const columns = 3;
  const perColumn = Math.ceil(hidden.length / columns);
  return {
    kind: 'columns',
    at,
    least: 9,
    columns: Array.from({ length: columns }, (_, column) => ({
      share: 1 / columns,
      blocks: [
        {
          kind: 'list' as const,
          at,
          look: 'body' as const,
          tight: true,
          labels: { texts: hidden.map(() => ''), room: '' },
          items: hidden.slice(column * perColumn, (column + 1) * perColumn).map(({ index }) => [
            {
              kind: 'paragraph' as const,
              at: placeIn(own(index).word),
              look: 'body' as const,
              ragged: true,
              text: wordText(own(index), tools),
            },
          ]),
        },
      ],
    })),
  };
}

/** Where each word begins and ends. */
function placesTable(
  { hidden }: WordSearch,
  own: (index: number) => WordWithMeaning,
  { at, plain, placeIn, words }: ExpandTools,
): Table {
  const cell = (text: string, place = at) => [
    { kind: 'paragraph' as const, at: place, look: 'body' as const, text: plain(text) },
  ];
  const where = ({ row, column }: { row: number; column: number }) =>
    cell(say(words, 'row-and-column', { row: row + 1, column: column + 1 }));
  return {
    kind: 'table',
    at,
    rowHeaders: true,
    columns: [0.4, 0.3, 0.3].map((share) => ({ align: 'left', share })),
    header: (['word-to-find', 'begins', 'ends'] as const).map((key) => cell(say(words, key))),
    rows: hidden.map((word) => [
      cell(own(word.index).word, placeIn(own(word.index).word)),
      where(word),
      where(endOf(word)),
    ]),
  };
}
