import type * as z from 'zod';
import type { NamedBlock } from '../../blocks/named/named-block.ts';
import type { Pack, Passage } from '../../content/entries/entry.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Words } from '../../words/words.ts';
import type { AnswerRoom } from '../tasks/answer-room.ts';
import type { BodySource, ReadBody } from '../tasks/body-source.ts';
import type { Option } from '../tasks/option.ts';
import type { TaskOnPaper } from '../tasks/task-on-paper.ts';

/**
 * A kind of question: everything that the program knows of it. To add one, write a file with such an object and list it
 * in `question-kinds.ts`.
 *
 * `Body` is what tasks of the kind ask, as plain data with the kind's name in `kind`. `Fields` are the fields that the
 * kind adds to those of every task. An *order* gives, for each printed place, the place in the body: forms differ in
 * nothing else.
 */
export interface QuestionKind<
  Body extends { readonly kind: string } = { readonly kind: string },
  Fields extends z.ZodRawShape = z.ZodRawShape,
> {
  /** The name that authors write (`kind: matching`), and that every body of the kind carries. */
  readonly name: Body['kind'];

  /**
   * The schemas of the fields that the kind adds to an item or a part. All must be optional or have a default, since
   * they become fields of every item. A field that several kinds have must have the same schema object in all of them.
   * A field made with `reference` is checked like any other reference.
   */
  readonly fields: Fields;

  /**
   * Reads a task's text and fields. Texts for pupils and answers around the body are passed on in the result.
   * @returns undefined after reporting what is wrong
   */
  read(source: BodySource<z.output<z.ZodObject<Fields>>>, report: Report): ReadBody<Body> | undefined;

  /**
   * The section that the text beside the body belongs to: `answer` if that is a model answer, `rationale` if it says why
   * the key is right.
   */
  readonly textBeside: 'answer' | 'rationale';

  /**
   * Whether pupils answer in sentences of their own. Then an item must have a model answer, and lint compares the room
   * with the marks.
   */
  readonly isWritten: boolean;

  /** The marks of a task whose author gives none; undefined if only the author can say. */
  marks(body: Body): number | undefined;

  /** The room for an answer to a task whose author asks for none; undefined for no room. */
  room(body: Body, marks: number): AnswerRoom | undefined;

  /**
   * The options to tick, some of which are keys: forms balance the places of keys, lint looks at distractors. Else
   * empty.
   */
  options(body: Body): readonly Option[];

  /** The order of a task in one form; empty if there is nothing to arrange. */
  arrange(body: Body, how: Arranging): number[];

  /** The named block that the task is printed in. It has the fields of `question-blocks.ts` besides its own. */
  readonly block: NamedBlock;

  /** Whether the block has a field `space` for the room for an answer. */
  readonly takesRoom: boolean;

  /**
   * The fields of the block, besides those that all blocks of questions share: everything that pupils see of the body, and
   * nothing that tells what is right.
   */
  print(body: Body, printing: Printing): PrintedFields;

  /** Whether the key consists of letters or numbers that depend on the order. */
  readonly isKeyedByOrder: boolean;

  /**
   * The right answer in an order, as short as possible: `B`, `1A, 2C`. Empty if only the mark scheme can give it. The codes
   * of copies depend on it, so changing it makes codes that are already printed invalid.
   * @param words of the language in which it is printed; none for the codes, which depend on no language
   */
  key(body: Body, order: readonly number[], words?: Words): string;

  /** The right answers in words, as Markdown, in the author's order, for the mark scheme. */
  answers(body: Body, source: { readonly pack: Pack; readonly words: Words }): Passage[];

  /** What a task offers to choose from or to fill in, as texts in any order; compared with `found`. */
  offered(body: Body): string[];

  /** The same, found on the finished paper. */
  found(body: Body, printed: TaskOnPaper): string[];

  /** What is right, independently of any order; undefined if `key` is empty. Compared with `meaning`. */
  right(body: Body): Fact[] | undefined;

  /** The meaning of an entry of the printed key: its letters and numbers replaced by what the paper prints there. */
  meaning(entry: string, body: Body, printed: TaskOnPaper, words: Words): Fact[];

  /** Answers inside the body that must not be printed for pupils, with what they are called in messages. */
  secrets(body: Body): Secret[];

  /**
   * The authored texts of the body that pupils may read. Finished files are searched for all other texts for teachers, so
   * this must not be taken from `print`, which it is there to check.
   * @param isSupport whether pupils get help, as in `Printing`
   */
  shown(body: Body, isSupport: boolean): string[];

  /** The id of the scheme of levels that answers are marked by. */
  levels(body: Body): string | undefined;

  /** What the rules of item-writing know of the kind. */
  readonly lint: LintFacts<Body>;
}

/** What a form asks of the order of a task. */
export interface Arranging {
  /** Whether parts of the task may change places: false for `shuffle: no`. */
  readonly shuffle: boolean;
  /** The place that the only key of the options is to have; undefined if it may have any. */
  readonly keyPlace: number | undefined;
  /** Shuffles a list: for each new place the old one. Pinned places keep theirs. */
  shuffled(pinned: readonly boolean[]): number[];
}

/** What a task is printed with. */
interface Printing {
  readonly order: readonly number[];
  /** Whether pupils get help: then missing words are offered even if the author asks for no bank. */
  readonly isSupport: boolean;
  readonly pack: Pack;
  /** The words of the pack’s language, for directions. */
  readonly words: Words;
}

/**
 * Values of a named block's fields. Authored texts are passages, which keep their places: alone, Markdown of any
 * length; in a list, of one paragraph each. Strings are the program's own words.
 */
type PrintedFields = Readonly<Record<string, PrintedValue>>;
export type PrintedValue = string | boolean | Passage | readonly (string | Passage)[];

/** Texts that belong together: a statement and its verdict. Facts are equal if their letters and digits are. */
export type Fact = readonly string[];

/** A text that only teachers may read. */
interface Secret {
  /** Its name in messages: `label`. */
  readonly what: string;
  readonly text: Passage;
}

/** Facts about a kind that rules of item-writing need. */
interface LintFacts<Body> {
  /** Text of the body that pupils read before they answer, and that may give away the answer to another question. */
  passage(body: Body): string;
  /** Answers that no other question of a paper should contain. */
  hidden(body: Body): string[];
  /** The ids of the quotations that the body uses. */
  quotations(body: Body): string[];
  /** Whether the item should say why its key is right. */
  readonly needsRationale: boolean;
  /** Whether a “not” in the stem turns the answer round. */
  readonly isTurnedByNot: boolean;
}

/** The facts of a kind that no rule knows anything special about. */
export const NO_LINT_FACTS: LintFacts<unknown> = {
  passage: () => '',
  hidden: () => [],
  quotations: () => [],
  needsRationale: false,
  isTurnedByNot: false,
};

/**
 * What kinds have in common whose answers are in words of the author's or the pupil's: nothing on the paper can be compared
 * with the key.
 */
export const NOTHING_TO_COMPARE = {
  offered: () => [],
  found: () => [],
  right: () => undefined,
  meaning: () => [],
  secrets: () => [],
  shown: () => [],
} satisfies Partial<QuestionKind>;
