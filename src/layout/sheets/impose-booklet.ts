import type { Laid } from '../../pages/laid.ts';
import { mm } from '../../pages/length.ts';
import { placePages, type SheetSide } from './place-pages.ts';
import type { PlacedPage } from './placed-page.ts';
import { type Edge, type Offset, shiftOfBack, turnsLikeABook } from './turn-over.ts';
import { withTrimMarks } from './with-trim-marks.ts';

/** Sheets folded once and stapled in the fold. Sizes are in points. */
export interface Booklet {
  /** The sheet, in landscape. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** The scale of pages; 1 if they are laid out at half the sheet. */
  readonly scale: number;
  readonly edge: Edge;
  readonly offset?: Offset;
}

/**
 * The thickness of copier paper (80 g/m²), in points: how far each sheet of a booklet is pushed out by the one around
 * it.
 */
export const PAPER_THICKNESS = mm(0.1);

/**
 * Imposes pages for saddle stitching: four pages per sheet, the first sheet outermost. Missing pages at the end are
 * blank.
 */
export function imposeBooklet(laid: Laid, { sheet, scale, edge, offset }: Booklet): Laid {
  const sheets = sheetsOf(laid.pages.length);
  const last = 4 * sheets - 1;
  const half = sheet.width / 2;
  const at = (page: number, right: boolean, depth: number, back: boolean): PlacedPage[] => {
    const pageSize = laid.pages[page];
    if (!pageSize) return [];
    const free = half - pageSize.width * scale;
    // Pages move towards the fold as far as their sheet sticks out, so that outer margins are equal after trimming.
    const creep = depth * PAPER_THICKNESS;
    const x = right ? half + free / 2 - creep : free / 2 + creep;
    const y = (sheet.height - pageSize.height * scale) / 2;
    if (!back) return [{ page, x, y, turn: 0, scale }];
    const shift = shiftOfBack(sheet, edge, offset ?? { right: 0, down: 0 });
    return turnsLikeABook(sheet, edge)
      ? [{ page, x: x + shift.x, y: y + shift.y, turn: 0, scale }]
      : [{ page, x: sheet.width - x + shift.x, y: sheet.height - y + shift.y, turn: 180, scale }];
  };
  const sides: SheetSide[] = Array.from({ length: sheets }, (_, depth) => [
    {
      placed: [...at(last - 2 * depth, false, depth, false), ...at(2 * depth, true, depth, false)],
      marks: [],
    },
    {
      placed: [...at(2 * depth + 1, false, depth, true), ...at(last - 2 * depth - 1, true, depth, true)],
      marks: [],
    },
  ]).flat();
  const halves = { x: 0, y: 0, ...sheet, columns: 2, rows: 1 };
  const fold = { columns: [half], rows: [], folded: true };
  const placed = placePages(laid, sheet, sides, edge, halves);
  return { ...withTrimMarks(placed, fold), finish: { kind: 'booklet' } };
}

/** Gives the number of sheets in a booklet with the given number of pages. */
export const sheetsOf = (pages: number): number => Math.ceil(pages / 4);
