import { ownValue } from '../../../../diagnostics/collections/own-value.ts';

/** A font that Word has on every computer, for a family of ours that hardly any has. */
const FONTS: Readonly<Record<string, string>> = {
  serif: 'Cambria',
  lightserif: 'Cambria',
  sans: 'Calibri',
  lightsans: 'Calibri',
  legible: 'Verdana',
  mono: 'Consolas',
};

/** Verdana is much larger than a font of the same size. */
const SCALES: Readonly<Record<string, number>> = { legible: 0.9 };

/** Gives the font that stands for a family of a style, and its size in half points, as Word counts. */
export const wordFont = (family: string, size: number): { readonly font: string; readonly size: number } => ({
  font: ownValue(FONTS, family) ?? 'Calibri',
  size: Math.round(size * (ownValue(SCALES, family) ?? 1) * 2),
});
