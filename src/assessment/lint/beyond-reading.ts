import type { Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Item, Task } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import type { ExamEntry } from '../tasks/exam-pack.ts';
import { type LaterChapter, laterChapter } from './later-chapter.ts';
import type { LintRule } from './linted-pack.ts';

/** Something that is handed out asks about a chapter that the class has not read yet, or gives it away. */
export const beyondReading: LintRule = ({ pack, assessment }, report) => {
  const { papers, worksheets, kinds } = assessment;
  const printed = [
    ...papers.map(({ paper }) => ({ ...paper, items: paper.sections.flatMap(({ items }) => items) })),
    ...worksheets,
  ];
  for (const { reached, title, items, ...rest } of printed) {
    if (reached === undefined) continue;
    const later = laterChapter(pack, reached);
    // Pupils see the answers of worksheets that print them.
    const showsAnswers = 'answers' in rest && rest.answers !== 'apart';
    const told = rest.instructions && later.namedIn(rest.instructions.text);
    if (told !== undefined) tell(rest.instructions!.at, told, title.text, reached, report);
    for (const item of items) {
      const ahead = aheadIn(item, later, kinds, showsAnswers);
      if (ahead !== undefined) tell(item.at, ahead, title.text, reached, report);
    }
  }
  for (const entry of handedOut(pack.entries))
    checkEntry(entry, laterChapter(pack, entry.fields.reached!), report);
};

function tell(at: Place, ahead: string, title: string, reached: string, report: Report): void {
  report.add(
    'lint-beyond-reading',
    at,
    `This is about chapter ${ahead}, but “${title}” is for a class that has read up to chapter ${reached}.`,
    'Hand it out later, or change “reached”.',
  );
}

function aheadIn(
  item: Item,
  later: LaterChapter,
  kinds: KindTable,
  showsAnswers: boolean,
): string | undefined {
  const tasks = [item.task, ...tasksOf(item.task).map(({ task }) => task)];
  return (
    later.among(item.chapters) ??
    later.ofQuotations(tasks.flatMap(({ body }) => kindOf(body, kinds).lint.quotations(body))) ??
    later.namedIn(tasks.flatMap((task) => textsOf(task, showsAnswers)).join('\n'))
  );
}

const textsOf = (
  { stem, text, words = [], starters = [], extend, notes }: Task,
  showsAnswers: boolean,
): string[] =>
  [stem, text, ...words, ...starters, extend, showsAnswers ? notes['answer'] : undefined]
    .filter((passage): passage is Passage => passage !== undefined)
    .map((passage) => passage.text);

type HandedOut = ExamEntry & {
  readonly kind: 'themes' | 'characters' | 'people' | 'symbols' | 'analysis' | 'context';
};

/** Entries that are printed by themselves, and say how far the class has read. */
const handedOut = (
  entries: {
    readonly [Kind in HandedOut['kind']]: readonly Extract<ExamEntry, { kind: Kind }>[];
  },
): HandedOut[] =>
  [
    ...entries.themes,
    ...entries.characters,
    ...entries.people,
    ...entries.symbols,
    ...entries.analysis,
    ...entries.context,
  ].filter(({ fields }) => fields.reached !== undefined);

/** Reports each later chapter and quotation that an entry names, and each of its texts that tells of one. */
function checkEntry(entry: HandedOut, later: LaterChapter, report: Report): void {
  const { fields, places, at, body, sections, name } = entry;
  const placeOf = (path: string) => ownValue(places, path) ?? at;
  const add = (where: Place, ahead: string | undefined) => {
    if (ahead !== undefined) tell(where, ahead, name, fields.reached!, report);
  };
  const {
    chapters = [],
    quotations = [],
    claim,
  } = fields as {
    chapters?: readonly string[];
    quotations?: readonly string[];
    claim: string;
  };
  for (const [index, id] of chapters.entries()) add(placeOf(`chapters.${index}`), later.among([id]));
  for (const [index, id] of quotations.entries())
    add(placeOf(`quotations.${index}`), later.ofQuotations([id]));
  add(placeOf('claim'), later.namedIn(claim));
  for (const passage of [body, ...Object.values(sections)]) add(passage.at, later.namedIn(passage.text));
}
