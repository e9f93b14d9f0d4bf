import type { Laid, StructureNode } from '../src/pages/laid.ts';
import type { GroupMark, Mark } from '../src/pages/page.ts';

/** Where text may be on a page, in points. */
export interface Frame {
  readonly top: number;
  readonly bottom: number;
}

/** A column of a page beside its text, in points. */
export interface MarginColumn {
  readonly left: number;
  readonly right: number;
}

/** What a glance at each page tells. */
export interface PageLook {
  /** The share of the frame above the lowest mark of its content, from 0 to 1. */
  readonly filled: number;
  /** Whether nothing is in its margin column; undefined if it has none. */
  readonly emptyMargin?: boolean;
}

/** Measures finished pages. It knows nothing of how they were made. */
export const lookAtPages = (
  laid: Laid,
  frame: Frame,
  marginColumn?: (page: number) => MarginColumn,
): PageLook[] =>
  laid.pages.map(({ marks }, index) => {
    const column = marginColumn?.(index);
    const content = marks.filter((mark) => !isFurniture(mark));
    return {
      filled:
        Math.max(0, lowest(content) - frame.top) /
        (Math.min(frame.bottom, footTop(marks, frame)) - frame.top),
      ...(column && { emptyMargin: !content.some((mark) => isWithin(mark, column)) }),
    };
  });

/**
 * The grids of a document's tables: for each different one, where its columns begin, in whole millimetres from the first.
 * Columns are told by the first words of the cells of a head.
 */
export function gridsOf(laid: Laid): string[] {
  const places = placesOfSlots(laid);
  const grids = tablesIn(laid.structure).map((table) =>
    headCellsOf(table)
      .map((cell) => Math.min(...slotsIn(cell).flatMap((slot) => places.get(slot) ?? [])))
      .filter(Number.isFinite)
      .map((x, _, [first = 0]) => Math.round(((x - first) * 25.4) / 72))
      .join(' '),
  );
  const different = [...new Set(grids.filter((grid) => grid !== ''))].map((grid) =>
    grid.split(' ').map(Number),
  );
  // A table that has fewer columns is on the grid of one whose columns begin where all of its own do.
  const isOn = (few: readonly number[], many: readonly number[]) =>
    few.length <= many.length && few.every((place) => many.some((other) => Math.abs(other - place) <= 1));
  return different
    .filter((grid, index) =>
      different.every((other, at) => at === index || !isOn(grid, other) || (at > index && isOn(other, grid))),
    )
    .map((grid) => grid.join(' '));
}

/** Where the foot of a page begins: in large print it takes several lines, which make the frame lower. */
const footTop = (marks: readonly Mark[], { top, bottom }: Frame): number =>
  Math.min(
    ...marks.flatMap((mark) =>
      mark.kind === 'text' && isFurniture(mark) && mark.y > (top + bottom) / 2 ? [mark.y - mark.size] : [],
    ),
  );

const isFurniture = (mark: Mark): boolean =>
  'structureRef' in mark && 'artifact' in mark.structureRef && mark.structureRef.artifact === 'page';

const lowest = (marks: readonly Mark[]): number =>
  marks.reduce((low, mark) => Math.max(low, footOf(mark)), 0);

function footOf(mark: Mark): number {
  if (isFurniture(mark)) return 0;
  if (mark.kind === 'text') return mark.y;
  if (mark.kind === 'group') return footOfGroup(mark);
  if (mark.kind !== 'shape') return mark.box.y + mark.box.height;
  if ('box' in mark.outline) return mark.outline.box.y + mark.outline.box.height;
  return Math.max(...mark.outline.path.map((step) => (step[0] === 'Z' ? 0 : Number(step.at(-1)))));
}

const footOfGroup = ({ y, turn, clip, marks }: GroupMark): number =>
  turn === 180 ? y : y + (clip ? clip.height : lowest(marks));

const isWithin = (mark: Mark, { left, right }: MarginColumn): boolean =>
  mark.kind === 'text' && mark.x < right && mark.x + mark.width > left;

const tablesIn = (node: StructureNode): StructureNode[] =>
  node.role === 'Table' ? [node] : childNodes(node).flatMap(tablesIn);

const headCellsOf = (table: StructureNode): StructureNode[] =>
  childNodes(table)
    .filter(({ role }) => role === 'THead')
    .flatMap((head) => childNodes(head).flatMap(childNodes));

const childNodes = ({ children }: StructureNode): StructureNode[] =>
  children.flatMap((child) => ('slot' in child ? [] : [child]));

const slotsIn = ({ children }: StructureNode): number[] =>
  children.flatMap((child) => ('slot' in child ? [child.slot] : slotsIn(child)));

/** Where the first mark of each slot begins. */
function placesOfSlots({ pages }: Laid): Map<number, number> {
  const places = new Map<number, number>();
  const walk = (marks: readonly Mark[]) => {
    for (const mark of marks) {
      if (mark.kind === 'group') walk(mark.marks);
      if (mark.kind !== 'text' || !('slot' in mark.structureRef) || mark.text.trim() === '') continue;
      const { slot } = mark.structureRef;
      places.set(slot, Math.min(mark.x, places.get(slot) ?? Number.POSITIVE_INFINITY));
    }
  };
  for (const { marks } of pages) walk(marks);
  return places;
}
