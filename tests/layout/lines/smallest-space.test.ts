import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../src/blocks/block.ts';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { createLanguage } from '../../../src/layout/language/language.ts';
import type { TypeLook } from '../../../src/layout/lines/type-look.ts';
import type { LayoutContext } from '../../../src/layout/strips/layout-context.ts';
import { setText } from '../../../src/layout/strips/text/set-text.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import { lettersOf } from '../../../src/pages/fonts/letters-of.ts';
import { MIN_SPACE } from '../../../src/pages/fonts/space-in-line.ts';
import type { Mark, TextMark } from '../../../src/pages/page.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { textsOn } from '../../../src/pdf/reading/text-of.ts';
import { layOutText } from '../../print-text.ts';
import { fonts, nowhere } from '../../support.ts';

const style = readStyles(readTemplateSet(createReport()).styles, createReport()).get('standard')!;
const language = createLanguage('en-GB');

const textMarks = (marks: readonly Mark[]): TextMark[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text' ? [mark] : mark.kind === 'group' ? textMarks(mark.marks) : [],
  );

/** How wide the spaces of a mark are, in ems, less what the letters before them have come nearer. */
function spacesOf(mark: TextMark): number[] {
  const letters = lettersOf(mark, fonts);
  return letters.flatMap(({ text, advance }, index) =>
    /[ \u00A0]/.test(text) && index > 0 && index < letters.length - 1
      ? [(advance + Math.min(0, mark.letterSpace)) / mark.size]
      : [],
  );
}

/** Marks know points to a thousandth. */
const LEAST = MIN_SPACE - 0.0005;

function linesOf(text: readonly Inline[], width: number, family: string, size: number) {
  const setting = {
    style,
    fonts,
    language,
    report: createReport(),
    words: new Map(),
    setNote: () => [],
  } as unknown as LayoutContext;
  const look: TypeLook = {
    family,
    weight: 'regular',
    size,
    leading: size * 1.3,
    smallest: 6,
    colour: 0,
    italics: true,
    features: '',
  };
  const strips = setText(text, { look, at: nowhere, width, node: undefined, shape: 'justified' }, setting);
  return strips.map((strip) => textMarks(strip.marks));
}

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'I',
    'the',
    'and',
    'V',
    'Yes.',
    'To',
    'well,',
    'difficult',
    '“office”',
    'ﬁre',
    'characteristic',
  ),
  fc.constantFrom('A\u00A0V', '12\u00A0km', '❤', '⚠\uFE0F', 'AV-', 'Ta!', 'W.'),
);
const run = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 12 }),
  bold: fc.boolean(),
  italic: fc.boolean(),
});

describe('spaces in lines', () => {
  it('are never narrower than a fifth of an em, whatever the text and the column', () => {
    let tight = 0;
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 20, max: 400, noNaN: true }),
        fc.constantFrom('serif', 'sans', 'legible', 'mono'),
        fc.double({ min: 6, max: 24, noNaN: true }),
        (runs, width, family, size) => {
          const text = runs.map(
            ({ words, bold, italic }): Inline => ({
              kind: 'text',
              text: `${words.join(' ')} `,
              ...(bold && { bold }),
              ...(italic && { italic }),
            }),
          );
          for (const marks of linesOf(text, width, family, size)) {
            for (const mark of marks) {
              for (const space of spacesOf(mark)) expect(space).toBeGreaterThanOrEqual(LEAST);
              if (mark.wordSpace < 0) tight++;
            }
          }
        },
      ),
      { numRuns: 400 },
    );
    // Lines do get tighter than they are by nature.
    expect(tight).toBeGreaterThan(50);
  });

  it('are so in the pages of a document, in lists, tables, boxes and quotations too', () => {
    const tight = 'You have all the tools. Now go out to your class and teach them well and so.';
    for (let more = 0; more < 25; more++) {
      const words = `**${tight}** ${'x'.repeat(more)} *${tight}* V Y W. A T o ${tight} `;
      const text = [words, `- ${words}`, `> ${words}`, `| a | b |\n|---|---|\n| ${words} | ${words} |`];
      const { laid } = layOutText(text.join('\n\n'));
      for (const mark of laid.pages.flatMap((page) => textMarks(page.marks)))
        for (const space of spacesOf(mark)) expect(space).toBeGreaterThanOrEqual(LEAST);
    }
  });

  it('keep lines in their column, but for marks that hang', () => {
    const sentence = 'You have all the tools, so go out to your class and teach them well. ';
    for (let width = 150; width < 330; width += 7)
      for (const marks of linesOf([{ kind: 'text', text: sentence.repeat(4) }], width, 'serif', 10.5)) {
        const last = marks.at(-1)!;
        const ending = last.text.endsWith(' ') ? fonts.width(last.face, last.size, ' ') : 0;
        expect(last.x + last.width - ending).toBeLessThan(width + 0.6 * 0.3 * 10.5 + 0.05);
      }
  });
});

describe('a tight line', () => {
  it('is painted with the room that its spaces were given', async () => {
    const texts = ['so. x', 'on. x', 'on.'].map(
      (end, at) =>
        `${at === 1 ? '*' : '**'}You have all the tools. Now go out to your class and teach them well and a ${end}${at === 1 ? '*' : '**'}`,
    );
    const { laid } = layOutText(texts.join('\n\n'));
    const bytes = paint(laid, fonts, { title: 'Tight', lang: 'en-GB', date: new Date(0) });
    const pdf = (await readPdf('tight.pdf', bytes, createReport()))!;
    const painted = pdf.pages.flatMap((page) => textsOn(page));
    const marks = laid.pages.flatMap((page) => textMarks(page.marks));
    expect(painted.map(({ text }) => text)).toEqual(marks.map(({ text }) => text));
    painted.forEach(({ from, to }, at) => {
      const mark = marks[at]!;
      const letters = lettersOf({ ...mark, text: mark.text.trimEnd() }, fonts);
      const width = letters.reduce((sum, { advance }) => sum + advance, -mark.letterSpace);
      expect(to[0] - from[0]).toBeCloseTo(width, 1);
    });
  });
});
