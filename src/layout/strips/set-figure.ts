import type { Figure } from '../../blocks/block.ts';
import { HAIRLINE, thinnestLine } from '../../pages/hairlines.ts';
import { rounded } from '../../pages/length.ts';
import type { GroupMark, Mark } from '../../pages/page.ts';
import type { Drawing, Picture } from '../../pages/picture.ts';
import { typeLook } from '../lines/type-look.ts';
import type { LayoutContext } from './layout-context.ts';
import { setBox } from './set-containers.ts';
import { setText } from './set-text.ts';
import { keptWithNext, type Strip, stackHeight, strip } from './strip.ts';
import { addNode, addSlot } from './structure-draft.ts';

/** Pixels per inch below which they show in print. */
const FINE = 150;
/** The least pixels per inch at which a picture without a given width is printed. */
const NATURAL = 200;
/** The largest share of a page’s height that a picture may fill, unless its width is given. */
const TALLEST = 0.6;

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
  const node = addNode(div, 'Figure', { alt: figure.alt });
  const { slot } = addSlot(node);
  const under = caption
    ? setText(
        caption,
        { look: typeLook(style, 'small'), at, width, node: addNode(div, 'Caption'), align: 'centre' },
        context,
      )
    : [];
  const size = sizeOf(picture, figure, width, context.frameHeight - stackHeight(under) - CAPTION_GAP);
  if (picture.kind === 'raster') checkFineness(picture, size.width, figure, context);
  else checkLines(picture, size.width, figure, context);
  const mark: GroupMark = {
    kind: 'group',
    role: 'figure',
    figure: node.node,
    x: figure.emblem === undefined ? rounded((width - size.width) / 2) : 0,
    y: 0,
    turn: 0,
    scale: 1,
    clip: { x: 0, y: 0, ...size },
    marks: marksOf(picture, figure.picture, size, slot),
  };
  const gap = style['paragraph-gap'] * 1.5;
  const drawn = strip(at, size.height, [mark], { gapBefore: gap });
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

function sizeOf(picture: Picture, { share, emblem }: Figure, column: number, tallest: number) {
  const upright = uprightSize(picture);
  if (emblem !== undefined) {
    const scale = Math.min(column / upright.width, Math.min(emblem, tallest) / upright.height);
    return { width: rounded(upright.width * scale), height: rounded(upright.height * scale) };
  }
  const natural =
    picture.kind === 'raster'
      ? Math.min(column, (upright.width / NATURAL) * 72)
      : Math.min(column, upright.width);
  const preferredWidth = share === undefined ? natural : column * share;
  const most = share === undefined ? tallest * TALLEST : tallest;
  const scale = Math.min(preferredWidth / upright.width, most / upright.height);
  return { width: rounded(upright.width * scale), height: rounded(upright.height * scale) };
}

function uprightSize(picture: Picture): { width: number; height: number } {
  const { width, height } = picture;
  return picture.kind === 'raster' && picture.turn % 180 !== 0
    ? { width: height, height: width }
    : { width, height };
}

/** Gives the picture’s marks, in a group of the size that it is printed at. */
function marksOf(
  picture: Picture,
  name: string,
  { width, height }: { width: number; height: number },
  slot: number,
): Mark[] {
  const group = { kind: 'group', role: 'picture', turn: 0, scale: 1 } as const;
  if (picture.kind === 'drawing') {
    const scale = width / picture.width;
    return [{ ...group, x: 0, y: 0, scale, marks: inSlot(picture.marks, slot) }];
  }
  const { turn } = picture;
  const isSideways = turn % 180 !== 0;
  const box = { x: 0, y: 0, width: isSideways ? height : width, height: isSideways ? width : height };
  const mark: Mark = { kind: 'image', structureRef: { slot }, image: name, box };
  if (turn === 0) return [mark];
  const x = turn === 90 || turn === 180 ? width : 0;
  const y = turn === 180 || turn === 270 ? height : 0;
  return [{ ...group, x, y, turn, marks: [mark] }];
}

const inSlot = (marks: readonly Mark[], slot: number): Mark[] =>
  marks.map((mark) => {
    if (mark.kind === 'group') return { ...mark, marks: inSlot(mark.marks, slot) };
    return mark.kind === 'link' ? mark : { ...mark, structureRef: { slot } };
  });

function checkFineness(
  picture: Picture,
  width: number,
  { at, picture: name }: Figure,
  { report }: LayoutContext,
): void {
  const fineness = Math.round(uprightSize(picture).width / (width / 72));
  if (fineness >= FINE) return;
  report.add(
    'picture-coarse',
    at,
    `The picture “${name}” prints at ${fineness} pixels per inch; below ${FINE}, the pixels show.`,
    'Use a picture with more pixels, or print it smaller.',
  );
}

/** Reports lines thinner than printers can print. They keep their width here; painting widens them. */
function checkLines(
  drawing: Drawing,
  width: number,
  { at, picture: name }: Figure,
  { report }: LayoutContext,
): void {
  const thinnest = thinnestLine(drawing.marks, width / drawing.width);
  if (thinnest > HAIRLINE - 0.005) return;
  report.add(
    'line-thin',
    at,
    `The drawing “${name}” prints with lines of ${Math.round(thinnest * 100) / 100} points. They are thickened to ${HAIRLINE}, the thinnest that printers can print reliably.`,
    'Draw thicker lines, or print the drawing larger.',
  );
}

function setMissing({ at, alt, caption }: Figure, width: number, context: LayoutContext): Strip[] {
  return setBox(
    {
      kind: 'box',
      at,
      tone: 'frame',
      blocks: [
        { kind: 'paragraph', at, look: 'body', text: [{ kind: 'text', text: alt || ' ' }] },
        ...(caption ? [{ kind: 'paragraph' as const, at, look: 'small' as const, text: caption }] : []),
      ],
    },
    width,
    context,
  );
}
