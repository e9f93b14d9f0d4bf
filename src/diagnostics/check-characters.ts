import type { Place } from './diagnostic.ts';
import { findGarbled } from './mend-garbled.ts';
import type { Report } from './report.ts';

/** Characters that print nothing and are hardly ever meant, by what they are called. */
const INVISIBLE: readonly (readonly [RegExp, string])[] = [
  [/\u000B/, 'a vertical tab, which Word writes for a line break'],
  [/\f/, 'a form feed, which word processors write for a page break'],
  [/[\u2028\u2029]/, 'a line separator of Unicode'],
  [/\uFEFF/, 'a byte order mark in the middle of the text'],
  [/[\u200B\u2060]/, 'a space without width'],
  [/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/, 'a mark that changes the direction of writing'],
];

/** Reports characters in a file that something went wrong with before it came here, each kind once, at the first place. */
export function checkCharacters(text: string, file: string, report: Report): void {
  const garbled = findGarbled(text);
  if (garbled)
    report.add(
      'text-garbled',
      placeAt(text, garbled.offset, file),
      `“${garbled.found}” was saved in one encoding and opened in another.`,
      garbled.meant === garbled.found
        ? 'Copy the text again from its source, and save it as UTF-8.'
        : `Write “${garbled.meant}”. The same may have happened elsewhere in this file: if you can, copy it again from its source.`,
    );
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0)
    report.add(
      'text-garbled',
      placeAt(text, lost, file),
      'A character was lost here when the text was saved or copied, and became �.',
      'Write the character that belongs here. The same may have happened elsewhere in this file.',
    );
  for (const [pattern, name] of INVISIBLE) {
    const offset = pattern.exec(text)?.index;
    if (offset === undefined) continue;
    const hint = 'Delete it, or leave it: nothing is printed for it.';
    report.add('character-invisible', placeAt(text, offset, file), `Here is ${name}.`, hint);
  }
}

function placeAt(text: string, offset: number, file: string): Place {
  const before = text.slice(0, offset);
  const from = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: offset - from + 1 };
}
