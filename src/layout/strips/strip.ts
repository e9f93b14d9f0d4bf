import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Box, Colour, Mark, PathStep, TextMark } from '../../pages/page.ts';

/** What must stay together. */
interface Keep {
  /** Whether no frame may end after this strip: headings, the first line of a paragraph, unbreakable runs. */
  readonly next: boolean;
  /** Strips repeated above this one if a frame begins with it: the header of a table. */
  readonly header: readonly Strip[];
}

/** A background behind neighbouring strips. If it spans frames, each frame draws its part. */
export interface Backdrop {
  /** Strips whose backdrops have the same id share one. */
  readonly id: number;
  readonly x: number;
  readonly width: number;
  readonly fill?: Colour;
  readonly stroke?: { readonly colour: Colour; readonly width: number };
  /** A bar at its left edge. */
  readonly bar?: { readonly colour: Colour; readonly width: number };
}

/** A target for the outline and for links. */
interface Anchor {
  /** The heading’s number in the document. */
  readonly number: number;
  readonly title: string;
  readonly level: number;
  /** Its distance from the top of its strip, in points. */
  readonly y: number;
}

/** The page number of a heading, filled in when all pages are known: right-aligned, in room kept for it. */
interface LateReference {
  /** The heading’s number in the document. */
  readonly anchor: number;
  /** Its text mark: `x` is the right edge, and its text comes before the number. */
  readonly mark: TextMark;
}

/** Marks repeated down a strip, as far as it is stretched. */
export interface Pattern {
  readonly every: number;
  readonly marks: readonly Mark[];
  /** Marks above the first row, and their height. */
  readonly head?: { readonly height: number; readonly marks: readonly Mark[] };
  /** Nothing is printed if fewer rows fit. */
  readonly least?: number;
}

/** The least room between two asides, in points. */
export const ASIDE_GAP = 10;

/** Strips for the margin column that belong together. */
export type AsideStrips = readonly Strip[];

/** A slice of content that is never cut: a line, a table row, a rule. Marks are relative to its top left corner. */
export interface Strip {
  /** Where the content that it is part of was written. */
  readonly at: Place;
  /** In points, without stretch. */
  readonly height: number;
  /** Its share of the room left in the frame; usually 0. */
  readonly stretch: number;
  /** Room above it, in points, left out at the top of a frame. */
  readonly gapBefore: number;
  readonly keep: Keep;
  readonly marks: readonly Mark[];
  /** `false` for a line without a number of its own, such as the rest of a line of verse. */
  readonly counted?: boolean;
  /** Marks repeated down the strip, as far as it is stretched: answer lines. */
  readonly pattern?: Pattern | undefined;
  /** Footnotes, set at the foot of the strip’s frame. */
  readonly notes: readonly Strip[];
  /** Asides next to it in the margin column, moved down if they would overlap earlier ones. */
  readonly asides: readonly AsideStrips[];
  /** Whether it is as wide as text and margin column together, so that no aside may be next to it. */
  readonly wide: boolean;
  readonly backdrops: readonly Backdrop[];
  /** Whether its frame ends after it. */
  readonly breaks?: boolean;
  readonly anchors: readonly Anchor[];
  readonly late: readonly LateReference[];
  /** Whether an entry of a book begins with it: a character, a question. */
  readonly opens: boolean;
  /** Whether a frame may end after it even if its group is kept together. */
  readonly divides?: boolean;
  /** The cost of ending a frame after it, on the scale of the squared share of a frame left empty. */
  readonly breakCost: number;
}

/** A rectangle that strips are stacked in, in points from the top left corner of its page. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Its page, counted from 0 within the section. */
  readonly page: number;
  /** The left edge of the margin column beside it. */
  readonly asideX?: number;
}

/** Strips that flow through frames of the same width. A section begins on a new page. */
export interface Section {
  /** Gives the nth frame, from 0; there is no last one. */
  readonly frame: (index: number) => Frame;
  readonly strips: readonly Strip[];
  /** The least share of a frame to be filled: one that is filled less costs more than anything else. */
  readonly leastFilled?: number;
  /** The rule above the notes at the foot of a frame. */
  readonly noteRule?: Strip;
}

/**
 * Makes a strip, with defaults for everything not given. Heights are in points. All have the same fields in the same order,
 * which V8 reads fastest.
 */
export const strip = (
  at: Place,
  height: number,
  marks: readonly Mark[],
  more: Partial<Strip> = {},
): Strip => ({
  at,
  height,
  marks,
  stretch: more.stretch ?? 0,
  gapBefore: more.gapBefore ?? 0,
  keep: more.keep ?? LOOSE,
  counted: more.counted ?? true,
  pattern: more.pattern,
  notes: more.notes ?? NONE,
  asides: more.asides ?? NONE,
  wide: more.wide ?? false,
  backdrops: more.backdrops ?? NONE,
  breaks: more.breaks ?? false,
  anchors: more.anchors ?? NONE,
  late: more.late ?? NONE,
  opens: more.opens ?? false,
  divides: more.divides ?? false,
  breakCost: more.breakCost ?? 0,
});

const LOOSE: Keep = { next: false, header: [] };
const NONE: readonly never[] = [];

/** Keeps a strip with the next one. */
export const keptWithNext = (one: Strip): Strip => ({ ...one, keep: { ...one.keep, next: true } });

/** Marks strips, and the headers that they repeat, as wide. */
export const asWide = (strips: readonly Strip[]): Strip[] =>
  strips.map((one) => ({ ...one, wide: true, keep: { ...one.keep, header: asWide(one.keep.header) } }));

/** Moves marks by (`dx`, `dy`) points. */
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

/** Moves everything in some strips to the right by `dx` points. */
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

/** Gives the height of a stack of strips, in points, without the gap above the first. */
export function stackHeight(strips: readonly Strip[]): number {
  return strips.reduce((sum, one, index) => sum + one.height + (index > 0 ? one.gapBefore : 0), 0);
}

/** Sets the gap above the first strip. */
export function withGap(strips: readonly Strip[], gapBefore: number): Strip[] {
  return strips.map((one, index) => (index === 0 ? { ...one, gapBefore } : one));
}
