import type { Passage } from '../content/entry.ts';
import type { Report } from '../diagnostics/report.ts';
import type { TaskBody } from './item.ts';
import type { BodySource } from './read-body.ts';
import type { ListEntry } from './read-list.ts';

/**
 * Pairs, written `left = right`. `= right` is one that goes with nothing; a right side written twice is printed once.
 * @returns undefined after reporting what is wrong
 */
export function readMatching(
  entries: readonly ListEntry[],
  { fields, at }: BodySource,
  report: Report,
): TaskBody | undefined {
  const left: Passage[] = [];
  const right: Passage[] = [];
  const extras: Passage[] = [];
  let sound = true;
  for (const entry of entries) {
    const [, before = '', after = ''] = /^(.*?)\s*(?<!\S)=\s*(.*)$/.exec(entry.text) ?? [];
    const words = {
      text: after,
      at: { ...entry.at, column: entry.at.column + entry.text.length - after.length },
    };
    if (after === '') {
      sound = false;
      const told = before === '' ? `“${entry.text}” is no pair.` : `Nothing matches “${before}”.`;
      report.add('key-missing', entry.at, told, 'Write each pair as “left = right”.');
    } else if (before === '') extras.push(words);
    else {
      left.push({ text: before, at: entry.at });
      right.push(words);
    }
  }
  if (sound && left.length < 2) {
    report.add(
      'key-missing',
      at,
      'A matching needs two pairs at least.',
      'Write each pair as “left = right” in a list.',
    );
    return undefined;
  }
  if (extras.length > 0 && !fields.unequal) {
    sound = false;
    report.add(
      'sides-unequal',
      extras[0]!.at,
      `The right side has ${left.length + extras.length} entries, and the left side ${left.length}.`,
      'If that is meant, say so below the heading (unequal: yes): the paper then tells pupils that some are left over.',
    );
  }
  return sound ? { kind: 'matching', left, right: [...right, ...extras] } : undefined;
}
