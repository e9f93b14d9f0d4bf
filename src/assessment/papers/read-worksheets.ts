import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Item, ItemBank } from '../item-bank/item.ts';
import type { KindTable } from '../kinds/question-kinds.ts';
import type { AssessmentEntry, ExamPack } from '../tasks/exam-pack.ts';
import { LEVELS } from '../tasks/levels.ts';
import { makeForm } from './make-form.ts';
import { pickItems } from './pick-items.ts';
import { questionsAt } from './questions-at.ts';
import type { Worksheet } from './worksheet.ts';

type WorksheetEntry = AssessmentEntry<'worksheets'>;

/** Reads the worksheets of a pack and picks their items; what one asks for and can't have is reported. */
export function readWorksheets(pack: ExamPack, bank: ItemBank, report: Report): Worksheet[] {
  // Where items could not be read, the bank only seems too small.
  const whole = !report.failed();
  return pack.entries.worksheets.map((entry) => readWorksheet(entry, bank, whole, report));
}

function readWorksheet(
  entry: WorksheetEntry,
  { items, kinds }: ItemBank,
  whole: boolean,
  report: Report,
): Worksheet {
  const { title, pick, levels, answers, seed = entry.id } = entry.fields;
  const named = namedItems(entry, items, report);
  const picked = pick
    ? pickItems(
        pick,
        { items, taken: new Set(named), seed: `${seed}/${entry.id}`, whole },
        entry.places['pick.count'] ?? entry.at,
        report,
      )
    : [];
  const asked = [...named, ...picked];
  const sorted = ['core', 'support', 'stretch'].flatMap((level) =>
    asked.filter((item) => item.level === level),
  );
  const worksheet: Worksheet = {
    id: entry.id,
    at: entry.at,
    title: { text: title, at: entry.places['title'] ?? entry.at },
    ...(entry.body.text && { instructions: entry.body }),
    items: sorted,
    levels: LEVELS.filter((level) => levels.includes(level)),
    answers,
    orders: ordersOf(entry, sorted, seed, kinds),
  };
  if (whole) checkLevels(worksheet, entry, report);
  return worksheet;
}

/** The items that it names by id. Unknown ids have been reported with the pack. */
function namedItems(entry: WorksheetEntry, bank: readonly Item[], report: Report): Item[] {
  const { items } = entry.fields;
  return items.flatMap((id, index) => {
    if (items.indexOf(id) < index) {
      const where = ownValue(entry.places, `items.${index}`) ?? entry.places['items'] ?? entry.at;
      report.add(
        'item-repeated',
        where,
        `The item “${id}” is in this worksheet twice.`,
        'Delete it in one of the two places.',
      );
      return [];
    }
    return bank.find((item) => item.id === id) ?? [];
  });
}

/** One order for all levels, so that they share a key: that of a form whose items are not shuffled. */
function ordersOf(
  { id, at }: WorksheetEntry,
  items: readonly Item[],
  seed: string,
  kinds: KindTable,
): Worksheet['orders'] {
  const title = { text: '', at };
  const section = { title, items, shuffle: false, newPage: false, marks: 0 };
  const form = makeForm(
    { id, at, title, duration: 0, forms: ['A'], seed, sections: [section], marks: 0 },
    'A',
    kinds,
  );
  const questions = form.sections.flatMap((one) => one.questions);
  return Object.fromEntries(questions.map(({ item, orders }) => [item, orders]));
}

function checkLevels(worksheet: Worksheet, { places, at, fields }: WorksheetEntry, report: Report): void {
  const where: Place = places['levels'] ?? places['levels.0'] ?? places['items'] ?? places['items.0'] ?? at;
  const empty = worksheet.levels.find((level) => questionsAt(worksheet, level).length === 0);
  if (worksheet.items.length === 0) {
    // One that only names what is not there has been reported.
    if (fields.items.length > 0 || fields.pick) return;
    report.add(
      'bank-too-small',
      at,
      'This worksheet has no questions.',
      'List items (items: [its-id]), or pick some from the bank.',
    );
  } else if (empty)
    report.add(
      'bank-too-small',
      where,
      `This worksheet has no question for level ${empty}.`,
      `Items of level core are printed on every sheet. Add one, or remove ${empty} from “levels”.`,
    );
}
