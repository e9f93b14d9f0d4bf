import { beforeAll, describe, expect, it } from 'vitest';
import { sourceTexts } from '../../src/blocks/source-texts.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { ReadSource } from '../../src/exchange/in/format-in.ts';
import { readHtml } from '../../src/exchange/in/html/read-html.ts';
import type { Imported } from '../../src/exchange/in/imported.ts';
import { readDocx } from '../../src/exchange/in/word/read-docx.ts';
import type { WriteOut } from '../../src/exchange/out/format-out.ts';
import { writeWebPage } from '../../src/exchange/out/html/write-web-page.ts';
import type { ProductOut } from '../../src/exchange/out/product-out.ts';
import { writeWord } from '../../src/exchange/out/word/write-word.ts';
import { readBlocks } from '../read-blocks.ts';
import { productsOf } from './out/product-out.ts';
import { wordsOf } from './out/products/written-text.ts';
import { plainOf } from './plain-of.ts';

let handout: ProductOut;
let paper: ProductOut;
beforeAll(async () => {
  handout = (await productsOf('tests/packs/optics', 'handout'))[1]!;
  paper = (await productsOf('tests/packs/optics', 'exam-paper'))[0]!;
});

/** What was exported, imported again. */
async function again(product: ProductOut, write: WriteOut<ProductOut>, read: ReadSource): Promise<Imported> {
  const { bytes } = await write(product);
  const report = createReport();
  const text = new TextDecoder().decode(bytes);
  const imported = await read({ path: 'source', bytes, text, files: [] }, report);
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return imported!;
}

/** All words that came in, and those that are named as lost. */
const wordsIn = ({ about, entries, losses }: Imported): ReadonlySet<string> =>
  new Set(
    [
      about.title ?? '',
      about.intro ?? '',
      ...entries.flatMap(({ name, fields, body }) => [name, body, JSON.stringify(fields)]),
      ...losses.map(({ text }) => text),
    ].flatMap((text) => wordsOf(text.replaceAll('\\', ''))),
  );

const MARKDOWN = `# Light

It goes **straight** on, as *Ibn al-Haytham* saw.[^1]

## What it does

- It travels:
  1. in air,
  2. in water.
- It turns back.

> Light has not turned a corner to oblige us.

| Thing | Light |
|:------|------:|
| Wall | 0 |
| Glass | 1 |

## Questions

1. Why is the shadow of a bird soft?
2. Where must you stand to see no shadow?

[^1]: In his book on optics.
`;

describe.each<[string, WriteOut<ProductOut>, ReadSource]>([
  ['Word', writeWord, readDocx],
  ['a web page', writeWebPage, (source) => readHtml(source)],
])('a product in %s', (_, write, read) => {
  it('comes in again with its title, headings, lists, tables, quotations, questions and notes', async () => {
    const { about, entries } = await again({ ...handout, blocks: readBlocks(MARKDOWN).blocks }, write, read);
    expect(about.title).toBe('Light');
    expect(about.intro).toContain('It goes **straight** on, as *Ibn al-Haytham* saw.');
    const part = entries.find(({ name }) => name === 'What it does')!;
    expect(part.body).toContain('- It travels:\n  1. in air,\n  2. in water.\n- It turns back.');
    expect(part.body).toMatch(/\| Thing \| Light \|\n.*\n\| Wall \| 0 \|\n\| Glass \| 1 \|/);
    const asked = entries.filter(({ kind }) => kind === 'items').map(({ name }) => plainOf(name));
    expect(asked).toEqual(['Why is the shadow of a bird soft?', 'Where must you stand to see no shadow?']);
    const all = [about.intro, ...entries.map(({ body }) => body)].join('\n');
    expect(all).toContain('Light has not turned a corner to oblige us.');
    expect(all).toContain('In his book on optics.');
  });

  it('of a pack comes in again with all its words, but for those that are named', async () => {
    for (const product of [handout, paper]) {
      const came = wordsIn(await again(product, write, read));
      const lost = sourceTexts(product.blocks)
        .flatMap(wordsOf)
        .filter((word) => !came.has(word));
      expect(lost, product.id).toEqual([]);
    }
  });
});

it('has options as a list of their own in Word, below their question', async () => {
  const { entries } = await again(paper, writeWord, readDocx);
  const all = entries.map(({ body }) => body).join('\n');
  expect(all).toContain('\n\n1. A candle\n2. The sun\n3. A mirror\n4. The moon\n\n');
});
