import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../src/blocks/block.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { type GraphSize, placeGraph } from '../../src/layout/graphs/place-graph.ts';
import { createLanguage } from '../../src/layout/language/language.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import { readStyles } from '../../src/layout/style/read-styles.ts';
import type { GroupMark, Mark } from '../../src/pages/page.ts';
import { readBlocks } from '../read-blocks.ts';
import { fonts } from '../support.ts';

const styles = readStyles(readTemplateSet(createReport()).styles, createReport());

/** A page of A4, landscape. */
const setup = {
  width: 842,
  height: 595,
  margins: { inner: 42, outer: 42, top: 42, bottom: 42 },
  twoSided: false,
  divisible: true,
  columns: { count: 1, gap: 20 },
} as const;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;
const overlaps = (boxes: readonly Box[]) =>
  boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => overlap(a, b)));

/** Points along a line as it is drawn. */
const sampled = (points: readonly (readonly [number, number])[], down: boolean) =>
  points.slice(1).flatMap(([toX, toY], index) => {
    const [x, y] = points[index]!;
    return [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => {
      // Along the rows’ order as a curve with both handles half-way; across it smoothly.
      const [middle, smooth] = [3 * share * (1 - share), share ** 2 * (3 - 2 * share)];
      const along = (a: number, b: number) => a * (1 - share) ** 3 + ((a + b) / 2) * middle + b * share ** 3;
      const across = (a: number, b: number) => a + (b - a) * smooth;
      return down ? { x: across(x, toX), y: along(y, toY) } : { x: along(x, toX), y: across(y, toY) };
    });
  });

/** Up to 20 people with up to 40 relations. */
const people = fc.integer({ min: 2, max: 20 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    links: fc
      .array(
        fc.record({
          from: fc.nat(count - 1),
          step: fc.integer({ min: 1, max: count - 1 }),
          words: fc.integer({ min: 0, max: 3 }),
        }),
        { minLength: 2, maxLength: 40 },
      )
      .map((links) => links.map(({ from, step, words }) => ({ from, to: (from + step) % count, words }))),
  }),
);

const NAMES = ['Ada', 'Mr Underwood', 'The Lighthouse Keeper', 'Bartholomew', 'Jo'];
const fence = ({ count, links }: { count: number; links: { from: number; to: number; words: number }[] }) =>
  [
    '~~~diagram',
    'boxes:',
    ...Array.from(
      { length: count },
      (_, index) => `  - { id: b${index}, text: ${NAMES[index % 5]} ${index} }`,
    ),
    'links:',
    ...links.map(
      ({ from, to, words }) =>
        `  - { from: b${from}, to: b${to}${words > 0 ? `, label: ${Array(words).fill('rivals').join(' ')}` : ''} }`,
    ),
    '~~~',
  ].join('\n');

function lay(text: string, style = 'standard') {
  const { blocks, report } = readBlocks(text);
  const options = { setup, style: styles.get(style)!, fonts, language: createLanguage('en') };
  const laid = layOut(blocks, options, report);
  const figure = laid.pages
    .flatMap(({ marks }) => marks)
    .find((mark): mark is GroupMark => mark.kind === 'group' && mark.role === 'figure');
  return { blocks, laid, figure, codes: report.diagnostics.map(({ code }) => code), report };
}

/** The white boxes of a diagram: those of labels, and those with outlines. */
const areas = (marks: readonly Mark[]): Box[] =>
  marks.flatMap((mark) => (mark.kind === 'shape' && 'box' in mark.outline ? [mark.outline.box] : []));

const ANNA = `~~~diagram
links:
  - { from: Anna, to: Ben, label: sister of }
  - { from: Ben, to: Carl, label: works for }
  - { from: Anna, to: Carl }
~~~`;

describe('placeGraph', () => {
  it('lets no box or label overlap another, and no line cross them, in 200 free cases', () => {
    const size = fc.record({
      width: fc.integer({ min: 20, max: 120 }),
      height: fc.integer({ min: 12, max: 40 }),
    });
    fc.assert(
      fc.property(
        people,
        fc.array(size, { minLength: 60, maxLength: 60 }),
        fc.boolean(),
        (given, sizes, down) => {
          const boxes = sizes.slice(0, given.count);
          const links = given.links.map((link, index) => ({ ...link, label: sizes[20 + index]! }));
          const placed = placeGraph(boxes, links, { down, gap: 6, rowGap: 16 });
          const around = ([x, y]: readonly [number, number], { width, height }: GraphSize): Box => ({
            x: x - width / 2,
            y: y - height / 2,
            width,
            height,
          });
          const all = [
            ...placed.boxes.map((at, index) => around(at, boxes[index]!)),
            ...placed.links.map(({ label }, index) => around(label!, links[index]!.label)),
          ];
          expect(overlaps(all)).toEqual([]);
          for (const [index, { points }] of placed.links.entries()) {
            const { from, to } = links[index]!;
            const others = all.filter((_, other) => ![from, to, boxes.length + index].includes(other));
            for (const at of sampled(points, down))
              expect(others.filter((box) => overlap(box, { ...at, width: 0.02, height: 0.02 }))).toEqual([]);
          }
          for (const box of all) {
            expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(-0.01);
            expect(box.x + box.width).toBeLessThanOrEqual(placed.width + 0.01);
            expect(box.y + box.height).toBeLessThanOrEqual(placed.height + 0.01);
          }
        },
      ),
      { numRuns: 200, seed: 20 },
    );
  }, 120_000);

  it('gives the same places again, whatever was placed before', () => {
    const boxes = [1, 2, 3].map(() => ({ width: 40, height: 20 }));
    const links = [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 0 },
    ];
    const options = { down: true, gap: 5, rowGap: 10 };
    const first = placeGraph(boxes, links, options);
    placeGraph(boxes.slice(1), links.slice(0, 1), options);
    expect(placeGraph(boxes, links, options)).toEqual(first);
  });
});

describe('a diagram', () => {
  it('has each box and each label once, inside its figure, and says all of it in words', () => {
    const { figure, blocks, codes } = lay(ANNA);
    expect(codes).toEqual([]);
    const texts = figure!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text.trim()] : []));
    expect(texts.sort()).toEqual(['Anna', 'Ben', 'Carl', 'sister of', 'works for']);
    expect((blocks[0] as Diagram).alt).toBe(
      'A diagram: boxes 3, lines 3. Anna – Ben: sister of. Ben – Carl: works for. Anna – Carl.',
    );
    for (const { x, y, width, height } of areas(figure!.marks)) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(figure!.clip!.width);
      expect(y + height).toBeLessThanOrEqual(figure!.clip!.height);
    }
  });

  it('shows what it can hold, or numbers and a table in place of labels', () => {
    fc.assert(
      fc.property(people, (given) => {
        const { figure, laid, codes } = lay(fence(given));
        if (figure) expect(overlaps(areas(figure.marks))).toEqual([]);
        else expect(codes).toContain('diagram-too-large');
        const roles = JSON.stringify(laid.structure);
        if (!figure) expect(roles).toContain('"Table"');
      }),
      { numRuns: 12, seed: 20 },
    );
  }, 120_000);

  it('draws arrows only where they are asked for', () => {
    const heads = (text: string) =>
      lay(text).figure!.marks.filter(
        (mark) => mark.kind === 'shape' && 'path' in mark.outline && mark.fill !== undefined,
      ).length;
    expect(heads(ANNA)).toBe(0);
    expect(heads(ANNA.replace('links:', 'arrows: yes\nlinks:'))).toBe(3);
  });

  it('is a table, without a word, in type that is too large for a drawing', () => {
    const many = fence({
      count: 20,
      links: Array.from({ length: 19 }, (_, index) => ({ from: index, to: index + 1, words: 1 })),
    });
    const { figure, laid, codes } = lay(many, 'large-print-24');
    expect([figure, codes]).toEqual([undefined, []]);
    expect(JSON.stringify(laid.structure)).toContain('"Table"');
  });

  it.each([
    [['diagram-too-small'], 1],
    [['diagram-too-large'], 400],
    [[], 3],
  ])('reports %j with %i lines, and prints all of them', (expected, count) => {
    const links = Array.from({ length: count }, (_, index) => ({
      from: index % 7,
      to: (index % 7) + 1,
      words: 1,
    }));
    const { report, laid } = lay(fence({ count: 8, links }));
    expect(report.diagnostics.map(({ code }) => code)).toEqual(expected);
    for (const { hint } of report.diagnostics) expect(hint).toBeTruthy();
    expect(laid.pages.length).toBeGreaterThan(0);
  });

  it('reports a line to a box that is not there, with the box that was meant, and one to itself', () => {
    const bad =
      '~~~diagram\nboxes:\n  - { id: anna }\n  - { id: ben }\nlinks:\n  - { from: ana, to: ben }\n  - { from: ben, to: ben }\n~~~';
    const { report } = readBlocks(bad);
    expect(report.diagnostics.map(({ code, hint }) => [code, hint]).slice(0, 2)).toEqual([
      ['diagram-box-unknown', 'Did you mean “anna”?'],
      ['diagram-box-unknown', 'Give it another box to lead to.'],
    ]);
  });
});
