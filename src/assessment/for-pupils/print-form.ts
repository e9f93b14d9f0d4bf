import type { Passage } from '../../content/entries/entry.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import type { ExamPaper, Form, PaperSection } from '../papers/exam-paper.ts';
import { sourceLetters } from '../papers/source-letters.ts';
import type { AnswerRoom } from '../tasks/answer-room.ts';
import { durationInWords, marksBeside, marksInWords } from '../tasks/in-words.ts';
import { coverTexts } from './cover-texts.ts';
import { type PrintedQuestion, printQuestions } from './print-question.ts';
import type { PrintSource } from './print-task.ts';

/** The context of a paper's template: everything that a candidate sees, and nothing else. */
interface PrintedForm {
  readonly letter: string;
  readonly several: boolean;
  readonly title: Passage;
  readonly code: Passage | null;
  readonly duration: string;
  readonly marks: string;
  readonly total: number;
  readonly instructions: Passage | null;
  readonly materials: Passage | null;
  readonly information: Passage | null;
  readonly advice: Passage | null;
  /** What the cover says of the marks for clear writing, and of the board in whose manner the paper is set. */
  readonly accuracy: Passage | null;
  readonly manner: string;
  readonly sections: readonly PrintedSection[];
}

interface PrintedSection {
  readonly title: Passage;
  readonly instructions: Passage | null;
  /** `1–8`. */
  readonly numbers: string;
  readonly marks: string;
  /** The same as beside a question. */
  readonly marksBeside: string;
  readonly total: number;
  /** The number of questions to answer; 0 where all are to be answered. */
  readonly choice: number;
  readonly newPage: boolean;
  /** Whether it begins on a new page even if that costs one. */
  readonly needsPage: boolean;
  /** Whether it begins with a text that its questions are about, so that the two had better face each other. */
  readonly spread: boolean;
  /** The answer pages of a choice, once for all its questions; `begins` where an answer begins. */
  readonly pages: readonly { readonly begins: boolean }[];
  readonly questions: readonly PrintedQuestion[];
}

/** Gives a form's texts in printed order. */
export function printForm(form: Form, paper: ExamPaper, source: PrintSource): PrintedForm {
  const letters = sourceLetters(paper.sections.flatMap(({ items }) => items));
  const stimuli = { letters, printed: new Set<string>() };
  return {
    letter: form.letter,
    several: paper.forms.length > 1,
    title: paper.title,
    code: paper.code ?? null,
    duration: durationInWords(paper.duration, source.words),
    marks: marksInWords(paper.marks, source.words),
    total: paper.marks,
    ...coverTexts(paper, source.words),
    sections: form.sections.map(({ questions }, index) => {
      const section = paper.sections[index]!;
      const last = questions.at(-1)?.number;
      const first = questions[0]?.number;
      // The marks of the one question to answer are those of the section: they are printed once, at its head.
      const printed = printQuestions(questions, section.items, source, stimuli, (one) =>
        section.answer === undefined
          ? one
          : { ...one, space: null, ...(section.answer === 1 && { marks: '' }) },
      );
      return {
        title: section.title,
        instructions: section.instructions ?? null,
        numbers: first === last ? String(first) : `${first}–${last}`,
        marks: marksInWords(section.marks, source.words),
        marksBeside: marksBeside(section.marks, source.words),
        total: section.marks,
        choice: section.answer ?? 0,
        newPage: section.newPage !== false,
        // The room for the answer to a choice is counted in whole pages.
        needsPage: section.newPage === true || section.answer !== undefined,
        pages: section.answer === undefined ? [] : pagesFor(section),
        spread: opensWithText(printed),
        questions: printed,
      };
    }),
  };
}

/** Answer lines on a page, roughly. Large print fits fewer, so there an answer gets less room than its item says. */
const LINES_A_PAGE = 28;
const MILLIMETRES_A_PAGE = 240;

/** For each question to answer of a choice, as many pages as the longest answer needs. */
function pagesFor({ items, answer = 0 }: PaperSection): { begins: boolean }[] {
  const spaces = items.flatMap(({ task }) => tasksOf(task)).flatMap(({ task }) => task.space ?? []);
  const pagesOf = ({ lines = 0, height = 0 }: AnswerRoom) =>
    lines / LINES_A_PAGE + height / MILLIMETRES_A_PAGE;
  const count = Math.ceil(largest(spaces.map(pagesOf), 0));
  return Array.from({ length: answer * count }, (_, index) => ({ begins: index % count === 0 }));
}

/** Whether the first question is about a text that is printed before it. */
const opensWithText = ([first]: readonly PrintedQuestion[]): boolean =>
  first?.introduction.stimuli.some(({ isAgain }) => !isAgain) ?? false;
