import { describe, expect, it } from 'vitest';
import { exportPack } from '../../src/build/exporting/export-pack.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { FormatOut } from '../../src/exchange/out/format-out.ts';
import type { ProductOut } from '../../src/exchange/out/product-out.ts';
import { options, textOf } from '../support.ts';

/** A format that writes what it is handed of a product. */
function listing(): { format: FormatOut; handed: ProductOut[] } {
  const handed: ProductOut[] = [];
  const format: FormatOut = {
    name: 'listing',
    exports: 'product',
    extension: '.txt',
    title: 'a listing',
    load: async () => (product) => {
      handed.push(product);
      const at = { file: product.path, line: 1, column: 1 };
      return {
        bytes: new TextEncoder().encode(product.title),
        losses: [{ what: 'all of it', text: '', at }],
      };
    },
  };
  return { format, handed };
}

async function exported(product: string) {
  const report = createReport(textOf);
  const { format, handed } = listing();
  const [source] = readPackSources(['tests/packs/optics'], 'content', report);
  const files = await exportPack(
    source!,
    readTemplateSet(report),
    [format],
    options({ products: [product] }),
    report,
  );
  return { files, handed, report };
}

describe('a product', () => {
  it('is exported file by file, under the names of its PDFs', async () => {
    const { files, report } = await exported('handout');
    expect(files.map(({ path }) => path)).toEqual([
      'optics/handout/reflection.txt',
      'optics/handout/straight-lines.txt',
    ]);
    expect(report.failed()).toBe(false);
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'export-loss', message: 'Not carried over to a listing: all of it.' }),
    );
  });

  it('hands over blocks, and what other programs know of its style, paper, head and foot', async () => {
    const { handed } = await exported('handout');
    const [first] = handed;
    expect(first).toMatchObject({
      author: 'A. Teacher',
      lang: 'en-GB',
      date: new Date('2026-02-03T00:00:00Z'),
      id: 'optics/handout/reflection',
      path: 'templates/handout.md.hbs',
      paper: { name: 'a4' },
      imposition: undefined,
      page: { 'foot-right': expect.stringContaining('{page}') },
      furniture: { values: { pack: 'Light & Shadow', product: 'Handout' } },
    });
    expect(first!.blocks.length).toBeGreaterThan(3);
    expect(first!.style['body-size']).toBeGreaterThan(8);
    expect(first!.furniture).not.toHaveProperty('logo');
  });

  it('says how its pages would be put on sheets, for cards', async () => {
    const { handed } = await exported('vocabulary-cards');
    expect(handed[0]).toMatchObject({ imposition: 'cards', page: { fit: { pages: 1 } } });
  });

  it('that the pack has nothing for is an error, and so is one that is no product', async () => {
    for (const [product, code] of [
      ['character-map', 'nothing-to-print'],
      ['handoutt', 'product-unknown'],
      ['print-list', 'export-refused'],
    ] as const) {
      const { files, report } = await exported(product);
      expect(files).toEqual([]);
      expect(report.diagnostics.map((finding) => finding.code)).toContain(code);
      expect(report.failed()).toBe(true);
    }
  });
});
