import type { Pack, Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { Task } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import type { FormQuestion } from '../papers/exam-paper.ts';
import { questionsAt } from '../papers/questions-at.ts';
import type { Sheet, SheetLevel, Worksheet } from '../papers/worksheet.ts';
import { byForm } from './by-form.ts';

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

/** Gives the key of a worksheet for all its levels and forms: an answer to each task, numbered as printed. */
export function printKey(worksheet: Worksheet, source: KeySource): PrintedKey {
  const { items, title, sheets } = worksheet;
  const levels = [...new Set(sheets.map(({ level }) => level))];
  const at = (level: SheetLevel) => questionsAt(worksheet, { level, form: sheets[0]!.form });
  const levelOf = ({ item }: FormQuestion) => items.find(({ id }) => id === item)!.level;
  const groups = [
    {
      name: say(source.words, 'answers'),
      questions: at(levels[0]!).filter((one) => levelOf(one) === undefined),
    },
    ...levels.map((level) => ({
      name: say(source.words, `answers-on-${level}`),
      questions: at(level).filter((one) => levelOf(one) === level),
    })),
  ].filter(({ questions }) => questions.length > 0);
  return {
    title,
    groups: groups.map(({ name, questions }) => ({
      name: groups.length === 1 ? say(source.words, 'answers') : name,
      answers: questions.flatMap((question) => answersTo(question, worksheet, source)),
    })),
  };
}

function answersTo(
  question: FormQuestion,
  worksheet: Worksheet,
  { kinds, pack, words }: KeySource,
): PrintedAnswer[] {
  const { task } = worksheet.items.find(({ id }) => id === question.item)!;
  return tasksOf(task).map(({ labels, task: leaf }, index) => {
    const note = (name: string) => ownValue(leaf.notes, name) ?? null;
    const { body } = leaf;
    const kind = kindOf(body, kinds);
    const short = ordersIn(worksheet, question.item, labels).map(({ letter, order }) => ({
      letter,
      value: kind.isKeyedByOrder ? kind.key(body, order, words) : '',
    }));
    return {
      labels: [index === 0 ? String(question.number) : '', ...labels],
      stem: leaf.stem.text === '' ? (index === 0 ? task.stem : null) : leaf.stem,
      short: short[0]?.value === '' ? [] : [`**${byForm(short, words)}**`],
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

/** The order of a task in each form of its worksheet. */
function ordersIn({ forms }: Worksheet, item: string, labels: readonly string[]) {
  return forms.map(({ letter, sections }) => {
    const question = sections.flatMap(({ questions }) => questions).find((one) => one.item === item);
    return { letter, order: ownValue(question?.orders ?? {}, labels.join('')) ?? [] };
  });
}

/** An answer that pupils may look up: its number, and the right answer as Markdown. */
interface ShownAnswer {
  readonly label: string;
  readonly parts: readonly (Passage | string)[];
}

/** Gives the answers that a sheet shows to its pupils: what is right, without guidance for marking. */
export function shownAnswers(worksheet: Worksheet, sheet: Sheet, source: KeySource): ShownAnswer[] {
  return questionsAt(worksheet, sheet).flatMap((question) => {
    const { task } = worksheet.items.find(({ id }) => id === question.item)!;
    return tasksOf(task).map(({ labels, task: leaf }) => ({
      label: `${question.number}${labels.join('')}`,
      parts: partsOf(leaf, ownValue(question.orders, labels.join('')) ?? [], sheet.level, source),
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
