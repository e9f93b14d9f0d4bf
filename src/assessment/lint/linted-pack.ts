import type { Report } from '../../diagnostics/report.ts';
import type { Assessment } from '../assessment.ts';
import type { ExamPack } from '../tasks/exam-pack.ts';
import type { Item, Option, Task } from '../tasks/item.ts';
import { tasksOf } from '../tasks/tasks-of.ts';

/** The subject of the rules. */
export interface LintedPack {
  readonly pack: ExamPack;
  readonly assessment: Assessment;
}

/** A rule of item-writing: adds a warning for each place that breaks it, with the reason. */
export type LintRule = (subject: LintedPack, report: Report) => void;

/** Every task of the bank that is answered, with its item. */
export const allTasks = ({ assessment }: LintedPack): { item: Item; task: Task }[] =>
  assessment.items.flatMap((item) => tasksOf(item.task).map(({ task }) => ({ item, task })));

/** A multiple choice with its keys and distractors apart. */
export interface Choice {
  readonly task: Task;
  readonly options: readonly Option[];
  readonly keys: readonly Option[];
  readonly distractors: readonly Option[];
}

/** Every multiple choice of the bank. */
export const allChoices = (subject: LintedPack): Choice[] =>
  allTasks(subject).flatMap(({ task }) => {
    if (task.body.kind !== 'multiple-choice') return [];
    const { options } = task.body;
    return [
      {
        task,
        options,
        keys: options.filter(({ key }) => key),
        distractors: options.filter(({ key }) => !key),
      },
    ];
  });

/** Words without marks and capitals, for comparing. */
export const plainWords = (text: string): string =>
  text
    .replace(/[*_`“”‘’"'.,;:!?()[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
