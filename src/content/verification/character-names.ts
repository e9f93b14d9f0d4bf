import type { Pack } from '../entries/entry.ts';

/** The names and aliases of a pack's characters, each with the ids of the characters that have it. */
export type CharacterNames = ReadonlyMap<string, readonly string[]>;

/** First words of names that are not first names. */
const TITLES =
  /^(?:Mr|Mrs|Ms|Miss|Dr|St|Sir|Lady|Lord|Dame|M|Mme|Mlle|Madame|Mademoiselle|Monsieur|Captain|Colonel|General|Professor|Reverend|King|Queen|Prince|Princess|Duke|Duchess|Count|Countess|Father|Mother|Brother|Sister|Uncle|Aunt|Old|Young|Little|Big|First|Second|Third|A|An|The)$/;

/** Lists the names of a pack's characters, and first names and surnames that only one of them has: Bill or Gorton, for Bill Gorton. */
export function characterNames({ entries: { characters } }: Pick<Pack, 'entries'>): CharacterNames {
  const names = new Map<string, string[]>();
  const add = (name: string, id: string) => names.set(name, [...(names.get(name) ?? []), id]);
  for (const { id, name, fields } of characters)
    for (const known of new Set([name, ...fields.aliases])) add(known, id);
  const wordsOf = ({ name, fields }: (typeof characters)[number]) =>
    [name, ...fields.aliases].flatMap((one) => one.split(/\s+/));
  for (const character of characters) {
    const words = character.name.split(' ');
    if (words.length < 2 || /^(?:A|An|The)$/.test(words[0]!)) continue;
    for (const word of [words[0]!, words.at(-1)!]) {
      const isShared = characters.some((other) => other !== character && wordsOf(other).includes(word));
      const isName = /^\p{Lu}\p{Ll}/u.test(word) && !TITLES.test(word.replace('.', ''));
      if (isName && !isShared && !names.has(word)) add(word, character.id);
    }
  }
  return names;
}
