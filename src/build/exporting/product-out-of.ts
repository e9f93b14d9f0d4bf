import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { ProductOut } from '../../exchange/product-out.ts';
import { impositionOf } from '../../templates/imposition.ts';
import type { PackDraft } from '../jobs/draft.ts';
import type { OpenPack } from '../jobs/opening/open-pack.ts';

/** What other programs are handed of a file that has been drafted. */
export function productOutOf(draft: PackDraft, open: OpenPack): ProductOut {
  const { about } = draft.pack;
  const { logo } = open.source;
  return {
    product: draft.product,
    title: draft.title,
    author: about.fields.author,
    lang: about.fields.lang,
    words: draft.words,
    date: about.fields.date,
    id: draft.name,
    path: draft.job.product.path,
    blocks: draft.blocks,
    paper: draft.paper,
    style: draft.style,
    furniture: furnitureOf(draft),
    cover: draft.page.cover,
    imposition: draft.imposition && impositionOf(draft.imposition.as).as,
    isFitted: draft.page.fit !== undefined,
    pictures: draft.pictures,
    pictureFiles: open.source.pictures,
    logo: logo && { ...logo, path: logo.path.replaceAll('\\', '/') },
  };
}

/** The separator between two parts of a corner’s text. */
const BETWEEN = ' · ';

/** Tokens that are left for the program that makes pages. */
const OF_PAGES = ['page', 'pages'];

/**
 * The texts at the head and foot of pages. Tokens that only layout could fill in, such as the section of a page, are left out
 * with the part of the text that they are in.
 */
function furnitureOf({ page, furniture: { values, mark } }: PackDraft): ProductOut['furniture'] {
  const filled = (text: string) =>
    text
      .split(BETWEEN)
      .map((part) =>
        part.replace(/\{([a-z-]+)\}/g, (whole, token: string) =>
          OF_PAGES.includes(token) ? whole : (ownValue<string | undefined>(values, token) ?? ''),
        ),
      )
      .filter((part) => part !== '')
      .join(BETWEEN);
  const none = { 'head-left': '', 'head-right': '', 'foot-left': '', 'foot-right': '' };
  if (!page.furniture) return none;
  return {
    'head-left': filled(page['head-left']),
    'head-right': filled(page['head-right']),
    'foot-left': [mark, filled(page['foot-left'])].filter(Boolean).join(BETWEEN),
    'foot-right': filled(page['foot-right']),
  };
}
