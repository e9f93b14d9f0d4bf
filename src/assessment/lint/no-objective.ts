import { hasOwnObjectives } from '../boards/with-board-objectives.ts';
import { answeredTasks, type LintRule } from './linted-pack.ts';

/** A task counts for no assessment objective, although the pack has objectives. */
export const noObjective: LintRule = (subject, report) => {
  const known = subject.pack.entries.objectives;
  const tasks = answeredTasks(subject);
  // Those of a board may be for another subject: then nothing names them.
  const areUsed = hasOwnObjectives(subject.pack) || tasks.some(({ task }) => task.objectives.length > 0);
  if (known.length === 0 || !areUsed) return;
  // What has no marks is in no paper, so no mark scheme counts it.
  for (const { task } of tasks)
    if (task.objectives.length === 0 && task.marks > 0)
      report.add(
        'lint-no-objective',
        task.at,
        'This does not count towards an assessment objective.',
        `Name one (objectives: ${known[0]!.id}), so that the grid in the mark scheme counts its marks.`,
      );
};
