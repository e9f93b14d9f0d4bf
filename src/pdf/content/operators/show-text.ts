import {
  intersection,
  type Matrix,
  multiply,
  scaleOf,
  transformEdges,
  transformPoint,
} from '../../../pages/matrix.ts';
import type { Box } from '../../../pages/page.ts';
import type { GraphicsState } from '../graphics-state.ts';
import type { Hidden, ReadStructureRef, ReadText } from '../page-mark.ts';
import type { Operand } from '../syntax/operand.ts';

/** How wide a gap in a text is, in ems, that would be seen as a space. */
const GAP = 0.2;

const STROKE_ONLY = 1;
/** Modes in which letters are not painted: invisible, and as a clip only (ISO 32000-1, 9.3.6). */
const UNPAINTED = [3, 7];

/**
 * Gives the mark for text that an operator shows.
 * @param items strings, and between them what is taken from the advance, in thousandths of an em
 * @param actualText what is read aloud in place of it, if anything
 * @returns the text, if it has any glyphs, and where the next glyph belongs
 */
export function showText(
  items: readonly Operand[],
  state: GraphicsState,
  start: Matrix,
  structureRef: ReadStructureRef,
  actualText: string | undefined,
): { mark: ReadText | undefined; next: Matrix } {
  const { font } = state;
  if (!font) return { mark: undefined, next: start };
  const shown = advanceOver(items, state);
  const next = multiply([1, 0, 0, 1, shown.advance, 0], start);
  if (shown.glyphs === 0) return { mark: undefined, next };
  const place = placeText(shown.inked, state, multiply(start, state.matrix));
  const opacity = state.textMode === STROKE_ONLY ? state.strokeOpacity : state.fillOpacity;
  const hidden = whyHidden(state, opacity, place.box);
  const isSpoken = actualText !== undefined;
  const mark: { -readonly [Key in keyof ReadText]: ReadText[Key] } = {
    kind: 'text',
    text: actualText ?? shown.text,
    box: place.box,
    from: place.from,
    to: place.to,
    size: place.size,
    turn: place.turn,
    font: font.index,
    colour: state.textMode === STROKE_ONLY ? state.stroke : state.fill,
    structureRef,
  };
  if (opacity < 1) mark.opacity = opacity;
  if (hidden) mark.hidden = hidden;
  if (shown.missing) mark.missing = shown.missing;
  if (shown.undrawn) mark.undrawn = shown.undrawn;
  if (shown.unmapped > 0 && !isSpoken) mark.unmapped = shown.unmapped;
  if (shown.unspaced.length > 0 && !isSpoken) mark.unspaced = shown.unspaced;
  return { mark, next };
}

/**
 * Gives the place of a text on the page.
 * @param inked where ink begins and ends, from the beginning of the text
 * @param matrix from the text’s own measure to points on the page
 */
function placeText(
  [left, right]: readonly [number, number],
  { font, fontSize: size, stretch, rise }: GraphicsState,
  matrix: Matrix,
): Pick<ReadText, 'box' | 'from' | 'to' | 'size' | 'turn'> {
  const { reader } = font!;
  const at = (x: number, y: number) => transformPoint(matrix, x, y + rise);
  const scale = scaleOf(matrix);
  const em = (size * reader.scale) / 1000;
  // A negative size turns letters round.
  const along = at(Math.sign(stretch * size) || 1, 0);
  const origin = at(0, 0);
  const angle = Math.atan2(along[1] - origin[1], along[0] - origin[0]);
  return {
    box: transformEdges(matrix, left, reader.ascent * em + rise, right, reader.descent * em + rise),
    from: at(left, 0),
    to: at(right, 0),
    size: Math.abs(size) * reader.em * scale,
    turn: (Math.round((angle * 1800) / Math.PI) / 10 + 360) % 360,
  };
}

function whyHidden(state: GraphicsState, opacity: number, box: Box): Hidden | undefined {
  if (UNPAINTED.includes(state.textMode)) return 'no colour';
  if (opacity === 0) return 'transparent';
  return intersection(box, state.clip) ? undefined : 'clipped';
}

/** Whether a gap after a text is between words: not after a space, nor between two signs, as in a formula. */
const separatesWords = (before: string, after: string): boolean =>
  !/[\s\u00a0]$/.test(before) && (/[\p{L}\p{N}]\p{P}*$/u.test(before) || /^\p{P}*[\p{L}\p{N}]/u.test(after));

/**
 * Goes over glyphs: gives how far they reach, their text, where ink begins and ends, and what a reader of the page, or of
 * a copy of its text, does not get.
 */
function advanceOver(items: readonly Operand[], state: GraphicsState) {
  const { font, fontSize: size, stretch, letterSpace, wordSpace } = state;
  const { reader } = font!;
  const unspaced: string[] = [];
  let glyphs = 0;
  let text = '';
  let missing = '';
  let undrawn = '';
  let unmapped = 0;
  let advance = 0;
  let first: number | undefined;
  let last = 0;
  let gap = 0;
  for (const item of items) {
    if (typeof item === 'number') {
      advance -= (item / 1000) * size * stretch;
      gap -= item / 1000;
    }
    if (typeof item !== 'string') continue;
    for (const glyph of reader.glyphs(item)) {
      const width = ((glyph.width * reader.scale) / 1000) * size;
      if (gap > GAP && text !== '' && !glyph.isBlank && separatesWords(text, glyph.text))
        unspaced.push(`${text.slice(-12)}|${glyph.text}`);
      gap = 0;
      if (!glyph.isBlank) {
        first ??= advance;
        last = advance + width * stretch;
      }
      text += glyph.text;
      missing += glyph.lacking;
      undrawn += glyph.undrawn;
      if (glyph.isUnmapped) unmapped++;
      glyphs++;
      advance += (width + letterSpace + (glyph.takesWordSpace ? wordSpace : 0)) * stretch;
    }
  }
  return {
    glyphs,
    unspaced,
    text,
    missing,
    undrawn,
    unmapped,
    advance,
    inked: [first ?? 0, first === undefined ? advance : last] as const,
  };
}
