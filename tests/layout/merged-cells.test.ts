import { describe, expect, it } from 'vitest';
import type { StructureNode } from '../../src/pages/laid.ts';
import type { TextMark } from '../../src/pages/page.ts';
import { layOutText } from '../print-text.ts';

const TABLE = `<table>
<thead>
<tr><th rowspan="2">Place</th><th colspan="2">Rain</th></tr>
<tr><th>May</th><th>June</th></tr>
</thead>
<tr><td rowspan="2">Hull</td><td>one</td><td>two</td></tr>
<tr><td>three</td><td>four</td></tr>
<tr><td colspan="2">York in both months together</td><td>five</td></tr>
</table>`;

const { laid, report } = layOutText(TABLE);
const texts = laid.pages.flatMap(({ marks }) =>
  marks.filter((mark): mark is TextMark => mark.kind === 'text'),
);
const at = (text: string) => texts.find((mark) => mark.text.trim() === text)!;

/** The nodes of a role, in order. */
const nodesOf = (node: StructureNode, role: string): StructureNode[] => [
  ...(node.role === role ? [node] : []),
  ...node.children.flatMap((child) => ('role' in child ? nodesOf(child, role) : [])),
];

describe('a table with cells that span others', () => {
  it('puts each cell under its heading', () => {
    expect(report.diagnostics).toEqual([]);
    expect(at('May').x).toBeCloseTo(at('Rain').x, 1);
    expect(at('one').x).toBeCloseTo(at('May').x, 1);
    expect(at('three').x).toBeCloseTo(at('May').x, 1);
    expect(at('four').x).toBeCloseTo(at('June').x, 1);
    expect(at('five').x).toBeCloseTo(at('June').x, 1);
    expect(at('May').y).toBeGreaterThan(at('Rain').y);
  });

  it('sets a cell that spans columns on their width together', () => {
    expect(at('York in both months together')).toBeDefined();
  });

  it('tells a screen reader how far cells reach, and leaves out those that are covered', () => {
    const rows = nodesOf(laid.structure, 'TR');
    expect(rows.map(({ children }) => children.length)).toEqual([2, 2, 3, 2, 2]);
    expect(nodesOf(laid.structure, 'TH')).toMatchObject([
      { scope: 'Column', span: { rows: 2 } },
      { scope: 'Column', span: { columns: 2 } },
      { scope: 'Column' },
      { scope: 'Column' },
    ]);
    expect(nodesOf(laid.structure, 'TD')[0]).toMatchObject({ span: { rows: 2 } });
    expect(nodesOf(laid.structure, 'THead')[0]!.children).toHaveLength(2);
  });

  it('draws no rule through a cell that goes on', () => {
    const rules = laid.pages[0]!.marks.flatMap((mark) =>
      mark.kind === 'shape' && 'path' in mark.outline && mark.outline.path[0]?.[0] === 'M'
        ? [mark.outline.path]
        : [],
    );
    const between = rules.filter(
      ([start]) => start![0] === 'M' && start![2] > at('one').y && start![2] < at('three').y,
    );
    expect(between).toHaveLength(1);
    expect(between[0]![0]![1]).toBeGreaterThan(at('Hull').x + at('Hull').width);
  });

  it('keeps the rows of such a cell on one page', () => {
    const filler = 'A line.\n\n'.repeat(38);
    for (let lines = 30; lines < 42; lines++) {
      const { laid: pages } = layOutText(`${filler.slice(0, lines * 9)}${TABLE}`);
      const pageOf = (text: string) =>
        pages.pages.findIndex(({ marks }) =>
          marks.some((mark) => mark.kind === 'text' && mark.text.trim() === text),
        );
      expect(pageOf('three')).toBe(pageOf('Hull'));
    }
  });

  it.each([
    ['more columns than any table has', '<td colspan="9999">a</td><td>b</td>'],
    ['more rows than there are', '<td rowspan="99">a</td><td>b</td>'],
    ['nothing', '<td colspan="0">a</td><td colspan="x">b</td>'],
  ])('is not put out by a cell that spans %s', (_, cells) => {
    const { laid: pages } = layOutText(`<table><tr>${cells}</tr><tr><td>c</td><td>d</td></tr></table>`);
    const words = JSON.stringify(pages.pages);
    for (const word of ['a', 'c', 'd']) expect(words).toContain(`"text":"${word}"`);
  });
});
