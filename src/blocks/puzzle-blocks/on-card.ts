import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Block, Inline, Paragraph } from '../block.ts';
import type { Look } from '../look.ts';

/** A text in the middle of a card. */
export const inTheMiddle = (look: Look, text: readonly Inline[], at: Place): Paragraph => ({
  kind: 'paragraph',
  at,
  look,
  text,
  balanced: true,
  centred: true,
});

/** Room that stretches: so many shares of what is left on a card. */
export const roomOnCard = (fill: number, at: Place): Block => ({ kind: 'space', at, height: 0, fill });
