import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { mm } from '../../pages/length.ts';
import type { Box } from '../../pages/page.ts';
import { MARK_GAP, SHORTEST_MARK, UNPRINTABLE } from './cut-marks.ts';
import type { Size } from './size.ts';

/** A page enlarged over several sheets to be glued together. All measurements are in points. */
export interface Poster {
  readonly sheet: Size;
  readonly columns: number;
  readonly rows: number;
  /** The factor by which the page is enlarged. */
  readonly scale: number;
  /** The printed area of each sheet, the same on all of them so that a pile can be cut in one go. */
  readonly printed: Box;
  /** The size of the assembled poster. */
  readonly finalSize: Size;
}

/** The sizes of posters, in millimetres, in portrait. */
const POSTER_SIZES: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a2: [420, 594],
  a1: [594, 841],
  a0: [841, 1189],
};

/** The overlap of neighbouring sheets, for glue, in points. */
export const OVERLAP = mm(10);
/** The least margin around the printed area, in points. */
const MARGIN = mm(10);

/**
 * Plans a poster: a page as large as a grid of sheets allows, or of a given size on as few sheets as possible.
 * @param labelHeight the height of the label in the bottom margin that says where the sheet belongs, in points
 * @returns undefined, with a report, if the poster would not be larger than the page
 */
export function planPoster(
  page: Size,
  paper: Size,
  options: { readonly grid?: string | undefined; readonly size?: string | undefined },
  labelHeight: number,
  at: Place,
  report: Report,
): Poster | undefined {
  const margin = Math.max(
    MARGIN,
    UNPRINTABLE + labelHeight + MARK_GAP,
    UNPRINTABLE + SHORTEST_MARK + MARK_GAP,
  );
  const poster =
    options.size === undefined
      ? onGrid(page, paper, options.grid ?? '2x2', margin)
      : [paper, turnedOver(paper)]
          .map((sheet) => ofSize(page, sheet, ownValue(POSTER_SIZES, options.size!)!, margin))
          .reduce((best, one) => (one.columns * one.rows < best.columns * best.rows ? one : best));
  if (poster.scale > 1.01) return poster;
  report.add(
    'poster-too-small',
    at,
    `As a poster ${options.size ? `of size ${options.size.toUpperCase()}` : `on ${options.grid} sheets`}, the page would be no larger than now.`,
    'Choose more sheets or a larger size.',
  );
  return undefined;
}

const turnedOver = ({ width, height }: Size): Size => ({ width: height, height: width });

function onGrid(page: Size, sheet: Size, grid: string, margin: number): Poster {
  const [columns, rows] = grid.split('x').map(Number) as [number, number];
  const most = (length: number, count: number) => count * (length - 2 * margin) - (count - 1) * OVERLAP;
  const scale = Math.min(most(sheet.width, columns) / page.width, most(sheet.height, rows) / page.height);
  return divided(page, sheet, columns, rows, scale);
}

function ofSize(page: Size, sheet: Size, [short, long]: readonly [number, number], margin: number): Poster {
  const isLandscape = page.width > page.height;
  const [width, height] = isLandscape ? [mm(long), mm(short)] : [mm(short), mm(long)];
  const scale = Math.min(width / page.width, height / page.height);
  const count = (length: number, room: number) =>
    Math.max(1, Math.ceil((length - OVERLAP) / (room - 2 * margin - OVERLAP) - 1e-6));
  const columns = count(page.width * scale, sheet.width);
  const rows = count(page.height * scale, sheet.height);
  return divided(page, sheet, columns, rows, scale);
}

function divided(page: Size, sheet: Size, columns: number, rows: number, scale: number): Poster {
  const finalSize = { width: page.width * scale, height: page.height * scale };
  const width = (finalSize.width + (columns - 1) * OVERLAP) / columns;
  const height = (finalSize.height + (rows - 1) * OVERLAP) / rows;
  const printed = { x: (sheet.width - width) / 2, y: (sheet.height - height) / 2, width, height };
  return {
    sheet: { width: sheet.width, height: sheet.height },
    columns,
    rows,
    scale,
    printed,
    finalSize,
  };
}

/**
 * Gives the part of the page that is on a sheet, in the page’s coordinates.
 * @param place the sheet, counted from 0, in rows from the left
 */
export function tileAt({ columns, scale, printed }: Poster, place: number): Box {
  const column = place % columns;
  const row = Math.floor(place / columns);
  return {
    x: (column * (printed.width - OVERLAP)) / scale,
    y: (row * (printed.height - OVERLAP)) / scale,
    width: printed.width / scale,
    height: printed.height / scale,
  };
}
