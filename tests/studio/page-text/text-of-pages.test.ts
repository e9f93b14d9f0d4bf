import { describe, expect, it } from 'vitest';
import type { Laid, StructureNode } from '../../../src/pages/laid.ts';
import type { Mark } from '../../../src/pages/page.ts';
import { textOfPages } from '../../../src/studio/page-text/text-of-pages.ts';
import { layOutFolder, layOutPack } from '../../support.ts';

const LONG = 'The water rises in the valley and nobody says a word about it until the evening. '.repeat(60);

const themes = `---
name: Water & ice
claim: Water goes <round>.
---

### What it does

1. It rises.
2. It *falls*.

| What | When |
|:--|:--|
| Rain | In autumn |
| Snow | |

${LONG}
`;

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '|')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The text of a page's marks that are content, in the order of painting. */
function printedOn(marks: readonly Mark[]): string {
  return marks
    .flatMap((mark) =>
      mark.kind === 'group'
        ? [printedOn(mark.marks)]
        : mark.kind === 'text' && 'slot' in mark.structureRef
          ? [mark.text]
          : [],
    )
    .join(' ');
}

const lettersIn = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');

/** The alternatives of figures and words, which are read in place of what is printed. */
const isReplaced = (node: StructureNode): boolean =>
  node.alt !== undefined ||
  node.actualText !== undefined ||
  node.children.some((child) => 'role' in child && isReplaced(child));

describe('the text of pages', () => {
  const { documents } = layOutPack({ 'themes/water.md': themes }, { products: ['handout'] });
  const laid = documents[0]!.pages;
  const [first = '', second = ''] = textOfPages(laid, 'en-GB');

  it('has headings below those of the screen, lists with their labels, and tables with headers', () => {
    expect(first).toContain('<h2>Water &amp; ice</h2>');
    expect(first).toContain('Water goes &lt;round&gt;.');
    expect(first).toMatch(/<ul role="list"><li><span class="label">1\.<\/span> .*It rises\./);
    expect(first).toMatch(/<thead><tr><th scope="col">What<\/th><th scope="col">When<\/th><\/tr><\/thead>/);
    expect(first).toMatch(/<tr><td>Rain<\/td><td>In autumn<\/td><\/tr><tr><td>Snow<\/td><td><\/td><\/tr>/);
    expect(first.startsWith('<div lang="en-GB">')).toBe(true);
  });

  it('divides a paragraph as its pages do', () => {
    expect(laid.pages).toHaveLength(2);
    const words = (html: string) => textOf(html).match(/The water/g)?.length ?? 0;
    expect(words(first)).toBeGreaterThan(0);
    expect(words(second)).toBeGreaterThan(0);
    expect(`${textOf(first)} ${textOf(second)}`.match(/until the evening/g)).toHaveLength(60);
  });

  it('says that nothing is on a page', () => {
    const blank = { ...laid.pages[0]!, marks: [] };
    expect(textOfPages({ ...laid, pages: [blank] }, 'en')).toEqual([
      '<div lang="en"><p>Nothing is printed on this page.</p></div>',
    ]);
  });

  it('follows pages onto sheets', () => {
    const { documents: booklets } = layOutPack(
      { 'themes/water.md': themes },
      { products: ['handout'], impose: 'booklet' },
    );
    const sheets = textOfPages(booklets[0]!.pages, 'en').map(textOf).join(' ');
    expect(sheets.match(/until the evening/g)).toHaveLength(60);
  });

  it('repeats headers, and says what pictures show', () => {
    const text = (slot: number, word: string): Mark => ({
      kind: 'text',
      structureRef: { slot },
      x: 0,
      y: 10,
      text: word,
      face: 'body',
      size: 10,
      colour: 0,
      wordSpace: 0,
      letterSpace: 0,
      width: 20,
    });
    const all = { x: 0, y: 0, width: 100, height: 100 };
    const page = (...marks: Mark[]) => ({
      width: 100,
      height: 100,
      boxes: { trim: all, bleed: all, crop: all },
      label: '1',
      marks,
    });
    const cell = (node: number, role: 'TH' | 'TD', slot: number): StructureNode => ({
      node,
      role,
      children: [{ slot }],
    });
    const two: Laid = {
      pages: [
        page(text(0, 'Head'), text(1, 'card\u00AD'), text(1, 'board')),
        page(text(2, 'Two'), text(3, 'a letter')),
      ],
      structure: {
        node: 0,
        role: 'Document',
        children: [
          {
            node: 1,
            role: 'Table',
            children: [
              { node: 2, role: 'THead', children: [{ node: 3, role: 'TR', children: [cell(4, 'TH', 0)] }] },
              {
                node: 5,
                role: 'TBody',
                children: [
                  { node: 6, role: 'TR', children: [cell(7, 'TD', 1)] },
                  { node: 8, role: 'TR', children: [cell(9, 'TD', 2)] },
                ],
              },
            ],
          },
          {
            node: 10,
            role: 'P',
            lang: 'fr',
            children: [{ node: 11, role: 'Figure', alt: 'A "map"', children: [{ slot: 3 }] }],
          },
        ],
      },
      outline: [],
      destinations: {},
      images: [],
    };
    const head = '<thead><tr><th>Head</th></tr></thead>';
    expect(textOfPages(two, 'en')).toEqual([
      `<div lang="en"><table>${head}<tbody><tr><td>cardboard</td></tr></tbody></table></div>`,
      `<div lang="en"><table>${head}<tbody><tr><td>Two</td></tr></tbody></table><p lang="fr"><span class="picture">Picture: A &quot;map&quot;</span></p></div>`,
    ]);
  });

  it('has every letter that is printed, and no other', () => {
    const products = ['handout', 'worksheet', 'exam-paper', 'timeline', 'character-cards', 'quote-cards'];
    const checked = layOutFolder('tests/packs/the-open-harbour', { products }).documents.flatMap(
      ({ draft, pages }) => {
        const texts = textOfPages(pages, 'en');
        // Headers of tables are on each page here, and content only once in print.
        return isReplaced(pages.structure) || texts.join('').includes('<thead>')
          ? []
          : [{ draft, pages, texts }];
      },
    );
    expect(checked.length).toBeGreaterThan(1);
    for (const { draft, pages, texts } of checked)
      for (const [index, { marks }] of pages.pages.entries())
        if (printedOn(marks) !== '')
          expect(lettersIn(textOf(texts[index]!)), `${draft.name} ${index + 1}`).toBe(
            lettersIn(printedOn(marks)),
          );
  });
});
