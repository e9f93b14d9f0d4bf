import { keptWithNext, type Strip, stackHeight } from './strip.ts';

/** A group that fills more of a page than this is not kept whole: it would leave the page before it half empty. */
const MOST_KEPT = 0.45;
/** The same for a group with room to write in that takes the rest of its page: it fills what another would leave empty. */
const MOST_KEPT_STRETCHING = 0.6;
/** How much of a page is kept together at the beginning of such a group. */
const BEGINNING = 0.2;
/** How many strips are kept together at its end. */
const END = 3;

/**
 * The strips of a group, kept on one page, but for one that fills about half a page or more, as a question with its
 * answer does in large print: its beginning and its end are kept.
 */
export function keepGroup(strips: readonly Strip[], pageHeight: number): Strip[] {
  const most = strips.some((one) => one.stretch > 0) ? MOST_KEPT_STRETCHING : MOST_KEPT;
  const whole = stackHeight(strips) <= pageHeight * most;
  return strips.map((one, index) => {
    const beginning = stackHeight(strips.slice(0, index + 1)) < pageHeight * BEGINNING;
    const ending = index >= strips.length - END;
    return index < strips.length - 1 && (whole || beginning || ending) ? keptWithNext(one) : one;
  });
}
