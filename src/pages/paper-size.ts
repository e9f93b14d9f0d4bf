import { mm } from './length.ts';

/** A sheet of paper, in points; upright, unless it was turned. */
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

/** A paper with its long side lying, if a product wants it so. */
export const orientedPaper = (paper: PaperSize, orientation: 'portrait' | 'landscape'): PaperSize =>
  orientation === 'landscape' ? { ...paper, width: paper.height, height: paper.width } : paper;
