import { createGenerator } from '../../diagnostics/collections/generator.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Item } from '../item-bank/item.ts';
import { PRODUCT_TAGS } from '../item-bank/tags-of.ts';
import { shuffled } from './shuffled.ts';

/** What items must have to be chosen: one of the tags, one of the themes and so on. An empty list asks for nothing. */
export interface ItemRule {
  readonly tags: readonly string[];
  readonly kind?: string | undefined;
  readonly level?: string | undefined;
  readonly chapters: readonly string[];
  readonly themes: readonly string[];
}

/**
 * Whether a rule may choose an item. One that a product of its own prints with its answer is chosen only by that tag.
 */
export function fitsRule({ tags, kind, level, chapters, themes }: ItemRule, item: Item): boolean {
  const { kind: asked } = item.task.body;
  const oneOf = (wanted: readonly string[], own: readonly string[]) =>
    wanted.length === 0 || wanted.some((one) => own.includes(one));
  const printed = item.tags.filter((tag) => PRODUCT_TAGS.includes(tag));
  const named = tags.map((tag) => tag.normalize('NFC'));
  return (
    oneOf(named, item.tags) &&
    oneOf(printed, named) &&
    (kind === undefined || kind === asked) &&
    (level === undefined || item.level === level) &&
    oneOf(chapters, item.chapters) &&
    oneOf(themes, item.themes)
  );
}

/** A choice of items for a worksheet. */
interface Choice {
  readonly rule: ItemRule;
  /** How many; undefined for all that fit. */
  readonly count?: number | undefined;
  readonly order: 'file' | 'shuffled';
  readonly seed: string;
}

/**
 * Chooses items by a rule: the first that fit, in the order of their files, or some at random, in random order.
 * @param bank `taken`: items that are chosen already. `whole`: whether all items could be read
 * @param at the places of the choice and of the count; of a tag by its index
 */
export function chooseItems(
  { rule, count, order, seed }: Choice,
  bank: { readonly items: readonly Item[]; readonly taken: readonly Item[]; readonly whole: boolean },
  at: { readonly choice: Place; readonly count: Place; readonly tag: (index: number) => Place },
  report: Report,
): Item[] {
  const { items, taken, whole } = bank;
  if (whole && !tagsAreKnown(rule, items, at.tag, report)) return [];
  const fits = items.filter((item) => !taken.includes(item) && fitsRule(rule, item));
  if (whole && fits.length === 0)
    report.add(
      'bank-too-small',
      at.choice,
      `No item ${taken.length > 0 ? 'that is not yet in the worksheet ' : ''}fits this choice${inWords(rule)}.`,
      'Set fewer conditions, or write items that fit.',
    );
  else if (whole && count !== undefined && fits.length < count)
    report.add(
      'bank-too-small',
      at.count,
      `This asks for ${countInWords(count, 'item')}, but the bank has only ${fits.length} that fit and are not yet in the worksheet.`,
      'Ask for fewer items, set fewer conditions, or write more items.',
    );
  const ordered = order === 'shuffled' ? atRandom(fits, seed) : fits;
  return ordered.slice(0, count);
}

/** Reports tags that no item has. */
export function tagsAreKnown(
  { tags }: Pick<ItemRule, 'tags'>,
  items: readonly Item[],
  placeOf: (index: number) => Place,
  report: Report,
): boolean {
  const known = [...new Set(items.flatMap((item) => item.tags))].sort();
  let sound = true;
  for (const [index, tag] of tags.entries()) {
    if (known.includes(tag.normalize('NFC'))) continue;
    sound = false;
    const none = 'No item has a tag yet. Write tags: [one] below the heading of an item.';
    const hint = known.length === 0 ? none : suggest(tag, known, LONGEST_LIST);
    report.add('reference-unknown', placeOf(index), `No item has the tag “${tag}”.`, hint);
  }
  return sound;
}

/** A list of more tags than this is not shown. */
const LONGEST_LIST = 20;

/** What a rule asks for: `: tag “told”, level “support”`. */
function inWords({ tags, kind, level, chapters, themes }: ItemRule): string {
  const list = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${name} ${values.map((value) => `“${value}”`).join(' or ')}`];
  const all = [
    ...list('tag', tags),
    ...list('theme', themes),
    ...list('chapter', chapters),
    ...list('kind', kind === undefined ? [] : [kind]),
    ...list('level', level === undefined ? [] : [level]),
  ];
  return all.length === 0 ? '' : `: ${all.join(', ')}`;
}

/** Items in random order; those about one text stay together. */
function atRandom(items: readonly Item[], seed: string): Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = item.stimuli[0] === undefined ? `item ${item.id}` : `text ${item.stimuli[0]}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const all = [...groups.values()];
  const order = shuffled(
    all.map(() => false),
    createGenerator(`${seed}/choice`),
  );
  return order.flatMap((index) => all[index]!);
}
