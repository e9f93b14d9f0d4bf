import type { Passage } from '../../content/entries/entry.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import type { ExamPaper, Form, PaperSection } from '../papers/exam-paper.ts';
import type { AnswerRoom } from '../tasks/item.ts';
import { tasksOf } from '../tasks/tasks-of.ts';
import { durationInWords, marksInWords, numberInWords } from './in-words.ts';
import { type PrintedQuestion, printQuestions } from './print-question.ts';

/** A form as its template sees it: everything that a candidate sees, and nothing else. */
export interface PrintedForm {
  readonly letter: string;
  readonly several: boolean;
  readonly title: Passage;
  readonly code: Passage | null;
  readonly duration: string;
  readonly marks: string;
  readonly total: number;
  readonly instructions: Passage | null;
  readonly sections: readonly PrintedSection[];
}

export interface PrintedSection {
  readonly title: Passage;
  readonly instructions: Passage | null;
  /** `1–8`. */
  readonly numbers: string;
  readonly marks: string;
  readonly total: number;
  /** How many are to be answered, in words in capitals; nothing where all are. */
  readonly choice: string;
  readonly newPage: boolean;
  /** The pages to answer a choice on, once for all its questions: for each whether an answer begins there. */
  readonly pages: readonly { readonly begins: boolean }[];
  readonly questions: readonly PrintedQuestion[];
}

/** A form with its texts, in the order in which they are printed. */
export function printForm(form: Form, paper: ExamPaper): PrintedForm {
  return {
    letter: form.letter,
    several: paper.forms.length > 1,
    title: paper.title,
    code: paper.code ?? null,
    duration: durationInWords(paper.duration),
    marks: marksInWords(paper.marks),
    total: paper.marks,
    instructions: paper.instructions ?? null,
    sections: form.sections.map(({ questions }, index) => {
      const section = paper.sections[index]!;
      const last = questions.at(-1)?.number;
      const first = questions[0]?.number;
      return {
        title: section.title,
        instructions: section.instructions ?? null,
        numbers: first === last ? String(first) : `${first}–${last}`,
        marks: marksInWords(section.marks),
        total: section.marks,
        choice: section.answer === undefined ? '' : numberInWords(section.answer),
        newPage: section.newPage,
        pages: section.answer === undefined ? [] : pagesFor(section),
        questions: printQuestions(questions, section.items, (printed) =>
          section.answer === undefined ? printed : { ...printed, space: null },
        ),
      };
    }),
  };
}

/** Answer lines that a page holds, about; large print has fewer, and then an answer has less room than it says. */
const LINES_A_PAGE = 28;
const MILLIMETRES_A_PAGE = 240;

/** For each question that is answered of a choice, the pages that the one needs that needs most. */
function pagesFor({ items, answer = 0 }: PaperSection): { begins: boolean }[] {
  const spaces = items.flatMap(({ task }) => tasksOf(task)).flatMap(({ task }) => task.space ?? []);
  const pagesOf = ({ lines = 0, height = 0 }: AnswerRoom) =>
    lines / LINES_A_PAGE + height / MILLIMETRES_A_PAGE;
  const count = Math.ceil(largest(spaces.map(pagesOf), 0));
  return Array.from({ length: answer * count }, (_, index) => ({ begins: index % count === 0 }));
}
