import type { Place } from '../../diagnostics/diagnostic.ts';
import { mm } from '../../pages/length.ts';
import { bindingZone } from '../style/binding-zone.ts';
import type { Style } from '../style/style.ts';

/** The page that layout fills, and what goes on every one of them. All measures in points. */
export interface PageSetup {
  readonly width: number;
  readonly height: number;
  /** The inner margin is the left one, but on left-hand pages of what is printed on both sides. */
  readonly margins: {
    readonly inner: number;
    readonly outer: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly columns: { readonly count: number; readonly gap: number };
  /** A column for asides to the right of the text, with the gap between the two. */
  readonly marginColumn?: { readonly width: number; readonly gap: number };
  /** Whether pages are printed on both sides: left-hand ones then mirror right-hand ones. */
  readonly twoSided: boolean;
  /** Stands above the lines of a page that is left for notes. */
  readonly notesTitle?: string;
  /** Stands alone on a page that is left over, in place of lines for notes. */
  readonly blankPage?: string;
  /** What stands above and below the text of each page; none if undefined. */
  readonly furniture?: Furniture;
  readonly fit?: Fit;
  readonly bleed?: Bleed;
}

/** What is printed beyond the edges of pages, to be cut off. */
export interface Bleed {
  readonly width: number;
  /** Pages that have colour up to there. */
  readonly coloured: 'none' | 'first' | 'all';
}

/** Texts at the head and foot of pages, with tokens in braces. */
export interface Furniture extends Corners {
  /** What {pack}, {product}, {title} and {form} stand for. {page}, {pages}, {section} and {turn-over} are known when pages are. */
  readonly values: Readonly<Record<'pack' | 'product' | 'title', string>> & {
    readonly form?: string;
  };
  readonly at: Place;
  /** Whether the first page is a cover, without furniture. */
  readonly cover: boolean;
}

type Corners = Readonly<Record<'head-left' | 'head-right' | 'foot-left' | 'foot-right', string>>;

/** Type of some looks that is made smaller until the text fits. */
export interface Fit {
  /** How many pages it may fill. */
  readonly pages: number;
  /** What has to fit: the whole document, or each section (stretch between page breaks). */
  readonly each: 'document' | 'section';
  readonly looks: readonly string[];
  /** The smallest size for the first of the looks. */
  readonly smallest: number;
  /** How many sections in a row share one size where they can: the cards of a sheet. */
  readonly shared: number;
}

/** What a product's front matter may say of its pages, in millimetres. */
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
  readonly fit?: Omit<Fit, 'shared'> | undefined;
}

/** Between columns, and between text and margin column. */
const COLUMN_GAP = mm(6);

/**
 * The pages of a product in a style.
 * @param size of the page, or of the cell of a sheet that it will stand in
 * @param details what furniture says, before it whose copy the pages are and a mark for whom, how many come on one sheet,
 * whether they are sheets that may be punched and stapled, and how far, in points, they are printed beyond their edges
 */
export function pageSetup(
  size: { width: number; height: number },
  options: PageOptions,
  style: Style,
  details: {
    values: Furniture['values'];
    mark?: string;
    copy?: string;
    at: Place;
    perSheet: number;
    bound?: boolean;
    bleed?: number;
  },
): PageSetup {
  const margin = (side: 'inner' | 'outer' | 'top' | 'bottom') =>
    mm(options.margin ?? style[`margin-${side}`]);
  const oneColumn = style.columns === 'one';
  const side =
    options.measure === undefined || oneColumn
      ? undefined
      : Math.max(margin('outer'), (size.width - mm(options.measure)) / 2);
  const headLeft = [details.copy, options['head-left']].filter(Boolean).join(' · ');
  const footLeft = [details.mark, options['foot-left']].filter(Boolean).join(' · ');
  return {
    width: size.width,
    height: size.height,
    margins: {
      inner: Math.max(side ?? margin('inner'), details.bound ? mm(bindingZone(style).width) : 0),
      outer: side ?? margin('outer'),
      top: margin('top'),
      bottom: margin('bottom'),
    },
    twoSided: options['two-sided'],
    notesTitle: options['notes-title'] ?? '',
    ...(options['blank-page'] && { blankPage: options['blank-page'] }),
    columns: { count: oneColumn ? 1 : options.columns, gap: COLUMN_GAP },
    ...(options['margin-column'] > 0 &&
      !oneColumn && { marginColumn: { width: mm(options['margin-column']), gap: COLUMN_GAP } }),
    ...(options.furniture && {
      furniture: {
        'head-left': headLeft,
        'head-right': options['head-right'],
        'foot-left': footLeft,
        'foot-right': options['foot-right'],
        values: details.values,
        at: details.at,
        cover: options.cover,
      },
    }),
    ...(details.bleed && { bleed: { width: details.bleed, coloured: colouredIn(options) } }),
    ...(options.fit && { fit: { ...options.fit, shared: details.perSheet } }),
  };
}

const colouredIn = ({ bleed, cover }: PageOptions): Bleed['coloured'] =>
  bleed ? (cover ? 'first' : 'all') : 'none';
