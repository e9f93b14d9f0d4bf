import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import type { ExamPaper, PaperSection } from '../papers/exam-paper.ts';

/** A line of the grid of assessment objectives. */
interface ObjectiveRow {
  readonly id: string;
  readonly name: string;
  /** In each section, in the order of the paper. */
  readonly sections: readonly number[];
  readonly marks: number;
  /** Per cent of the marks of the paper, rounded. */
  readonly share: number;
  /** The percentage that the paper plans for it; null if it plans none. */
  readonly planned: number | null;
}

/**
 * The marks of each objective in each section, as far as one candidate can get them: where candidates choose questions,
 * the average of the marks of the questions that they answer.
 */
export function objectiveGrid(
  paper: ExamPaper,
  objectives: readonly { readonly id: string; readonly name: string }[],
): ObjectiveRow[] {
  return objectives.flatMap(({ id, name }) => {
    const sections = paper.sections.map((section) => marksFor(id, section));
    const marks = sections.reduce((sum, share) => sum + share, 0);
    const planned = ownValue(paper.weights ?? {}, id) ?? null;
    if (marks === 0 && planned === null) return [];
    return [{ id, name, sections, marks, share: Math.round((marks / paper.marks) * 100), planned }];
  });
}

function marksFor(id: string, { items, answer }: PaperSection): number {
  const all = items
    .flatMap((item) => tasksOf(item.task))
    .flatMap(({ task }) => task.objectives)
    .reduce((sum, share) => sum + (share.id === id ? share.marks : 0), 0);
  const share = answer === undefined ? 1 : answer / items.length;
  return Math.round(all * share * 10) / 10;
}
