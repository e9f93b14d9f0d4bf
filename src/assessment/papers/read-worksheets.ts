import type { EntryOf } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Item, ItemBank } from '../item-bank/item.ts';
import { PRODUCT_TAGS } from '../item-bank/tags-of.ts';
import type { KindTable } from '../kinds/question-kinds.ts';
import type { AssessmentEntry, ExamPack } from '../tasks/exam-pack.ts';
import { letterOf } from '../tasks/letter-of.ts';
import { chooseItems, type ItemRule } from './choose-items.ts';
import type { ExamPaper } from './exam-paper.ts';
import { formsOfWorksheet } from './forms-of-worksheet.ts';
import { questionsAt } from './questions-at.ts';
import { quickFirst } from './quick-first.ts';
import { sheetsByLevel } from './sheets-by-level.ts';
import { upTo } from './up-to.ts';
import type { Worksheet } from './worksheet.ts';

type WorksheetEntry = AssessmentEntry<'worksheets'>;

/**
 * Reads the worksheets of a pack and chooses their items; what one asks for and can't have is reported.
 * @param whole whether all items could be read; if not, the bank only seems too small
 */
export function readWorksheets(pack: ExamPack, bank: ItemBank, whole: boolean, report: Report): Worksheet[] {
  return pack.entries.worksheets.map((entry) => readWorksheet(entry, pack, bank, whole, report));
}

/**
 * Makes a worksheet for each theme that has items: those that name it first, that no paper asks and that no product of their
 * own prints; those that are answered quickly come first. A theme has none if the author’s worksheets ask all of them.
 */
export function themeWorksheets(
  pack: ExamPack,
  { items, kinds }: ItemBank,
  papers: readonly ExamPaper[],
  worksheets: readonly Worksheet[],
): Worksheet[] {
  const onWorksheets = new Set(worksheets.flatMap((worksheet) => worksheet.items.map(({ id }) => id)));
  const inPapers = new Set(papers.flatMap(({ sections }) => sections.flatMap((section) => section.items)));
  const free = items.filter(
    (item) => !inPapers.has(item) && !item.tags.some((tag) => PRODUCT_TAGS.includes(tag)),
  );
  return pack.entries.themes.flatMap((theme: EntryOf<'themes'>) => {
    const own = upTo(theme.fields.reached, free, pack).filter(({ themes }) => themes[0] === theme.id);
    const title = { text: theme.name, at: theme.places['name'] ?? theme.at };
    return own.every(({ id }) => onWorksheets.has(id))
      ? []
      : plainWorksheet({ ...theme, title }, quickFirst(own, kinds), kinds);
  });
}

/** Makes a worksheet of all items with a tag, whatever their level; undefined if there are none. */
export function taggedWorksheet(
  tag: string,
  { about }: ExamPack,
  { items, kinds }: ItemBank,
): Worksheet | undefined {
  const own = items.filter(({ tags }) => tags.includes(tag)).map((item) => ({ ...item, level: undefined }));
  const title = { text: about.name, at: about.at };
  return own.length === 0 ? undefined : plainWorksheet({ id: tag, at: about.at, title }, own, kinds);
}

/** A worksheet that nobody wrote, in one form. */
function plainWorksheet(
  { id, at, title }: Pick<Worksheet, 'id' | 'at' | 'title'>,
  items: readonly Item[],
  kinds: KindTable,
): Worksheet {
  const own = { id, at, title, items: byLevel(items), seed: id };
  const sheets = sheetsByLevel(own.items, [], ['A'], kinds);
  return { ...own, sheets, answers: 'apart', forms: formsOfWorksheet(own, ['A'], kinds) };
}

/** The rule by which a worksheet chooses items besides those that it names; undefined if it gives none. */
export function ruleOf({ fields }: WorksheetEntry): ItemRule | undefined {
  const { tags, themes, chapters, kind, level, count } = fields;
  const isGiven = tags.length + themes.length + chapters.length > 0 || (kind ?? level ?? count) !== undefined;
  return isGiven ? { tags, themes, chapters, kind, level } : undefined;
}

function readWorksheet(
  entry: WorksheetEntry,
  pack: ExamPack,
  { items, kinds }: ItemBank,
  whole: boolean,
  report: Report,
): Worksheet {
  const { title, levels, answers, count, order, forms, reached, seed = entry.id } = entry.fields;
  const { places, at } = entry;
  const named = namedItems(entry, items, report);
  const rule = ruleOf(entry);
  const conditions = ['tags', 'themes', 'chapters', 'kind', 'level', 'count'];
  const choice =
    conditions.map((field) => ownValue(places, field) ?? ownValue(places, `${field}.0`)).find(Boolean) ?? at;
  const chosen = rule
    ? chooseItems(
        { rule, count, order, seed: `${seed}/${entry.id}` },
        { items: upTo(reached, items, pack), taken: named, whole },
        {
          choice,
          count: places['count'] ?? choice,
          tag: (index) => ownValue(places, `tags.${index}`) ?? places['tags'] ?? choice,
        },
        report,
      )
    : [];
  const asked = byLevel([...named, ...chosen]);
  const letters = Array.from({ length: forms }, (_, index) => letterOf(index));
  const titled = { text: title, at: places['title'] ?? at };
  const worksheet: Worksheet = {
    id: entry.id,
    at,
    title: titled,
    ...(entry.body.text && { instructions: entry.body }),
    ...(reached !== undefined && { reached }),
    items: asked,
    sheets: sheetsByLevel(asked, levels, letters, kinds),
    answers,
    seed,
    forms: formsOfWorksheet({ id: entry.id, at, title: titled, items: asked, seed }, letters, kinds),
  };
  if (whole) checkLevels(worksheet, entry, report);
  return worksheet;
}

/** Items in the order in which they are printed: those without a level are on every sheet, with the same numbers. */
const byLevel = (items: readonly Item[]): Item[] =>
  [undefined, 'support', 'core', 'stretch'].flatMap((level) => items.filter((item) => item.level === level));

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

/** Reports levels that the author asks for and that have no questions, and questions of levels that are not printed. */
function checkLevels(worksheet: Worksheet, { places, at, fields }: WorksheetEntry, report: Report): void {
  const where: Place = places['levels'] ?? places['levels.0'] ?? places['items'] ?? places['items.0'] ?? at;
  const { items, title } = worksheet;
  if (items.length === 0) {
    // One that only names what is not there, or chooses in vain, has been reported.
    if (fields.items.length > 0 || (fields.count ?? fields.kind ?? fields.level) !== undefined) return;
    if (fields.tags.length + fields.themes.length + fields.chapters.length > 0) return;
    report.add(
      'bank-too-small',
      at,
      'This worksheet has no questions.',
      'List items (items: [its-id]), or choose some from the bank (tags: [one-tag]).',
    );
    return;
  }
  for (const level of fields.levels)
    if (questionsAt(worksheet, { level, form: 'A' }).length === 0)
      report.add(
        'bank-too-small',
        where,
        `This worksheet has no question for level ${level}.`,
        `Items without a level are printed on every sheet. Add one, or remove ${level} from “levels”.`,
      );
  const printed = fields.levels;
  for (const item of printed.length > 0 ? items : []) {
    if (item.level === undefined || printed.includes(item.level)) continue;
    report.add(
      'unprinted',
      where,
      `The item “${item.id}” is for level ${item.level} only, which “${title.text}” does not print.`,
      `Add ${item.level} to “levels”, or leave the item out.`,
    );
  }
}
