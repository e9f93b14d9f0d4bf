import type { Operand } from './content-operators.ts';
import type { GraphicsState } from './graphics-state.ts';
import { boxAround, type Matrix, moved, scaleOf, shared, times } from './matrix.ts';
import type { Hidden, ReadStructureRef, ReadText } from './page-mark.ts';
import type { ShownGlyph } from './read-font.ts';

/** How wide a gap in a text is, in ems, that would be seen as a space. */
const GAP = 0.2;

/** Modes in which letters are not painted: invisible, and as a clip only (ISO 32000-1, 9.3.6). */
const UNPAINTED = [3, 7];

/**
 * Text that an operator shows.
 * @param items strings, and between them what is taken from the advance, in thousandths of an em
 * @param spoken what is to be read in place of it, if anything
 * @returns the text, if it has any glyphs, and where the next glyph would stand
 */
export function showText(
  items: readonly Operand[],
  state: GraphicsState,
  start: Matrix,
  structureRef: ReadStructureRef,
  spoken: string | undefined,
): { mark: ReadText | undefined; next: Matrix } {
  const { font, size, stretch } = state;
  if (!font) return { mark: undefined, next: start };
  const { reader } = font;
  const shown = advanceOver(items, state);
  const next = times([1, 0, 0, 1, shown.advance, 0], start);
  if (shown.glyphs.length === 0) return { mark: undefined, next };

  const whole = times(start, state.matrix);
  const place = (x: number, y: number) => moved(whole, x, y + state.rise);
  const [left, right] = shown.inked;
  const scale = scaleOf(whole);
  const em = (size * reader.scale) / 1000;
  const corners = [reader.ascent * em, reader.descent * em].flatMap((y) => [place(left, y), place(right, y)]);
  const box = boxAround(corners);
  // A negative size turns letters round.
  const along = place(Math.sign(stretch * size) || 1, 0);
  const origin = place(0, 0);
  const colour = state.mode === 1 ? state.stroke : state.fill;
  const opacity = state.mode === 1 ? state.strokeOpacity : state.fillOpacity;
  const hidden: Hidden | undefined = UNPAINTED.includes(state.mode)
    ? 'no colour'
    : opacity === 0
      ? 'transparent'
      : shared(box, state.clip)
        ? undefined
        : 'clipped';
  const isInk = ({ text }: ShownGlyph) => !/^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text);
  const written = (glyphs: readonly ShownGlyph[]) => glyphs.map(({ text }) => text || '?').join('');
  const missing = written(shown.glyphs.filter((glyph) => glyph.missing));
  const undrawn = written(
    shown.glyphs.filter((glyph) => glyph.draws === false && isInk(glyph) && !glyph.missing),
  );
  const unmapped = shown.glyphs.filter(
    ({ text }) => !/^[^\u0000-\u0008\ue000-\uf8ff\ufffd]+$/.test(text),
  ).length;
  const mark: ReadText = {
    kind: 'text',
    text: spoken ?? shown.text,
    box,
    from: place(left, 0),
    to: place(right, 0),
    size: Math.abs(size) * reader.scale * scale,
    turn:
      (Math.round((Math.atan2(along[1] - origin[1], along[0] - origin[0]) * 1800) / Math.PI) / 10 + 360) %
      360,
    font: font.index,
    colour,
    structureRef,
    ...(opacity < 1 && { opacity }),
    ...(hidden && { hidden }),
    ...(missing && { missing }),
    ...(undrawn && { undrawn }),
    ...(unmapped > 0 && spoken === undefined && { unmapped }),
    ...(shown.unspaced.length > 0 && spoken === undefined && { unspaced: shown.unspaced }),
  };
  return { mark, next };
}

/** Goes over glyphs: how far, with which text, and where ink begins and ends. */
function advanceOver(items: readonly Operand[], state: GraphicsState) {
  const { font, size, stretch, letterSpace, wordSpace } = state;
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
      advance += (width + letterSpace + (glyph.spaced ? wordSpace : 0)) * stretch;
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
