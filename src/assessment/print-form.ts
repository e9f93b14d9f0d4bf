import type { Passage } from '../content/entry.ts';
import type { Form, FormQuestion, Paper, PaperSection } from '../papers/paper.ts';
import type { Space, Task } from '../tasks/item.ts';
import { tasksOf } from '../tasks/tasks-of.ts';
import { type PrintedTask, printTask } from './print-task.ts';
import { durationSaid, marksSaid, numberSaid } from './said.ts';

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

export interface PrintedQuestion {
  readonly number: number;
  /** The id of what it and the next ones are about, where it is the first. */
  readonly stimulus: string | null;
  /** Which questions that is for: `Questions 3 and 4`. */
  readonly about: string;
  readonly tasks: readonly PrintedTask[];
}

/** A form with its texts, in the order in which they are printed. */
export function printForm(form: Form, paper: Paper): PrintedForm {
  return {
    letter: form.letter,
    several: paper.forms.length > 1,
    title: paper.title,
    code: paper.code ?? null,
    duration: durationSaid(paper.duration),
    marks: marksSaid(paper.marks),
    total: paper.marks,
    instructions: paper.instructions ?? null,
    sections: form.sections.map(({ questions }, index) => {
      const section = paper.sections[index]!;
      const itemOf = (question: FormQuestion | undefined) =>
        section.items.find(({ id }) => id === question?.item);
      const last = questions.at(-1)?.number;
      const first = questions[0]?.number;
      return {
        title: section.title,
        instructions: section.instructions ?? null,
        numbers: first === last ? String(first) : `${first}–${last}`,
        marks: marksSaid(section.marks),
        total: section.marks,
        choice: section.answer === undefined ? '' : numberSaid(section.answer),
        newPage: section.newPage,
        pages: section.answer === undefined ? [] : pagesFor(section),
        questions: questions.map((question, place) => {
          const item = itemOf(question)!;
          const begins =
            item.stimulus !== undefined && itemOf(questions[place - 1])?.stimulus !== item.stimulus;
          const shared = questions.filter((other) => itemOf(other)!.stimulus === item.stimulus);
          const numbers = shared.map(({ number }) => number);
          return {
            number: question.number,
            stimulus: begins ? item.stimulus! : null,
            about: begins ? aboutSaid(numbers) : '',
            tasks: flatTasks(item.task, [String(question.number)], [], question).map((task) =>
              section.answer === undefined ? task : { ...task, space: null },
            ),
          };
        }),
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
  const pagesOf = ({ lines = 0, height = 0 }: Space) => lines / LINES_A_PAGE + height / MILLIMETRES_A_PAGE;
  const count = Math.ceil(Math.max(0, ...spaces.map(pagesOf)));
  return Array.from({ length: answer * count }, (_, index) => ({ begins: index % count === 0 }));
}

function aboutSaid(numbers: readonly number[]): string {
  const first = numbers[0];
  const last = numbers.at(-1);
  if (numbers.length === 1) return `Question\u00A0${first}`;
  return `Questions\u00A0${first}${numbers.length === 2 ? ' and ' : ' to '}${last}`;
}

/** A question and its parts one after another, each with the labels that begin with it: ['3', '(a)'], then ['', '(b)']. */
function flatTasks(
  task: Task,
  labels: readonly string[],
  path: readonly string[],
  question: FormQuestion,
): PrintedTask[] {
  const own = printTask(task, question.number, labels, question.orders[path.join('')] ?? []);
  const blank = labels.map(() => '');
  const silent = own.stem === null && own.text === null && task.parts.length > 0;
  const parts = task.parts.flatMap((part, index) => {
    const above = silent && index === 0 ? labels : blank;
    return flatTasks(part, [...above, part.label], [...path, part.label], question);
  });
  return silent ? parts : [own, ...parts];
}
