import * as z from 'zod';
import type { Block } from '../../blocks/block.ts';
import { answerSpace, answerSpaceFields } from '../../blocks/exam/answer-space.ts';
import { helpBlocks, questionBlocks, questionFields } from '../../blocks/exam/question-blocks.ts';
import { defineBlock } from '../../blocks/named/named-block.ts';
import { quotedParagraphs } from '../../blocks/named/quotation.ts';
import type { Pack } from '../../content/entries/entry.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import { placeOf, speakerOf, workQuoted } from '../../content/entries/place-of.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { listOf } from '../../diagnostics/yaml/check-yaml.ts';
import type { PhraseKey } from '../../words/phrases.ts';
import { phraseText, say } from '../../words/say.ts';
import { QUOTATION_FIELD } from '../tasks/quotation-field.ts';
import { NO_LINT_FACTS, NOTHING_TO_COMPARE, type QuestionKind } from './question-kind.ts';

const ASKS = ['who', 'where', 'why'] as const;

/** A quotation, by its id, and what pupils say of it. */
interface Identify {
  readonly kind: 'identify';
  readonly quotation: string;
  readonly asks: readonly (typeof ASKS)[number][];
}

const FIELDS = {
  ...QUOTATION_FIELD,
  asks: listOf(z.enum(ASKS)).default([...ASKS]),
};

/** A quotation without its speaker and place, and lines to write them on. */
const block = defineBlock({
  name: 'identify',
  fields: z.strictObject({
    ...questionFields,
    words: z.array(z.string().min(1)).min(1),
    warning: z.string().default(''),
    lines: z
      .array(z.string().min(1))
      .default([])
      .describe('questions answered on one line each, such as Who says this?'),
    last: z.string().default('').describe('a question that needs more room, such as Why does it matter?'),
    space: answerSpaceFields.optional(),
  }),
  expand(fields, tools) {
    const { at, plain, placeIn } = tools;
    const place = placeIn(fields.words[0]!);
    const quote: Block = {
      kind: 'quote',
      at: place,
      blocks: quotedParagraphs(fields.words, 'body', tools),
      ...(fields.warning && { attribution: plain(fields.warning) }),
    };
    const lines = fields.lines.flatMap((line): Block[] => [
      { kind: 'space', at, height: 8, fill: 0 },
      {
        kind: 'paragraph',
        at,
        look: 'body',
        text: [...plain(line), ...plain('\u00A0'), { kind: 'blank', width: 'rest' }],
      },
    ]);
    const last: Block[] = fields.last
      ? [
          { kind: 'space', at, height: 8, fill: 0 },
          { kind: 'paragraph', at, look: 'body', text: plain(fields.last) },
        ]
      : [];
    const room = fields.space ? answerSpace(fields.space, at) : [];
    // Help is printed where it is needed: above the lines to write on.
    const withoutHelp = { ...fields, help: [], starters: [] };
    return questionBlocks(
      withoutHelp,
      [quote, ...lines, ...last, ...helpBlocks(fields, tools), ...room],
      tools,
    );
  },
});

/** Lines for an answer to “why”, for each mark beyond one for each of the other answers. */
const LINES_PER_MARK = 2;

const WARNINGS: Readonly<Record<string, PhraseKey>> = {
  film: 'film-not-novel',
  paraphrase: 'paraphrase',
  unverified: 'unverified',
};

/** A quotation of the pack, whose speaker and place are to be named. */
export const identify: QuestionKind<Identify, typeof FIELDS> = {
  name: 'identify',
  fields: FIELDS,
  read({ fields, main, at }, report) {
    if (fields.quotation === undefined) {
      const hint = 'Write its id below the heading: quotation: its-id';
      report.add('key-missing', at, 'This item needs a quotation.', hint);
      return undefined;
    }
    const body = { kind: 'identify', quotation: fields.quotation, asks: fields.asks } as const;
    return { body, ...(main.text && { answer: main }) };
  },
  textBeside: 'answer',
  isWritten: false,
  marks: () => undefined,
  room: ({ asks }, marks) =>
    asks.includes('why')
      ? { ruling: 'lined', lines: Math.max(2, (marks - asks.length + 1) * LINES_PER_MARK) }
      : undefined,
  options: () => [],
  arrange: () => [],
  block,
  takesRoom: true,
  print({ quotation, asks }, { pack, words }) {
    const entry = quotationNamed(quotation, pack);
    const warning = entry && ownValue(WARNINGS, entry.fields.provenance);
    return {
      words: entry ? paragraphs(entry.body) : [],
      ...(warning !== undefined && { warning: phraseText(words, warning) }),
      lines: [
        ...(asks.includes('who') ? [say(words, 'who-says-it')] : []),
        ...(asks.includes('where') ? [say(words, 'where-in-the-text')] : []),
      ],
      ...(asks.includes('why') && { last: say(words, 'why-it-matters') }),
    };
  },
  isKeyedByOrder: false,
  key: () => '',
  answers({ quotation, asks }, { pack, words }) {
    const entry = quotationNamed(quotation, pack);
    if (!entry) return [];
    const place = placeOf(entry, pack.entries, words);
    const who =
      speakerOf(entry, pack.entries, (name) => say(words, 'narrating', { name })) ?? say(words, 'narrator');
    const work = workQuoted(entry, pack.entries);
    // Of several works the author belongs to the answer, even where somebody else speaks.
    const author = work?.kind === 'books' && who !== work.fields.author ? ` (${work.fields.author})` : '';
    return [
      ...(asks.includes('who') ? [{ text: `**${say(words, 'who')}** ${who}`, at: entry.at }] : []),
      ...(asks.includes('where') && place !== undefined
        ? [{ text: `**${say(words, 'where')}** ${place}${author}`, at: entry.at }]
        : []),
    ];
  },
  ...NOTHING_TO_COMPARE,
  levels: () => undefined,
  lint: { ...NO_LINT_FACTS, quotations: ({ quotation }) => [quotation], needsRationale: true },
};

const quotationNamed = (quotation: string, pack: Pack) =>
  pack.entries.quotations.find(({ id }) => id === quotation);
