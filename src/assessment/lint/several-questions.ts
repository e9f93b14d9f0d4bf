import { answeredTasks, type LintRule } from './linted-pack.ts';
import { COMMAND_WORDS } from './no-command-word.ts';

/** A second question about the same thing is usual; a third is one too many. */
const MOST = 2;

const QUESTION_WORDS = ['how', 'what', 'when', 'where', 'which', 'who', 'whose', 'why'];
const JOINED = new RegExp(`\\band (?:then )?(?:${[...QUESTION_WORDS, ...COMMAND_WORDS].join('|')})\\b`, 'gi');

/** A question asks three things or more: with question marks, or with commands joined by “and”. */
export const severalQuestions: LintRule = (subject, report) => {
  for (const { task } of answeredTasks(subject)) {
    const asked = task.stem.text.replace(/“[^”]*”/g, '');
    const joined = [...asked.matchAll(JOINED)].length;
    const count = Math.max((asked.match(/\?/g) ?? []).length + Math.min(joined, 1), joined + 1);
    if (count > MOST)
      report.add(
        'lint-several-questions',
        task.stem.at,
        `This asks ${count} things at once.`,
        'Ask them one after another: as parts (a) and (b), or as questions of their own.',
      );
  }
};
