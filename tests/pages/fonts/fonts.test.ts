import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../src/cli/files/reading/read-fonts.ts';
import { createFontBook } from '../../../src/pages/fonts/font-book.ts';
import { openFontkitFont } from '../../../src/pages/fonts/fontkit-font.ts';
import { openFont } from '../../../src/pages/fonts/open-font.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { layOutText } from '../../print-text.ts';
import { fonts } from '../../support.ts';

const bytesOf = (face: string) =>
  readFonts()
    .find((file) => file.face === face)!
    .bytes()!;

/** The same font with one more table: what makes a static font a variable one. */
function withTable(font: Uint8Array, tag: string, table: Buffer): Uint8Array {
  const old = Buffer.from(font);
  const count = old.readUInt16BE(4);
  const directory = Buffer.from(old.subarray(0, 12 + count * 16 + 16));
  old.copy(directory, 12 + 16, 12, 12 + count * 16);
  directory.writeUInt16BE(count + 1, 4);
  for (let at = 28; at < directory.length; at += 16)
    directory.writeUInt32BE(directory.readUInt32BE(at + 8) + 16, at + 8);
  directory.write(tag, 12, 'latin1');
  directory.writeUInt32BE(old.length + 16, 20);
  directory.writeUInt32BE(table.length, 24);
  return Buffer.concat([directory, old.subarray(12 + count * 16), table]);
}

/** An `fvar` table with one axis: weight from 200 to 900. */
function weightAxis(): Buffer {
  const table = Buffer.alloc(36);
  [1, 0, 16, 2, 1, 20, 0, 8].forEach((value, at) => {
    table.writeUInt16BE(value, at * 2);
  });
  table.write('wght', 16, 'latin1');
  [200, 400, 900].forEach((value, at) => {
    table.writeInt32BE(value * 65536, 20 + at * 4);
  });
  table.writeUInt16BE(256, 34);
  return table;
}

describe('a font that would print wrongly', () => {
  it('is refused: WOFF2', () => {
    const woff2 = Buffer.concat([Buffer.from('wOF2'), brotliCompressSync(bytesOf('serif'))]);
    expect(() => createFontBook([{ face: 'serif', bytes: woff2 }]).width('serif', 10, 'a')).toThrow(/WOFF2/);
  });

  it('is refused: variable', () => {
    const variable = withTable(bytesOf('serif'), 'fvar', weightAxis());
    expect(() => createFontBook([{ face: 'serif', bytes: variable }]).width('serif', 10, 'a')).toThrow(
      /variable/,
    );
    const static_ = withTable(bytesOf('serif'), 'zzzz', Buffer.alloc(4));
    expect(createFontBook([{ face: 'serif', bytes: static_ }]).width('serif', 10, 'a')).toBeGreaterThan(0);
  });
});

/** The same font in the WOFF wrapper, with its tables as they are. */
function inWoff(font: Uint8Array): Uint8Array {
  const old = Buffer.from(font);
  const count = old.readUInt16BE(4);
  const directory = Buffer.alloc(44 + count * 20);
  directory.write('wOFF', 0, 'latin1');
  directory.writeUInt32BE(old.readUInt32BE(0), 4);
  directory.writeUInt16BE(count, 12);
  for (let index = 0; index < count; index++) {
    const [record, entry] = [12 + index * 16, 44 + index * 20];
    const length = old.readUInt32BE(record + 12);
    directory.write(old.toString('latin1', record, record + 4), entry, 'latin1');
    directory.writeUInt32BE(old.readUInt32BE(record + 8) + directory.length, entry + 4);
    directory.writeUInt32BE(length, entry + 8);
    directory.writeUInt32BE(length, entry + 12);
  }
  return Buffer.concat([directory, old]);
}

describe('a font of another kind', () => {
  it('is measured, shaped and embedded by fontkit, to the same bytes: WOFF', () => {
    const read = (wrap: (font: Uint8Array) => Uint8Array) =>
      createFontBook(
        readFonts().map(({ face, bytes, only }) => ({
          face,
          bytes: () => {
            const font = bytes();
            return font && wrap(font);
          },
          ...(only && { only }),
        })),
      );
    const [plain, wrapped] = [read((font) => font), read(inWoff)];
    const text = 'Official waters, “AVALANCHE” été';
    expect(wrapped.metrics('serif')).toEqual(plain.metrics('serif'));
    expect(wrapped.shape('serif+onum', text).parts).toEqual(plain.shape('serif+onum', text).parts);

    const { laid } = layOutText('# Two\n\nOfficial **waters** of 1905, *été* and `code`.\n');
    const [pdf, other] = [plain, wrapped].map((fonts) =>
      paint(laid, fonts, { title: 'Waters', lang: 'en-GB', date: new Date(0) }),
    ) as [Uint8Array, Uint8Array];
    expect(Buffer.compare(pdf, other)).toBe(0);
  });
});

describe('a damaged font', () => {
  // What fontkit says of it is what is reported.
  it.each([
    ['cut in its directory', (font: Buffer) => font.subarray(0, 100)],
    ['cut in a table', (font: Buffer) => font.subarray(0, font.length / 2)],
    ['with nothing in it', (font: Buffer) => font.subarray(0, 0)],
    ['that is a text', () => Buffer.from('This is not a font, but a text about fonts.')],
    ['with a table beyond its end', (font: Buffer) => moved(font, 'cmap', 0x7fffffff)],
  ])('fails as it does in fontkit: %s', (_, damage) => {
    const bytes = damage(Buffer.from(bytesOf('serif')));
    const messageOf = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return String(error);
      }
      return 'nothing is wrong';
    };
    const setText = (open: typeof openFont) => () => open('serif', bytes).shaper([])('office');
    const message = messageOf(setText(openFont));
    expect(message).toBe(messageOf(setText(openFontkitFont)));
    expect(message).not.toBe('nothing is wrong');
  });
});

/** A font whose directory says that a table begins elsewhere. */
function moved(font: Buffer, tag: string, offset: number): Buffer {
  const record = font.indexOf(tag, 12, 'latin1');
  font.writeUInt32BE(offset, record + 8);
  return font;
}

describe('what a face lacks', () => {
  it('comes from sans, serif, symbols, in its own weight and slope where they have it', () => {
    expect(fonts.runs('legible-bold-italic', 'aЖ')).toEqual([
      { face: 'legible-bold-italic', text: 'a' },
      { face: 'sans-bold-italic', text: 'Ж' },
    ]);
    expect(fonts.runs('serif-bold', '☞')).toEqual([{ face: 'symbols', text: '☞' }]);
  });

  it('covers Greek and Cyrillic in every family that text is read in', () => {
    for (const face of ['serif', 'serif-italic', 'sans', 'sans-bold', 'legible', 'legible-bold'])
      expect(fonts.missingCharacters(face, 'Ἀρχὴ ἥμισυ παντός. Съешь же ещё этих мягких булок')).toEqual([]);
  });

  it('comes from an optional font last, which is opened for its own letters only', () => {
    let opened = 0;
    const openSigns = () => {
      opened++;
      return bytesOf('symbols');
    };
    const book = createFontBook([
      { face: 'serif', bytes: bytesOf('serif') },
      { face: 'signs', bytes: openSigns, only: /[☞♞]/ },
      { face: 'missing', bytes: () => undefined, only: /[☞♞]/ },
    ]);
    expect(book.missingCharacters('serif', 'Light ♜')).toEqual(['♜']);
    expect(opened).toBe(0);
    expect(book.runs('serif', 'a☞')).toEqual([
      { face: 'serif', text: 'a' },
      { face: 'signs', text: '☞' },
    ]);
    expect(book.missingCharacters('serif', '☞♞')).toEqual([]);
    expect(opened).toBe(1);
  });
});

describe('a face with features', () => {
  it('has small capitals and old-style figures of its own widths, that stand for what was written', () => {
    const shape = (face: string, word: string) => fonts.shape(face, word).parts[0]!;
    const capitals = shape('serif+smcp', 'light');
    expect(capitals.characters.join('')).toBe('light');
    expect(capitals.glyphs).not.toEqual(shape('serif', 'light').glyphs);
    expect(shape('serif+onum', '1897').glyphs).not.toEqual(shape('serif', '1897').glyphs);
    expect(fonts.width('serif', 10, 'light')).not.toBe(fonts.width('serif+smcp', 10, 'light'));
  });

  it('falls back on faces without them', () => {
    expect(fonts.runs('legible-bold+smcp', 'aЖ')).toEqual([
      { face: 'legible-bold+smcp', text: 'a' },
      { face: 'sans-bold', text: 'Ж' },
    ]);
  });
});

describe('a letter whose outline is part of another', () => {
  // The e is drawn for the é before any text has it; “ft”, “fi” and “ffe” are shaped whole.
  it.each([
    ['serif', 'é', 'left', 'l e ft'],
    ['serif', 'ñü', 'find us', 'fi n d   u s'],
    ['serif-bold', 'öä', 'soft, after', 's o ft ,   a ft e r'],
  ])('in %s stands for itself in text that comes after the outline of “%s”', (face, outlined, text, read) => {
    const book = createFontBook(readFonts());
    for (const { glyphs } of book.shape(face, outlined).parts)
      for (const glyph of glyphs) {
        book.glyphInk(face, glyph);
        book.glyphOutline(face, glyph);
      }
    const characters = book.shape(face, text).parts.flatMap((part) => part.characters);
    expect(characters.join(' ')).toBe(read);
    expect(characters.join('')).toBe(text);
  });
});
