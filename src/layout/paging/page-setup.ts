import type { Place } from '../../diagnostics/diagnostic.ts';
import { mm } from '../../pages/length.ts';
import { bindingZone } from '../style/binding-zone.ts';
import { cardGrowth } from '../style/card-growth.ts';
import type { Style } from '../style/style.ts';

/** The pages that layout fills, and what is printed on each of them. All measurements are in points. */
export interface PageSetup {
  readonly width: number;
  readonly height: number;
  /** The inner margin is the left one, except on left-hand pages of a two-sided document. */
  readonly margins: {
    readonly inner: number;
    readonly outer: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly columns: { readonly count: number; readonly gap: number };
  /** A column for asides at the outer edge of the text, with the gap between the two. */
  readonly marginColumn?: { readonly width: number; readonly gap: number };
  /** How far a wide table may extend beyond the text on either side; nothing if undefined. */
  readonly overhang?: number;
  /** Whether a section may have several columns: not on narrow pages, nor in a style that has one column. */
  readonly divisible?: boolean;
  /** Whether pages are printed on both sides: left-hand ones then mirror right-hand ones. */
  readonly twoSided: boolean;
  /** The title above the lines of a page left for notes. */
  readonly notesTitle?: string;
  /** The only text on an unused page, in place of lines for notes. */
  readonly blankPage?: string;
  /** The texts above and below the text of each page; none if undefined. */
  readonly furniture?: Furniture;
  readonly fit?: Fit;
  /** How much smaller than in the style reading text may be where that saves a page. */
  readonly tighten?: number;
  /** What gives a little so that no section ends on a page that is nearly empty: gaps and type too, or only where pages end. */
  readonly wholePages?: 'all' | 'ends';
  /** Whether a page may end inside the lines for an answer, where that saves a page. */
  readonly dividesAnswers?: boolean;
  /** The least share of a page to be filled, where pages may end earlier so that fewer of them are filled less. */
  readonly leastFilled?: number;
  /** How much shorter than the others the first pages of a section are, in points, and how many of them. */
  readonly shorter?: { readonly by: number; readonly pages: number };
  readonly bleed?: Bleed;
}

/** The area printed beyond the edges of pages, to be cut off. */
interface Bleed {
  readonly width: number;
  /** The pages that have colour there. */
  readonly coloured: 'none' | 'first' | 'all';
}

/** Texts at the head and foot of pages, with tokens in braces. */
export interface Furniture extends Corners {
  /**
   * The values of {pack}, {school}, {product}, {title}, {code}, {form}, {after} and {turn-over}, which is printed where candidates
   * have to turn over. {page}, {pages}, {section} and {running} are known later, with the pages.
   */
  readonly values: Readonly<Record<'pack' | 'product' | 'title', string>> & {
    readonly code?: string;
    readonly form?: string;
    readonly school?: string;
    readonly 'turn-over'?: string;
    readonly after?: string;
  };
  /** The path of a logo, printed beside {school} in the head. */
  readonly logo?: string;
  readonly at: Place;
  /** Whether the first page is a cover, without furniture. */
  readonly cover: boolean;
}

type Corners = Readonly<Record<'head-left' | 'head-right' | 'foot-left' | 'foot-right', string>>;

/** How type is made smaller until the text fits. */
export interface Fit {
  /** The number of pages it may fill. */
  readonly pages: number;
  /** What has to fit: the whole document, or each section (the blocks between page breaks). */
  readonly each: 'document' | 'section';
  readonly looks: readonly string[];
  /** The smallest size for the first of the looks, in points. */
  readonly smallest: number;
  /** The largest size for the first of the looks, if larger than in the style, in points. */
  readonly largest?: number | undefined;
  /** The number of consecutive sections that share a size where possible: the cards of a sheet. */
  readonly shared: number;
  /** How many sections each card has: fronts share a size with fronts, and backs with backs. */
  readonly sides: number;
}

/** The page options of a product’s front matter. Measurements are in millimetres. */
export interface PageOptions extends Corners {
  readonly columns: number;
  readonly 'margin-column': number;
  readonly margin?: number | undefined;
  /** The width of the text, in place of the side margins. */
  readonly measure?: number | undefined;
  readonly 'two-sided': boolean;
  readonly 'notes-title'?: string;
  readonly 'blank-page'?: string;
  readonly furniture: boolean;
  /** Whether the first page is a cover, without furniture. */
  readonly cover: boolean;
  /** Whether colour goes to the edges, where pages have a bleed. */
  readonly bleed?: boolean;
  readonly fit?: Omit<Fit, 'shared' | 'sides'> | undefined;
  /** In points. */
  readonly tighten?: number | undefined;
  readonly 'whole-pages'?: 'no' | 'yes' | 'ends';
}

/** What a page setup depends on besides the product and its style. */
interface PrintedDetails {
  /** The values for furniture. */
  readonly values: Furniture['values'];
  readonly logo?: string;
  /** A mark such as “Teacher”. */
  readonly mark?: string;
  /** Whose copy it is. */
  readonly copy?: string;
  /** Where the furniture was written. */
  readonly at: Place;
  /** The number of pages per sheet. */
  readonly perSheet: number;
  /** How many sections each card has. */
  readonly sides?: number;
  /** Whether pages may be punched and stapled. */
  readonly bound?: boolean;
  /** In points. */
  readonly bleed?: number;
}

/** The gap between columns, and between text and margin column, in points. */
const COLUMN_GAP = mm(6);
/** Narrower pages have room for only one column; in points. */
const NARROWEST_DIVISIBLE = mm(160);

/**
 * Gives the page setup of a product in a style.
 * @param size the size of the page, or of the sheet’s cell that it goes in, in points
 */
export function pageSetup(
  size: { width: number; height: number },
  options: PageOptions,
  style: Style,
  details: PrintedDetails,
): PageSetup {
  const margin = (side: 'inner' | 'outer' | 'top' | 'bottom') =>
    mm(options.margin ?? style[`margin-${side}`]);
  const oneColumn = style.columns === 'one';
  const side =
    options.measure === undefined || oneColumn
      ? undefined
      : Math.max(margin('outer'), (size.width - mm(options.measure)) / 2);
  const binding = details.bound ? mm(bindingZone(style).width) : 0;
  const widest = Math.max(margin('inner'), margin('outer'), binding);
  const isOneColumn = oneColumn || (options.columns === 1 && options['margin-column'] === 0);
  const overhang = side !== undefined && isOneColumn ? side - widest : 0;
  return {
    width: size.width,
    height: size.height,
    margins: {
      inner: Math.max(side ?? margin('inner'), binding),
      outer: side ?? margin('outer'),
      top: margin('top'),
      bottom: margin('bottom'),
    },
    ...(overhang > 0 && { overhang }),
    divisible: !oneColumn && size.width >= NARROWEST_DIVISIBLE,
    twoSided: options['two-sided'],
    notesTitle: options['notes-title'] ?? '',
    ...(options['blank-page'] && { blankPage: options['blank-page'] }),
    columns: { count: oneColumn ? 1 : options.columns, gap: COLUMN_GAP },
    ...(options['margin-column'] > 0 &&
      !oneColumn && { marginColumn: { width: mm(options['margin-column']), gap: COLUMN_GAP } }),
    ...(options.furniture && { furniture: furnitureOf(options, details) }),
    ...(details.bleed && { bleed: { width: details.bleed, coloured: colouredIn(options) } }),
    ...(options.tighten && { tighten: options.tighten }),
    ...wholePagesOf(options),
    ...(options.fit && { fit: fitOf(options.fit, size, details) }),
  };
}

const wholePagesOf = ({ 'whole-pages': whole }: PageOptions): Pick<PageSetup, 'wholePages'> =>
  whole === 'yes' ? { wholePages: 'all' } : whole === 'ends' ? { wholePages: 'ends' } : {};

function furnitureOf(options: PageOptions, { values, logo, mark, copy, at }: PrintedDetails): Furniture {
  return {
    'head-left': [copy, options['head-left']].filter(Boolean).join(' · '),
    'head-right': options['head-right'],
    'foot-left': [mark, options['foot-left']].filter(Boolean).join(' · '),
    'foot-right': options['foot-right'],
    values,
    ...(logo !== undefined && { logo }),
    at,
    cover: options.cover,
  };
}

/** Cards larger than A7 may have larger type. */
const fitOf = (
  { largest, ...fit }: NonNullable<PageOptions['fit']>,
  size: { width: number; height: number },
  { perSheet, sides = 1 }: { perSheet: number; sides?: number },
): Fit => ({
  ...fit,
  shared: perSheet,
  sides,
  ...(largest !== undefined && { largest: largest * cardGrowth(size) }),
});

const colouredIn = ({ bleed, cover }: PageOptions): Bleed['coloured'] =>
  bleed ? (cover ? 'first' : 'all') : 'none';
