import type { Place } from '../../diagnostics/diagnostic.ts';
import { boundsOf, placedBox } from '../bounds-of.ts';
import type { Laid, StructureNode } from '../laid.ts';
import type { Box, GroupMark, Mark } from '../page.ts';

/** A part of a page, and where what is printed there was written. */
export interface PlaceOnPage {
  /** In points, from the top left corner of the page or sheet. */
  readonly box: Box;
  readonly at: Place;
}

/** A part of a page that still grows. */
interface Growing {
  box: Box;
  readonly at: Place;
  /** The mark that was added last. */
  last: Box;
}

/**
 * Gives the parts of each page on which something is printed, in the order of painting, and where it was written: one for
 * each stretch of neighbouring lines from the same place. A paragraph that goes on in the next column, or on the next page,
 * has several. What no author wrote, such as page numbers, rules and lines to write on, has none.
 */
export function placesOfPages({ pages, structure }: Laid): readonly (readonly PlaceOnPage[])[] {
  const places = new Map<number, Place>();
  addPlaces(structure, places);
  return pages.map(({ marks }) => {
    const parts: Growing[] = [];
    const ofPlace = new Map<string, Growing>();
    addParts(
      marks,
      (box) => box,
      (slot, box) => {
        const at = places.get(slot);
        if (!at) return;
        const key = `${at.line} ${at.column} ${at.file}`;
        const known = ofPlace.get(key);
        if (known && isNext(box, known)) {
          known.box = around(known.box, box);
          known.last = box;
          return;
        }
        const part = { box, at, last: box };
        ofPlace.set(key, part);
        parts.push(part);
      },
    );
    return parts.map(({ box, at }) => ({ box, at }));
  });
}

function addPlaces({ children }: StructureNode, places: Map<number, Place>): void {
  for (const child of children)
    if (!('slot' in child)) addPlaces(child, places);
    else if (child.at) places.set(child.slot, child.at);
}

/** Visits the content among some marks. @param toPage gives where a box among them is on the page */
function addParts(
  marks: readonly Mark[],
  toPage: (box: Box) => Box,
  add: (slot: number, box: Box) => void,
): void {
  for (const mark of marks) {
    if (mark.kind === 'link') continue;
    if (mark.kind !== 'group') {
      if ('slot' in mark.structureRef) add(mark.structureRef.slot, toPage(boundsOf(mark)));
      continue;
    }
    const inner = (box: Box) => toPage(placedBox(mark, box));
    const slot = mark.figure === undefined ? undefined : firstSlot(mark);
    // A picture or a drawing is one part, with the room between what is drawn in it.
    if (slot !== undefined) add(slot, toPage(boundsOf(mark)));
    else addParts(mark.marks, inner, add);
  }
}

/** The slot of the first content in a group. */
function firstSlot({ marks }: GroupMark): number | undefined {
  for (const mark of marks) {
    if (mark.kind === 'link') continue;
    const slot =
      mark.kind === 'group'
        ? firstSlot(mark)
        : 'slot' in mark.structureRef
          ? mark.structureRef.slot
          : undefined;
    if (slot !== undefined) return slot;
  }
  return undefined;
}

/** Whether a box continues a part: on the line of what was added last, or on the next line of the same column. */
function isNext(box: Box, { box: whole, last }: Growing): boolean {
  const below = box.y - (last.y + last.height);
  const isBelow =
    box.y > last.y && below <= box.height && box.x < whole.x + whole.width && whole.x < box.x + box.width;
  const isBeside = Math.abs(box.y + box.height - last.y - last.height) <= last.height / 2;
  return (
    isBelow || (isBeside && box.x - (last.x + last.width) <= last.height && box.x >= last.x - last.height)
  );
}

function around(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}
