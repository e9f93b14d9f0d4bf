import type { Assessment } from '../../assessment/assessment.ts';
import { modelAnswer } from '../../assessment/for-teachers/model-answer.ts';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { speakerOf } from '../../content/entries/place-of.ts';
import { firstSentence } from '../../words/sentence-ends.ts';
import { lettersOnly, lowerCaseWords } from './letters-only.ts';

/** A text that a quiz may ask about, by its letters, and what is right about it. */
interface Known {
  readonly asked: string;
  readonly answer: string;
}

/** What a pack says is right, for quizzes that were read back. */
export interface QuizAnswers {
  /** Whether a text means a word, or begins what is said of it. */
  isMeaning(meaning: string, word: string): boolean;
  /** Whether a printed answer is right for a printed question of any sort. */
  isRight(stem: string, answer: string): boolean;
}

/** Gathers what is right from the entries of a pack, and not from its quizzes. */
export function quizAnswers({ entries, ...pack }: ExamPack, assessment: Assessment): QuizAnswers {
  const meanings = entries.vocabulary.map(({ name, body }) => ({
    word: lettersOnly(name),
    letters: lettersOnly(body.text),
    words: new Set(lowerCaseWords(body.text)),
    first: lowerCaseWords(firstSentence(body.text)),
  }));
  const items = assessment.items.flatMap((item): Known[] => {
    const source = { kinds: assessment.kinds, words: assessment.words, pack: { entries, ...pack } };
    const answers = modelAnswer(item, source).map((part) => (typeof part === 'string' ? part : part.text));
    return answers.map((answer) => ({
      asked: lettersOnly(item.task.stem.text),
      answer: lettersOnly(answer),
    }));
  });
  const quotations = entries.quotations.map((quotation) => ({
    // A word with a hyphen has one first letter.
    initials: lettersOnly(quotation.body.text.replace(/(\p{L})[\p{L}’'-]*/gu, '$1')),
    letters: lettersOnly(quotation.body.text),
    speaker: lettersOnly(speakerOf(quotation, entries, (name) => name) ?? ''),
  }));
  return {
    isMeaning: (meaning, word) =>
      meanings.some(
        (one) =>
          one.word === lettersOnly(word) && lowerCaseWords(meaning).every((said) => one.words.has(said)),
      ),
    isRight: (stem, answer) => {
      const [asked, given] = [lettersOnly(stem), lettersOnly(answer)];
      if (given === '') return false;
      return (
        items.some((one) => one.asked === asked && one.answer.startsWith(given)) ||
        meanings.some(
          ({ word, letters, first }) =>
            (asked.includes(word) && letters.startsWith(given)) || (word === given && endsWith(stem, first)),
        ) ||
        quotations.some(
          ({ initials, letters, speaker }) =>
            (speaker === given && asked.endsWith(letters)) ||
            isGap(asked.slice(given.length - letters.length), given, letters) ||
            (letters === given && initials === asked),
        )
      );
    },
  };
}

/** Whether a question ends with a sentence, of which words that give the answer away may be left out. */
function endsWith(stem: string, sentence: readonly string[]): boolean {
  const said = lowerCaseWords(stem);
  const tail = said.length - 1 - said.findLastIndex((word) => !sentence.includes(word));
  return tail >= sentence.length / 2;
}

/** Whether a line with an answer put in somewhere is a quotation. */
const isGap = (line: string, answer: string, whole: string): boolean =>
  whole.length === line.length + answer.length &&
  Array.from({ length: line.length + 1 }, (_, at) => at).some(
    (at) => whole === line.slice(0, at) + answer + line.slice(at),
  );
