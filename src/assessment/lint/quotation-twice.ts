import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import { comparableWords, type LintRule } from './linted-pack.ts';

/** Words of a quotation by which it is known. */
const MEANINGFUL = 4;

/** A quotation is used in two items of a paper. */
export const quotationTwice: LintRule = ({ pack, assessment }, report) => {
  for (const { paper } of assessment.papers) {
    const items = paper.sections.flatMap((section) => section.items);
    for (const quotation of pack.entries.quotations) {
      const words = comparableWords(quotation.body.text.replace(/…/g, ''));
      const [first, second] = items.filter((item) => uses(item, quotation.id, words, assessment.kinds));
      if (!first || !second) continue;
      report.add(
        'lint-quotation-twice',
        second.at,
        `In “${paper.title.text}”, this and “${first.id}” both use the quotation “${quotation.id}”.`,
        'One may give away the answer to the other. Choose a different quotation.',
      );
    }
  }
};

function uses({ task }: Item, id: string, words: string, kinds: KindTable): boolean {
  return [task, ...tasksOf(task).map((leaf) => leaf.task)].some((one) => {
    if (kindOf(one.body, kinds).lint.quotations(one.body).includes(id)) return true;
    const quoted = [...`${one.stem.text} ${one.text?.text ?? ''}`.matchAll(/“([^”]+)”/g)];
    return quoted
      .map(([, inner = '']) => comparableWords(inner.replace(/…/g, '')))
      .some((inner) => inner.split(' ').length >= MEANINGFUL && words.includes(inner));
  });
}
