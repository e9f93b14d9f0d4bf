import type { Contents, Heading } from '../../../blocks/block.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { smallest } from '../../../diagnostics/collections/smallest.ts';
import type { Mark } from '../../../pages/page.ts';
import { type TypeLook, typeLook } from '../../lines/type-look.ts';
import { colourOf } from '../../style/colour-of.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Strip } from '../strip.ts';
import { addNode, addSlot } from '../structure-draft.ts';
import { setText } from '../text/set-text.ts';

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
  const following = [...anchors.keys()].filter((heading) => follows(heading, contents, context));
  const after = following.length === 0 && contents.all ? [...anchors.keys()] : following;
  const first = smallest(after.map((heading) => heading.level));
  const listed = after.filter((heading) => heading.level < first + contents.depth);
  const shown = withoutCrowds(withoutRepeats(listed, first), contents.most);
  if (shown.length === 0) return [];
  const toc = addNode(context.parent, 'TOC');
  return shown.flatMap((heading) => {
    const depth = heading.level - first;
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

/** Leaves out subheadings that several headings have: “Chapter by chapter” in each part tells nobody where to look. */
function withoutRepeats(headings: readonly Heading[], first: number): Heading[] {
  const counts = new Map<string, number>();
  for (const { text } of headings) counts.set(plainText(text), (counts.get(plainText(text)) ?? 0) + 1);
  return headings.filter(({ level, text }) => level === first || counts.get(plainText(text)) === 1);
}

/** Leaves out the subheadings of each heading that has more than `most` of them. */
function withoutCrowds(headings: readonly Heading[], most: number): Heading[] {
  const below = (at: number) => {
    const next = headings.findIndex((heading, index) => index > at && heading.level <= headings[at]!.level);
    return (next === -1 ? headings.length : next) - at - 1;
  };
  const left = new Set<Heading>();
  headings.forEach((_, index) => {
    const count = below(index);
    if (count > most) for (const heading of headings.slice(index + 1, index + 1 + count)) left.add(heading);
  });
  return headings.filter((heading) => !left.has(heading));
}

/** Whether a heading comes after the contents. Headings are numbered in order. */
function follows(heading: Heading, contents: Contents, { anchors, contentsAfter }: LayoutContext): boolean {
  return anchors.get(heading)! > (contentsAfter.get(contents) ?? 0);
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
