import type { AnswerSpace, Inline } from '../../blocks/block.ts';
import { mm } from '../../pages/length.ts';
import { typeLook } from '../lines/type-look.ts';
import { colourOf } from '../style/colour-of.ts';
import type { LayoutContext } from './layout-context.ts';
import { RULINGS } from './rulings.ts';
import { keepEnds, setText } from './set-text.ts';
import { type Backdrop, type Pattern, type Strip, shifted, stackHeight, strip } from './strip.ts';

/** How much of a line a handwritten word takes up, in points. */
const WRITTEN_WORD = mm(18);

/** Room to write in: a strip a row, so that it may go on over a page, and one that takes the rest of the page. */
export function setAnswerSpace(block: AnswerSpace, width: number, context: LayoutContext): Strip[] {
  const { style } = context;
  const { every, row, top, framed } = RULINGS[block.ruling ?? 'lined'](width, context);
  const count = Math.round(rowsOf(block, width, every, context));
  const backdrop: Backdrop = {
    id: context.nextBackdrop(),
    x: 0,
    width,
    stroke: { colour: colourOf(style.rule), width: style['rule-width'] },
  };
  const backdrops = framed ? [backdrop] : [];
  const rows = Array.from({ length: count }, (_, index) =>
    strip(block.at, every, index === 0 ? [...top, ...row] : row, { backdrops }),
  );
  const kept = keepEnds(rows).map((one, index) =>
    // Squares, dots and boxes want room above them; lines have it in themselves.
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

function rowsOf(
  { lines, rest }: AnswerSpace,
  width: number,
  every: number,
  { style }: LayoutContext,
): number {
  const scale = mm(style['answer-line-gap']) / every;
  if (typeof lines === 'number') return lines * scale;
  if ('height' in lines) return Math.max(rest ? 0 : 1, Math.ceil(lines.height / every - 0.01));
  // A line more than the answer needs, and never fewer than two: nobody writes as tightly as they are asked to.
  return Math.max(2, Math.ceil((lines.words * WRITTEN_WORD) / width) + 1) * scale;
}

/** A title that is there only if its lines are: an artifact, since what may be left out is no content. */
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
