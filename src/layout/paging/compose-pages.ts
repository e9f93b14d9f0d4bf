import { append } from '../../diagnostics/collections/append.ts';
import { grown } from '../../pages/bleed.ts';
import type { Destination, OutlineItem } from '../../pages/laid.ts';
import { mm, rounded } from '../../pages/length.ts';
import type { Mark, Page } from '../../pages/page.ts';
import { typeLook } from '../lines/type-look.ts';
import { destinationName, withLate } from '../strips/blocks/set-references.ts';
import type { LayoutContext } from '../strips/layout-context.ts';
import { shifted, stackHeight } from '../strips/strip.ts';
import { setText } from '../strips/text/set-text.ts';
import { ruleStroke } from '../style/rule-stroke.ts';
import { edgeColour } from './edge-colour.ts';
import { marksByPage } from './marks-by-page.ts';
import { textArea } from './page-frame.ts';
import type { PageSetup } from './page-setup.ts';
import type { Paginated } from './paginate.ts';
import type { PlacedStrip } from './placed-strip.ts';
import { type PlacedHeading, setFurniture } from './set-furniture.ts';

/** A paginated section, and the page that it begins on, counted from 0. */
export interface LaidSection extends Paginated {
  readonly firstPage: number;
  /** The marks of its pages, if they are known already. */
  readonly marks?: ReadonlyMap<number, readonly Mark[]>;
}

/**
 * Puts placed strips on pages, with backgrounds behind them and furniture above and below. Also gives the outline and
 * the destinations of links.
 */
export function composePages(
  sections: readonly LaidSection[],
  setup: PageSetup,
  context: LayoutContext,
): { pages: Page[]; outline: OutlineItem[]; destinations: Record<string, Destination> } {
  const headings: PlacedHeading[] = [];
  const begun = new Set<number>();
  const destinations = new Map<string, Destination>();
  const pageOf = new Map<number, number>();
  for (const { firstPage, placed } of sections)
    for (const { strip, page, y, repeated } of placed) {
      if (repeated) continue;
      const first = !begun.has(firstPage + page);
      begun.add(firstPage + page);
      for (const { number, title, level, y: below } of strip.anchors) {
        headings.push({ title, level, page: firstPage + page, first });
        destinations.set(destinationName(number), { page: firstPage + page, y: rounded(y + below) });
        pageOf.set(number, firstPage + page);
      }
    }

  const last = sections.at(-1);
  const filled = last ? last.firstPage + last.pages : 0;
  const count = pagesFor(filled, setup);
  const pages: Mark[][] = Array.from({ length: count }, () => []);
  const numberOf = (anchor: number) => String((pageOf.get(anchor) ?? 0) + 1);
  const late = ({ strip }: PlacedStrip) => withLate(strip, numberOf, context);
  for (const section of sections)
    for (const [page, marks] of section.marks ?? marksByPage(section, late)!)
      append(pages[section.firstPage + page]!, marks);

  const all = { x: 0, y: 0, width: setup.width, height: setup.height };
  const boxes = { trim: all, bleed: grown(all, setup.bleed?.width ?? 0), crop: all };
  return {
    outline: headings.map(({ first: _, ...item }) => item),
    destinations: Object.fromEntries(destinations),
    pages: pages.map((marks, index) => ({
      width: setup.width,
      height: setup.height,
      boxes,
      label: String(index + 1),
      marks: [
        ...edgeColour(index, setup, context.style),
        ...(marks.length > 0 ? marks : notesPage(index, setup, context)),
        ...setFurniture(index, { count, last: filled - 1 }, headings, setup, context),
      ],
    })),
  };
}

/** Gives the number of pages of a document that fills some. If blank pages are marked, the back of the last sheet is too. */
export const pagesFor = (filled: number, { blankPage, twoSided }: PageSetup): number =>
  filled + (blankPage && twoSided ? filled % 2 : 0);

/**
 * Fills a left-hand page that is only there so that the next section begins on a right-hand one: a statement that it is
 * blank, lines for notes if these have a title, or nothing.
 */
function notesPage(index: number, setup: PageSetup, context: LayoutContext): Mark[] {
  const { left, width } = textArea(setup, index);
  const { top, bottom } = setup.margins;
  if (setup.blankPage) return blankPage(setup.blankPage, index, setup, context);
  if (!setup.notesTitle) return [];
  const every = mm(context.style['answer-line-gap']);
  const look = typeLook(context.style, 'heading');
  const at = setup.furniture?.at ?? { file: '', line: 1, column: 1 };
  const text = [{ kind: 'text', text: setup.notesTitle } as const];
  const title = setText(text, { look, at, width, node: undefined }, context);
  const count = Math.floor((setup.height - top - bottom - stackHeight(title)) / every);
  const rules = Array.from({ length: count }, (_, line): Mark => {
    const y = rounded(top + stackHeight(title) + (line + 1) * every);
    return {
      kind: 'shape',
      structureRef: { artifact: 'page' },
      outline: {
        path: [
          ['M', left, y],
          ['L', left + width, y],
        ],
      },
      stroke: ruleStroke(context.style),
    };
  });
  return [...title.flatMap((one, row) => shifted(one.marks, left, top + row * one.height)), ...rules];
}

/** Fills an unused page with a statement that it is blank, so that readers know nothing is missing. */
function blankPage(text: string, index: number, setup: PageSetup, context: LayoutContext): Mark[] {
  const { left, width } = textArea(setup, index);
  const look = typeLook(context.style, 'label');
  const at = setup.furniture?.at ?? { file: '', line: 1, column: 1 };
  const lines = setText(
    [{ kind: 'text', text }],
    { look, at, width, node: undefined, align: 'centre' },
    context,
  );
  return lines.flatMap((one, row) => shifted(one.marks, left, setup.height / 3 + row * one.height));
}
