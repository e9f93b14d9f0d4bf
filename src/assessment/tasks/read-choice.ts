import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { BodySource } from './body-source.ts';
import type { TaskBody } from './item.ts';
import type { ListEntry } from './read-list.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Options with their key, or statements with their verdicts. @returns undefined after reporting what is wrong */
export function readChoice(
  kind: 'multiple-choice' | 'true-false',
  entries: readonly ListEntry[],
  source: BodySource,
  report: Report,
): TaskBody | undefined {
  const { fields, at } = source;
  const what = kind === 'true-false' ? 'statements' : 'options';
  if (entries.length < (kind === 'true-false' ? 1 : 2)) {
    report.add(
      'key-missing',
      at,
      `This item has no ${what}.`,
      `Write them as a list: - [ ] wrong, - [x] right.`,
    );
    return undefined;
  }
  if (kind === 'true-false') {
    const bare = entries.find(({ boxed }) => !boxed);
    if (bare) {
      report.add(
        'key-missing',
        bare.at,
        'This statement has no verdict.',
        'Write - [x] before one that is true, - [ ] before one that is false.',
      );
      return undefined;
    }
    return { kind, statements: entries.map(plain), reason: fields.reason };
  }
  const options = fields.key ? withKey(entries, fields.key, source, report) : entries;
  if (!options) return undefined;
  const keys = options.filter(({ key }) => key).length;
  if (keys === 0 || keys === options.length) {
    const told =
      keys === 0 ? 'No option is the key.' : 'Every option is a key, so there is nothing to choose.';
    report.add('key-missing', at, told, 'Put [x] before the options that are right: - [x] the right one.');
    return undefined;
  }
  return { kind, options: options.map(plain), choose: keys };
}

const plain = ({ text, at, key, pinned }: ListEntry) => ({ text, at, key, pinned });

/** The options with the key that the field `key` gives by their letters. */
function withKey(
  entries: readonly ListEntry[],
  key: readonly string[],
  { places, at }: BodySource,
  report: Report,
): ListEntry[] | undefined {
  const letters = [...LETTERS].slice(0, entries.length);
  const stray = key.findIndex((letter) => !letters.includes(letter));
  if (stray >= 0) {
    const where = ownValue(places, `key.${stray}`) ?? places['key'] ?? at;
    const hint = `The options are ${letters[0]} to ${letters.at(-1)}, in the order in which they are written.`;
    report.add('key-unknown', where, `The key is “${key[stray]}”, and that is no option.`, hint);
    return undefined;
  }
  return entries.map((entry, index) => ({ ...entry, key: key.includes(letters[index]!) }));
}
