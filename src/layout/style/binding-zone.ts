import type { Style } from './style.ts';

/** A staple in the corner, and the paper that is folded over by turning pages. */
const STAPLE = 14;

/**
 * How wide a strip along the inner edge of pages is that holes and staples need, in millimetres, and the token that says so.
 * No text stands there: on left-hand pages of what is printed on both sides the inner edge is the right one.
 */
export function bindingZone(style: Pick<Style, 'punch' | 'staple'>): {
  width: number;
  token: 'punch' | 'staple';
} {
  const staple = style.staple === 'none' ? 0 : STAPLE;
  return style.punch >= staple ? { width: style.punch, token: 'punch' } : { width: staple, token: 'staple' };
}
