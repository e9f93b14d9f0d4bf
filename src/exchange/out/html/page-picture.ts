import type { Figure } from '../../../blocks/block.ts';
import { anchorOf } from '../../../blocks/heading-names.ts';
import type { InlinePicture } from '../../../blocks/picture-content.ts';
import { descriptionOf } from '../../../layout/strips/text/figure-place.ts';
import { pictureName } from '../../../pages/picture-name.ts';
import { pictureOut } from '../products/picture-out.ts';
import { asMarkup, tag } from './markup.ts';
import type { WebPageContext } from './web-page-context.ts';

/** The width of a column of text, and the height that a picture may have, in points. */
export const COLUMN = 460;
const TALLEST = 640;

/** A picture with its description. One that could not be read is its description. */
export function pagePicture(shown: Figure | InlinePicture, context: WebPageContext): string {
  const picture = context.document.pictures.get(shown.picture);
  if (!picture) return tag('span', { class: 'missing' }, asMarkup(shown.alt || pictureName(shown.picture)));
  const room = { ...shown, column: COLUMN, tallest: TALLEST };
  const out = pictureOut(picture, room, context.nextId(), context.document);
  const image = pageImage(out, descriptionOf(shown, picture), context);
  const { link } = shown;
  return link === undefined || anchorOf(link) !== undefined ? image : tag('a', { href: link }, image);
}

/** A drawing or a picture of pixels, at its size in points, or as wide as there is room. */
export function pageImage(
  out: { readonly width: number; readonly height: number } & (
    | { readonly kind: 'svg'; readonly svg: string }
    | { readonly kind: 'pixels'; readonly format: 'png' | 'jpeg'; readonly data: string }
  ),
  alt: string,
  { sourceOf }: WebPageContext,
): string {
  const src =
    out.kind === 'svg'
      ? sourceOf({ type: 'svg', bytes: Buffer.from(out.svg) })
      : sourceOf({ type: out.format, bytes: Buffer.from(out.data, 'base64') });
  return tag('img', { src, alt, style: `width:${Math.round(out.width)}pt` });
}
