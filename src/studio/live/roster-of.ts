import { COLUMN_NAMES } from '../../assessment/class-sets/column-names.ts';

const HEADINGS = new Set([...COLUMN_NAMES.name, ...COLUMN_NAMES.forename, ...COLUMN_NAMES.surname]);

/** Gives what somebody typed or pasted as a roster: a table with headings as it is, and anything else as one name on each line. */
export function rosterOf(typed: string): string {
  const lines = typed
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const cells = (lines[0] ?? '').split(/[,;\t]/).map(plain);
  if (cells.some((cell) => HEADINGS.has(cell))) return `${lines.join('\n')}\n`;
  // Columns without headings, such as forenames and surnames, are one name.
  const names = lines.map((line) => line.replace(/ *\t */g, ' '));
  return `name\n${names.map((line) => `"${line.replaceAll('"', '""')}"\n`).join('')}`;
}

/** A heading in small letters without accents and signs. */
const plain = (heading: string) =>
  heading
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
