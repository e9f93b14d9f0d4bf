import { countInWords } from '../../diagnostics/count-in-words.ts';
import { answeredTasks, type LintRule } from './linted-pack.ts';

/** Lines for each mark: fewer than the least are too few to earn it, more than the most ask for more than it is worth. */
const LEAST = 0.75;
const MOST = 5;
/** Of a line, in millimetres. */
const LINE = 8;

/** Room for an answer that is out of proportion to its marks. */
export const spaceForMarks: LintRule = (subject, report) => {
  for (const { task, kind } of answeredTasks(subject)) {
    const { space, marks } = task;
    // Without marks, there is nothing to compare the room with.
    if (!space || space.rest || !kind.isWritten || marks === 0) continue;
    if (space.ruling !== 'lined') continue;
    const lines = space.lines ?? (space.height ?? 0) / LINE;
    const each = lines / marks;
    if (lines === 0 || (each >= LEAST && each <= MOST) || (marks === 1 && lines <= MOST)) continue;
    report.add(
      'lint-space',
      task.at,
      `This has ${countInWords(Math.round(lines), 'line')} for ${countInWords(marks, 'mark')}.`,
      `Pupils fill the space they are given. Allow between ${Math.ceil(marks * LEAST)} and ${marks * MOST} lines.`,
    );
  }
};
