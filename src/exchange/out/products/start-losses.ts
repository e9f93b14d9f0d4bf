import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Loss } from '../../losses/loss.ts';
import type { ProductOut } from '../product-out.ts';

/** What was left out of a file so far. */
interface LossList {
  readonly losses: readonly Loss[];
  /** Adds a loss, once for each place. */
  readonly lose: (loss: Loss) => void;
  /** Adds a loss of the product as a whole, at the file that it is made from. */
  readonly loseOfAll: (what: string) => void;
}

/** Starts the list for a product with what no other program does with its pages. */
export function startLosses({ path, imposition, page }: ProductOut): LossList {
  const losses: Loss[] = [];
  const known = new Set<string>();
  const lose = (loss: Loss) => {
    const { what, text, at } = loss;
    const key = JSON.stringify([what, text, at.file, at.line]);
    if (!known.has(key)) losses.push(loss);
    known.add(key);
  };
  const loseOfAll = (what: string) => lose({ what, text: '', at: { file: path, line: 1, column: 1 } });
  if (imposition !== undefined) loseOfAll(ownValue(SHEETS, imposition) ?? 'how its pages are put on sheets');
  if (page.fit) loseOfAll('that type is made smaller or larger until it fits its page');
  return { losses, lose, loseOfAll };
}

/** What is lost of the ways in which pages are put on sheets. */
const SHEETS: Readonly<Record<string, string>> = {
  cards: 'cards to cut out, with their backs behind them: each side is a box',
  bookmarks: 'bookmarks to cut out: each is a box',
  booklet: 'the order of pages for folding a booklet',
};
