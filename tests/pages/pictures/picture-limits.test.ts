import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { writeChunks } from '../../../src/pages/pictures/png-chunks.ts';
import { readPicture } from '../../../src/pages/pictures/read-picture.ts';
import { fonts } from '../../support.ts';

function read(bytes: Uint8Array) {
  const report = createReport();
  const picture = readPicture({ path: 'p', bytes }, fonts, report)?.picture;
  return { picture, found: report.diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

const svg = (inner: string, { size = 'width="90" height="90"', before = '' } = {}) =>
  read(new TextEncoder().encode(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inner}</svg>`));

/** A PNG of 8 bits a sample, without the data that its header promises. */
function png(width: number, height: number, colour = 0, interlace = 0) {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, colour, 0, 0, interlace], 8);
  return writeChunks([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: zlibSync(new Uint8Array(1)) },
    { type: 'IEND', data: new Uint8Array(0) },
  ]);
}

/** A JPEG that ends after its header. */
const jpeg = (width: number, height: number) =>
  new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xdb, 0, 3, 0],
    ...[0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9],
  ]);

const gif = (width: number, height: number) =>
  new Uint8Array([
    ...new TextEncoder().encode('GIF89a'),
    ...[width & 255, width >> 8, height & 255, height >> 8, 0, 0, 0],
  ]);

const RECTANGLE = '<rect width="9" height="9"/>';

describe('a picture of more than is read', () => {
  it.each<[string, Uint8Array, Uint8Array]>([
    ['a PNG with too many pixels', png(6000, 6000), png(6000, 6001)],
    ['a PNG with too long a side', png(20_000, 1), png(20_001, 1)],
    ['a PNG with too high a side', png(1, 20_000), png(1, 20_001)],
    ['an interlaced PNG with too much in memory', png(5000, 5500, 6, 1), png(5000, 5501, 6, 1)],
    ['a JPEG with too many pixels', jpeg(8000, 8000), jpeg(8000, 8001)],
    ['a GIF with too many pixels', gif(6000, 6000), gif(6000, 6001)],
  ])('is refused before its data is read: %s', (_, most, more) => {
    expect(read(most).found).toEqual([expect.stringMatching(/^picture-broken/)]);
    expect(read(more).found).toEqual([expect.stringMatching(/^picture-too-large.* pixels; the limit is/)]);
  });

  it('is refused: a file of over 20 MB', () => {
    const bytes = new Uint8Array(20 * 1024 * 1024 + 1);
    expect(read(bytes.subarray(1)).found).toEqual([expect.stringMatching(/^picture-unsupported/)]);
    expect(read(bytes).found).toEqual([expect.stringMatching(/^picture-too-large.* the limit is 20 MB/)]);
  });

  const nested = (depth: number) => `${'<g>'.repeat(depth)}${RECTANGLE}${'</g>'.repeat(depth)}`;
  const hidden = (count: number) => `<defs>${RECTANGLE.repeat(count)}</defs>${RECTANGLE}`;
  const styled = (rules: number) => `<style>${'.a{fill:red}'.repeat(rules)}</style>${RECTANGLE}`;
  it.each([
    ['elements', hidden(19_997), hidden(20_000), /more than 20000 elements/],
    ['elements inside one another', nested(63), nested(64), /nested more than 64 deep/],
    ['rules of style', styled(2000), styled(2001), /style sheets have more than 2000 rules/],
  ])('is refused: a drawing of %s', (_, most, more, why) => {
    expect(svg(most)).toMatchObject({ picture: { kind: 'drawing' }, found: [] });
    expect(svg(more)).toMatchObject({ picture: undefined, found: [expect.stringMatching(why)] });
  });

  it.each(['width="100000" height="9"', 'viewBox="0 0 9 100000"'])(
    'is refused: a drawing longer than %s',
    (size) => {
      expect(svg(RECTANGLE, { size }).found).toEqual([]);
      expect(svg(RECTANGLE, { size: size.replace('100000', '100001') }).found).toEqual([
        expect.stringMatching(/^picture-broken.*no valid size/),
      ]);
    },
  );
});

describe('a PNG whose parts are damaged', () => {
  it('is refused if a checksum is wrong, and nothing else', () => {
    const bytes = png(1, 1);
    bytes[bytes.length - 1]! ^= 1;
    expect(read(bytes).found).toEqual([
      expect.stringMatching(/^picture-broken.*checksum of its part "IEND"/),
    ]);
  });

  it('is refused if a part is longer than the file', () => {
    const bytes = png(1, 1);
    new DataView(bytes.buffer).setUint32(8, 9999);
    expect(read(bytes).found).toEqual([expect.stringMatching(/^picture-broken.*in the middle of its data/)]);
  });
});

describe('what a drawing refers to', () => {
  const entities = (declared: string) => ({ before: `<!DOCTYPE svg [${declared}]>` });

  it('may be a text that it names, but not one with others in it, or one of very many', () => {
    expect(svg('<text y="9">&a;</text>', entities('<!ENTITY a "word">')).found).toEqual([]);
    for (const inner of ['&a;', '&#38;a;', '%a;', '<g/>'])
      expect(
        svg('<text y="9">&b;</text>', entities(`<!ENTITY a "word"><!ENTITY b "${inner}">`)).found,
      ).toEqual([expect.stringMatching(/^picture-broken/)]);
    const many = Array.from({ length: 61 }, (_, index) => `<!ENTITY a${index} "word">`).join('');
    expect(svg('<text y="9">&a59;</text>', entities(many)).found).toEqual([]);
    expect(svg('<text y="9">&a60;</text>', entities(many)).found).toEqual([
      expect.stringMatching(/^picture-broken/),
    ]);
  });

  it('may be itself, in a gradient, which then takes pixels', () => {
    for (const gradients of [
      '<linearGradient id="a" href="#a"/>',
      '<linearGradient id="a" href="#b"/><radialGradient id="b" href="#a"/>',
    ])
      expect(svg(`<defs>${gradients}</defs><rect width="9" height="9" fill="url(#a)"/>`).found).toEqual([
        expect.stringMatching(/^drawing-in-pixels/),
      ]);
  });

  it('may be itself, in a clip, which then takes pixels', () => {
    const { found } = svg(
      '<clipPath id="c"><use id="u" href="#u"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>',
    );
    expect(found).toEqual([expect.stringMatching(/a clip path of this kind/)]);
  });
});
