import type { Figure } from '../../../blocks/block.ts';
import { rounded } from '../../../pages/length.ts';
import type { GroupMark, Mark } from '../../../pages/page.ts';
import type { Picture } from '../../../pages/picture.ts';
import { pictureName } from '../../../pages/picture-name.ts';
import { printedSize, uprightSize } from '../../lines/printed-size.ts';
import { typeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { keptWithNext, type Strip, stackHeight, strip } from '../strip.ts';
import { addNode } from '../structure-draft.ts';
import { checkPicture } from '../text/check-picture.ts';
import { descriptionOf, figurePlace } from '../text/figure-place.ts';
import { pictureMarks } from '../text/picture-marks.ts';
import { setText } from '../text/set-text.ts';
import { setBox } from './set-containers.ts';

/**
 * Sets a picture in the middle of the column, with its caption below. If it could not be read, its description is set
 * in a frame.
 */
export function setFigure(figure: Figure, width: number, context: LayoutContext): Strip[] {
  const picture = context.pictures.get(figure.picture);
  const { at, caption } = figure;
  if (!picture) return setMissing(figure, width, context);

  const { style } = context;
  const div = caption ? addNode(context.parent, 'Div') : context.parent;
  const owner = figure.link === undefined ? div : addNode(addNode(div, 'P'), 'Link');
  const { structureRef, node } = figurePlace(owner, descriptionOf(figure, picture), at);
  const under = caption
    ? setText(
        caption,
        {
          look: typeLook(style, 'small'),
          at,
          width,
          node: addNode(div, node ? 'Caption' : 'P'),
          align: 'centre',
        },
        context,
      )
    : [];
  const size = sizeOf(picture, figure, width, context.frameHeight - stackHeight(under) - CAPTION_GAP);
  checkPicture(picture, size.width, figure, context.report);
  const mark: GroupMark = {
    kind: 'group',
    role: 'figure',
    ...(node && { figure: node.node }),
    x: figure.emblem === undefined ? rounded((width - size.width) / 2) : 0,
    y: 0,
    turn: 0,
    scale: 1,
    clip: { x: 0, y: 0, ...size },
    marks: pictureMarks(picture, figure.picture, size, structureRef),
  };
  const gap = style['paragraph-gap'] * 1.5;
  const link: Mark[] =
    figure.link === undefined
      ? []
      : [
          {
            kind: 'link',
            node: owner.node,
            box: { x: mark.x, y: 0, ...size },
            target: { url: figure.link },
            contents: figure.alt || figure.link,
          },
        ];
  const drawn = strip(at, size.height, [mark, ...link], { gapBefore: gap });
  if (under.length === 0) return [drawn];
  return [
    keptWithNext(drawn),
    ...under.map((one, index) => ({
      ...(index < under.length - 1 ? keptWithNext(one) : one),
      ...(index === 0 && { gapBefore: CAPTION_GAP }),
    })),
  ];
}

const CAPTION_GAP = 4;

/** Gives the size of a figure; that of an emblem depends on its height. */
function sizeOf(picture: Picture, figure: Figure, column: number, tallest: number) {
  const { emblem } = figure;
  if (emblem === undefined) return printedSize(picture, figure, column, tallest);
  const upright = uprightSize(picture);
  const scale = Math.min(column / upright.width, Math.min(emblem, tallest) / upright.height);
  return { width: rounded(upright.width * scale), height: rounded(upright.height * scale) };
}

function setMissing({ at, alt, caption, picture }: Figure, width: number, context: LayoutContext): Strip[] {
  return setBox(
    {
      kind: 'box',
      at,
      tone: 'frame',
      blocks: [
        { kind: 'paragraph', at, look: 'body', text: [{ kind: 'text', text: alt || pictureName(picture) }] },
        ...(caption ? [{ kind: 'paragraph' as const, at, look: 'small' as const, text: caption }] : []),
      ],
    },
    width,
    context,
  );
}
