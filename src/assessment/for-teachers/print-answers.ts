import type { Pack, Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { Item, Task } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import type { FormQuestion } from '../papers/exam-paper.ts';
import { questionsAt } from '../papers/questions-at.ts';
import type { SheetLevel, Worksheet } from '../papers/worksheet.ts';

/** What keys are printed from, besides worksheets. */
interface KeySource {
  readonly kinds: KindTable;
  readonly pack: Pack;
  readonly words: Words;
}

/** The key of a worksheet for its teacher: the answers for all levels, then those for each level alone. */
interface PrintedKey {
  readonly title: Passage;
  readonly groups: readonly { readonly name: string; readonly answers: readonly PrintedAnswer[] }[];
}

interface PrintedAnswer {
  readonly labels: readonly string[];
  readonly stem: Passage | null;
  /** The key by the letters that are printed. */
  readonly short: readonly string[];
  readonly answers: readonly Passage[];
  readonly answer: Passage | null;
  readonly indicative: Passage | null;
  readonly accept: Passage | null;
  readonly reject: Passage | null;
  readonly guidance: Passage | null;
  readonly rationale: Passage | null;
  /** The answer to the prompt to go further. */
  readonly extension: Passage | null;
}

/** Gives the key of a worksheet: an answer to each task, numbered as printed. */
export function printKey(worksheet: Worksheet, source: KeySource): PrintedKey {
  const { items, title, levels } = worksheet;
  const levelOf = ({ item }: FormQuestion) => items.find(({ id }) => id === item)!.level;
  const everybody = questionsAt(worksheet, levels[0]!).filter((question) => levelOf(question) === 'core');
  const groups = [
    { name: say(source.words, 'answers'), questions: everybody },
    ...levels.map((level) => ({
      name: say(source.words, `answers-on-${level}`),
      questions:
        level === 'core'
          ? []
          : questionsAt(worksheet, level).filter((question) => levelOf(question) === level),
    })),
  ];
  return {
    title,
    groups: groups
      .filter(({ questions }) => questions.length > 0)
      .map(({ name, questions }) => ({
        name,
        answers: questions.flatMap((question) => answersTo(question, items, source)),
      })),
  };
}

function answersTo(
  question: FormQuestion,
  items: readonly Item[],
  { kinds, pack, words }: KeySource,
): PrintedAnswer[] {
  const { task } = items.find(({ id }) => id === question.item)!;
  return tasksOf(task).map(({ labels, task: leaf }, index) => {
    const note = (name: string) => ownValue(leaf.notes, name) ?? null;
    const { body } = leaf;
    const kind = kindOf(body, kinds);
    const order = ownValue(question.orders, labels.join('')) ?? [];
    const short = kind.isKeyedByOrder ? kind.key(body, order, words) : '';
    return {
      labels: [index === 0 ? String(question.number) : '', ...labels],
      stem: leaf.stem.text === '' ? (index === 0 ? task.stem : null) : leaf.stem,
      short: short === '' ? [] : [`**${short}**`],
      answers: kind.answers(body, { pack, words }),
      answer: note('answer'),
      indicative: note('indicative-content'),
      accept: note('accept'),
      reject: note('reject'),
      guidance: note('guidance'),
      rationale: note('rationale'),
      extension: note('extension'),
    };
  });
}

/** An answer that pupils may look up: its number, and the right answer as Markdown. */
interface ShownAnswer {
  readonly label: string;
  readonly parts: readonly (Passage | string)[];
}

/** Gives the answers that a sheet shows to its pupils: what is right, without guidance for marking. */
export function shownAnswers(worksheet: Worksheet, level: SheetLevel, source: KeySource): ShownAnswer[] {
  return questionsAt(worksheet, level).flatMap((question) => {
    const { task } = worksheet.items.find(({ id }) => id === question.item)!;
    return tasksOf(task).map(({ labels, task: leaf }) => ({
      label: `${question.number}${labels.join('')}`,
      parts: partsOf(leaf, ownValue(question.orders, labels.join('')) ?? [], level, source),
    }));
  });
}

function partsOf(
  task: Task,
  order: readonly number[],
  level: SheetLevel,
  { kinds, pack, words }: KeySource,
): ShownAnswer['parts'] {
  const kind = kindOf(task.body, kinds);
  const short = kind.key(task.body, order, words);
  const written = task.notes['answer'] ?? task.notes['indicative-content'];
  const right = short === '' ? kind.answers(task.body, { pack, words }) : [`**${short}**`];
  const extension = level === 'stretch' && task.extend ? task.notes['extension'] : undefined;
  return [
    ...right,
    ...(written ? [written] : []),
    ...(extension ? [`**${say(words, 'going-further')}**`, extension] : []),
  ];
}
