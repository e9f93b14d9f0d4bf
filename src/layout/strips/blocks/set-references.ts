import type { Contents } from '../../../blocks/block.ts';
import type { Mark } from '../../../pages/page.ts';
import { type TypeLook, typeLook } from '../../lines/type-look.ts';
import { colourOf } from '../../style/colour-of.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Strip } from '../strip.ts';
import { addNode, addSlot } from '../structure-draft.ts';
import { setText } from '../text/set-text.ts';
import { listedHeadings } from './listed-headings.ts';

/** Room kept for a page number at the end of a line, in ems. */
const NUMBER_ROOM = 2.6;
/** The indent of each level of heading, in points. */
const LEVEL_INDENT = 12;

/** Gives the name of the destination of a heading. */
export const destinationName = (anchor: number): string => `d${String(anchor).padStart(5, '0')}`;

/** Gives the name of the destination of a page, counted from 0. */
export const pageDestination = (page: number): string => `p${String(page + 1).padStart(5, '0')}`;

/** Sets a table of contents: a line for each heading after it, with dots, a page number and a link. */
export function setContents(contents: Contents, width: number, context: LayoutContext): Strip[] {
  const { style, anchors } = context;
  const listed = listedHeadings(contents, context);
  if (listed.length === 0) return [];
  const toc = addNode(context.parent, 'TOC');
  return listed.flatMap(({ heading, depth }) => {
    const look: TypeLook =
      depth === 0 ? { ...typeLook(style, 'body'), weight: 'bold' } : typeLook(style, 'small');
    const link = addNode(addNode(toc, 'TOCI'), 'Link');
    const indent = depth * LEVEL_INDENT;
    const room = look.size * NUMBER_ROOM;
    const lines = setText(
      heading.text.filter((one) => one.kind !== 'note'),
      { look, at: contents.at, width: width - indent - room, node: link },
      context,
    );
    const anchor = anchors.get(heading)!;
    const number = addSlot(link, contents.at);
    return lines.map((line, index): Strip => {
      const texts = line.marks.flatMap((mark) =>
        mark.kind === 'text' ? [{ ...mark, x: mark.x + indent }] : [],
      );
      const last = texts.at(-1)!;
      const end = last.x + last.width;
      const isLast = index === lines.length - 1;
      const area: Mark = {
        kind: 'link',
        node: link.node,
        box: { x: 0, y: 0, width, height: line.height },
        target: { destination: destinationName(anchor) },
        contents: texts.map((mark) => mark.text).join(''),
      };
      const leader =
        isLast && end + 12 < width - room ? [dots(end + 6, width - room * 0.6, last.y, context)] : [];
      return {
        ...line,
        marks: [...texts, ...leader, area],
        gapBefore: index > 0 ? 0 : depth === 0 ? style['paragraph-gap'] * 1.4 : 0,
        keep: { next: !isLast || line.keep.next, header: [] },
        late: isLast
          ? [{ anchor, mark: { ...last, structureRef: number, x: width, text: ' ', width: 0 } }]
          : [],
      };
    });
  });
}

function dots(from: number, to: number, y: number, { style }: LayoutContext): Mark {
  return {
    kind: 'shape',
    structureRef: { artifact: 'layout' },
    outline: {
      path: [
        ['M', from, y],
        ['L', to, y],
      ],
    },
    stroke: { colour: colourOf(style.rule), width: 0.75, dash: [0, 4], cap: 'round' },
  };
}

/** Gives the page numbers to print on a strip, now that they are known. */
export function withLate(
  one: Strip,
  numberOf: (anchor: number) => string,
  { fonts }: LayoutContext,
): readonly Mark[] {
  return one.late.map(({ anchor, mark }) => {
    const text = mark.text + numberOf(anchor);
    const width = fonts.width(mark.face, mark.size, text);
    return { ...mark, text, width, x: mark.x - width };
  });
}
