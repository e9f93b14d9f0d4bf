import type { GridSquare, SquareGrid } from '../../../blocks/block.ts';
import { largest } from '../../../diagnostics/collections/largest.ts';
import { rounded } from '../../../pages/length.ts';
import type { GroupMark, Mark, PathStep, ShapeMark, StructureRef, TextMark } from '../../../pages/page.ts';
import { type TypeLook, typeLook } from '../../lines/type-look.ts';
import { colourOf } from '../../style/colour-of.ts';
import type { LayoutContext } from '../layout-context.ts';
import { type Strip, strip } from '../strip.ts';
import { detachedNode } from '../structure-draft.ts';
import { figurePlace } from '../text/figure-place.ts';
import { setText } from '../text/set-text.ts';

/** The size of letters and of numbers, as a share of the side of a square. */
const LETTER = 0.58;
const NUMBER = 0.3;
/** The least side of a square for letters alone, and with numbers, as a multiple of the smallest type. */
const ROOM_FOR_LETTER = 1.28;
const ROOM_FOR_NUMBER = 2;
/** The share of a page that a grid may fill, so that its title is above it. */
const MOST_OF_PAGE = 0.84;
/** The height of a capital, as a share of the size of type. */
const CAPITAL = 0.71;
/** The width of an outline around a word, as a share of the side of a square. */
const RING = 0.8;

/**
 * Sets a grid of squares in the middle of the column, as one figure. Squares grow for large type, and shrink so that all are
 * on one page. Reports a grid with more squares than there is room for.
 */
export function setSquareGrid(grid: SquareGrid, width: number, context: LayoutContext): Strip {
  const { style } = context;
  const columns = grid.rows[0]?.length ?? 0;
  const side = sideOf(grid, width, context);
  const { structureRef, node } = figurePlace(context.parent, grid.alt, grid.at);
  const size = { width: rounded(side * columns), height: rounded(side * grid.rows.length) };
  const look = typeLook(style, 'label');
  const at = (share: number): TypeLook => ({
    ...look,
    weight: 'regular',
    features: '',
    size: Math.max(style['smallest-size'], rounded(side * share)),
  });
  const setLetter = letterSetter(grid, at(LETTER), structureRef, context);
  const setNumber = letterSetter(grid, at(NUMBER), structureRef, context);
  const marks = grid.rows.flatMap((row, r) =>
    row.flatMap((square, c): Mark[] => {
      if (!square) return [];
      const [x, y] = [rounded(c * side), rounded(r * side)];
      return squareMarks(square, { x, y, side, lined: grid.lined }, { setLetter, setNumber }, context);
    }),
  );
  const stroke = lineStroke(context);
  const frame: ShapeMark[] = grid.lined
    ? []
    : [{ kind: 'shape', structureRef: LINES, outline: { box: { x: 0, y: 0, ...size } }, stroke }];
  const rings = (grid.rings ?? []).map(({ from, to }) => ringMark(from, to, side, context));
  const half = stroke.width / 2;
  const mark: GroupMark = {
    kind: 'group',
    role: 'figure',
    ...(node && { figure: node.node }),
    x: rounded((width - size.width) / 2),
    y: half,
    turn: 0,
    scale: 1,
    clip: { x: -half, y: -half, width: size.width + 2 * half, height: size.height + 2 * half },
    marks: [...frame, ...rings, ...marks],
  };
  return strip(grid.at, size.height + 2 * half, [mark], { gapBefore: style['paragraph-gap'] * 1.5 });
}

/** The grey of filled squares: dark enough for a copier, and less ink than black. */
const FILLED = 0.3;

const LINES: StructureRef = { artifact: 'layout' };

/** Lines of puzzles are as dark as text, so that a copier keeps them. */
const lineStroke = ({ style }: LayoutContext) => ({ colour: 0, width: Math.max(0.6, style['rule-width']) });

function sideOf(grid: SquareGrid, width: number, { style, frameHeight, report }: LayoutContext): number {
  const squares = grid.rows.flat();
  const room = squares.some((square) => square?.number !== undefined) ? ROOM_FOR_NUMBER : ROOM_FOR_LETTER;
  const least = style['smallest-size'] * room;
  const columns = grid.rows[0]?.length ?? 1;
  const most = Math.min(width / columns, (frameHeight * MOST_OF_PAGE) / grid.rows.length);
  if (most < least - 0.01)
    report.add(
      'grid-too-large',
      grid.at,
      `This grid has ${columns} columns and ${grid.rows.length} rows, but in the style “${style.name}” a page has room for ${Math.floor(width / least)} columns and ${Math.floor((frameHeight * MOST_OF_PAGE) / least)} rows.`,
      'Give it fewer columns and rows, or fewer words.',
    );
  return rounded(Math.min(most, Math.max(least, grid.side)) - 0.005);
}

interface Setters {
  readonly setLetter: (letter: string) => LetterMarks;
  readonly setNumber: (letter: string) => LetterMarks;
}

/** The marks of a letter whose baseline begins at 0, and its width. */
interface LetterMarks {
  readonly marks: readonly TextMark[];
  readonly width: number;
  readonly size: number;
}

/** Gives a function that sets letters, each once. */
function letterSetter(
  { at }: SquareGrid,
  look: TypeLook,
  structureRef: StructureRef,
  context: LayoutContext,
): (letter: string) => LetterMarks {
  const known = new Map<string, LetterMarks>();
  const node = detachedNode(context.parent);
  return (letter) => {
    const before = known.get(letter);
    if (before) return before;
    const options = { look, at, width: 1000, node } as const;
    const [line] = setText([{ kind: 'text', text: letter }], options, context);
    const marks = (line?.marks ?? []).flatMap((mark): TextMark[] =>
      // With a space, so that letters copied from the page are not taken for words.
      mark.kind === 'text' ? [{ ...mark, structureRef, y: 0, text: `${mark.text} ` }] : [],
    );
    const width = largest(
      marks.map((mark) => mark.x + mark.width),
      0,
    );
    const set = { marks, width, size: look.size };
    known.set(letter, set);
    return set;
  };
}

function squareMarks(
  { letter, number, found, filled }: GridSquare,
  { x, y, side, lined }: { x: number; y: number; side: number; lined: boolean },
  { setLetter, setNumber }: Setters,
  context: LayoutContext,
): Mark[] {
  const marks: Mark[] = lined
    ? [
        {
          kind: 'shape',
          structureRef: LINES,
          outline: { box: { x, y, width: side, height: side } },
          stroke: lineStroke(context),
          ...(filled && { fill: FILLED }),
        },
      ]
    : [];
  if (number !== undefined) {
    const set = setNumber(String(number));
    const [left, down] = [side * 0.07, side * 0.07 + set.size * CAPITAL];
    for (const mark of set.marks)
      marks.push({ ...mark, x: rounded(x + mark.x + left), y: rounded(y + down) });
  }
  if (letter !== undefined) {
    const set = setLetter(letter);
    const left = (side - set.width) / 2;
    // Below a number, a letter is a little lower.
    const middle = side * (lined ? 0.58 : 0.5) + (set.size * CAPITAL) / 2;
    const colour = found === false ? context.style.quiet : 0;
    for (const mark of set.marks)
      marks.push({ ...mark, colour, x: rounded(x + mark.x + left), y: rounded(y + middle) });
  }
  return marks;
}

/** How far the handles of a curve are from its ends, for a quarter of a circle. */
const CURVE = 0.5523;

/** Draws an outline with round ends around squares in a line. */
function ringMark(
  from: { row: number; column: number },
  to: { row: number; column: number },
  side: number,
  { style }: LayoutContext,
): ShapeMark {
  const centre = (at: typeof from) => [(at.column + 0.5) * side, (at.row + 0.5) * side] as const;
  const [[x1, y1], [x2, y2]] = [centre(from), centre(to)];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const radius = (side * RING) / 2;
  // Along the word, and across it.
  const [ax, ay] = [((x2 - x1) / length) * radius, ((y2 - y1) / length) * radius];
  const [bx, by] = [-ay, ax];
  const point = (x: number, y: number, along: number, across: number) =>
    [rounded(x + ax * along + bx * across), rounded(y + ay * along + by * across)] as const;
  const curve = (x: number, y: number, way: 1 | -1): PathStep[] => [
    ['C', ...point(x, y, CURVE * way, -way), ...point(x, y, way, -CURVE * way), ...point(x, y, way, 0)],
    ['C', ...point(x, y, way, CURVE * way), ...point(x, y, CURVE * way, way), ...point(x, y, 0, way)],
  ];
  const path: PathStep[] = [
    ['M', ...point(x1, y1, 0, -1)],
    ['L', ...point(x2, y2, 0, -1)],
    ...curve(x2, y2, 1),
    ['L', ...point(x1, y1, 0, 1)],
    ...curve(x1, y1, -1),
    ['Z'],
  ];
  const stroke = { colour: colourOf(style.accent), width: Math.max(0.8, style['rule-width'] * 1.5) };
  return { kind: 'shape', structureRef: LINES, outline: { path }, stroke };
}
