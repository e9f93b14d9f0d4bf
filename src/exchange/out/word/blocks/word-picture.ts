import { ExternalHyperlink, ImageRun, type ParagraphChild } from 'docx';
import type { Figure } from '../../../../blocks/block.ts';
import type { InlinePicture } from '../../../../blocks/picture-content.ts';
import { descriptionOf } from '../../../../layout/strips/text/figure-place.ts';
import { pictureName } from '../../../../pages/picture-name.ts';
import { pictureOut } from '../../products/picture-out.ts';
import type { WordContext } from './word-context.ts';

/**
 * Gives a picture with its description. One that could not be read or drawn is its description.
 * @param inWords turns a description into text
 */
export function wordImage(
  shown: Figure | InlinePicture,
  context: WordContext,
  inWords: (text: string) => ParagraphChild,
): ParagraphChild[] {
  const { document, width, height, nextId, drawPng, lose } = context;
  const picture = document.pictures.get(shown.picture);
  const name = pictureName(shown.picture);
  if (!picture) return [inWords(shown.alt || name)];
  const room = {
    ...shown,
    column: width,
    tallest: height * MOST_OF_PAGE,
  };
  const out = pictureOut(picture, room, nextId(), document);
  const data =
    out.kind === 'pixels' ? Uint8Array.from(Buffer.from(out.data, 'base64')) : drawPng(out.svg, out);
  if (!data) {
    lose({ what: 'a picture that could not be drawn', text: name, at: shown.at });
    return [inWords(shown.alt || name)];
  }
  const type = out.kind === 'pixels' && out.format === 'jpeg' ? 'jpg' : 'png';
  const image = imageOf(data, type, out, descriptionOf(shown, picture));
  return [
    shown.link === undefined || shown.link.startsWith('#')
      ? image
      : new ExternalHyperlink({ link: shown.link, children: [image] }),
  ];
}

/** The share of a page that a picture may fill, so that its title is above it. */
const MOST_OF_PAGE = 0.86;

/** Pixels in a point, for a library that counts in pixels. */
const PIXELS = 96 / 72;

/** A picture in a line of text. @param size in points */
export const imageOf = (
  data: Uint8Array,
  type: 'png' | 'jpg',
  { width, height }: { readonly width: number; readonly height: number },
  alt: string,
): ImageRun =>
  new ImageRun({
    type,
    data,
    transformation: { width: Math.round(width * PIXELS), height: Math.round(height * PIXELS) },
    altText: { name: '', description: alt, title: '' },
  });
