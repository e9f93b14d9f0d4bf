import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Box, Colour, Mark, PathStep, TextMark } from '../../pages/page.ts';

/** What must not be parted from what. */
export interface Keep {
  /** No frame may end after this strip: headings, the first lines of a paragraph, unbreakable runs. */
  readonly next: boolean;
  /** Strips set again on top when a frame begins with this strip: the header of a table. */
  readonly header: readonly Strip[];
}

/** A background that runs behind neighbouring strips; where a frame ends it is drawn slice by slice. */
export interface Backdrop {
  /** Strips whose backdrops have one id share it. */
  readonly id: number;
  readonly x: number;
  readonly width: number;
  readonly fill?: Colour;
  readonly stroke?: { readonly colour: Colour; readonly width: number };
  /** A bar at its left edge. */
  readonly bar?: { readonly colour: Colour; readonly width: number };
}

/** A place that the outline and links lead to. */
export interface Anchor {
  /** The heading’s number in the document. */
  readonly number: number;
  readonly title: string;
  readonly level: number;
  /** How far below the top of its strip it stands. */
  readonly y: number;
}

/** The page number of a heading, set when all pages are known: right-aligned, in room kept for it. */
export interface LateReference {
  /** The heading’s number in the document. */
  readonly anchor: number;
  /** What it will look like: its `x` is its right edge, and its text comes before the number. */
  readonly mark: TextMark;
}

/** Marks repeated down a strip as far as it is stretched. */
export interface Pattern {
  readonly every: number;
  readonly marks: readonly Mark[];
  /** Marks above the first, in so much room. */
  readonly head?: { readonly height: number; readonly marks: readonly Mark[] };
  /** Nothing is set if fewer fit. */
  readonly least?: number;
}

/** A slice of content that is never cut: a line, a table row, a rule. Marks stand relative to its top left corner. */
export interface Strip {
  /** What it is a part of was written here. */
  readonly at: Place;
  /** In points, without stretch. */
  readonly height: number;
  /** Its share of what is left of the frame; 0 for most. */
  readonly stretch: number;
  /** Room above it, left out at the top of a frame. */
  readonly gapBefore: number;
  readonly keep: Keep;
  readonly marks: readonly Mark[];
  /** Marks repeated down the strip as far as it is stretched: answer lines. */
  readonly pattern?: Pattern;
  /** Footnotes, set at the foot of the frame that the strip stands in. */
  readonly notes: readonly Strip[];
  /** What stands beside it in the margin column: pushed down where it would meet what is already there. */
  readonly asides: readonly (readonly Strip[])[];
  readonly backdrops: readonly Backdrop[];
  /** Whether its frame ends after it. */
  readonly breaks?: boolean;
  readonly anchors: readonly Anchor[];
  readonly late: readonly LateReference[];
  /** What it costs to end a frame after it, against the squared share of a frame that is left empty. */
  readonly breakCost: number;
}

/** A rectangle on a page that strips are stacked in, in points from the top left corner of the page. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The page it stands on, counted from 0 within the section. */
  readonly page: number;
  /** The left edge of the margin column beside it. */
  readonly asideX?: number;
}

/** A run of strips that flows through frames of one width. A section begins on a page of its own. */
export interface Section {
  /** The nth frame, as many as are asked for. */
  readonly frame: (index: number) => Frame;
  readonly strips: readonly Strip[];
  /** What stands above the notes at the foot of a frame. */
  readonly noteRule?: Strip;
}

/** A strip with nothing special about it. */
export function strip(at: Place, height: number, marks: readonly Mark[], more: Partial<Strip> = {}): Strip {
  return {
    at,
    height,
    marks,
    stretch: 0,
    gapBefore: 0,
    keep: { next: false, header: [] },
    notes: [],
    asides: [],
    backdrops: [],
    anchors: [],
    late: [],
    breakCost: 0,
    ...more,
  };
}

/** The strip, kept with the next. */
export const keptWithNext = (one: Strip): Strip => ({ ...one, keep: { ...one.keep, next: true } });

/** Moves marks. */
export function shifted(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return dx === 0 && dy === 0 ? [...marks] : marks.map((mark) => shiftedMark(mark, dx, dy));
}

function shiftedMark(mark: Mark, dx: number, dy: number): Mark {
  switch (mark.kind) {
    case 'text':
    case 'group':
      return { ...mark, x: mark.x + dx, y: mark.y + dy };
    case 'image':
    case 'link':
      return { ...mark, box: shiftedBox(mark.box, dx, dy) };
    case 'shape': {
      const { outline } = mark;
      if ('box' in outline) return { ...mark, outline: { ...outline, box: shiftedBox(outline.box, dx, dy) } };
      return { ...mark, outline: { path: outline.path.map((step) => shiftedStep(step, dx, dy)) } };
    }
  }
}

const shiftedBox = (box: Box, dx: number, dy: number): Box => ({ ...box, x: box.x + dx, y: box.y + dy });

function shiftedStep(step: PathStep, dx: number, dy: number): PathStep {
  switch (step[0]) {
    case 'M':
    case 'L':
      return [step[0], step[1] + dx, step[2] + dy];
    case 'C':
      return ['C', step[1] + dx, step[2] + dy, step[3] + dx, step[4] + dy, step[5] + dx, step[6] + dy];
    case 'Z':
      return step;
  }
}

/** Moves all that strips hold to the right. */
export function indented(strips: readonly Strip[], dx: number): Strip[] {
  return strips.map((one) => ({
    ...one,
    marks: shifted(one.marks, dx, 0),
    keep: { ...one.keep, header: indented(one.keep.header, dx) },
    backdrops: one.backdrops.map((backdrop) => ({ ...backdrop, x: backdrop.x + dx })),
    late: one.late.map((late) => ({ ...late, mark: { ...late.mark, x: late.mark.x + dx } })),
    ...(one.pattern && {
      pattern: {
        ...one.pattern,
        marks: shifted(one.pattern.marks, dx, 0),
        ...(one.pattern.head && {
          head: { ...one.pattern.head, marks: shifted(one.pattern.head.marks, dx, 0) },
        }),
      },
    }),
  }));
}

/** The height of strips stacked on each other, the first one's gap left out. */
export function stackHeight(strips: readonly Strip[]): number {
  return strips.reduce((sum, one, index) => sum + one.height + (index > 0 ? one.gapBefore : 0), 0);
}
/** The same strips with so much room above the first. */
export function withGap(strips: readonly Strip[], gapBefore: number): Strip[] {
  return strips.map((one, index) => (index === 0 ? { ...one, gapBefore } : one));
}
