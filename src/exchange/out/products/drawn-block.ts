import type { Diagram, DrawingBlock, SquareGrid, Table } from '../../../blocks/block.ts';
import { createReport } from '../../../diagnostics/report.ts';
import { layOut } from '../../../layout/lay-out.ts';
import type { GroupMark, Mark } from '../../../pages/page.ts';
import type { ProductOut } from '../product-out.ts';
import { svgOfMarks } from './svg-of-marks.ts';

/** A block that is drawn: its drawing, as far as there is room for one, and the table that says the same. */
interface DrawnBlock {
  readonly drawing?: { readonly svg: string; readonly width: number; readonly height: number };
  /** Printed below it. */
  readonly key?: Table;
}

/**
 * Draws a diagram, a drawing or a grid of squares as print does.
 * @param room its width and height in points
 * @param id a name that no other drawing in the file has
 */
export function drawnBlock(
  block: Diagram | DrawingBlock | SquareGrid,
  room: { readonly width: number; readonly height: number },
  id: string,
  { style, fonts, language, pictures }: ProductOut,
): DrawnBlock {
  const setup = {
    ...room,
    margins: { inner: 0, outer: 0, top: 0, bottom: 0 },
    columns: { count: 1, gap: 0 },
    twoSided: false,
  };
  const { pages } = layOut([block], { setup, style, fonts, language, pictures }, createReport());
  const marks = pages.flatMap((page) => page.marks);
  const figure = marks.flatMap(figuresIn)[0];
  if (!figure) return block.kind === 'diagram' ? { key: block.key } : {};
  const { clip = { x: 0, y: 0, width: room.width, height: room.height } } = figure;
  const placed: GroupMark = { ...figure, x: -clip.x, y: -clip.y };
  const size = { width: clip.width, height: clip.height };
  const drawing = { svg: svgOfMarks([placed], size, { fonts, images: new Map(), id }), ...size };
  const key = block.kind === 'diagram' ? keyOf(block, figure, hasTable(marks)) : undefined;
  return { drawing, ...(key && { key }) };
}

/** Groups that are figures. */
const figuresIn = (mark: Mark): GroupMark[] =>
  mark.kind === 'group' ? (mark.role === 'figure' ? [mark] : mark.marks.flatMap(figuresIn)) : [];

/** Whether there is text beside the figure: that of its table. */
const hasTable = (marks: readonly Mark[]): boolean =>
  marks.some(
    (mark) =>
      mark.kind === 'text' || (mark.kind === 'group' && mark.role !== 'figure' && hasTable(mark.marks)),
  );

/** The table of a diagram, if it is printed; with numbers, if the lines have numbers in place of labels. */
function keyOf({ key, at }: Diagram, figure: GroupMark, isPrinted: boolean): Table | undefined {
  if (!isPrinted) return undefined;
  const texts = textsIn(figure.marks);
  const isNumbered = key.rows.every((_, index) => texts.has(String(index + 1)));
  if (!isNumbered) return key;
  const cell = (text: string) => [
    { kind: 'paragraph', at, look: 'body', text: [{ kind: 'text', text }] } as const,
  ];
  return {
    ...key,
    columns: [{ align: 'right' }, ...key.columns],
    header: key.header.length > 0 ? [cell(''), ...key.header] : [],
    rows: key.rows.map((row, index) => [cell(String(index + 1)), ...row]),
  };
}

const textsIn = (marks: readonly Mark[]): ReadonlySet<string> =>
  new Set(
    marks.flatMap((mark) =>
      mark.kind === 'text' ? [mark.text.trim()] : mark.kind === 'group' ? [...textsIn(mark.marks)] : [],
    ),
  );
