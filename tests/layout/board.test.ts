import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BoardBlock, Heading, Paragraph } from '../../src/blocks/block.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { createLanguage } from '../../src/layout/language/language.ts';
import { layOut } from '../../src/layout/lay-out.ts';
import type { PageSetup } from '../../src/layout/paging/page-setup.ts';
import { boardColumns } from '../../src/layout/strips/blocks/board-columns.ts';
import { readStyles } from '../../src/layout/style/read-styles.ts';
import { readBlocks } from '../read-blocks.ts';
import { fonts, nowhere } from '../support.ts';

const styles = readStyles(readTemplateSet(createReport()).styles, createReport());
/** The text is 760 points wide and 500 high. */
const setup: PageSetup = {
  width: 800,
  height: 540,
  margins: { inner: 20, outer: 20, top: 20, bottom: 20 },
  twoSided: false,
  divisible: true,
  columns: { count: 1, gap: 20 },
};

const paragraph = (words: number): Paragraph => ({
  kind: 'paragraph',
  at: nowhere,
  look: 'small',
  text: [{ kind: 'text', text: 'word '.repeat(words).trim() }],
});
const title = (words: string): Heading => ({
  kind: 'heading',
  at: nowhere,
  level: 2,
  look: 'label',
  text: [{ kind: 'text', text: words }],
});
const boardOf = (sizes: readonly number[], more: Partial<BoardBlock> = {}): BoardBlock => ({
  kind: 'board',
  at: nowhere,
  smallest: 8,
  boxes: sizes.map((size, index) => ({
    at: { ...nowhere, line: index + 1 },
    title: title(`Box ${index + 1}`),
    blocks: [paragraph(size)],
  })),
  ...more,
});

function lay(blocks: readonly Block[], style = 'standard', fit?: PageSetup['fit']) {
  const report = createReport();
  const options = {
    setup: { ...setup, ...(fit && { fit }) },
    style: styles.get(style)!,
    fonts,
    language: createLanguage('en'),
  };
  const { pages, structure } = layOut(blocks, options, report);
  const frames = pages.flatMap(({ marks }, page) =>
    marks.flatMap((mark) =>
      mark.kind === 'shape' && mark.stroke && 'box' in mark.outline ? [{ page, ...mark.outline.box }] : [],
    ),
  );
  return { report, pages, structure, frames };
}

/** As the knowledge organiser is fitted. */
const fit = {
  pages: 1,
  each: 'document',
  looks: ['small', 'label'],
  smallest: 8,
  shared: 1,
  sides: 1,
} as const;

describe('boardColumns', () => {
  it('makes columns equally long, as wide as their boxes need', () => {
    // 300 × 100 and 200 × 100 in 500: 100 high each if they are 300 and 200 wide.
    expect(boardColumns([30_000, 20_000], 2, 500)).toEqual({ starts: [0, 1], widths: [300, 200] });
  });

  it('takes the division whose longest column is shortest', () => {
    // 1 + 1 | 2 is even, 1 | 1 + 2 is not.
    expect(boardColumns([100, 100, 200], 2, 100).starts).toEqual([0, 2]);
  });

  it('has no more columns than boxes', () => {
    expect(boardColumns([100], 3, 90)).toEqual({ starts: [0], widths: [90] });
  });

  it('keeps the order of boxes and the width, whatever they hold', () => {
    const areas = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(areas, fc.integer({ min: 1, max: 4 }), (list, count) => {
        const { starts, widths } = boardColumns(list, count, 700);
        expect(starts[0]).toBe(0);
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
        expect(widths).toHaveLength(Math.min(count, list.length));
        expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(700);
      }),
    );
  });
});

describe('a board', () => {
  const heading: Heading = { ...title('Everything'), level: 1 };

  it('ends all its columns at one line, which is the foot of a page that is nearly full', () => {
    const { frames, pages, report } = lay([boardOf([150, 260, 90, 200, 130, 170], { title: heading })]);
    expect(report.diagnostics).toEqual([]);
    expect(pages).toHaveLength(1);
    expect(frames).toHaveLength(6);
    const columns = new Map(frames.map((frame) => [frame.x, frame]));
    const feet = [...columns.values()].map(({ y, height }) => Math.round(y + height));
    expect(new Set(feet)).toEqual(new Set([520]));
  });

  it('tags each box as a section with its heading', () => {
    const { structure } = lay([boardOf([20, 30, 40], { title: heading })]);
    const roles = structure.children.map((child) =>
      'role' in child ? [child.role, ...child.children.map((one) => ('role' in one ? one.role : ''))] : [],
    );
    expect(roles).toEqual([
      ['H1', ''],
      ['Sect', 'H2', 'P'],
      ['Sect', 'H2', 'P'],
      ['Sect', 'H2', 'P'],
    ]);
  });

  it('has its title on one line if smaller type is enough, and otherwise on several', () => {
    const size = (words: string) => {
      const named: Heading = {
        kind: 'heading',
        at: nowhere,
        level: 1,
        text: [{ kind: 'text', text: words }],
      };
      const { pages } = lay([boardOf([40, 40], { title: named, beside: [] })]);
      const all = pages[0]!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
      const largest = Math.max(...all.map((mark) => mark.size));
      return [new Set(all.filter((mark) => mark.size === largest).map(({ y }) => y)).size, largest];
    };
    const [, whole] = size('Everything');
    const [lines, smaller] = size('The Great Fire of London · Knowledge organiser');
    expect(lines).toBe(1);
    expect(smaller).toBeLessThan(whole!);
    const [many, same] = size('A title that is far too long for one line, however small its type may become');
    expect(many).toBeGreaterThan(1);
    expect(same).toBe(whole);
  });

  it('fills its page with the lines to write on, whatever else is in it', () => {
    const [text, lined] = boardOf([30, 1]).boxes;
    const boxes = [text!, { ...lined!, lines: 2 }];
    const { frames, report } = lay([boardOf([], { boxes })]);
    expect(report.diagnostics).toEqual([]);
    for (const { y, height } of frames) expect(Math.round(y + height)).toBe(520);
    // In one column, the box with lines takes all the room that is left.
    const small = { ...setup, width: 300 };
    const options = { setup: small, style: styles.get('standard')!, fonts, language: createLanguage('en') };
    const { pages } = layOut([boardOf([], { boxes })], options, createReport());
    expect(pages).toHaveLength(1);
  });

  it('has larger type if it would leave the page empty', () => {
    const size = (words: number) => {
      const [page] = lay([boardOf([words, words, words])]).pages;
      return page!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : []))[1];
    };
    expect(size(40)).toBeCloseTo(9 * 1.5);
    expect(size(430)).toBe(9);
  });

  it('has smaller type if it has to fit, and says which box is too long if it cannot be small enough', () => {
    const fitting = lay([boardOf([400, 420, 700])], 'standard', fit);
    expect(fitting.report.diagnostics).toEqual([]);
    const size = fitting.pages[0]!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : []))[1]!;
    expect(size).toBeLessThan(9);
    expect(size).toBeGreaterThanOrEqual(8);

    const { report } = lay([boardOf([300, 1700, 300])], 'standard', fit);
    expect(report.diagnostics.map(({ code, where }) => [code, where.line])).toEqual([['box-overflow', 2]]);
    expect(report.diagnostics[0]!.message).toMatch(
      /^The boxes are \d+ lines too long .* “Box 2” is the longest\.$/,
    );
  });

  it.each(['dyslexia', 'large-print-18', 'large-print-24'])(
    'takes as many pages as it needs in %s',
    (style) => {
      const { pages, report } = lay([boardOf([150, 260, 90, 200], { title: heading })], style, fit);
      expect(report.diagnostics).toEqual([]);
      expect(pages.length).toBeGreaterThan(1);
      const words = pages.flatMap(({ marks }) =>
        marks.flatMap((mark) => (mark.kind === 'text' ? mark.text : [])),
      );
      expect(words.join(' ').match(/\bword\b/g)).toHaveLength(150 + 260 + 90 + 200);
    },
  );
});

describe('the entries of a box', () => {
  const boxOf = (entries: readonly string[]) => {
    const lines = entries.map((text, index) => `      - {term: '${index + 1}', text: ${text}}`);
    const { blocks } = readBlocks(
      `~~~board\nboxes:\n  - title: Plot\n    entries:\n${lines.join('\n')}\n~~~`,
    );
    const [board] = blocks as readonly BoardBlock[];
    return board!.boxes[0]!.blocks.map(({ kind }) => kind);
  };
  const titles = (count: number) => Array.from({ length: count }, (_, index) => `Title ${index}`);

  it('are in two columns if they are many and short, in their order', () => {
    expect(boxOf(titles(8))).toEqual(['columns']);
    expect(boxOf(titles(7))).toEqual(['definitions']);
    expect(boxOf([...titles(7), 'A sentence that is much longer than a title'])).toEqual(['definitions']);
  });
});
