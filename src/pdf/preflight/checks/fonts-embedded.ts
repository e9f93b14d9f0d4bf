import type { Box } from '../../../pages/page.ts';
import type { ReadFont } from '../../content/fonts/read-font.ts';
import { textsOn } from '../../reading/text-of.ts';
import type { Check, Location, PreflightFile, ReportFinding } from '../check.ts';

/** Fonts travel with the file: otherwise another printer prints other letters. */
export const fontsEmbedded: Check = {
  name: 'fonts',
  description: 'fonts are embedded, usable, and say which characters they show',
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
          `The font ${font.name} is a Type 3 font.`,
          'It prints badly at small sizes.',
          'warning',
        );
      if (font.listsGlyphs && isUniversal)
        report(
          location,
          `The font ${font.name} lists its glyphs (CIDSet). The list is often wrong and never needed.`,
          'Remove the list.',
          'warning',
        );
      if (font.wrongWidths.length > 0)
        report(
          location,
          `The file and the font ${font.name} give different widths for ${[...new Set(font.wrongWidths)].slice(0, 8).join(' ')}.`,
          'These letters would be badly spaced. Embed the font again.',
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
      `The font ${name} is not embedded.`,
      'Embed it. Otherwise a printer may use a different font.',
    );
  else if (font.program === 'unusable')
    report(
      location,
      `The font ${name} is in a format that printers cannot use.`,
      'Embed it as TrueType or OpenType.',
    );
  else if (!font.subset)
    report(
      location,
      `The complete font ${name} is embedded.`,
      'Embed only the letters that are used.',
      'warning',
    );
}

/** Whether copies and screen readers get the characters. */
function judgeMapping({ name, kind, mapped }: ReadFont, location: Location, report: ReportFinding): void {
  if (mapped) return;
  if (kind !== 'Type1')
    report(
      location,
      `The font ${name} does not say which characters its glyphs show.`,
      'Copied text and screen readers get nonsense.',
    );
  else
    report(
      location,
      `Only the names of its glyphs show which characters the font ${name} contains.`,
      undefined,
      'warning',
    );
}
