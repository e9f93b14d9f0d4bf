import type { Passage } from '../../content/entries/entry.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import type { Report } from '../../diagnostics/report.ts';
import { kindOf } from '../kinds/question-kinds.ts';
import type { AssessmentEntry, ExamPack } from '../tasks/exam-pack.ts';
import { holdsWords } from '../tasks/holds-words.ts';
import { readList } from '../tasks/read-list.ts';
import type { ItemBank } from './item.ts';
import { tasksOf } from './tasks-of.ts';

/** A band of marks, and the answer that earns it. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly descriptor: Passage;
}

/**
 * The schemes of levels of a pack, by id, from the top down, however they are written: `- 17–20: what such an answer
 * does`.
 */
export function readLevels(pack: ExamPack, report: Report): Map<string, Level[]> {
  return new Map(pack.entries.levels.map((entry) => [entry.id, readScheme(entry, report)]));
}

function readScheme(entry: AssessmentEntry<'levels'>, report: Report): Level[] {
  const { above, entries, below } = readList(entry.body);
  for (const beside of [above, below])
    if (beside && holdsWords(beside))
      report.add(
        'text-misplaced',
        beside.at,
        'This text is outside the list of levels, so it would not be printed.',
        'Move it into a level. To continue a level on a new line, begin that line with two spaces.',
      );
  const levels = entries.flatMap(({ text, at }) => {
    const [, from = '', to = from, descriptor = ''] =
      /^(\d+)(?:\s*[–-]\s*(\d+))?\s*:\s*(.+)$/.exec(text) ?? [];
    if (descriptor === '') {
      report.add(
        'levels-mismatch',
        at,
        'This level has no marks.',
        'Begin it with the marks: “17–20: what such an answer does”.',
      );
      return [];
    }
    const offset = text.length - descriptor.length;
    return [
      {
        from: Number(from),
        to: Number(to),
        descriptor: { text: descriptor, at: { ...at, column: at.column + offset } },
      },
    ];
  });
  return levels.sort((a, b) => b.to - a.to);
}

/** Reports tasks whose marks the levels that they name do not cover, from 1 up. */
export function checkLevels(
  { items, kinds }: ItemBank,
  levels: ReadonlyMap<string, readonly Level[]>,
  report: Report,
): void {
  for (const item of items)
    for (const { task } of tasksOf(item.task)) {
      const scheme = levels.get(kindOf(task.body, kinds).levels(task.body) ?? '');
      if (!scheme) continue;
      const missing = Array.from({ length: task.marks }, (_, index) => index + 1).find(
        (mark) => scheme.filter(({ from, to }) => from <= mark && mark <= to).length !== 1,
      );
      const most = largest(
        scheme.map(({ to }) => to),
        0,
      );
      if (missing === undefined && most === task.marks) continue;
      const message =
        missing === undefined
          ? `The levels go up to ${countInWords(most, 'mark')}, but the question has ${task.marks}.`
          : `The question has ${countInWords(task.marks, 'mark')}, but no level, or more than one, covers an answer worth ${missing}.`;
      report.add(
        'levels-mismatch',
        task.at,
        message,
        'Every mark, from 1 to the total for the question, must belong to exactly one level.',
      );
    }
}
