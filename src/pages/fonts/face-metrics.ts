import type { PrintFont } from './print-font.ts';

/** Vertical measures of a face as fractions of its size; `descent` is positive. */
export interface FaceMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

export function faceMetrics({ measures }: PrintFont): FaceMetrics {
  const em = measures.unitsPerEm;
  return {
    ascent: measures.ascent / em,
    descent: -measures.descent / em,
    capHeight: measures.capHeight / em,
    xHeight: measures.xHeight / em,
  };
}
