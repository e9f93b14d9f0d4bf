import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { ORGANISER_BOXES } from '../../content/kinds/organiser-boxes.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { phraseText } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import {
  BOX_KINDS,
  LONGEST_QUOTATION,
  type OrganiserBoxName,
  type OrganiserSource,
} from './organiser-boxes.ts';
import type { OrganiserEntry } from './organiser-entry.ts';
import { isSound } from './quoted-entry.ts';
import { lettersTaken, type TooLong, type WithinRoom, withinRoom } from './within-room.ts';

/** A box of the knowledge organiser, as templates see it. */
interface OrganiserBox {
  readonly name: string;
  readonly title: string;
  readonly entries: readonly OrganiserEntry[];
}

/** An entry that its box has no room for, though it matters more than one that is shown. */
export interface LeftOutEntry extends TooLong {
  readonly box: OrganiserBoxName;
  /** The title of the box. */
  readonly title: string;
}

/** An entry that the pack asks for, and that is not on the organiser whatever room there is. */
export interface UnshownEntry {
  readonly id: string;
  readonly at: Place;
  /** The box that it would be in, if the pack leaves that out; undefined if it is a quotation that is too long. */
  readonly box?: OrganiserBoxName;
}

/** A knowledge organiser, as templates see it. */
export interface OrganiserContext {
  /** Empty if nothing fits. */
  readonly boxes: readonly OrganiserBox[];
  readonly keys: readonly string[];
  readonly seed: string;
  readonly leftOut: readonly LeftOutEntry[];
  readonly unshown: readonly UnshownEntry[];
  /** Whether much of the page would be empty, so that it has a box for notes. */
  readonly hasRoom: boolean;
}

/** The letters that the boxes of one page hold. */
const PAGE = 6000;
/** The most that one box holds, compared with a column. */
const MOST = 1.2;
/** Without a choice of the pack, these are left to other pages if there are enough boxes without them. */
const LESS_NEEDED: readonly OrganiserBoxName[] = ['symbols', 'mistakes', 'sources'];
const ENOUGH = 6;
/** Entries say more if they fill less than this share of a page. */
const SHORT = 0.65;
/** Even in larger type, much of the page is empty below this share. */
const VERY_SHORT = 0.2;

/**
 * Chooses what a knowledge organiser shows: the boxes that the pack names, or those that it has something for, and in each
 * the entries that the pack names, or as many as there is room for. Null if there is nothing to show.
 */
export function organiserContext(pack: ExamPack, words: Words): OrganiserContext | null {
  const chosen = new Set(pack.about.fields['organiser-entries'] ?? []);
  const source: OrganiserSource = { pack, words, chosen };
  const names = boxNames(source);
  const brief = fill(names, source);
  const isShort = names.reduce((sum, name) => sum + sizeOf(brief.get(name)?.entries), 0) < PAGE * SHORT;
  const full = isShort ? fill(names, { ...source, full: true }) : brief;
  // Nothing is left out so that others can say more.
  const filled = new Map(
    names.map((name) => {
      const [short, long] = [brief.get(name)!, full.get(name)!];
      const isLess = long.passedOver.length > 0 || long.entries.length < short.entries.length;
      return [name, isLess ? short : long];
    }),
  );
  const titleOf = (name: OrganiserBoxName) =>
    (name === 'themes' ? pack.about.fields.topics : undefined) ??
    // Without a book, the box of its facts has only the overview.
    phraseText(words, name === 'context' && !pack.entries.book[0] ? 'overview' : BOX_KINDS[name].title);
  const boxes = names.flatMap((name) => {
    const { entries } = filled.get(name)!;
    return entries.length === 0 ? [] : [{ name, title: titleOf(name), entries }];
  });
  const leftOut = names.flatMap((box) =>
    filled.get(box)!.passedOver.map((one) => ({ ...one, box, title: titleOf(box) })),
  );
  if (boxes.length + leftOut.length === 0) return null;
  const hasRoom = boxes.reduce((sum, { entries }) => sum + sizeOf(entries), 0) < PAGE * VERY_SHORT;
  return {
    boxes,
    keys: keysOf(pack),
    seed: pack.id,
    leftOut,
    unshown: [...withoutBox(names, source), ...longHighlights(names, source)],
    hasRoom,
  };
}

/** Entries that the pack chooses, of boxes that it leaves out. */
function withoutBox(names: readonly OrganiserBoxName[], source: OrganiserSource): UnshownEntry[] {
  const { places, at } = source.pack.about;
  const idsIn = (name: OrganiserBoxName) =>
    new Set(BOX_KINDS[name].entries(source, Infinity).map(({ id }) => id));
  const shown = names.map(idsIn);
  return [...source.chosen].flatMap((id, index) => {
    if (shown.some((ids) => ids.has(id))) return [];
    const box = ORGANISER_BOXES.find((name) => !names.includes(name) && idsIn(name).has(id));
    return box ? { id, at: ownValue(places, `organiser-entries.${index}`) ?? at, box } : [];
  });
}

/** Quotations that the pack highlights, and that only a choice by name would show, as they are too long. */
function longHighlights(
  names: readonly OrganiserBoxName[],
  { pack, chosen }: OrganiserSource,
): UnshownEntry[] {
  const { highlights = [] } = pack.about.fields;
  const isChosen = pack.entries.quotations.some(({ id }) => chosen.has(id));
  if (!names.includes('quotations') || isChosen) return [];
  return pack.entries.quotations.flatMap((one) =>
    highlights.includes(one.id) && isSound(one) && one.body.text.length > LONGEST_QUOTATION
      ? { id: one.id, at: one.at }
      : [],
  );
}

const sizeOf = (entries: readonly OrganiserEntry[] = []): number =>
  entries.reduce((sum, entry) => sum + lettersTaken(entry), 0);

/** The boxes that the pack names, or those that it has something for. */
function boxNames(source: OrganiserSource): OrganiserBoxName[] {
  const own = source.pack.about.fields.organiser ?? [];
  if (own.length > 0) return [...new Set(own)];
  const some = ORGANISER_BOXES.filter((name) => BOX_KINDS[name].entries(source, Infinity).length > 0);
  const needed = some.filter((name) => !LESS_NEEDED.includes(name));
  return needed.length >= ENOUGH ? needed : some;
}

/** Shares the page among boxes, in two rounds: what one leaves free goes to those that would take more. */
function fill(
  names: readonly OrganiserBoxName[],
  source: OrganiserSource,
): Map<OrganiserBoxName, WithinRoom> {
  const filled = new Map<OrganiserBoxName, WithinRoom>();
  const main = mainCharacters(source.pack);
  const most = (PAGE * MOST) / Math.min(3, names.length);
  const choose = (name: OrganiserBoxName, share: number): WithinRoom => {
    const room = Math.min(share, most);
    const all = BOX_KINDS[name].entries(source, room);
    const own = all.filter(({ id }) => source.chosen.has(id));
    if (own.length > 0) return { entries: own, passedOver: [] };
    // The context is only the beginning of a text already.
    return withinRoom(all, room, (id) => name === 'context' || (name === 'characters' && main.has(id)));
  };
  const size = (name: OrganiserBoxName) => sizeOf(filled.get(name)?.entries);
  const whole = names.reduce((sum, name) => sum + BOX_KINDS[name].weight, 0);
  for (const name of names) filled.set(name, choose(name, (PAGE * BOX_KINDS[name].weight) / whole));
  const used = names.reduce((sum, name) => sum + size(name), 0);
  let spare = PAGE - used;
  for (const name of names) {
    const before = size(name);
    const more = choose(name, before + spare * 0.5);
    filled.set(name, more);
    spare -= size(name) - before;
  }
  return filled;
}

const mainCharacters = ({ entries }: ExamPack): ReadonlySet<string> =>
  new Set(entries.characters.flatMap(({ id, fields }) => (fields.role === 'main' ? [id] : [])));

/** What pupils have to know by name: words, people, themes, places. */
function keysOf({ entries }: ExamPack): string[] {
  const named = [...entries.characters, ...entries.people];
  return [
    ...entries.vocabulary.map(({ name }) => name),
    ...named.flatMap(({ name, fields }) => [name, ...fields.aliases]),
    ...entries.themes.map(({ name }) => name),
    ...entries.symbols.map(({ name }) => name),
    ...entries.books.flatMap(({ name, fields }) => [name, fields.author]),
    ...entries.parts.map(({ name }) => name),
  ].filter((name) => name.length >= 3);
}
