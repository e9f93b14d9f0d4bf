import type { Passage } from '../../../content/entries/entry.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import { choiceInMoodle } from '../moodle/choice-in-moodle.ts';
import { literalAsterisks } from '../moodle/literal-asterisks.ts';
import { moodleFraction } from '../moodle/moodle-fraction.ts';
import { withCountableKeys } from '../moodle/with-countable-keys.ts';
import type { PackOut } from '../pack-out.ts';
import { type ByAnswer, byAnswer, type ChoiceOut } from '../questions/answer-out.ts';
import { idsWithin } from '../questions/ids-within.ts';
import { matchingDistractors } from '../questions/matching-distractors.ts';
import { putInGaps } from '../questions/put-in-gaps.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { type PassageWriter, passageWriter } from '../rich-text/passage-writer.ts';
import { eachGap } from './each-gap.ts';

/** The longest id number that Moodle keeps. */
const LONGEST_ID = 100;

const NO_PICTURES = { lang: 'lang', isStrict: false, pictureAddress: () => undefined } as const;

/** Writes all questions of a pack in GIFT, the text format of Moodle. */
export const giftOf: WriteOut<PackOut> = (source): FileOut => {
  const losses: Loss[] = [];
  const questions = questionsOf(source, losses)
    .map((question) => withCountableKeys(question, losses))
    .flatMap((question) => eachGap(question, losses));
  const ids = idsWithin(questions, LONGEST_ID, losses);
  const writer = passageWriter(source, NO_PICTURES, losses);
  append(losses, lossesInGift(questions, source));
  const category = source.pack.about.name.replaceAll(/\s+/g, ' ').replaceAll('/', '//');
  const texts = questions.map((question) => questionInGift(question, ids.get(question)!, writer));
  const bytes = new TextEncoder().encode([`$CATEGORY: ${category}\n`, ...texts].join('\n'));
  return { bytes, count: questions.length, losses };
};

/** What GIFT has no place for; once for the whole file what is so of every question. */
function lossesInGift(questions: readonly QuestionOut[], { pack }: PackOut): Loss[] {
  const { at } = pack.about;
  return [
    ...(questions.some(({ marks }) => marks > 0) ? [{ what: 'the marks of questions', text: '', at }] : []),
    ...questions.flatMap((question) => [
      ...(isFixed(question) ? [{ what: 'the order of options', text: '', at: question.at }] : []),
      ...(question.answer.as === 'order'
        ? [{ what: 'an order, which becomes pairs of a number and a step', text: '', at: question.at }]
        : []),
      ...wordsWithArrows(question).map((text) => ({
        ...text,
        what: `the signs -> in a word, which become ${ARROW}`,
      })),
      ...question.marking.map(({ label, text }) => ({ ...text, what: `a note for marking (${label})` })),
    ]),
  ];
}

const wordsWithArrows = ({ answer }: QuestionOut): Passage[] =>
  answer.as === 'gaps'
    ? answer.blanks.flatMap(({ words }) =>
        words.map(({ text }) => text).filter(({ text }) => /-\\?>/.test(text)),
      )
    : [];

/** Whether a question says that what there is to choose from keeps its order. */
const isFixed = ({ answer, shuffle }: QuestionOut): boolean =>
  answer.as === 'choice' && (!shuffle || answer.options.some(({ isPinned }) => isPinned));

/** A question below the comment in which Moodle looks for its id and its tags. */
function questionInGift(question: QuestionOut, id: string, writer: PassageWriter): string {
  const { name, reading, asking, tags, answer, model, explanation } = question;
  const marks = [`[id:${id}]`, ...tags.map((tag) => `[tag:${tag.replace(/[\]\n]/g, ' ')}]`)];
  const title = escaped(writer.plain(name).replace(/\s+/g, ' '));
  const gaps = answer.as === 'gaps' ? [answer.text] : [];
  const text = textInGift([...reading, ...asking, ...gaps], writer);
  const feedback = textInGift([...model, ...explanation], writer);
  const right = byAnswer(ANSWERS, answer, writer);
  const answers = `{${[right, ...(feedback === '' ? [] : [`####${feedback}`])].join(right === '' ? '' : '\n')}}`;
  const asked = gaps.length > 0 ? putInGaps(text, [answers]) : `${text}${answers}`;
  return `// ${marks.join(' ')}\n::${title}::${asked}\n`;
}

/** What is right, between the braces. */
const ANSWERS: ByAnswer<[writer: PassageWriter], string> = {
  choice: ({ options, isSingle }, writer) => {
    const share = isSingle ? undefined : moodleFraction(options.filter(({ isRight }) => isRight).length);
    return options.map((option) => `${signOf(option, share)}${textInGift([option.text], writer)}`).join('\n');
  },
  'true-false': ({ isTrue }) => (isTrue ? 'TRUE' : 'FALSE'),
  pairs: ({ pairs, sides }, writer) =>
    [
      ...pairs.map(({ left, right }) => `=${leftInGift(left, writer)} -> ${plainInGift(right, writer)}`),
      ...matchingDistractors(pairs, sides).map((right) => `= -> ${plainInGift(right, writer)}`),
    ].join('\n'),
  order: ({ steps }, writer) =>
    steps.map((step, index) => `=${index + 1} -> ${plainInGift(step, writer)}`).join('\n'),
  gaps: ({ blanks }, writer) => {
    const { isChosen, words } = blanks[0]!;
    return words
      .map(({ text, isRight }) => {
        const word = writer.plain(text).replace(/\s+/g, ' ').trim().replaceAll('->', ARROW);
        return wordInGift(isChosen ? word : literalAsterisks(word), isRight);
      })
      .join(' ');
  },
  written: () => '',
};

/** What becomes of two signs that make pairs of answers, wherever they are in them. In HTML they are written in another way. */
const ARROW = '→';

/** A word to choose or to type. A percentage at its beginning would be its share of the marks, and `[html]` its format. */
function wordInGift(word: string, isRight: boolean): string {
  const share = word.startsWith('%') ? (isRight ? '%100%' : '%0%') : '';
  return `${isRight ? '=' : '~'}${share}${word.startsWith('[') ? '[plain]' : ''}${escaped(word)}`;
}

/** The sign before an option, with its share of the marks if several are right. Ticking all must not be right. */
const signOf = ({ isRight }: ChoiceOut, share: string | undefined): string =>
  share === undefined ? (isRight ? '=' : '~') : isRight ? `~%${share}%` : `~%-${share}%`;

/** Texts one below the other: as they are where they are one paragraph of plain words, otherwise as HTML. */
function textInGift(passages: readonly Passage[], writer: PassageWriter): string {
  const [only, ...more] = passages;
  if (!only) return '';
  const plain = more.length > 0 ? undefined : writer.ifPlain(only);
  if (plain !== undefined && !/[<&\n]|->|^\s*[[%]|^\s|\s$|\s\s/.test(plain)) return escaped(plain);
  const html = more.length > 0 ? passages.map((one) => writer.html(one)).join('') : writer.inlineHtml(only);
  return `[html]${escaped(html)}`;
}

/** The left side of a pair. An arrow in it would end it. */
function leftInGift(left: Passage, writer: PassageWriter): string {
  const text = textInGift([left], writer);
  return /-\\?>/.test(text) ? `[html]${escaped(writer.inlineHtml(left))}` : text;
}

const plainInGift = (passage: Passage, writer: PassageWriter): string =>
  escaped(choiceInMoodle(writer.plain(passage)));

const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
