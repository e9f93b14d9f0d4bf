import type { Pack, Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { Task } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import type { FormQuestion } from '../papers/exam-paper.ts';
import { hasAllMarks } from '../papers/has-all-marks.ts';
import { questionsAt } from '../papers/questions-at.ts';
import type { Sheet, SheetLevel, Worksheet } from '../papers/worksheet.ts';
import { marksBeside } from '../tasks/in-words.ts';
import { levelMarks } from '../tasks/levels.ts';
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
  /** `[4 marks]`; empty where its worksheet prints none. */
  readonly marks: string;
  /** What is right, in a few words: the key by the letters that are printed, or an answer of one line. */
  readonly right: readonly (Passage | string)[];
  /** What the letters of the key stand for. */
  readonly details: readonly Passage[];
  /** A longer answer. */
  readonly answer: readonly Passage[];
  /** Notes for marking, and the answer to the prompt to go further. */
  readonly notes: readonly { readonly label: string; readonly text: Passage }[];
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
      name: `${say(source.words, `answers-on-${level}`)} ${levelMarks(level)}`,
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
    const { body } = leaf;
    const kind = kindOf(body, kinds);
    const short = ordersIn(worksheet, question.item, labels).map(({ letter, order }) => ({
      letter,
      value: kind.isKeyedByOrder ? kind.key(body, order, words) : '',
    }));
    const key = short[0]?.value === '' ? [] : [byForm(short, words)];
    const meant = kind.answers(body, { pack, words });
    const written = ['answer', 'indicative-content'].flatMap((name) => ownValue(leaf.notes, name) ?? []);
    const brief = written.length === 1 && meant.length === 0 ? written.filter(isBrief) : [];
    return {
      labels: [index === 0 ? String(question.number) : '', ...labels],
      stem: leaf.stem.text === '' ? (index === 0 ? task.stem : null) : leaf.stem,
      marks: hasAllMarks(worksheet) ? marksBeside(leaf.marks, words) : '',
      right: [...key, ...(key.length === 0 ? meant : []), ...brief],
      details: key.length === 0 ? [] : meant,
      answer: brief.length === 0 ? written : [],
      notes: NOTES.flatMap(([name, label]) => {
        const text = ownValue(leaf.notes, name);
        return text ? [{ label: label === undefined ? '' : say(words, label), text }] : [];
      }),
    };
  });
}

/** The notes of a key, in their order, and the phrases that label them. */
const NOTES = [
  ['rationale', undefined],
  ['guidance', undefined],
  ['accept', 'accept'],
  ['reject', 'reject'],
  ['extension', 'going-further-heading'],
] as const;

/** An answer of at most this many letters is set in bold: about a line, since more in bold is harder to read than plain. */
const BRIEF = 80;

/** Whether an answer is one short paragraph. */
const isBrief = ({ text }: Passage): boolean =>
  text.length <= BRIEF && !/\n\s*\n|^\s*([-*+>|#]|\d+[.)])/m.test(text);

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
