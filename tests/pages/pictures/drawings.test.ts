import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { boundsOf } from '../../../src/pages/bounds-of.ts';
import type { Box, ImageMark, Mark, ShapeMark, TextMark } from '../../../src/pages/page.ts';
import type { Picture } from '../../../src/pages/picture.ts';
import { readPicture } from '../../../src/pages/pictures/read-picture.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { ANY_FILE } from '../../../src/pdf/preflight/check.ts';
import { preflight } from '../../../src/pdf/preflight/preflight.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { layOutText } from '../../print-text.ts';
import { fonts } from '../../support.ts';

const FOLDER = 'tests/pages/pictures/drawings';

/** Reads a drawing. @returns its marks, flat, and what was reported */
function read(text: string) {
  const report = createReport();
  const found = readPicture({ path: 'd.svg', bytes: new TextEncoder().encode(text) }, fonts, report);
  const picture = found?.picture;
  const marks = picture?.kind === 'drawing' ? picture.marks : [];
  return {
    picture,
    marks,
    images: found?.images ?? new Map(),
    flat: flat(marks),
    words: words(marks),
    codes: report.diagnostics.map(({ code }) => code),
    messages: report.diagnostics.map(({ message }) => message),
  };
}

const file = (name: string) => read(readFileSync(`${FOLDER}/${name}.svg`, 'utf8'));

const svg = (inner: string) =>
  read(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">\n${inner}\n</svg>`);

const flat = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]));

const words = (marks: readonly Mark[]) =>
  flat(marks)
    .flatMap((mark) => (mark.kind === 'text' ? [mark.text.trim()] : []))
    .join(' ');

const shapes = (marks: readonly Mark[]) =>
  flat(marks).filter((mark): mark is ShapeMark => mark.kind === 'shape');
const texts = (marks: readonly Mark[]) =>
  flat(marks).filter((mark): mark is TextMark => mark.kind === 'text');

const rounded = ({ x, y, width, height }: Box) => [x, y, width, height].map(Math.round);

describe('a drawing in the manner of', () => {
  it('Inkscape: styles at values that change nothing, an arrowhead, a gradient, raised letters', () => {
    const { marks, words: said, codes, messages } = file('inkscape');
    expect(codes).toEqual(['drawing-simplified']);
    expect(messages).toEqual(['In this drawing, a gradient is printed in its mean colour.']);
    expect(said).toBe('leaf blade 1');
    const [leaf, line, head] = shapes(marks);
    // Between #008000 and #80c080: half of 80 red, and of 80 blue.
    expect((leaf!.fill as readonly number[]).map((part) => Math.round(part * 255))).toEqual([64, 160, 64]);
    // The arrow points to the left from the end of the line, at 40 mm: its tip is left of it.
    expect(Math.round(boundsOf(line!).x)).toBe(Math.round(((40 - 0.3) / 25.4) * 72));
    expect(boundsOf(head!).x).toBeLessThan(boundsOf(line!).x);
    expect(head!.fill).toBe(0);
    const [, blade, one] = texts(marks);
    expect(one!.size / blade!.size).toBeCloseTo(0.65, 2);
    expect(one!.y).toBeLessThan(blade!.y);
  });

  it('Illustrator: classes, entities for namespaces, a switch, a round clip path', () => {
    const { marks, words: said, codes } = file('illustrator');
    expect(codes).toEqual([]);
    expect(said).toBe('half a disc');
    const [clip] = marks;
    expect(clip).toMatchObject({ kind: 'group', clipPath: { path: expect.any(Array) } });
    // The circle has a radius of 40 pixels, 30 points, around 60, 60.
    expect(rounded(boundsOf(clip!))).toEqual([15, 15, 60, 60]);
    expect(texts(marks).map(({ size }) => size)).toEqual([13.5, 13.5]);
    // Nearly black is black.
    expect(typeof texts(marks)[0]!.colour).toBe('number');
  });

  it('draw.io: whole labels in their boxes, and nothing of its warning', () => {
    const { marks, words: said, codes } = file('drawio');
    expect(codes).toEqual([]);
    expect(said).toBe('Water rises as vapour and cools in the air Cloud');
    const [box] = shapes(marks);
    const label = texts(marks).slice(0, 2);
    for (const line of label) {
      const bounds = boundsOf(line);
      expect(bounds.x).toBeGreaterThan(boundsOf(box!).x);
      expect(bounds.x + bounds.width).toBeLessThan(boundsOf(box!).x + boundsOf(box!).width);
    }
    expect(texts(marks).at(-1)!.face).toBe('sans-bold');
    expect((box!.fill as readonly number[]).map((part) => Math.round(part * 255))).toEqual([218, 232, 252]);
  });

  it('Google Drawings: unfilled page, a clip of the whole page, a picture of pixels', () => {
    const { marks, images, codes } = file('google-drawings');
    expect(codes).toEqual([]);
    // Nothing is clipped by clips that leave all.
    expect(marks.every((mark) => mark.kind !== 'group')).toBe(true);
    const image = marks.find((mark): mark is ImageMark => mark.kind === 'image')!;
    expect([...images.keys()]).toEqual([image.image]);
    // 280 and 40 pixels from the corner, and 160 pixels at a half.
    expect(rounded(image.box)).toEqual([210, 30, 60, 60]);
  });

  it('Excalidraw: fonts that are elsewhere, text by its top, transparent things on white', () => {
    const { marks, words: said, codes } = file('excalidraw');
    expect(codes).toEqual([]);
    expect(said).toBe('magma cools');
    expect(shapes(marks).at(-1)!.fill).toEqual([1, 0.5, 0.5]);
    // 10 + 12 + 38 pixels from the left is the middle of the words.
    const [magma] = texts(marks);
    expect(magma!.x + magma!.width / 2).toBeCloseTo(60 * 0.75, 0);
    expect(magma!.y).toBeGreaterThan(30 * 0.75);
  });

  it('PowerPoint: a shadow, a gradient, stretched and turned parts', () => {
    const { marks, words: said, messages } = file('powerpoint');
    expect(messages).toEqual([
      'In this drawing, a shadow, blur or other filter is left out.',
      'In this drawing, a gradient is printed in its mean colour.',
    ]);
    expect(said).toBe('producers eaten by');
    // A line downwards of 80 pixels is turned to the left; its stroke is 3 wide, and so are its ends in a box around it.
    expect(boundsOf(shapes(marks).at(-1)!).width).toBeCloseTo(83 * 0.75, 0);
  });

  it('Mermaid: labels of web pages, styles by id and class, markers', () => {
    const { marks, words: said, codes } = file('mermaid');
    expect(codes).toEqual([]);
    expect(said).toBe('Seed Seedling');
    const boxes = shapes(marks).filter(
      ({ fill }) => JSON.stringify(fill) === JSON.stringify([236 / 255, 236 / 255, 1]),
    );
    expect(boxes).toHaveLength(2);
    for (const [index, text] of texts(marks).entries()) {
      const [outer, inner] = [boundsOf(boxes[index]!), boundsOf(text)];
      expect(inner.x + inner.width / 2).toBeCloseTo(outer.x + outer.width / 2, 0);
      expect(Math.abs(inner.y + inner.height / 2 - outer.y - outer.height / 2)).toBeLessThan(3);
    }
  });

  it('GeoGebra: faint areas, an underlined letter', () => {
    const { marks, words: said, codes } = file('geogebra');
    expect(codes).toEqual([]);
    expect(said).toBe('A B');
    expect(texts(marks)[0]!.face).toBe('sans-bold-italic');
    // A tenth of 153, 51, 0, and nine of white.
    const area = shapes(marks).find(({ stroke, fill }) => !stroke && typeof fill === 'object');
    expect((area!.fill as readonly number[]).map((part) => Math.round(part * 100))).toEqual([96, 92, 90]);
  });

  it('LibreOffice: fonts inside, text of a given length', () => {
    const { marks, words: said, codes } = file('libreoffice');
    expect(codes).toEqual([]);
    expect(said).toBe('nucleus');
    // 1900 of 8000 units of 80 mm.
    expect(texts(marks)[0]!.width).toBeCloseTo((19 / 25.4) * 72, 0);
  });

  it('a hand: symbols, drawings in drawings, colours of all kinds, important styles', () => {
    const { marks, codes } = file('symbols');
    expect(codes).toEqual([]);
    const [ring, cross, small] = shapes(marks);
    expect(rounded(boundsOf(ring!))).toEqual([8, 8, 29, 29]);
    expect(cross!.stroke!.colour).toEqual([1, 0, 0]);
    expect(boundsOf(small!).width).toBeCloseTo(boundsOf(ring!).width / 2, 0);
    const cell = shapes(marks).find(({ fill }) => typeof fill === 'object')!;
    expect((cell.fill as readonly number[]).map((part) => Math.round(part * 1000))).toEqual([600, 900, 600]);
    // The style sheet says 2, of units that are 4 pixels or 3 points.
    expect(cell.stroke!.width).toBeCloseTo(6, 3);
  });
});

describe('what takes pixels', () => {
  it.each(['pattern', 'venn'])(
    'makes a picture of all of the drawing, with its words, and is named: %s',
    (name) => {
      const { picture, codes } = file(name);
      expect(codes).toEqual(['drawing-in-pixels']);
      expect(picture).toMatchObject({ kind: 'raster', format: 'png', natural: name === 'venn' ? 150 : 120 });
      expect((picture as { words: string }).words).toBe(name === 'venn' ? 'mammals swim' : 'two thirds');
    },
  );

  it('is printed at the size of the drawing, and its words are in its description', async () => {
    const { picture } = file('venn');
    const pictures = new Map<string, Picture>([['venn.svg', picture!]]);
    const { laid, report } = layOutText('# Animals\n\n![Two circles that overlap](venn.svg)\n', pictures);
    expect(report.diagnostics).toEqual([]);
    const bytes = paint(laid, fonts, { title: 'Animals', lang: 'en-GB', date: new Date(0) });
    const pdf = (await readPdf('animals.pdf', bytes, createReport()))!;
    expect(preflight(pdf, { ...ANY_FILE, standards: true })).toEqual([]);
    expect(JSON.stringify(laid.structure)).toContain('Two circles that overlap – mammals swim');
  });

  it.each([
    [
      'a mask',
      '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><rect width="9" height="9" mask="url(#m)"/>',
    ],
    [
      'text on a path',
      '<path id="p" d="M0 50H90" fill="none"/><text><textPath href="#p">bent</textPath></text>',
    ],
    ['text downwards', '<text x="9" y="9" style="writing-mode: tb">down</text>'],
  ])('is %s', (_, inner) => {
    const { picture, codes } = svg(inner);
    expect([picture?.kind, codes]).toEqual(['raster', ['drawing-in-pixels']]);
  });
});

describe('properties at values that change nothing', () => {
  it.each([
    ['letter-spacing: 0px', 'letter-spacing: normal', 'word-spacing: 0'],
    ['writing-mode: lr-tb', 'writing-mode: lr', 'writing-mode: horizontal-tb'],
    ['fill-opacity: 1.0', 'opacity: 100%', 'stroke-opacity: 0'],
    ['mask: none', 'filter: none', 'clip-path: none'],
    ['vector-effect: none', 'text-decoration: none', 'mix-blend-mode: normal'],
    ['stroke-linejoin: miter', 'paint-order: normal', 'marker-end: none'],
  ])('change nothing: %s; %s; %s', (...styles) => {
    const plain = svg('<text x="9" y="30">leaf</text><rect y="40" width="9" height="9"/>').marks;
    for (const style of styles) {
      const inner = `<g style="${style}"><text x="9" y="30" style="${style}">leaf</text><rect y="40" width="9" height="9" style="${style}"/></g>`;
      expect(svg(inner)).toMatchObject({ marks: plain, codes: [] });
    }
  });

  it.each([
    'fill-opacity: 0',
    'fill-opacity: 0.0',
    'opacity: 0',
    'fill: transparent',
    'fill: rgba(0,0,0,0)',
    'fill: #0000',
  ])('draw nothing where they say so: %s', (style) => {
    expect(svg(`<rect width="9" height="9" style="${style}"/>`)).toMatchObject({ marks: [], codes: [] });
  });
});

describe('what is transparent', () => {
  it('is mixed with the one colour behind it', () => {
    const { marks, codes } = svg(
      '<rect width="90" height="90" fill="#00f"/><rect x="9" y="9" width="9" height="9" fill="#f00" opacity="0.5"/>',
    );
    expect(codes).toEqual([]);
    expect(shapes(marks)[1]!.fill).toEqual([0.5, 0, 0.5]);
  });

  it.each([
    [
      'over half of something',
      '<rect width="90" height="90" fill="#00f"/><rect x="80" width="90" height="9" opacity="0.5"/>',
    ],
    ['over words', '<text x="9" y="20">words</text><rect width="90" height="30" fill="#ff0" opacity="0.5"/>'],
    [
      'over a circle',
      '<circle cx="45" cy="45" r="45" fill="#0f0"/><rect width="90" height="30" opacity="0.5"/>',
    ],
  ])('takes pixels %s', (_, inner) => {
    expect(svg(inner).codes).toEqual(['drawing-in-pixels']);
  });
});

describe('what is outside a drawing', () => {
  it.each([
    ['an address', '<image href="https://example.org/a.png" width="9" height="9"/>'],
    ['a file', '<image href="file:///etc/passwd" width="9" height="9"/>'],
    ['a part of another file', '<use href="b.svg#a"/>'],
    [
      'a drawing in a drawing, which may have more',
      '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>',
    ],
  ])('is refused, and never read: %s', (_, inner) => {
    expect(svg(`${inner}<rect width="9" height="9"/>`)).toMatchObject({
      picture: undefined,
      codes: ['picture-unsupported'],
    });
  });

  it('is never imported by a style sheet, and scripts are left out and named', () => {
    const { codes, messages } = svg(
      '<style>@import url("https://example.org/a.css"); rect { fill: url(https://example.org/#a) #f00 }</style><script>alert(1)</script><text y="20">a</text>',
    );
    expect(codes).toEqual(['drawing-simplified']);
    expect(messages[0]).toBe('In this drawing, “script” is left out.');
  });

  it('is no help to a drawing that takes pixels', () => {
    const { codes } = svg(
      '<image href="https://example.org/a.png" width="9" height="9"/><text style="writing-mode: tb">a</text>',
    );
    expect(codes).toEqual(['picture-unsupported']);
  });
});

describe('a style sheet', () => {
  const drawing = (rules: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>${'i{x:1}'.repeat(rules - 1)}rect{fill:#f00}</style><rect width="1" height="1"/></svg>`;

  it('of very many rules is refused, since what comes last counts most', () => {
    expect(read(drawing(2000)).marks).toMatchObject([{ fill: [1, 0, 0] }]);
    expect(read(drawing(2001)).codes).toEqual(['picture-too-large']);
  });
});
