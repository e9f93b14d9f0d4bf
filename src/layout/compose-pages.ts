import type { Destination, OutlineItem } from '../pages/laid.ts';
import { rounded } from '../pages/length.ts';
import type { Mark, Page } from '../pages/page.ts';
import type { PageSetup } from './page-setup.ts';
import type { Paginated, PlacedStrip } from './paginate.ts';
import { setText } from './set-text.ts';
import { type Setting, typeLook } from './setting.ts';
import { type Backdrop, shifted } from './strip.ts';

/** How far from the foot of the page its furniture stands, as a share of the bottom margin. */
const FOOT = 0.55;

/** Puts placed strips onto pages, with backgrounds behind them and furniture at the foot. */
export function composePages(
  sections: readonly Paginated[],
  setup: PageSetup,
  setting: Setting,
): { pages: Page[]; outline: OutlineItem[]; destinations: Record<string, Destination> } {
  const pages: Mark[][] = [];
  const outline: OutlineItem[] = [];
  const destinations: Record<string, Destination> = {};
  for (const section of sections) {
    const first = pages.length;
    for (let page = 0; page < section.pages; page++) {
      const own = section.placed.filter((placed) => placed.page === page);
      const beside = section.asides.filter((placed) => placed.page === page);
      pages.push([...backdropMarks(own), ...backdropMarks(beside), ...[...own, ...beside].flatMap(marksOf)]);
    }
    for (const { strip, page, y, repeated } of section.placed) {
      if (!strip.anchor || repeated) continue;
      outline.push({ ...strip.anchor, page: first + page });
      destinations[`d${String(outline.length).padStart(5, '0')}`] = { page: first + page, y: rounded(y) };
    }
  }
  const all = { x: 0, y: 0, width: setup.width, height: setup.height };
  return {
    outline,
    destinations,
    pages: pages.map((marks, index) => ({
      width: setup.width,
      height: setup.height,
      boxes: { trim: all, bleed: all, crop: all },
      label: String(index + 1),
      marks: [...marks, ...furniture(index, pages.length, setup, setting)],
    })),
  };
}

function marksOf({ strip, x, y, height }: PlacedStrip): Mark[] {
  const marks = shifted(strip.marks, x, y);
  if (strip.pattern)
    for (let down = 0; down + strip.pattern.every <= height + 0.01; down += strip.pattern.every)
      marks.push(...shifted(strip.pattern.marks, x, y + down));
  return marks;
}

/** One area for each run of neighbours that share a backdrop, the gaps between them included. */
function backdropMarks(placed: readonly PlacedStrip[]): Mark[] {
  const areas = new Map<number, { backdrop: Backdrop; x: number; top: number; bottom: number }>();
  for (const { strip, x, y, height } of placed)
    for (const backdrop of strip.backdrops) {
      const area = areas.get(backdrop.id);
      if (area) area.bottom = y + height;
      else areas.set(backdrop.id, { backdrop, x: x + backdrop.x, top: y, bottom: y + height });
    }
  const standing = { artifact: 'layout' } as const;
  return [...areas.values()].flatMap(({ backdrop, x, top, bottom }): Mark[] => {
    const box = { x: rounded(x), y: rounded(top), width: backdrop.width, height: rounded(bottom - top) };
    const { fill, stroke, bar } = backdrop;
    return [
      ...(fill !== undefined || stroke !== undefined
        ? [
            {
              kind: 'shape' as const,
              standing,
              outline: { box },
              ...(fill !== undefined && { fill }),
              ...(stroke && { stroke }),
            },
          ]
        : []),
      ...(bar
        ? [
            {
              kind: 'shape' as const,
              standing,
              outline: { box: { ...box, width: bar.width } },
              fill: bar.colour,
            },
          ]
        : []),
    ];
  });
}

/** Pack and product at the left of the foot, “Page n of m” at the right; artifacts, since they are not content. */
function furniture(index: number, count: number, setup: PageSetup, setting: Setting): Mark[] {
  if (!setup.furniture) return [];
  const { left, width } = textArea(setup, index);
  const look = typeLook(setting.style, 'furniture');
  const y = setup.height - setup.margins.bottom * FOOT;
  const { at } = setup.furniture;
  const set = (text: string, align: 'left' | 'right') =>
    setText([{ kind: 'text', text }], { look, at, width, node: undefined, align }, setting).flatMap((one) =>
      shifted(one.marks, left, y),
    );
  return [...set(setup.furniture.left, 'left'), ...set(`Page\u00A0${index + 1} of\u00A0${count}`, 'right')];
}

/** Where text may stand on a page: the inner margin is on the left of odd pages. */
export function textArea({ width, margins }: PageSetup, page: number): { left: number; width: number } {
  const left = page % 2 === 0 ? margins.inner : margins.outer;
  return { left, width: width - margins.inner - margins.outer };
}
