import type { Aside } from '../../../blocks/block.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import type { LayoutContext } from '../layout-context.ts';
import { ASIDE_GAP, type AsideStrips, type Strip, stackHeight } from '../strip.ts';
import { detachedNode } from '../structure-draft.ts';
import { setAside } from './set-containers.ts';

/**
 * Spreads asides that repeat something over the text, at the beginnings of paragraphs, below the asides that the text has
 * anyway. Those that would make the margin column longer than the text are left out: they are printed elsewhere.
 * @param from the strip that the text begins with
 */
export function spreadAsides(
  strips: readonly Strip[],
  from: number,
  asides: readonly Aside[],
  context: LayoutContext,
): Strip[] {
  const text = strips.slice(from);
  if (context.asideWidth === 0 || asides.length === 0 || text.length === 0) return [...strips];
  const own = text.flatMap((one) => one.asides).reduce((sum, one) => sum + stackHeight(one) + ASIDE_GAP, 0);
  const height = stackHeight(text.filter(({ wide }) => !wide));
  const set = asidesThatFit(asides, height - own, context);
  const places = set.map((_, index) => placeAt(text, own + ((height - own) * index) / set.length));
  return strips.map((one, index) => ({
    ...one,
    asides: [...one.asides, ...set.filter((_, which) => places[which] === index - from)],
  }));
}

/** Sets asides as long as there is room for them. Only those join the structure. */
function asidesThatFit(asides: readonly Aside[], room: number, context: LayoutContext): AsideStrips[] {
  const set: AsideStrips[] = [];
  let left = room;
  for (const aside of asides) {
    const parent = detachedNode(context.parent);
    const strips = setAside(aside, { ...context, parent });
    left -= stackHeight(strips) + ASIDE_GAP;
    if (left < 0) break;
    append(context.parent.children, parent.children);
    set.push(strips);
  }
  return set;
}

/** Gives the first beginning of a paragraph that is at least so far down, or else the last one. */
function placeAt(text: readonly Strip[], y: number): number {
  let top = 0;
  let last = 0;
  for (const [index, { gapBefore, height, wide }] of text.entries()) {
    if (wide) continue;
    if (index > 0) top += gapBefore;
    const begins = index === 0 || gapBefore > 0;
    if (begins) last = index;
    if (begins && top >= y - 0.01) return index;
    top += height;
  }
  return last;
}
