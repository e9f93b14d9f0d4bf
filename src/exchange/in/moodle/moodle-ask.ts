import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { AskWithNotes } from '../questions/ask-with-notes.ts';
import type { BankReading } from '../questions/bank-reading.ts';
import { type Feedback, feedbackList } from '../questions/feedback-list.ts';
import { trueFalseOf } from '../questions/true-false-of.ts';
import { type WeighedAnswer, weighAnswers } from '../questions/weigh-answers.ts';
import { htmlText } from '../rich-text/html-text.ts';
import { plainMarkdown } from '../rich-text/plain-markdown.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childOf, childrenOf, textOfChild } from '../xml/xml-queries.ts';
import { moodleCloze } from './moodle-cloze.ts';
import { moodleDragged } from './moodle-dragged.ts';
import { moodleBlocks, moodleLine } from './moodle-text.ts';

/** Types that no kind of question is like, and why. */
const LOST: ReadonlyMap<string, string> = new Map([
  ['description', 'a text that asks nothing'],
  ['random', 'a question that is drawn at random'],
  ['randomsamatch', 'a question that is made of others at random'],
  ['calculated', 'a whole question, because its numbers are drawn on a screen'],
  ['calculatedsimple', 'a whole question, because its numbers are drawn on a screen'],
  ['calculatedmulti', 'a whole question, because its numbers are drawn on a screen'],
  ['ddimageortext', 'a whole question, because pictures are dragged in it'],
  ['ddmarker', 'a whole question, because pictures are dragged in it'],
]);

type Read = (element: XmlElement, file: string, reading: BankReading) => AskWithNotes;

const TYPES: ReadonlyMap<string, Read> = new Map([
  ['multichoice', choiceOf],
  ['multichoiceset', choiceOf],
  ['truefalse', truthOf],
  ['shortanswer', writtenOf],
  ['numerical', writtenOf],
  ['matching', pairsOf],
  ['ddmatch', pairsOf],
  ['essay', essayOf],
  ['essayautograde', essayOf],
  ['ordering', stepsOf],
  ['cloze', moodleCloze],
  ['multianswer', moodleCloze],
  ['ddwtos', moodleDragged],
  ['gapselect', moodleDragged],
]);

/** Reads what a question of a type asks. @returns a text that says what is lost, if it can't be asked on paper */
export function moodleAsk(
  type: string,
  element: XmlElement,
  file: string,
  reading: BankReading,
): AskWithNotes | string {
  const lost = LOST.get(type);
  if (lost !== undefined) return lost;
  const read = TYPES.get(type);
  return read ? read(element, file, reading) : `a whole question, because its type “${type}” is not known`;
}

type Answer = WeighedAnswer & Feedback & { readonly element: XmlElement };

function answersOf(element: XmlElement, file: string, reading: BankReading, isPlain = false): Answer[] {
  return childrenOf(element, 'answer').map((answer) => {
    const plain = plainMarkdown(textOfChild(answer, 'text') ?? '');
    return {
      element: answer,
      text: isPlain ? plain : moodleLine(answer, file, reading),
      share: Number(answer.attributes['fraction'] ?? 0) || 0,
      says: moodleLine(childOf(answer, 'feedback'), file, reading),
    };
  });
}

const toolsAt = ({ line, column }: XmlElement, file: string, reading: BankReading) => {
  const at: Place = { file, line, column };
  return reading.shelf.tools(at, reading.losses);
};

function choiceOf(element: XmlElement, file: string, reading: BankReading): AskWithNotes {
  const answers = answersOf(element, file, reading);
  const { keys, guidance } = weighAnswers(answers, toolsAt(element, file, reading));
  const isSingle = /^(true|1)$/.test(textOfChild(element, 'single') ?? '');
  const shuffles = textOfChild(element, 'shuffleanswers');
  return {
    ask: {
      kind: 'multiple-choice',
      options: answers.map((answer) => ({ text: answer.text, key: keys.has(answer) })),
      anyKey: isSingle,
      ...(shuffles !== undefined && /^(false|0)$/.test(shuffles) && { shuffle: false }),
    },
    rationale: feedbackList(answers),
    guidance,
  };
}

function truthOf(element: XmlElement, file: string, reading: BankReading): AskWithNotes {
  const answers = childrenOf(element, 'answer');
  const right = answers.find(({ attributes }) => Number(attributes['fraction']) > 0);
  const key = htmlText(right ? (textOfChild(right, 'text') ?? '') : '').toLowerCase() === 'true';
  const said = answers.flatMap((answer) => moodleBlocks(childOf(answer, 'feedback'), file, reading));
  return {
    ...trueFalseOf(moodleBlocks(childOf(element, 'questiontext'), file, reading), key),
    rationale: said,
  };
}

function writtenOf(element: XmlElement, file: string, reading: BankReading): AskWithNotes {
  const all = answersOf(element, file, reading, true).map((answer): Answer => {
    const tolerance = Number(textOfChild(answer.element, 'tolerance') ?? 0);
    return tolerance ? { ...answer, text: `${answer.text} ± ${tolerance}` } : answer;
  });
  // What Moodle says to any other answer.
  const answers = all.filter(({ text, says }) => text !== '\\*' || says !== '');
  const { keys, guidance } = weighAnswers(answers, toolsAt(element, file, reading));
  const isWrong = (answer: Answer) => answer.share <= 0 && answer.text !== '\\*';
  return {
    ask: {
      kind: 'short',
      answers: answers
        .filter((answer) => keys.has(answer))
        .map(({ text }): TextBlock[] => [{ kind: 'paragraph', markdown: text }]),
      wrong: answers.filter(isWrong).map(({ text }) => text),
    },
    rationale: feedbackList(answers),
    guidance,
  };
}

function pairsOf(element: XmlElement, file: string, reading: BankReading): AskWithNotes {
  const pairs = childrenOf(element, 'subquestion').map((pair) => {
    const answer = childOf(pair, 'answer');
    return { left: moodleLine(pair, file, reading), right: moodleLine(answer, file, reading) };
  });
  return {
    ask: {
      kind: 'matching',
      pairs: pairs.filter(({ left }) => left !== ''),
      extras: pairs.filter(({ left, right }) => left === '' && right !== '').map(({ right }) => right),
    },
  };
}

function essayOf(element: XmlElement, file: string, reading: BankReading): AskWithNotes {
  const content = moodleBlocks(childOf(element, 'graderinfo'), file, reading);
  return { ask: { kind: 'extended', answers: [], wrong: [], ...(content.length > 0 && { content }) } };
}

function stepsOf(element: XmlElement, file: string, reading: BankReading): AskWithNotes {
  const steps = childrenOf(element, 'answer')
    .map((answer, index) => ({ answer, order: Number(answer.attributes['fraction'] ?? index), index }))
    .sort((one, other) => one.order - other.order || one.index - other.index);
  return { ask: { kind: 'ordering', steps: steps.map(({ answer }) => moodleLine(answer, file, reading)) } };
}
