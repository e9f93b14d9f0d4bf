import { draftJob } from '../../build/jobs/draft-job.ts';
import type { OpenPack } from '../../build/jobs/opening/open-pack.ts';
import { groupBy } from '../../diagnostics/collections/group-by.ts';
import { createReport } from '../../diagnostics/report.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import { type LeftOut, lackingFor } from '../../templates/lacking-for.ts';
import { isForTeachers, type Job, outputName } from '../../templates/plan-jobs.ts';

/** What a pack can be printed as. */
export interface Catalogue {
  readonly products: readonly CatalogueProduct[];
  /** Products that the pack has too little for. */
  readonly leftOut: readonly LeftOut[];
}

export interface CatalogueProduct {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: 'pupils' | 'teachers' | 'on-request';
  readonly files: readonly CatalogueFile[];
}

export interface CatalogueFile {
  /** The name of its job. */
  readonly name: string;
  readonly title: string;
}

const catalogues = new WeakMap<OpenPack, Catalogue>();

/** Lists what a pack can be printed as. Products that find nothing of their kind in it are not listed. */
export function catalogueOf(open: OpenPack, fonts: ShapingFontBook): Catalogue {
  const known = catalogues.get(open) ?? makeCatalogue(open, fonts);
  catalogues.set(open, known);
  return known;
}

function makeCatalogue(open: OpenPack, fonts: ShapingFontBook): Catalogue {
  const products = groupBy([...open.jobs, ...open.onRequest], ({ product }) => product);
  const requested = new Set(open.onRequest.map(({ product }) => product));
  const leftOut: LeftOut[] = [];
  const listed = [...products].flatMap(([product, jobs]): CatalogueProduct[] => {
    const lacking = lackingFor(product, open.pack);
    if (lacking) leftOut.push(lacking);
    if (lacking || !jobs.some((job) => hasContent(open, job, fonts))) return [];
    const { title, description } = product.settings;
    const group = requested.has(product) ? 'on-request' : jobs.every(isForTeachers) ? 'teachers' : 'pupils';
    const files = jobs.map((job) => ({ name: job.name, title: fileTitle(job, open) }));
    return [{ name: product.name, title, description, group, files }];
  });
  return { products: listed, leftOut };
}

/** The title of a file among those of its product. */
export function fileTitle(job: Job, { words }: OpenPack): string {
  const parts = [job.entry?.name, outputName(job, words)].filter((part) => part !== undefined);
  const title = parts.length > 0 ? parts.join(', ') : job.product.settings.title;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Whether a job prints anything. A print list does if anything else does. */
function hasContent(open: OpenPack, job: Job, fonts: ShapingFontBook): boolean {
  if (job.product.settings['print-list']) return true;
  const report = createReport();
  const draft = draftJob(open, job, { fonts }, report);
  // What is wrong with it is shown with its pages.
  return report.failed() || (draft !== undefined && draft.blocks.length > 0);
}
