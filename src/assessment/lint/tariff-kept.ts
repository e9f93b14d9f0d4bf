import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { ExamBoard } from '../boards/board.ts';
import type { Task } from '../item-bank/item.ts';
import type { Level } from '../item-bank/read-levels.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { kindOf } from '../kinds/question-kinds.ts';
import { durationInWords } from '../tasks/in-words.ts';
import type { LintRule } from './linted-pack.ts';

/** A paper disagrees with its board: in what its essays are worth, in their levels or objectives, or as a whole. */
export const tariffKept: LintRule = ({ assessment }, report) => {
  const { papers, kinds, levels, words } = assessment;
  const known = new Set<string>();
  for (const { paper } of papers) {
    const { board, code, marks, duration } = paper;
    if (!board) continue;
    for (const { task } of paper.sections
      .flatMap(({ items }) => items)
      .flatMap((item) => tasksOf(item.task))) {
      const scheme = kindOf(task.body, kinds).levels(task.body);
      // Boards set tariffs for what they mark by levels; a pack's quick questions are its own.
      if (scheme === undefined) continue;
      const fault = faultOf(task, ownValue(levels, scheme) ?? [], board);
      const at = JSON.stringify([task.at, fault]);
      if (!fault || known.has(at)) continue;
      known.add(at);
      report.add('lint-tariff', task.at, ...fault);
    }
    const own = board.papers.find((one) => one.code === code?.text);
    if (own && (own.marks !== marks || own.minutes !== duration))
      report.add(
        'lint-tariff',
        paper.at,
        `This paper has ${marks} marks and takes ${durationInWords(duration, words)}, but ${own.code} of ${board.name} has ${own.marks} marks and takes ${durationInWords(own.minutes, words)}.`,
        'Change the paper, or give it another code.',
      );
  }
};

/** What is wrong with a question, and what to do. */
type Fault = readonly [message: string, hint: string];

function faultOf(
  task: Task,
  scheme: readonly Level[],
  { name, tariffs, accuracy }: ExamBoard,
): Fault | undefined {
  if (tariffs.length === 0) return undefined;
  const { marks } = task;
  const fitting = tariffs.filter((one) => one.marks === marks || one.marks - one.accuracy === marks);
  if (fitting.length === 0)
    return [
      `This is marked by levels and has ${marks} marks, but ${name} gives such questions ${listOfMarks(tariffs)}.`,
      'Change its marks and its levels, or leave it out of papers of this board.',
    ];
  const levelled = fitting.filter((tariff) => hasLevels(scheme, tariff));
  if (levelled.length === 0) return levelFault(scheme, fitting, name);
  const given = Object.fromEntries(task.objectives.map((share) => [share.id, share.marks]));
  if (
    task.objectives.length === 0 ||
    levelled.some((tariff) => hasShares(given, marks, tariff, accuracy?.objective))
  )
    return undefined;
  const wanted = levelled.flatMap(({ for: what, objectives }) =>
    objectives ? `${sharesInWords(objectives)} (${what})` : [],
  );
  return [
    `The marks of this question are ${sharesInWords(given)}, but ${name} shares them out in another way.`,
    wanted.length > 0
      ? `For questions with these marks: ${wanted.join('; ')}.`
      : `Give ${accuracy?.objective ?? 'none'} its marks for clear writing, and no more.`,
  ];
}

type Tariff = ExamBoard['tariffs'][number];

/** `8, 24, 30 or 34 marks`. */
function listOfMarks(tariffs: readonly Tariff[]): string {
  const all = [...new Set(tariffs.flatMap(({ marks, accuracy }) => [marks, marks - accuracy]))].sort(
    (a, b) => a - b,
  );
  return all.length === 1 ? `${all[0]} marks` : `${all.slice(0, -1).join(', ')} or ${all.at(-1)} marks`;
}

/** Whether levels are as many as those of a tariff, and end at the same marks. Those of accuracy may come on top. */
function hasLevels(scheme: readonly Level[], { levels, tops }: Tariff): boolean {
  if (scheme.length === 0 || levels === undefined) return true;
  if (scheme.length !== levels) return false;
  const own = scheme.map(({ to }) => to).toSorted((a, b) => a - b);
  return !tops || tops.at(-1) !== own.at(-1) || tops.every((top, index) => top === own[index]);
}

function levelFault(scheme: readonly Level[], fitting: readonly Tariff[], name: string): Fault {
  const [{ levels, tops } = { levels: undefined, tops: undefined }] = fitting;
  return scheme.length === levels
    ? [
        `Its levels do not end at the marks of ${name}: ${tops?.join(', ')}.`,
        'Change the marks of the levels in levels.md.',
      ]
    : [
        `This has ${scheme.length} levels, but ${name} marks such questions by ${levels}.`,
        'Write a scheme with as many levels in levels.md, and name it here.',
      ];
}

/** Whether the marks of objectives are those of a tariff. A question may leave out the marks for accuracy. */
function hasShares(
  given: Readonly<Record<string, number>>,
  marks: number,
  { objectives, accuracy, marks: whole }: Tariff,
  accurate: string | undefined,
): boolean {
  const isWhole = whole === marks;
  if (!objectives)
    return accurate === undefined || (ownValue(given, accurate) ?? 0) === (isWhole ? accuracy : 0);
  const wanted = Object.entries(objectives).filter(([id]) => isWhole || id !== accurate);
  return (
    wanted.length === Object.keys(given).length &&
    wanted.every(([id, share]) => ownValue(given, id) === share)
  );
}

/** `ao1 12, ao2 12`. */
const sharesInWords = (shares: Readonly<Record<string, number>>): string =>
  Object.entries(shares)
    .map(([id, marks]) => `${id} ${marks}`)
    .join(', ');
