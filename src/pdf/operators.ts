import type { ShapingFontBook } from '../fonts/font-book.ts';
import type { Colour, ShapeMark, TextMark } from '../pages/page.ts';
import { codeFor, type EmbeddedFont } from './pdf-document.ts';

/** A number as PDF wants it: no exponent, four places. */
export const num = (value: number): string => String(Math.round(value * 10000) / 10000 + 0);

/** Black is one ink: gray operators, never RGB. */
export function colourOperator(colour: Colour, use: 'fill' | 'stroke'): string {
  if (typeof colour === 'number') return `${num(colour)} ${use === 'fill' ? 'g' : 'G'}`;
  return `${colour.map(num).join(' ')} ${use === 'fill' ? 'rg' : 'RG'}`;
}

/**
 * The operators that show a text mark. Spaces are real characters, widened by adjustments in the TJ array, since Tw
 * does not act on two-byte fonts.
 */
export function textOperators(mark: TextMark, font: EmbeddedFont, book: ShapingFontBook): string {
  const perEm = 1000 / font.font.unitsPerEm;
  const items: string[] = [];
  let codes = '';
  const adjust = (thousandths: number) => {
    if (Math.abs(thousandths) < 0.05) return;
    if (codes) items.push(`<${codes}>`);
    codes = '';
    items.push(num(-thousandths));
  };
  const show = (glyph: number, characters: string, advance: number, extra: number) => {
    const code = codeFor(font, glyph, characters);
    const natural = font.font.getGlyph(glyph).advanceWidth * perEm;
    font.widths[code] ??= natural;
    codes += code.toString(16).padStart(4, '0');
    adjust(advance - natural + extra);
  };
  const letter = (mark.letterSpace * 1000) / mark.size;
  const space = (mark.wordSpace * 1000) / mark.size;
  for (const word of book.shapedParts(mark.face, mark.text)) {
    if (word.softHyphen) {
      // Whoever reads the text out or copies it should get the whole word back.
      if (codes) items.push(`<${codes}>`);
      items.push('] TJ /Span <</ActualText <FEFF00AD>>> BDC [');
      codes = '';
    }
    word.glyphs.forEach((glyph, index) => {
      show(glyph, word.characters[index]!, word.advances[index]!, letter + (word.space ? space : 0));
    });
    if (word.softHyphen) {
      items.push(`<${codes}>`, '] TJ EMC [');
      codes = '';
    }
  }
  if (codes) items.push(`<${codes}>`);
  return `BT /${font.id} ${num(mark.size)} Tf 1 0 0 -1 ${num(mark.x)} ${num(mark.y)} Tm [${items.join(' ')}] TJ ET`;
}

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** The operators that draw a shape. */
export function shapeOperators(mark: ShapeMark): string {
  const { outline, fill, stroke, evenOdd } = mark;
  const path =
    'box' in outline
      ? `${num(outline.box.x)} ${num(outline.box.y)} ${num(outline.box.width)} ${num(outline.box.height)} re`
      : outline.path
          .map(([letter, ...numbers]) =>
            [...numbers.map(num), letter === 'Z' ? 'h' : letter.toLowerCase()].join(' '),
          )
          .join(' ');
  const settings = [
    ...(fill === undefined ? [] : [colourOperator(fill, 'fill')]),
    ...(stroke === undefined
      ? []
      : [
          colourOperator(stroke.colour, 'stroke'),
          `${num(stroke.width)} w`,
          ...(stroke.dash ? [`[${stroke.dash.map(num).join(' ')}] ${num(stroke.dashFrom ?? 0)} d`] : []),
          ...(stroke.cap && stroke.cap !== 'butt' ? [`${CAPS[stroke.cap]} J`] : []),
          // 4 is where SVG cuts a mitre off.
          ...(stroke.join ? [`${JOINS[stroke.join]} j 4 M`] : []),
        ]),
  ];
  const paint =
    fill !== undefined && stroke !== undefined
      ? 'B'
      : fill !== undefined
        ? 'f'
        : stroke !== undefined
          ? 'S'
          : 'n';
  return `q ${settings.join(' ')} ${path} ${paint}${evenOdd && fill !== undefined ? '*' : ''} Q`;
}
