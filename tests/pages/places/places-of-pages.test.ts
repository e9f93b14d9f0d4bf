import { describe, expect, it } from 'vitest';
import { boundsOf, placedBox } from '../../../src/pages/bounds-of.ts';
import type { Laid } from '../../../src/pages/laid.ts';
import type { Box, Mark } from '../../../src/pages/page.ts';
import { nearestPlace } from '../../../src/pages/places/nearest-place.ts';
import { partsOfLine } from '../../../src/pages/places/parts-of-line.ts';
import { placesOfPages } from '../../../src/pages/places/places-of-pages.ts';
import { layOutPack } from '../../support.ts';

const LONG = 'The water rises in the valley and nobody says a word about it until the evening. '.repeat(90);

/** A theme whose handout has a paragraph of more than a page, a table, and a word beside its text. */
const texts = {
  'themes/water.md': `---
name: Water
claim: Water goes round.
vocabulary: [vapour]
---

${LONG}

| What | When |
|:--|:--|
| Rain | In autumn |
| Snow | In winter |
`,
  'vocabulary.md': '# Words\n\n## vapour\n\nWater in the air.\n',
  'items.md': `# Questions

## What does the sun do to the sea?
id: sun
themes: water
kind: short
marks: 2

It warms it.

## Where does rain come from?
id: rain
themes: water
kind: short
marks: 2

From clouds.
`,
};

const printed = (product: string, more: object = {}): Laid => {
  const { report, documents } = layOutPack(texts, { products: [product], ...more });
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return documents[0]!.pages;
};

/** The texts of a page with where they are on it, those in groups too. */
function textsOn(marks: readonly Mark[], toPage = (box: Box) => box): { text: string; box: Box }[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'group') return textsOn(mark.marks, (box) => toPage(placedBox(mark, box)));
    return mark.kind === 'text' && 'slot' in mark.structureRef
      ? [{ text: mark.text, box: toPage(boundsOf(mark)) }]
      : [];
  });
}

/** Gives where a text was written, by a click on its middle. */
function placeOf(laid: Laid, sought: string): string | undefined {
  const places = placesOfPages(laid);
  for (const [page, { marks }] of laid.pages.entries())
    for (const { text, box } of textsOn(marks)) {
      if (!text.includes(sought)) continue;
      const at = nearestPlace(places[page]!, box.x + box.width / 2, box.y + box.height / 2);
      return at && `${at.file}:${at.line}`;
    }
  return 'not printed';
}

describe('places of pages', () => {
  it('lead from an entry on its handout to its lines', () => {
    const handout = printed('handout');
    expect(placeOf(handout, 'Water goes')).toBe('demo/themes/water.md:3');
    expect(placeOf(handout, 'The water rises')).toBe('demo/themes/water.md:7');
    // Beside the text, from another file.
    expect(placeOf(handout, 'Water in the')).toBe('demo/vocabulary.md:3');
  });

  it('lead from a cell of a table to its row', () => {
    expect(placeOf(printed('handout'), 'In autumn')).toBe('demo/themes/water.md:11');
    expect(placeOf(printed('handout'), 'Snow')).toBe('demo/themes/water.md:12');
  });

  it('lead from a question of a worksheet, and from the lines below it, to the question', () => {
    const worksheet = printed('worksheet');
    expect(placeOf(worksheet, 'What does the sun')).toBe('demo/items.md:3');
    const places = placesOfPages(worksheet)[0]!;
    const stem = textsOn(worksheet.pages[0]!.marks).find(({ text }) => text.includes('What does the sun'))!;
    const below = nearestPlace(places, stem.box.x + 20, stem.box.y + stem.box.height + 25);
    expect(below && `${below.file}:${below.line}`).toBe('demo/items.md:3');
  });

  it('has a part on each page that a paragraph fills', () => {
    const handout = printed('handout');
    const parts = partsOfLine(placesOfPages(handout), 'demo/themes/water.md', 7);
    const pages = parts.map(({ page }) => page);
    expect(pages).toEqual([...new Set(pages)]);
    expect(pages.length).toBeGreaterThan(1);
    for (const { box } of parts) expect(box.height).toBeGreaterThan(40);
  });

  it('finds a line by the text that it is part of, and nothing for a file that is not printed', () => {
    const places = placesOfPages(printed('worksheet'));
    // The kind of the question, below its heading.
    expect(partsOfLine(places, 'demo/items.md', 6)).toEqual(partsOfLine(places, 'demo/items.md', 3));
    expect(partsOfLine(places, 'demo/items.md', 6).length).toBeGreaterThan(0);
    expect(partsOfLine(places, 'demo/items.md', 1)).toEqual([]);
    expect(partsOfLine(places, 'demo/other.md', 3)).toEqual([]);
  });

  it.each(['booklet', '2-up', 'poster'])('follow the pages onto the sheets of a %s', (impose) => {
    const sheets = printed('handout', { impose });
    const places = placesOfPages(sheets);
    for (const [page, { marks }] of sheets.pages.entries())
      for (const { text, box } of textsOn(marks)) {
        if (text.trim() === '') continue;
        const at = nearestPlace(places[page]!, box.x + box.width / 2, box.y + box.height / 2);
        if (text.includes('The water')) expect(at?.file).toBe('demo/themes/water.md');
        expect(at, text).toBeDefined();
      }
    expect(partsOfLine(places, 'demo/themes/water.md', 7).length).toBeGreaterThan(1);
  });

  it('keeps two columns of a paragraph apart', () => {
    const at = { file: 'a.md', line: 1, column: 1 };
    const text = (x: number, y: number): Mark => ({
      kind: 'text',
      structureRef: { slot: 0 },
      x,
      y,
      text: 'word',
      face: 'body',
      size: 10,
      colour: 0,
      wordSpace: 0,
      letterSpace: 0,
      width: 100,
    });
    const all = { x: 0, y: 0, width: 300, height: 100 };
    const marks = [text(10, 20), text(10, 33), text(10, 46), text(150, 20), text(250, 20), text(150, 33)];
    const laid: Laid = {
      pages: [{ width: 300, height: 100, boxes: { trim: all, bleed: all, crop: all }, label: '1', marks }],
      structure: { node: 0, role: 'Document', children: [{ slot: 0, at }] },
      outline: [],
      destinations: {},
      images: [],
    };
    // Boxes of text reach a size above the baseline, and 0.35 of it below: 20 - 10 and 46 + 3.5.
    expect(placesOfPages(laid)).toEqual([
      [
        { at, box: { x: 10, y: 10, width: 100, height: 39.5 } },
        { at, box: { x: 150, y: 10, width: 200, height: 26.5 } },
      ],
    ]);
    expect(nearestPlace(placesOfPages(laid)[0]!, 120, 20)).toEqual(at);
  });

  it('survive as plain data', () => {
    const handout = printed('handout');
    expect(placesOfPages(JSON.parse(JSON.stringify(handout)))).toEqual(placesOfPages(handout));
  });
});
