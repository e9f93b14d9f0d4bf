import type { Inline, NoteReference } from '../../../blocks/block.ts';
import type { TextRun } from '../../../blocks/text-run.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import { rounded } from '../../../pages/length.ts';
import type { Mark } from '../../../pages/page.ts';
import { breakLines } from '../../lines/break-lines.ts';
import type { Line } from '../../lines/items.ts';
import type { Piece, TextItem } from '../../lines/text-context.ts';
import { toItems } from '../../lines/text-items.ts';
import { faceOf } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { shifted } from '../strip.ts';
import type { LinkRef } from './link-areas.ts';
import { setLine } from './set-line.ts';
import type { TextOptions } from './text-options.ts';

/** A line of text that is set. */
export interface SetLine {
  readonly marks: readonly Mark[];
  /** The notes that it refers to. */
  readonly notes: readonly NoteReference[];
  /** The cost of ending a frame after it. */
  readonly breakCost: number;
  /** Whether it has a number of its own: the rest of a line of verse that was too long has none. */
  readonly counted: boolean;
  /** How much higher it is than a line of text, in points: as far as a picture in it stands above it. */
  readonly rise: number;
}

/**
 * Breaks a text into lines, and sets each.
 * Reports letters that are missing from every font, and words wider than the column.
 */
export function setLines(text: readonly Inline[], options: TextOptions, context: LayoutContext): SetLine[] {
  const { look, at, width, shape } = options;
  const hyphenate = shape === 'justified' && context.style.hyphenate;
  const items = toItems(text, { look, at, width, hyphenate }, context);
  const indent = options.turnovers ? look.size * TURNOVER : 0;
  const lines = options.turnovers ? verseLines(items, width, indent) : breakLines(items, width, shape);
  const linkRefs = new Map<TextRun, LinkRef>();
  const metrics = context.fonts.metrics(faceOf(look, {}));
  const baseline = rounded(look.leading / 2 + ((metrics.ascent - metrics.descent) / 2) * look.size);
  /** The line of verse that is being set. */
  let verse = -1;
  return lines.map((line, index): SetLine => {
    const last = index === lines.length - 1;
    const pieces = piecesOf(items, line);
    const { marks, notes } = setLine(
      {
        pieces,
        ending: endingOf(items, line, last),
        first: index === 0,
        filled: shape !== 'justified' ? 'never' : line.ended ? 'if-tight' : 'always',
        baseline,
        linkRefs,
      },
      options,
      context,
    );
    const turnover = options.turnovers === true && isTurnover(lines, index);
    if (!turnover) verse += 1;
    return {
      marks: turnover ? shifted(marks, indent, 0) : marks,
      counted: !turnover && options.uncounted?.includes(verse) !== true,
      rise: riseOf(pieces, baseline),
      breakCost: line.hyphen ? HYPHEN_AT_PAGE_END : last ? 0 : BREAK_IN_PARAGRAPH,
      notes,
    };
  });
}

/** The room between a picture in a line and the line above, in points. */
const PICTURE_GAP = 2;

function riseOf(pieces: readonly Piece[], baseline: number): number {
  let rise = 0;
  for (let at = 0; at < pieces.length; at++) {
    const { picture } = pieces[at]!;
    if (picture) rise = Math.max(rise, picture.height + PICTURE_GAP - baseline);
  }
  return rounded(rise);
}

/** Lists the pieces of a line. The parts of a word that is not broken are one piece. */
function piecesOf(items: readonly TextItem[], { from, to }: Line): Piece[] {
  const pieces: Piece[] = [];
  for (let index = from; index < to; index++) {
    const { pieces: own, whole } = items[index]!;
    const isWhole = whole !== undefined && index + whole.items <= to;
    if (isWhole) append(pieces, whole.pieces);
    else if (own) append(pieces, own);
    if (isWhole) index += whole.items - 1;
  }
  return pieces;
}

/** The indent of the rest of a line of verse, in ems. */
const TURNOVER = 1.2;

/**
 * Breaks each line of verse separately. One that is too long is broken to a narrower measure, to leave room for the
 * indent.
 */
function verseLines(items: readonly TextItem[], width: number, indent: number): Line[] {
  const ends = items.flatMap((item, index) =>
    item.kind === 'penalty' && item.cost === -Infinity ? [index] : [],
  );
  return [...ends, items.length].flatMap((end, order) => {
    const from = order === 0 ? 0 : ends[order - 1]! + 1;
    const lineItems = items.slice(from, end);
    const whole = breakLines(lineItems, width);
    const lines = whole.length > 1 ? breakLines(lineItems, width - indent) : whole;
    return lines.map((line) => ({ ...line, from: line.from + from, to: line.to + from }));
  });
}

/** Whether a line continues the one before it, which was too long for the column. */
const isTurnover = (lines: readonly Line[], index: number) => index > 0 && !lines[index - 1]!.ended;

/**
 * The cost of a frame that ends in a hyphen, or inside a paragraph: the same as if a tenth, or a twentieth, were
 * empty.
 */
const HYPHEN_AT_PAGE_END = 0.01;
const BREAK_IN_PARAGRAPH = 0.0025;

/** Gives what to add at the end of a line: a hyphen inside a word, or the space that separates words when read out. */
function endingOf(items: readonly TextItem[], line: Line, last: boolean): '' | ' ' | '\u00AD' {
  if (line.hyphen) return '\u00AD';
  if (last) return '';
  const next = items[line.to];
  return next?.kind === 'glue' || (next?.kind === 'penalty' && next.cost === -Infinity) ? ' ' : '';
}
