import type { Passage } from '../../../content/entries/entry.ts';
import { say } from '../../../words/say.ts';
import type { Words } from '../../../words/words.ts';
import type { ByAnswer } from '../questions/answer-out.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import type { PassageWriter } from '../rich-text/passage-writer.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';
import { element } from '../xml/xml.ts';

/** The part of an item of QTI 2.1 that depends on how it is answered. */
interface Qti21Answer {
  readonly declarations: readonly string[];
  /** What is below the question to answer in, if that is not in its gaps. */
  readonly interaction?: string;
  /** What is written in place of the gaps of its text. */
  readonly gaps?: readonly string[];
  readonly scoring: string;
  /** The most that its score can be. */
  readonly points: number;
}

/** How each way of asking is written in QTI 2.1. */
export const QTI21_ANSWERS: ByAnswer<
  [question: QuestionOut, words: Words, writer: PassageWriter],
  Qti21Answer
> = {
  choice({ options, isSingle }, { shuffle }, _, writer) {
    const right = options.flatMap(({ isRight }, index) => (isRight ? [choiceId(index)] : []));
    return {
      declarations: [declaration('RESPONSE', isSingle ? 'single' : 'multiple', 'identifier', right)],
      interaction: element(
        'choiceInteraction',
        { responseIdentifier: 'RESPONSE', shuffle: String(shuffle), maxChoices: right.length },
        options.map(({ text, isPinned }, index) =>
          element(
            'simpleChoice',
            { identifier: choiceId(index), fixed: isPinned ? 'true' : undefined },
            writer.inlineHtml(text),
          ),
        ),
      ),
      scoring: MATCH_CORRECT,
      points: 1,
    };
  },
  'true-false': ({ isTrue }, _, words) => ({
    declarations: [declaration('RESPONSE', 'single', 'identifier', [String(isTrue)])],
    interaction: element(
      'choiceInteraction',
      { responseIdentifier: 'RESPONSE', shuffle: 'false', maxChoices: 1 },
      (['true', 'false'] as const).map((value) =>
        element('simpleChoice', { identifier: value }, escapeMarkup(say(words, value))),
      ),
    ),
    scoring: MATCH_CORRECT,
    points: 1,
  }),
  pairs({ pairs, sides }, { shuffle }, _, writer) {
    const sideOf = ({ text }: Passage) => `R${sides.findIndex((side) => side.text === text) + 1}`;
    const right = pairs.map((pair, index) => `L${index + 1} ${sideOf(pair.right)}`);
    const set = (letter: string, entries: readonly Passage[], most: number) =>
      element(
        'simpleMatchSet',
        {},
        entries.map((entry, index) =>
          element(
            'simpleAssociableChoice',
            { identifier: `${letter}${index + 1}`, matchMax: most },
            writer.inlineHtml(entry),
          ),
        ),
      );
    return {
      declarations: [declaration('RESPONSE', 'multiple', 'directedPair', right, right)],
      interaction: element(
        'matchInteraction',
        { responseIdentifier: 'RESPONSE', shuffle: String(shuffle), maxAssociations: pairs.length },
        [
          set(
            'L',
            pairs.map(({ left }) => left),
            1,
          ),
          set('R', sides, pairs.length),
        ],
      ),
      scoring: sumOf(['RESPONSE']),
      points: pairs.length,
    };
  },
  order: ({ steps }, _, __, writer) => ({
    declarations: [
      declaration(
        'RESPONSE',
        'ordered',
        'identifier',
        steps.map((_step, index) => choiceId(index)),
      ),
    ],
    interaction: element(
      'orderInteraction',
      { responseIdentifier: 'RESPONSE', shuffle: 'true' },
      steps.map((step, index) =>
        element('simpleChoice', { identifier: choiceId(index) }, writer.inlineHtml(step)),
      ),
    ),
    scoring: MATCH_CORRECT,
    points: 1,
  }),
  gaps({ blanks }, _, __, writer) {
    const written = blanks.map(({ isChosen, words }, index) => {
      const identifier = `RESPONSE${index + 1}`;
      const texts = words.map(({ text }) => writer.plain(text).replace(/\s+/g, ' ').trim());
      if (!isChosen)
        return {
          declaration: declaration(identifier, 'single', 'string', texts.slice(0, 1), texts),
          gap: element('textEntryInteraction', { responseIdentifier: identifier, expectedLength: 20 }),
        };
      const ids = words.flatMap(({ isRight }, place) => (isRight ? [choiceId(place)] : []));
      return {
        declaration: declaration(identifier, 'single', 'identifier', ids.slice(0, 1), ids),
        gap: element(
          'inlineChoiceInteraction',
          { responseIdentifier: identifier, shuffle: 'true' },
          texts.map((text, place) =>
            element('inlineChoice', { identifier: choiceId(place) }, escapeMarkup(text)),
          ),
        ),
      };
    });
    return {
      declarations: written.map((one) => one.declaration),
      gaps: written.map(({ gap }) => gap),
      scoring: sumOf(written.map((_one, index) => `RESPONSE${index + 1}`)),
      points: blanks.length,
    };
  },
  written: ({ lines }) => ({
    declarations: [declaration('RESPONSE', 'single', 'string', [])],
    interaction: element('extendedTextInteraction', { responseIdentifier: 'RESPONSE', expectedLines: lines }),
    // Somebody has to mark it.
    scoring: '',
    points: 1,
  }),
};

const choiceId = (index: number): string => `C${index + 1}`;

/** What is right. @param mapped the answers that count a point each, where there may be several */
const declaration = (
  identifier: string,
  cardinality: 'single' | 'multiple' | 'ordered',
  baseType: 'identifier' | 'string' | 'directedPair',
  right: readonly string[],
  mapped: readonly string[] = [],
): string =>
  element('responseDeclaration', { identifier, cardinality, baseType }, [
    right.length === 0
      ? ''
      : element(
          'correctResponse',
          {},
          right.map((value) => element('value', {}, escapeMarkup(value))),
        ),
    mapped.length === 0
      ? ''
      : element(
          'mapping',
          { defaultValue: 0 },
          [...new Set(mapped)].map((mapKey) =>
            element('mapEntry', {
              mapKey,
              mappedValue: 1,
              caseSensitive: baseType === 'string' ? 'false' : undefined,
            }),
          ),
        ),
  ]);

/** All or nothing. */
const MATCH_CORRECT = element('responseProcessing', {
  template: 'http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct',
});

/** A point for each part of an answer that is right. */
const sumOf = (identifiers: readonly string[]): string =>
  element('responseProcessing', {}, [
    element('setOutcomeValue', { identifier: 'SCORE' }, [
      element(
        'sum',
        {},
        identifiers.map((identifier) => element('mapResponse', { identifier })),
      ),
    ]),
  ]);
