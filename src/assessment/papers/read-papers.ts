import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Boards } from '../boards/find-boards.ts';
import type { Item, Task } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import type { AssessmentEntry, ExamPack } from '../tasks/exam-pack.ts';
import type { ExamPaper, PaperSection } from './exam-paper.ts';
import { pickItems } from './pick-items.ts';
import { upTo } from './up-to.ts';

type PaperEntry = AssessmentEntry<'papers'>;
type SectionFields = PaperEntry['fields']['sections'][number];

/**
 * Reads the papers of a pack and picks their items; what a paper asks for and can't have is reported.
 * @param whole whether all items could be read; if not, the bank only seems too small
 * @param boards by the ids of papers
 */
export function readPapers(
  pack: ExamPack,
  items: readonly Item[],
  whole: boolean,
  boards: Boards['ofPapers'],
  report: Report,
): ExamPaper[] {
  const papers = pack.entries.papers.map((entry) => ({
    ...readPaper(entry, { pack, items, whole }, report),
    ...(ownValue(boards, entry.id) && { board: ownValue(boards, entry.id)! }),
  }));
  refuseUnmarked(papers, report);
  return papers;
}

/** Reports questions of papers that have no marks, once each. */
function refuseUnmarked(papers: readonly ExamPaper[], report: Report): void {
  const known = new Set<Task>();
  for (const { title, sections } of papers)
    for (const { task } of sections.flatMap(({ items }) => items).flatMap((item) => tasksOf(item.task))) {
      if (task.marks > 0 || known.has(task)) continue;
      known.add(task);
      report.add(
        'field-missing',
        task.at,
        `This question has no marks, but it is in the paper “${title.text}”.`,
        'Write them below its heading: marks: 4',
      );
    }
}

/** The material for papers; `whole` says whether all of it could be read. */
interface Bank {
  readonly pack: ExamPack;
  readonly items: readonly Item[];
  readonly whole: boolean;
}

function readPaper(entry: PaperEntry, bank: Bank, report: Report): ExamPaper {
  const {
    title,
    code,
    materials,
    information,
    advice,
    duration,
    forms,
    seed = entry.id,
    weights,
    reached,
  } = entry.fields;
  if (weights) checkWeights(weights, entry, bank.pack, report);
  const placed = (text: string, path: string) => ({ text, at: ownValue(entry.places, path) ?? entry.at });
  const sections = readSections(entry, seed, bank, report);
  return {
    id: entry.id,
    at: entry.at,
    title: placed(title, 'title'),
    ...(code !== undefined && { code: placed(code, 'code') }),
    ...(materials !== undefined && { materials: placed(materials, 'materials') }),
    ...(information !== undefined && { information: placed(information, 'information') }),
    ...(advice !== undefined && { advice: placed(advice, 'advice') }),
    duration,
    ...(entry.body.text && { instructions: entry.body }),
    forms,
    seed,
    ...(weights && { weights }),
    ...(reached !== undefined && { reached }),
    sections,
    marks: sum(sections.map(({ marks }) => marks)),
  };
}

/** Reads the sections of a paper. No section picks an item that another has. */
function readSections(entry: PaperEntry, seed: string, bank: Bank, report: Report): PaperSection[] {
  const { items, whole } = bank;
  const { sections } = entry.fields;
  const placeOf = (path: string) => ownValue(entry.places, path);
  const named = namedItems(entry, sections, bank, report);
  const taken = new Set(named.flat());
  return sections.map((section, index) => {
    const path = `sections.${index}`;
    const at = placeOf(`${path}.title`) ?? entry.at;
    const { title, pick, answer, instructions } = section;
    const places = { count: placeOf(`${path}.pick.count`) ?? at, tag: placeOf(`${path}.pick.tag`) ?? at };
    const picking = {
      items: upTo(entry.fields.reached, items, bank.pack),
      taken,
      seed: `${seed}/${entry.id}/${index}`,
      whole,
    };
    const picked = pick ? pickItems(pick, picking, places, report) : [];
    for (const item of picked) taken.add(item);
    const asked = [...named[index]!, ...picked];
    const each = checkChoice(section, asked, placeOf(`${path}.answer`) ?? at, at, report);
    return {
      title: { text: title, at },
      ...(instructions !== undefined && {
        instructions: { text: instructions, at: placeOf(`${path}.instructions`) ?? entry.at },
      }),
      items: asked,
      ...(answer !== undefined && { answer }),
      shuffle: section.shuffle,
      ...(section['new-page'] !== undefined && { newPage: section['new-page'] }),
      marks: answer === undefined ? sum(asked.map(({ task }) => task.marks)) : answer * each,
    };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The items that each section names by id. Those that could not be read have been reported. */
function namedItems(
  entry: PaperEntry,
  sections: readonly SectionFields[],
  { pack, items, whole }: Bank,
  report: Report,
): Item[][] {
  const known = pack.entries.items.map(({ id }) => id);
  const first = new Map<string, Place>();
  return sections.map((section, index) =>
    section.items.flatMap((id, at) => {
      const list = `sections.${index}.items`;
      const where = ownValue(entry.places, `${list}.${at}`) ?? ownValue(entry.places, list) ?? entry.at;
      if (!known.includes(id) && !whole) return [];
      if (!known.includes(id)) {
        report.add('reference-unknown', where, `There is no item “${id}” in the pack.`, suggest(id, known));
        return [];
      }
      const other = first.get(id);
      if (other) {
        const message = `The item “${id}” is in this paper twice: it is also on line ${other.line}.`;
        report.add('item-repeated', where, message, 'Delete it in one of the two places.');
        return [];
      }
      first.set(id, where);
      return items.find((item) => item.id === id) ?? [];
    }),
  );
}

/** Checks the choice that a section offers. @returns the marks of each question of a choice */
function checkChoice(
  { answer, items: named, pick }: SectionFields,
  items: readonly Item[],
  where: Place,
  at: Place,
  report: Report,
): number {
  const [first] = items;
  if (!first) {
    if (named.length === 0 && !pick)
      report.add(
        'bank-too-small',
        at,
        'This section has no questions.',
        'List items (items: [its-id]), or pick some from the bank.',
      );
    return 0;
  }
  if (answer === undefined) return 0;
  if (answer >= items.length) {
    const message = `Candidates must answer ${answer} of ${countInWords(items.length, 'question')}, so there is no choice.`;
    report.add(
      'choice-malformed',
      where,
      message,
      'Delete “answer” if candidates must answer every question.',
    );
  }
  const odd = items.find(({ task }) => task.marks !== first.task.marks);
  if (odd) {
    const message = `Questions in a choice must carry equal marks, but “${first.id}” has ${first.task.marks} and “${odd.id}” has ${odd.task.marks}.`;
    report.add('choice-uneven', where, message, 'Give them equal marks, or put them in separate sections.');
  }
  return first.task.marks;
}

function checkWeights(
  weights: Readonly<Record<string, number>>,
  entry: PaperEntry,
  pack: ExamPack,
  report: Report,
): void {
  const known = pack.entries.objectives.map(({ id }) => id);
  for (const id of Object.keys(weights))
    if (!known.includes(id)) {
      const message = `“weights” names “${id}”, but the pack has no such objective.`;
      report.add(
        'reference-unknown',
        ownValue(entry.places, `weights.${id}`) ?? entry.at,
        message,
        suggest(id, known),
      );
    }
  const total = sum(Object.values(weights));
  if (total !== 100) {
    const where = ownValue(entry.places, `weights.${Object.keys(weights)[0]}`) ?? entry.at;
    report.add(
      'weights-mismatch',
      where,
      `The weights of the objectives add up to ${total} per cent.`,
      'They must add up to 100.',
    );
  }
}
