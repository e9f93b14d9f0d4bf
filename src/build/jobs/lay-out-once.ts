import type { Report } from '../../diagnostics/report.ts';
import { NO_MEMORY, type Stage } from '../memory/stage-memory.ts';
import type { BuildOptions } from './build-options.ts';
import type { PackDraft } from './draft.ts';
import { type LaidSheets, layOutDraft } from './lay-out-draft.ts';

/** Remembered by the number of pages: those of a few large packs. */
const PAGES: Stage<LaidSheets> = { name: 'pages', most: 1500, weigh: ({ pages }) => pages.pages.length };

/**
 * Lays out one file of a pack, unless an earlier build laid out the same.
 * @returns its pages, how they are imposed, and a hash of everything that they are made from
 */
export function layOutOnce(
  draft: PackDraft,
  options: BuildOptions,
  report: Report,
): LaidSheets & { key: string } {
  const { memory = NO_MEMORY } = options;
  const key = memory.hash(inputsOf(draft, options));
  const lay = (found: Report) => layOutDraft(draft, options, found);
  return { ...memory.recall(PAGES, key, lay, report, draft.name), key };
}

/** Everything that a file's pages depend on, but for the fonts, as plain data. Its key stands for its blocks and pictures. */
function inputsOf(draft: PackDraft, { products, impose, offset, press }: BuildOptions): unknown {
  const { key, name, title, product, page, furniture, imposition, style, paper, copy } = draft;
  const isPress = press !== undefined;
  return {
    ...{ key, name, title, product, page, furniture, imposition, style, paper, copy },
    ...{ impose, offset, isPress, isNamed: products.includes(product) },
  };
}
