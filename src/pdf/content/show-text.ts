import {
  boundingBox,
  intersection,
  type Matrix,
  multiply,
  scaleOf,
  transformPoint,
} from '../../pages/matrix.ts';
import type { Box } from '../../pages/page.ts';
import type { ShownGlyph } from './glyph-lookup.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { Operand } from './operand.ts';
import type { Hidden, ReadStructureRef, ReadText } from './page-mark.ts';

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
  if (shown.glyphs.length === 0) return { mark: undefined, next };
  const place = placeText(shown.inked, state, multiply(start, state.matrix));
  const opacity = state.textMode === STROKE_ONLY ? state.strokeOpacity : state.fillOpacity;
  const hidden = whyHidden(state, opacity, place.box);
  const { missing, undrawn, unmapped } = faultsOf(shown.glyphs);
  const isSpoken = actualText !== undefined;
  const mark: ReadText = {
    kind: 'text',
    text: actualText ?? shown.text,
    ...place,
    font: font.index,
    colour: state.textMode === STROKE_ONLY ? state.stroke : state.fill,
    structureRef,
    ...(opacity < 1 && { opacity }),
    ...(hidden && { hidden }),
    ...(missing && { missing }),
    ...(undrawn && { undrawn }),
    ...(unmapped > 0 && !isSpoken && { unmapped }),
    ...(shown.unspaced.length > 0 && !isSpoken && { unspaced: shown.unspaced }),
  };
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
  const corners = [reader.ascent * em, reader.descent * em].flatMap((y) => [at(left, y), at(right, y)]);
  // A negative size turns letters round.
  const along = at(Math.sign(stretch * size) || 1, 0);
  const origin = at(0, 0);
  const angle = Math.atan2(along[1] - origin[1], along[0] - origin[0]);
  return {
    box: boundingBox(corners),
    from: at(left, 0),
    to: at(right, 0),
    size: Math.abs(size) * reader.scale * scale,
    turn: (Math.round((angle * 1800) / Math.PI) / 10 + 360) % 360,
  };
}

function whyHidden(state: GraphicsState, opacity: number, box: Box): Hidden | undefined {
  if (UNPAINTED.includes(state.textMode)) return 'no colour';
  if (opacity === 0) return 'transparent';
  return intersection(box, state.clip) ? undefined : 'clipped';
}

/** What a reader of the page, or of a copy of its text, does not get. */
function faultsOf(glyphs: readonly ShownGlyph[]): { missing: string; undrawn: string; unmapped: number } {
  const isInk = ({ text }: ShownGlyph) => !/^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text);
  const textOf = (some: readonly ShownGlyph[]) => some.map(({ text }) => text || '?').join('');
  return {
    missing: textOf(glyphs.filter((glyph) => glyph.missing)),
    undrawn: textOf(glyphs.filter((glyph) => glyph.draws === false && isInk(glyph) && !glyph.missing)),
    unmapped: glyphs.filter(({ text }) => !/^[^\u0000-\u0008\ue000-\uf8ff\ufffd]+$/.test(text)).length,
  };
}

/** Goes over glyphs: gives how far they reach, their text, and where ink begins and ends. */
function advanceOver(items: readonly Operand[], state: GraphicsState) {
  const { font, fontSize: size, stretch, letterSpace, wordSpace } = state;
  const glyphs: ShownGlyph[] = [];
  const unspaced: string[] = [];
  let text = '';
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
    for (const glyph of font!.reader.glyphs(item)) {
      const width = ((glyph.width * font!.reader.scale) / 1000) * size;
      const blank = /^[\s\u00a0]*$/.test(glyph.text);
      if (gap > GAP && text !== '' && !blank && !/[\s\u00a0]$/.test(text))
        unspaced.push(`${text.slice(-12)}|${glyph.text}`);
      gap = 0;
      if (!blank) {
        first ??= advance;
        last = advance + width * stretch;
      }
      text += glyph.text;
      glyphs.push(glyph);
      advance += (width + letterSpace + (glyph.takesWordSpace ? wordSpace : 0)) * stretch;
    }
  }
  return {
    glyphs,
    unspaced,
    text,
    advance,
    inked: [first ?? 0, first === undefined ? advance : last] as const,
  };
}
