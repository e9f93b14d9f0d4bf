import { boundsOf } from '../../pages/bounds-of.ts';
import type { Laid } from '../../pages/laid.ts';
import { mm } from '../../pages/length.ts';
import type { Box } from '../../pages/page.ts';
import type { LettersOf } from './split-into-tiles.ts';
import { overlapBox } from './visible-area.ts';

/** What the joins of a poster have to spare, in the coordinates of its page, for all pages together. */
export interface PosterContent {
  /** The part of the page that is printed: without its margins. */
  readonly area: Box;
  readonly words: readonly Box[];
  /** Lines of text, which may be divided between words if need be. */
  readonly lines: readonly Box[];
  /** Pictures and figures. */
  readonly figures: readonly Box[];
  /** Rules and boxes: a sheet that ends within an edge of one shows a line too thin for a copier. */
  readonly shapes?: readonly Box[];
}

/** White left around the content, in points. */
const PADDING = mm(2);

/** Finds what is on the pages of a document. */
export function posterContent({ pages }: Laid, lettersOf: LettersOf): PosterContent {
  const marks = pages.flatMap((page) => page.marks);
  const [first] = pages;
  const page = { x: 0, y: 0, width: first?.width ?? 0, height: first?.height ?? 0 };
  const boxes = marks.map(boundsOf);
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
  return {
    area: boxes.length > 0 ? overlapBox(page, padded(around(boxes))) : page,
    words: texts.flatMap((mark) => wordsOf(lettersOf(mark))),
    lines: texts.map(boundsOf),
    shapes: marks.flatMap((mark) => (mark.kind === 'shape' ? [boundsOf(mark)] : [])),
    figures: marks.flatMap((mark) =>
      mark.kind === 'group' || mark.kind === 'image' ? [boundsOf(mark)] : [],
    ),
  };
}

/** Gives the ink of each word. */
function wordsOf(letters: ReturnType<LettersOf>): Box[] {
  const words: Box[][] = [[]];
  for (const { text, ink } of letters)
    if (ink && text.trim() !== '') words.at(-1)!.push(ink);
    else words.push([]);
  return words.filter((inks) => inks.length > 0).map(around);
}

function around(boxes: readonly Box[]): Box {
  const [first, ...others] = boxes;
  return others.reduce((all, { x, y, width, height }) => {
    const left = Math.min(all.x, x);
    const top = Math.min(all.y, y);
    return {
      x: left,
      y: top,
      width: Math.max(all.x + all.width, x + width) - left,
      height: Math.max(all.y + all.height, y + height) - top,
    };
  }, first!);
}

const padded = ({ x, y, width, height }: Box): Box => ({
  x: x - PADDING,
  y: y - PADDING,
  width: width + 2 * PADDING,
  height: height + 2 * PADDING,
});
