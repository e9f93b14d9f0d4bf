import type { Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Assessment } from '../assessment.ts';
import type { Item, Task } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { kindOf } from '../kinds/question-kinds.ts';
import type { Form } from '../papers/exam-paper.ts';
import type { ExamPack } from '../tasks/exam-pack.ts';
import { byForm } from './by-form.ts';
import { questionNumbers } from './question-numbers.ts';

/** A row of a mark scheme: what a marker needs for a question, or for a part of one. */
export interface SchemeRow {
  /** `A3 B5` where forms differ, else `3`; with labels: `A3(a) B5(a)`. */
  readonly number: string;
  /** The sum of the question, below the last of its parts; null elsewhere, and where it has no parts. */
  readonly sum: {
    readonly number: string;
    readonly marks: number;
    readonly objectivesLine: string;
  } | null;
  readonly stem: Passage | null;
  /** The right answers in words. */
  readonly answers: readonly Passage[];
  /** The right answers by letters; by form where forms differ: `A: C`. */
  readonly short: readonly string[];
  readonly answer: Passage | null;
  readonly accept: Passage | null;
  readonly reject: Passage | null;
  readonly guidance: Passage | null;
  readonly rationale: Passage | null;
  readonly indicative: Passage | null;
  /** From the top down; `level` is counted from the bottom up. */
  readonly levels: readonly {
    readonly level: number;
    readonly marks: string;
    readonly descriptor: Passage;
  }[];
  readonly marks: number;
  /** `AO1`, or `AO1 (2)` and `AO2 (3)`. */
  readonly objectives: readonly string[];
  /** The same in a line. */
  readonly objectivesLine: string;
}

/** A number that is longer is broken before its labels, so that it fits its column. */
const LONGEST_NUMBER = 6;

const breakable = (number: string) =>
  number.length > LONGEST_NUMBER ? number.replaceAll('(', ' (').trim() : number;

/** A question as a form asks it. */
type Asked = {
  readonly letter: string;
  readonly question: { number: number; orders: Readonly<Record<string, readonly number[]>> };
};

/** Gives the rows of a question: one, or one for each of its parts. @param asked it, as each form asks it */
export function schemeRows(
  item: Item,
  asked: readonly Asked[],
  forms: readonly Form[],
  { levels, kinds, words }: Assessment,
  names: ReadonlyMap<string, string>,
  pack: ExamPack,
): SchemeRow[] {
  const tasks = tasksOf(item.task);
  return tasks.map(({ labels, task }, index) => {
    const path = labels.join('');
    const { body } = task;
    const kind = kindOf(body, kinds);
    const short = asked.map(({ letter, question }) => ({
      letter,
      value: kind.key(body, ownValue(question.orders, path) ?? [], words),
    }));
    const scheme = ownValue(levels, kind.levels(body) ?? '') ?? [];
    const note = (name: string) => ownValue(task.notes, name) ?? null;
    const shares = sharesOf(task.objectives, names);
    return {
      number: questionNumbers(forms, item.id, labels).map(breakable).join(' '),
      sum:
        tasks.length > 1 && index === tasks.length - 1
          ? {
              number: questionNumbers(forms, item.id, []).join(' '),
              marks: item.task.marks,
              objectivesLine: sharesOf(
                tasks.flatMap((one) => one.task.objectives),
                names,
              ).join(', '),
            }
          : null,
      stem: task.stem.text === '' ? (item.task.stem ?? null) : task.stem,
      answers: kind.answers(body, { pack, words }),
      short: short[0]?.value === '' || !kind.isKeyedByOrder ? [] : [`**${byForm(short, words)}**`],
      answer: note('answer'),
      accept: note('accept'),
      reject: note('reject'),
      guidance: note('guidance'),
      rationale: note('rationale'),
      indicative: note('indicative-content'),
      levels: scheme.map(({ from, to, descriptor }, place) => ({
        level: scheme.length - place,
        marks: from === to ? `${from}` : `${from}–${to}`,
        descriptor,
      })),
      marks: task.marks,
      objectives: shares,
      objectivesLine: shares.join(', '),
    };
  });
}

/** The marks of each objective: `AO1`, or `AO1 (2)` and `AO2 (3)` where there are several. */
function sharesOf(shares: Task['objectives'], names: ReadonlyMap<string, string>): string[] {
  const sums = new Map<string, number>();
  for (const { id, marks } of shares) sums.set(id, (sums.get(id) ?? 0) + marks);
  return [...sums].map(([id, marks]) => {
    const name = names.get(id) ?? id;
    return sums.size === 1 ? name : `${name}\u00A0(${marks})`;
  });
}
