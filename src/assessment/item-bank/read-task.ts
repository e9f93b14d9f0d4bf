import type * as z from 'zod';
import type { Passage } from '../../content/entries/entry.ts';
import { setForm } from '../../content/entries/set-form.ts';
import { referredKinds } from '../../content/kinds/entry-kind.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { checkYaml } from '../../diagnostics/yaml/check-yaml.ts';
import type { Words } from '../../words/words.ts';
import { parts as partsKind } from '../kinds/parts.ts';
import { DEFAULT_KIND, type KindTable } from '../kinds/question-kinds.ts';
import type { AnswerRoom } from '../tasks/answer-room.ts';
import { holdsWords } from '../tasks/holds-words.ts';
import type { SplitPart, SplitTask } from '../tasks/split-task.ts';
import type { TaskFields, taskSchema } from '../tasks/task-fields.ts';
import { insertQuotations, type QuotedWords } from './insert-quotations.ts';
import type { Task } from './item.ts';
import { readAnswerRoom, roomForAnswer } from './read-answer-room.ts';
import { readObjectives } from './read-objectives.ts';

/** A task's heading and fields, and its text taken apart. */
interface TaskSource {
  readonly label: string;
  readonly at: Place;
  readonly stem: Passage;
  readonly fields: TaskFields;
  readonly places: Readonly<Record<string, Place>>;
  readonly split: SplitTask;
}

/** What tasks of a bank are read with. */
export interface TaskReading {
  readonly kinds: KindTable;
  /** The schema of the fields below the heading of a part. */
  readonly partSchema: ReturnType<typeof taskSchema>;
  readonly quotations: QuotedWords;
  /** Those of the pack’s language. */
  readonly words: Words;
  /** The ids of the pack's entries of a kind, which tasks may name. */
  idsOf(kind: string): readonly string[];
}

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
    `This text would not be printed, because line ${other.at.line} already gives ${what}.`,
    'Combine them. Put text for pupils below ### Task, and a model answer below ### Answer.',
  );
}

/** Reports notes on answers of a question with parts, of which only the parts are answered. */
function refuseNotesOfWhole(notes: Task['notes'], report: Report): void {
  for (const [name, note] of Object.entries(notes))
    if (name !== 'task' && holdsWords(note))
      report.add(
        'text-misplaced',
        note.at,
        'This would not be printed: when a question has parts, answers belong to the parts.',
        'Move it below the part it belongs to.',
      );
}

const inForm = (passage: Passage, { form }: TaskFields): Passage => ({
  ...passage,
  text: setForm(passage.text, form),
});

/** Reads a question with its parts. @returns undefined after reporting what is wrong with it */
export function readTask(written: TaskSource, reading: TaskReading, report: Report): Task | undefined {
  const source = withQuotations(written, reading, report);
  return source.split.parts.length > 0
    ? readWithParts(source, reading, report)
    : readAnswered(source, reading, report);
}

/** A task with the words of the quotations that its texts for pupils name, and its text to read in its form. */
function withQuotations(source: TaskSource, { quotations, words }: TaskReading, report: Report): TaskSource {
  const insert = (passage: Passage) => insertQuotations(passage, quotations, words, report);
  const { stem, split, fields } = source;
  const { task } = split.notes;
  const notes = task ? { ...split.notes, task: inForm(insert(task), fields) } : split.notes;
  return { ...source, stem: insert(stem), split: { ...split, main: insert(split.main), notes } };
}

function readWithParts(source: TaskSource, reading: TaskReading, report: Report): Task | undefined {
  const { split, at, fields, places } = source;
  refuseNotesOfWhole(split.notes, report);
  refuseSecond(split.main, split.notes['task'], 'the task', report);
  const parts = split.parts.map((part) => readPart(part, reading, report));
  const sound = parts.filter((part) => part !== undefined);
  if (sound.length < parts.length) return undefined;
  const sum = sound.reduce((total, { marks }) => total + marks, 0);
  if (fields.marks !== undefined && fields.marks !== sum) {
    const hint = 'Delete this number: the total is worked out from the parts.';
    report.add(
      'marks-mismatch',
      places['marks'] ?? at,
      `This says ${countInWords(fields.marks, 'mark')}, but the parts add up to ${sum}.`,
      hint,
    );
    return undefined;
  }
  const read = partsKind.read({ main: split.main, fields, places, at }, report);
  if (!read) return undefined;
  const text = split.notes['task'] ?? (read.text && inForm(read.text, fields));
  const { body } = read;
  return { ...commonOf(source), ...(text && { text }), body, marks: sum, objectives: [], parts: sound };
}

function readPart(part: SplitPart, reading: TaskReading, report: Report): Task | undefined {
  const { label, stem, fields } = part;
  const written = fields.text === '' ? { text: '', at: stem.at } : fields;
  const checked = checkYaml(written, reading.partSchema, report);
  if (!checked) return undefined;
  const { value, places } = checked;
  const source = { label, at: stem.at, stem, fields: value, places, split: part };
  return readTask(source, reading, report);
}

function readAnswered(source: TaskSource, reading: TaskReading, report: Report): Task | undefined {
  const { split, label, at, fields, places } = source;
  // References of a whole item were checked with the pack.
  if (label !== '' && !namesAreKnown(source, reading, report)) return undefined;
  const kind = reading.kinds.find(({ name }) => name === (fields.kind ?? DEFAULT_KIND));
  const named = ownValue<unknown>(fields, 'quotation');
  const quoted = typeof named === 'string' ? reading.quotations.get(named) : undefined;
  const read = kind?.read({ main: split.main, quoted, fields, places, at }, report);
  if (!kind || !read) return undefined;
  const { body } = read;
  const marks = fields.marks ?? kind.marks(body) ?? marksOfObjectives(fields) ?? 0;
  const { textBeside } = kind;
  refuseSecond(read.answer, split.notes[textBeside], `the ${textBeside}`, report);
  refuseSecond(read.text, split.notes['task'], 'the task', report);
  // The form of an item is that of its text to read or, if it has none, of its model answer.
  const answer =
    read.answer && kind.isWritten && !split.notes['task'] ? inForm(read.answer, fields) : read.answer;
  const notes: Task['notes'] = { ...(answer && { [textBeside]: answer }), ...split.notes };
  const written = notes['answer'] ?? notes['indicative-content'];
  if (kind.isWritten && !written) {
    const hint = 'Write a model answer below the question, after a blank line.';
    report.add('key-missing', at, 'This question has no answer, but its key needs one.', hint);
    return undefined;
  }
  if (!extensionIsAnswered(fields, notes, places, at, report)) return undefined;
  const known = reading.idsOf('objectives');
  const objectives = readObjectives(fields.objectives, marks, { at, places, known }, report);
  if (!objectives) return undefined;
  const text = split.notes['task'] ?? (read.text && inForm(read.text, fields));
  const asked = fields.space === undefined ? undefined : readAnswerRoom(fields.space);
  const byMarks = kind.room(body, Math.max(1, marks));
  const byAnswer = byMarks && roomByAnswer(notes, marks, byMarks);
  // Papers give room by the marks, as boards do, so that it says nothing of the answer.
  const space = asked ?? (marks === 0 ? byAnswer : byMarks);
  const sheetSpace = asked ?? byAnswer;
  return {
    ...commonOf(source),
    notes,
    ...(text && { text }),
    body,
    marks,
    objectives,
    ...(space && { space }),
    ...(sheetSpace && { sheetSpace }),
    ...(asked && { isRoomStated: true }),
    ...helpOf(source),
    parts: [],
  };
}

/**
 * The room for an answer on a worksheet: as much as the model answer takes. What an answer may hold is no measure of
 * its length, so that counts only where there are no marks.
 */
function roomByAnswer(notes: Task['notes'], marks: number, byMarks: AnswerRoom): AnswerRoom {
  const { rest: _, ...room } = byMarks;
  const written = notes['answer'] ?? (marks === 0 ? notes['indicative-content'] : undefined);
  return written ? roomForAnswer(written) : room;
}

/** The marks that an author gives to objectives one by one, if that is all that is said of marks. */
function marksOfObjectives({ objectives }: TaskFields): number | undefined {
  if (typeof objectives !== 'object' || Array.isArray(objectives)) return undefined;
  return Object.values(objectives).reduce((sum, marks) => sum + marks, 0);
}

const commonOf = ({ label, at, stem, fields, split }: TaskSource) => ({
  label,
  at,
  stem,
  shuffle: fields.shuffle,
  notes: split.notes,
});

/** What worksheets of other levels print beside the task. */
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
    const hint = 'Below the question, write ### Extension and then the answer.';
    report.add(
      'key-missing',
      places['extend'] ?? at,
      'This prompt has no answer, but the key needs one.',
      hint,
    );
    return false;
  }
  if (extend === undefined && answer) {
    const hint = 'Write the prompt below the heading of the question: extend: What else …?';
    report.add(
      'field-missing',
      answer.at,
      'This is the answer to an extension prompt, but the question has no prompt.',
      hint,
    );
    return false;
  }
  return true;
}

/** Reports fields of a part that name entries which the pack does not have. */
function namesAreKnown(
  { fields, places, at }: TaskSource,
  { partSchema, idsOf }: TaskReading,
  report: Report,
): boolean {
  let sound = true;
  for (const [field, schema] of Object.entries(partSchema.shape)) {
    const kinds = referredKinds(schema as z.ZodType);
    if (!kinds) continue;
    const known = kinds.flatMap(idsOf);
    const given = ownValue<unknown>(fields, field) ?? [];
    for (const [index, id] of [given].flat().map(String).entries()) {
      if (known.includes(id)) continue;
      sound = false;
      report.add(
        'reference-unknown',
        ownValue(places, `${field}.${index}`) ?? ownValue(places, field) ?? at,
        `“${field}” names “${id}”, but the pack has no such entry among its ${kinds.join(' or ')}.`,
        suggest(id, known),
      );
    }
  }
  return sound;
}
