import type { Passage } from '../../content/entries/entry.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import type { ExamPaper, Form, PaperSection } from '../papers/exam-paper.ts';
import { questionNumbers } from './question-numbers.ts';
import { shortNames } from './short-names.ts';

/** The context of a marking sheet's template. */
interface PrintedMarking {
  readonly title: Passage;
  readonly several: boolean;
  /** All columns in one table, or, where they are too many, in several. */
  readonly tables: readonly MarkingTable[];
  /** The same for large type. */
  readonly largeTables: readonly MarkingTable[];
  readonly pupils: readonly MarkingRow[];
}

interface MarkingTable {
  /** `Part 1 of 2`; nothing for the only one. */
  readonly name: string;
  readonly columns: readonly MarkingColumn[];
}

interface MarkingColumn {
  /** Markdown: the number of a question in each form, `Sect. A`, `Total`, an objective; and the most that it can be. */
  readonly head: string;
}

/** A pupil's row: a name or a number, and the form that the pupil sat. */
interface MarkingRow {
  readonly name: string | Passage;
  readonly form: string;
}

/** Number of rows for a class without a roster. */
const CLASS_SIZE = 32;
/** Columns that a page has room for besides the names, in usual and in large type. */
const MOST = 22;
const MOST_LARGE = 6;

interface Column {
  readonly head: string;
  /** The most that it can be. */
  readonly most: string;
}

/**
 * A grid to write marks in: one row per pupil, one column per task, with the totals of sections, the
 * paper and its objectives.
 * @param names of the objectives by id
 * @param words of the pack’s language
 * @param pupils who get a row each; numbered rows for a class if left out
 */
export function printMarking(
  paper: ExamPaper,
  forms: readonly Form[],
  names: ReadonlyMap<string, string>,
  words: Words,
  pupils?: readonly MarkingRow[],
): PrintedMarking {
  const columns: Column[] = [
    ...paper.sections.flatMap((section, index) => [
      ...questionColumns(section, index, forms),
      ...(paper.sections.length > 1
        ? [
            {
              head: `${say(words, 'section-short')}\\\n${shortName(section, index)}`,
              most: String(section.marks),
            },
          ]
        : []),
    ]),
    { head: say(words, 'total'), most: String(paper.marks) },
    ...[...shortNames(names, words)].flatMap(([id, head]) => {
      const most = mostFor(id, paper);
      return most === '0' ? [] : [{ head, most }];
    }),
  ];
  const blank = Array.from({ length: CLASS_SIZE }, (_, index) => ({ name: String(index + 1), form: '' }));
  return {
    title: paper.title,
    several: forms.length > 1,
    tables: partedAt(columns, MOST, words),
    largeTables: partedAt(columns, MOST_LARGE, words),
    pupils: pupils ?? blank,
  };
}

function questionColumns({ items }: PaperSection, index: number, forms: readonly Form[]): Column[] {
  const questions = forms[0]?.sections[index]?.questions ?? [];
  return questions.flatMap(({ item }) =>
    tasksOf(items.find(({ id }) => id === item)!.task).map(({ labels, task }) => ({
      head: questionNumbers(forms, item, labels).join('\\\n'),
      most: String(task.marks),
    })),
  );
}

/** `A` of “Section A: The story”; the section's number where its title has no such letter. */
const shortName = ({ title }: PaperSection, index: number) =>
  /^\S+ ([A-Z]|\d+)\b/.exec(title.text)?.[1] ?? String(index + 1);

/** The most marks that an objective can have; `10–11` where that depends on what is chosen. */
function mostFor(objective: string, { sections }: ExamPaper): string {
  const [least, most] = sections
    .map(({ items, answer = items.length }) => {
      const shares = items
        .map(({ task }) =>
          tasksOf(task)
            .flatMap((leaf) => leaf.task.objectives)
            .reduce((sum, share) => sum + (share.id === objective ? share.marks : 0), 0),
        )
        .sort((a, b) => a - b);
      const sum = (some: readonly number[]) => some.reduce((total, share) => total + share, 0);
      return [sum(shares.slice(0, answer)), sum(shares.slice(-answer))] as const;
    })
    .reduce(([low, high], [less, more]) => [low + less, high + more] as const, [0, 0] as const);
  return least === most ? String(most) : `${least}–${most}`;
}

/** As few tables as hold all columns, with about as many in each. */
function partedAt(columns: readonly Column[], most: number, words: Words): MarkingTable[] {
  const count = Math.ceil(columns.length / most);
  const start = (part: number) => Math.ceil((columns.length * part) / count);
  return Array.from({ length: count }, (_, part) => ({
    name: count === 1 ? '' : say(words, 'part-of-parts', { part: part + 1, parts: count }),
    columns: columns
      .slice(start(part), start(part + 1))
      .map(({ head, most: marks }) => ({ head: `${head}\\\n[${marks}]` })),
  }));
}
