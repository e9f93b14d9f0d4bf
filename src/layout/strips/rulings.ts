import type { Ruling } from '../../blocks/block.ts';
import { mm, rounded } from '../../pages/length.ts';
import type { Mark, PathStep, ShapeMark } from '../../pages/page.ts';
import { colourOf } from '../style/colour-of.ts';
import { ruleStroke } from '../style/rule-stroke.ts';
import type { LayoutContext } from './layout-context.ts';

/** How an answer space is drawn: the height and marks of a row, marks above the first row, and whether it has a frame. */
interface RuledSpace {
  readonly every: number;
  readonly row: readonly Mark[];
  readonly top: readonly Mark[];
  readonly framed: boolean;
}

/** The side of a square and the distance between dots, in points. */
const GRID = mm(5);

type DrawRuling = (width: number, context: LayoutContext) => RuledSpace;

const lined: DrawRuling = (width, context) => {
  const every = mm(context.style['answer-line-gap']);
  return { every, row: [lines([across(every, width)], context)], top: [], framed: false };
};

const squared: DrawRuling = (width, context) => {
  const count = Math.floor(width / GRID);
  const vertical = Array.from({ length: count + 1 }, (_, index): PathStep[] => [
    ['M', rounded(index * GRID), 0],
    ['L', rounded(index * GRID), GRID],
  ]);
  return {
    every: GRID,
    row: [lines([...vertical, across(GRID, count * GRID)], context)],
    top: [lines([across(0, count * GRID)], context)],
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
const lines = (paths: readonly PathStep[][], { style }: LayoutContext): ShapeMark => ({
  kind: 'shape',
  structureRef: { artifact: 'layout' },
  outline: { path: paths.flat() },
  stroke: ruleStroke(style),
});
