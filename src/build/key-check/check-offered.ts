import type { Task } from '../../assessment/tasks/item.ts';
import { rightSide } from '../../assessment/tasks/right-side.ts';
import { lettersOnly } from './letters-only.ts';
import type { ReadTask } from './read-questions.ts';
import type { ReportDrift } from './report-drift.ts';

/** Compares what a task offers (options, statements, steps, gaps) with what is printed of it, in whatever order. */
export function checkOffered(
  number: string,
  item: string,
  task: Task,
  printed: ReadTask,
  reportDrift: ReportDrift,
): void {
  const offered = [...offeredBy(task)].sort();
  const found = foundIn(task, printed).sort();
  if (offered.join('\n') !== found.join('\n'))
    reportDrift('paper-drift', `Question ${number} offers more, less or other than “${item}” has.`);
  if (printed.entries.some(({ text }) => /[☑☒✓✔✗✘]/u.test(text)))
    reportDrift('paper-drift', `A box of question ${number} is ticked.`);
}

function offeredBy({ body }: Task): string[] {
  const letters = (passages: readonly { readonly text: string }[]) =>
    passages.map(({ text }) => lettersOnly(text));
  switch (body.kind) {
    case 'multiple-choice':
      return letters(body.options);
    case 'true-false':
      return letters(body.statements);
    case 'matching':
      return letters([...body.left, ...rightSide(body)]);
    case 'ordering':
      return letters(body.steps);
    case 'cloze':
    case 'table':
      return body.blanks.map((_, index) => String(index + 1));
    default:
      return [];
  }
}

function foundIn({ body }: Task, { entries, rows, texts }: ReadTask): string[] {
  switch (body.kind) {
    case 'multiple-choice':
    case 'matching':
      return entries.map(({ text }) => lettersOnly(text));
    case 'true-false':
      return rows.filter(([label = '']) => /^\d+$/.test(label)).map((cells) => lettersOnly(cells[1] ?? ''));
    case 'ordering':
      return texts.slice(-body.steps.length).map(lettersOnly);
    case 'cloze':
    case 'table':
      return [...[...texts, ...rows.flat()].join(' ').matchAll(/\((\d+)\)/g)].map((found) => found[1]!);
    default:
      return [];
  }
}
