import { textsOn } from '../../reading/text-of.ts';
import type { Check } from '../check.ts';

/** Fonts travel with the file, else another printer prints other letters. */
export const fontsEmbedded: Check = {
  name: 'fonts',
  what: 'fonts are in the file, can be used, and say which characters they show',
  run({ pdf }, tell) {
    const spots = new Map<number, { page: number; box: ReturnType<typeof textsOn>[number]['box'] }>();
    pdf.pages.forEach((one, page) => {
      for (const { font, box } of textsOn(one)) if (!spots.has(font)) spots.set(font, { page, box });
    });
    pdf.fonts.forEach((font, index) => {
      const spot = spots.get(index);
      // Named and never used.
      if (!spot) return;
      const { name } = font;
      if (!font.embedded)
        tell(
          spot,
          `The font ${name} is not in the file.`,
          'Embed it: another printer would use another font.',
        );
      else if (font.program === 'unusable')
        tell(
          spot,
          `The font ${name} is in a form that printers can’t use.`,
          'Embed it as TrueType or OpenType.',
        );
      else if (!font.subset)
        tell(
          spot,
          `The whole font ${name} is in the file.`,
          'Only the letters that are used are needed.',
          'warning',
        );
      if (!font.mapped && font.kind !== 'Type1')
        tell(
          spot,
          `The font ${name} does not say which characters its glyphs are.`,
          'A copy or a screen reader gets rubbish.',
        );
      else if (!font.mapped)
        tell(
          spot,
          `The font ${name} says which characters it shows only by the names of its glyphs.`,
          undefined,
          'warning',
        );
      if (font.kind === 'Type3')
        tell(
          spot,
          `The font ${name} is drawn by programs (Type 3).`,
          'It prints badly at small sizes.',
          'warning',
        );
      if (font.listsGlyphs && pdf.metadata.xmp?.values['pdfuaid:part'])
        tell(
          spot,
          `The font ${name} lists its glyphs (CIDSet), which is mostly wrong and never needed.`,
          'Leave it out.',
          'warning',
        );
      if (font.misfits.length > 0)
        tell(
          spot,
          `The file says other widths than the font ${name} itself, for ${[...new Set(font.misfits)].slice(0, 8).join(' ')}.`,
          'They would stand askew. Embed the font again.',
        );
    });
  },
};
