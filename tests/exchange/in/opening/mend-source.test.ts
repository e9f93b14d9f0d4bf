import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/diagnostics/decode-text.ts';
import { mendSource } from '../../../../src/exchange/in/opening/mend-source.ts';

/** UTF-8 that was opened as Windows-1252. */
const opened = (text: string) => decodeText(new Uint8Array(Buffer.from(text, 'utf8')), 'windows-1252');

describe('a garbled source', () => {
  it('is mended in each of its lines, whichever way a line was garbled', () => {
    const text = [
      'A line that is well.',
      opened('“Don’t,” she said – and didn’t.'),
      'He doesn＊t say ※I know§ 〞 the students＊ word, pages 3每5.',
      'A voilÃ and a quotation: â€œNo,â€ he said.',
      opened(opened('It’s late.')),
      'It doesn\uFFFDt matter.',
    ].join('\n');
    const { text: mended, mends } = mendSource(text);
    expect(mended.split('\n')).toEqual([
      'A line that is well.',
      '“Don’t,” she said – and didn’t.',
      'He doesn’t say “I know” — the students’ word, pages 3–5.',
      'A voilà and a quotation: “No,” he said.',
      'It’s late.',
      'It doesn’t matter.',
    ]);
    expect(mends.map(({ line, meant }) => `${line} ${meant}`)).toEqual([
      '2 “Don’t,”',
      '2 –',
      '2 didn’t.',
      '3 doesn’t',
      '3 “I',
      '3 know”',
      '3 —',
      '3 students’',
      '3 3–5.',
      '4 voilà',
      '4 “No,”',
      '5 It’s',
      '6 doesn’t',
    ]);
  });

  it('keeps signs that are meant', () => {
    for (const line of [
      'See § 5 and §7 (§ 9a), which he doesn＊t.',
      'He doesn＊t ※ see below',
      '每个人都知道, he doesn＊t say.',
    ])
      expect(mendSource(line).text).toBe(line.replace('doesn＊t', 'doesn’t'));
    expect(mendSource('voilÃ  and voilÃ\u00A0 and â€œ').text).toBe('voilà and voilà and “');
    expect(mendSource('see § 5, ※ and 5 ＊ 3').text).toBe('see § 5, ※ and 5 ＊ 3');
    expect(mendSource('Â l’ombre, São Paulo, ÂME, CAFÉ”').text).toBe('Â l’ombre, São Paulo, ÂME, CAFÉ”');
  });

  it('says where a character was lost, and shows it where nobody knows which', () => {
    expect(mendSource('na\uFFFDve they\uFFFDve, we\uFFFDll can\uFFFDt I\uFFFDm').text).toBe(
      'na[?]ve they’ve, we’ll can’t I’m',
    );
    const { text, mends } = mendSource('caf\uFFFD au lait\nwe don?t know page?t=1 or what?s up? yes?');
    expect(text).toBe('caf[?] au lait\nwe don?t know page?t=1 or what?s up? yes?');
    expect(mends).toEqual([
      { line: 1, column: 4, found: 'caf\uFFFD', meant: undefined },
      { line: 2, column: 4, found: 'don?t', meant: undefined },
      { line: 2, column: 27, found: 'what?s', meant: undefined },
    ]);
  });

  it('loses what prints nothing, and no line', () => {
    expect(mendSource('a\u200Bb\u00ADc\n\n\uFEFFe\u0301\u2028f\uE000').text).toBe('abc\n\né f');
  });

  it('changes nothing in well-formed text', () => {
    const word = fc.constantFrom(
      'don’t',
      '“So”',
      '§ 5',
      'é',
      'Zürich',
      '—',
      '…',
      '£5',
      'naïve',
      '«',
      '»',
      'Ærø',
      '½',
      '※',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(mendSource(words.join(' ')).text).toBe(words.join(' '));
      }),
    );
  });

  it('gives any text back that was garbled once or twice', () => {
    const word = fc.constantFrom(
      'don’t',
      '“So,”',
      'café',
      'Zürich',
      '–',
      '—',
      'well…',
      '£5',
      '€6',
      'naïve',
      'plain',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.boolean(), (words, twice) => {
        const text = words.join(' ');
        expect(mendSource(twice ? opened(opened(text)) : opened(text)).text).toBe(text);
      }),
    );
  });
});
