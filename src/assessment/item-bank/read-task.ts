import type { Passage } from '../../content/entries/entry.ts';
import { checkYaml } from '../../diagnostics/check-yaml.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { holdsWords } from '../tasks/holds-words.ts';
import type { Task } from '../tasks/item.ts';
import { readBody } from '../tasks/read-body.ts';
import type { SplitTask } from '../tasks/split-task.ts';
import { partSchema, type TaskFields } from '../tasks/task-fields.ts';
import { defaultMarks } from './default-marks.ts';
import { defaultSpace } from './default-space.ts';
import { readAnswerRoom } from './read-answer-room.ts';
import { readObjectives } from './read-objectives.ts';

/** A task's heading and fields, and its text taken apart. */
export interface TaskSource {
  readonly label: string;
  readonly at: Place;
  readonly stem: Passage;
  readonly fields: TaskFields;
  readonly places: Readonly<Record<string, Place>>;
  readonly split: SplitTask;
}

/** The ids that tasks may name. */
export interface Known {
  readonly objectives: readonly string[];
  readonly quotations: readonly string[];
  readonly levels: readonly string[];
}

/** Kinds whose text is a model answer, rather than why a key is right. */
const IN_WORDS: readonly string[] = ['short', 'extended', 'identify'];

/** Reports a text that has to give way to another one, since only one of them can be printed. */
function refuseSecond(
  text: Passage | undefined,
  other: Passage | undefined,
  what: string,
  report: Report,
): void {
  if (!text || !other || text === other || !holdsWords(text)) return;
  report.add(
    'text-misplaced',
    text.at,
    `This text would not be printed, because line ${other.at.line} gives ${what}.`,
    'Combine the two. Text for pupils goes below ### Task, a model answer below ### Answer.',
  );
}

/** Reports what only an answer can have, where a question has parts, and only they are answered. */
function refuseNotesOfWhole(notes: Task['notes'], report: Report): void {
  for (const [name, note] of Object.entries(notes))
    if (name !== 'task' && holdsWords(note))
      report.add(
        'text-misplaced',
        note.at,
        'This would not be printed: the question has parts, and only its parts have answers.',
        'Move it below the part it belongs to.',
      );
}

/** Reads a question with its parts. @returns undefined after reporting what is wrong with it */
export function readTask(source: TaskSource, known: Known, report: Report): Task | undefined {
  const { split, label, at, stem, fields, places } = source;
  const common = { label, at, stem, shuffle: fields.shuffle, notes: split.notes };
  if (split.parts.length > 0) {
    refuseNotesOfWhole(split.notes, report);
    refuseSecond(split.main, split.notes['task'], 'the task', report);
    const parts = split.parts.map((part) => {
      const checked = checkYaml(
        part.fields.text === '' ? { text: '', at: part.stem.at } : part.fields,
        partSchema,
        report,
      );
      const { label: own, stem: asked } = part;
      return (
        checked &&
        readTask(
          {
            label: own,
            at: asked.at,
            stem: asked,
            fields: checked.value,
            places: checked.places,
            split: part,
          },
          known,
          report,
        )
      );
    });
    const sound = parts.filter((part) => part !== undefined);
    if (sound.length < parts.length) return undefined;
    const sum = sound.reduce((total, { marks }) => total + marks, 0);
    if (fields.marks !== undefined && fields.marks !== sum) {
      const hint = 'Leave it out: marks of a whole question are worked out from its parts.';
      report.add(
        'marks-mismatch',
        places['marks'] ?? at,
        `This says ${fields.marks} marks, and its parts have ${sum}.`,
        hint,
      );
      return undefined;
    }
    const text = split.notes['task'] ?? (split.main.text ? split.main : undefined);
    return {
      ...common,
      ...(text && { text }),
      body: { kind: 'parts' },
      marks: sum,
      objectives: [],
      parts: sound,
    };
  }
  // What a whole item names was checked with the pack.
  if (label !== '' && !namesAreKnown(source, known, report)) return undefined;
  const read = readBody({ main: split.main, fields, places, at }, report);
  if (!read) return undefined;
  const { body, answer } = read;
  const marks = fields.marks ?? defaultMarks(body);
  if (marks === undefined) {
    report.add(
      'field-missing',
      at,
      'This does not say how many marks it has.',
      'Write it below the heading: marks: 4',
    );
    return undefined;
  }
  const place = IN_WORDS.includes(body.kind) ? 'answer' : 'rationale';
  refuseSecond(answer, split.notes[place], `the ${place}`, report);
  refuseSecond(read.text, split.notes['task'], 'the task', report);
  const notes = {
    ...(answer && { [place]: answer }),
    ...split.notes,
  };
  const written = body.kind === 'short' || body.kind === 'extended';
  if (written && !notes['answer'] && !notes['indicative-content']) {
    const hint = 'Write a model answer below the question, after a blank line.';
    report.add('key-missing', at, 'This question has no answer, and the mark scheme needs one.', hint);
    return undefined;
  }
  if (!extensionIsAnswered(fields, notes, places, at, report)) return undefined;
  const shares = readObjectives(fields.objectives, marks, { at, places, known: known.objectives }, report);
  const text = split.notes['task'] ?? read.text;
  const space = fields.space === undefined ? defaultSpace({ body, marks }) : readAnswerRoom(fields.space);
  return (
    shares && {
      ...common,
      notes,
      ...(text && { text }),
      body,
      marks,
      objectives: shares,
      ...(space && { space }),
      ...helpOf(source),
      parts: [],
    }
  );
}

/** What worksheets print beside it at other levels. */
function helpOf({ fields, places, at }: TaskSource): Pick<Task, 'words' | 'starters' | 'extend'> {
  const placed = (text: string, path: string) => ({ text, at: ownValue(places, path) ?? at });
  const listed = (field: 'words' | 'starters') =>
    fields[field].map((text, index) => placed(text, `${field}.${index}`));
  return {
    ...(fields.words.length > 0 && { words: listed('words') }),
    ...(fields.starters.length > 0 && { starters: listed('starters') }),
    ...(fields.extend !== undefined && { extend: placed(fields.extend, 'extend') }),
  };
}

function extensionIsAnswered(
  { extend }: TaskFields,
  notes: Task['notes'],
  places: TaskSource['places'],
  at: Place,
  report: Report,
): boolean {
  const answer = notes['extension'];
  if (extend !== undefined && !answer) {
    const hint = 'Write it below the question: ### Extension, and the answer.';
    report.add(
      'key-missing',
      places['extend'] ?? at,
      'This prompt has no answer, and the key needs one.',
      hint,
    );
    return false;
  }
  if (extend === undefined && answer) {
    const hint = 'Write the prompt below the heading of the question: extend: What else …?';
    report.add('field-missing', answer.at, 'This answers a prompt to go further, and there is none.', hint);
    return false;
  }
  return true;
}

function namesAreKnown({ fields, places, at }: TaskSource, known: Known, report: Report): boolean {
  for (const [field, ids, kind] of [
    ['quotation', known.quotations, 'quotations'],
    ['levels', known.levels, 'levels'],
  ] as const) {
    const id = fields[field];
    if (id === undefined || ids.includes(id)) continue;
    const message = `“${field}” names “${id}”, but the pack has no such entry among its ${kind}.`;
    report.add('reference-unknown', places[field] ?? at, message, suggest(id, ids));
    return false;
  }
  return true;
}
