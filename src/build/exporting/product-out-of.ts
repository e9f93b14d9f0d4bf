import type { ProductOut } from '../../exchange/out/product-out.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import { impositionOf } from '../../templates/imposition.ts';
import type { PackDraft } from '../jobs/draft.ts';

/** What other programs are handed of a file that has been drafted. */
export function productOutOf(draft: PackDraft, fonts: ShapingFontBook): ProductOut {
  const { author, lang, date } = draft.pack.about.fields;
  const { title, name, blocks, words, language, style, paper, page, pictures } = draft;
  const { values, logo, mark } = draft.furniture;
  return {
    title,
    author,
    lang,
    date: new Date(`${date}T00:00:00Z`),
    id: name,
    path: draft.job.product.path,
    blocks,
    words,
    language,
    style,
    fonts,
    paper,
    page,
    imposition: draft.imposition && impositionOf(draft.imposition.as).as,
    furniture: {
      values: { ...values },
      ...(logo !== undefined && { logo }),
      ...(mark !== undefined && { mark }),
    },
    pictures,
  };
}
