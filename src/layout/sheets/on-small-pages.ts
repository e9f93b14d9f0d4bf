import { mm } from '../../pages/length.ts';

/** Narrower pages have room for only one column; in points. */
const DIVISIBLE = mm(160);
/** Pages at least this wide have the style’s margins; in points. */
const FULL_MARGINS = mm(160);
/** The margin of smaller pages, as a share of their width: 12.5 mm on A5. */
const SHARE = 0.085;
/** The least margin, in millimetres: printers do not reach the outermost 5 mm, and the foot needs room. */
const LEAST_MARGIN = 9;

interface SizedOptions {
  readonly columns: number;
  readonly 'margin-column': number;
  readonly margin?: number | undefined;
  readonly measure?: number | undefined;
  readonly fit?: { readonly each: 'document' | 'section' } | undefined;
}

/**
 * Adapts a product’s page options to pages smaller than its paper: one column if two would be too narrow, and narrower
 * margins on small pages. Type keeps its size, so the text may fill more pages than the product asks for.
 * @param size the size of the pages, in points
 */
export function onSmallPages<W extends SizedOptions>(options: W, size: { width: number }): W {
  return {
    ...options,
    ...(size.width < DIVISIBLE && { columns: 1, 'margin-column': 0, measure: undefined }),
    ...(size.width < FULL_MARGINS && { margin: options.margin ?? marginOn(size) }),
    ...(options.fit?.each === 'document' && { fit: undefined }),
  };
}

/** Gives the margin in millimetres, rounded to half a millimetre. */
const marginOn = ({ width }: { width: number }) =>
  Math.max(LEAST_MARGIN, Math.round(((width / mm(1)) * SHARE) / 0.5) * 0.5);
