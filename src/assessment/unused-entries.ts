import type { Assessment } from './assessment.ts';
import { tasksOf } from './item-bank/tasks-of.ts';
import { kindOf } from './kinds/question-kinds.ts';
import { fitsRule } from './papers/choose-items.ts';
import { mayPick } from './papers/pick-items.ts';
import { ruleOf } from './papers/read-worksheets.ts';
import type { ExamEntry, ExamPack } from './tasks/exam-pack.ts';

/** Entries of a pack that wait to be used, and are not. */
export interface UnusedEntries {
  /** Items that no paper or worksheet names or may pick, and stimuli and schemes of levels that no item names. */
  readonly unused: ReadonlySet<ExamEntry>;
  /** Items that one may pick, and none has picked: those that a bank has to spare. */
  readonly spare: ReadonlySet<ExamEntry>;
  /** Items that a worksheet names, and has no sheet for their level. That is said where it is read. */
  readonly withoutSheet: ReadonlySet<ExamEntry>;
}

/** Finds the entries of a pack that wait to be used and are not. */
export function unusedEntries(
  pack: ExamPack,
  { items, kinds, papers, worksheets, themeWorksheets }: Assessment,
): UnusedEntries {
  const { entries } = pack;
  const asked = new Set(
    [
      ...papers.flatMap(({ paper }) => paper.sections.flatMap((section) => section.items)),
      ...[...worksheets, ...themeWorksheets].flatMap((worksheet) => worksheet.items),
    ].map(({ id }) => id),
  );
  const picks = entries.papers.flatMap(({ fields }) => fields.sections.flatMap(({ pick }) => pick ?? []));
  const rules = entries.worksheets.flatMap((entry) => ruleOf(entry) ?? []);
  const used = items.filter(
    (item) =>
      asked.has(item.id) ||
      picks.some((rule) => mayPick(rule, item)) ||
      rules.some((rule) => fitsRule(rule, item)),
  );
  const ids = new Set(used.map(({ id }) => id));
  const withoutSheet = new Set(
    worksheets
      .flatMap(({ items: named, sheets }) =>
        named.filter(({ level }) => level !== undefined && !sheets.some((sheet) => sheet.level === level)),
      )
      .map(({ id }) => id),
  );
  const stimuli = new Set(items.flatMap((item) => item.stimuli));
  const levels = new Set(
    items.flatMap(({ task }) => tasksOf(task)).map(({ task }) => kindOf(task.body, kinds).levels(task.body)),
  );
  return {
    unused: new Set<ExamEntry>([
      ...entries.items.filter(({ id }) => !ids.has(id)),
      ...entries.stimuli.filter(({ id }) => !stimuli.has(id)),
      ...entries.levels.filter(({ id }) => !levels.has(id)),
    ]),
    spare: new Set<ExamEntry>(entries.items.filter(({ id }) => ids.has(id) && !asked.has(id))),
    withoutSheet: new Set<ExamEntry>(entries.items.filter(({ id }) => withoutSheet.has(id))),
  };
}
