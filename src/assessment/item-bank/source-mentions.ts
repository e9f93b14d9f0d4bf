import type { Passage } from '../../content/entries/entry.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { sourcesInWords } from '../tasks/in-words.ts';
import type { Item, Task } from './item.ts';

/** `(source: letter-home)`, `(sources: letter-home, poster)`: texts that a question names by their ids. */
const MENTION = /(\(sources?:[ \t]*)([^()\n]+?)[ \t]*\)/g;

/** A text that a question names: the ids, and where they are in its passage. */
interface Mention {
  readonly ids: readonly string[];
  readonly offset: number;
}

/** Lists the texts that a passage names by their ids. */
export const mentionsIn = ({ text }: Passage): Mention[] =>
  [...text.matchAll(MENTION)].map(({ 1: opening = '', 2: list = '', index }) => ({
    ids: idsOf(list),
    offset: index + opening.length,
  }));

const idsOf = (list: string): string[] => list.split(',').map((id) => id.trim());

/** Lists the passages of a task and its parts that pupils or teachers read, wherever they are in it. */
export function passagesOfTask(task: Task): Passage[] {
  const found: Passage[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isObject(value)) {
      if (isPassage(value)) found.push(value);
      else Object.values(value).forEach(look);
    }
  };
  look(task);
  return found;
}

/**
 * Gives items with the letters of the texts that they name by their ids: `Source C`. Each paper and worksheet has its
 * own letters.
 * @param letters of one paper or worksheet, by the ids of its texts
 */
export const withSourceLetters = <T extends Item>(
  items: readonly T[],
  letters: ReadonlyMap<string, string>,
  words: Words,
): T[] => items.map((item) => withMentions(item, (ids) => sourcesInWords(lettersOf(ids, letters), words)));

const lettersOf = (ids: readonly string[], letters: ReadonlyMap<string, string>): string[] =>
  ids.flatMap((id) => letters.get(id) ?? []);

/**
 * Gives items with the titles of the texts that they name by their ids, for products in which texts have no letters.
 * @param titles by the ids of the texts
 */
export const withSourceTitles = (
  items: readonly Item[],
  titles: ReadonlyMap<string, string>,
  words: Words,
): Item[] =>
  items.map((item) =>
    withMentions(item, (ids) =>
      ids
        .map((id) => `${say(words, 'quote-open')}${titles.get(id) ?? id}${say(words, 'quote-close')}`)
        .join(', '),
    ),
  );

function withMentions<T extends Item>(item: T, inWords: (ids: readonly string[]) => string): T {
  if (!passagesOfTask(item.task).some((passage) => mentionsIn(passage).length > 0)) return item;
  const put = (text: string) =>
    text.replace(MENTION, (_whole, _opening, list: string) => inWords(idsOf(list)));
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (!isObject(value)) return value;
    if (isPassage(value)) return { ...value, text: put(value.text) };
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
  };
  // A task is plain data, and only texts in it change.
  return { ...item, task: change(item.task) as Task };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isPassage = (value: object): value is Passage & Record<string, unknown> =>
  'text' in value && typeof value.text === 'string' && 'at' in value;
