import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { edgeColour } from '../../../src/layout/paging/edge-colour.ts';
import type { PageSetup } from '../../../src/layout/paging/page-setup.ts';
import { imposeBooklet } from '../../../src/layout/sheets/impose-booklet.ts';
import { imposeGrid } from '../../../src/layout/sheets/impose-grid.ts';
import { planSheets } from '../../../src/layout/sheets/plan-sheets.ts';
import { withTrimMarks } from '../../../src/layout/sheets/with-trim-marks.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import { BLEED, bleedOf, grown } from '../../../src/pages/bleed.ts';
import type { Laid } from '../../../src/pages/laid.ts';
import { mm } from '../../../src/pages/length.ts';
import type { Box, GroupMark, Mark, Page } from '../../../src/pages/page.ts';
import { readProfile } from '../../../src/pdf/inks/read-profile.ts';
import { syntheticProfile } from '../../pdf/inks/synthetic-profile.ts';
import { fonts, layOutFolder, nowhere } from '../../support.ts';
import { blankPages } from './blank-pages.ts';

const standard = readStyles(readTemplateSet(createReport()).styles, createReport()).get('standard')!;
const A4 = { width: mm(210), height: mm(297) };

const setup = (size: { width: number; height: number }, coloured: 'none' | 'first' | 'all'): PageSetup => ({
  ...size,
  margins: { inner: 0, outer: 0, top: 0, bottom: 0 },
  columns: { count: 1, gap: 0 },
  twoSided: false,
  bleed: { width: BLEED, coloured },
});

/** Pages with a bleed, and with colour up to it. */
function pagesWithBleed(
  count: number,
  size: { width: number; height: number },
  coloured: 'first' | 'all' = 'all',
): Laid {
  const laid = blankPages(count, size);
  return {
    ...laid,
    pages: laid.pages.map((page, index) => ({
      ...page,
      boxes: { ...page.boxes, bleed: grown(page.boxes.trim, BLEED) },
      marks: edgeColour(index, setup(size, coloured), standard),
    })),
  };
}

const inside = (inner: Box, outer: Box, by = 0.01) =>
  inner.x >= outer.x - by &&
  inner.y >= outer.y - by &&
  inner.x + inner.width <= outer.x + outer.width + by &&
  inner.y + inner.height <= outer.y + outer.height + by;
const apart = (one: Box, other: Box, by = 0.01) =>
  one.x + one.width <= other.x + by ||
  other.x + other.width <= one.x + by ||
  one.y + one.height <= other.y + by ||
  other.y + other.height <= one.y + by;

/** A box within a group, on the page that the group stands on. */
function boxOn({ x, y, turn, scale }: GroupMark, box: Box): Box {
  const [width, height] = [box.width * scale, box.height * scale];
  return turn === 180
    ? { x: x - box.x * scale - width, y: y - box.y * scale - height, width, height }
    : { x: x + box.x * scale, y: y + box.y * scale, width, height };
}
const cut = (one: Box, other: Box): Box => {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  return {
    x,
    y,
    width: Math.min(one.x + one.width, other.x + other.width) - x,
    height: Math.min(one.y + one.height, other.y + other.height) - y,
  };
};

/** Where colour is seen on a page: filled boxes, cut by the clips of the groups that they stand in. */
function coloured(marks: readonly Mark[]): Box[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'shape' && mark.fill !== undefined && 'box' in mark.outline) return [mark.outline.box];
    if (mark.kind !== 'group') return [];
    return coloured(mark.marks).map((box) => boxOn(mark, mark.clip ? cut(box, mark.clip) : box));
  });
}

/** The lines of a page that tell where to cut and fold. */
const linesOn = (marks: readonly Mark[]): Box[] =>
  marks.flatMap((mark) => {
    if (mark.kind !== 'shape' || !('path' in mark.outline) || !mark.stroke) return [];
    const [[, x1, y1], [, x2, y2]] = mark.outline.path as [['M', number, number], ['L', number, number]];
    return [
      { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) },
    ];
  });

/** What holds for every page with a bleed. */
function expectSound(page: Page) {
  const sheet = { x: 0, y: 0, width: page.width, height: page.height };
  const { trim, bleed, crop } = page.boxes;
  expect(bleedOf(page)).toBeCloseTo(BLEED, 2);
  expect(inside(bleed, crop) && inside(crop, sheet) && inside(trim, bleed)).toBe(true);
  for (const line of linesOn(page.marks)) {
    expect(apart(line, bleed)).toBe(true);
    // Nothing within 5 mm of the sheet's edges.
    expect(inside(line, grown(sheet, -mm(5)))).toBe(true);
  }
  for (const box of coloured(page.marks)) expect(inside(box, bleed)).toBe(true);
}

/** Whether colour covers a box: each of many points of it. */
const covered = (box: Box, areas: readonly Box[]) =>
  Array.from({ length: 21 * 21 }, (_, index) => ({
    x: box.x + 0.02 + ((box.width - 0.04) * (index % 21)) / 20,
    y: box.y + 0.02 + ((box.height - 0.04) * Math.floor(index / 21)) / 20,
    width: 0,
    height: 0,
  })).every((point) => areas.some((area) => inside(point, area, 0.002)));

describe('a page with a bleed', () => {
  const laid = withTrimMarks(pagesWithBleed(2, A4, 'first'));

  it('lies on a larger sheet, with its exact size as its trim box', () => {
    const [page] = laid.pages;
    // 3 mm of bleed, 1 mm free, 5 mm of mark and 5 mm that printers do not reach: 14 mm all round.
    expect(page!.width / mm(1)).toBeCloseTo(238, 3);
    expect(page!.boxes.trim.width / mm(1)).toBeCloseTo(210, 3);
    expect(page!.boxes.trim.height / mm(1)).toBeCloseTo(297, 3);
    expect(page!.boxes.trim.x / mm(1)).toBeCloseTo(14, 3);
    for (const one of laid.pages) expectSound(one);
    expect(laid.destinations['p1']!.y).toBeCloseTo(mm(14), 2);
  });

  it('has eight marks in line with its edges', () => {
    const [page] = laid.pages;
    const { trim } = page!.boxes;
    const lines = linesOn(page!.marks);
    expect(lines).toHaveLength(8);
    const edges = [trim.x, trim.x + trim.width, trim.y, trim.y + trim.height];
    for (const line of lines) {
      const at = line.width === 0 ? line.x : line.y;
      expect(Math.min(...edges.map((edge) => Math.abs(edge - at)))).toBeLessThan(0.01);
    }
  });

  it('has colour up to the bleed where it has any', () => {
    const [cover, next] = laid.pages;
    expect(covered(cover!.boxes.bleed, coloured(cover!.marks))).toBe(true);
    expect(coloured(next!.marks)).toEqual([]);
  });

  it('is left as it is without a bleed', () => {
    const plain = blankPages(3, A4);
    expect(withTrimMarks(plain)).toBe(plain);
  });

  it('has no colour in a style that has none for edges', () => {
    expect(edgeColour(0, setup(A4, 'all'), { ...standard, edge: '1' })).toEqual([]);
    expect(edgeColour(1, setup(A4, 'first'), standard)).toEqual([]);
    expect(edgeColour(0, setup(A4, 'none'), standard)).toEqual([]);
  });
});

describe('sheets of pages with a bleed', () => {
  const grids = fc.record({
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.integer({ min: 1, max: 4 }),
    margin: fc.constantFrom(0, mm(10), mm(14)),
    backs: fc.constantFrom('none' as const, 'behind' as const),
    edge: fc.constantFrom('long-edge' as const, 'short-edge' as const),
    count: fc.integer({ min: 1, max: 20 }),
  });

  it('have colour up to their edges and without gaps, and cards keep it beside empty cells', () => {
    fc.assert(
      fc.property(grids, ({ columns, rows, margin, backs, edge, count }) => {
        const grid = { ...A4, columns, rows, margin: { x: margin, y: margin }, marks: 'crop' as const };
        const size = { width: (A4.width - 2 * margin) / columns, height: (A4.height - 2 * margin) / rows };
        const each = backs === 'behind' ? 2 : 1;
        const pages = pagesWithBleed(count * each, size);
        const sheets = imposeGrid(pages, grid, { backs, stacked: false, edge });
        for (const sheet of sheets.pages) {
          expectSound(sheet);
          expect(sheet.boxes.trim.width).toBeCloseTo(A4.width - 2 * margin, 1);
        }
        const whole = sheets.pages.slice(0, Math.floor(count / (columns * rows)) * each);
        for (const sheet of whole) expect(covered(sheet.boxes.bleed, coloured(sheet.marks))).toBe(true);
        // On the last sheet too each card has colour all round it.
        if (margin > 0)
          for (const sheet of sheets.pages)
            for (const mark of sheet.marks)
              if (mark.kind === 'group')
                expect(
                  covered(grown(boxOn(mark, { x: 0, y: 0, ...size }), BLEED - 0.05), coloured([mark])),
                ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('keep colour off the pages beside it, where these are no cards', () => {
    const size = { width: A4.width / 2, height: A4.height / 2 };
    const grid = { ...A4, columns: 2, rows: 2, margin: { x: 0, y: 0 }, marks: 'crop' as const };
    const sheets = imposeGrid(pagesWithBleed(4, size, 'first'), grid);
    const { trim, bleed } = sheets.pages[0]!.boxes;
    const own = { x: bleed.x, y: bleed.y, width: BLEED + size.width, height: BLEED + size.height };
    for (const area of coloured(sheets.pages[0]!.marks)) expect(inside(area, own)).toBe(true);
    expect(covered(own, coloured(sheets.pages[0]!.marks))).toBe(true);
    expect(trim.width).toBeCloseTo(A4.width, 1);
  });

  it.each([1, 0.7])('keep the cover of a booklet on its side of the fold, at a scale of %d', (scale) => {
    const sheet = { width: mm(297), height: mm(210) };
    const size = { width: mm(148.5) / scale, height: mm(210) / scale };
    for (const edge of ['long-edge', 'short-edge'] as const) {
      const laid = imposeBooklet(pagesWithBleed(13, size, 'first'), { sheet, scale, edge });
      for (const side of laid.pages) expectSound(side);
      const [front] = laid.pages;
      const { trim, bleed } = front!.boxes;
      const fold = trim.x + trim.width / 2;
      const half = { x: fold, y: bleed.y, width: bleed.x + bleed.width - fold, height: bleed.height };
      expect(covered(half, coloured(front!.marks))).toBe(true);
      for (const area of coloured(front!.marks)) expect(area.x).toBeGreaterThan(fold - 0.01);
      // A dashed line above and below tells where to fold.
      const dashed = front!.marks.filter((mark) => mark.kind === 'shape' && mark.stroke?.dash);
      expect(linesOn(dashed).map(({ x }) => x)).toEqual([expect.closeTo(fold, 2), expect.closeTo(fold, 2)]);
    }
  });

  it('need room for marks outside of the bleed', () => {
    const wishes = {
      as: 'cards',
      grid: '2x4',
      margin: 9,
      marks: 'crop',
      backs: 'none',
      scale: false,
    } as const;
    const said = (bleed: number, margin: number) => {
      const report = createReport();
      planSheets(A4, { ...wishes, margin, bleed }, nowhere, report);
      return report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
    };
    expect(said(0, 9)).toEqual([]);
    // 5 mm that printers do not reach, 3 mm of bleed, 2 mm of mark.
    expect(said(BLEED, 9)).toEqual([
      'no-room-for-marks: Crop marks need 10 mm around the cards; there are only 9.',
    ]);
    expect(said(BLEED, 10)).toEqual([]);
  });
});

describe('print profiles', () => {
  const press = readProfile(syntheticProfile(), nowhere, createReport())!;
  const pack = 'tests/packs/optics';

  it('press: every page has a bleed', () => {
    const { documents } = layOutFolder(pack, { fonts, press });
    expect(documents.length).toBeGreaterThan(3);
    for (const { pages } of documents) for (const page of pages.pages) expectSound(page);
    const guide = documents.find(({ draft }) => draft.job.product.name === 'reading-guide')!.pages;
    expect(coloured(guide.pages[0]!.marks).length).toBeGreaterThan(0);
  });

  it('school: no page has one, and nothing goes to the edge', () => {
    const { documents } = layOutFolder(pack);
    for (const { pages } of documents)
      for (const page of pages.pages) {
        const sheet = { x: 0, y: 0, width: page.width, height: page.height };
        expect(page.boxes).toEqual({ trim: sheet, bleed: sheet, crop: sheet });
        for (const area of coloured(page.marks)) expect(inside(area, grown(sheet, -mm(5)))).toBe(true);
      }
  });
});
