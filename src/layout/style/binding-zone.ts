import type { Style } from './style.ts';

/** The room that a corner staple needs, with the paper folded back when a page is turned, in millimetres. */
const STAPLE = 14;

/**
 * Gives the width, in millimetres, that holes or staples need along the inner edge of each page, and the token it comes
 * from. No text goes there. On left-hand pages of a two-sided document the inner edge is the right-hand one.
 */
export function bindingZone(style: Pick<Style, 'punch' | 'staple'>): {
  width: number;
  token: 'punch' | 'staple';
} {
  const staple = style.staple === 'none' ? 0 : STAPLE;
  return style.punch >= staple ? { width: style.punch, token: 'punch' } : { width: staple, token: 'staple' };
}
