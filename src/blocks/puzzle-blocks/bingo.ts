import * as z from 'zod';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { wholeNumber } from '../../diagnostics/yaml/check-yaml.ts';
import { mm } from '../../pages/length.ts';
import { say } from '../../words/say.ts';
import type { Block, Inline, Table } from '../block.ts';
import { defineBlock, type ExpandTools } from '../named/named-block.ts';
import { type Bingo, type BingoWin, FEWEST_FOR_BINGO, makeBingo } from '../puzzles/make-bingo.ts';
import { clueOf } from './clue-of.ts';
import { cardFields, type WordWithMeaning } from './puzzle-fields.ts';
import { puzzleHead } from './puzzle-head.ts';
import { wordText } from './word-text.ts';
import { wordsOnce } from './words-once.ts';

/** The height of all rows of a card, in points. */
const CARD_HEIGHT = mm(104);

/** The cards of a game of bingo, each on a page; or, as its key, the meanings in the order in which they are called. */
export const bingo = defineBlock({
  name: 'bingo',
  fields: z.strictObject({
    ...cardFields,
    cards: wholeNumber(2, 200).default(30).describe('how many cards there are'),
    size: wholeNumber(2, 4).default(4).describe('how many squares a side of a card has'),
  }),
  expand({ title, seed, answers, words, cards, size }, tools) {
    const { at, report, placeIn } = tools;
    const given = wordsOnce(words, 'bingo', tools);
    if (given.length < FEWEST_FOR_BINGO) {
      const missing = countInWords(FEWEST_FOR_BINGO - given.length, 'word');
      report.add(
        'puzzle-too-few',
        placeIn(words[0]!.word),
        `Bingo needs at least ${FEWEST_FOR_BINGO} words, so that cards differ; this one has ${given.length}.`,
        `Add ${missing} with meanings, or print matching cards or loop cards, which need fewer.`,
      );
      return [];
    }
    const game = makeBingo(given.length, cards, size, `${withoutOriginMarks(seed)}/bingo`);
    if (answers) return callsOf(game, given, title, tools);
    return game.cards.flatMap((card, number): Block[] => [
      ...cardOf(
        card.map((word) => given[word]!),
        { title, number, size },
        tools,
      ),
      { kind: 'page-break', at, recto: false },
    ]);
  },
});

function cardOf(
  words: readonly WordWithMeaning[],
  { title, number, size }: { readonly title: string; readonly number: number; readonly size: number },
  tools: ExpandTools,
): Block[] {
  const { at, plain, placeIn, words: phrases } = tools;
  const table: Table = {
    kind: 'table',
    at,
    grid: true,
    framed: true,
    large: true,
    rowHeight: CARD_HEIGHT / size,
    columns: Array.from({ length: size }, () => ({ align: 'centre', share: 1 / size })),
    header: [],
    rows: Array.from({ length: size }, (_, row) =>
      words.slice(row * size, (row + 1) * size).map((word) => [
        {
          kind: 'paragraph',
          at: placeIn(word.word),
          look: 'body',
          text: inBold(wordText(word, tools)),
          balanced: true,
        },
      ]),
    ),
  };
  const label = say(phrases, 'card-of-game', { title: withoutOriginMarks(title), number: number + 1 });
  return [{ kind: 'paragraph', at: placeIn(title), look: 'label', text: plain(label) }, table];
}

const inBold = (text: readonly Inline[]): Inline[] =>
  text.map((run) => (run.kind === 'text' ? { ...run, bold: true } : run));

/** The caller’s sheet: who wins when, and every meaning with its word. */
function callsOf(
  { calls, line, full }: Bingo,
  words: readonly WordWithMeaning[],
  title: string,
  tools: ExpandTools,
): Block[] {
  const { at, plain, placeIn, words: phrases } = tools;
  const cell = (text: string) => [
    { kind: 'paragraph' as const, at, look: 'body' as const, text: plain(text) },
  ];
  const paragraph = (text: string): Block => ({ kind: 'paragraph', at, look: 'body', text: plain(text) });
  return [
    ...puzzleHead(
      { title, labels: [], number: 0, count: 1, answers: false, lead: say(phrases, 'bingo-lead') },
      tools,
    ),
    paragraph(winInWords('bingo-line', line, tools)),
    paragraph(winInWords('bingo-full', full, tools)),
    {
      kind: 'table',
      at,
      columns: (['right', 'left', 'left'] as const).map((align) => ({ align })),
      header: [cell(say(phrases, 'call')), cell(say(phrases, 'meaning')), cell(say(phrases, 'word-to-find'))],
      rows: calls.map((call, index) => {
        const word = words[call]!;
        const place = placeIn(word.word);
        return [
          cell(String(index + 1)),
          [{ kind: 'paragraph', at: place, look: 'body', text: clueOf(word, tools) }],
          [{ kind: 'paragraph', at: place, look: 'body', text: wordText(word, tools) }],
        ];
      }),
    },
  ];
}

const winInWords = (
  key: 'bingo-line' | 'bingo-full',
  { calls, cards }: BingoWin,
  { words }: ExpandTools,
): string => say(words, key, { calls, cards: cards.map((card) => card + 1).join(', ') });
