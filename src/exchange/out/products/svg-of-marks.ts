import type { ShapingFontBook } from '../../../pages/fonts/font-book.ts';
import { lettersOf } from '../../../pages/fonts/letters-of.ts';
import type { GlyphStep } from '../../../pages/fonts/shaped-word.ts';
import type { Colour, GroupMark, Mark, PathStep, ShapeMark, TextMark } from '../../../pages/page.ts';

/** A picture that a mark may show, as a data URI. */
type ImageUris = ReadonlyMap<string, string>;

/** What drawing marks needs besides them: the letters of fonts, the pictures, and a number for each clip. */
interface Drawn {
  readonly fonts: ShapingFontBook;
  readonly images: ImageUris;
  /** What the ids of clips begin with: they are the file’s, not the drawing’s. */
  readonly id: string;
  clips: number;
}

/**
 * Writes marks as SVG of a size in points. Letters become outlines, so that the drawing looks the same wherever its fonts are
 * missing; what it says is in its description.
 * @param id a name that no other drawing in the file has
 */
export function svgOfMarks(
  marks: readonly Mark[],
  { width, height }: { readonly width: number; readonly height: number },
  { fonts, images, id }: { readonly fonts: ShapingFontBook; readonly images: ImageUris; readonly id: string },
): string {
  const drawn: Drawn = { fonts, images, id, clips: 0 };
  const body = marks.map((mark) => svgOfMark(mark, drawn)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}pt" height="${number(height)}pt" viewBox="0 0 ${number(width)} ${number(height)}">${body}</svg>`;
}

function svgOfMark(mark: Mark, drawn: Drawn): string {
  switch (mark.kind) {
    case 'text':
      return svgOfText(mark, drawn);
    case 'shape':
      return svgOfShape(mark);
    case 'image': {
      const uri = drawn.images.get(mark.image);
      const { x, y, width, height } = mark.box;
      return uri === undefined
        ? ''
        : `<image x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" preserveAspectRatio="none" href="${uri}"/>`;
    }
    case 'group':
      return svgOfGroup(mark, drawn);
    case 'link':
      // An area of the page, not a mark on it.
      return '';
  }
}

function svgOfText(mark: TextMark, { fonts }: Drawn): string {
  const path = lettersOf(mark, fonts)
    .flatMap(({ ink, outline }) => (ink ? outline() : []))
    .map(stepText)
    .join('');
  return path === '' ? '' : `<path d="${path}" fill="${colourText(mark.colour)}"/>`;
}

function svgOfShape({ outline, fill, evenOdd, stroke }: ShapeMark): string {
  const paint = [
    `fill="${fill === undefined ? 'none' : colourText(fill)}"`,
    ...(evenOdd ? ['fill-rule="evenodd"'] : []),
    ...(stroke ? strokeAttributes(stroke) : []),
  ].join(' ');
  if ('path' in outline) return `<path d="${outline.path.map(stepText).join('')}" ${paint}/>`;
  const { box, radius } = outline;
  const rounded = radius === undefined ? '' : ` rx="${number(radius)}"`;
  return `<rect x="${number(box.x)}" y="${number(box.y)}" width="${number(box.width)}" height="${number(box.height)}"${rounded} ${paint}/>`;
}

const strokeAttributes = ({
  colour,
  width,
  dash,
  dashOffset,
  cap,
  join,
}: NonNullable<ShapeMark['stroke']>): string[] => [
  `stroke="${colourText(colour)}"`,
  `stroke-width="${number(width)}"`,
  ...(dash ? [`stroke-dasharray="${dash.map(number).join(' ')}"`] : []),
  ...(dashOffset ? [`stroke-dashoffset="${number(dashOffset)}"`] : []),
  ...(cap && cap !== 'butt' ? [`stroke-linecap="${cap}"`] : []),
  ...(join && join !== 'miter' ? [`stroke-linejoin="${join}"`] : []),
];

function svgOfGroup(group: GroupMark, drawn: Drawn): string {
  const inner = group.marks.map((mark) => svgOfMark(mark, drawn)).join('');
  if (inner === '') return '';
  const { clip, clipPath } = group;
  const clips = [
    ...(clip
      ? [
          `<rect x="${number(clip.x)}" y="${number(clip.y)}" width="${number(clip.width)}" height="${number(clip.height)}"/>`,
        ]
      : []),
    ...(clipPath
      ? [
          `<path d="${clipPath.path.map(stepText).join('')}"${clipPath.evenOdd ? ' clip-rule="evenodd"' : ''}/>`,
        ]
      : []),
  ];
  const clipped = clips.reduce((content, shape) => {
    const id = `${drawn.id}-${drawn.clips++}`;
    return `<clipPath id="${id}">${shape}</clipPath><g clip-path="url(#${id})">${content}</g>`;
  }, inner);
  return `<g transform="${transformOf(group)}">${clipped}</g>`;
}

function transformOf({ x, y, turn, scale, matrix }: GroupMark): string {
  if (matrix) return `matrix(${[...matrix, x, y].map(number).join(' ')})`;
  const parts = [
    `translate(${number(x)} ${number(y)})`,
    ...(turn === 0 ? [] : [`rotate(${turn})`]),
    ...(scale === 1 ? [] : [`scale(${Math.round(scale * 1e6) / 1e6})`]),
  ];
  return parts.join(' ');
}

const stepText = ([letter, ...values]: PathStep | GlyphStep): string =>
  `${letter}${values.map((value) => number(value)).join(' ')}`;

const number = (value: number): string => String(Math.round(value * 1000) / 1000);

/** A colour as CSS writes it. */
function colourText(colour: Colour): string {
  const parts = typeof colour === 'number' ? [colour, colour, colour] : inRgb(colour);
  return `#${parts.map((part) => hex(part)).join('')}`;
}

const inRgb = (colour: Exclude<Colour, number>): readonly number[] => {
  if (colour.length === 3) return colour;
  const [cyan, magenta, yellow, black] = colour;
  return [cyan, magenta, yellow].map((ink) => (1 - ink) * (1 - black));
};

const hex = (part: number): string =>
  Math.round(part * 255)
    .toString(16)
    .padStart(2, '0');
