import type { Pack, Passage } from '../../content/entries/entry.ts';
import type { Words } from '../../words/words.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';

/** What is right, as Markdown: what the kind of question says is right, and the model answer; of a part, after its letter. */
export const modelAnswer = (
  { task }: Item,
  source: { readonly kinds: KindTable; readonly pack: Pack; readonly words: Words },
): (Passage | string)[] =>
  tasksOf(task).flatMap(({ labels, task: { body, notes } }) => {
    const written = notes['answer'] ?? notes['indicative-content'];
    return [
      ...(labels.length > 0 ? [`**${labels.join('')}**`] : []),
      ...kindOf(body, source.kinds).answers(body, source),
      ...(written ? [written] : []),
    ];
  });
