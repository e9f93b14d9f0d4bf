import { MIN_SPACE } from '../../pages/fonts/space-in-line.ts';
import { SPACE_SHRINK, SPACE_STRETCH } from './flexibility.ts';
import type { GlueItem } from './items.ts';
import type { ItemOptions, Span, TextContext, TextItem } from './text-context.ts';

/** Gives the glue for a space, with its width between two given characters. */
export function spaceItem(
  span: Span,
  before: string,
  after: string,
  { look }: ItemOptions,
  { fonts }: TextContext,
): TextItem & GlueItem {
  const width = fonts.spaceWidth(span.face, look.size, before, after);
  return {
    kind: 'glue',
    width,
    stretch: width * SPACE_STRETCH,
    shrink: Math.max(0, Math.min(width * SPACE_SHRINK, width - MIN_SPACE * look.size)),
    pieces: [{ ...span, width }],
  };
}
