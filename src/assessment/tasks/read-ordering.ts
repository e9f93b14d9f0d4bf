import type { Report } from '../../diagnostics/report.ts';
import type { BodySource } from './body-source.ts';
import type { TaskBody } from './item.ts';
import type { ListEntry } from './read-list.ts';

/**
 * Steps in the right order; or, with `key`, in any order, and for each its number in the right one.
 * @returns undefined after reporting what is wrong
 */
export function readOrdering(
  entries: readonly ListEntry[],
  { fields, places, at }: BodySource,
  report: Report,
): TaskBody | undefined {
  if (!fields.key) {
    if (fields.shuffle) return { kind: 'ordering', steps: entries };
    report.add(
      'order-revealing',
      places['shuffle'] ?? at,
      'The steps are not to be shuffled, and in the right order they would give the answer away.',
      'Write them in the order in which they are printed, and say which is which: key: [3, 1, 2].',
    );
    return undefined;
  }
  const count = entries.length;
  const wanted = entries.map((_, index) => String(index + 1));
  const given = fields.key;
  const right = given.length === count && wanted.every((number) => given.includes(number));
  const inOrder = right && given.every((number, index) => number === wanted[index]);
  if (!right) {
    const hint = `It gives each step its number: the numbers from 1 to ${count}, each once.`;
    report.add(
      'key-unknown',
      places['key'] ?? places['key.0'] ?? at,
      `This key does not fit ${count} steps.`,
      hint,
    );
    return undefined;
  }
  if (inOrder && !fields.shuffle) {
    const hint = 'Change the order in which they are written, or leave “shuffle” out.';
    report.add(
      'order-revealing',
      places['key'] ?? places['key.0'] ?? at,
      'The steps stand in the right order already.',
      hint,
    );
    return undefined;
  }
  const written = given.map((number) => Number(number) - 1);
  return { kind: 'ordering', steps: written.map((_, step) => entries[written.indexOf(step)]!), written };
}
