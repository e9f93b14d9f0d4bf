import { largest } from '../../diagnostics/collections/largest.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
import type { ReadText } from '../../pdf/content/page-mark.ts';
import { isNode, type ReadNode } from '../../pdf/reading/read-node.ts';
import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { type MarkedTexts, markedTexts, nodeText, textsUnder } from '../../pdf/reading/text-of.ts';

/** A puzzle as it can be read in a file: what is printed in its grid, and what follows it up to the next one. */
export interface ReadGrid {
  /** The letters by their places, as they are printed: a row for each line of letters. Empty on a blank crossword. */
  readonly letters: readonly (readonly (string | undefined)[])[];
  /** The numbers in its squares, in order. */
  readonly numbers: readonly string[];
  /** Rows of tables below it: `cloud`, `row 3, column 4`, … */
  readonly rows: readonly (readonly string[])[];
  /** Lists below it, each with its labels and texts. */
  readonly lists: readonly (readonly { readonly label: string; readonly text: string }[])[];
}

/** Reads the grids of a file: each Figure, with the lists and tables that follow it. */
export function readGrids(pdf: ReadPdf): ReadGrid[] {
  const marked = markedTexts(pdf);
  const grids: {
    grid: Pick<ReadGrid, 'letters' | 'numbers'>;
    rows: string[][];
    lists: { label: string; text: string }[][];
  }[] = [];
  const visit = (node: ReadNode) => {
    const inner = node.children.filter(isNode);
    const own = grids.at(-1);
    const textOf = (one: ReadNode) => nodeText(one, marked).trim();
    if (node.role === 'Figure') grids.push({ grid: readFigure(node, marked), rows: [], lists: [] });
    else if (node.role === 'TR') own?.rows.push(inner.map(textOf));
    else if (node.role === 'L')
      own?.lists.push(
        inner.map((item) => {
          const parts = item.children.filter(isNode);
          const label = parts.find(({ role }) => role === 'Lbl');
          const body = parts.filter(({ role }) => role !== 'Lbl');
          return { label: label ? textOf(label) : '', text: body.map(textOf).join(' ') };
        }),
      );
    else for (const child of inner) visit(child);
  };
  for (const root of pdf.structure?.roots ?? []) visit(root);
  return grids.map(({ grid, ...below }) => ({ ...grid, ...below }));
}

/** Reads the letters of a figure by where they are on the page, and not by their order in the file. */
function readFigure(node: ReadNode, marked: MarkedTexts): Pick<ReadGrid, 'letters' | 'numbers'> {
  const texts = textsUnder(node, marked).filter(({ text }) => text.trim() !== '');
  const numbers = texts.filter(isNumber).map(({ text }) => text.trim());
  const letters = texts.filter((text) => !isNumber(text));
  if (letters.length === 0) return { letters: [], numbers };
  const [top, bottom] = [smallest(letters.map(yOf)), largest(letters.map(yOf))];
  const left = smallest(letters.map(xOf));
  const side = smallest(distances(letters)) || 1;
  const rows = Math.round((bottom - top) / side) + 1;
  const grid: (string | undefined)[][] = Array.from({ length: rows }, () => []);
  for (const letter of letters) {
    const row = grid[Math.round((yOf(letter) - top) / side)]!;
    row[Math.round((xOf(letter) - left) / side)] = letter.text.trim();
  }
  const columns = largest(grid.map((row) => row.length));
  return { letters: grid.map((row) => Array.from({ length: columns }, (_, index) => row[index])), numbers };
}

const isNumber = ({ text }: ReadText): boolean => /^\d+$/.test(text.trim());

const xOf = ({ from }: ReadText): number => from[0];
const yOf = ({ from }: ReadText): number => from[1];

/** The distances between lines of letters. */
function distances(letters: readonly ReadText[]): number[] {
  const lines = [...new Set(letters.map((letter) => Math.round(yOf(letter) * 10) / 10))].toSorted(
    (a, b) => a - b,
  );
  return lines.slice(1).map((line, index) => line - lines[index]!);
}
