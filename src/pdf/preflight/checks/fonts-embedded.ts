import type { Box } from '../../../pages/page.ts';
import type { ReadFont } from '../../content/read-font.ts';
import { textsOn } from '../../reading/text-of.ts';
import type { Check, Location, PreflightFile, ReportFinding } from '../check.ts';

/** Fonts travel with the file: otherwise another printer prints other letters. */
export const fontsEmbedded: Check = {
  name: 'fonts',
  description: 'fonts are in the file, can be used, and say which characters they show',
  run(file, report) {
    const locations = firstUses(file);
    const isUniversal = file.pdf.metadata.xmp?.values['pdfuaid:part'] !== undefined;
    file.pdf.fonts.forEach((font, index) => {
      const location = locations.get(index);
      // A font that is named and never used does no harm.
      if (!location) return;
      judgeProgram(font, location, report);
      judgeMapping(font, location, report);
      if (font.kind === 'Type3')
        report(
          location,
          `The font ${font.name} is drawn by programs (Type 3).`,
          'It prints badly at small sizes.',
          'warning',
        );
      if (font.listsGlyphs && isUniversal)
        report(
          location,
          `The font ${font.name} lists its glyphs (CIDSet), which is mostly wrong and never needed.`,
          'Leave it out.',
          'warning',
        );
      if (font.wrongWidths.length > 0)
        report(
          location,
          `The file says other widths than the font ${font.name} itself, for ${[...new Set(font.wrongWidths)].slice(0, 8).join(' ')}.`,
          'They would stand askew. Embed the font again.',
        );
    });
  },
};

/** Where each font is used first, by its place in the list of fonts. */
function firstUses({ pdf }: PreflightFile): Map<number, Location> {
  const uses = new Map<number, { page: number; box: Box }>();
  pdf.pages.forEach((one, page) => {
    for (const { font, box } of textsOn(one)) if (!uses.has(font)) uses.set(font, { page, box });
  });
  return uses;
}

/** Whether the font is in the file, in a form that prints. */
function judgeProgram(font: ReadFont, location: Location, report: ReportFinding): void {
  const { name } = font;
  if (!font.embedded)
    report(
      location,
      `The font ${name} is not in the file.`,
      'Embed it: another printer would use another font.',
    );
  else if (font.program === 'unusable')
    report(
      location,
      `The font ${name} is in a form that printers can’t use.`,
      'Embed it as TrueType or OpenType.',
    );
  else if (!font.subset)
    report(
      location,
      `The whole font ${name} is in the file.`,
      'Only the letters that are used are needed.',
      'warning',
    );
}

/** Whether copies and screen readers get the characters. */
function judgeMapping({ name, kind, mapped }: ReadFont, location: Location, report: ReportFinding): void {
  if (mapped) return;
  if (kind !== 'Type1')
    report(
      location,
      `The font ${name} does not say which characters its glyphs are.`,
      'A copy or a screen reader gets rubbish.',
    );
  else
    report(
      location,
      `The font ${name} says which characters it shows only by the names of its glyphs.`,
      undefined,
      'warning',
    );
}
