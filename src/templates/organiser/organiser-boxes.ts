import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { chapterName } from '../../content/entries/chapter-name.ts';
import { byDate, dateOrder } from '../../content/entries/date-order.ts';
import type { Entry, EntryOf, Passage } from '../../content/entries/entry.ts';
import { escapeMarkdown } from '../../content/entries/escape-markdown.ts';
import type { ORGANISER_BOXES } from '../../content/kinds/organiser-boxes.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { PhraseKey } from '../../words/phrases.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import {
  escaped,
  fieldIn,
  inOneSentence,
  nameIn,
  type OrganiserEntry,
  organiserEntry,
  proseIn,
  repeatable,
  sentencesWithin,
} from './organiser-entry.ts';
import { quotationOrder } from './quotation-order.ts';
import { isSound, quotedEntry } from './quoted-entry.ts';
import { LINE_END, lettersTaken } from './within-room.ts';

export type OrganiserBoxName = (typeof ORGANISER_BOXES)[number];

/** What a box is filled from. */
export interface OrganiserSource {
  readonly pack: ExamPack;
  readonly words: Words;
  /** Ids of entries that the pack chose. */
  readonly chosen: ReadonlySet<string>;
  /** Whether entries say more, because the pack has few of them. */
  readonly full?: boolean;
}

/** A kind of box: its title, its share of the page compared with other boxes, and its entries, the most important first. */
interface BoxKind {
  readonly title: PhraseKey;
  readonly weight: number;
  /** @param room the letters that it may take: entries are written shorter if there is less */
  entries(source: OrganiserSource, room: number): readonly OrganiserEntry[];
}

/** A name, and what is claimed of it. */
const claimed =
  ({ full }: OrganiserSource) =>
  (entry: Entry): OrganiserEntry => {
    const claim = fieldIn(entry, 'claim');
    const [more] = full ? proseIn(entry.body) : [];
    const text = claim && joined([escaped(claim), more && inOneSentence(more)]);
    return organiserEntry(entry.id, { term: nameIn(entry), text: text ?? null });
  };

/** Joins texts, at the place of the first. */
function joined(texts: readonly (Passage | undefined)[]): Passage | undefined {
  const some = texts.flatMap((one) => one ?? []);
  return some[0] && { text: some.map(({ text }) => text).join(' '), at: some[0].at };
}

/** A paragraph, or its first sentence. */
const shortened = (paragraph: Passage, { full }: OrganiserSource): Passage =>
  full ? paragraph : inOneSentence(paragraph);

/** The facts of the book, and the first paragraphs about it or about the subject. What a pack is for is said to teachers, not here. */
function contextOf({ pack, words }: OrganiserSource, room: number): OrganiserEntry[] {
  const [book] = pack.entries.book;
  const facts: Passage[] = [];
  const published = book && fieldIn(book, 'published');
  const setting = book && fieldIn(book, 'setting');
  if (book && published)
    facts.push({
      text: say(words, 'book-and-date', {
        title: `*${escapeMarkdown(book.fields.title)}*`,
        published: escapeMarkdown(published.text),
      }),
      at: published.at,
    });
  if (setting)
    facts.push({ text: say(words, 'set-in', { setting: escapeMarkdown(setting.text) }), at: setting.at });
  const overview = ownValue(pack.about.sections, 'overview');
  const prose = [book?.body, overview].flatMap((passage) => (passage ? proseIn(passage) : []));
  const entryOf = (text: Passage, index: number) => organiserEntry(`context-${index + 1}`, { text });
  const entries = facts.map(entryOf);
  let left = room - entries.reduce((sum, entry) => sum + lettersTaken(entry), 0);
  for (const paragraph of prose) {
    const part = sentencesWithin(paragraph, left - LINE_END) ?? paragraph;
    const entry = entryOf(part, entries.length);
    left -= lettersTaken(entry);
    // The first is said to be left out if it does not fit: the box shows the beginning of the text.
    if (left < 0 && paragraph !== prose[0]) break;
    entries.push(entry);
    if (left < 0) break;
  }
  return entries;
}

/** The chapters, told as fully as there is room for: in whole, by their first sentences, or by their titles. */
function plotOf({ pack, words, chosen }: OrganiserSource, room: number): OrganiserEntry[] {
  const { chapters } = pack.entries;
  const some = chapters.filter(({ id }) => chosen.has(id));
  const told = some.length > 0 ? some : chapters.filter(({ fields }) => fields.book === undefined);
  const entriesWith = (text: (chapter: EntryOf<'chapters'>) => Passage | null) =>
    told.map((chapter) => {
      const short = chapterName(chapter.id, pack.entries, words).short;
      return organiserEntry(chapter.id, {
        term: { text: short, at: nameIn(chapter).at },
        text: text(chapter),
      });
    });
  const titleOf = (chapter: EntryOf<'chapters'>): Passage => ({
    text: escapeMarkdown(chapter.fields.title),
    at: nameIn(chapter).at,
  });
  const first = (chapter: EntryOf<'chapters'>): Passage | undefined => proseIn(chapter.body)[0];
  const ways = [
    entriesWith((chapter) => first(chapter) ?? titleOf(chapter)),
    entriesWith((chapter) => {
      const prose = first(chapter);
      return prose ? inOneSentence(prose) : titleOf(chapter);
    }),
    entriesWith(titleOf),
  ];
  const size = (entries: readonly OrganiserEntry[]) =>
    entries.reduce((sum, one) => sum + lettersTaken(one), 0);
  return ways.find((entries) => size(entries) <= room) ?? ways[2]!;
}

function eventsOf(source: OrganiserSource): OrganiserEntry[] {
  const { pack, words } = source;
  const dated = pack.entries.events.map((entry) => ({
    entry,
    order: dateOrder(entry.fields.date, entry.fields.year, words.lists),
  }));
  return dated
    .toSorted((a, b) => byDate(a.order, b.order))
    .map(({ entry }) => {
      const [first] = proseIn(entry.body);
      const name = escaped(nameIn(entry));
      const text = first ? { text: `${name.text}. ${shortened(first, source).text}`, at: name.at } : name;
      return organiserEntry(entry.id, { term: fieldIn(entry, 'date') ?? null, text });
    });
}

const poemsOf = (source: OrganiserSource): OrganiserEntry[] =>
  source.pack.entries.books.map((book) => {
    const by = [fieldIn(book, 'author'), fieldIn(book, 'published')].flatMap((one) => one ?? []);
    const [first] = proseIn(book.body);
    const credit = escapeMarkdown(by.map(({ text }) => text).join(', '));
    return organiserEntry(book.id, {
      term: nameIn(book),
      text: {
        text: first ? `${credit}. ${shortened(first, source).text}` : credit,
        at: by[0]?.at ?? book.at,
      },
    });
  });

/** The lines of a section of each theme: its list items and sentences. */
function sectionOf(pack: ExamPack, section: string): OrganiserEntry[] {
  return pack.entries.themes.flatMap((theme) => {
    const passage = ownValue(theme.sections, section);
    if (!passage) return [];
    return linesOf(passage)
      .flatMap((line) => repeatable(line) ?? [])
      .map((text, index) => organiserEntry(`${theme.id}-${section}-${index + 1}`, { text }));
  });
}

/** The items of the lists in a passage and its paragraphs, each on one line; tables are left out. */
function linesOf(passage: Passage): Passage[] {
  const lines: Passage[] = [];
  for (const [index, line] of passage.text.split('\n').entries()) {
    const at = { ...passage.at, line: passage.at.line + index };
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)?.[1];
    const last = lines.at(-1);
    const before = passage.text.split('\n')[index - 1] ?? '';
    if (item !== undefined) lines.push({ text: item, at });
    else if (line.trim() === '' || /^\s*(?:\||#|!\[|~~~|```|>)/.test(line)) continue;
    else if (last && before.trim() !== '' && !/^\s*\|/.test(before))
      lines[lines.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
    else lines.push({ text: line.trim(), at });
  }
  return lines;
}

/** Longer quotations are chosen only by name; in letters. */
export const LONGEST_QUOTATION = 190;

/** Quotations that the pack highlights, then one of each theme in turn; film lines and the like only if they are chosen. */
function quotationsOf({ pack, words, chosen }: OrganiserSource): OrganiserEntry[] {
  const { quotations } = pack.entries;
  return quotationOrder(pack).flatMap((id) => {
    const quotation = quotations.find((one) => one.id === id);
    if (!quotation) return [];
    const mayBeShown = isSound(quotation) && quotation.body.text.length <= LONGEST_QUOTATION;
    // A word underlined would look like a gap beside gaps.
    return chosen.has(id) || mayBeShown ? { ...quotedEntry(quotation, pack, words), zoom: null } : [];
  });
}

const sourcesOf = ({ pack }: OrganiserSource): OrganiserEntry[] =>
  pack.entries.sources
    .filter(({ fields }) => !fields.unseen)
    .map((source) => {
      const known = ['author', 'origin', 'date'].flatMap((field) => fieldIn(source, field) ?? []);
      const text = escapeMarkdown(known.map((one) => one.text).join(', '));
      return organiserEntry(source.id, {
        term: nameIn(source),
        text: known[0] ? { text, at: known[0].at } : null,
      });
    });

/** A sentence with a word, in italics. */
const asExample = (example: Passage): Passage => ({ text: `*${escaped(example).text}*`, at: example.at });

/** The words that most themes and characters name, then the others. */
function vocabularyOf(source: OrganiserSource): OrganiserEntry[] {
  const { vocabulary, themes, characters, people } = source.pack.entries;
  const named = [...themes, ...characters, ...people].flatMap(({ fields }) => fields.vocabulary);
  const count = (id: string) => named.filter((one) => one === id).length;
  return vocabulary
    .toSorted((a, b) => count(b.id) - count(a.id))
    .map((word) => {
      const [first] = proseIn(word.body);
      const { gender, lang } = word.fields;
      const example = source.full ? fieldIn(word, 'example') : undefined;
      const name = nameIn(word);
      return organiserEntry(word.id, {
        term: { text: gender ? `${name.text} (${gender})` : name.text, at: name.at },
        text: joined([first && shortened(first, source), example && asExample(example)]) ?? null,
        lang: lang ?? null,
      });
    });
}

/** Every box of a knowledge organiser, by the name that authors use. */
export const BOX_KINDS: Readonly<Record<OrganiserBoxName, BoxKind>> = {
  context: { title: 'organiser-context', weight: 0.8, entries: contextOf },
  plot: { title: 'organiser-plot', weight: 1.5, entries: plotOf },
  events: { title: 'key-events', weight: 1.3, entries: eventsOf },
  poems: { title: 'organiser-poems', weight: 1, entries: poemsOf },
  characters: {
    title: 'characters',
    weight: 1.2,
    entries: (source) =>
      [...source.pack.entries.characters]
        .toSorted((a, b) => Number(b.fields.role === 'main') - Number(a.fields.role === 'main'))
        .map(claimed(source)),
  },
  people: {
    title: 'people',
    weight: 1.2,
    entries: (source) => source.pack.entries.people.map(claimed(source)),
  },
  themes: {
    title: 'themes',
    weight: 1,
    entries: (source) => source.pack.entries.themes.map(claimed(source)),
  },
  facts: { title: 'key-facts', weight: 1.4, entries: ({ pack }) => sectionOf(pack, 'key-facts') },
  mistakes: {
    title: 'common-mistakes',
    weight: 1,
    entries: ({ pack }) => sectionOf(pack, 'common-mistakes'),
  },
  quotations: { title: 'key-quotations', weight: 1.4, entries: quotationsOf },
  symbols: {
    title: 'symbols',
    weight: 0.8,
    entries: (source) => source.pack.entries.symbols.map(claimed(source)),
  },
  sources: { title: 'sources', weight: 0.8, entries: sourcesOf },
  vocabulary: { title: 'vocabulary', weight: 1.4, entries: vocabularyOf },
};
