import type { Passage } from '../../../content/entries/entry.ts';
import { byLetters } from '../../../words/by-letters.ts';
import { say } from '../../../words/say.ts';
import type { Words } from '../../../words/words.ts';
import type { ByAnswer } from '../questions/answer-out.ts';
import type { PassageWriter } from '../rich-text/passage-writer.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';
import { element } from '../xml/xml.ts';

/** The part of an item of QTI 1.2 that depends on how it is answered. */
interface Qti12Answer {
  /** As Canvas calls it. */
  readonly type: string;
  readonly responses: readonly string[];
  /** What is right, and how much it counts. */
  readonly conditions: readonly string[];
  /** The names of the gaps of its text, which are written in their places. */
  readonly named?: readonly string[];
}

/** A list to choose one from, with what stands before it. */
interface Choosing {
  readonly ident: string;
  /** HTML, or the name of a gap. */
  readonly before: string;
  readonly options: readonly { readonly ident: string; readonly html: string }[];
  /** The options that are right. */
  readonly right: readonly string[];
}

/** How each way of asking is written in QTI 1.2 for Canvas. */
export const QTI12_ANSWERS: ByAnswer<[writer: PassageWriter, words: Words], Qti12Answer> = {
  choice({ options, isSingle }, writer) {
    const labels = options.map(({ text }, index) => label(String(index + 1), writer.inlineHtml(text)));
    const right = options.flatMap(({ isRight }, index) => (isRight ? [String(index + 1)] : []));
    const test = isSingle
      ? equals('response1', right[0]!)
      : element(
          'and',
          {},
          options.map(({ isRight }, index) => {
            const one = equals('response1', String(index + 1));
            return isRight ? one : element('not', {}, [one]);
          }),
        );
    return {
      type: isSingle ? 'multiple_choice_question' : 'multiple_answers_question',
      responses: [
        element('response_lid', { ident: 'response1', rcardinality: isSingle ? 'Single' : 'Multiple' }, [
          element('render_choice', {}, labels),
        ]),
      ],
      conditions: [allRight(test)],
    };
  },
  'true-false': ({ isTrue }, _, words) => ({
    type: 'true_false_question',
    responses: [
      element('response_lid', { ident: 'response1', rcardinality: 'Single' }, [
        element(
          'render_choice',
          {},
          (['true', 'false'] as const).map((value) =>
            label(value, escapeMarkup(say(words, value)), 'text/plain'),
          ),
        ),
      ]),
    ],
    conditions: [allRight(equals('response1', String(isTrue)))],
  }),
  pairs: ({ pairs, sides }, writer) =>
    matching(
      pairs.map(({ left, right }) => ({ left: writer.inlineHtml(left), right: plain(right, writer) })),
      sides.map((side) => plain(side, writer)),
    ),
  // Canvas shows what is on the left in this order: the numbers, not the steps.
  order({ steps }, writer) {
    const texts = steps.map((step) => plain(step, writer));
    return matching(
      texts.map((right, index) => ({ left: String(index + 1), right })),
      texts.toSorted(byLetters),
    );
  },
  gaps({ blanks }, writer) {
    const named = blanks.map((_, index) => `blank${index + 1}`);
    const choosing = blanks.map(({ words }, index): Choosing => {
      const options = words.map(({ text }, place) => ({
        ident: `${index + 1}-${place + 1}`,
        html: escapeMarkup(plain(text, writer)),
      }));
      const right = options.filter((_option, place) => words[place]!.isRight).map(({ ident }) => ident);
      return { ident: `response_${named[index]}`, before: named[index]!, options, right };
    });
    const isChosen = blanks.some((blank) => blank.isChosen);
    return {
      type: isChosen ? 'multiple_dropdowns_question' : 'fill_in_multiple_blanks_question',
      named,
      responses: choosing.map(chooseOne),
      conditions: choosing.flatMap((one) =>
        one.right.map((ident) => shareRight(equals(one.ident, ident), choosing.length)),
      ),
    };
  },
  written: () => ({
    type: 'essay_question',
    responses: [
      element('response_str', { ident: 'response1', rcardinality: 'Single' }, [
        element('render_fib', {}, [element('response_label', { ident: 'answer1', rshuffle: 'No' })]),
      ]),
    ],
    conditions: [
      element('respcondition', { continue: 'No' }, [element('conditionvar', {}, [element('other')])]),
    ],
  }),
};

/** Pairs: the same list for each left side. Sides that are equal are listed once. */
function matching(
  pairs: readonly { readonly left: string; readonly right: string }[],
  sides: readonly string[],
): Qti12Answer {
  const once = [...new Set(sides)];
  const choosing = pairs.map(
    ({ left, right }, index): Choosing => ({
      ident: `response_${index + 1}`,
      before: left,
      options: once.map((side, place) => ({ ident: String(place + 1), html: escapeMarkup(side) })),
      right: [String(once.indexOf(right) + 1)],
    }),
  );
  return {
    type: 'matching_question',
    responses: choosing.map(chooseOne),
    conditions: choosing.map((one) => shareRight(equals(one.ident, one.right[0]!), choosing.length)),
  };
}

const chooseOne = ({ ident, before, options }: Choosing): string =>
  element('response_lid', { ident, rcardinality: 'Single' }, [
    element('material', {}, [element('mattext', { texttype: 'text/html' }, escapeMarkup(before))]),
    element(
      'render_choice',
      {},
      options.map((option) => label(option.ident, option.html, 'text/plain')),
    ),
  ]);

/** @param text HTML, or for plain text XML already */
const label = (ident: string, text: string, texttype: 'text/html' | 'text/plain' = 'text/html'): string =>
  element('response_label', { ident }, [
    element('material', {}, [
      element('mattext', { texttype }, texttype === 'text/html' ? escapeMarkup(text) : text),
    ]),
  ]);

const plain = (passage: Passage, writer: PassageWriter): string =>
  writer.plain(passage).replace(/\s+/g, ' ').trim();

const equals = (respident: string, ident: string): string => element('varequal', { respident }, ident);

const allRight = (test: string): string =>
  element('respcondition', { continue: 'No' }, [
    element('conditionvar', {}, [test]),
    element('setvar', { action: 'Set', varname: 'SCORE' }, '100'),
  ]);

/** One of several answers, each of which counts the same. */
const shareRight = (test: string, count: number): string =>
  element('respcondition', {}, [
    element('conditionvar', {}, [test]),
    element('setvar', { varname: 'SCORE', action: 'Add' }, (100 / count).toFixed(2)),
  ]);
