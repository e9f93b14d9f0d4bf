import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { answeredTasks, type LintRule } from './linted-pack.ts';

/** A closed question that does not say why its key is right. */
export const noRationale: LintRule = (subject, report) => {
  for (const { task, kind } of answeredTasks(subject)) {
    if (!kind.lint.needsRationale) continue;
    if (['rationale', 'guidance', 'answer'].some((name) => ownValue(task.notes, name))) continue;
    report.add(
      'lint-no-rationale',
      task.at,
      'Nothing here says why the key is right.',
      'Add a sentence below the list. It helps when you give papers back, and helps you to spot wrong keys.',
    );
  }
};
