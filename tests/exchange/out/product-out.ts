import { exportPack } from '../../../src/build/exporting/export-pack.ts';
import { readPackSources, readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import type { FormatOut } from '../../../src/exchange/out/format-out.ts';
import type { ProductOut } from '../../../src/exchange/out/product-out.ts';
import { options, textOf } from '../../support.ts';

const known = new Map<string, readonly ProductOut[]>();

/** The files of a product of the pack in a folder, as formats are handed them. */
export async function productsOf(folder: string, product: string): Promise<readonly ProductOut[]> {
  const key = `${folder} ${product}`;
  const handed: ProductOut[] = [];
  const format: FormatOut = {
    name: 'listing',
    exports: 'product',
    extension: '.txt',
    title: 'a listing',
    load: async () => (one) => {
      handed.push(one);
      return { bytes: new Uint8Array(), losses: [] };
    },
  };
  if (!known.has(key)) {
    const report = createReport(textOf);
    const [source] = readPackSources([folder], 'content', report);
    await exportPack(source!, readTemplateSet(report), [format], options({ products: [product] }), report);
    if (report.failed()) throw new Error(JSON.stringify(report.diagnostics));
    known.set(key, handed);
  }
  return known.get(key)!;
}
