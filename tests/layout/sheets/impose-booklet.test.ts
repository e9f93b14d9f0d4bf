import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { imposeBooklet, PAPER_THICKNESS } from '../../../src/layout/sheets/impose-booklet.ts';
import { imposeGrid } from '../../../src/layout/sheets/impose-grid.ts';
import { planSheets } from '../../../src/layout/sheets/plan-sheets.ts';
import type { ImpositionOptions } from '../../../src/layout/sheets/sheet-plan.ts';
import type { GroupMark, Page } from '../../../src/pages/page.ts';
import { paperSizeNamed } from '../../../src/pages/paper-size.ts';
import { layOutFolder, nowhere } from '../../support.ts';
import { blankPages } from './blank-pages.ts';

const wish: ImpositionOptions = { as: 'booklet', margin: 10, marks: 'crop', backs: 'none', scale: false };
const groupsOf = (page: Page) => page.marks.flatMap((mark) => (mark.kind === 'group' ? [mark] : []));
const numberOf = (group: GroupMark) => Number(group.role.slice(5));

/** The middle of a page as it lies on the paper, seen from the front of the sheet, and whether its top is up. */
function onPaper(
  group: GroupMark,
  page: { width: number; height: number },
  side: number,
  sheet: Page,
  edge: string,
) {
  const sign = group.turn === 180 ? -1 : 1;
  const x = group.x + (sign * page.width * group.scale) / 2;
  const y = group.y + (sign * page.height * group.scale) / 2;
  if (side % 2 === 0) return { x, y, up: sign };
  // The sheet lies: about its short edge left and right change places, about its long edge above and below.
  return edge === 'short-edge' ? { x: sheet.width - x, y, up: sign } : { x, y: sheet.height - y, up: -sign };
}

/** Folds a booklet of so many pages in mind, and reads it. */
function foldAndRead(count: number, paper: string, duplex: 'long-edge' | 'short-edge', scale: boolean) {
  const plan = planSheets(paperSizeNamed(paper)!, { ...wish, duplex, scale }, nowhere, createReport());
  if (plan?.kind !== 'booklet') throw new Error('no booklet');
  const laid = imposeBooklet(blankPages(count, plan.page), plan.booklet);
  expect(laid.pages).toHaveLength(2 * Math.ceil(count / 4));
  expect(laid.sides).toBe(duplex);
  // Sheets lie in a pile, fronts up and the first at the bottom of the open booklet: its left halves are read
  // from the last to the first, each back side (seen through the sheet) before its front.
  const leaves = Array.from({ length: laid.pages.length / 2 }, (_, sheet) => {
    const found: Record<string, number | undefined> = {};
    for (const side of [2 * sheet, 2 * sheet + 1]) {
      const page = laid.pages[side]!;
      for (const group of groupsOf(page)) {
        const lies = onPaper(group, plan.page, side, page, duplex);
        expect(lies.up).toBe(1);
        expect(lies.y).toBeCloseTo(page.height / 2, 1);
        const half = lies.x < page.width / 2 ? 'left' : 'right';
        // In the middle of its half, but for the creep: towards the fold.
        const middle = page.width * (half === 'left' ? 0.25 : 0.75);
        expect(half === 'left' ? lies.x - middle : middle - lies.x).toBeCloseTo(sheet * PAPER_THICKNESS, 1);
        found[`${half} ${side % 2 === 0 ? 'front' : 'back'}`] = numberOf(group);
      }
    }
    return found;
  });
  // The outermost sheet's front is the outside of the booklet: its right half is page 1, its left half the last.
  const read = [
    ...leaves.flatMap((leaf) => [leaf['right front'], leaf['right back']]),
    ...leaves.toReversed().flatMap((leaf) => [leaf['left back'], leaf['left front']]),
  ];
  const padded = Array.from({ length: 4 * Math.ceil(count / 4) }, (_, index) =>
    index < count ? index + 1 : undefined,
  );
  expect(read).toEqual(padded);
}

describe('a booklet', () => {
  it('comes out in order and the right way up when it is folded', () => {
    for (let count = 1; count <= 80; count++)
      for (const paper of ['a4', 'letter'])
        for (const duplex of ['long-edge', 'short-edge'] as const)
          for (const scale of [false, true]) foldAndRead(count, paper, duplex, scale);
  });

  it('takes links and bookmarks along', () => {
    const plan = planSheets(paperSizeNamed('a4')!, wish, nowhere, createReport());
    if (plan?.kind !== 'booklet') throw new Error('no booklet');
    const laid = imposeBooklet(blankPages(8, plan.page), plan.booklet);
    // 8 pages: 8 and 1, 2 and 7, 6 and 3, 4 and 5.
    expect(Object.values(laid.destinations).map(({ page }) => page)).toEqual([0, 1, 2, 3, 3, 2, 1, 0]);
    expect(laid.outline[0]!.page).toBe(0);
  });
});

describe('--impose', () => {
  const widths = (products: readonly string[]) => {
    const { documents } = layOutFolder('tests/packs/optics', { impose: 'booklet', products });
    return Object.fromEntries(
      documents.map(({ draft, pages }) => [draft.job.product.name, Math.round(pages.pages[0]!.width)]),
    );
  };

  it('leaves cards alone unless they are named', () => {
    // A4 is 595 points wide, and 842 where it lies.
    expect(widths([])).toMatchObject({ handout: 842, 'vocabulary-cards': 595 });
    expect(widths(['vocabulary-cards'])).toEqual({ 'vocabulary-cards': 842 });
  });
});

describe('cards that are asked for in another way', () => {
  it('keep their backs as bookmarks', () => {
    const { documents } = layOutFolder('tests/packs/optics', {
      impose: 'bookmarks',
      products: ['flashcards'],
    });
    const { pages } = documents[0]!;
    expect(pages.sides).toBe('long-edge');
    expect(pages.pages.length % 2).toBe(0);
  });
});

describe('a product that cannot be made so small', () => {
  const options = { impose: 'booklet' as const };

  it('is printed as usual, and said so, if it was not asked for by name', () => {
    const { report, documents } = layOutFolder('tests/bad/not-imposed/demo', options);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['not-imposed']);
    expect(report.diagnostics[0]!.message).toMatch(/^demo\/wide\.pdf is printed as usual, not as booklet: /);
    expect(Math.round(documents.at(-1)!.pages.pages[0]!.width)).toBe(595);
  });

  it('is refused if it was', () => {
    const { report } = layOutFolder('tests/bad/not-imposed/demo', { ...options, products: ['wide'] });
    expect(report.failed()).toBe(true);
    expect(new Set(report.diagnostics.map(({ code }) => code))).toEqual(new Set(['word-too-wide']));
  });
});

describe('a pile that is cut and stacked', () => {
  it('is in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom('2x1', '2x2', '3x2'),
        fc.constantFrom('none' as const, 'behind' as const),
        (count, grid, backs) => {
          const plan = planSheets(
            paperSizeNamed('a4')!,
            { ...wish, as: 'cut-stack', grid, backs },
            nowhere,
            createReport(),
          );
          if (plan?.kind !== 'grid') throw new Error('no grid');
          const laid = imposeGrid(blankPages(count, { width: 1, height: 1 }), plan.grid, plan.order);
          const each = backs === 'behind' ? 2 : 1;
          const fronts = laid.pages.filter((_, side) => side % each === 0).map(groupsOf);
          const places = [...new Set(fronts.flat().map(({ x, y }) => `${y} ${x}`))];
          const rank = (place: string) => places.indexOf(place);
          // One pile a cell, from the first cell to the last; each from its first sheet to its last.
          const read = places
            .toSorted((a, b) => rank(a) - rank(b))
            .flatMap((place) =>
              fronts.flatMap((sheet) => sheet.filter(({ x, y }) => `${y} ${x}` === place).map(numberOf)),
            );
          expect(read).toEqual(
            Array.from({ length: Math.ceil(count / each) }, (_, index) => index * each + 1),
          );
        },
      ),
    );
  });
});
