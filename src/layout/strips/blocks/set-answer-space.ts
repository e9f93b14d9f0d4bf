import type { AnswerSpace, Inline } from '../../../blocks/block.ts';
import { mm } from '../../../pages/length.ts';
import { typeLook } from '../../lines/type-look.ts';
import { ruleStroke } from '../../style/rule-stroke.ts';
import type { LayoutContext } from '../layout-context.ts';
import { type Backdrop, type Pattern, type Strip, shifted, stackHeight, strip } from '../strip.ts';
import { keepEnds, setText } from '../text/set-text.ts';
import { RULINGS } from './rulings.ts';

/**
 * The width of a handwritten letter, for each millimetre between two lines: 45 letters on 160 mm where they are 8 mm
 * apart.
 */
const WRITTEN_LETTER = 160 / 45 / 8;
/** How much more room there is than the answer needs. */
const MORE = 4 / 3;
/** The fewest rows of a divided answer on a page. */
const FEWEST_ROWS = 3;
/** The cost of a page that ends inside an answer: about that of a page left a third empty. */
const DIVIDED_ANSWER = 0.12;

/** Sets room to write in: one strip per row, so that it may span pages, and one that fills the rest of the page. */
export function setAnswerSpace(block: AnswerSpace, width: number, context: LayoutContext): Strip[] {
  const { style } = context;
  const { every, row, top, framed } = RULINGS[block.ruling ?? 'lined'](width, context);
  const count = Math.round(rowsOf(block, width, every, context));
  const backdrop: Backdrop = {
    id: context.nextBackdrop(),
    x: 0,
    width,
    stroke: ruleStroke(style),
  };
  const backdrops = framed ? [backdrop] : [];
  const rows = Array.from({ length: count }, (_, index) =>
    strip(block.at, every, index === 0 ? [...top, ...row] : row, {
      backdrops,
      ...(context.dividesAnswers && isInner(index, count) && { divides: true, breakCost: DIVIDED_ANSWER }),
    }),
  );
  const kept = keepEnds(rows).map((one, index) =>
    // Squares, dots and boxes need room above them; a line already has it.
    index === 0 && block.ruling !== undefined ? { ...one, gapBefore: style['paragraph-gap'] } : one,
  );
  if (!block.rest) return kept;
  const pattern: Pattern = {
    every,
    marks: row,
    ...(count === 0 && top.length > 0 && { head: { height: 0, marks: top } }),
    ...(block.title && { ...titleOfRest(block.title, block, width, context), least: 3 }),
  };
  return [...kept, strip(block.at, 0, [], { stretch: 1, pattern, backdrops })];
}

/** Whether at least three rows come before the end of one, and after it. */
const isInner = (index: number, count: number): boolean =>
  index + 1 >= FEWEST_ROWS && count - index - 1 >= FEWEST_ROWS;

function rowsOf(
  { lines, rest }: AnswerSpace,
  width: number,
  every: number,
  { style }: LayoutContext,
): number {
  const scale = mm(style['answer-line-gap']) / every;
  if (typeof lines === 'number') return lines * scale;
  if ('height' in lines) return Math.max(rest ? 0 : 1, Math.ceil(lines.height / every - 0.01));
  // Who writes on lines that are farther apart writes larger letters.
  const letter = mm(style['answer-line-gap'] * WRITTEN_LETTER);
  return Math.max(1, Math.ceil((lines.letters * MORE * letter) / width)) * scale;
}

/**
 * Sets a title that is printed only with its lines. It is an artifact, since something that may be left out is not
 * content.
 */
function titleOfRest(
  title: readonly Inline[],
  { at }: AnswerSpace,
  width: number,
  context: LayoutContext,
): Pick<Pattern, 'head'> {
  const { style } = context;
  const lines = setText(title, { look: typeLook(style, 'heading'), at, width, node: undefined }, context);
  const gap = style['heading-gap'];
  return {
    head: {
      height: stackHeight(lines) + gap,
      marks: lines.flatMap((one, index) => shifted(one.marks, 0, gap + index * one.height)),
    },
  };
}
