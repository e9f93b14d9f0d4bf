import { type Matrix, transformPoint } from '../../matrix.ts';
import type { Mark, TextMark } from '../../page.ts';
import type { SvgFonts } from './svg-fonts.ts';
import type { ReadLength } from './svg-outline.ts';
import type { SvgStyle } from './svg-style.ts';
import type { XmlElement } from './xml-tree.ts';

/** What setting text needs to know of the drawing, and where to report what cannot be set. */
interface TextTools {
  readonly fonts: SvgFonts;
  styleOf(element: XmlElement, parent: SvgStyle): SvgStyle;
  lengthsOf(element: XmlElement): ReadLength;
  reportUnsupported(element: XmlElement, what: string, hint: string): void;
  /** Reports letters that are missing from every font. */
  reportMissing(element: XmlElement, letters: readonly string[]): void;
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
}

/** Sets a `text` element in the sans faces. Each chunk begins at its point, ends there or is centred on it. */
export function setSvgText(element: XmlElement, style: SvgStyle, matrix: Matrix, tools: TextTools): Mark[] {
  const readLength = tools.lengthsOf(element);
  const chunks: Chunk[] = [{ x: readLength('x'), y: readLength('y'), pieces: [] }];
  gatherChunks(element, style, { dx: readLength('dx'), dy: readLength('dy') }, chunks, tools);
  return chunks.flatMap((chunk) => setChunk(element, chunk, matrix, tools));
}

function gatherChunks(
  element: XmlElement,
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
    } else if (child.name === 'tspan') {
      const readLength = tools.lengthsOf(child);
      const { x, y } = child.attributes;
      const last = chunks.at(-1)!;
      if (x !== undefined || y !== undefined)
        chunks.push({
          x: x === undefined ? last.x : readLength('x'),
          y: y === undefined ? last.y + sumOfDy(last) : readLength('y'),
          pieces: [],
        });
      gatherChunks(
        child,
        tools.styleOf(child, style),
        { dx: readLength('dx'), dy: readLength('dy') },
        chunks,
        tools,
      );
    } else if (child.name !== 'title' && child.name !== 'desc')
      tools.reportUnsupported(child, `“${child.name}” inside text`, 'Write it as text or tspan.');
  }
}

const sumOfDy = (chunk: Chunk) => chunk.pieces.reduce((sum, piece) => sum + piece.dy, 0);

function setChunk(element: XmlElement, { x, y, pieces }: Chunk, matrix: Matrix, tools: TextTools): Mark[] {
  const { fonts } = tools;
  const trimmed = pieces.map((piece, index) =>
    index === pieces.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece,
  );
  const runs = trimmed.flatMap((piece) => {
    const { style } = piece;
    const face = `sans${style.bold ? '-bold' : ''}${style.italic ? '-italic' : ''}`;
    tools.reportMissing(element, fonts.missingCharacters(face, piece.text));
    return fonts.runs(face, piece.text).map((run, index) => ({
      ...run,
      style,
      dx: index === 0 ? piece.dx : 0,
      dy: index === 0 ? piece.dy : 0,
      width: fonts.width(run.face, style.fontSize, run.text),
    }));
  });
  const width = runs.reduce((sum, run) => sum + run.width + run.dx, 0);
  const anchor = runs[0]?.style.anchor ?? 'start';
  let across = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  let down = y;
  return runs.flatMap((run, index): Mark[] => {
    across += run.dx;
    down += run.dy;
    const { style } = run;
    const mark: TextMark = {
      kind: 'text',
      structureRef: { slot: 0 },
      x: across,
      y: down + style.baseline * style.fontSize,
      // A real space separates its words from those of the next text when the PDF is read.
      text: index === runs.length - 1 ? `${run.text} ` : run.text,
      face: run.face,
      size: style.fontSize,
      colour: style.fill ?? 0,
      wordSpace: 0,
      letterSpace: 0,
      width: run.width,
    };
    across += run.width;
    if (style.stroke !== undefined)
      tools.reportUnsupported(element, 'a stroke around text', 'Give the text a fill only.');
    if (style.fill === undefined || !style.visible || run.text === '') return [];
    return [transformedText(mark, matrix)];
  });
}

/** Upright text is a mark by itself; turned or slanted text is in a group. */
function transformedText(mark: TextMark, matrix: Matrix): Mark {
  const [a, b, c, d, e, f] = matrix;
  if (b === 0 && c === 0 && a > 0 && Math.abs(a - d) < 1e-9) {
    const [x, y] = transformPoint(matrix, mark.x, mark.y);
    return { ...mark, x, y, size: mark.size * a, width: mark.width * a };
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
