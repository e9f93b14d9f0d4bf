import type { Item, Task } from '../../../assessment/item-bank/item.ts';
import { kindOf } from '../../../assessment/kinds/question-kinds.ts';
import { holdsWords } from '../../../assessment/tasks/holds-words.ts';
import type { Passage } from '../../../content/entries/entry.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import { say } from '../../../words/say.ts';
import type { Loss } from '../../losses/loss.ts';
import type { PackOut } from '../pack-out.ts';
import { chapterTags } from '../rich-text/chapter-tags.ts';
import { type Asked, askedElsewhere } from './asked-by-kind.ts';
import { lossesOfItem, lossesOfTask } from './losses-of-task.ts';
import type { MarkingNote, QuestionOut } from './question-out.ts';
import { readingFor } from './reading-for.ts';

/** All questions of a pack in the order of its files, as other programs can ask them. @param losses grows */
export const questionsOf = (source: PackOut, losses: Loss[]): QuestionOut[] =>
  source.assessment.items.flatMap((item) => questionsOfItem(item, source, losses));

/** The questions that an item is in other programs. @param losses grows */
export function questionsOfItem(item: Item, source: PackOut, losses: Loss[]): QuestionOut[] {
  append(losses, lossesOfItem(item));
  const reading = readingFor(item, source, losses);
  const tags = [
    ...item.tags,
    ...(item.level === undefined ? [] : [item.level]),
    ...item.themes,
    ...chapterTags(item.chapters, source),
  ];
  return questionsOfTask(item.task, { id: item.id, name: item.task.stem, reading, tags }, source, losses);
}

/** What a part of a question has from the question. */
type Above = Pick<QuestionOut, 'id' | 'name' | 'reading' | 'tags'>;

function questionsOfTask(task: Task, above: Above, source: PackOut, losses: Loss[]): QuestionOut[] {
  if (task.parts.length === 0) return questionsOfLeaf(task, above, source, losses);
  const reading = [...above.reading, ...textsOf(task)];
  return task.parts.flatMap((part) => {
    const label = part.label.replace(/[()]/g, '');
    const name = { text: `${above.name.text} ${part.label}`.trim(), at: part.at };
    return questionsOfTask(part, { ...above, id: `${above.id}.${label}`, name, reading }, source, losses);
  });
}

function questionsOfLeaf(task: Task, above: Above, source: PackOut, losses: Loss[]): QuestionOut[] {
  const asked = askedElsewhere(task, source);
  append(losses, lossesOfTask(task, asked));
  const isMarkedByHand = (one: Asked) => one.answer.as === 'written';
  return asked.map((one, index): QuestionOut => {
    const { statement } = one;
    const isOneOfSeveral = asked.length > 1;
    const texts = [...textsOf(task), ...(one.above ?? [])];
    return {
      ...above,
      id: isOneOfSeveral ? `${above.id}.${index + 1}` : above.id,
      name: isOneOfSeveral ? { ...above.name, text: `${above.name.text} (${index + 1})` } : above.name,
      at: statement?.at ?? task.at,
      kind: task.body.kind,
      reading: statement ? [...above.reading, ...texts] : above.reading,
      asking: statement ? [{ text: statement.text, at: statement.at }] : texts,
      marks: isOneOfSeveral ? shareOf(task.marks, asked.length) : task.marks,
      shuffle: task.shuffle,
      answer: one.answer,
      model: isMarkedByHand(one) ? modelOf(task, source) : [],
      explanation: notesNamed(isMarkedByHand(one) ? ['rationale'] : ['rationale', ...MODEL], task),
      marking: markingOf(task, source),
      tags: [...new Set([...above.tags, ...task.objectives.map(({ id }) => id)])],
    };
  });
}

/** The share of one of several questions in the marks of all, to two places. */
const shareOf = (marks: number, count: number): number => Math.round((marks / count) * 100) / 100;

const textsOf = ({ stem, text }: Task): Passage[] =>
  [stem, ...(text ? [text] : [])].filter((passage) => passage.text !== '');

const notesNamed = (names: readonly string[], { notes }: Task): Passage[] =>
  names.flatMap((name) => {
    const note = ownValue(notes, name);
    return note && holdsWords(note) ? [note] : [];
  });

/** The notes for marking and the phrases that label them, in their order. */
const NOTES = ['accept', 'reject', 'guidance'] as const;

function markingOf(task: Task, { pack, words, assessment }: PackOut): MarkingNote[] {
  const levels = kindOf(task.body, assessment.kinds).levels(task.body);
  const scheme = pack.entries.levels.find(({ id }) => id === levels);
  return [
    ...NOTES.flatMap((name) => notesNamed([name], task).map((text) => ({ label: say(words, name), text }))),
    ...(scheme ? [{ label: scheme.name, text: scheme.body }] : []),
  ];
}

/** The right answers to a task that is marked by hand, and its model answer. */
const modelOf = (task: Task, { pack, words, assessment }: PackOut): Passage[] => [
  ...kindOf(task.body, assessment.kinds).answers(task.body, { pack, words }),
  ...notesNamed(MODEL, task),
];

/** The texts that hold a model answer. */
const MODEL = ['answer', 'indicative-content'];
