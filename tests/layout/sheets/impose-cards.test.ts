import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { cellSize } from '../../../src/layout/sheets/grid.ts';
import { imposeGrid } from '../../../src/layout/sheets/impose-grid.ts';
import { planSheets } from '../../../src/layout/sheets/plan-sheets.ts';
import type { ImpositionOptions } from '../../../src/layout/sheets/sheet-plan.ts';
import type { Laid } from '../../../src/pages/laid.ts';
import { mm } from '../../../src/pages/length.ts';
import type { GroupMark, Page } from '../../../src/pages/page.ts';
import { orientedPaper, paperSizeNamed } from '../../../src/pages/paper-size.ts';
import { readProducts } from '../../../src/templates/read-products.ts';
import { nowhere } from '../../support.ts';
import { english } from '../../words-in.ts';
import { blankPages } from './blank-pages.ts';

const cardProducts = readProducts([readTemplateSet(createReport())], [], english, createReport()).filter(
  ({ settings }) => typeof settings.imposition === 'object' && settings.imposition.as === 'cards',
);
const products = cardProducts.filter(
  ({ settings }) => typeof settings.imposition === 'object' && settings.imposition.backs !== 'none',
);
const written: readonly Partial<ImpositionOptions>[] = [
  { grid: '1x1' },
  { grid: '3x3' },
  { card: 'playing' },
  { card: 'a7' },
  { card: '85x54', grid: '2x3' },
];
const wishes: readonly ImpositionOptions[] = [
  ...products.map(
    ({ settings }) => ({ as: 'cards' as const, ...(settings.imposition as object) }) as ImpositionOptions,
  ),
  ...written.map(
    (one) =>
      ({
        as: 'cards',
        margin: 10,
        marks: 'crop',
        backs: 'behind',
        duplex: 'long-edge',
        ...one,
      }) as ImpositionOptions,
  ),
];
const sheets = ['a4', 'letter'].flatMap((name) =>
  (['portrait', 'landscape'] as const).map((way) => orientedPaper(paperSizeNamed(name)!, way)),
);
const edges = ['long-edge', 'short-edge'] as const;

interface Lying {
  readonly x: number;
  readonly y: number;
  /** Where the top of the page points, on the front of the sheet: up or down. */
  readonly up: 1 | -1;
}

/** The middle of a page on a side. */
function middleOf(group: GroupMark, cell: { width: number; height: number }): Lying {
  const sign = group.turn === 180 ? -1 : 1;
  return { x: group.x + (sign * cell.width) / 2, y: group.y + (sign * cell.height) / 2, up: sign };
}

/** Where something on the back is, seen through the sheet from its front: the long edge of A4 upright is its left side. */
function throughSheet({ x, y, up }: Lying, sheet: Page, edge: 'long-edge' | 'short-edge'): Lying {
  const upright = sheet.height >= sheet.width;
  const aboutUprightAxis = upright ? edge === 'long-edge' : edge === 'short-edge';
  return aboutUprightAxis ? { x: sheet.width - x, y, up } : { x, y: sheet.height - y, up: up === 1 ? -1 : 1 };
}

const groupsOf = (page: Page) => page.marks.flatMap((mark) => (mark.kind === 'group' ? [mark] : []));
const marksOf = (page: Page) => page.marks.filter((mark) => mark.kind !== 'group');

function imposed(wish: ImpositionOptions, sheet: { width: number; height: number }, cards: number) {
  const report = createReport();
  const plan = planSheets(sheet, wish, nowhere, report);
  if (plan?.kind !== 'grid' || report.failed()) throw new Error(JSON.stringify(report.diagnostics));
  const cell = cellSize(plan.grid);
  return { plan, cell, laid: imposeGrid(blankPages(2 * cards, cell), plan.grid, plan.order) };
}

/** Every back is the right way up behind its front, and the grid is the same on every sheet. */
function turnedBehind(
  wish: ImpositionOptions,
  sheet: { width: number; height: number },
  duplex: (typeof edges)[number],
  cards: number,
) {
  const { cell, laid, plan } = imposed({ ...wish, backs: 'behind', duplex }, sheet, cards);
  expect(laid.pages).toHaveLength(2 * Math.ceil(cards / (plan.grid.columns * plan.grid.rows)));
  expect(laid.sides).toBe(duplex);
  const home = placesOf(laid, cell);
  for (let card = 0; card < cards; card++) {
    const front = home.get(2 * card)!;
    const back = home.get(2 * card + 1)!;
    expect(back.side).toBe(front.side + 1);
    const seen = throughSheet(back.lying, laid.pages[back.side]!, duplex);
    expect(seen.x).toBeCloseTo(front.lying.x, 2);
    expect(seen.y).toBeCloseTo(front.lying.y, 2);
    // Turned like a page of a book, every card shows its back the right way up.
    expect(seen.up).toBe(front.lying.up);
  }
  gridStands(laid, cell, 2);
}

function foldedOver(wish: ImpositionOptions, sheet: { width: number; height: number }, cards: number) {
  const { cell, laid, plan } = imposed({ ...wish, backs: 'fold' }, sheet, cards);
  const home = placesOf(laid, cell);
  for (let card = 0; card < cards; card++) {
    const front = home.get(2 * card)!;
    const back = home.get(2 * card + 1)!;
    expect(back.side).toBe(front.side);
    const beside = plan.grid.columns % 2 === 0;
    // Folded behind: about the line between the two, which is half a card from the middle of the front.
    const fold = beside ? front.lying.x + cell.width / 2 : front.lying.y + cell.height / 2;
    const over = beside
      ? { ...back.lying, x: 2 * fold - back.lying.x }
      : { ...back.lying, y: 2 * fold - back.lying.y, up: -back.lying.up };
    expect(over.x).toBeCloseTo(front.lying.x, 2);
    expect(over.y).toBeCloseTo(front.lying.y, 2);
    expect(over.up).toBe(front.lying.up);
  }
  gridStands(laid, cell, 1);
}

function gridOnly(wish: ImpositionOptions, sheet: { width: number; height: number }, cards: number) {
  const { cell, laid } = imposed(wish, sheet, cards / 2);
  expect(placesOf(laid, cell).size).toBe(cards);
  gridStands(laid, cell, 1);
}

describe('cards with backs', () => {
  it('are made by products that come with the program', () => {
    expect(products.map(({ name }) => name)).toEqual([
      'character-cards',
      'flashcards',
      'people-cards',
      'vocabulary-cards',
      'vocabulary-cards-reversed',
    ]);
  });

  it('lie on their fronts when the sheet is turned, on a grid that does not move', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wishes),
        fc.constantFrom(...sheets),
        fc.constantFrom(...edges),
        fc.integer({ min: 1, max: 50 }),
        turnedBehind,
      ),
      { numRuns: 400 },
    );
  });

  it('lie on their fronts when they are folded over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wishes.filter(({ grid }) => grid !== '1x1' && grid !== '3x3')),
        fc.constantFrom(...sheets),
        fc.integer({ min: 1, max: 50 }),
        foldedOver,
      ),
    );
  });

  // Not drawn by lot: every card product, paper, edge and number of cards.
  it.each(cardProducts)('do so whatever is printed of $name', ({ settings }) => {
    const wish = { as: 'cards', ...(settings.imposition as object) } as ImpositionOptions;
    for (const name of ['a4', 'letter'])
      for (const duplex of edges)
        for (let cards = 1; cards <= 50; cards++) {
          const sheet = orientedPaper(paperSizeNamed(name)!, settings.orientation);
          if (wish.backs === 'behind') turnedBehind(wish, sheet, duplex, cards);
          else if (wish.backs === 'fold') foldedOver(wish, sheet, cards);
          else gridOnly(wish, sheet, cards);
        }
  });

  it('move by what the printer is off, against it, and on backs only', () => {
    const sheet = paperSizeNamed('a4')!;
    const { plan, cell } = imposed({ ...wishes[1]!, backs: 'behind' }, sheet, 3);
    const pages = blankPages(6, cell);
    for (const edge of edges) {
      const order = { ...plan.order, edge };
      const still = placesOf(imposeGrid(pages, plan.grid, order), cell);
      const moved = placesOf(imposeGrid(pages, plan.grid, { ...order, offset: { right: 3, down: 2 } }), cell);
      expect(moved.get(0)).toEqual(still.get(0));
      const see = (home: typeof still) =>
        throughSheet(home.get(1)!.lying, { ...sheet } as unknown as Page, edge);
      // The printer lays backs 3 points to the right and 2 down, seen from the front: they go 3 left and 2 up.
      expect(see(moved).x - see(still).x).toBeCloseTo(-3, 3);
      expect(see(moved).y - see(still).y).toBeCloseTo(-2, 3);
    }
  });

  it('leave 5 mm free at the edge of the sheet, marks and all', () => {
    for (const wish of wishes)
      for (const sheet of sheets)
        for (const page of imposed({ ...wish, backs: 'behind' }, sheet, 9).laid.pages)
          for (const mark of marksOf(page)) {
            if (mark.kind !== 'shape' || !('path' in mark.outline)) continue;
            for (const step of mark.outline.path) {
              if (step[0] !== 'M' && step[0] !== 'L') continue;
              expect(Math.min(step[1], page.width - step[1])).toBeGreaterThan(mm(5) - 0.01);
              expect(Math.min(step[2], page.height - step[2])).toBeGreaterThan(mm(5) - 0.01);
            }
          }
  });
});

/** Every page, and where it lies on which side. */
function placesOf(laid: Laid, cell: { width: number; height: number }) {
  const home = new Map<number, { side: number; lying: Lying }>();
  laid.pages.forEach((page, side) => {
    for (const group of groupsOf(page))
      home.set(Number(group.role.slice(5)) - 1, { side, lying: middleOf(group, cell) });
  });
  return home;
}

/** Marks are the same on every front, and no cell stands where the first sheet has none. */
function gridStands(laid: Laid, cell: { width: number; height: number }, each: number) {
  const places = (page: Page) =>
    groupsOf(page).map((group) => {
      const { x, y } = middleOf(group, cell);
      return `${Math.round(x)},${Math.round(y)}`;
    });
  laid.pages.forEach((page, side) => {
    const first = laid.pages[side % each]!;
    expect(marksOf(page)).toEqual(marksOf(first));
    for (const place of places(page)) expect(places(first)).toContain(place);
  });
}
