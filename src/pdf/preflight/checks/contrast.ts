import { asRgb } from '../../content/read-colour.ts';
import type { Check } from '../check.ts';
import { backgroundsOf, blended, rgbUnder } from '../rgb-under.ts';
import { pointOn } from './letters-visible.ts';

type Rgb = readonly [number, number, number];

/** The least contrast of text (WCAG 2.1, 1.4.3), and of letters of 18 points or more. */
const LEAST_CONTRAST = 4.5;
const LEAST_CONTRAST_OF_LARGE = 3;

/** How far along a text its contrast is measured, as shares of its length. */
const SHARES = [0.02, 0.5, 0.98];

/** Relative luminance (WCAG 2.1). */
const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

function linear(value: number): number {
  const bound = Math.min(Math.max(value, 0), 1);
  return bound <= 0.04045 ? bound / 12.92 : ((bound + 0.055) / 1.055) ** 2.4;
}

/** Gives a colour as a copier without colours prints it (luma of ITU-R BT.601). */
const asGrey = ([red, green, blue]: Rgb): Rgb => {
  const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
  return [grey, grey, grey];
};

function contrastOfRgb(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Gives contrasts in colour and in grey. Nearly all texts have the colours of the one before. */
function contrastMeter(): (text: Rgb, under: Rgb, opacity: number) => { ratio: number; copied: number } {
  let last: { key: readonly number[]; ratio: number; copied: number } | undefined;
  return (text, under, opacity) => {
    const key = [...text, ...under, opacity];
    if (!last?.key.every((value, index) => value === key[index])) {
      const seen = blended(text, under, opacity);
      const [ratio, copied] = [contrastOfRgb(seen, under), contrastOfRgb(asGrey(seen), asGrey(under))];
      last = { key, ratio, copied };
    }
    return last;
  };
}

/** Text stands out from what is under it, in colour and as a photocopy. */
export const contrast: Check = {
  name: 'contrast',
  description: 'text has a contrast of 4.5 to 1 with its background, even when photocopied in grey',
  run({ pdf, texts }, report) {
    const measure = contrastMeter();
    pdf.pages.forEach(({ marks }, page) => {
      const backgrounds = backgroundsOf(marks);
      const seen = new Set(texts[page]);
      for (const [order, text] of marks.entries()) {
        if (text.kind !== 'text' || !seen.has(text)) continue;
        const plain = asRgb(text.colour);
        if (!plain) continue;
        for (const share of SHARES) {
          const under = rgbUnder(backgrounds, order, ...pointOn(text, share));
          if (!under) continue;
          const { ratio, copied } = measure(plain, under, text.opacity ?? 1);
          const location = { page, box: text.box, text: text.text };
          const least = text.size >= 18 ? LEAST_CONTRAST_OF_LARGE : LEAST_CONTRAST;
          if (ratio < least)
            report(
              location,
              `Text has a contrast of only ${inWords(ratio)}; it needs ${least} to 1.`,
              'Make the text darker or its background lighter.',
            );
          else if (copied < LEAST_CONTRAST)
            report(
              location,
              `Photocopied in grey, text has a contrast of only ${inWords(copied)}; it needs ${LEAST_CONTRAST} to 1.`,
              'Choose a darker colour.',
            );
          else continue;
          break;
        }
      }
    });
  },
};

const inWords = (ratio: number): string => `${Math.floor(ratio * 10) / 10} to 1`;
