/** A sheet of paper: the pages on its front and back, from 0. */
interface ProofSheet {
  readonly front: number;
  readonly back?: number;
}

/** Gives the pages of each sheet: one, or two if they are printed on both sides. */
export function pairSides(count: number, twoSided: boolean): ProofSheet[] {
  if (!twoSided) return Array.from({ length: count }, (_, front) => ({ front }));
  return Array.from({ length: Math.ceil(count / 2) }, (_, leaf) => ({
    front: leaf * 2,
    ...(leaf * 2 + 1 < count && { back: leaf * 2 + 1 }),
  }));
}
