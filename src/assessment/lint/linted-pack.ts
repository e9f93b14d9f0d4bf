import type { Report } from '../../diagnostics/report.ts';
import type { Assessment } from '../assessment.ts';
import type { Item, Task } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { kindOf } from '../kinds/question-kinds.ts';
import type { ExamPack } from '../tasks/exam-pack.ts';
import type { Option } from '../tasks/option.ts';

/** The subject of the rules. */
export interface LintedPack {
  readonly pack: ExamPack;
  readonly assessment: Assessment;
}

/** A rule of item-writing: adds a warning for each place that breaks it, with the reason. */
export type LintRule = (subject: LintedPack, report: Report) => void;

/** What is printed together: a paper or a worksheet, with the items that it asks. */
interface PrintedTogether {
  readonly title: string;
  readonly items: readonly Item[];
}

/** The papers of a pack, and the worksheets whose items its author chose: nobody chooses those of a theme. */
export const printedTogether = ({ assessment }: LintedPack): PrintedTogether[] => [
  ...assessment.papers.map(({ paper }) => ({
    title: paper.title.text,
    items: paper.sections.flatMap((section) => section.items),
  })),
  ...assessment.worksheets.map(({ title, items }) => ({ title: title.text, items })),
];

/** A task of the bank that is answered, with its item and its kind. */
interface LintedTask {
  readonly item: Item;
  readonly task: Task;
  readonly kind: ReturnType<typeof kindOf>;
}

/** Every task of the bank that is answered. */
export const answeredTasks = ({ assessment: { items, kinds } }: LintedPack): LintedTask[] =>
  items.flatMap((item) =>
    tasksOf(item.task).map(({ task }) => ({ item, task, kind: kindOf(task.body, kinds) })),
  );

/** A task with options to tick, its keys and distractors apart. */
interface Choice {
  readonly task: Task;
  readonly options: readonly Option[];
  readonly keys: readonly Option[];
  readonly distractors: readonly Option[];
}

/** Every task of the bank that has options to tick. */
export const allChoices = (subject: LintedPack): Choice[] =>
  answeredTasks(subject).flatMap(({ task, kind }) => {
    const options = kind.options(task.body);
    if (options.length === 0) return [];
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
export const comparableWords = (text: string): string =>
  text
    .replace(/[*_`“”‘’"'.,;:!?()[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
