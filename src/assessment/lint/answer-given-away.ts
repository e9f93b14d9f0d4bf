import type { Item, Task } from '../tasks/item.ts';
import { tasksOf } from '../tasks/tasks-of.ts';
import { type LintRule, plainWords } from './linted-pack.ts';

/** Shorter answers occur in too many stems by chance. */
const SHORTEST = 5;

/** The stem of an item contains the answer to another item of the same paper. */
export const answerGivenAway: LintRule = ({ assessment }, report) => {
  for (const { paper } of assessment.papers) {
    const items = paper.sections.flatMap((section) => section.items);
    for (const item of items) {
      const printed = ` ${plainWords(printedOf(item))} `;
      for (const other of items) {
        if (other === item) continue;
        const answer = tasksOf(other.task)
          .flatMap(({ task }) => answersOf(task))
          .find((words) => words.length >= SHORTEST && printed.includes(` ${words} `));
        if (answer === undefined) continue;
        report.add(
          'lint-answer-given-away',
          item.at,
          `In “${paper.title.text}” this says “${answer}”, which is an answer to “${other.id}”.`,
          'Put one of the two in other words, or ask them in different papers.',
        );
      }
    }
  }
};

const printedOf = ({ task }: Item): string =>
  [task, ...tasksOf(task).map((leaf) => leaf.task)]
    .flatMap((one) => [one.stem.text, one.text?.text ?? '', 'text' in one.body ? one.body.text.text : ''])
    .join(' ');

function answersOf({ body }: Task): string[] {
  switch (body.kind) {
    case 'multiple-choice':
      return body.options.flatMap(({ key, text }) => (key ? [plainWords(text)] : []));
    case 'cloze':
    case 'table':
      // What stands in a box of words is no secret.
      return body.bank ? [] : body.blanks.flatMap(({ words }) => words.map(plainWords));
    default:
      return [];
  }
}
