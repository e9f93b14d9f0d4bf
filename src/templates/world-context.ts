import { byDate, dateOrder } from '../content/entries/date-order.ts';
import type { Entry, EntryOf } from '../content/entries/entry.ts';
import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Words } from '../words/words.ts';

/** Gives entries in the order in which they are printed: events by their dates, all others as they were written. */
export function inOrder(entries: readonly Entry[], { lists }: Words): readonly Entry[] {
  if (entries[0]?.kind !== 'events') return entries;
  const dated = (entries as readonly EntryOf<'events'>[]).map((entry) => ({
    entry,
    order: dateOrder(entry.fields.date, entry.fields.year, lists),
  }));
  return dated.toSorted((a, b) => byDate(a.order, b.order)).map(({ entry }) => entry);
}

/**
 * Gives what a timeline says of an event: its time, as a year with a fraction for its month and day, and its place, unless its
 * name says it.
 */
export function onTimeline(
  { name, fields, places, at }: EntryOf<'events'>,
  { lists }: Words,
): { readonly time: number; readonly elsewhere: Text | null } {
  const { place, date } = fields;
  const [year, month, day] = dateOrder(date, fields.year, lists);
  const isNew = place !== undefined && !name.toLowerCase().includes(place.toLowerCase());
  return {
    time: year + Math.max(0, month - 1) / 12 + Math.max(0, day - 1) / 372,
    elsewhere: isNew ? { text: place, at: ownValue(places, 'place') ?? at } : null,
  };
}

/** A text as templates see it. */
interface Text {
  readonly text: string;
  readonly at: Place;
}

/**
 * Gives what a line beside the name of an entry says, as `gist`: its claim, the date of an event, where a source comes
 * from. A text that questions may be about also has that as `credit`: null if nothing is known.
 */
export function gistOf(entry: Entry): { gist: Text | null; credit?: Text | null } {
  const field = (name: string): Text | null => {
    const value = ownValue<unknown>(entry.fields as Record<string, unknown>, name);
    return typeof value === 'string' ? { text: value, at: ownValue(entry.places, name) ?? entry.at } : null;
  };
  if (entry.kind === 'stimuli') return { gist: null, credit: field('source') };
  if (entry.kind !== 'sources') return { gist: field(entry.kind === 'events' ? 'date' : 'claim') };
  const known = CREDITS.flatMap((name) => field(name) ?? []);
  const first = known[0];
  const credit = first ? { text: known.map(({ text }) => text).join(', '), at: first.at } : null;
  return { gist: credit, credit };
}

/** The fields that say where a source comes from, in the order in which they are printed. */
const CREDITS = ['author', 'origin', 'date', 'reference'];
