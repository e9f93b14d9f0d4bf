import { answeredTasks, type LintRule } from './linted-pack.ts';

/** A “not” in a stem is not emphasised. */
export const notUnmarked: LintRule = (subject, report) => {
  for (const { task, kind } of answeredTasks(subject)) {
    if (!kind.lint.isTurnedByNot) continue;
    const bare = task.stem.text.replace(/\*{1,2}[^*]+\*{1,2}/g, '').replace(/“[^”]*”/g, '');
    const word = /\b(not|except|never|least)\b/.exec(bare)?.[0];
    if (word === undefined) continue;
    report.add(
      'lint-not-unmarked',
      task.stem.at,
      `“${word}” reverses the question, and pupils easily miss it.`,
      `Put the question positively, or make the word bold: **${word}**.`,
    );
  }
};
