import { boundsOf } from '../../../bounds-of.ts';
import { type Matrix, transformPoint } from '../../../matrix.ts';
import type { Box, Colour, Mark, PathStep, TextMark } from '../../../page.ts';
import type { SvgFindings } from '../document/svg-findings.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import { type ReadLength, transformOutline } from '../shapes/svg-outline.ts';
import type { SvgPaint } from '../style/svg-colour.ts';
import type { SvgStyle } from '../style/svg-style.ts';
import type { SvgFonts } from './svg-fonts.ts';

/** What setting text needs to know of the drawing, and where to say what cannot be set. */
export interface TextTools {
  readonly fonts: SvgFonts;
  readonly findings: SvgFindings;
  styleOf(element: SvgElement, parent: SvgStyle): SvgStyle;
  /** @param one what 1em is */
  lengthsOf(element: SvgElement, one?: number): ReadLength;
  /** The colour of something on what is drawn already; undefined for nothing to see. */
  colourOn(element: SvgElement, box: Box, paint: SvgPaint): Colour | undefined;
}

/** A piece of text in one style. */
interface Piece {
  readonly text: string;
  readonly style: SvgStyle;
  readonly dx: number;
  readonly dy: number;
}

/** Pieces that follow one another from a point. */
interface Chunk {
  readonly x: number;
  readonly y: number;
  readonly pieces: Piece[];
  /** How long the text is to be, in user units. */
  length?: number;
}

/** Sets a `text` element in the sans faces. Each chunk begins at its point, ends there or is centred on it. */
export function setSvgText(element: SvgElement, style: SvgStyle, matrix: Matrix, tools: TextTools): Mark[] {
  const readLength = tools.lengthsOf(element, style.fontSize);
  const chunks: Chunk[] = [
    { x: readLength('x'), y: readLength('y'), pieces: [], ...lengthOf(element, readLength) },
  ];
  gatherChunks(element, style, { dx: readLength('dx'), dy: readLength('dy') }, chunks, tools);
  return chunks.flatMap((chunk) => setChunk(element, chunk, matrix, tools));
}

const lengthOf = ({ attributes }: SvgElement, readLength: ReadLength) =>
  attributes['textLength'] === undefined ? {} : { length: readLength('textLength') };

/** Elements that are text in text. */
const INLINE = ['tspan', 'a'];
const SILENT = ['title', 'desc', 'style', 'set', 'animate'];

function gatherChunks(
  element: SvgElement,
  style: SvgStyle,
  start: { dx: number; dy: number },
  chunks: Chunk[],
  tools: TextTools,
): void {
  let { dx, dy } = start;
  for (const child of element.children) {
    if (typeof child === 'string') {
      const before = chunks.at(-1)!.pieces.at(-1)?.text ?? ' ';
      const words = child.replace(/\s+/g, ' ');
      const text = before.endsWith(' ') ? words.trimStart() : words;
      if (text !== '') {
        chunks.at(-1)!.pieces.push({ text, style, dx, dy });
        dx = 0;
        dy = 0;
      }
    } else if (INLINE.includes(child.name)) {
      const own = tools.styleOf(child, style);
      const readLength = tools.lengthsOf(child, own.fontSize);
      const { x, y } = child.attributes;
      const last = chunks.at(-1)!;
      if (x !== undefined || y !== undefined)
        chunks.push({
          x: x === undefined ? last.x : readLength('x'),
          y: y === undefined ? last.y + sumOfDy(last) : readLength('y'),
          pieces: [],
          ...lengthOf(child, readLength),
        });
      else if (last.pieces.length === 0) Object.assign(last, lengthOf(child, readLength));
      gatherChunks(child, own, { dx: readLength('dx'), dy: readLength('dy') }, chunks, tools);
    } else if (!SILENT.includes(child.name) && !child.name.includes(':'))
      tools.findings.needsPixels(child, `“${child.name}” inside text`);
  }
}

const sumOfDy = (chunk: Chunk) => chunk.pieces.reduce((sum, piece) => sum + piece.dy, 0);

/** The most that letters are moved apart, or together, to make a text as long as it is to be; in ems. */
const MOST_FITTED = 0.12;

function setChunk(
  element: SvgElement,
  { x, y, pieces, length }: Chunk,
  matrix: Matrix,
  tools: TextTools,
): Mark[] {
  const { fonts, findings } = tools;
  const trimmed = pieces.map((piece, index) =>
    index === pieces.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece,
  );
  const natural = trimmed.flatMap((piece) => {
    const { style } = piece;
    const face = `sans${style.bold ? '-bold' : ''}${style.italic ? '-italic' : ''}`;
    findings.missing(element, fonts.missingCharacters(face, piece.text));
    return fonts.runs(face, piece.text).map((run, index) => ({
      ...run,
      style,
      dx: index === 0 ? piece.dx : 0,
      dy: index === 0 ? piece.dy : 0,
      letters: fonts.shape(run.face, run.text).glyphCount,
      width: fonts.width(run.face, style.fontSize, run.text),
    }));
  });
  const letters = natural.reduce((sum, run) => sum + run.letters, 0);
  const size = natural[0]?.style.fontSize ?? 0;
  const missing = length === undefined ? 0 : length - natural.reduce((sum, run) => sum + run.width, 0);
  const fitted = Math.max(-MOST_FITTED * size, Math.min(MOST_FITTED * size, missing / Math.max(1, letters)));
  const runs = natural.map((run) => {
    const space = run.style.letterSpace + fitted;
    return { ...run, space, width: run.width + space * run.letters };
  });
  const width = runs.reduce((sum, run) => sum + run.width + run.dx, 0);
  const anchor = runs[0]?.style.anchor ?? 'start';
  let across = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  let down = y;
  return runs.flatMap((run, index): Mark[] => {
    across += run.dx;
    down += run.dy;
    const { style } = run;
    const from = across;
    across += run.width;
    const mark: TextMark = {
      kind: 'text',
      structureRef: { slot: 0 },
      x: from,
      y: down + style.baseline * style.fontSize - style.raised,
      // A real space separates its words from those of the next text when the PDF is read.
      text: index === runs.length - 1 ? `${run.text} ` : run.text,
      face: run.face,
      size: style.fontSize,
      colour: 0,
      wordSpace: 0,
      letterSpace: run.space,
      width: run.width,
    };
    return run.text === '' || !style.visible ? [] : paintedText(element, mark, style, matrix, tools);
  });
}

/** The share of its size that the lines of letters are wide. */
const STEM = 0.08;

/** A text in its colour, with a line if it has one. */
function paintedText(
  element: SvgElement,
  mark: TextMark,
  style: SvgStyle,
  matrix: Matrix,
  tools: TextTools,
): Mark[] {
  const { fill, stroke, strokeWidth, fontSize, fillOpacity, opacity, decoration } = style;
  const isStroked = stroke !== undefined && stroke.opacity * style.strokeOpacity * strokeWidth > 0;
  const isOutline = fill === undefined || fill.opacity * fillOpacity === 0;
  if (isStroked && (isOutline || strokeWidth > fontSize * STEM))
    tools.findings.simplified(element, 'the outline of letters', isOutline ? 'filled' : 'left out');
  const paint = isOutline && isStroked ? stroke : fill;
  if (!paint) return [];
  const placed = transformedText(mark, matrix);
  const share = paint.opacity * opacity * (isOutline ? style.strokeOpacity : fillOpacity);
  const colour = tools.colourOn(element, boundsOf(placed), { colour: paint.colour, opacity: share });
  if (colour === undefined) return [];
  const text = withColour(placed, colour);
  if (decoration === 'none') return [text];
  const at = mark.y + fontSize * (decoration === 'underline' ? 0.12 : -0.28);
  const line: PathStep[] = [
    ['M', mark.x, at],
    ['L', mark.x + mark.width, at],
    ['L', mark.x + mark.width, at + fontSize * 0.06],
    ['L', mark.x, at + fontSize * 0.06],
    ['Z'],
  ];
  const path = transformOutline(line, matrix);
  return [text, { kind: 'shape', structureRef: { slot: 0 }, outline: { path }, fill: colour }];
}

const withColour = (mark: Mark, colour: Colour): Mark =>
  mark.kind === 'text'
    ? { ...mark, colour }
    : mark.kind === 'group'
      ? { ...mark, marks: mark.marks.map((inner) => withColour(inner, colour)) }
      : mark;

/** Upright text is a mark by itself; turned or slanted text is in a group. */
function transformedText(mark: TextMark, matrix: Matrix): Mark {
  const [a, b, c, d, e, f] = matrix;
  if (b === 0 && c === 0 && a > 0 && Math.abs(a - d) < 1e-9) {
    const [x, y] = transformPoint(matrix, mark.x, mark.y);
    return { ...mark, x, y, size: mark.size * a, width: mark.width * a, letterSpace: mark.letterSpace * a };
  }
  return {
    kind: 'group',
    role: 'drawing',
    x: e,
    y: f,
    turn: 0,
    scale: 1,
    matrix: [a, b, c, d],
    marks: [mark],
  };
}
