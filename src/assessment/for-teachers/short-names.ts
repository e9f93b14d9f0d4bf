import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';

/** A name of an objective that is longer gives way to its number. */
const LONGEST_NAME = 6;

/** Names of objectives, by id, that fit a narrow column. */
export const shortNames = (
  objectives: Iterable<readonly [id: string, name: string]>,
  words: Words,
): Map<string, string> =>
  new Map(
    [...objectives].map(([id, name], index) => [
      id,
      name.length > LONGEST_NAME ? say(words, 'objective-numbered', { number: index + 1 }) : name,
    ]),
  );
