import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/diagnostics/decode-text.ts';
import { type TextEncoding, textEncoding } from '../../src/diagnostics/text-encoding.ts';

const TEXT = 'name,seat\nZoë Müller,1\n';
const CHINESE = 'a的人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

describe('the bytes of a text', () => {
  it.each([
    ['UTF-8', utf8(TEXT), 'utf-8', TEXT],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${TEXT}`), 'utf-8', TEXT],
    ['UTF-16, little end first', utf16le(TEXT), 'utf-16le', TEXT],
    ['UTF-16, big end first', utf16be(TEXT), 'utf-16be', TEXT],
    ['UTF-16 with a mark', utf16le(`\uFEFF${TEXT}`), 'utf-16le', TEXT],
    ['UTF-16 with a mark, big end first', utf16be(`\uFEFF${TEXT}`), 'utf-16be', TEXT],
    ['UTF-16 that begins with a letter that is not Western', utf16le(`Ж${TEXT}`), 'utf-16le', `Ж${TEXT}`],
    ['UTF-16 that is nearly all Chinese', utf16le(CHINESE), 'utf-16le', CHINESE],
    ['Chinese, big end first', utf16be(CHINESE), 'utf-16be', CHINESE],
    ['Latin-1', latin1(TEXT), 'windows-1252', TEXT],
    ['Windows-1252', latin1('\x93d\x92Arc\x94 \x80 5'), 'windows-1252', '“d’Arc” € 5'],
    ['nothing', utf8(''), 'utf-8', ''],
    ['one null character in UTF-8', utf8('a\0bcdefghijklmnop'), 'utf-8', 'a\0bcdefghijklmnop'],
  ])('may be %s', (_, bytes, encoding, text) => {
    expect(textEncoding(bytes)).toBe(encoding);
    expect(decodeText(bytes, encoding as TextEncoding)).toBe(text);
  });

  it.each([
    ['pdf', utf8('%PDF-1.7\n')],
    ['zip', latin1('PK\x03\x04\x14\0\0\0')],
    ['ole', latin1('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0')],
  ])('may be no text but %s', (format, bytes) => {
    expect(textEncoding(bytes)).toBe(format);
  });

  it('have a character for every byte in Windows-1252', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const text = decodeText(bytes, 'windows-1252');
    expect([...text]).toHaveLength(256);
    expect(text).not.toContain('\uFFFD');
    expect(text.slice(0xa0)).toBe(Buffer.from(bytes.subarray(0xa0)).toString('latin1'));
  });
});
