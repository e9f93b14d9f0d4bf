import type { Assessment } from '../../assessment/assessment.ts';
import { textsForPupils } from '../../assessment/for-pupils/texts-for-pupils.ts';
import { allTasks } from '../../assessment/item-bank/all-tasks.ts';
import type { ItemBank, Task } from '../../assessment/item-bank/item.ts';
import { kindOf } from '../../assessment/kinds/question-kinds.ts';
import type { Entry, Pack } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';

/** A text for teachers: the entry that it belongs to, what it is, and where it was written. */
export interface TeacherText {
  readonly of: string;
  readonly what: string;
  readonly text: string;
  readonly at: Place;
}

/** Kinds of entry of which pupils see only the names. Items are looked at task by task. */
const CLOSED = new Set(['levels']);

/** Everything that only teachers may read: answers, notes for marking, levels, the words that fill gaps. */
export function teacherTexts(pack: Pack, { items, kinds }: ItemBank): TeacherText[] {
  const ofItems = items.flatMap(({ id, task }) =>
    allTasks(task).flatMap(({ notes, body }) => [
      ...Object.entries(notes).map(([what, note]) => ({ of: id, what, ...note })),
      ...kindOf(body, kinds)
        .secrets(body)
        .map(({ what, text }) => ({ of: id, what, ...text })),
    ]),
  );
  const ofEntries = [...CLOSED].flatMap((kind) =>
    (ownValue(pack.entries, kind) ?? []).map(({ id, body }) => ({
      of: id,
      what: 'levels',
      ...body,
    })),
  );
  return [...ofItems, ...ofEntries];
}

/** Everything in a pack that pupils may read somewhere. */
export function pupilTexts(pack: Pack, { items, kinds: questionKinds, words }: Assessment): string[] {
  const printed = (task: Task) => textsForPupils(task, { kinds: questionKinds, words, pack });
  const kinds = Object.entries(pack.entries).filter(([kind]) => kind !== 'items');
  return [
    ...textsIn(pack.about.fields),
    ...kinds.flatMap(([kind, entries]) =>
      entries.flatMap((entry) => (CLOSED.has(kind) ? [entry.name] : allOf(entry))),
    ),
    ...items.flatMap(({ name, task }) => [name, ...allTasks(task).flatMap(printed)]),
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
