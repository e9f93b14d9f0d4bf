import type { Laid, StructureNode } from '../../src/pages/laid.ts';
import type { Mark, TextMark } from '../../src/pages/page.ts';
import type { ReadText } from '../../src/pdf/content/page-mark.ts';
import type { ReadContentItem, ReadNode } from '../../src/pdf/reading/read-node.ts';
import type { ReadPdf } from '../../src/pdf/reading/read-pdf.ts';

/**
 * Gives pages as if they had been painted and read back: what the checks of finished files look at, in a hundredth of the
 * time. Slots of the structure are the numbers of marked content.
 * @param from a text to replace, wherever it is the whole of a mark
 */
export function asIfRead(laid: Laid, from?: string, to = ''): ReadPdf {
  const pages = laid.pages.map((page) => ({
    ...EMPTY_PAGE,
    width: page.width,
    height: page.height,
    marks: textsIn(page.marks).map((mark) => readText(mark, from, to)),
  }));
  const pagesOfSlots = new Map<number, Set<number>>();
  laid.pages.forEach((page, index) => {
    for (const { structureRef } of textsIn(page.marks))
      if ('slot' in structureRef)
        pagesOfSlots.set(structureRef.slot, (pagesOfSlots.get(structureRef.slot) ?? new Set()).add(index));
  });
  const root = readNode(laid.structure, pagesOfSlots);
  return {
    version: '1.7',
    pages,
    labels: [],
    fonts: [],
    structure: { roots: [root], hasIdTree: false, parents: {}, problems: [] },
    bookmarks: [],
    metadata: {
      info: {},
      preferences: {},
      outputIntents: [],
      attachments: [],
    } as unknown as ReadPdf['metadata'],
    problems: [],
  };
}

const EMPTY_PAGE = { annotations: [], marked: [], problems: [] } as unknown as ReadPdf['pages'][number];

const textsIn = (marks: readonly Mark[]): TextMark[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : mark.kind === 'group' ? textsIn(mark.marks) : []));

function readText({ structureRef, x, y, text, size, width }: TextMark, from?: string, to = ''): ReadText {
  return {
    kind: 'text',
    text: from !== undefined && text.trim() === from ? to : text,
    from: [x, y],
    to: [x + width, y],
    size,
    turn: 0,
    ...('slot' in structureRef ? { structureRef: { mcid: structureRef.slot } } : {}),
  } as unknown as ReadText;
}

function readNode(
  { node, role, children, alt, numbering, span }: StructureNode,
  pagesOfSlots: ReadonlyMap<number, ReadonlySet<number>>,
): ReadNode {
  return {
    id: node,
    role,
    ...(alt !== undefined && { alt }),
    attributes: {
      ...(numbering !== undefined && { ListNumbering: numbering }),
      ...(span?.columns && { ColSpan: span.columns }),
    },
    children: children.flatMap((child): (ReadNode | ReadContentItem)[] =>
      'slot' in child
        ? [...(pagesOfSlots.get(child.slot) ?? [])].map((page) => ({ page, mcid: child.slot }))
        : [readNode(child, pagesOfSlots)],
    ),
  };
}
