import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import type { Drawing, Raster } from '../../../src/pages/picture.ts';
import { pngPixels } from '../../../src/pages/pictures/colour-pixels.ts';
import { readChunks, writeChunks } from '../../../src/pages/pictures/png-chunks.ts';
import { eachPixelRow } from '../../../src/pages/pictures/png-pixels.ts';
import { readPicture } from '../../../src/pages/pictures/read-picture.ts';
import { readPictures } from '../../../src/pages/pictures/read-pictures.ts';
import { readPng } from '../../../src/pages/pictures/read-png.ts';
import { fonts } from '../../support.ts';

const at = { file: 'p', line: 1, column: 1 };
const bytesOf = (text: string) => new TextEncoder().encode(text);

function read(bytes: Uint8Array) {
  const report = createReport();
  const picture = readPicture({ path: 'p', bytes }, fonts, report)?.picture;
  return { picture, codes: report.diagnostics.map(({ code }) => code), found: report.diagnostics };
}
const svg = (inner: string, head = 'width="100" height="50"') =>
  read(bytesOf(`<svg xmlns="http://www.w3.org/2000/svg" ${head}>\n${inner}\n</svg>`));
const drawn = (inner: string, head?: string) => (svg(inner, head).picture as Drawing).marks;

/** A PNG of some rows, each with its filter before it. */
function png(
  width: number,
  height: number,
  depth: number,
  colour: number,
  rows: number[],
  more: [string, number[]][] = [],
) {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([depth, colour], 8);
  return writeChunks([
    { type: 'IHDR', data: header },
    ...more.map(([type, data]) => ({ type, data: new Uint8Array(data) })),
    { type: 'IDAT', data: zlibSync(new Uint8Array(rows)) },
    { type: 'IEND', data: new Uint8Array(0) },
  ]);
}

/** The samples of a PNG that was folded again, and whether it is gray. */
function samples(picture: Raster | undefined) {
  const chunks = readChunks(Uint8Array.from(atob(picture!.data), (letter) => letter.charCodeAt(0)));
  if (typeof chunks === 'string') throw new Error(chunks);
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
  return chunks[0]!.data[9] === 0 ? 'gray' : 'rgb';
}

describe('a PNG', () => {
  it('is gray if it has no colour, so that black is black ink', () => {
    expect(samples(readPng(png(1, 1, 8, 2, [0, 9, 9, 9]), at, createReport()))).toBe('gray');
    expect(samples(readPng(png(1, 1, 8, 2, [0, 9, 9, 8]), at, createReport()))).toBe('rgb');
  });

  it.each([
    ['one bit', png(9, 1, 1, 0, [0, 0xff, 0x80]), 'gray'],
    ['16 bits', png(1, 1, 16, 2, [0, 1, 2, 3, 4, 5, 6]), 'rgb'],
    ['a palette', png(2, 1, 4, 3, [0, 0x01], [['PLTE', [0, 0, 0, 255, 0, 0]]]), 'rgb'],
    ['gray and alpha', png(1, 1, 8, 4, [0, 0, 128]), 'gray'],
    ['transparent red', png(1, 1, 8, 6, [0, 255, 0, 0, 0]), 'gray'],
  ])('of %s is read', (_, bytes, colours) => expect(samples(read(bytes).picture as Raster)).toBe(colours));

  it.each([
    ['of a colour that its palette lacks', png(1, 1, 8, 3, [0, 7], [['PLTE', [0, 0, 0]]])],
    ['without a palette', png(1, 1, 8, 3, [0, 7])],
    ['of an impossible depth', png(1, 1, 3, 2, [0, 1, 2, 3])],
    ['whose filter is none', png(1, 1, 8, 0, [9, 1])],
    ['with too little data', png(5, 5, 8, 0, [0, 1])],
    ['with too much', png(1, 1, 8, 0, Array(9999).fill(0))],
  ])('%s is refused', (_, bytes) =>
    expect(read(bytes)).toMatchObject({ picture: undefined, codes: ['picture-broken'] }),
  );

  it('whatever is done to its bytes, is read or refused, and never a surprise', () => {
    const whole = png(3, 2, 8, 2, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (where, value, length) => {
        const changed = whole.slice(0, length);
        if (where < length) changed[where] = value;
        const { picture, found } = read(changed);
        expect(picture === undefined).toBe(found.length > 0);
      }),
    );
  });
});

describe('a JPEG', () => {
  const start = [0xff, 0xd8, 0xff, 0xdb, 0, 3, 0];
  const frame = (channels: number, kind = 0xc0) => [
    0xff,
    kind,
    0,
    8 + 3 * channels,
    8,
    0,
    20,
    0,
    10,
    channels,
    ...Array.from({ length: channels }, (_, index) => [index + 1, 0x11, 0]).flat(),
  ];
  /** Tables with one code, the bit 0: no difference to the block before, and the end of a block. */
  const tables = [0, 0x10].flatMap((id) => [0xff, 0xc4, 0, 20, id, 1, ...Array(15).fill(0), 0]);
  /** Blocks that are all one grey; each takes two bits. */
  const scanOf = (blocks: number, channels = 3) => [
    ...tables,
    ...[0xff, 0xda, 0, 6 + 2 * channels, channels],
    ...Array.from({ length: channels }, (_, index) => [index + 1, 0]).flat(),
    ...[0, 63, 0, ...Array(Math.ceil(blocks / 4)).fill(0), 0xff, 0xd9],
  ];
  const scan = scanOf(18);
  const exif = (orientation: number) => [
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ];
  const jpeg = (...parts: number[][]) => read(new Uint8Array(parts.flat()));

  it('keeps how the camera was held, and loses what else the camera wrote', () => {
    const { picture } = jpeg(start, exif(6), frame(3), scan);
    expect(picture).toMatchObject({ kind: 'raster', width: 10, height: 20, turn: 90 });
    expect(atob((picture as Raster).data)).not.toContain('Exif');
  });

  it.each([
    [2, 0],
    [4, 180],
    [5, 90],
    [7, 270],
  ])('is turned and then mirrored if it was stored in the way %i', (orientation, turn) => {
    const { picture, codes } = jpeg(start, exif(orientation), frame(3), scan);
    expect(picture).toMatchObject({ turn, mirrored: true });
    expect(codes).toEqual([]);
  });

  it.each([
    [1, []],
    [2, ['drawing-in-pixels']],
    [4, ['drawing-in-pixels']],
    [6, ['drawing-in-pixels']],
  ])(
    'inside a drawing, takes pixels if it was stored in the way %i that is not upright',
    (orientation, codes) => {
      const data = Buffer.from([start, exif(orientation), frame(3), scan].flat()).toString('base64');
      const image = `<image href="data:image/jpeg;base64,${data}" width="10" height="20"/>`;
      expect(svg(image).codes).toEqual(codes);
    },
  );

  it('is refused if it breaks off, or is of a kind that does not print', () => {
    expect(jpeg(start, frame(3), scan.slice(0, -2)).codes).toEqual(['picture-broken']);
    expect(jpeg(start, scan).codes).toEqual(['picture-broken']);
    expect(jpeg(start, frame(2), scan).codes).toEqual(['picture-unsupported']);
    expect(jpeg(start, frame(3, 0xc9), scan).codes).toEqual(['picture-unsupported']);
    expect(jpeg(start, frame(3, 0xc2), scan).codes).toEqual([]);
  });

  it('is refused if its data is not that of a picture of its size', () => {
    const broken = (...parts: number[][]) => jpeg(start, ...parts).found.map(({ message }) => message);
    const without = (from: number, count: number) => scan.toSpliced(from, count);
    expect(broken(frame(1), scanOf(6, 1))).toEqual([]);
    expect(broken(frame(3), scanOf(12))).toEqual(['The picture is damaged: it breaks off before its end.']);
    expect(broken(frame(3, 0xc2), scanOf(12))).toEqual([
      'The picture is damaged: it breaks off before its end.',
    ]);
    expect(broken(frame(3), scanOf(18).with(-4, 0x80))).toEqual([
      'The picture is damaged: its data is corrupt.',
    ]);
    expect(broken(frame(3), without(0, tables.length))).toEqual([
      'The picture is damaged: its header is incomplete.',
    ]);
    const lying = frame(3).with(7, 0x20);
    expect(broken(lying, scan)).toEqual(['The picture is damaged: it breaks off before its end.']);
  });

  it('may begin its bits anew after some blocks, with a marker', () => {
    const everyUnit = [0xff, 0xdd, 0, 4, 0, 1];
    const data = (marker: number) => [0, 1, 2, 3, 4].flatMap((n) => [0, 0xff, marker + n]);
    const restarted = (marker: number) => scan.toSpliced(-7, 5, ...data(marker), 0);
    expect(jpeg(start, frame(3), everyUnit, restarted(0xd0)).codes).toEqual([]);
    expect(jpeg(start, frame(3), everyUnit, restarted(0xe0)).codes).toEqual(['picture-broken']);
  });
});

describe('an SVG', () => {
  it('is as large as it says, in points: 96 pixels are 72', () => {
    expect(svg('')).toMatchObject({ picture: { width: 75, height: 37.5 } });
    expect(svg('', 'viewBox="0 0 40 20" width="50.8mm"').picture).toMatchObject({ width: 144, height: 72 });
    expect(svg('', '').codes).toEqual(['picture-broken']);
  });

  it('maps shapes through its transforms', () => {
    const [line] = drawn(
      '<g transform="translate(10 20) scale(2)"><path d="M1 2h3" stroke="#000" stroke-width="2"/></g>',
    );
    // (1·2 + 10)·0.75 = 9, (2·2 + 20)·0.75 = 18; (4·2 + 10)·0.75 = 13.5; the stroke is 2·2·0.75 = 3.
    expect(line).toMatchObject({
      outline: {
        path: [
          ['M', 9, 18],
          ['L', 13.5, 18],
        ],
      },
      fill: 0,
      stroke: { colour: 0, width: 3 },
    });
  });

  it('has every basic shape, use, inherited and inline style', () => {
    const marks = drawn(
      `<defs><rect id="r" width="4" height="4"/></defs>
       <g fill="none" style="stroke: #f00; stroke-dasharray: 4 2">
       <rect x="1" y="1" width="8" height="8" rx="2"/><circle r="3"/><ellipse rx="3" ry="2"/><line x2="5"/>
       <polyline points="0,0 1,1 2,0"/><polygon points="0 0 1 1 2 0"/><use href="#r" x="9"/></g>`,
    );
    expect(
      marks.map((mark) => (mark.kind === 'shape' && 'path' in mark.outline ? mark.outline.path.length : 0)),
    ).toEqual([10, 6, 6, 2, 3, 4, 5]);
    for (const mark of marks) expect(mark).toMatchObject({ stroke: { colour: [1, 0, 0], dash: [3, 1.5] } });
  });

  it('sets text in our sans face, around its point', () => {
    const width = fonts.width('sans-bold', 12, 'Ray');
    const [text] = drawn(
      '<text x="40" y="20" font-size="16" font-weight="bold" text-anchor="middle">Ray</text>',
    );
    // 16 pixels are 12 points; the point is at 30.
    expect(text).toMatchObject({ kind: 'text', text: 'Ray ', face: 'sans-bold', size: 12, y: 15 });
    expect((text as { x: number }).x).toBeCloseTo(30 - width / 2, 3);
  });

  it('never opens anything else, and says what it does not draw, where', () => {
    const { picture, found } = svg(
      '<image href="file:///etc/passwd"/>\n<use href="http://a.org/x.svg#y"/>\n<use href="#no"/>',
    );
    expect(picture).toBeUndefined();
    expect(found.map(({ code, where }) => [code, where.line])).toEqual([
      ['picture-unsupported', 2],
      ['picture-unsupported', 3],
      ['picture-unsupported', 4],
    ]);
  });

  it('cannot be made to draw without end', () => {
    expect(svg('<g id="a"><use href="#a"/></g>').codes).toContain('picture-broken');
    const bomb = Array.from(
      { length: 8 },
      (_, level) => `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`,
    );
    expect(
      svg(`<defs><g id="l0"><rect width="1" height="1"/></g>${bomb.join('')}</defs><use href="#l8"/>`).codes,
    ).toContain('picture-broken');
    expect(svg('<!DOCTYPE svg [<!ENTITY a "b">]><text>&a;</text>').picture).toBeUndefined();
  });
});

describe('anything else', () => {
  it.each([
    ['GIF89a\u0002\0\u0002\0......', 'picture-broken'],
    [`RIFF....WEBPVP8 ${'\0'.repeat(30)}`, 'picture-broken'],
    ['II*\0............', 'picture-unsupported'],
    ['....ftypheic....', 'picture-unsupported'],
    ['', 'picture-unsupported'],
    ['<html></html>', 'picture-broken'],
    ['<svg', 'picture-broken'],
  ])('%j is refused', (text, code) =>
    expect(read(bytesOf(text))).toMatchObject({ picture: undefined, codes: [code] }),
  );
});

describe('the current colour of a drawing', () => {
  it.each([
    ['black', 0],
    ['#f00', [1, 0, 0]],
    ['inherit', [0, 0, 1]],
  ])('draws in the current colour where that is %s inside another', (colour, fill) => {
    const rect = '<rect width="1" height="1" fill="currentColor"/>';
    expect(drawn(`<g color="#00f"><g color="${colour}">${rect}</g></g>`)).toMatchObject([{ fill }]);
  });
});

describe('names that every object has', () => {
  it.each(['constructor', '__proto__', 'toString'])('are names like any other: %s', (name) => {
    for (const inner of [
      `<rect width="1" height="1" fill="${name}"/>`,
      `<rect width="1" height="1" style="stroke: ${name}"/>`,
      `<rect width="1${name}" height="1"/>`,
      `<text dominant-baseline="${name}">a</text><${name}/>`,
    ]) {
      const { found } = svg(inner);
      for (const { message, hint } of found) expect(`${message} ${hint}`).not.toContain('native code');
    }
    const { found } = svg(`<rect width="1" height="1" fill="${name}"/><${name}/>`);
    expect(found.map(({ code }) => code)).toEqual(['drawing-in-pixels']);
    expect(found[0]!.message).toContain(`“fill: ${name}”, “${name}”`);
  });
});

describe('a page scanned at 600 pixels per inch', () => {
  const [width, height] = [4960, 7016];
  const header = { width, height, depth: 8, colour: 0 };
  const data = [zlibSync(new Uint8Array((width + 1) * height))];

  it('is never in memory as a whole before it is encoded', () => {
    const buffers = new Set<ArrayBufferLike>();
    let rows = 0;
    const take = (row: Uint8Array) => {
      buffers.add(row.buffer);
      rows++;
      return undefined;
    };
    expect(eachPixelRow(data, header, take)).toBeUndefined();
    expect(rows).toBe(height);
    expect(buffers.size).toBe(2);
  });

  it('is read no further than a row that is wrong', () => {
    let rows = 0;
    expect(eachPixelRow(data, header, () => (++rows === 3 ? 'it is wrong' : undefined))).toBe('it is wrong');
    expect(rows).toBe(3);
  });
});

describe('a large PNG', () => {
  // Just over the size from which data is kept: 600 pixels with colour in a row, or 1,800 in grey.
  const [rowBytes, height] = [1800, 600];
  /** Rows that begin with the numbers of all filters in turn. */
  function rows(hasColour = true): Uint8Array {
    const raw = new Uint8Array((rowBytes + 1) * height);
    for (let row = 0, at = 0; row < height; row++) {
      raw[at++] = row % 5;
      const value = row % 7 === 0 ? 1 : 0;
      raw.fill(value, at, at + rowBytes);
      if (hasColour && row === 100) raw[at + 4] = 9;
      at += rowBytes;
    }
    return raw;
  }
  type Change = {
    interlace?: number;
    more?: [string, number[]][];
    data?: (whole: Uint8Array) => Uint8Array[];
  };
  function file(colour: number, raw: Uint8Array, { interlace = 0, more = [], data }: Change = {}) {
    const header = new Uint8Array(13);
    new DataView(header.buffer).setUint32(0, colour === 2 ? rowBytes / 3 : rowBytes);
    new DataView(header.buffer).setUint32(4, height);
    header.set([8, colour, 0, 0, interlace], 8);
    const whole = zlibSync(raw, { level: 1 });
    return writeChunks([
      { type: 'IHDR', data: header },
      { type: 'tEXt', data: bytesOf('Author Somebody') },
      ...more.map(([type, bytes]) => ({ type, data: new Uint8Array(bytes) })),
      ...(data?.(whole) ?? [whole]).map((part) => ({ type: 'IDAT', data: part })),
      { type: 'IEND', data: new Uint8Array(0) },
    ]);
  }
  const kept = (bytes: Uint8Array) => {
    const { picture, codes } = read(bytes);
    expect(codes).toEqual([]);
    const chunks = readChunks(Buffer.from((picture as Raster).data, 'base64'));
    if (typeof chunks === 'string') throw new Error(chunks);
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
    return Buffer.from(chunks[1]!.data);
  };
  const raw = rows();
  const whole = Buffer.from(zlibSync(raw, { level: 1 }));
  const inPieces = (bytes: Uint8Array) => [bytes.subarray(0, 9), bytes.subarray(9, 9), bytes.subarray(9)];

  it('is not compressed again if a PDF can take its data, in how many parts it may be', () => {
    expect(kept(file(2, raw)).equals(whole)).toBe(true);
    expect(kept(file(2, raw, { data: inPieces })).equals(whole)).toBe(true);
    expect(kept(file(0, raw)).equals(whole)).toBe(true);
  });

  it('shows the same pixels as one that is', () => {
    const decoded = (bytes: Uint8Array) => {
      const pixels = pngPixels(Buffer.from((read(bytes).picture as Raster).data, 'base64'));
      if (typeof pixels !== 'object') throw new Error(pixels);
      return Buffer.from(pixels.rgb);
    };
    // A colour that no pixel has is transparent, so that it has to be decoded.
    const again = file(2, raw, { more: [['tRNS', [0, 200, 0, 0, 0, 99]]] });
    expect(kept(again).equals(whole)).toBe(false);
    expect(decoded(file(2, raw)).equals(decoded(again))).toBe(true);
  });

  it('is encoded again if it has no colour, or if readers of PDFs would find fault with its data', () => {
    const grey = Buffer.from(zlibSync(rows(false), { level: 1 }));
    expect(kept(file(2, rows(false))).equals(grey)).toBe(false);
    const changed = (bytes: Uint8Array) => [bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1)];
    expect(kept(file(2, raw, { data: changed })).equals(changed(whole)[0]!)).toBe(false);
    const longer = (bytes: Uint8Array) => [bytes, new Uint8Array([1, 2, 3, 4])];
    expect(kept(file(2, raw, { data: longer })).length).toBeLessThan(raw.length);
    expect(
      kept(file(2, raw, { data: longer }))
        .subarray(0, 99)
        .equals(whole.subarray(0, 99)),
    ).toBe(false);
    const loose = Buffer.from(zlibSync(raw, { level: 0 }));
    expect(kept(file(2, raw, { data: () => [loose] })).equals(loose)).toBe(false);
  });

  it('is refused if its data is not that of a picture of its size, or of a filter that there is not', () => {
    const codes = (bytes: Uint8Array) => read(bytes).codes;
    expect(codes(file(2, raw.subarray(0, -1)))).toEqual(['picture-broken']);
    expect(codes(file(2, raw.with(0, 7)))).toEqual(['picture-broken']);
    expect(codes(file(0, raw.subarray(9)))).toEqual(['picture-broken']);
    expect(codes(file(2, raw, { data: (bytes) => [bytes.subarray(0, -100)] }))).toEqual(['picture-broken']);
  });
});

describe('the pictures of a document', () => {
  it('are read as far as there is room for them together, and the first one beyond is named', () => {
    const bytes = png(9, 1, 1, 0, [0, 0xff, 0x80]);
    const files = ['a', 'b', 'c', 'd'].map((path) => ({ path, bytes }));
    const uses = files.map(({ path }, index) => ({
      picture: path,
      at: { file: 'x.md', line: index + 1, column: 1 },
    }));
    const within = (mostBytes?: number) => {
      const report = createReport();
      const pictures = readPictures(uses, files, fonts, report, mostBytes);
      return [[...pictures.keys()], report.diagnostics.map(({ code, where }) => [code, where.line])];
    };
    expect(within()).toEqual([['a', 'b', 'c', 'd'], []]);
    const { data } = read(bytes).picture as Raster;
    expect(within(data.length * 0.75 * 2.5)).toEqual([['a', 'b'], [['picture-too-large', 3]]]);
  });
});
