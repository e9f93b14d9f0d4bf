import type { BoardBox } from '../../../blocks/block.ts';
import { mm, rounded } from '../../../pages/length.ts';
import type { Mark } from '../../../pages/page.ts';
import { colourOf } from '../../style/colour-of.ts';
import { ruleStroke } from '../../style/rule-stroke.ts';
import type { LayoutContext } from '../layout-context.ts';
import { sideBySide } from '../side-by-side.ts';
import { type Strip, shifted, stackHeight } from '../strip.ts';
import { addNode } from '../structure-draft.ts';
import { ABOVE_CONTENT, BAND, boxHeight, PADDING, setContent, trialOf } from './measure-board.ts';

/** How far entries may be moved apart to fill a box, in ems of small type. */
const LOOSEST = 0.55;

/**
 * Draws a box of a board at its place: a frame, a band with its title, and its content, whose parts are moved apart to
 * fill it.
 * @param spare how much higher it is than its content, in points
 */
export function placeBox(
  box: BoardBox,
  { x, y, width, spare }: { x: number; y: number; width: number; spare: number },
  context: LayoutContext,
): { marks: Mark[]; height: number; anchors: Strip['anchors'] } {
  const { style } = context;
  const em = style['small-size'];
  const parent = addNode(context.parent, 'Sect');
  const more = box.lines ? Math.floor(spare / mm(style['answer-line-gap'])) : 0;
  const { title, content } = setContent(box, width, { ...context, parent }, more);
  const gaps = content.filter(({ gapBefore }) => gapBefore > 0).length;
  const each = gaps > 0 && !box.lines ? Math.min(spare / gaps, em * LOOSEST) : 0;
  const spread = content.map((one) =>
    one.gapBefore > 0 ? { ...one, gapBefore: one.gapBefore + each } : one,
  );
  const band = stackHeight(title) + em * BAND;
  const height = boxHeight(box, width, trialOf(context)) + spare;
  const outline = { x: rounded(x), y: rounded(y), width: rounded(width) };
  const structureRef = { artifact: 'layout' } as const;
  const tint = colourOf(style.tint);
  const stroke = ruleStroke(style);
  const left = x + em * PADDING;
  const top = joined(title, box, context);
  const marks: Mark[] = [
    {
      kind: 'shape',
      structureRef,
      outline: { box: { ...outline, height: rounded(band) } },
      ...(tint === 1 ? { stroke } : { fill: tint }),
    },
    { kind: 'shape', structureRef, outline: { box: { ...outline, height: rounded(height) } }, stroke },
    ...shifted(top?.marks ?? [], left, y + (em * BAND) / 2),
    ...shifted(joined(spread, box, context)?.marks ?? [], left, y + band + em * ABOVE_CONTENT),
  ];
  const anchors = (top?.anchors ?? []).map((anchor) => ({ ...anchor, y: anchor.y + y }));
  return { marks, height, anchors };
}

/** Joins strips into one. */
const joined = (strips: readonly Strip[], { at }: BoardBox, context: LayoutContext): Strip | undefined =>
  strips.length === 0
    ? undefined
    : sideBySide([{ x: 0, strips }], at, 0, { ...context, frameHeight: Infinity })[0];
