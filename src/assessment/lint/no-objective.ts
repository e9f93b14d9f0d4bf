import { answeredTasks, type LintRule } from './linted-pack.ts';

/** A task counts for no assessment objective, although the pack has objectives. */
export const noObjective: LintRule = (subject, report) => {
  const known = subject.pack.entries.objectives;
  if (known.length === 0) return;
  // What has no marks is in no paper, so no mark scheme counts it.
  for (const { task } of answeredTasks(subject))
    if (task.objectives.length === 0 && task.marks > 0)
      report.add(
        'lint-no-objective',
        task.at,
        'This does not count towards an assessment objective.',
        `Name one (objectives: ${known[0]!.id}), so that the grid in the mark scheme counts its marks.`,
      );
};
