import { largest } from '../../diagnostics/collections/largest.ts';
import { bleedOf, grown } from '../../pages/bleed.ts';
import type { Laid } from '../../pages/laid.ts';
import { rounded } from '../../pages/length.ts';
import type { GroupMark, Mark } from '../../pages/page.ts';
import { bleedClip, type Cells } from './bleed-clip.ts';
import type { PlacedPage } from './placed-page.ts';

/** One side of a sheet. */
export interface SheetSide {
  readonly placed: readonly PlacedPage[];
  /** Cut and fold marks, behind the pages. */
  readonly marks: readonly Mark[];
}

/**
 * Puts pages on the sides of sheets. The structure keeps its logical order, and links to a page lead to the side that
 * it is
 * on. Pages keep their bleed where it will be cut off.
 * @param cells the area for pages, and its division; by default the whole sheet
 */
export function placePages(
  laid: Laid,
  sheet: { width: number; height: number },
  sides: readonly SheetSide[],
  printed: Laid['sides'],
  cells: Cells = { x: 0, y: 0, width: sheet.width, height: sheet.height, columns: 1, rows: 1 },
): Laid {
  const { width, height } = sheet;
  const all = { x: 0, y: 0, width, height };
  const bleed = largest(laid.pages.map(bleedOf), 0);
  const { x, y } = cells;
  // The area left after cutting: the sheet, or the block of cards in the middle of it.
  const trim = bleed > 0 ? { x, y, width: cells.width, height: cells.height } : all;
  const boxes = { trim, bleed: grown(trim, bleed), crop: all };
  const placeOf = new Map<number, { side: number; placed: PlacedPage }>();
  sides.forEach(({ placed }, side) => {
    for (const one of placed) placeOf.set(one.page, { side, placed: one });
  });
  const sideOf = (page: number) => placeOf.get(page)?.side ?? 0;
  return {
    ...laid,
    ...(printed && { sides: printed }),
    pages: sides.map(({ placed, marks }, index) => ({
      width,
      height,
      boxes,
      label: String(index + 1),
      marks: [...marks, ...placed.map((one) => groupOf(one, laid, cells, x > 0 || y > 0))],
    })),
    outline: laid.outline.map((item) => ({ ...item, page: sideOf(item.page) })),
    destinations: Object.fromEntries(
      Object.entries(laid.destinations).map(([name, { page, y }]) => [
        name,
        { page: sideOf(page), y: heightOn(placeOf.get(page)?.placed, y) },
      ]),
    ),
  };
}

function groupOf(placed: PlacedPage, laid: Laid, cells: Cells, cards: boolean): GroupMark {
  const { page, x, y, turn, scale } = placed;
  const clip = bleedClip(placed, laid.pages[page]!, cells, cards);
  return {
    kind: 'group',
    x: rounded(x),
    y: rounded(y),
    turn,
    scale,
    role: `page ${page + 1}`,
    ...(clip && { clip }),
    marks: laid.pages[page]!.marks,
  };
}

function heightOn(placed: PlacedPage | undefined, y: number): number {
  if (!placed) return y;
  return rounded(placed.y + (placed.turn === 180 ? -y : y) * placed.scale);
}
