import type { Place } from '../../../diagnostics/diagnostic.ts';

/** A part of a text that is read from top to bottom, whatever it was written in. */
export type TextPiece =
  | {
      readonly kind: 'heading';
      /** From 1, the title, to 6. */
      readonly level: number;
      readonly text: string;
      readonly markdown: string;
      readonly at: Place;
    }
  | {
      /** `quote` is what the source itself sets as a quotation. */
      readonly kind: 'paragraph' | 'quote';
      readonly text: string;
      readonly markdown: string;
      /** Whether all of it is bold: it may be a heading. */
      readonly isBold?: boolean;
      readonly at: Place;
    }
  | {
      readonly kind: 'list';
      readonly items: readonly ListItem[];
      readonly text: string;
      readonly markdown: string;
      readonly at: Place;
    }
  | {
      /** A table, a picture, code: what stays as it is. */
      readonly kind: 'other';
      readonly text: string;
      readonly markdown: string;
      readonly at: Place;
    };

/** An item of a list, without what is nested in it. */
export interface ListItem {
  readonly text: string;
  readonly markdown: string;
  /** Whether lists or paragraphs are nested in it. */
  readonly isLong: boolean;
  readonly at: Place;
}

/** A text in pieces, with what it says about itself and what could not be carried. */
export interface TextPieces {
  readonly about: {
    readonly title?: string;
    readonly author?: string;
    readonly lang?: string;
  };
  readonly pieces: readonly TextPiece[];
  readonly pictures: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly losses: readonly { readonly what: string; readonly text: string; readonly at: Place }[];
}
