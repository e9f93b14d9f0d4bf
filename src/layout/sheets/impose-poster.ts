import type { Laid } from '../../pages/laid.ts';
import { rounded } from '../../pages/length.ts';
import type { Box, Mark } from '../../pages/page.ts';
import { hairline, MARK_GAP, UNPRINTABLE } from './cut-marks.ts';
import { OVERLAP, type Poster, tileAt } from './plan-poster.ts';
import { type LettersOf, splitIntoTiles } from './split-into-tiles.ts';

/** The text that imposition needs set or measured, since it has no fonts. */
export interface PosterText {
  /** The document’s title, printed before the place of each sheet if there is room for both. */
  readonly title: string;
  /** Sets a line of text that is not content. */
  readonly label: (text: string) => Label;
  readonly lettersOf: LettersOf;
  /** Says where a sheet belongs: row 1 of 2, column 2 of 3. Numbers are from 1. */
  readonly placeInWords: (place: PosterPlace) => string;
  /** The same, for one of several pages. */
  readonly pageInWords: (page: number, place: string) => string;
}

interface PosterPlace {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/** A line of text that is not content. Marks are relative to its top left corner; measurements are in points. */
interface Label {
  readonly marks: readonly Mark[];
  readonly width: number;
  readonly height: number;
}

/**
 * Spreads each page over several sheets, in rows from the left. To assemble them, each sheet after the first in its
 * row or
 * column is cut at its left or upper marks, and glued on the strip beyond the dashed marks of the sheet before it.
 */
export function imposePoster(laid: Laid, poster: Poster, lettering: PosterText): Laid {
  const { sheet, columns, rows, scale, corner, tops } = poster;
  const places = Array.from({ length: columns * rows }, (_, place) => place);
  const tiles = places.map((place) => tileAt(poster, place));
  const { parts, structure } = splitIntoTiles(laid, tiles, lettering.lettersOf);
  const all = { x: 0, y: 0, ...sheet };
  const pages = parts.flatMap((shared, page) =>
    shared.map((marks, place) => {
      const tile = tiles[place]!;
      const row = Math.floor(place / columns) + 1;
      const column = (place % columns) + 1;
      const where = lettering.placeInWords({ row, rows, column, columns });
      const ofPage = lettering.pageInWords(page + 1, where);
      return {
        ...sheet,
        boxes: { trim: all, bleed: all, crop: all },
        label: String(page * places.length + place + 1),
        marks: [
          ...posterMarks(poster, tile, { last: column === columns, foot: row === rows }),
          {
            kind: 'group' as const,
            x: rounded(corner.x - tile.x * scale),
            y: rounded(corner.y - tile.y * scale),
            turn: 0 as const,
            scale,
            clip: roundedBox(tile),
            role: ofPage,
            marks,
          },
          ...labelOn(poster, laid.pages.length > 1 ? ofPage : where, lettering),
        ],
      };
    }),
  );
  const sheetOf = (page: number, y: number) => {
    const row = Math.max(
      0,
      tops.findLastIndex((top) => top <= y),
    );
    return { place: row * columns, page: page * places.length + row * columns };
  };
  return {
    ...laid,
    structure,
    pages,
    sides: 'one-sided',
    finish: { kind: 'poster', columns, rows },
    outline: laid.outline.map((item) => ({ ...item, page: item.page * places.length })),
    destinations: Object.fromEntries(
      Object.entries(laid.destinations).map(([name, { page, y }]) => {
        const { place, page: on } = sheetOf(page, y);
        return [name, { page: on, y: rounded(corner.y + Math.max(0, y - tiles[place]!.y) * scale) }];
      }),
    ),
  };
}

const roundedBox = ({ x, y, width, height }: Box): Box => ({
  x: rounded(x),
  y: rounded(y),
  width: rounded(width),
  height: rounded(height),
});

/** Puts the label in the middle of the bottom margin, away from the marks in the corners. */
function labelOn({ sheet }: Poster, where: string, { title, label }: PosterText): Mark[] {
  const full = label(`${title} · ${where}`);
  const fits = full.width <= sheet.width - 2 * UNPRINTABLE;
  const { marks, width, height } = fits ? full : label(where);
  const group = { kind: 'group', turn: 0, scale: 1, role: 'label' } as const;
  const y = sheet.height - UNPRINTABLE - height;
  return [{ ...group, x: rounded((sheet.width - width) / 2), y: rounded(y), marks }];
}

/**
 * Draws the marks outside the printed area: solid where a sheet is cut, dashed where the cut edge of the next sheet goes.
 * Those on the left and at the top, where sheets are cut, are the same on all sheets.
 */
function posterMarks(
  { sheet, scale, corner }: Poster,
  tile: Box,
  is: { readonly last: boolean; readonly foot: boolean },
): Mark[] {
  const right = corner.x + tile.width * scale;
  const foot = corner.y + tile.height * scale;
  const vertical = [
    { at: corner.x, dashed: false },
    { at: right, dashed: false },
    ...(is.last ? [] : [{ at: right - OVERLAP, dashed: true }]),
  ];
  const horizontal = [
    { at: corner.y, dashed: false },
    { at: foot, dashed: false },
    ...(is.foot ? [] : [{ at: foot - OVERLAP, dashed: true }]),
  ];
  const ends = (from: number, to: number, length: number): [number, number][] => [
    [Math.max(UNPRINTABLE, from - MARK_GAP - LONGEST), from - MARK_GAP],
    [to + MARK_GAP, Math.min(length - UNPRINTABLE, to + MARK_GAP + LONGEST)],
  ];
  return [
    ...vertical.flatMap(({ at, dashed }) =>
      ends(corner.y, foot, sheet.height).map(([from, to]) => hairline([at, from, at, to], 0, dashed)),
    ),
    ...horizontal.flatMap(({ at, dashed }) =>
      ends(corner.x, right, sheet.width).map(([from, to]) => hairline([from, at, to, at], 0, dashed)),
    ),
  ];
}

/** The longest a mark may be, in points: longer ones would lead the eye away from the corner. */
const LONGEST = 20;
