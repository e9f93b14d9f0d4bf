import { describe, expect, it } from 'vitest';
import { layOutFolder, layOutPack } from '../support.ts';

const bankOf = (documents: ReturnType<typeof layOutPack>['documents']) =>
  documents.find(({ draft }) => draft.product === 'quotation-bank')?.draft.blocks[0];

/** The words of each box, and those that are underlined. */
function boxesOf(documents: ReturnType<typeof layOutPack>['documents']) {
  const board = bankOf(documents);
  if (board?.kind !== 'board') return [];
  return board.boxes.map(({ title, blocks }) => ({
    title: JSON.stringify(title.text.map((one) => (one.kind === 'text' ? one.text : ''))),
    entries: blocks.flatMap((block) =>
      block.kind !== 'definitions'
        ? []
        : block.items.map(({ definitions }) => {
            const [paragraph] = definitions[0]!;
            const runs = paragraph?.kind === 'paragraph' ? paragraph.text : [];
            const text = (all: typeof runs) =>
              all.map((one) => (one.kind === 'text' ? one.text : '')).join('');
            return {
              text: text(runs),
              zoom: text(runs.filter((one) => one.kind === 'text' && one.underline)),
            };
          }),
    ),
  }));
}

const QUOTATIONS = `## one
speaker: ada
themes: [light, dark]
chapter: 1
provenance: book
zoom: lit

The extraordinary lamp is lit.

## two
speaker: ada
themes: [dark]
chapter: 1
provenance: book

Nothing glimmers, Ada said.

## three
speaker: ada
chapter: 1
provenance: book

So it is.

## four
speaker: ada
themes: [dark]
provenance: unverified

I never said that.
`;

describe('the quotation bank', () => {
  const pack = {
    'book.md': '---\ntitle: The Lamp\nauthor: A. Writer\npublished: 1900\n---\n',
    'chapters.md': '## 1\ntitle: The lamp\n\nIt is lit.\n',
    'characters.md': '## Ada\nrole: minor\nclaim: Ada lights it.\n\nShe does.\n',
    'themes.md': '## Light\nclaim: It is.\n\nSo.\n\n## Dark\nclaim: It is not.\n\nNo.\n',
    'quotations.md': QUOTATIONS,
  };
  const { documents } = layOutPack(pack, { products: ['quotation-bank'] });
  const boxes = boxesOf(documents);

  it('prints each sound quotation once, under its first theme', () => {
    expect(boxes.map(({ title, entries }) => [title, entries.map(({ text }) => text)])).toEqual([
      ['["Light"]', ['“The extraordinary lamp is lit.”\u2002Ada, chapter\u00A01']],
      ['["Dark"]', ['“Nothing glimmers, Ada said.”\u2002Ada, chapter\u00A01']],
      ['["Other quotations"]', ['“So it is.”\u2002Ada, chapter\u00A01']],
      // So few would leave most of the page white.
      ['["Your notes"]', []],
    ]);
  });

  it('underlines the word that the author names, or a long one that is no name', () => {
    expect(boxes.flatMap(({ entries }) => entries.map(({ zoom }) => zoom))).toEqual(['lit', 'glimmers', '']);
  });

  it('is left out, and named, if a pack has two quotations', () => {
    const leftOut: string[] = [];
    const some = { ...pack, 'quotations.md': QUOTATIONS.slice(0, QUOTATIONS.indexOf('## three')) };
    const made = layOutPack(some, { onLeftOut: ({ product }) => void leftOut.push(product) }).documents;
    expect(bankOf(made)).toBeUndefined();
    expect(leftOut).toContain('quotation-bank');
  });

  it('takes about as many from each theme if one page cannot hold all', () => {
    const { documents: whole } = layOutFolder('content/never-let-me-go', { products: ['quotation-bank'] });
    const counts = boxesOf(whole).map(({ entries }) => entries.length);
    expect(counts).toHaveLength(4);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(5);
    expect(whole[0]!.pages.pages).toHaveLength(1);
  });
});
