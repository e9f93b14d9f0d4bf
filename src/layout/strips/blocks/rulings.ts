import type { Ruling } from '../../../blocks/block.ts';
import { mm, rounded } from '../../../pages/length.ts';
import type { Mark, PathStep, ShapeMark } from '../../../pages/page.ts';
import { colourOf } from '../../style/colour-of.ts';
import { ruleStroke } from '../../style/rule-stroke.ts';
import type { LayoutContext } from '../layout-context.ts';

/** How an answer space is drawn: the height and marks of a row, marks above the first row, and whether it has a frame. */
interface RuledSpace {
  readonly every: number;
  readonly row: readonly Mark[];
  readonly top: readonly Mark[];
  readonly framed: boolean;
}

/** The side of a square and the distance between dots, in points. */
const GRID = mm(5);
const CENTIMETRE = mm(10);
/** The lines between those of centimetres, and these, as multiples of the style’s rule. */
const THIN = 0.6;
const HEAVY = 1.6;

type DrawRuling = (width: number, context: LayoutContext) => RuledSpace;

const lined: DrawRuling = (width, context) => {
  const every = mm(context.style['answer-line-gap']);
  return { every, row: [lines([across(every, width)], context)], top: [], framed: false };
};

const squared: DrawRuling = (width, context) => {
  // Whole centimetres, whose lines are heavier, so that a graph is easy to plot and to read.
  const count = Math.floor(width / CENTIMETRE);
  const down = (x: number): PathStep[] => [
    ['M', rounded(x), 0],
    ['L', rounded(x), rounded(CENTIMETRE)],
  ];
  const each = Array.from({ length: count + 1 }, (_, index) => index * CENTIMETRE);
  const halves = each.slice(0, -1).map((x) => down(x + GRID));
  const wide = count * CENTIMETRE;
  return {
    every: CENTIMETRE,
    row: [
      lines([...halves, across(GRID, wide)], context, THIN),
      lines([...each.map(down), across(CENTIMETRE, wide)], context, HEAVY),
    ],
    top: [lines([across(0, wide)], context, HEAVY)],
    framed: false,
  };
};

const dotted: DrawRuling = (width, context) => {
  const count = Math.floor(width / GRID);
  const { kind, structureRef, outline } = lines([across(GRID / 2, count * GRID)], context);
  const stroke = { colour: colourOf(context.style.rule), width: 1, dash: [0, GRID], cap: 'round' } as const;
  return { every: GRID, row: [{ kind, structureRef, outline, stroke }], top: [], framed: false };
};

const boxed: DrawRuling = () => ({ every: GRID, row: [], top: [], framed: true });

const blank: DrawRuling = () => ({ every: GRID, row: [], top: [], framed: false });

/** Draws each kind of answer space. */
export const RULINGS: Readonly<Record<Ruling, DrawRuling>> = { lined, squared, dotted, boxed, blank };

const across = (y: number, width: number): PathStep[] => [
  ['M', 0, rounded(y)],
  ['L', rounded(width), rounded(y)],
];

/** Draws lines. They are artifacts, since they are not content. */
const lines = (paths: readonly PathStep[][], { style }: LayoutContext, weight = 1): ShapeMark => ({
  kind: 'shape',
  structureRef: { artifact: 'layout' },
  outline: { path: paths.flat() },
  stroke: ruleStroke(style, weight),
});
