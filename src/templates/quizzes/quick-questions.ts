import type { Assessment } from '../../assessment/assessment.ts';
import { modelAnswer } from '../../assessment/for-teachers/model-answer.ts';
import { PRODUCT_TAGS } from '../../assessment/item-bank/tags-of.ts';
import { kindOf } from '../../assessment/kinds/question-kinds.ts';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { paragraphs } from '../../content/entries/paragraphs.ts';
import { say } from '../../words/say.ts';
import { firstSentence } from '../../words/sentence-ends.ts';
import type { QuizQuestion } from './quiz-text.ts';

/** A question that is answered in a few words, with the chapters that it is about. */
export interface QuickQuestion extends Pick<QuizQuestion, 'stem' | 'answer'> {
  readonly chapters: readonly string[];
}

/** Items with this tag are answered with the book open, so that they test nothing from memory. */
const OPEN_BOOK = 'close-reading';

/** A quick answer has at most as many letters. */
const MOST_LETTERS = 110;

/**
 * The questions of a pack that are answered in a few words: short items that no paper asks and that need no text beside
 * them, and what its words mean.
 */
export function quickQuestions(pack: ExamPack, assessment: Assessment): QuickQuestion[] {
  const { items, papers, kinds, words } = assessment;
  const asked = new Set(
    papers.flatMap(({ paper }) => paper.sections.flatMap((section) => section.items.map(({ id }) => id))),
  );
  const own = items.flatMap((item): QuickQuestion[] => {
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
    return [{ stem: task.stem, answer: first, chapters }];
  });
  const meanings = pack.entries.vocabulary.flatMap(({ name, at, body, places, fields }): QuickQuestion[] => {
    const [first] = paragraphs(body);
    const answer = first && { text: firstSentence(first.text), at: first.at };
    if (!answer || answer.text.length > MOST_LETTERS) return [];
    const marked = fields.lang === undefined ? `*${name}*` : `[*${name}*]{lang=${fields.lang}}`;
    const stem = { text: say(words, 'quiz-meaning', { word: marked }), at: places['name'] ?? at };
    return [{ stem, answer, chapters: fields.chapters }];
  });
  return [...own, ...meanings];
}
