import type { Block, Group } from '../../blocks/block.ts';
import { plainText } from '../../blocks/plain-text.ts';
import { typeLook } from '../lines/type-look.ts';
import type { LayoutContext } from './layout-context.ts';
import { setText } from './set-text.ts';
import { keptWithNext, type Strip, stackHeight } from './strip.ts';

/** A group that fills more of a page than this is not kept whole: it would leave the page before it half empty. */
const MOST_KEPT = 0.45;
/** The same for a group with room to write in that takes the rest of its page: it fills what another would leave empty. */
const MOST_KEPT_STRETCHING = 0.6;
/** How much of a page is kept together at the beginning of such a group. */
const BEGINNING = 0.2;
/** How many strips are kept together at its end. */
const END = 3;
/** The same for groups in a row that are parts of one thing. */
const MOST_KEPT_RUN = 0.6;
/** What it costs to part those where they are longer: about as much as a page that is half empty. */
const BREAK_BETWEEN_GROUPS = 0.25;

/**
 * The strips of a group, kept on one page, but for one that fills about half a page or more, as a question with its
 * answer does in large print: its beginning and its end are kept.
 * @param whole whether it is kept even then, if a page can hold it
 */
export function keepGroup(strips: readonly Strip[], pageHeight: number, whole = false): Strip[] {
  const stretches = strips.some((one) => one.stretch > 0);
  const most = whole ? 1 : stretches ? MOST_KEPT_STRETCHING : MOST_KEPT;
  const kept = stackHeight(strips) <= pageHeight * most + 0.01;
  return strips.map((one, index) => {
    const beginning = stackHeight(strips.slice(0, index + 1)) < pageHeight * BEGINNING;
    const ending = index >= strips.length - END;
    return index < strips.length - 1 && (kept || beginning || ending) ? keptWithNext(one) : one;
  });
}

/** The strips with what is set on top of a page on which they go on; an artifact, since it was read out before. */
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
  // Room that ends a group is nothing that could go on.
  const last = strips.findLastIndex((one) => one.height > 0 || one.stretch > 0);
  return strips.map((one, index) => {
    if ((begins && index === 0) || index > last) return one;
    const header = [...lines, ...one.keep.header];
    return { ...one, keep: { ...one.keep, header } };
  });
}

/** Whether a block goes on with the thing that the one before it is a part of. */
export const continuesGroup = (before: Block | undefined, block: Block): boolean =>
  before?.kind === 'group' &&
  block.kind === 'group' &&
  before.continued !== undefined &&
  block.continued !== undefined &&
  plainText(before.continued) === plainText(block.continued);

/**
 * Strips of groups in a row that are parts of one thing: kept together, or, where that would fill much of a page, parted
 * rather between two groups than elsewhere, and only if that leaves less of a page empty.
 * @param starts the first strip of each group but the first
 */
export function keepRun(strips: readonly Strip[], starts: readonly number[], pageHeight: number): Strip[] {
  const together = stackHeight(strips) <= pageHeight * MOST_KEPT_RUN;
  return strips.map((one, index) => {
    if (!starts.includes(index + 1)) return one;
    return together ? keptWithNext(one) : { ...one, breakCost: one.breakCost + BREAK_BETWEEN_GROUPS };
  });
}
