import type { Box } from '../../pages/page.ts';

/** A finished PDF as a contact sheet shows it. */
export interface ProofFile {
  /** Its path, with `/`. */
  readonly path: string;
  readonly title: string;
  /** The edge about which the printer turns its sheets; undefined if it is printed on one side. */
  readonly sides?: 'long-edge' | 'short-edge';
  readonly pages: readonly ProofPage[];
  /** What was found in the file as a whole. */
  readonly findings: readonly ProofFinding[];
}

/** One page: its picture, and what is drawn over it. All measures are in points, from its top left corner. */
export interface ProofPage {
  readonly width: number;
  readonly height: number;
  readonly picture: ProofPicture;
  /** Where it will be cut. */
  readonly trim: Box;
  readonly findings: readonly ProofFinding[];
}

/** A PNG. */
export interface ProofPicture {
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export interface ProofFinding {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly box?: Box;
}
