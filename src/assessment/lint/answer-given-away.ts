import { allTasks } from '../item-bank/all-tasks.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import { comparableWords, type LintRule, printedTogether } from './linted-pack.ts';

/** Shorter answers occur in too many stems by chance. */
const SHORTEST = 5;

/** The stem of an item contains the answer to another item of the same paper or sheet. */
export const answerGivenAway: LintRule = (subject, report) => {
  const { kinds } = subject.assessment;
  for (const { title, items } of printedTogether(subject)) {
    for (const item of items) {
      const printed = ` ${comparableWords(printedOf(item, kinds))} `;
      for (const other of items) {
        if (other === item || areApart(item, other)) continue;
        const answer = tasksOf(other.task)
          .flatMap(({ task: { body } }) => kindOf(body, kinds).lint.hidden(body).map(comparableWords))
          .find((words) => words.length >= SHORTEST && printed.includes(` ${words} `));
        if (answer === undefined) continue;
        report.add(
          'lint-answer-given-away',
          item.at,
          `In “${title}”, this says “${answer}”, which answers “${other.id}”.`,
          'Reword one of them, or put them in different papers or worksheets.',
        );
      }
    }
  }
};

/** Whether two items of a worksheet are on sheets of different levels. */
const areApart = (one: Item, other: Item) =>
  one.level !== undefined && other.level !== undefined && one.level !== other.level;

const printedOf = ({ task }: Item, kinds: KindTable): string =>
  allTasks(task)
    .flatMap(({ stem, text, body }) => [stem.text, text?.text ?? '', kindOf(body, kinds).lint.passage(body)])
    .join(' ');
