import type { Passage } from '../../content/entries/entry.ts';
import { questionsAt } from '../papers/questions-at.ts';
import { sourceLetters } from '../papers/source-letters.ts';
import type { SheetLevel, Worksheet } from '../papers/worksheet.ts';
import { type LevelAdapter, type PrintedQuestion, printQuestions } from './print-question.ts';
import type { PrintSource } from './print-task.ts';

/** The context of a worksheet's template at one level: what pupils see, and nothing else. */
interface PrintedWorksheet {
  readonly title: Passage;
  readonly instructions: Passage | null;
  readonly questions: readonly PrintedQuestion[];
}

/** Prints the items of a worksheet without marks, with the help or the challenge of its level. */
export function printWorksheet(
  worksheet: Worksheet,
  level: SheetLevel,
  source: Omit<PrintSource, 'isSupport'>,
): PrintedWorksheet {
  const from = { ...source, isSupport: level === 'support' };
  return {
    title: worksheet.title,
    instructions: worksheet.instructions ?? null,
    questions: printQuestions(
      questionsAt(worksheet, level),
      worksheet.items,
      from,
      { letters: sourceLetters(worksheet.items), printed: new Set() },
      LEVEL_ADAPTERS[level],
    ),
  };
}

const LEVEL_ADAPTERS: Readonly<Record<SheetLevel, LevelAdapter>> = {
  support: (printed, task) => ({
    ...printed,
    marks: '',
    help: task.words ?? [],
    starters: task.starters ?? [],
  }),
  core: (printed) => ({ ...printed, marks: '' }),
  stretch: (printed, task) => ({ ...printed, marks: '', extend: task.extend ?? null }),
};
