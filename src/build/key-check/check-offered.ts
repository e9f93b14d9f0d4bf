import type { ComparedTask } from './compared-task.ts';
import { lettersOnly } from './letters-only.ts';
import type { ReportDrift } from './report-drift.ts';

/** Compares what a task offers (options, statements, steps, gaps) with what is printed of it, in whatever order. */
export function checkOffered(
  { number, item, task: { body }, kind, printed }: ComparedTask,
  reportDrift: ReportDrift,
): void {
  const offered = kind.offered(body).map(lettersOnly).sort();
  const found = kind.found(body, printed).map(lettersOnly).sort();
  if (offered.join('\n') !== found.join('\n'))
    reportDrift('paper-drift', `Question ${number} does not have exactly the same choices as “${item.id}”.`);
  if (printed.entries.some(({ text }) => /[☑☒✓✔✗✘]/u.test(text)))
    reportDrift('paper-drift', `A box in question ${number} is already ticked.`);
}
