import type { Grid } from './grid.ts';
import type { Booklet } from './impose-booklet.ts';
import type { GridOrder } from './impose-grid.ts';
import type { Size } from './size.ts';
import type { Edge } from './turn-over.ts';

/** The imposition options of a product. Measurements are in millimetres unless stated otherwise. */
export interface ImpositionOptions {
  readonly as: 'cards' | 'bookmarks' | 'booklet' | 'cut-stack' | '2-up' | '4-up' | '6-up' | '8-up' | 'poster';
  /** Columns x rows. */
  readonly grid?: string | undefined;
  /** The size of a poster: `a2`. */
  readonly size?: string | undefined;
  /** The size of cards: a name, or width x height. */
  readonly card?: string | undefined;
  readonly margin: number;
  readonly marks: 'crop' | 'none';
  readonly backs: GridOrder['backs'];
  /** The edge that sheets are turned about; undefined for the usual one. */
  readonly duplex?: Edge | undefined;
  /** Whether pages are laid out on the whole paper and scaled down: from A4 to A5, or from Letter to half-letter. */
  readonly scale: boolean;
  /** How far cards are printed beyond their edges, in points. */
  readonly bleed?: number;
}

/** How pages go in the cells of a grid. */
export interface GridPlan {
  readonly kind: 'grid';
  readonly grid: Grid;
  readonly order: GridOrder;
  /** The size that pages are laid out at, in points, if it is not that of a cell. */
  readonly page?: Size;
  /** Whether pages are parts of a continuous text, rather than cards. */
  readonly isContinuous: boolean;
}

/** How pages form a booklet. */
export interface BookletPlan {
  readonly kind: 'booklet';
  /** The size that pages are laid out at, in points. */
  readonly page: Size;
  readonly booklet: Booklet;
}

export type SheetPlan = GridPlan | BookletPlan;
