import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/diagnostics/decode-text.ts';
import { findGarbled, mendGarbled } from '../../src/diagnostics/mend-garbled.ts';

/** UTF-8 that was opened as Windows-1252. */
const opened = (text: string) => decodeText(new Uint8Array(Buffer.from(text, 'utf8')), 'windows-1252');
/** The same in programs that take it for Latin-1. */
const openedAsLatin = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('a text that was opened in the wrong encoding', () => {
  it.each([
    'We don’t know.',
    '“Look,” she said',
    'a café in Zürich',
    'It costs £5 or €6.',
    'pages 3–5 — or 6…',
  ])('is found and mended, once or twice: %s', (text) => {
    for (const garbled of [opened(text), openedAsLatin(text), opened(opened(text))]) {
      expect(findGarbled(garbled)).toBeDefined();
      expect(mendGarbled(garbled)).toBe(text);
    }
  });

  it.each([
    ['We don＊t know 〞 not at all.', 'We don’t know — not at all.'],
    ['※Look,§ she said, and ※wait§.', '“Look,” she said, and “wait”.'],
    ['pages 3每5', 'pages 3–5'],
  ])('is found and mended where it is Chinese: %s', (garbled, text) => {
    expect(findGarbled(garbled)).toBeDefined();
    expect(mendGarbled(garbled)).toBe(text);
  });

  it.each([
    'the CAFÉ” and the MANHÃ”',
    '«À» or “É’”',
    'see § 3 and §4',
    '每个人都知道。〝好〞',
    'a ＊ b',
    '5 × 3 ± 2 °C, ½ £',
    'São Paulo, Ålesund, Ärger, Ça va',
  ])('is not what people write: %s', (text) => {
    expect(findGarbled(text)).toBeUndefined();
    expect(mendGarbled(text)).toBe(text);
  });

  it('is found at the first place, with a few words', () => {
    const text = `A line.\n${'many words '.repeat(20)}they donâ€™t end ${'for long '.repeat(20)}`;
    const found = findGarbled(text)!;
    expect(text.slice(found.offset, found.offset + 3)).toBe('â€™');
    expect(found.found.length).toBeLessThan(70);
    expect(found.meant).toContain('they don’t end');
  });
});
