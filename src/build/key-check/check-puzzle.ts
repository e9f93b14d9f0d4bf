import type { Block, SquareGrid } from '../../blocks/block.ts';
import { innerBlocks } from '../../blocks/inner-blocks.ts';
import { lettersInSquares } from '../../blocks/puzzles/letters-in-squares.ts';
import type { ReadGrid } from './read-grids.ts';
import type { ReportDrift } from './report-drift.ts';

/**
 * Compares the grids of a file with those that it was made from: each letter in its place, and on a sheet for pupils no
 * letter that is not to be seen.
 */
export function checkGrids(
  read: readonly ReadGrid[],
  blocks: readonly Block[],
  reportDrift: ReportDrift,
): void {
  const expected = gridsIn(blocks);
  if (read.length !== expected.length)
    reportDrift('paper-drift', `It has ${read.length} grids in place of ${expected.length}.`);
  for (const [index, { rows }] of expected.entries()) {
    const found = read[index];
    if (!found) return;
    const name = `Grid ${index + 1}`;
    const letters = rows.map((row) => row.map((square) => square?.letter ?? '.').join(''));
    const wanted = letters.some((row) => /[^.]/.test(row)) ? letters : [];
    if (wanted.join('\n') !== asText(found).join('\n'))
      reportDrift('paper-drift', `${name} has other letters than the puzzle.`);
    const numbers = rows.flatMap((row) => row.flatMap((square) => square?.number ?? []));
    if (numbers.join(' ') !== found.numbers.join(' '))
      reportDrift('paper-drift', `${name} has other numbers than the puzzle.`);
  }
}

/**
 * Reads a key as a teacher does: each word that it names has to be in its grid, where it says.
 * @param langs the languages that words may be in
 */
export function checkGridKey(
  read: readonly ReadGrid[],
  langs: readonly string[],
  reportDrift: ReportDrift,
): void {
  for (const [index, grid] of read.entries()) {
    const isThere = (word: string, found: string) =>
      langs.some((lang) => lettersInSquares(word, lang)?.join('') === found);
    const wrong = [
      ...grid.rows.filter((row) => {
        const [r1, c1] = numbersIn(row[1]);
        return r1 !== undefined && c1 !== undefined && !isThere(row[0]!, alongLine(grid, row));
      }),
      ...grid.lists.flatMap((list, which) =>
        list
          .filter(({ label, text }) => !isThere(text, fromNumber(grid, label, text, which, langs)))
          .map(({ text }) => [text]),
      ),
    ];
    for (const [word] of wrong)
      reportDrift('key-drift', `In grid ${index + 1}, “${word}” is not where the key says.`);
  }
}

/** Whether two grids belong to one puzzle: the same letters, or on a blank crossword the same numbers. */
export const isSamePuzzle = (sheet: ReadGrid, key: ReadGrid): boolean =>
  sheet.letters.length > 0
    ? asText(sheet).join('\n') === asText(key).join('\n')
    : sheet.numbers.join(' ') === key.numbers.join(' ') &&
      sheet.lists.map((list) => list.map(({ label }) => label).join(' ')).join('/') ===
        key.lists.map((list) => list.map(({ label }) => label).join(' ')).join('/');

const asText = ({ letters }: ReadGrid): string[] =>
  letters.map((row) => row.map((letter) => letter ?? '.').join(''));

const gridsIn = (blocks: readonly Block[]): SquareGrid[] =>
  blocks.flatMap((block) => (block.kind === 'square-grid' ? [block] : innerBlocks(block).flatMap(gridsIn)));

const numbersIn = (text = ''): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** The letters between two places that a row of a key names. */
function alongLine({ letters }: ReadGrid, [, begins, ends]: readonly string[]): string {
  const [r1 = 0, c1 = 0] = numbersIn(begins);
  const [r2 = 0, c2 = 0] = numbersIn(ends);
  const steps = Math.max(Math.abs(r2 - r1), Math.abs(c2 - c1));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const row = r1 + Math.sign(r2 - r1) * step;
    return letters[row - 1]?.[c1 + Math.sign(c2 - c1) * step - 1] ?? '';
  }).join('');
}

/**
 * The letters of a crossword from the square with a number on, as far as they run; numbers count the squares in which a word
 * begins, so that their places follow from the letters.
 * @param which the list it is in: across comes first, unless there is none
 */
function fromNumber(
  { letters, lists }: ReadGrid,
  label: string,
  word: string,
  which: number,
  langs: readonly string[],
): string {
  const at = (row: number, column: number) => letters[row]?.[column];
  const begins = (row: number, column: number, down: number, right: number) =>
    at(row, column) !== undefined &&
    at(row - down, column - right) === undefined &&
    at(row + down, column + right) !== undefined;
  const run = (row: number, column: number, down: number, right: number) => {
    let found = '';
    for (let [r, c] = [row, column]; at(r, c) !== undefined; r += down, c += right) found += at(r, c);
    return found;
  };
  let number = 0;
  for (const [row, squares] of letters.entries())
    for (const column of squares.keys()) {
      const across = begins(row, column, 0, 1);
      const down = begins(row, column, 1, 0);
      if (across || down) number++;
      if (String(number) !== label || !(across || down)) continue;
      const ways = [...(across ? [run(row, column, 0, 1)] : []), ...(down ? [run(row, column, 1, 0)] : [])];
      if (lists.length > 1) return which === 0 ? run(row, column, 0, 1) : run(row, column, 1, 0);
      // A grid with words in one direction only has one list.
      return ways.find((way) => langs.some((lang) => lettersInSquares(word, lang)?.join('') === way)) ?? '';
    }
  return '';
}
