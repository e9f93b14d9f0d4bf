import type { Item, Task } from '../../assessment/tasks/item.ts';
import type { Entry, Pack, Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';

/** A text for teachers: the entry that it belongs to, what it is, and where it was written. */
export interface TeacherText {
  readonly of: string;
  readonly what: string;
  readonly text: string;
  readonly at: Place;
}

/** Kinds of entry of which pupils see only the names. */
const CLOSED = new Set(['questions', 'levels']);

/** Everything that only teachers may read: answers, notes for marking, levels, the words that fill gaps. */
export function teacherTexts(pack: Pack, items: readonly Item[]): TeacherText[] {
  const ofItems = items.flatMap(({ id, task }) =>
    allTasks(task).flatMap((own) =>
      [...Object.entries(own.notes), ...answersIn(own)].map(([what, { text, at }]) => ({
        of: id,
        what,
        text,
        at,
      })),
    ),
  );
  const ofEntries = [...CLOSED].flatMap((kind) =>
    (ownValue(pack.entries, kind) ?? []).map(({ id, body }) => ({
      of: id,
      what: kind === 'questions' ? 'answer' : 'levels',
      ...body,
    })),
  );
  return [...ofItems, ...ofEntries];
}

const allTasks = (task: Task): Task[] => [task, ...task.parts.flatMap(allTasks)];

function answersIn({ body }: Task): [string, Passage][] {
  if ('blanks' in body)
    return body.blanks.flatMap(({ words, at }) =>
      words.map((text): [string, Passage] => ['missing words', { text, at }]),
    );
  return body.kind === 'labelling' ? body.labels.map(({ answer }) => ['label', answer]) : [];
}

/** Everything in a pack that pupils may read somewhere. */
export function pupilTexts(pack: Pack, items: readonly Item[]): string[] {
  const kinds = Object.entries(pack.entries).filter(([kind]) => kind !== 'items');
  return [
    ...textsIn(pack.about.fields),
    ...kinds.flatMap(([kind, entries]) =>
      entries.flatMap((entry) => (CLOSED.has(kind) ? [entry.name] : allOf(entry))),
    ),
    ...items.flatMap(({ name, task }) => [name, ...allTasks(task).flatMap(askedIn)]),
  ];
}

const allOf = ({ name, fields, body, sections }: Entry): string[] => [
  name,
  body.text,
  ...textsIn(fields),
  ...Object.values(sections).map(({ text }) => text),
];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What is printed of a task in a paper, or on a worksheet. */
function askedIn({ stem, text, body, words = [], starters = [], extend }: Task): string[] {
  const lists: Record<string, unknown> = { ...body };
  // Gaps and labels are printed without what belongs there, unless that is in the word bank.
  delete lists['blanks'];
  delete lists['labels'];
  const help = [...words, ...starters, ...(extend ? [extend] : [])].map((one) => one.text);
  return [stem.text, ...(text ? [text.text] : []), ...help, ...textsIn(lists)];
}
