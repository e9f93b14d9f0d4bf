import type { Passage } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { KindTable, TaskBody } from '../kinds/question-kinds.ts';
import type { AnswerRoom } from '../tasks/answer-room.ts';
import type { LEVELS } from '../tasks/levels.ts';

/** A question, a part or a subpart. */
export interface Task {
  /** `(a)`, `(i)`; empty for a whole question. */
  readonly label: string;
  readonly at: Place;
  readonly stem: Passage;
  /** Markdown printed below the stem. */
  readonly text?: Passage;
  readonly body: TaskBody;
  /** The marks of the task itself, or the sum of its parts; 0 if its author gives none. Every task of a paper has some. */
  readonly marks: number;
  /** The marks for each objective, by its id. */
  readonly objectives: readonly { readonly id: string; readonly marks: number }[];
  /** The room for an answer on a paper. */
  readonly space?: AnswerRoom;
  /** The same on a worksheet, where it is the length of the model answer that counts. */
  readonly sheetSpace?: AnswerRoom;
  /** Whether its author says how much room there is. */
  readonly isRoomStated?: boolean;
  /** Help that support worksheets print: words to use, beginnings of sentences. */
  readonly words?: readonly Passage[];
  readonly starters?: readonly Passage[];
  /** A prompt to go further. */
  readonly extend?: Passage;
  /** Whether options may change places. */
  readonly shuffle: boolean;
  /**
   * Teacher's texts by slug: `answer`, `accept`, `reject`, `guidance`, `rationale`, `indicative-content`, `extension`.
   */
  readonly notes: Readonly<Record<string, Passage>>;
  readonly parts: readonly Task[];
}

/** An entry of the item bank. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly at: Place;
  readonly task: Task;
  /** The ids of the texts that it is about, in order. */
  readonly stimuli: readonly string[];
  /** Whether one of these texts is a source of the pack, or is named by its id in the question: then they have letters. */
  readonly aboutSources: boolean;
  readonly pinned: boolean;
  /** The level of the only sheet that has it; undefined if every sheet does. */
  readonly level: (typeof LEVELS)[number] | undefined;
  /** Its own, and the name of its file. */
  readonly tags: readonly string[];
  readonly chapters: readonly string[];
  readonly themes: readonly string[];
}

/** Items, and the kinds of question that they were read with. */
export interface ItemBank {
  readonly items: readonly Item[];
  readonly kinds: KindTable;
}
