import type { Pack, Passage } from '../../content/entries/entry.ts';
import type { Words } from '../../words/words.ts';
import { countLetters } from '../item-bank/count-letters.ts';
import type { Task } from '../item-bank/item.ts';
import type { PrintedValue } from '../kinds/question-kind.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import type { AnswerRoom } from '../tasks/answer-room.ts';
import { marksBeside } from '../tasks/in-words.ts';

/** The context of a task's template: what a candidate sees, and nothing that tells what is right. */
export interface PrintedTask {
  /** The number of the question that it is, or is a part of. */
  readonly number: number;
  /** The question's number where it begins with this task, and the labels that begin with it. */
  readonly labels: readonly string[];
  readonly stem: Passage | null;
  readonly text: Passage | null;
  /** `[4 marks]`; empty if its parts have marks of their own. */
  readonly marks: string;
  /** The name of the block that the task is printed in. */
  readonly block: string;
  /** The fields of the block that the kind of question adds. */
  readonly fields: readonly PrintedField[];
  /** The room for an answer, as fields of the block `answer`; null for none. */
  readonly space: Required<AnswerRoom> | null;
  /** On worksheets: words to use and beginnings of sentences as help, and a prompt to go further. */
  readonly help: readonly Passage[];
  readonly starters: readonly Passage[];
  readonly extend: Passage | null;
  /** The letters of the answer to that prompt, for which there is room. */
  readonly extendLetters: number;
}

interface PrintedField {
  readonly name: string;
  readonly value: PrintedValue;
  /** Whether the value is Markdown of any length. */
  readonly isWhole: boolean;
}

/** What tasks are printed from, besides themselves. */
export interface PrintSource {
  readonly kinds: KindTable;
  readonly pack: Pack;
  readonly words: Words;
  /** Whether pupils get help: missing words are then offered even where the author asks for no bank. */
  readonly isSupport?: boolean;
  /** Whether it is for a worksheet, where the model answer decides how much room there is. */
  readonly onSheet?: boolean;
}

/** Prints a task in the order of a form, without anything that only its teacher may know. */
export function printTask(
  task: Task,
  number: number,
  labels: readonly string[],
  order: readonly number[],
  { kinds, pack, words, isSupport = false, onSheet = false }: PrintSource,
): PrintedTask {
  const { body, stem, text, marks, parts, notes } = task;
  const space = onSheet ? task.sheetSpace : task.space;
  const kind = kindOf(body, kinds);
  return {
    number,
    labels,
    stem: stem.text === '' ? null : stem,
    text: text ?? null,
    marks: parts.length > 0 || marks === 0 ? '' : marksBeside(marks, words),
    block: kind.block.name,
    fields: Object.entries(kind.print(body, { order, isSupport, pack, words })).map(([name, value]) => ({
      name,
      value,
      isWhole: typeof value === 'object' && 'text' in value,
    })),
    space: space && kind.takesRoom ? { lines: 0, letters: 0, height: 0, rest: false, ...space } : null,
    help: [],
    starters: [],
    extend: null,
    extendLetters: countLetters(notes['extension']?.text ?? ''),
  };
}
