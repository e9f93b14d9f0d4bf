import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import type { Raster } from '../../../src/pages/picture.ts';
import { pngPixels } from '../../../src/pages/pictures/colour-pixels.ts';
import { writeChunks } from '../../../src/pages/pictures/png-chunks.ts';
import { readPicture } from '../../../src/pages/pictures/read-picture.ts';
import { fonts } from '../../support.ts';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

function read(bytes: Uint8Array) {
  const report = createReport();
  const picture = readPicture({ path: 'p', bytes }, fonts, report)?.picture as Raster | undefined;
  return { picture, codes: report.diagnostics.map(({ code }) => code) };
}

/** The pixels that are printed. */
function pixelsOf(picture: Raster | undefined): number[] {
  const pixels = pngPixels(bytesOf(picture!.data));
  if (typeof pixels !== 'object') throw new Error(`no colour: ${pixels}`);
  return [...pixels.rgb];
}

/** Two frames of 2 by 2 pixels: red with a blue one, and green. */
const GIF =
  'R0lGODlhAgACAPAAAP8AAAAA/yH5BAAAAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAAAgACAAACA0QABQAh+QQAAAAAACwAAAAAAgACAIAA/wAAAAACAoRRADs=';
/** Red and blue, side by side. */
const WEBP =
  'UklGRj4AAABXRUJQVlA4IDIAAAAwAgCdASoCAAEAAgA0JaACdLoB+AADIPHOYAD++5+ul/n2n/U+q56/f/G7cYb70AAAAA==';
/** 4 by 4 pixels of red (200, 30, 40) in four inks, as Adobe’s programs store them. */
const CMYK =
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ/9sAQwEDAwMEAwQIBAQIEAsJCxAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ/8AAFAgABAAEBAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAYI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAcJ/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwB6UE4lgP/Z';

describe('a picture that is decoded', () => {
  it('is the first frame of a GIF', () => {
    const { picture, codes } = read(bytesOf(GIF));
    expect(picture).toMatchObject({ width: 2, height: 2, format: 'png' });
    const pixels = pixelsOf(picture);
    expect(pixels).toEqual([255, 0, 0, 0, 0, 255, 255, 0, 0, 255, 0, 0]);
    expect(codes).toEqual([]);
  });

  it('is a WebP, and leaves nothing among the globals', () => {
    const before = 'ImageData' in globalThis;
    const { picture, codes } = read(bytesOf(WEBP));
    expect(picture).toMatchObject({ width: 2, height: 1, format: 'png' });
    expect(codes).toEqual([]);
    expect('ImageData' in globalThis).toBe(before);
  });

  it('is a JPEG in four inks', () => {
    const { picture } = read(bytesOf(CMYK));
    expect(picture).toMatchObject({ width: 4, height: 4, format: 'png' });
    const [red, green, blue] = pixelsOf(picture);
    for (const [is, was] of [
      [red, 200],
      [green, 30],
      [blue, 40],
    ])
      expect(Math.abs(is! - was!)).toBeLessThan(6);
  });

  it.each([GIF, WEBP, CMYK])('is refused if it is cut off or changed: %#', (text) => {
    const whole = bytesOf(text);
    for (let length = 12; length < whole.length; length += 7) {
      const { picture, codes } = read(whole.slice(0, length));
      expect(picture === undefined ? codes.length : codes).toEqual(picture === undefined ? 1 : []);
    }
  });

  it('says that a WebP moves, or is too large', () => {
    const header = (flags: number, side: number) => {
      const bytes = new Uint8Array(40);
      bytes.set(new TextEncoder().encode('RIFF....WEBPVP8X'));
      bytes.set([10, 0, 0, 0, flags, 0, 0, 0], 16);
      bytes.set([side & 255, side >> 8, 0, side & 255, side >> 8, 0], 24);
      return bytes;
    };
    expect(read(header(2, 10)).codes).toEqual(['picture-unsupported']);
    expect(read(header(0, 10_000)).codes).toEqual(['picture-too-large']);
  });
});

describe('an interlaced PNG', () => {
  /** The passes of Adam7: where each begins, and its steps. */
  const PASSES: [number, number, number, number][] = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ];

  /** A PNG of samples of some bits, interlaced. */
  function interlaced(
    width: number,
    height: number,
    bits: number,
    sampleAt: (x: number, y: number) => number,
  ) {
    const bytes: number[] = [];
    for (const [left, top, across, down] of PASSES)
      for (let y = top; y < height; y += down) {
        let row = '';
        for (let x = left; x < width; x += across) row += sampleAt(x, y).toString(2).padStart(bits, '0');
        if (row === '') continue;
        bytes.push(0);
        for (let at = 0; at < row.length; at += 8)
          bytes.push(Number.parseInt(row.slice(at, at + 8).padEnd(8, '0'), 2));
      }
    const header = new Uint8Array(13);
    new DataView(header.buffer).setUint32(0, width);
    new DataView(header.buffer).setUint32(4, height);
    header.set(bits === 24 ? [8, 2, 0, 0, 1] : [bits, 0, 0, 0, 1], 8);
    return writeChunks([
      { type: 'IHDR', data: header },
      { type: 'IDAT', data: zlibSync(new Uint8Array(bytes)) },
      { type: 'IEND', data: new Uint8Array(0) },
    ]);
  }

  it.each([
    [1, 1],
    [2, 3],
    [5, 1],
    [9, 13],
    [17, 8],
  ])('of %i by %i pixels is what it was', (width, height) => {
    const colour = (x: number, y: number) => ((x * 7 + 1) << 16) | ((y * 11) << 8) | (x + y);
    const expected = Array.from({ length: width * height }, (_, at) => {
      const value = colour(at % width, Math.floor(at / width));
      return [value >> 16, (value >> 8) & 255, value & 255];
    }).flat();
    expect(pixelsOf(read(interlaced(width, height, 24, colour)).picture)).toEqual(expected);
  });

  it.each([1, 2, 4])('may have %i bits in a pixel', (bits) => {
    const most = 2 ** bits - 1;
    const { picture, codes } = read(interlaced(11, 9, bits, (x, y) => (x * y) & most));
    expect(codes).toEqual([]);
    expect(picture).toMatchObject({ width: 11, height: 9 });
  });

  it('is refused if it has less data than its size says', () => {
    const bytes = interlaced(9, 9, 24, () => 1);
    const larger = interlaced(90, 90, 24, () => 1);
    bytes.set(larger.slice(8, 33), 8);
    expect(read(bytes)).toMatchObject({ picture: undefined, codes: ['picture-broken'] });
  });
});
