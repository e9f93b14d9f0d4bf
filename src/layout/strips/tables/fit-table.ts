import type { Table } from '../../../blocks/block.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { withSizes } from '../../lines/type-look.ts';
import type { Style } from '../../style/style.ts';
import type { LayoutContext } from '../layout-context.ts';
import { columnWidths, evenWidths, haveRoom } from './column-widths.ts';
import { type MeasuredColumn, measureColumns } from './measure-columns.ts';

/** Room between columns, in points: as it should be, and where a table is too wide for the page. */
const COLUMN_GAP = 10;
const NARROW_GAP = 6;
/** The type of a table that is too wide is made smaller in these steps, but not below the style’s smallest size. */
const TYPE_SCALES = [0.95, 0.9, 0.85, 0.8];
/** The looks of text in cells. */
const LOOKS = ['small', 'label'];

/** How a table is set: all of it is in points. */
export interface TableFit {
  readonly widths: readonly number[];
  readonly gap: number;
  /** The width of the whole table, and how far it extends beyond the column on either side. */
  readonly width: number;
  readonly overhang: number;
  /** The context with the type of the table. */
  readonly context: LayoutContext;
}

/** A way to give a table more room. */
interface TableRoom {
  readonly overhang: number;
  readonly gap: number;
  readonly style: Style;
}

/**
 * Decides how wide the columns of a table are. If its words do not fit, or a column of long text is cramped, it uses
 * the side margins of the page, then narrower gaps, then smaller type. Only if none of these is enough are words
 * hyphenated, and as a last resort cut.
 */
export function fitTable(table: Table, width: number, context: LayoutContext): TableFit {
  const tried = new Map<Style, readonly MeasuredColumn[]>();
  const fitIn = ({ overhang, gap, style }: TableRoom) => {
    const whole = width + 2 * overhang;
    const free = whole - gap * (table.columns.length - 1);
    const inStyle = style === context.style ? context : { ...context, style };
    // Shares depend on the room, texts only on the type.
    const hasShares = table.columns.some(({ share }) => share !== undefined);
    const columns = (!hasShares && tried.get(style)) || measureColumns(table, free, gap, inStyle);
    tried.set(style, columns);
    return { columns, free, fit: { gap, width: whole, overhang, context: inStyle } };
  };
  type Tried = ReturnType<typeof fitIn>;
  const finished = ({ free, fit }: Tried, columns: readonly MeasuredColumn[]): TableFit => ({
    ...fit,
    widths: (table.grid ? evenWidths : columnWidths)(columns, free),
  });

  const rooms = roomsFor(table, width, context);
  const ways: Tried[] = [];
  for (const room of rooms) {
    const way = fitIn(room);
    ways.push(way);
    if (!haveRoom(way.columns, way.free)) continue;
    const fit = finished(way, way.columns);
    const wider = rooms[ways.length];
    if (!wider || room.overhang > 0 || wider.overhang === 0 || !isCramped(way.columns, fit, context))
      return fit;
  }
  // Words have to be broken: at hyphens, with as little done to the table as possible, or anywhere.
  const broken = ways.map((way) => way.columns.map((one) => ({ ...one, least: one.smallestPart })));
  const found = broken.findIndex((columns, index) => haveRoom(columns, ways[index]!.free));
  const chosen = found < 0 ? ways.length - 1 : found;
  return finished(ways[chosen]!, broken[chosen]!);
}

/** A column of text is cramped if it is narrower than this, in ems, and its longest text takes more lines than that. */
const CRAMPED = { ems: 14, lines: 4 };

/** Whether long text is set in a narrow column, so that it is hard to read and makes the table tall. */
const isCramped = (
  columns: readonly MeasuredColumn[],
  { widths }: TableFit,
  { style }: LayoutContext,
): boolean =>
  columns.some(
    ({ given, rows }, index) =>
      given === undefined &&
      widths[index]! < CRAMPED.ems * style['small-size'] &&
      largest(rows, 0) > CRAMPED.lines * widths[index]!,
  );

/** Lists the ways to set a table, from the one that changes nothing to the one with the most room. */
function roomsFor(
  { columns, large }: Table,
  width: number,
  { style, overhang, cell }: LayoutContext,
): TableRoom[] {
  const plain = { overhang: 0, gap: COLUMN_GAP, style };
  // A table in a cell has what its cell has.
  if (cell || columns.length < 2) return [plain];
  const isWholeColumn = overhang !== undefined && Math.abs(width - overhang.columnWidth) < 0.01;
  const each = isWholeColumn ? overhang.each : 0;
  const looks = large ? [...LOOKS, 'body'] : LOOKS;
  const widened = each > 0 ? [{ ...plain, overhang: each }] : [];
  const narrow = { ...plain, overhang: each, gap: NARROW_GAP };
  const scaled = TYPE_SCALES.filter((scale) =>
    looks.some((look) => Number(style[`${look}-size` as keyof Style]) * scale >= style['smallest-size']),
  ).map((scale) => ({ ...narrow, style: withSizes(style, looks, scale) }));
  return [plain, ...widened, narrow, ...scaled];
}
