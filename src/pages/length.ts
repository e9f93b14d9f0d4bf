/** PDF points in a millimetre. Everything inside the program is in points. */
const POINTS_PER_MM = 72 / 25.4;

/** Millimetres as points. */
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;

/** Points as millimetres, to a tenth: for messages. */
export const inMm = (points: number): number => Math.round((points / mm(1)) * 10) / 10 + 0;

/** Rounded to a thousandth of a point, so that equal places are equal numbers on every machine. */
export const rounded = (points: number): number => Math.round(points * 1000) / 1000 + 0;
