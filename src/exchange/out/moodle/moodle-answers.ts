import type { ByAnswer } from '../questions/answer-out.ts';
import { matchingDistractors } from '../questions/matching-distractors.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';
import { element } from '../xml/xml.ts';
import { choiceInMoodle } from './choice-in-moodle.ts';
import { literalAsterisks } from './literal-asterisks.ts';
import { moodleFraction } from './moodle-fraction.ts';
import type { MoodleText } from './moodle-text.ts';

/** The part of a question in Moodle’s XML that depends on how it is answered. */
interface MoodleAnswer {
  readonly type: string;
  /** What is written in place of the gaps of its text. */
  readonly gaps?: readonly string[];
  readonly content: readonly string[];
}

/** How each way of asking is written in Moodle’s XML. */
export const MOODLE_ANSWERS: ByAnswer<[question: QuestionOut, text: MoodleText], MoodleAnswer> = {
  choice({ options, isSingle }, { shuffle }, text) {
    const share = moodleFraction(options.filter(({ isRight }) => isRight).length) ?? '100';
    // Whoever ticks everything must not be right.
    const wrong = isSingle ? '0' : `-${share}`;
    return {
      type: 'multichoice',
      content: [
        element('single', {}, String(isSingle)),
        element('shuffleanswers', {}, String(shuffle)),
        element('answernumbering', {}, 'ABCD'),
        ...options.map(({ text: option, isRight }) =>
          element('answer', { fraction: isRight ? share : wrong, format: 'html' }, text.inside(option)),
        ),
      ],
    };
  },
  'true-false': ({ isTrue }) => ({
    type: 'truefalse',
    content: [true, false].map((value) =>
      element('answer', { fraction: value === isTrue ? 100 : 0, format: 'moodle_auto_format' }, [
        element('text', {}, String(value)),
      ]),
    ),
  }),
  pairs: ({ pairs, sides }, { shuffle }, text) => ({
    type: 'matching',
    content: [
      element('shuffleanswers', {}, String(shuffle)),
      ...pairs.map(({ left, right }) =>
        element('subquestion', { format: 'html' }, [...text.inside(left), plainAnswer(text.plain(right))]),
      ),
      ...matchingDistractors(pairs, sides).map((right) =>
        element('subquestion', { format: 'html' }, [element('text'), plainAnswer(text.plain(right))]),
      ),
    ],
  }),
  order: ({ steps }, _, text) => ({
    type: 'ordering',
    content: [
      element('layouttype', {}, 'VERTICAL'),
      element('selecttype', {}, 'ALL'),
      element('selectcount', {}, '0'),
      element('gradingtype', {}, 'ABSOLUTE_POSITION'),
      element('showgrading', {}, 'SHOW'),
      element('numberingstyle', {}, 'none'),
      ...steps.map((step, index) =>
        element('answer', { fraction: index + 1, format: 'html' }, text.inside(step)),
      ),
    ],
  }),
  gaps: ({ blanks }, _, text) => ({
    type: 'cloze',
    gaps: blanks.map(({ isChosen, words }) => {
      const written = words.map(({ text: word, isRight }) => {
        const plain = text.plain(word);
        return `${isRight ? '=' : ''}${inCloze(isChosen ? plain : literalAsterisks(plain))}`;
      });
      return `{1:${isChosen ? 'MULTICHOICE' : 'SHORTANSWER'}:${written.join('~')}}`;
    }),
    content: [],
  }),
  written: ({ lines }, { model, marking }, text) => ({
    type: 'essay',
    content: [
      element('responseformat', {}, 'editor'),
      element('responserequired', {}, '1'),
      element('responsefieldlines', {}, String(Math.max(lines, LEAST_LINES))),
      element('attachments', {}, '0'),
      element('attachmentsrequired', {}, '0'),
      text.rich('graderinfo', [
        ...model,
        ...marking.flatMap(({ label, text: note }) => [{ ...note, text: `**${label}**` }, note]),
      ]),
      element('responsetemplate', { format: 'html' }, [element('text')]),
    ],
  }),
};

/** The fewest lines that Moodle’s editor can have. */
const LEAST_LINES = 2;

const plainAnswer = (words: string): string =>
  element('answer', {}, element('text', {}, escapeMarkup(choiceInMoodle(words))));

/** A word in the notation of cloze questions, whose signs are written as entities: it is HTML, and decoded as such. */
const inCloze = (word: string): string =>
  word
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[&<>"~#{}\\]|^[=%]/g, (sign) => `&#${sign.charCodeAt(0)};`);
