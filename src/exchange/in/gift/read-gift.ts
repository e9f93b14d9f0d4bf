import type { GIFTQuestion, NumericalChoice, NumericalFormat, TextChoice, TextFormat } from 'gift-pegjs';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { ImportSource } from '../import-source.ts';
import type { Imported } from '../imported.ts';
import type { AskWithNotes } from '../questions/ask-with-notes.ts';
import { bankReading } from '../questions/bank-reading.ts';
import { categoryTags } from '../questions/category-tags.ts';
import { type Feedback, feedbackList } from '../questions/feedback-list.ts';
import { type BankCategory, loseUnusedCategories } from '../questions/lose-unused-categories.ts';
import type { Question } from '../questions/question.ts';
import { trueFalseOf } from '../questions/true-false-of.ts';
import { type WeighedAnswer, weighAnswers } from '../questions/weigh-answers.ts';
import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import { holdsHtml, keepBrackets } from '../rich-text/holds-html.ts';
import { htmlBlocks } from '../rich-text/html-blocks.ts';
import { markdownBlocks } from '../rich-text/markdown-blocks.ts';
import { plainBlocks } from '../rich-text/plain-blocks.ts';
import type { RichTextTools, TextBlock } from '../rich-text/text-block.ts';
import { parseGift } from './parse-gift.ts';
import { type GiftPiece, splitGift } from './split-gift.ts';

/** Reads questions in GIFT. One that cannot be read is listed with its words, and the others come in. */
export function readGift({ path, text }: ImportSource): Imported {
  const reading = bankReading();
  const categories: BankCategory[] = [];
  let category: readonly string[] = [];
  const entries = splitGift(text).flatMap((piece) => {
    const read = parseGift(piece.text);
    if ('what' in read) {
      const at = placeIn(piece, read.line, path, read.column);
      reading.lose(`a whole question, because ${read.what}`, piece.text, at);
      return [];
    }
    return read.flatMap((question) => {
      const at = placeIn(piece, 0, path);
      if (question.type === 'Category') {
        category = categoryTags(question.title);
        categories.push({ names: category, at });
        return [];
      }
      if (question.type !== 'Description')
        return reading.entry(
          questionOf(question, piece, category, reading.shelf.tools(at, reading.losses), at),
        );
      reading.lose('a text that asks nothing', piece.text, at);
      return [];
    });
  });
  loseUnusedCategories(categories, entries, reading);
  return { about: {}, entries, pictures: reading.shelf.pictures, losses: reading.losses };
}

/** The place of a line of a question; of its first line that is not a comment by default. */
function placeIn({ text, lines }: GiftPiece, line: number, file: string, column = 1): Place {
  const first =
    line > 0
      ? line
      : Math.max(
          0,
          text.split('\n').findIndex((one) => !/^\s*\/\//.test(one)),
        );
  return { file, line: lines[first] ?? lines.at(-1)!, column };
}

type Asking = Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>;

function questionOf(
  question: Asking,
  piece: GiftPiece,
  category: readonly string[],
  tools: RichTextTools,
  at: Place,
): Question {
  const { id, title, tags, stem, globalFeedback } = question;
  const { ask, rationale = [], guidance = [], stem: below } = askOf(question, tools);
  return {
    at,
    ...(id && { id }),
    ...(title && { title }),
    stem: below ?? blocksOf(stem, tools),
    ask,
    tags: [...category, ...(tags ?? [])],
    rationale: [...blocksOf(globalFeedback, tools), ...rationale],
    guidance,
    raw: piece.text,
  };
}

/** Reads a text in the format that it says. By default it is HTML if it looks like it. */
function blocksOf(given: TextFormat | null, tools: RichTextTools): TextBlock[] {
  if (!given) return [];
  const text = given.text.replace(/&&(\d{3});?/g, (_, code: string) => String.fromCharCode(Number(code)));
  if (given.format === 'markdown') return markdownBlocks(text, tools);
  if (given.format === 'plain') return plainBlocks(text);
  if (given.format !== 'html' && !holdsHtml(text)) return plainBlocks(text);
  return htmlBlocks(keepBrackets(text).replaceAll('\n', given.format === 'html' ? '\n' : '<br>'), tools);
}

const lineOf = (given: TextFormat | null, tools: RichTextTools): string =>
  blocksInLine(blocksOf(given, tools));

function askOf(question: Asking, tools: RichTextTools): AskWithNotes {
  switch (question.type) {
    case 'TF': {
      const said = [question.trueFeedback, question.falseFeedback].flatMap((one) => blocksOf(one, tools));
      return { ...trueFalseOf(blocksOf(question.stem, tools), question.isTrue), rationale: said };
    }
    case 'Matching': {
      const pairs = question.matchPairs.map(({ subquestion, subanswer }) => ({
        left: lineOf(subquestion, tools),
        // A right side has no format of its own.
        right: lineOf(
          { format: question.stem.format === 'plain' ? 'plain' : 'moodle', text: subanswer },
          tools,
        ),
      }));
      return {
        ask: {
          kind: 'matching',
          pairs: pairs.filter(({ left }) => left !== ''),
          extras: pairs.filter(({ left }) => left === '').map(({ right }) => right),
        },
      };
    }
    case 'Essay':
      return { ask: { kind: 'extended', answers: [], wrong: [] } };
    case 'Numerical':
      return writtenAsk(numbersIn(question.choices, tools), tools);
    case 'Short':
      return writtenAsk(weighed(question.choices, tools), tools);
    default: {
      const choices = weighed(question.choices, tools);
      const { keys, guidance } = weighAnswers(choices, tools);
      return {
        ask: {
          kind: 'multiple-choice',
          options: choices.map((choice) => ({ text: choice.text, key: keys.has(choice) })),
          anyKey: question.choices.some(({ isCorrect }) => isCorrect),
        },
        rationale: feedbackList(choices),
        guidance,
      };
    }
  }
}

type Choice = WeighedAnswer & Feedback;

const weighed = (choices: readonly TextChoice[], tools: RichTextTools): Choice[] =>
  choices.map(({ text, isCorrect, weight, feedback }) => ({
    text: lineOf(text, tools),
    share: weight ?? (isCorrect ? 100 : 0),
    says: lineOf(feedback, tools),
  }));

/** Answers to write. Those that earn a part of the marks are for the mark scheme. */
function writtenAsk(choices: readonly Choice[], tools: RichTextTools): AskWithNotes {
  const { keys, guidance } = weighAnswers(choices, tools);
  const wrong = choices.filter(({ share, text }) => share <= 0 && text !== '\\*');
  return {
    ask: {
      kind: 'short',
      answers: choices
        .filter((choice) => keys.has(choice))
        .map(({ text }): TextBlock[] => [{ kind: 'paragraph', markdown: text }]),
      wrong: wrong.map(({ text }) => text),
    },
    rationale: feedbackList(choices),
    guidance,
  };
}

function numbersIn(choices: NumericalChoice[] | NumericalFormat, tools: RichTextTools): Choice[] {
  const all = Array.isArray(choices)
    ? choices
    : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  return all.map(({ text, isCorrect, weight, feedback }) => ({
    text: numberInWords(text),
    share: weight ?? (isCorrect ? 100 : 0),
    says: lineOf(feedback, tools),
  }));
}

function numberInWords({ type, number, range, numberLow, numberHigh }: NumericalFormat): string {
  if (type === 'high-low') return `${numberLow}–${numberHigh}`;
  if (type === 'range' && range) return `${number} ± ${range}`;
  return number === undefined ? '\\*' : String(number);
}
