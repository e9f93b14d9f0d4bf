/** Twentieths of a point, as Word measures. */
export const twips = (points: number): number => Math.round(points * 20);
