import type { Block } from '../../../blocks/block.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { keptWithNext, type Strip, stackHeight } from '../strip.ts';

/** A group that fills more of a page than this is not kept together: it would leave the page before half empty. */
const MOST_KEPT = 0.45;
/** The same for a group with room to write in that fills the rest of its page, so that nothing is left empty. */
const MOST_KEPT_STRETCHING = 0.6;
/** The share of a page that is kept together at the beginning of such a group. */
const BEGINNING = 0.2;
/** A strip that fills more of a page than this is no line: a row of a table, a picture. */
const TALL = 0.12;
/** The number of strips kept together at its end, if they are no taller than this share of a page: lines, not rows of a table. */
const END = 3;
const TALLEST_END = 0.35;
/** The cost of a break inside a group that is not kept together: about that of a page left a quarter empty. */
const BREAK_INSIDE_GROUP = 0.06;
/** The same as `MOST_KEPT`, for consecutive groups that are parts of one thing. */
const MOST_KEPT_RUN = 0.6;
/** The cost of a break between those groups if they are longer: about that of a page left half empty. */
const BREAK_BETWEEN_GROUPS = 0.25;

/**
 * Keeps the strips of a group on one page. If the group fills about half a page or more, as a question with its answer
 * space does in large print, only its beginning and its end are kept together. Strips that divide their group always may.
 * @param pageHeight in points
 * @param how.whole whether to keep even a large group together, if a page can hold it
 * @param how.large whether pages hold so little that its beginning need not wait for a table or picture that comes next
 */
export function keepGroup(
  strips: readonly Strip[],
  pageHeight: number,
  { whole = false, large = false }: { whole?: boolean; large?: boolean } = {},
): Strip[] {
  const stretches = strips.some((one) => one.stretch > 0);
  const most = whole ? 1 : stretches ? MOST_KEPT_STRETCHING : MOST_KEPT;
  const kept = stackHeight(strips) <= pageHeight * most + 0.01;
  const end = strips.slice(-END);
  const ends = strips.length - (stackHeight(end) <= pageHeight * TALLEST_END ? END : 1);
  return strips.map((one, index) => {
    const isTall = large && index > 0 && (strips[index + 1]?.height ?? 0) > pageHeight * TALL;
    const beginning = !isTall && stackHeight(strips.slice(0, index + 1)) < pageHeight * BEGINNING;
    if (index === strips.length - 1 || one.divides) return one;
    return kept || beginning || index >= ends
      ? keptWithNext(one)
      : { ...one, breakCost: one.breakCost + BREAK_INSIDE_GROUP };
  });
}

/** Whether a block continues the group before it. */
export const continuesGroup = (before: Block | undefined, block: Block): boolean =>
  before?.kind === 'group' &&
  block.kind === 'group' &&
  before.continued !== undefined &&
  block.continued !== undefined &&
  plainText(before.continued) === plainText(block.continued);

/**
 * Keeps consecutive groups that are parts of one thing together. If they would fill much of a page, a break between two
 * groups is allowed at a cost, so that it happens only if it leaves less of a page empty.
 * @param starts the index of the first strip of each group except the first
 * @param pageHeight in points
 */
export function keepRun(strips: readonly Strip[], starts: readonly number[], pageHeight: number): Strip[] {
  const together = stackHeight(strips) <= pageHeight * MOST_KEPT_RUN;
  return strips.map((one, index) => {
    if (!starts.includes(index + 1)) return one;
    return together ? keptWithNext(one) : { ...one, breakCost: one.breakCost + BREAK_BETWEEN_GROUPS };
  });
}
