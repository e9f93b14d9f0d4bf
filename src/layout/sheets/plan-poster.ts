import { largest } from '../../diagnostics/collections/largest.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { mm } from '../../pages/length.ts';
import type { Box } from '../../pages/page.ts';
import { MARK_GAP, SHORTEST_MARK, UNPRINTABLE } from './cut-marks.ts';
import type { PosterContent } from './poster-content.ts';
import { chooseJoins } from './poster-joins.ts';
import type { Size } from './size.ts';

/** A page enlarged over several sheets to be glued together. All measurements are in points. */
export interface Poster {
  readonly sheet: Size;
  readonly columns: number;
  readonly rows: number;
  /** The factor by which the page is enlarged. */
  readonly scale: number;
  /** The part of the page that is printed. */
  readonly area: Box;
  /** Where each column and each row of sheets begins on the page. */
  readonly lefts: readonly number[];
  readonly tops: readonly number[];
  /** The upper left corner of the printed area, the same on all sheets so that a pile can be cut in one go. */
  readonly corner: { readonly x: number; readonly y: number };
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

/** Sizes tried, as shares of the largest: where that saves sheets, or spares a word that a join would cut. */
const SHRUNK = [1, 0.98, 0.96, 0.94, 0.92, 0.9];
/** The same where no word at all is cut then. */
const SHRUNK_FURTHER = [0.88, 0.86, 0.84, 0.82];

/**
 * Plans a poster: a page as large as a grid of sheets allows, or of a given size on as few sheets as possible. The margins of
 * the page are left out, and joins are where they cut no words. A poster may be a tenth smaller for either,
 * and almost a fifth where no word is cut then.
 * @param labelHeight the height of the label in the bottom margin that says where the sheet belongs, in points
 * @returns undefined, with a report, if the poster would not be larger than the page
 */
export function planPoster(
  page: Size,
  content: PosterContent,
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
  const size = options.size === undefined ? undefined : ownValue(POSTER_SIZES, options.size)!;
  const planOn = (room: Room, share: number) =>
    size ? ofSize(page, content, room, size, share) : onGrid(content, room, options.grid ?? '2x2', share);
  const rooms = (size ? [paper, turnedOver(paper)] : [paper]).map((sheet) => roomOn(sheet, margin));
  const poster = best(rooms, planOn);
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
const sheetsIn = ({ columns, rows }: Poster) => columns * rows;

/** A sheet, and how much of it can be printed. */
interface Room {
  readonly sheet: Size;
  readonly width: number;
  readonly height: number;
}

const roomOn = ({ width, height }: Size, margin: number): Room => ({
  sheet: { width, height },
  width: width - 2 * margin,
  height: height - 2 * margin,
});

function onGrid(content: PosterContent, room: Room, grid: string, share: number): Planned {
  const [columns, rows] = grid.split('x').map(Number) as [number, number];
  const most = (length: number, count: number) => count * length - (count - 1) * OVERLAP;
  const { area } = content;
  const scale = Math.min(most(room.width, columns) / area.width, most(room.height, rows) / area.height);
  return divided(content, room, { columns, rows, scale: scale * share });
}

function ofSize(
  page: Size,
  content: PosterContent,
  room: Room,
  [short, long]: readonly [number, number],
  share: number,
): Planned {
  const isLandscape = page.width > page.height;
  const [width, height] = isLandscape ? [mm(long), mm(short)] : [mm(short), mm(long)];
  const full = Math.min(width / page.width, height / page.height);
  const count = (length: number, most: number) =>
    Math.max(1, Math.ceil((length - OVERLAP) / (most - OVERLAP) - 1e-6));
  const { area } = content;
  const scale = full * share;
  const columns = count(area.width * scale, room.width);
  const rows = count(area.height * scale, room.height);
  return divided(content, room, { columns, rows, scale });
}

/** A poster, and how many words its joins cut. */
interface Planned {
  readonly poster: Poster;
  readonly cut: number;
}

/** Gives the plan with the fewest sheets, and of these the largest that cuts no word, or the fewest. */
function best(rooms: readonly Room[], planOn: (room: Room, share: number) => Planned): Poster {
  const most = rooms.map((room) => planOn(room, SHRUNK.at(-1)!));
  const fewest = smallest(most.map(({ poster }) => sheetsIn(poster)));
  let found: Planned | undefined;
  for (const share of SHRUNK)
    for (const room of rooms) {
      if (found?.cut === 0) break;
      const plan = planOn(room, share);
      if (sheetsIn(plan.poster) === fewest && (!found || plan.cut < found.cut)) found = plan;
    }
  if (found && found.cut > 0)
    for (const share of SHRUNK_FURTHER)
      for (const room of rooms) {
        const plan = planOn(room, share);
        if (sheetsIn(plan.poster) === fewest && plan.cut === 0) return plan.poster;
      }
  return (found ?? most[0]!).poster;
}

function divided(
  content: PosterContent,
  room: Room,
  { columns, rows, scale }: Pick<Poster, 'columns' | 'rows' | 'scale'>,
): Planned {
  const overlap = OVERLAP / scale;
  const across = { axis: 'x', count: columns, longest: room.width / scale, overlap } as const;
  const down = { axis: 'y', count: rows, longest: room.height / scale, overlap } as const;
  const [lefts, tops] = [chooseJoins(content, across)!, chooseJoins(content, down)!];
  const starts = { lefts: lefts.starts, tops: tops.starts };
  const poster = { sheet: room.sheet, columns, rows, scale, area: content.area, ...starts };
  const tiles = Array.from({ length: columns * rows }, (_, place) =>
    tileAt({ ...poster, corner: { x: 0, y: 0 } }, place),
  );
  const middle = (length: number, side: 'width' | 'height') =>
    (length -
      scale *
        largest(
          tiles.map((tile) => tile[side]),
          0,
        )) /
    2;
  const corner = { x: middle(room.sheet.width, 'width'), y: middle(room.sheet.height, 'height') };
  return { poster: { ...poster, corner }, cut: lefts.cut + tops.cut };
}

/**
 * Gives the part of the page that is on a sheet, in the page’s coordinates.
 * @param place the sheet, counted from 0, in rows from the left
 */
export function tileAt({ columns, scale, area, lefts, tops }: Poster, place: number): Box {
  const column = place % columns;
  const row = Math.floor(place / columns);
  const end = (starts: readonly number[], index: number, last: number) =>
    index + 1 < starts.length ? starts[index + 1]! + OVERLAP / scale : last;
  const x = lefts[column]!;
  const y = tops[row]!;
  return {
    x,
    y,
    width: end(lefts, column, area.x + area.width) - x,
    height: end(tops, row, area.y + area.height) - y,
  };
}
