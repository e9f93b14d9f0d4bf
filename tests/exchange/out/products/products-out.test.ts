import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/blocks/block.ts';
import { sourceTexts } from '../../../../src/blocks/source-texts.ts';
import { writeEpub } from '../../../../src/exchange/out/epub/write-epub.ts';
import type { WriteOut } from '../../../../src/exchange/out/format-out.ts';
import { writeWebPage } from '../../../../src/exchange/out/html/write-web-page.ts';
import type { ProductOut } from '../../../../src/exchange/out/product-out.ts';
import { writeWord } from '../../../../src/exchange/out/word/write-word.ts';
import { productsOf } from '../product-out.ts';
import { EVERY_BLOCK } from './every-block.ts';
import { placeIn, readWord, textOfPages, wordsOf } from './written-text.ts';

const FORMATS: readonly [string, WriteOut<ProductOut>, (bytes: Uint8Array) => string][] = [
  ['Word', writeWord, (bytes) => readWord(bytes).text],
  ['a web page', writeWebPage, textOfPages],
  ['EPUB', writeEpub, textOfPages],
];

let handout: ProductOut;
let cards: ProductOut;
let guide: ProductOut;
let others: readonly ProductOut[];
beforeAll(async () => {
  const first = async (pack: string, product: string) =>
    (await productsOf(`tests/packs/${pack}`, product))[0]!;
  handout = await first('optics', 'handout');
  cards = await first('optics', 'vocabulary-cards');
  guide = await first('optics', 'reading-guide');
  others = [
    await first('optics', 'exam-paper'),
    await first('optics', 'mark-scheme'),
    await first('optics', 'knowledge-organiser'),
    await first('leaving-home', 'worksheet'),
  ];
});

/** Texts that are missing among words, or come before those of an earlier block. */
function misplaced(blocks: readonly Block[], words: readonly string[]): string[] {
  let from = 0;
  return blocks.flatMap((block) => {
    const texts = sourceTexts([block])
      .map(wordsOf)
      .filter((text) => text.length > 0);
    const places = texts.map((text) => placeIn(words, text, from));
    const lost = texts.filter((_, index) => places[index] === -1);
    const found = places.filter((place) => place >= 0);
    if (found.length > 0) from = Math.min(...found);
    return lost.map((text) => text.join(' '));
  });
}

/** A document with each kind of block, and what is read of it. */
const EVERY = Object.values(EVERY_BLOCK);
const everyBlock = EVERY.flatMap(({ blocks }) => blocks);
const everyWord = EVERY.flatMap(({ words }) => words);

/** Words that are not among others after the one before them. */
function notInOrder(sought: readonly string[], words: readonly string[]): string[] {
  let from = 0;
  return sought.filter((word) => {
    const place = placeIn(words, wordsOf(word), from);
    from = Math.max(from, place + 1);
    return place === -1;
  });
}

describe.each(FORMATS)('%s', (_, write, read) => {
  it('has the words of each kind of block, in order', async () => {
    const { bytes } = await write({ ...handout, blocks: everyBlock });
    const text = read(bytes);
    expect(notInOrder(everyWord, wordsOf(text))).toEqual([]);
    for (const alt of ['India', 'A kilogram of letters', 'How Lima leads to London', 'A hill in the mist'])
      expect(text).toContain(alt);
    const again = await write({ ...handout, blocks: everyBlock });
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('has all texts of products, in the order of their blocks, and names what is lost', async () => {
    // A book has a cover, which takes time to draw.
    for (const product of write === writeEpub ? [guide] : [guide, handout, cards, ...others]) {
      const { bytes, losses } = await write(product);
      expect(misplaced(product.blocks, wordsOf(read(bytes))), product.id).toEqual([]);
      const all = losses.filter(({ at }) => at.file === product.path).map(({ what }) => what);
      expect(all.includes('that type is made smaller or larger until it fits its page')).toBe(
        product.page.fit !== undefined,
      );
      expect(all.some((what) => what.includes('booklet'))).toBe(product.imposition === 'booklet');
      expect(all.filter((what) => what.startsWith('cards to cut out'))).toHaveLength(
        product === cards ? 1 : 0,
      );
    }
  });
});
