import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { imposePoster } from '../../../src/layout/sheets/impose-poster.ts';
import { OVERLAP, type Poster, planPoster, tileAt } from '../../../src/layout/sheets/plan-poster.ts';
import { boundsOf } from '../../../src/pages/bounds-of.ts';
import { lettersOf } from '../../../src/pages/fonts/letters-of.ts';
import type { Laid, StructureNode } from '../../../src/pages/laid.ts';
import { mm } from '../../../src/pages/length.ts';
import type { Box, GroupMark, Mark, Page } from '../../../src/pages/page.ts';
import { orientedPaper, paperSizeNamed } from '../../../src/pages/paper-size.ts';
import { fonts, layOutFolder, nowhere } from '../../support.ts';

const papers = ['a4', 'letter'].flatMap((name) =>
  (['portrait', 'landscape'] as const).map((way) => orientedPaper(paperSizeNamed(name)!, way)),
);
const wish = fc.oneof(
  fc.record({ size: fc.constantFrom('a3', 'a2', 'a1', 'a0') }),
  fc.record({ columns: fc.integer({ min: 2, max: 5 }), rows: fc.integer({ min: 2, max: 5 }) }),
);
const lettering = {
  placeInWords: () => 'here',
  pageInWords: (page: number, place: string) => `page ${page}, ${place}`,
  title: 'A poster',
  label: (text: string) => ({ marks: [], width: text.length, height: 8 }),
  lettersOf: (mark: Extract<Mark, { kind: 'text' }>) => lettersOf(mark, fonts),
};

/** A page that is printed up to its edges. */
const wholeOf = ({ width, height }: { width: number; height: number }) => ({
  area: { x: 0, y: 0, width, height },
  words: [],
  lines: [],
  figures: [],
});
const plan = (
  page: { width: number; height: number },
  paper: { width: number; height: number },
  size: object,
) =>
  planPoster(
    page,
    wholeOf(page),
    paper,
    'columns' in size ? { grid: `${size.columns}x${(size as { rows?: number }).rows}` } : size,
    8,
    nowhere,
    createReport(),
  )!;
const tilesOf = (poster: Poster) =>
  Array.from({ length: poster.columns * poster.rows }, (_, place) => tileAt(poster, place));
/** What numbers lose when they are added up. */
const TINY = 1e-6;
const holds = (box: Box, x: number, y: number) =>
  x >= box.x - TINY && y >= box.y - TINY && x <= box.x + box.width + TINY && y <= box.y + box.height + TINY;

/** Where a point of a sheet hangs when the sheets are cut at their upper and left marks and glued. */
function hung(poster: Poster, place: number, x: number, y: number) {
  const { columns, corner, scale } = poster;
  const before = (first: number, step: number, count: number, side: 'width' | 'height') =>
    Array.from(
      { length: count },
      (_, index) => tileAt(poster, first + index * step)[side] * scale - OVERLAP,
    ).reduce((sum, length) => sum + length, 0);
  const row = Math.floor(place / columns);
  return {
    x: before(row * columns, 1, place % columns, 'width') + x - corner.x,
    y: before(place % columns, columns, row, 'height') + y - corner.y,
  };
}

describe('a poster', () => {
  it('shows every point of its page inside the safe area of a sheet, and where it belongs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...papers),
        fc.constantFrom(...papers),
        wish,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (page, paper, size, across, down) => {
          const poster = plan(page, paper, size);
          fc.pre(poster !== undefined);
          const [x, y] = [across * page.width, down * page.height];
          const seenOn = tilesOf(poster).flatMap((tile, place) =>
            holds(tile, x, y) ? [{ tile, place }] : [],
          );
          expect(seenOn.length).toBeGreaterThan(0);
          for (const { tile, place } of seenOn) {
            const onSheet = {
              x: poster.corner.x + (x - tile.x) * poster.scale,
              y: poster.corner.y + (y - tile.y) * poster.scale,
            };
            expect(Math.min(onSheet.x, poster.sheet.width - onSheet.x)).toBeGreaterThan(mm(5));
            expect(Math.min(onSheet.y, poster.sheet.height - onSheet.y)).toBeGreaterThan(mm(5));
            const wall = hung(poster, place, onSheet.x, onSheet.y);
            expect(wall.x).toBeCloseTo(x * poster.scale, 6);
            expect(wall.y).toBeCloseTo(y * poster.scale, 6);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is as large as was asked for, on as few sheets as will do', () => {
    // A4 to A2 is twice the size: 420 x 594 mm. Portrait sheets show 190 x 277 each, 10 of which overlap: two by two
    // show 370 x 544, three rows 811. A tenth smaller, 378 x 535 mm still need three columns, but only two rows.
    const a2 = plan(papers[0]!, papers[0]!, { size: 'a2' });
    expect(a2.scale).toBeCloseTo(1.82, 1);
    expect(a2.columns * a2.rows).toBe(6);
    // Within margins of 16 mm, twice the size is 356 x 530.
    const inner = { ...wholeOf(papers[0]!), area: { x: mm(16), y: mm(16), width: mm(178), height: mm(265) } };
    const four = planPoster(papers[0]!, inner, papers[0]!, { size: 'a2' }, 8, nowhere, createReport())!;
    expect([four.columns, four.rows]).toEqual([2, 2]);
    expect(four.scale).toBeCloseTo(2, 3);
    // Two columns of 190 mm less the overlap are 370: 370 / 210.
    const grid = plan(papers[0]!, papers[0]!, { columns: 2, rows: 2 });
    expect(grid.scale).toBeCloseTo(370 / 210, 3);
  });

  it('refuses a poster that is no larger than its page', () => {
    const report = createReport();
    expect(
      planPoster(papers[0]!, wholeOf(papers[0]!), papers[0]!, { grid: '1x1' }, 8, nowhere, report),
    ).toBeUndefined();
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['poster-too-small']);
  });

  it('leaves 5 mm free at the edge of the sheet, marks and all', () => {
    for (const paper of papers) {
      const poster = plan(paper, paper, { columns: 3, rows: 2 });
      for (const sheet of imposePoster(pageOf(paper, []), poster, lettering).pages)
        for (const mark of sheet.marks.filter(({ kind }) => kind === 'shape')) {
          const box = boundsOf(mark);
          expect(Math.min(box.x, sheet.width - box.x - box.width)).toBeGreaterThan(mm(5) - 0.2);
          expect(Math.min(box.y, sheet.height - box.y - box.height)).toBeGreaterThan(mm(5) - 0.2);
        }
    }
  });
});

/** One page with marks, and a structure with a slot for each number that they name. */
function pageOf(
  { width, height }: { width: number; height: number },
  marks: readonly Mark[],
  slots = 0,
): Laid {
  const box = { x: 0, y: 0, width, height };
  const children = Array.from({ length: slots }, (_, slot) => ({
    node: slot + 2,
    role: 'P' as const,
    children: [{ slot }],
  }));
  return {
    pages: [{ width, height, boxes: { trim: box, bleed: box, crop: box }, label: '1', marks }],
    structure: { node: 1, role: 'Document', children },
    outline: [{ title: 'Top', level: 1, page: 0 }],
    destinations: { end: { page: 0, y: height - 1 } },
    images: [],
  };
}

const groupOf = (sheet: Page) => sheet.marks.find((mark): mark is GroupMark => mark.kind === 'group')!;
const slotsOf = (node: StructureNode): number[] =>
  node.children.flatMap((child) => ('slot' in child ? [child.slot] : slotsOf(child)));

describe('what stands on a poster', () => {
  const paper = papers[0]!;
  const words = fc.array(fc.stringMatching(/^[a-zA-Zäé.,;“”]{1,12}$/), { minLength: 1, maxLength: 8 });
  const line = fc.record({
    text: words.map((list) => list.join(' ')),
    x: fc.double({ min: 20, max: 400, noNaN: true }),
    y: fc.double({ min: 20, max: 820, noNaN: true }),
    size: fc.double({ min: 6, max: 30, noNaN: true }),
    wordSpace: fc.double({ min: 0, max: 3, noNaN: true }),
    slot: fc.integer({ min: 0, max: 2 }),
  });

  it('is text once, in order, and drawn wherever it is seen', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const marks = lines.map(
          ({ slot, ...one }): Extract<Mark, { kind: 'text' }> => ({
            kind: 'text',
            structureRef: { slot },
            face: 'serif',
            colour: 0,
            letterSpace: 0,
            width:
              fonts.width('serif', one.size, one.text) + one.wordSpace * (one.text.split(' ').length - 1),
            ...one,
          }),
        );
        const poster = plan(paper, paper, { columns: 2, rows: 2 });
        const laid = imposePoster(pageOf(paper, marks, 3), poster, lettering);
        const tiles = tilesOf(poster);

        // Read in the order of the structure, every slot says what it said.
        const said = new Map<number, string>();
        for (const sheet of laid.pages)
          for (const mark of groupOf(sheet).marks)
            if (mark.kind === 'text' && 'slot' in mark.structureRef)
              said.set(mark.structureRef.slot, (said.get(mark.structureRef.slot) ?? '') + mark.text);
        const read = laid.structure.children.map((node) =>
          slotsOf(node as StructureNode)
            .map((slot) => said.get(slot) ?? '')
            .join(''),
        );
        const written = [0, 1, 2].map((slot) =>
          lines
            .filter((one) => one.slot === slot)
            .map(({ text }) => text)
            .join(''),
        );
        expect(read).toEqual(written);

        // Every letter is drawn on each part that it reaches into, as text or as an outline.
        tiles.forEach((tile, place) => {
          const inks = groupOf(laid.pages[place]!).marks.flatMap((mark) =>
            mark.kind === 'text' ? lettersOf(mark, fonts).flatMap(({ ink }) => ink ?? []) : [],
          );
          const drawn = groupOf(laid.pages[place]!).marks.flatMap((mark) =>
            mark.kind === 'shape' ? [boundsOf(mark)] : [],
          );
          for (const mark of marks)
            for (const { ink } of lettersOf(mark, fonts)) {
              const middle = ink && { x: ink.x + ink.width / 2, y: ink.y + ink.height / 2 };
              if (!ink || !middle || !holds(tile, middle.x, middle.y)) continue;
              const near = (box: Box) => Math.abs(box.x - ink.x) < 0.1 && Math.abs(box.y - ink.y) < 0.1;
              const around = (box: Box) => holds(box, middle.x, middle.y);
              expect(inks.some(near) || drawn.some(around)).toBe(true);
            }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is a figure once, with what is seen of it, and its copies are artifacts', () => {
    const poster = plan(paper, paper, { columns: 2, rows: 2 });
    const [first] = tilesOf(poster);
    const figure: GroupMark = {
      kind: 'group',
      role: 'figure',
      figure: 9,
      x: 60,
      y: 100,
      turn: 0,
      scale: 1,
      clip: { x: 0, y: 0, width: 400, height: 100 },
      marks: [
        {
          kind: 'shape',
          structureRef: { slot: 0 },
          outline: { box: { x: 0, y: 0, width: 400, height: 100 } },
          fill: 0.5,
        },
      ],
    };
    const sheets = imposePoster(pageOf(paper, [figure], 1), poster, lettering).pages;
    const [left, right] = sheets.map((sheet) => groupOf(sheet).marks[0] as GroupMark | undefined);
    // The first sheet shows less than half the page’s width and the overlap: the figure from 60 to there.
    expect(left).toMatchObject({ figure: 9, clip: { width: first!.x + first!.width - 60 } });
    expect(right!.figure).toBeUndefined();
    expect(right!.marks[0]).toMatchObject({ structureRef: { artifact: 'layout' } });
    expect(groupOf(sheets[2]!).marks).toEqual([]);
  });

  it('keeps a link where it is seen, and twice only if it is cut', () => {
    const poster = plan(paper, paper, { columns: 2, rows: 2 });
    const cut = tileAt(poster, 1).x;
    const link = (x: number, width: number): Mark => ({
      kind: 'link',
      node: 2,
      box: { x, y: 50, width, height: 10 },
      target: { url: 'https://example.org' },
      contents: 'a link',
    });
    const count = (mark: Mark) =>
      imposePoster(pageOf(paper, [mark]), poster, lettering).pages.map(
        (sheet) => groupOf(sheet).marks.length,
      );
    expect(count(link(20, 30))).toEqual([1, 0, 0, 0]);
    // In the overlap of two sheets, and from one far into the other.
    expect(count(link(cut + 1, 8))).toEqual([1, 0, 0, 0]);
    expect(count(link(cut - 40, 100))).toEqual([1, 1, 0, 0]);
  });

  it('leads to the sheet that shows its place', () => {
    const poster = plan(paper, paper, { columns: 2, rows: 2 });
    const laid = imposePoster(pageOf(paper, []), poster, lettering);
    expect(laid.destinations['end']!.page).toBe(2);
    expect(laid.sides).toBe('one-sided');
  });
});

describe('--impose poster', () => {
  it('says where a sheet belongs inside its safe area, in large type without the title', () => {
    for (const style of ['standard', 'large-print-24']) {
      const { documents } = layOutFolder('tests/packs/optics', {
        impose: 'poster-a2',
        style,
        products: ['handout'],
      });
      for (const { pages } of documents)
        for (const sheet of pages.pages) {
          const label = sheet.marks.find((mark) => mark.kind === 'group' && mark.role === 'label')!;
          const { x, y, width, height } = boundsOf(label);
          expect(Math.min(x, sheet.width - x - width)).toBeGreaterThan(mm(5) - 0.1);
          expect(sheet.height - y - height).toBeGreaterThan(mm(5) - 6);
          const said = (label as GroupMark).marks.map((mark) => (mark.kind === 'text' ? mark.text : ''));
          expect(said.join('')).toMatch(/row \d of \d, column \d of \d$/);
        }
    }
  });

  it('takes a size or a grid', () => {
    const sheets = (impose: string) =>
      layOutFolder('tests/packs/optics', { impose, products: ['leaflet'] }).documents[0]!.pages.pages.length;
    expect(sheets('poster-3x2') % 6).toBe(0);
    // Its text fills half a page.
    expect(sheets('poster-a2')).toBe(2);
  });
});

describe('the joins of a poster', () => {
  const paper = papers[0]!;
  const ink = (x: number, y: number, width = 30): Box => ({ x, y, width, height: 10 });
  const area = { x: 40, y: 40, width: 400, height: 300 };
  const joinsOf = (words: readonly Box[], options: object = { size: 'a2' }) => {
    const content = { area, words, lines: [], figures: [] };
    const poster = planPoster(paper, content, paper, options, 8, nowhere, createReport())!;
    const cut = (at: number) => words.filter(({ x, width }) => x < at && at < x + width).length;
    return { poster, cut: poster.lefts.slice(1).map(cut) };
  };

  it('are in the gap between two columns of text', () => {
    const columns = [0, 1, 2, 3].flatMap((row) => [
      ink(45, 50 + 20 * row, 180),
      ink(240, 50 + 20 * row, 190),
    ]);
    const { poster, cut } = joinsOf(columns);
    expect(poster.columns).toBe(2);
    expect(cut).toEqual([0]);
    expect(poster.lefts[1]).toBeGreaterThanOrEqual(225);
    expect(poster.lefts[1]).toBeLessThanOrEqual(240);
  });

  it('are between words, where text is as wide as the page', () => {
    const words = Array.from({ length: 11 }, (_, index) => ink(42 + index * 36, 50));
    expect(joinsOf(words).cut).toEqual([0]);
  });

  it('are in a gap far from the middle, where the poster is a little smaller', () => {
    // At nine tenths of its size no sheet reaches the gap at 268.
    const columns = [0, 1, 2].flatMap((row) => [ink(41, 50 + 20 * row, 223), ink(272, 50 + 20 * row, 165)]);
    const { poster, cut } = joinsOf(columns, { grid: '2x2' });
    expect(cut).toEqual([0]);
    const { poster: free } = joinsOf([ink(41, 50, 10)], { grid: '2x2' });
    expect(poster.scale).toBeLessThan(0.9 * free.scale);
    expect(poster.scale).toBeGreaterThan(0.8 * free.scale);
  });

  it('are not at the edge of a box, of which one sheet would show a sliver', () => {
    const free = joinsOf([]).poster.lefts[1]!;
    const content = { area, words: [], lines: [], figures: [], shapes: [ink(free - 60, 60, 60)] };
    const { lefts, scale } = planPoster(paper, content, paper, { size: 'a2' }, 8, nowhere, createReport())!;
    expect(Math.abs(lefts[1]! - free)).toBeGreaterThanOrEqual(0.5);
    expect(Math.abs(lefts[1]! + mm(10) / scale - free)).toBeGreaterThanOrEqual(0.5);
  });

  it('cut as few words as they can', () => {
    const staggered = [0, 1, 2, 3, 4].flatMap((row) =>
      Array.from({ length: 5 }, (_, index) => ink(42 + row * 7 + index * 72, 50 + 20 * row, 70)),
    );
    expect(joinsOf(staggered, { grid: '2x2' }).cut[0]).toBeLessThan(5);
  });

  it('leave out margins, heads and feet', () => {
    const { documents } = layOutFolder('tests/packs/optics', { impose: 'poster-a2', products: ['handout'] });
    for (const { pages } of documents)
      for (const sheet of pages.pages)
        for (const mark of groupOf(sheet).marks)
          if (mark.kind === 'text') expect(mark.text).not.toMatch(/Page \d of \d/);
  });
});
