import { mm } from './length.ts';

/** A size of paper, in points; portrait, unless it has been turned. */
export interface PaperSize {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export const PAPER_SIZES: readonly PaperSize[] = [
  { name: 'a4', width: mm(210), height: mm(297) },
  { name: 'letter', width: 612, height: 792 },
  { name: 'a5', width: mm(148), height: mm(210) },
];

export const paperSizeNamed = (name: string): PaperSize | undefined =>
  PAPER_SIZES.find((paper) => paper.name === name);

/** A paper size in portrait or in landscape. */
export const orientedPaper = (paper: PaperSize, orientation: 'portrait' | 'landscape'): PaperSize =>
  orientation === 'landscape' ? { ...paper, width: paper.height, height: paper.width } : paper;
