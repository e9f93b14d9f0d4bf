import type { ReadText } from '../../content/page-mark.ts';
import type { Check } from '../check.ts';
import { type Backgrounds, backgroundsOf, paintsAt } from '../rgb-under.ts';

const HIDDEN_IN_WORDS = {
  'no colour': 'is present but not drawn',
  transparent: 'is fully transparent',
  clipped: 'is cropped away',
} as const;

/** What is in the text layer is also on paper. */
export const lettersVisible: Check = {
  name: 'letters',
  description: 'every letter has a visible glyph, and nothing hides it',
  run({ pdf }, report) {
    pdf.pages.forEach((one, page) => {
      const backgrounds = backgroundsOf(one.marks);
      for (const [order, text] of one.marks.entries()) {
        if (text.kind !== 'text') continue;
        const location = { page, box: text.box, text: text.text };
        if (text.missing)
          report(
            location,
            `The font has no glyph for “${text.missing}”, so it prints as a box or blank.`,
            'Use a font that has it.',
          );
        if (text.undrawn)
          report(
            location,
            `Some letters print blank: “${text.undrawn}”.`,
            'Embed the font as TrueType or OpenType; WOFF2 causes this.',
          );
        if (text.unmapped)
          report(
            location,
            'The file does not say which characters these are, so they are lost when copied.',
            'Add a Unicode map (ToUnicode) to the font.',
          );
        if (text.text.trim() === '') continue;
        if (text.hidden)
          report(
            location,
            `Text ${HIDDEN_IN_WORDS[text.hidden]}: it is read aloud but not printed.`,
            'Remove it, or make it visible.',
          );
        else if (backgrounds.length > 0 && isCovered(text, order, backgrounds))
          report(location, 'Something is drawn over this text.', 'Move one of them.');
      }
    });
  },
};

/** Whether something opaque is painted over a text later. */
function isCovered(text: ReadText, order: number, backgrounds: Backgrounds): boolean {
  return [0.2, 0.5, 0.8].every((share) => {
    const [x, y] = pointOn(text, share);
    return backgrounds.some(
      (background) =>
        background.order > order && (background.mark.opacity ?? 1) > 0.9 && paintsAt(background.mark, x, y),
    );
  });
}

/** Gives a point at half the height of small letters, at a share of the length of a text. */
export function pointOn({ from, to, size, turn }: ReadText, share: number): readonly [number, number] {
  const angle = (turn * Math.PI) / 180;
  return [
    from[0] + (to[0] - from[0]) * share + Math.sin(angle) * size * 0.25,
    from[1] + (to[1] - from[1]) * share - Math.cos(angle) * size * 0.25,
  ];
}
