import type { Inline } from '../../../blocks/block.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { createReport } from '../../../diagnostics/report.ts';
import { jointsOf, lastJointsOf } from '../../lines/joints.ts';
import type { Piece, TextItem } from '../../lines/text-context.ts';
import { toItems } from '../../lines/text-items.ts';
import type { TypeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';

/** The measurements of a text that a column’s width depends on, in points. */
export interface TextMeasure {
  /** On one line, or its longest line if it has line breaks. */
  readonly whole: number;
  /** Its widest token between spaces. */
  readonly word: number;
  /** Its widest part if lines may also end at the joints of tokens. */
  readonly part: number;
  /** Its widest part if words may also be hyphenated, and camel case broken. */
  readonly smallestPart: number;
}

/** The width that a blank to write on has at least, in points. */
const SHORTEST_BLANK = 48;

/** Measures a text in a look. What is wrong with it is reported when it is set. */
export function measureText(
  text: readonly Inline[],
  look: TypeLook,
  at: Place,
  context: LayoutContext,
): TextMeasure {
  const measure = { whole: 0, word: 0, part: 0, smallestPart: 0 };
  let line = 0;
  let token = 0;
  let part = 0;
  for (const item of toItems(text, { look, at, width: Infinity }, { ...context, report: MUTED })) {
    if (item.kind === 'box') {
      line += item.width;
      token += item.width;
      part += item.width;
      const { joints, last } = partsOf(item, context);
      measure.part = Math.max(measure.part, joints ?? part);
      measure.smallestPart = Math.max(measure.smallestPart, last ?? joints ?? part);
    } else if (item.kind === 'glue') {
      line += item.width;
      token = item.kept ? token + item.width : 0;
      part = item.kept ? part + item.width : 0;
    } else {
      part = 0;
      if (item.cost === -Infinity) {
        line = 0;
        token = 0;
      }
    }
    measure.whole = Math.max(measure.whole, line);
    measure.word = Math.max(measure.word, token);
  }
  return measure;
}

const MUTED = createReport();

/**
 * Gives the widest part of a box between its joints, and the widest if it is also broken wherever a word may be; none if
 * there are no such places.
 */
function partsOf(
  { pieces = [], width }: TextItem & { kind: 'box' },
  context: LayoutContext,
): { joints?: number; last?: number } {
  if (pieces.some(({ blank, typedBlank }) => blank || typedBlank))
    return { joints: Math.min(width, SHORTEST_BLANK) };
  const token = pieces.map(({ text }) => text).join('');
  const joints = jointsOf(token);
  const parts = divided(token, joints);
  const last = parts.flatMap(({ from, text }) => lastPlaces(text, context).map((at) => from + at));
  const places = [...joints, ...last].sort((a, b) => a - b);
  return {
    ...(joints.length > 0 && { joints: widestPart(pieces, joints, context) }),
    ...(places.length > 0 && { last: widestPart(pieces, places, context) }),
  };
}

/** Lists where a part of a token is broken before it is cut: where it is hyphenated, or else in camel case. */
function lastPlaces(text: string, { language }: LayoutContext): readonly number[] {
  const [letters] = /\p{L}{6,}/u.exec(text) ?? [];
  const hyphens = letters ? language.hyphenate(letters).map((at) => text.indexOf(letters) + at) : [];
  return hyphens.length > 0 ? hyphens : lastJointsOf(text);
}

const divided = (token: string, places: readonly number[]): { from: number; text: string }[] =>
  [0, ...places].map((from, index) => ({ from, text: token.slice(from, places[index]) }));

/** The width of the widest part of some pieces between places in their text. A hyphen is allowed for. */
function widestPart(pieces: readonly Piece[], places: readonly number[], { fonts }: LayoutContext): number {
  const ends = [...places, Infinity];
  let widest = 0;
  let from = 0;
  for (const to of ends) {
    let start = 0;
    let width = 0;
    for (const { text, face, width: whole } of pieces) {
      const slice = text.slice(Math.max(0, from - start), Math.max(0, to - start));
      if (slice !== '') width += (whole * fonts.width(face, 1, slice)) / (fonts.width(face, 1, text) || 1);
      start += text.length;
    }
    widest = Math.max(widest, width);
    from = to;
  }
  return widest;
}
