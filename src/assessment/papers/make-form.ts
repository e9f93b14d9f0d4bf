import { createGenerator } from '../../diagnostics/collections/generator.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import { balanceKeys } from './balance-keys.ts';
import type { ExamPaper, Form, FormQuestion, PaperSection } from './exam-paper.ts';
import { shuffled } from './shuffled.ts';
import { sourceLetters } from './source-letters.ts';

/**
 * One version of a paper. Everything that is shuffled has its own generator, seeded with the seed, the paper, the
 * form and the item: so adding or removing an item changes nothing in the others except the places of keys, which are
 * balanced over the whole form.
 */
export function makeForm(paper: ExamPaper, letter: string, kinds: KindTable): Form {
  const seed = `${paper.seed}/${paper.id}/${letter}`;
  let number = 0;
  const lettered = sourceLetters(paper.sections.flatMap(({ items }) => items)).size > 0;
  const sections = paper.sections.map((section, index) =>
    orderOf(section, lettered, `${seed}/section ${index + 1}`).map((item) => ({ number: ++number, item })),
  );
  const keyPlaces = balanceKeys(
    sections.flat().map(({ item }) => item),
    seed,
    kinds,
  );
  return {
    paper: paper.id,
    letter,
    sections: sections.map((questions) => ({
      questions: questions.map(({ number: place, item }): FormQuestion => {
        const orders = tasksOf(item.task).map(({ labels, task }) => {
          const path = labels.join('');
          const key = `${item.id}${path}`;
          const generator = createGenerator(`${seed}/${key}`);
          const order = kindOf(task.body, kinds).arrange(task.body, {
            shuffle: task.shuffle,
            keyPlace: keyPlaces.get(key),
            shuffled: (pinned) => shuffled(pinned, generator),
          });
          return [path, order] as const;
        });
        return { number: place, item: item.id, orders: Object.fromEntries(orders) };
      }),
    })),
  };
}

/**
 * Shuffles the items of a section: those that share a stimulus move together, pinned ones not at all. Where stimuli have
 * letters, questions about them keep their places too, so that Source A comes before Source B.
 */
function orderOf({ items, shuffle }: PaperSection, lettered: boolean, seed: string): Item[] {
  const groups: Item[][] = [];
  for (const item of items) {
    const [stimulus] = lettered ? [] : item.stimuli;
    const shared = groups.find(([first]) => stimulus !== undefined && first?.stimuli[0] === stimulus);
    if (shared) shared.push(item);
    else groups.push([item]);
  }
  const staysPut = (item: Item) => item.pinned || (lettered && item.stimuli.length > 0);
  const pinned = groups.map((group) => !shuffle || group.some(staysPut));
  return shuffled(pinned, createGenerator(seed)).flatMap((index) => groups[index]!);
}
