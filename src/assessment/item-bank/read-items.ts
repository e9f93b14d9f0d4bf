import type { Report } from '../../diagnostics/report.ts';
import type { AssessmentEntry, ExamPack } from '../tasks/exam-pack.ts';
import type { Item } from '../tasks/item.ts';
import { splitTask } from '../tasks/split-task.ts';
import { type Known, readTask } from './read-task.ts';

/** Reads the item bank of a pack, in the order of its files; items with something wrong are reported and left out. */
export function readItems(pack: ExamPack, report: Report): Item[] {
  const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  const known = {
    objectives: idsOf(pack.entries.objectives),
    quotations: idsOf(pack.entries.quotations),
    levels: idsOf(pack.entries.levels),
  };
  return pack.entries.items.flatMap((entry) => readItem(entry, known, report) ?? []);
}

function readItem(entry: AssessmentEntry<'items'>, known: Known, report: Report): Item | undefined {
  const { fields } = entry;
  const { stem, stimulus, pinned, level, tags, chapters, themes } = fields;
  const split = splitTask(entry.body, report);
  for (const name of Object.keys(entry.sections))
    if (Object.hasOwn(split.notes, name))
      report.add(
        'section-twice',
        split.notes[name]!.at,
        'The section that this text is in is written twice, once with ## and once with ###.',
        'Combine the two.',
      );
  const at = stem === undefined ? entry.at : (entry.places['stem'] ?? entry.at);
  const task = readTask(
    {
      label: '',
      at,
      stem: { text: stem ?? entry.name, at },
      fields,
      places: entry.places,
      split: { ...split, notes: { ...split.notes, ...entry.sections } },
    },
    known,
    report,
  );
  if (!task) return undefined;
  const { id, name } = entry;
  return {
    id,
    name,
    at: entry.at,
    task,
    ...(stimulus !== undefined && { stimulus }),
    pinned,
    level,
    tags,
    chapters,
    themes,
  };
}
