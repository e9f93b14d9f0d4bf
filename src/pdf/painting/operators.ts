import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import type { ShapedWord } from '../../pages/fonts/shaped-word.ts';
import { spaceInLine } from '../../pages/fonts/space-in-line.ts';
import type { Colour, PathStep, ShapeMark, TextMark } from '../../pages/page.ts';
import { codeFor, type EmbeddedFont } from './embedded-font.ts';

/** Writes a number as PDF takes it: without an exponent, to four places. */
export const pdfNumber = (value: number): string => String(Math.round(value * 10000) / 10000 + 0);

/** Gives the operator that sets a colour. Grey is set by gray operators, never RGB, so that black is one ink. */
export function colourOperator(colour: Colour, use: 'fill' | 'stroke'): string {
  if (typeof colour === 'number') return `${pdfNumber(colour)} ${use === 'fill' ? 'g' : 'G'}`;
  const operator = colour.length === 4 ? 'k' : 'rg';
  return `${colour.map(pdfNumber).join(' ')} ${use === 'fill' ? operator : operator.toUpperCase()}`;
}

/** The items that show words in one font, by shaped word: most words are repeated. */
export type ShownWordCache = Map<ShapedWord, string>;

/**
 * Gives the operators that show a text mark. Spaces are real characters, widened by adjustments in the TJ array, since
 * Tw has no effect on two-byte fonts. Letterspacing is Tc, which has.
 */
export function textOperators(
  mark: TextMark,
  font: EmbeddedFont,
  shown: ShownWordCache,
  book: ShapingFontBook,
): string {
  let items = '';
  // Most spaces of a line have one width.
  let spaceWidth: number | undefined;
  let space = '';
  const { parts } = book.shape(mark.face, mark.text);
  for (let at = 0; at < parts.length; at++) {
    const word = parts[at]!;
    if (word.softHyphen)
      // A screen reader or a copy should get the whole word back.
      items += `] TJ /Span <</ActualText <FEFF00AD>>> BDC [${shownWord(word, font, shown)}] TJ EMC [`;
    else items += shownWord(word, font, shown);
    if (word.space) {
      if (word.width !== spaceWidth) space = addedToSpace(word.width, mark);
      spaceWidth = word.width;
      items += space;
    }
  }
  const spacing = mark.letterSpace === 0 ? '' : `${pdfNumber(mark.letterSpace)} Tc `;
  const end = mark.letterSpace === 0 ? 'ET' : '0 Tc ET';
  return `BT /${font.id} ${pdfNumber(mark.size)} Tf ${spacing}1 0 0 -1 ${pdfNumber(mark.x)} ${pdfNumber(mark.y)} Tm [${items}] TJ ${end}`;
}

/** Gives the item of a TJ array that widens a space. */
function addedToSpace(width: number, mark: TextMark): string {
  // Tc widens the space like any glyph.
  const plainSpace = (width * mark.size) / 1000 + mark.letterSpace;
  const added = ((spaceInLine(width, mark) - plainSpace) * 1000) / mark.size;
  return Math.abs(added) > 0.0001 ? `${pdfNumber(-added)} ` : '';
}

/** As many letters as a ligature has. Readers ignore longer entries of a font’s map, as the sequence of an emoji would be. */
const MOST_MAPPED = 3;

/** Codes in hexadecimal, each written once. */
const hexCodes: string[] = [];
const hexOf = (code: number): string => (hexCodes[code] ??= code.toString(16).padStart(4, '0'));

/** Shows a glyph that stands for many characters, with what is read for it. */
const spoken = (characters: string, code: number): string =>
  `] TJ /Span <</ActualText <FEFF${Buffer.from(characters, 'utf16le').swap16().toString('hex').toUpperCase()}>>> BDC [<${hexOf(code)}>] TJ EMC [`;

/** Gives the items of a TJ array that show a word: glyph codes, and what kerning adds between them. */
function shownWord(word: ShapedWord, font: EmbeddedFont, shown: ShownWordCache): string {
  let items = shown.get(word);
  if (items === undefined) {
    items = '';
    const perEm = 1000 / font.font.measures.unitsPerEm;
    let codes = '';
    word.glyphs.forEach((glyph, index) => {
      const characters = word.characters[index]!;
      const isLong = characters.length > MOST_MAPPED && [...characters].length > MOST_MAPPED;
      const code = codeFor(
        font,
        glyph,
        isLong ? String.fromCodePoint(characters.codePointAt(0)!) : characters,
      );
      const natural = font.font.advance(glyph) * perEm;
      font.widths[code] ??= natural;
      if (isLong) {
        items += `${codes && `<${codes}>`}${spoken(characters, code)}`;
        codes = '';
        return;
      }
      codes += hexOf(code);
      const kerning = word.advances[index]! - natural;
      if (Math.abs(kerning) < 0.05) return;
      items += `<${codes}>${pdfNumber(-kerning)} `;
      codes = '';
    });
    if (codes) items += `<${codes}>`;
    shown.set(word, items);
  }
  return items;
}

/** Gives the operators that construct an outline. */
export const pathOperators = (path: readonly PathStep[]): string =>
  path
    .map(([letter, ...numbers]) =>
      [...numbers.map(pdfNumber), letter === 'Z' ? 'h' : letter.toLowerCase()].join(' '),
    )
    .join(' ');

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** Gives the operators that draw a shape. */
export function shapeOperators(mark: ShapeMark): string {
  const { outline, fill, stroke, evenOdd } = mark;
  const path =
    'box' in outline
      ? `${pdfNumber(outline.box.x)} ${pdfNumber(outline.box.y)} ${pdfNumber(outline.box.width)} ${pdfNumber(outline.box.height)} re`
      : pathOperators(outline.path);
  const settings = [
    ...(fill === undefined ? [] : [colourOperator(fill, 'fill')]),
    ...(stroke === undefined
      ? []
      : [
          colourOperator(stroke.colour, 'stroke'),
          `${pdfNumber(stroke.width)} w`,
          ...(stroke.dash
            ? [`[${stroke.dash.map(pdfNumber).join(' ')}] ${pdfNumber(stroke.dashOffset ?? 0)} d`]
            : []),
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
