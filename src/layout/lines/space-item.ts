import { MIN_SPACE } from '../../pages/fonts/space-in-line.ts';
import { SPACE_SHRINK, SPACE_STRETCH } from './flexibility.ts';
import type { GlueItem } from './items.ts';
import { type FaceItems, faceItems, type ItemContext, isPlain, PLAIN_RUN, spaceKey } from './known-items.ts';
import { pieceOf } from './piece-of.ts';
import type { ItemOptions, Span, TextContext, TextItem } from './text-context.ts';

/** Gives the glue for a space, with its width between two given characters. */
export function spaceItem(
  span: Span,
  before: string,
  after: string,
  { look }: ItemOptions,
  { fonts }: TextContext,
): TextItem & GlueItem {
  const size = look.size * (span.scale ?? 1);
  const width = fonts.spaceWidth(span.face, size, before, after);
  return {
    kind: 'glue',
    width,
    stretch: width * SPACE_STRETCH,
    shrink: Math.max(0, Math.min(width * SPACE_SHRINK, width - MIN_SPACE * size)),
    kept: false,
    pieces: [pieceOf(span, span.text, width)],
  };
}

/**
 * Gives the glue for a space between words, each made once.
 * @param own the items of its face, if it is known to be plain
 */
export function knownSpace(
  span: Span,
  before: string,
  after: string,
  options: ItemOptions,
  context: ItemContext,
  own?: FaceItems,
): TextItem {
  const { face } = span;
  if (!own && !isPlain(span)) return spaceItem({ ...span, text: ' ' }, before, after, options, context);
  const { spaces } = own ?? faceItems(span, options, context);
  const key = spaceKey(before, after);
  const known = spaces.get(key);
  if (known) return known;
  const item = spaceItem({ face, text: ' ', run: PLAIN_RUN }, before, after, options, context);
  spaces.set(key, item);
  return item;
}
