import { mm } from '../../pages/length.ts';

/** Text columns of narrower pages are too narrow to be divided. */
const DIVISIBLE = mm(160);
/** Pages so wide have the margins that a style says. */
const FULL_MARGINS = mm(160);
/** The margin of smaller ones, as a share of their width: 12.5 mm on A5. */
const SHARE = 0.085;
/** The least margin, in millimetres: printers do not reach the outermost 5, and a foot stands in it. */
const LEAST_MARGIN = 9;

interface SizedOptions {
  readonly columns: number;
  readonly 'margin-column': number;
  readonly margin?: number | undefined;
  readonly measure?: number | undefined;
  readonly fit?: { readonly each: 'document' | 'section' } | undefined;
}

/**
 * What a product asks of pages, for pages that are smaller than its paper: one column where two would be too narrow,
 * and narrower margins on small pages. Type keeps its size, so the text may fill more pages than the product says.
 */
export function onSmallPages<W extends SizedOptions>(options: W, size: { width: number }): W {
  return {
    ...options,
    ...(size.width < DIVISIBLE && { columns: 1, 'margin-column': 0, measure: undefined }),
    ...(size.width < FULL_MARGINS && { margin: options.margin ?? marginOn(size) }),
    ...(options.fit?.each === 'document' && { fit: undefined }),
  };
}

/** To half a millimetre. */
const marginOn = ({ width }: { width: number }) =>
  Math.max(LEAST_MARGIN, Math.round(((width / mm(1)) * SHARE) / 0.5) * 0.5);
