import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Words } from '../../words/words.ts';
import type { KindTable } from '../kinds/question-kinds.ts';
import type { AssessmentEntry, ExamPack } from '../tasks/exam-pack.ts';
import { splitTask } from '../tasks/split-task.ts';
import { taskSchema } from '../tasks/task-fields.ts';
import type { Item, Task } from './item.ts';
import { readTask, type TaskReading } from './read-task.ts';
import { mentionsIn, passagesOfTask } from './source-mentions.ts';
import { tagsOf } from './tags-of.ts';

/** Reads the item bank of a pack, in the order of its files; items with something wrong are reported and left out. */
export function readItems(pack: ExamPack, kinds: KindTable, words: Words, report: Report): Item[] {
  const reading: TaskReading = {
    kinds,
    partSchema: taskSchema(kinds),
    words,
    quotations: new Map(pack.entries.quotations.map(({ id, body }) => [id, body])),
    idsOf: (kind) => (ownValue(pack.entries, kind) ?? []).map(({ id }) => id),
  };
  return pack.entries.items.flatMap((entry) => readItem(entry, reading, report) ?? []);
}

function readItem(entry: AssessmentEntry<'items'>, reading: TaskReading, report: Report): Item | undefined {
  const { fields } = entry;
  const { stem, stimulus, pinned, level, chapters, themes } = fields;
  const split = splitTask(entry.body, report);
  for (const name of Object.keys(entry.sections))
    if (Object.hasOwn(split.notes, name))
      report.add(
        'section-twice',
        split.notes[name]!.at,
        'This section appears twice, once with ## and once with ###.',
        'Combine them.',
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
    reading,
    report,
  );
  if (!task) return undefined;
  const { id, name } = entry;
  const stimuli = [...new Set(stimulus)];
  const mentions = checkMentions(task, stimuli, report);
  return {
    id,
    name,
    at: entry.at,
    task,
    stimuli,
    aboutSources: mentions || reading.idsOf('sources').some((source) => stimuli.includes(source)),
    pinned,
    level,
    tags: tagsOf(entry),
    chapters,
    themes,
  };
}

/** Reports texts that a question names and is not about. @returns whether it names any */
function checkMentions(task: Task, stimuli: readonly string[], report: Report): boolean {
  let any = false;
  for (const passage of passagesOfTask(task))
    for (const { ids, offset } of mentionsIn(passage)) {
      any = true;
      const above = passage.text.slice(0, offset).split('\n');
      const at = {
        ...passage.at,
        line: passage.at.line + above.length - 1,
        column: above.at(-1)!.length + (above.length === 1 ? passage.at.column : 1),
      };
      for (const id of ids) {
        if (stimuli.includes(id)) continue;
        const hint =
          stimuli.length === 0
            ? `Add a line “stimulus: ${id}” below the heading of the question.`
            : (suggest(id, stimuli) ?? `Add “${id}” to “stimulus”.`);
        report.add('reference-unknown', at, `This question names “${id}”, but is not about it.`, hint);
      }
    }
  return any;
}
