import * as z from 'zod';
import { fillBlanks } from '../../blocks/exam/fill-blanks.ts';
import {
  helpBlocks,
  promptBlocks,
  questionBlocks,
  questionFields,
} from '../../blocks/exam/question-blocks.ts';
import { wordBox } from '../../blocks/exam/word-box.ts';
import { defineBlock } from '../../blocks/named/named-block.ts';
import type { Passage } from '../../content/entries/entry.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { PhraseKey } from '../../words/phrases.ts';
import { phraseText } from '../../words/say.ts';
import type { BodySource } from '../tasks/body-source.ts';
import { QUOTED_GAP_FIELDS, quotedGaps } from '../tasks/quoted-gaps.ts';
import { type Blank, readBlanks } from '../tasks/read-blanks.ts';
import { BANK_FIELDS, readBank, wordsOffered } from '../tasks/word-bank.ts';
import { NO_LINT_FACTS, type QuestionKind } from './question-kind.ts';

/** A text with gaps, which are `[[1]]`, `[[2]]` … in it. */
interface Gaps<Name extends string> {
  readonly kind: Name;
  readonly text: Passage;
  readonly blanks: readonly Blank[];
  /** Words to choose from. */
  readonly bank?: readonly Passage[];
  /** The id of the quotation that the text is. */
  readonly quotation?: string;
}

const FIELDS = { ...BANK_FIELDS, ...QUOTED_GAP_FIELDS };

/** A text or a table with numbered blanks to write in: `[[1]]`, `[[2]]` … */
const block = defineBlock({
  name: 'cloze',
  fields: z.strictObject({
    ...questionFields,
    passage: z.string().min(1).describe('Markdown with [[1]], [[2]] …'),
    words: z.array(z.string().min(1)).default([]).describe('the words to choose from, in a box'),
  }),
  expand: (fields, tools) => {
    const passage = fillBlanks(tools.blocks(fields.passage));
    const prompt = { ...fields, labels: [] };
    // The marks are on the right of the prompt: the last line of the passage is for the pupil to write on.
    return questionBlocks(
      { ...fields, stem: '', text: '', direction: '', marks: '', help: [], starters: [] },
      [
        ...promptBlocks(prompt, tools),
        ...helpBlocks(fields, tools),
        ...wordBox(fields.words, tools),
        ...passage,
      ],
      tools,
    );
  },
});

/** Reads a text with gaps, which may be in a quotation. @returns undefined after reporting what is wrong */
function readGaps(
  source: BodySource<z.output<z.ZodObject<typeof FIELDS>>>,
  report: Report,
): Omit<Gaps<string>, 'kind'> | undefined {
  const text = quotedGaps(source, report);
  const read = text && readBlanks(text, source.at, report);
  if (!read) return undefined;
  const { quotation } = source.fields;
  const bank = readBank(missingWords(read), source);
  return {
    text: read.text,
    blanks: read.blanks,
    ...(bank && { bank }),
    ...(quotation !== undefined && { quotation }),
  };
}

/**
 * Makes a kind of question of gaps to fill.
 * @param directions the phrases that tell pupils what to do, with and without a box of words
 */
export function gapKind<const Name extends string>(
  name: Name,
  directions: { readonly withWords: PhraseKey; readonly alone: PhraseKey },
): QuestionKind<Gaps<Name>, typeof FIELDS> {
  return {
    name,
    fields: FIELDS,
    read(source, report) {
      const read = readGaps(source, report);
      return read && { body: { kind: name, ...read } };
    },
    textBeside: 'rationale',
    isWritten: false,
    marks: ({ blanks }) => blanks.length,
    room: () => undefined,
    options: () => [],
    arrange: ({ bank = [] }, { shuffled }) => shuffled(bank.map(() => false)),
    block,
    takesRoom: false,
    print(body, printing) {
      const words = wordsOffered(body, missingWords(body), printing);
      const direction = phraseText(
        printing.words,
        words.length > 0 ? directions.withWords : directions.alone,
      );
      return { direction, words, passage: body.text };
    },
    isKeyedByOrder: false,
    key: keyOf,
    answers: ({ blanks }) =>
      blanks.map(({ words, at }, index) => ({ text: `${index + 1}\\. ${words.join(' / ')}`, at })),
    offered: ({ blanks }) => blanks.map((_, index) => String(index + 1)),
    found: (_, { texts, rows }) =>
      [...[...texts, ...rows.flat()].join(' ').matchAll(/\((\d+)\)/g)].map((match) => match[1]!),
    // One fact for all gaps, since their words may hold the comma that parts the entries of a key.
    right: (body) => [[keyOf(body)]],
    meaning: (entry) => [[entry]],
    secrets: ({ blanks }) =>
      blanks.flatMap(({ words, at }) => words.map((text) => ({ what: 'missing words', text: { text, at } }))),
    shown: (body, isSupport) => [
      body.text.text,
      ...(body.bank ?? (isSupport ? missingWords(body) : [])).map(({ text }) => text),
    ],
    levels: () => undefined,
    lint: {
      ...NO_LINT_FACTS,
      passage: ({ text }) => text.text,
      quotations: ({ quotation }) => (quotation === undefined ? [] : [quotation]),
      // Words in a box are no secret.
      hidden: ({ blanks, bank }) => (bank ? [] : blanks.flatMap(({ words }) => words)),
    },
  };
}

const keyOf = ({ blanks }: { readonly blanks: readonly Blank[] }) =>
  blanks.map(({ words }, index) => `${index + 1} ${words[0]}`).join(', ');

const missingWords = ({ blanks }: { readonly blanks: readonly Blank[] }): Passage[] =>
  blanks.map(({ words, at }) => ({ text: words[0] ?? '', at }));
