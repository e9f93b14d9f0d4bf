import type { Group } from '../../../blocks/block.ts';
import { typeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { keptWithNext, type Strip } from '../strip.ts';
import { setText } from '../text/set-text.ts';

/**
 * Adds the heading repeated on each page where a group continues. It is an artifact, since it has been read out
 * before.
 */
export function withContinued(
  strips: readonly Strip[],
  { continued, at }: Group,
  begins: boolean,
  width: number,
  context: LayoutContext,
): Strip[] {
  if (!continued) return [...strips];
  const look = typeLook(context.style, 'label');
  const lines = setText(continued, { look, at, width, node: undefined }, context).map(keptWithNext);
  // Empty room at the end of a group does not count as continuing.
  const last = strips.findLastIndex((one) => one.height > 0 || one.stretch > 0);
  return strips.map((one, index) => {
    if ((begins && index === 0) || index > last) return one;
    const header = [...lines, ...one.keep.header];
    return { ...one, keep: { ...one.keep, header } };
  });
}
