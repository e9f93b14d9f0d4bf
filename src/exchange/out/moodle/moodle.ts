import type { Passage } from '../../../content/entries/entry.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import type { PackOut } from '../pack-out.ts';
import { byAnswer } from '../questions/answer-out.ts';
import { idsWithin } from '../questions/ids-within.ts';
import { putInGaps } from '../questions/put-in-gaps.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';
import { element, XML_HEAD } from '../xml/xml.ts';
import { MOODLE_ANSWERS } from './moodle-answers.ts';
import { type MoodleText, moodleText } from './moodle-text.ts';
import { withCountableKeys } from './with-countable-keys.ts';

/** The longest id number and the longest name of a question that Moodle keeps. */
const LONGEST_ID = 100;
const LONGEST_NAME = 255;

/** Writes all questions of a pack in Moodle’s XML, with pictures, marks and notes for marking. */
export const moodleOf: WriteOut<PackOut> = (source): FileOut => {
  const losses: Loss[] = [];
  const questions = questionsOf(source, losses).map((question) => withCountableKeys(question, losses));
  const ids = idsWithin(questions, LONGEST_ID, losses);
  const text = moodleText(source, losses);
  for (const question of questions) append(losses, lossesInMoodle(question));
  const written = [
    category(source.pack.about.name),
    ...questions.map((question) => questionAsXml(question, ids.get(question)!, text)),
  ];
  const bytes = new TextEncoder().encode(`${XML_HEAD}${element('quiz', {}, written)}\n`);
  return { bytes, count: questions.length, losses };
};

/** What Moodle has no place for, of one question. */
const lossesInMoodle = ({ answer, marking, at }: QuestionOut): Loss[] => [
  ...(answer.as === 'choice' && answer.options.some(({ isPinned }) => isPinned)
    ? [{ what: 'the fixed place of an option', text: '', at }]
    : []),
  // Only essays have notes for whoever marks them.
  ...(answer.as === 'written'
    ? []
    : marking.map(({ label, text }) => ({ ...text, what: `a note for marking (${label})` }))),
];

/** Where Moodle puts the questions: a category with the name of the pack. A slash would divide it. */
const category = (name: string): string =>
  element('question', { type: 'category' }, [
    element('category', {}, element('text', {}, escapeMarkup(`$course$/top/${name.replaceAll('/', '//')}`))),
  ]);

function questionAsXml(question: QuestionOut, id: string, text: MoodleText): string {
  const { name, reading, asking, answer, explanation, marks, tags } = question;
  const { type, gaps = [], content } = byAnswer(MOODLE_ANSWERS, answer, question, text);
  const asked: readonly Passage[] = [...reading, ...asking, ...(answer.as === 'gaps' ? [answer.text] : [])];
  return element('question', { type }, [
    element('name', {}, element('text', {}, escapeMarkup(shortName(text.plain(name))))),
    text.rich('questiontext', asked, (html) => putInGaps(html, gaps)),
    text.rich('generalfeedback', explanation),
    // A question without marks counts as one; Moodle asks for a grade.
    element('defaultgrade', {}, String(marks === 0 ? 1 : marks)),
    element('penalty', {}, '0'),
    element('hidden', {}, '0'),
    element('idnumber', {}, escapeMarkup(id)),
    ...content,
    ...(tags.length > 0
      ? [
          element(
            'tags',
            {},
            tags.map((tag) => element('tag', {}, element('text', {}, escapeMarkup(tag)))),
          ),
        ]
      : []),
  ]);
}

/** A name is a label in lists: the whole question is in its text. */
const shortName = (name: string): string => {
  const line = name.replace(/\s+/g, ' ');
  return line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME - 1)}…`;
};
