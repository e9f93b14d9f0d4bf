import type { InlinePicture } from '../../blocks/picture-content.ts';
import type { TextRun } from '../../blocks/text-run.ts';
import { pictureName } from '../../pages/picture-name.ts';
import { printedSize } from './printed-size.ts';
import type { ItemOptions, Span, TextContext } from './text-context.ts';
import { faceOf } from './type-look.ts';

/** Gives the span of a picture in a line; undefined for one that could not be read. */
export function pictureSpan(
  inline: InlinePicture,
  { look, width }: ItemOptions,
  { pictures, frameHeight = Infinity }: TextContext,
): Span | undefined {
  const picture = pictures?.get(inline.picture);
  if (!picture) return undefined;
  const size = printedSize(picture, inline, width, frameHeight);
  const run: TextRun = { kind: 'text', text: inline.alt, ...(inline.link && { link: inline.link }) };
  return {
    face: faceOf(look, {}),
    text: '',
    run,
    blank: 'picture',
    blankWidth: size.width,
    picture: { of: inline, height: size.height },
  };
}

/** What is printed in place of a picture that could not be read: its description in a frame. */
export const pictureInWords = ({ alt, picture, link }: InlinePicture): TextRun => ({
  kind: 'text',
  text: alt || pictureName(picture),
  key: true,
  ...(link && { link }),
});
