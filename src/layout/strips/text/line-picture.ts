import { rounded } from '../../../pages/length.ts';
import type { GroupMark } from '../../../pages/page.ts';
import type { LayoutContext } from '../layout-context.ts';
import { checkPicture } from './check-picture.ts';
import { descriptionOf, figurePlace } from './figure-place.ts';
import type { LineRun } from './line-runs.ts';
import { pictureMarks } from './picture-marks.ts';
import type { TextOptions } from './text-options.ts';

/** Draws a picture in a line of text: it stands on the line, like a letter. */
export function linePicture(
  { picture, link, width }: LineRun,
  x: number,
  baseline: number,
  { node, at }: TextOptions,
  { pictures, report }: LayoutContext,
): GroupMark {
  const { of: inline, height } = picture!;
  const drawn = pictures.get(inline.picture)!;
  checkPicture(drawn, width, inline, report);
  const place = figurePlace(link?.draft ?? node, descriptionOf(inline, drawn), at);
  const size = { width, height };
  return {
    kind: 'group',
    role: 'figure',
    ...(place.node && { figure: place.node.node }),
    x: rounded(x),
    y: rounded(baseline - height),
    turn: 0,
    scale: 1,
    clip: { x: 0, y: 0, ...size },
    marks: pictureMarks(drawn, inline.picture, size, place.structureRef),
  };
}
