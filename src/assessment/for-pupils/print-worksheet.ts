import type { Passage } from '../../content/entries/entry.ts';
import { questionsAt } from '../papers/questions-at.ts';
import type { SheetLevel, Worksheet } from '../papers/worksheet.ts';
import type { Task } from '../tasks/item.ts';
import { type LevelAdapter, type PrintedQuestion, printQuestions } from './print-question.ts';

/** The context of a worksheet's template at one level: what pupils see, and nothing else. */
export interface PrintedWorksheet {
  readonly title: Passage;
  readonly instructions: Passage | null;
  readonly questions: readonly PrintedQuestion[];
}

/** Prints the items of a worksheet without marks, with the help or the challenge of its level. */
export function printWorksheet(worksheet: Worksheet, level: SheetLevel): PrintedWorksheet {
  return {
    title: worksheet.title,
    instructions: worksheet.instructions ?? null,
    questions: printQuestions(questionsAt(worksheet, level), worksheet.items, LEVEL_ADAPTERS[level]),
  };
}

const LEVEL_ADAPTERS: Readonly<Record<SheetLevel, LevelAdapter>> = {
  support: (printed, task) => ({
    ...printed,
    marks: '',
    bank: printed.bank.length > 0 ? printed.bank : bankOf(task),
    help: task.words ?? [],
    starters: task.starters ?? [],
  }),
  core: (printed) => ({ ...printed, marks: '' }),
  stretch: (printed, task) => ({ ...printed, marks: '', extend: task.extend ?? null }),
};

/** Words for the blanks of an item that has no bank of its own, in an order that says nothing. */
function bankOf({ body }: Task): Passage[] {
  const words =
    body.kind === 'cloze' || body.kind === 'table'
      ? body.blanks.map((blank) => ({ text: blank.words[0]!, at: blank.at }))
      : body.kind === 'labelling'
        ? body.labels.map(({ answer }) => answer)
        : [];
  return words
    .filter(({ text }, index) => words.findIndex((other) => other.text === text) === index)
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}
