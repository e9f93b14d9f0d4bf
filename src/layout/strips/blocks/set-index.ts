import type { Index } from '../../../blocks/block.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { mm } from '../../../pages/length.ts';
import { typeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { sideBySide, WHOLE } from '../side-by-side.ts';
import type { Strip } from '../strip.ts';
import { addNode, type DraftNode } from '../structure-draft.ts';
import { setText } from '../text/set-text.ts';
import { pageDestination } from './set-references.ts';

/** The least width of a column of an index, in points, and in ems of its type. */
const COLUMN = mm(50);
const EMS = 13;
/** The gap between two columns, in points. */
const GAP = mm(6);

/**
 * Sets index terms in order, each with the pages where the previous pass found it. Without a previous pass there are
 * no pages. Where the frame is wide, they are in bands of several columns, so low that a page never ends within one:
 * readers would have to turn the page after each column.
 */
export function setIndex(index: Index, width: number, context: LayoutContext): Strip[] {
  const list = addNode(addNode(context.parent, 'Index'), 'L', { numbering: 'None' });
  const least = Math.max(COLUMN, context.style['body-size'] * EMS);
  const count = Math.max(1, Math.floor((width + GAP) / (least + GAP)));
  const columnWidth = (width - GAP * (count - 1)) / count;
  const entries = indexEntries(index, columnWidth, list, context);
  if (count === 1) return entries.flat();
  const { leading } = typeLook(context.style, 'body');
  return bandsOf(entries, count, context.frameHeight * WHOLE).flatMap((columns, band) => {
    const cells = columns.map((column, at) => ({ x: at * (columnWidth + GAP), strips: column.flat() }));
    const [first, ...others] = sideBySide(cells, index.at, 0, context);
    // A line between bands, or a column would seem to go on below.
    return band > 0 ? [{ ...first!, gapBefore: leading }, ...others] : [first!, ...others];
  });
}

/** Entries in columns. */
type Band = readonly (readonly Strip[][])[];

/** Divides entries into bands of columns that are no taller than allowed; the columns of the last are about even. */
function bandsOf(entries: readonly Strip[][], count: number, tallest: number): Band[] {
  const bands: Band[] = [];
  let rest = entries;
  while (rest.length > 0) {
    let columns = filled(rest, count, tallest);
    const taken = columns.flat().length;
    if (taken === rest.length) columns = even(rest, count, tallest);
    bands.push(columns);
    rest = rest.slice(taken);
  }
  return bands;
}

/** Fills columns one after another, each with one entry or more, until they are as tall as allowed. */
function filled(entries: readonly Strip[][], count: number, tallest: number): Band {
  let from = 0;
  return Array.from({ length: count }, () => {
    const begins = from;
    for (let height = 0; from < entries.length; from++) {
      height += heightOf(entries[from]!);
      if (height > tallest && from > begins) break;
    }
    return entries.slice(begins, from);
  });
}

/** Fills the lowest columns that hold all entries. */
function even(entries: readonly Strip[][], count: number, tallest: number): Band {
  const heights = entries.map(heightOf);
  const step = largest(heights) / 4;
  for (let height = heights.reduce((sum, one) => sum + one, 0) / count; height < tallest; height += step) {
    const columns = filled(entries, count, height);
    if (columns.flat().length === entries.length) return columns;
  }
  return filled(entries, count, tallest);
}

const heightOf = (entry: readonly Strip[]): number =>
  entry.reduce((sum, { height, gapBefore }) => sum + height + gapBefore, 0);

function indexEntries(index: Index, width: number, list: DraftNode, context: LayoutContext): Strip[][] {
  const look = typeLook(context.style, 'body');
  return index.terms.flatMap(({ name }): Strip[][] => {
    const mentions = context.mentions.get(name) ?? [];
    if (mentions.length === 0 && context.mentions.size > 0) return [];
    const body = addNode(addNode(list, 'LI'), 'LBody');
    const node = addNode(body, 'P');
    const text = [
      { kind: 'text' as const, text: mentions.length === 0 ? name : `${name}\u2002` },
      ...mentions.flatMap(({ page, label, main }, index) => [
        ...(index > 0 ? [{ kind: 'text' as const, text: ', ' }] : []),
        { kind: 'text' as const, text: label, link: `#${pageDestination(page)}`, bold: main },
      ]),
    ];
    const lines = setText(text, { look, at: index.at, width, node }, context);
    return [lines.map((line, at) => (at === 0 ? { ...line, gapBefore: 2 } : line))];
  });
}
