import { describe, expect, it } from 'vitest';
import type { StructureNode } from '../../src/pages/laid.ts';
import { layOutPack } from '../support.ts';

const ITEMS = `## Which of these makes its own light?
id: tick
kind: multiple-choice
marks: 1

- [x] A lamp
- A mirror

It glows.

## True or false?
id: claims
kind: true-false

- [x] The sun gives light.
- [ ] The moon gives light.

The moon reflects it.

## Read the text, and answer.
id: parts

A short text:

a) with a letter that its author typed
b) and another

### (a) Name one thing.
marks: 1

A lamp.

### (b) Go on.

#### (i) Name another.
marks: 1

A fire.

#### (ii) Name a third.
marks: 2

The sun.
`;
const PAPER =
  '---\ntitle: Test\nduration: 10\nseed: 1\nsections:\n  - title: Section A\n    items: [tick, claims, parts]\n    shuffle: no\n---\n';

/** What is tagged, a line each: headings with their levels, lists with their kinds, tables with their kinds of cell. */
function outlineOf(node: StructureNode): string[] {
  const inner = node.children.flatMap((child) => ('role' in child ? outlineOf(child) : []));
  const { role, actualText, numbering } = node;
  if (role.startsWith('H')) return [`${role} ${actualText ?? ''}`.trim()];
  if (role === 'L') return [`L ${numbering}`, ...inner];
  if (role === 'TR') return [`TR ${cellsOf(node)}`];
  return inner;
}

const cellsOf = ({ children }: StructureNode): string =>
  children.flatMap((cell) => ('role' in cell ? [`${cell.role}${cell.span?.columns ?? ''}`] : [])).join(' ');

describe.each(['standard', 'large-print-24'])('a paper read aloud, in %s', (style) => {
  const { report, documents } = layOutPack(
    { 'items.md': ITEMS, 'papers/t.md': PAPER },
    { style, products: ['exam-paper', 'mark-scheme'] },
  );
  const outline = (product: string) =>
    outlineOf(documents.find(({ draft }) => draft.product === product)!.pages.structure);

  it('has a heading for each question and part, whose levels skip none', () => {
    expect(report.diagnostics).toEqual([]);
    const headings = outline('exam-paper').filter((line) => line.startsWith('H'));
    const from = headings.indexOf('H3 Question\u00A01');
    expect(headings.slice(from)).toEqual([
      'H3 Question\u00A01',
      'H3 Question\u00A02',
      'H3 Question\u00A03',
      'H4',
      'H4',
      'H5',
      'H5',
    ]);
  });

  it('has no list of one item, and says how options are lettered', () => {
    const lists = outline('exam-paper').filter((line) => line.startsWith('L '));
    // Instructions are none here; the options; the letters that an author typed.
    expect(lists).toEqual(['L UpperAlpha', 'L LowerAlpha']);
  });

  it('names rows by their first cells, and has no empty cell beside a total', () => {
    const rows = outline('exam-paper').filter((line) => line.startsWith('TR'));
    const claims = rows.slice(-3);
    expect(claims).toEqual(['TR TH TH TH TH', 'TR TH TD TD TD', 'TR TH TD TD TD']);
    if (style !== 'standard') return;
    // The cover: a head, a section, the total over two columns; the last cell is for the examiner.
    expect(rows.slice(0, 3)).toEqual(['TR TH TH TH TH', 'TR TH TD TD TD', 'TR TH2 TD TD']);
    // The total of question 3 goes over number, answer and guidance; its marks follow.
    expect(outline('mark-scheme').filter((line) => /^TR TH\d/.test(line))).toEqual(['TR TH3 TD']);
  });
});
