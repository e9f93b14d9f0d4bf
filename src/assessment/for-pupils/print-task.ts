import type { Passage } from '../../content/entries/entry.ts';
import type { AnswerRoom, Task } from '../tasks/item.ts';
import { letterOf } from '../tasks/letter-of.ts';
import { rightSide } from '../tasks/right-side.ts';
import { marksInWords, numberInWords } from './in-words.ts';

/** A task as a candidate sees it. Nothing in it tells what is right; what a kind has no use for is null or empty. */
export interface PrintedTask {
  readonly kind: string;
  /** Of the question that it is, or is a part of. */
  readonly number: number;
  /** The question's number where it begins with this task, and the labels that begin with it. */
  readonly labels: readonly string[];
  readonly stem: Passage | null;
  readonly text: Passage | null;
  /** A text with blanks. */
  readonly passage: Passage | null;
  /** `[4 marks]`; nothing where parts have marks of their own. */
  readonly marks: string;
  /** Markdown of the room for an answer, as fields of the block `answer`; null for none. */
  readonly space: {
    readonly ruling: string;
    readonly lines: number;
    readonly height: number;
    readonly rest: boolean;
  } | null;
  /** Options, statements, steps, the right side of a matching. */
  readonly entries: readonly Passage[];
  readonly left: readonly Passage[];
  readonly letters: readonly string[];
  /** How many are to be chosen, in words. */
  readonly choose: string;
  readonly one: boolean;
  readonly reason: boolean;
  /** Whether some of what there is to choose from is not needed, or may be needed more than once. */
  readonly unequal: boolean;
  readonly reuse: boolean;
  readonly bank: readonly Passage[];
  /** On worksheets: words to use and beginnings of sentences for whoever needs help, a prompt for whoever is done. */
  readonly help: readonly Passage[];
  readonly starters: readonly Passage[];
  readonly extend: Passage | null;
  /** The id of a quotation. */
  readonly quotation: string | null;
  readonly who: boolean;
  readonly where: boolean;
  readonly why: boolean;
}

/** A task in the order of a form, without anything that only its teacher is to know. */
export function printTask(
  task: Task,
  number: number,
  labels: readonly string[],
  order: readonly number[],
): PrintedTask {
  const { body, stem, text, marks, space } = task;
  const printed: PrintedTask = {
    kind: body.kind,
    number,
    labels,
    stem: stem.text === '' ? null : stem,
    text: text ?? null,
    passage: null,
    marks: body.kind === 'parts' ? '' : `[${marksInWords(marks)}]`,
    space: space ? spaceOf(space) : null,
    entries: [],
    left: [],
    letters: [],
    choose: '',
    one: false,
    reason: false,
    unequal: false,
    reuse: false,
    bank: [],
    help: [],
    starters: [],
    extend: null,
    quotation: null,
    who: false,
    where: false,
    why: false,
  };
  const inOrder = (passages: readonly Passage[]) => order.map((from) => plain(passages[from]!));
  switch (body.kind) {
    case 'multiple-choice':
      return {
        ...printed,
        entries: inOrder(body.options),
        letters: order.map((_, place) => letterOf(place)),
        choose: numberInWords(body.choose),
        one: body.choose === 1,
      };
    case 'true-false':
      return { ...printed, entries: inOrder(body.statements), reason: body.reason };
    case 'matching': {
      const side = rightSide(body);
      const used = body.right.slice(0, body.left.length).map(({ text: words }) => words);
      return {
        ...printed,
        left: body.left.map(plain),
        entries: inOrder(side),
        unequal: side.some(({ text: words }) => !used.includes(words)),
        reuse: new Set(used).size < used.length,
      };
    }
    case 'ordering':
      return { ...printed, entries: inOrder(body.steps), choose: String(body.steps.length) };
    case 'cloze':
    case 'table':
      return { ...printed, passage: body.text, bank: body.bank ? inOrder(body.bank) : [] };
    case 'labelling':
      return {
        ...printed,
        letters: body.labels.map(({ letter }) => letter),
        bank: body.bank ? inOrder(body.bank) : [],
      };
    case 'identify':
      return {
        ...printed,
        quotation: body.quotation,
        who: body.asks.includes('who'),
        where: body.asks.includes('where'),
        why: body.asks.includes('why'),
      };
    default:
      return printed;
  }
}

/** Without what an option says of itself besides its words. */
const plain = ({ text, at }: Passage): Passage => ({ text, at });

const spaceOf = ({ ruling, lines = 0, height = 0, rest = false }: AnswerRoom) => ({
  ruling,
  lines,
  height,
  rest,
});
