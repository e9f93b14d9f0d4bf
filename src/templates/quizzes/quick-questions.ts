import type { Assessment } from '../../assessment/assessment.ts';
import { modelAnswer } from '../../assessment/for-teachers/model-answer.ts';
import { PRODUCT_TAGS } from '../../assessment/item-bank/tags-of.ts';
import { kindOf } from '../../assessment/kinds/question-kinds.ts';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import { NARRATOR } from '../../content/kinds/narrator.ts';
import { say } from '../../words/say.ts';
import { firstSentence } from '../../words/sentence-ends.ts';
import { saysMore } from '../../words/word-forms-pattern.ts';
import type { Words } from '../../words/words.ts';
import { isSound } from '../organiser/quoted-entry.ts';
import { gapInQuotation } from './gap-in-quotation.ts';
import { lineQuoted } from './line-quoted.ts';
import { meaningWithGap } from './meaning-with-gap.ts';
import type { Unnumbered } from './quiz-text.ts';
import { speakerAsked } from './speaker-asked.ts';

/** A question that is answered in a few words, with the chapters that it is about. */
export interface QuickQuestion extends Unnumbered {
  readonly chapters: readonly string[];
  readonly sort: 'item' | 'meaning' | 'word' | 'gap' | 'speaker';
  /** The entry that it asks about. Of two questions on one entry, either may answer the other. */
  readonly about: string;
}

/** Items with this tag are answered with the book open, so that they test nothing from memory. */
const OPEN_BOOK = 'close-reading';

/** A quick answer has at most as many letters. */
const MOST_LETTERS = 110;

/** A line in a quick question has at most as many letters. */
const MOST_QUOTED = 130;

/**
 * The questions of a pack that are answered in a few words: short items that no paper asks and that need no text beside
 * them; what its words mean, and which word a meaning has; which word of a quotation is missing, and who says it.
 */
export const quickQuestions = (pack: ExamPack, assessment: Assessment): QuickQuestion[] => [
  ...ownQuestions(pack, assessment),
  ...onWords(pack, assessment.words),
  ...onQuotations(pack, assessment.words),
];

function ownQuestions(pack: ExamPack, { items, papers, kinds, words }: Assessment): QuickQuestion[] {
  const asked = new Set(
    papers.flatMap(({ paper }) => paper.sections.flatMap((section) => section.items.map(({ id }) => id))),
  );
  return items.flatMap((item): QuickQuestion[] => {
    const { task, stimuli, tags, id, chapters } = item;
    const isFree =
      !asked.has(id) &&
      stimuli.length === 0 &&
      !tags.some((tag) => PRODUCT_TAGS.includes(tag) || tag === OPEN_BOOK);
    if (!isFree || !kindOf(task.body, kinds).isWritten || task.text) return [];
    const [answer, more] = modelAnswer(item, { kinds, words, pack });
    if (answer === undefined || typeof answer === 'string' || more !== undefined) return [];
    const [first, second] = paragraphs(answer);
    if (!first || second || first.text.length > MOST_LETTERS) return [];
    return [{ stem: task.stem, answer: first, chapters, sort: 'item', about: `items/${id}` }];
  });
}

function onWords({ entries }: ExamPack, words: Words): QuickQuestion[] {
  return entries.vocabulary.flatMap(({ id, name, at: own, body, places, fields }): QuickQuestion[] => {
    const [first] = paragraphs(body);
    const meaning = first && { text: firstSentence(first.text), at: first.at };
    if (!meaning || meaning.text.length > MOST_LETTERS || !saysMore(meaning.text, name)) return [];
    const at = places['name'] ?? own;
    const marked = fields.lang === undefined ? `*${name}*` : `[*${name}*]{lang=${fields.lang}}`;
    const both = { chapters: fields.chapters, about: `vocabulary/${id}` };
    const ofWord = { text: say(words, 'quiz-meaning', { word: marked }), at };
    const hidden = meaningWithGap(meaning.text, name);
    const ofMeaning = { text: say(words, 'quiz-word', { meaning: hidden }), at: meaning.at };
    return [
      { ...both, stem: ofWord, answer: meaning, sort: 'meaning' },
      { ...both, stem: ofMeaning, answer: { text: marked, at }, sort: 'word' },
    ];
  });
}

/** Questions on quotations that are the book’s, in the language of the pack and, in a pack with chapters, from a known one. */
function onQuotations(pack: ExamPack, words: Words): QuickQuestion[] {
  const { quotations, chapters } = pack.entries;
  return quotations.flatMap((quotation): QuickQuestion[] => {
    const { chapter, lang, speaker } = quotation.fields;
    const isKnown = chapter !== undefined || chapters.length === 0;
    if (!isKnown || lang !== undefined || !isSound(quotation) || paragraphs(quotation.body).length !== 1)
      return [];
    if (lineQuoted(quotation).length > MOST_QUOTED) return [];
    const both = {
      chapters: chapter === undefined ? [] : [chapter],
      about: `quotations/${quotation.id}`,
    };
    const gap = gapInQuotation(quotation, words);
    // What the narrator says is nearly everything: there is nothing to know.
    const asked = speaker === NARRATOR ? undefined : speakerAsked(quotation, pack, words);
    const lead = (key: 'quiz-gap' | 'quiz-speaker', { text, at }: Unnumbered['stem']) => ({
      text: say(words, key, { quotation: text }),
      at,
    });
    return [
      ...(gap
        ? [{ ...both, ...gap, stem: lead('quiz-gap', gap.stem), sort: 'gap', written: true } as const]
        : []),
      ...(asked
        ? [{ ...both, ...asked, stem: lead('quiz-speaker', asked.stem), sort: 'speaker' } as const]
        : []),
    ];
  });
}
