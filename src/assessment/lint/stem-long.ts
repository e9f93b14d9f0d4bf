import { answeredTasks, type LintRule } from './linted-pack.ts';

/** Pupils who read slowly lose longer questions before they reach the end. */
const MOST_WORDS = 30;

/** A question is long. Words that it quotes do not count, nor do figures. */
export const stemLong: LintRule = (subject, report) => {
  for (const { task } of answeredTasks(subject)) {
    const words =
      task.stem.text.replace(/“[^”]*”/g, '').match(/\p{L}[\p{L}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
    if (words.length > MOST_WORDS)
      report.add(
        'lint-stem-long',
        task.stem.at,
        `This question has ${words.length} words.`,
        `Keep to ${MOST_WORDS}. Put what pupils need to know into the text below it.`,
      );
  }
};
