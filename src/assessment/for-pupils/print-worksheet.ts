import type { Passage } from '../../content/entries/entry.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { kindOf } from '../kinds/question-kinds.ts';
import { hasAllMarks } from '../papers/has-all-marks.ts';
import { questionsAt } from '../papers/questions-at.ts';
import { sourceLetters } from '../papers/source-letters.ts';
import type { Sheet, SheetLevel, Worksheet } from '../papers/worksheet.ts';
import { LEVELS } from '../tasks/levels.ts';
import { type LevelAdapter, type PrintedQuestion, printQuestions } from './print-question.ts';
import type { PrintSource } from './print-task.ts';

/** The context of a worksheet's template for one sheet: what pupils see, and nothing else. */
interface PrintedWorksheet {
  readonly title: Passage;
  /** The number of its level, from 1, printed as so many marks; 0 where the sheet is the only one. */
  readonly marks: number;
  readonly instructions: Passage | null;
  /** Whether something is answered in sentences. */
  readonly written: boolean;
  readonly questions: readonly PrintedQuestion[];
}

/** Prints the items of a sheet, with the help or the challenge of its level; with marks, if all of them have some. */
export function printWorksheet(
  worksheet: Worksheet,
  sheet: Sheet,
  source: Omit<PrintSource, 'isSupport' | 'onSheet'>,
): PrintedWorksheet {
  const { level, saysLevel } = sheet;
  const from = { ...source, isSupport: level === 'support', onSheet: true };
  const { items, title, instructions } = worksheet;
  const questions = questionsAt(worksheet, sheet);
  const asked = items.filter(({ id }) => questions.some(({ item }) => item === id));
  return {
    title,
    marks: saysLevel ? LEVELS.indexOf(level) + 1 : 0,
    instructions: instructions ?? null,
    written: asked.some(({ task }) =>
      tasksOf(task).some((one) => kindOf(one.task.body, source.kinds).isWritten),
    ),
    questions: printQuestions(
      questions,
      items,
      from,
      { letters: sourceLetters(items), printed: new Set() },
      (printed, task) => {
        const marks = hasAllMarks(worksheet) ? printed.marks : '';
        return LEVEL_ADAPTERS[level]({ ...printed, marks }, task);
      },
    ),
  };
}

const LEVEL_ADAPTERS: Readonly<Record<SheetLevel, LevelAdapter>> = {
  support: (printed, task) => ({ ...printed, help: task.words ?? [], starters: task.starters ?? [] }),
  core: (printed) => printed,
  stretch: (printed, task) => ({ ...printed, extend: task.extend ?? null }),
};
