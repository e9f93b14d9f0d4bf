import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../src/cli/files/reading/read-fonts.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { createFontBook } from '../../../src/pages/fonts/font-book.ts';
import type { Mark, TextMark } from '../../../src/pages/page.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { ANY_FILE } from '../../../src/pdf/preflight/check.ts';
import { preflight } from '../../../src/pdf/preflight/preflight.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { passagesOf } from '../../../src/pdf/reading/text-of.ts';
import { layOutText } from '../../print-text.ts';
import { fonts } from '../../support.ts';

/** Every kind of character that Unicode calls default ignorable, but for the soft hyphen and the zero-width space. */
const IGNORABLE = [
  ...'\u034F\u061C\u115F\u17B4\u180B\u180E\u200C\u200D\u200E\u200F\u202A\u202E\u2060\u2061\u2064\u2066\u2069',
  ...'\u206F\u3164\uFE00\uFE0E\uFE0F\uFEFF\uFFA0\u{1D173}\u{E0001}\u{E0020}\u{E0100}',
];

const textMarks = (marks: readonly Mark[]): TextMark[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text' ? [mark] : mark.kind === 'group' ? textMarks(mark.marks) : [],
  );

/** The lines of the one paragraph of a document. */
const linesOf = (text: string) => {
  const { laid, report } = layOutText(text);
  return { marks: laid.pages.flatMap((page) => textMarks(page.marks)), laid, findings: report.diagnostics };
};

describe('characters that print nothing', () => {
  it.each(IGNORABLE.map((character) => [character.codePointAt(0)!.toString(16), character]))(
    'leave no trace and stop nothing: U+%s',
    (_, character) => {
      const { marks, findings } = linesOf(`A lo${character}ng word${character} here.`);
      expect(findings).toEqual([]);
      expect(marks.map(({ text }) => text)).toEqual(['A long word here.']);
      const [plain] = linesOf('A long word here.').marks;
      expect(marks[0]!.width).toBeCloseTo(plain!.width, 2);
    },
  );

  it('are not in the way of words that are searched for in the PDF', async () => {
    const { laid } = linesOf(
      `# Safety ⚠\uFE0F\n\nA wo${IGNORABLE.join('')}rd in one piece, 1\uFE0F\u20E3 of two.`,
    );
    const bytes = paint(laid, fonts, { title: 'Words', lang: 'en-GB', date: new Date(0) });
    const pdf = (await readPdf('words.pdf', bytes, createReport()))!;
    const said = passagesOf(pdf, ' ').map(({ text }) => text.trim());
    expect(said).toEqual(['Safety ⚠\uFE0F', 'A word in one piece, 1\uFE0F\u20E3 of two.']);
    expect(preflight(pdf, { ...ANY_FILE, standards: true })).toEqual([]);
  });

  it('do not make a paragraph of their own into an error', () => {
    expect(linesOf('One.\n\n\u200E\uFE0F\n\nTwo.').findings).toEqual([]);
  });

  it('say where lines may end, and where not', () => {
    const long = 'ABCDEFGHIJ'.repeat(4);
    const broken = linesOf(`${long}\u200B${long}`);
    expect(broken.findings).toEqual([]);
    expect(broken.marks.map(({ text }) => text)).toEqual([long, long]);
    // A line would otherwise end at the hyphen.
    const words = 'word '.repeat(20);
    const starts = (joint: string) =>
      Array.from({ length: 40 }, (_, more) =>
        linesOf(
          `${words}${'x'.repeat(more)} twenty${joint}something and more of it to fill a line`,
        ).marks.some(({ text }) => text.startsWith('something')),
      );
    expect(starts('-')).toContain(true);
    expect(starts('-\u2060')).not.toContain(true);
  });
});

describe('spaces of other kinds', () => {
  it('are spaces where the font lacks them, and never a box', () => {
    const kinds = '\u1680\u2002\u2003\u2006\u2008\u200A\u2028\u2029\u202F\u205F\u3000\u0085\u000B\u000C';
    for (const space of kinds) {
      const { marks, findings } = linesOf(`one${space}two`);
      expect(findings).toEqual([]);
      const shown = marks.map(({ text }) => text).join('');
      expect(shown).toMatch(/^one\stwo$/);
      for (const { face, text } of marks)
        for (const character of text) expect(fonts.has(face, character)).toBe(true);
    }
  });
});

describe('a mark on a letter', () => {
  it('is of the same face as its letter', () => {
    expect(fonts.runs('serif', '1\u0336 ∅\u20DD a')).toEqual([
      { face: 'serif', text: '1\u0336 ' },
      { face: 'math', text: '∅\u20DD ' },
      { face: 'serif', text: 'a' },
    ]);
    expect(fonts.runs('serif', 'e\u0301')).toEqual([{ face: 'serif', text: 'e\u0301' }]);
  });
});

describe('joiners', () => {
  /** The serif face, whose group of spaces from U+2009 to U+200B is made to go on to the non-joiner. */
  function withNonJoiner(): Uint8Array {
    const bytes = Buffer.from(
      readFonts()
        .find(({ face }) => face === 'serif')!
        .bytes()!,
    );
    const group = Buffer.from([0, 0, 0x20, 0x09, 0, 0, 0x20, 0x0b]);
    const places = [bytes.indexOf(group), bytes.lastIndexOf(group)];
    for (const at of places) bytes.writeUInt8(0x0c, at + 7);
    return bytes;
  }

  it('keep letters from being drawn as one where the font has them, and leave nothing in the text', () => {
    const plain = fonts.shape('serif', 'Auflage').parts[0]!;
    const joined = fonts.shape('serif', 'Auf\u200Clage').parts[0]!;
    expect(joined.glyphs).toEqual(plain.glyphs);

    const own = createFontBook([{ face: 'serif', bytes: withNonJoiner() }]);
    expect(own.visible('serif', 'Auf\u200C\uFE0Flage')).toBe('Auf\u200Clage');
    const [parted] = own.shape('serif', 'Auf\u200Clage').parts;
    expect(parted!.characters).toEqual([...'Auflage']);
    expect(parted!.glyphs.length).toBe(plain.glyphs.length + 1);
  });
});
